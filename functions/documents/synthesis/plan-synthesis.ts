import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { TaskStatus } from '../../domain/standing/task-status.ts';
import type { TimingSources } from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { momentWords } from '../../domain/time/moment-words.ts';
import type { Block, Table } from './document-model.ts';
import { itemsAcrossUnits } from './items-across-units.ts';
import { markChanges, type SynthesisMarks, synthesisMarks } from './marks.ts';
import { planAppendix } from './plan-appendix.ts';
import { planComparison } from './plan-comparison.ts';
import { planItems } from './plan-items.ts';
import { planSituation } from './plan-situation.ts';
import { planDifficulties, planProposals } from './plan-sorted-lists.ts';
import type { Texts } from './unit-content.ts';

export type SynthesisInput = {
  readonly round: Round;
  /** Those of the round. */
  readonly statuses: readonly UnitStatus[];
  /** Of every task, for the four counts. */
  readonly tasks: readonly TaskStatus[];
  readonly outline: readonly OutlineQuestion[];
  /** Whole answers of at least the accepted versions; where one is absent its excerpt serves. */
  readonly texts: Texts;
  readonly timing: TimingSources;
  /** Where it is signed. */
  readonly place: string;
  /** The marks of an earlier synthesis of the round; null marks nothing as changed. */
  readonly previous: SynthesisMarks | null;
};

/** Báo cáo tổng hợp, as content: what each paragraph says, where it comes from, what changed. */
export type SynthesisModel = {
  readonly round: Round;
  readonly place: string;
  readonly about: string;
  readonly blocks: readonly Block[];
  readonly appendix: { readonly title: string; readonly tables: readonly Table[] };
  readonly marks: SynthesisMarks;
};

/** The draft report on a round. Words of units are quoted, sorted and counted; nothing is added to them. */
export function planSynthesis(input: SynthesisInput): SynthesisModel {
  const { round, place, statuses, tasks, outline, texts, timing, previous } = input;
  const items = itemsAcrossUnits(statuses, outline, texts);
  const situation = planSituation({ round, statuses, tasks, timing });
  const findings = [...planItems(items, timing), ...planDifficulties(items, timing), ...planProposals(items, timing)];
  const marks = synthesisMarks(findings, timing.now);
  return {
    round,
    place,
    about: aboutOf(round),
    blocks: [
      ...situation,
      ...(previous === null ? [] : [planComparison(marks, previous, statuses, timing.now)]),
      ...(previous === null ? findings : markChanges(findings, previous)),
    ],
    appendix: {
      title: `Bảng theo dõi tình hình báo cáo (${momentWords(timing.now)})`,
      tables: planAppendix(statuses, items, timing),
    },
    marks,
  };
}

/** `Báo cáo tình hình …` of a round becomes `Tổng hợp tình hình …`. */
function aboutOf({ title }: Round): string {
  return /^Báo cáo /i.test(title) ? title.replace(/^Báo cáo /i, 'Tổng hợp ') : `Tổng hợp ${title}`;
}
