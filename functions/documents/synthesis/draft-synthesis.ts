import { Temporal } from 'temporal-polyfill';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { PolicyInput } from '../../domain/notices/notice.ts';
import { timingOf } from '../../domain/standing/tracking-words.ts';
import type { Served } from '../../ports.ts';
import { docxName } from '../decree/docx-name.ts';
import type { SynthesisMarks } from './marks.ts';
import { planSynthesis, type SynthesisModel } from './plan-synthesis.ts';
import type { Texts } from './unit-content.ts';

/** How things stand, as far as the report speaks of it. */
export type DraftSources = Pick<
  PolicyInput,
  'statuses' | 'tasks' | 'now' | 'calendar' | 'settings' | 'confirmedRounds'
> & {
  readonly outline: readonly OutlineQuestion[];
  readonly texts: Texts;
  /** The marks of an earlier draft: what changed since is marked. */
  readonly previous: SynthesisMarks | null;
};

/** The draft report on a round, or why there is none. */
export async function draftSynthesis(round: string | null, sources: DraftSources): Promise<Served> {
  const statuses = sources.statuses.filter((status) => status.round.id === round);
  const [first] = statuses;
  if (!first) return { kind: 'nothing', why: noSuchRound(round) };
  const model = planSynthesis({
    ...sources,
    place: sources.settings.place,
    to: sources.settings.reportTo,
    round: first.round,
    statuses,
    timing: timingOf(sources),
  });
  return {
    kind: 'document',
    filename: docxName('Bao-cao-tong-hop', first.round.id),
    content: await synthesisDocx(model),
  };
}

function noSuchRound(round: string | null): string {
  return round === null ? 'Chưa có kỳ báo cáo nào đang mở.' : `Không có kỳ báo cáo "${round}".`;
}

/**
 * The draft report as a .docx. The same model gives the same bytes. The library is loaded here and not before: most
 * calls want no document.
 */
export async function synthesisDocx(model: SynthesisModel): Promise<Uint8Array> {
  const [{ packDocx }, { synthesisDocument }] = await Promise.all([
    import('../decree/pack-docx.ts'),
    import('./synthesis-document.ts'),
  ]);
  return packDocx(synthesisDocument(model), Temporal.Instant.from(model.marks.at));
}
