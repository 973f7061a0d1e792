import type { Block, Statement } from '../../../functions/documents/synthesis/document-model.ts';
import type { SynthesisMarks } from '../../../functions/documents/synthesis/marks.ts';
import {
  planSynthesis,
  type SynthesisInput,
  type SynthesisModel,
} from '../../../functions/documents/synthesis/plan-synthesis.ts';
import { policyInput } from '../../domain/notices/notice-world.ts';
import { allTasks, type Sent, sixCities, story } from './six-cities.ts';

export const NOW = '2025-10-27 10:15';

export function anInput(
  sent: readonly Sent[] = story,
  now = NOW,
  previous: SynthesisMarks | null = null,
): SynthesisInput {
  const { statuses, texts, outline, round } = sixCities(sent);
  const { now: moment, calendar } = policyInput(now);
  const timing = { now: moment, calendar, soonDays: 5, goLive: null, confirmedRounds: [] };
  return {
    round,
    place: 'Hà Nội',
    to: 'Lãnh đạo Bộ',
    statuses,
    tasks: allTasks(now, statuses),
    outline,
    texts,
    timing,
    previous,
  };
}

/** The report on a story, told on Monday 27/10/2025. */
export function synthesis(...given: Parameters<typeof anInput>): SynthesisModel {
  return planSynthesis(anInput(...given));
}

export function statements(blocks: readonly Block[]): readonly Statement[] {
  return blocks.filter((block) => block.kind === 'statement');
}

/** The blocks under a heading, up to the next heading or part. */
export function under(blocks: readonly Block[], title: string): readonly Statement[] {
  const start = blocks.findIndex((block) => block.kind !== 'statement' && block.text.startsWith(title));
  if (start < 0) throw new Error(`No heading begins with ${title}.`);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind !== 'statement');
  return statements(end < 0 ? rest : rest.slice(0, end));
}

/** As a reader sees a paragraph, its source left out. */
export function words({ lead, text }: Statement): string {
  return lead === null ? text : `${lead}: ${text}`;
}
