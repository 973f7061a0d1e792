import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { questionsOf, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { TaskStatus } from '../../domain/standing/task-status.ts';
import type { TimingSources } from '../../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import type { Annex, Block } from './document-model.ts';
import { itemsAcrossUnits } from './items-across-units.ts';
import { markChanges, type SynthesisMarks, synthesisMarks } from './marks.ts';
import { withOfficialDays } from './official-words.ts';
import { planAgencySheets } from './plan-agency-sheets.ts';
import { planAppendix } from './plan-appendix.ts';
import { planComparison } from './plan-comparison.ts';
import { planItems } from './plan-items.ts';
import { basisInFull, planSituation } from './plan-situation.ts';
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
  /** Whom it is for. */
  readonly to: string;
  /** The marks of an earlier synthesis of the round; null marks nothing as changed. */
  readonly previous: SynthesisMarks | null;
};

/** Báo cáo tổng hợp, as content: what each paragraph says, where it comes from, what changed. */
export type SynthesisModel = {
  readonly round: Round;
  readonly statuses: readonly UnitStatus[];
  readonly place: string;
  /** Whom it is for. */
  readonly to: string;
  readonly about: string;
  /** By what it is made, before the first part. */
  readonly bases: string;
  readonly blocks: readonly Block[];
  /** The tables of the register, then a sheet for each body that has to act. */
  readonly annexes: readonly Annex[];
  readonly marks: SynthesisMarks;
};

/** The draft report on a round. Words of units are quoted, sorted and counted; nothing is added to them. */
export function planSynthesis(input: SynthesisInput): SynthesisModel {
  const { round, place, to, statuses, tasks, outline, texts, timing, previous } = input;
  const items = itemsAcrossUnits(statuses, outline, texts);
  const situation = planSituation({ round, statuses, tasks, timing });
  const findings = [...planItems(items), ...planDifficulties(items), ...planProposals(items)];
  const marks = synthesisMarks(findings, timing.now);
  return {
    round,
    statuses,
    place,
    to,
    about: aboutOf(round),
    bases: basesOf(round, questionsOf(round, outline)),
    blocks: [
      ...situation,
      ...(previous === null ? [] : [planComparison(marks, previous, statuses)]),
      ...(previous === null ? findings : markChanges(findings, previous)),
    ],
    annexes: [planAppendix(statuses, items, timing), ...planAgencySheets(items)],
    marks,
  };
}

/** `Báo cáo tình hình …` of a round becomes `Tổng hợp tình hình …`. */
function aboutOf({ title }: Round): string {
  return /^Báo cáo /i.test(title) ? title.replace(/^Báo cáo /i, 'Tổng hợp ') : `Tổng hợp ${title}`;
}

/** A document as headings cite it: kind, number, day. */
const CITED =
  /(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông báo|Kết luận|Kế hoạch|Chương trình|Công điện|Công văn|Thông tư|Luật) số [^\s,;]+ ngày (?:\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/gu;

/** The documents that the outline's parts are about, then the letter that asked. */
function basesOf(round: Round, questions: readonly OutlineQuestion[]): string {
  const headings = sectionsOf(questions.filter(({ used }) => used)).map(({ heading }) => heading);
  const cited = [...new Set(headings.flatMap((heading) => heading.match(CITED) ?? []).map(withOfficialDays))];
  const asked = `${round.basisIssuer} đã có ${round.basisType} số ${round.basisNumber} ngày ${formatDate(round.basisDate)} đề nghị các đơn vị báo cáo`;
  return cited.length === 0
    ? `Thực hiện ${basisInFull(round)}, ${round.basisIssuer} tổng hợp kết quả như sau:`
    : `Thực hiện ${cited.join(', ')}, ${asked}. ${round.basisIssuer} tổng hợp kết quả như sau:`;
}
