import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { questionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { Verdict } from '../judging/judge.ts';
import { saysPart } from '../reading/completion.ts';
import type { ItemFacts, ReportFacts } from './report-facts.ts';
import type { ItemWords } from './tracking-words.ts';

/** The round that asks for a task, and what its report completes. */
export type Asked = {
  readonly report: ReportFacts;
  readonly doneAt: Temporal.Instant | null;
  /** What was received for it is not all of it, or not clear. */
  readonly lacks: 'Thiếu' | 'Cần làm rõ' | null;
  /** What is said of the item that the task is; null when it is the whole report. */
  readonly item: ItemWords | null;
  /** An item that nobody has to answer. */
  readonly isOptional: boolean;
};

/** What a report says of a task that stands elsewhere in the register. */
export type Reported = {
  readonly item: string;
  readonly round: string;
  /** Versions whose words these are. */
  readonly versions: readonly string[];
  readonly verdict: Verdict;
  /** As chosen on the form; null where the item has no state. */
  readonly state: string | null;
  readonly isIssued: boolean;
  readonly issuedOn: Temporal.PlainDate | null;
  /** The day on which what was issued was sent, and whether the outline asks for it. */
  readonly sentOn: Temporal.PlainDate | null;
  readonly asksSent: boolean;
  /** When the report came. */
  readonly filedAt: Temporal.Instant | null;
};

type Sources = { readonly reports: readonly ReportFacts[]; readonly outline: readonly OutlineQuestion[] };

/** The report that completes a task: the whole of it, or the item that is the task, once nothing of it lacks or is unclear. */
export function askedBy(task: string, { reports, outline }: Sources): Asked | null {
  for (const report of reports) {
    if (report.round.task === task) return { report, ...wholeReport(report), item: null, isOptional: false };
    const item = itemOn(report, outline, (question) => question.task === task);
    if (item) return { report, ...partOfReport(report, item) };
  }
  return null;
}

function wholeReport({ filedAt, lacks }: ReportFacts): Pick<Asked, 'doneAt' | 'lacks'> {
  return { doneAt: filedAt, lacks: filedAt === null ? null : lacks };
}

function partOfReport(
  { filedAt }: ReportFacts,
  { verdict, counts, versions, words }: ItemFacts,
): Omit<Asked, 'report'> {
  const isAnswered = verdict === 'Đủ' && (counts || versions.length > 0);
  const lacks = verdict === 'Thiếu' || verdict === 'Cần làm rõ' ? verdict : null;
  return {
    doneAt: isAnswered ? filedAt : null,
    lacks: filedAt === null || !counts ? null : lacks,
    item: words,
    isOptional: !counts,
  };
}

/** What the newest report says of a task named in the outline's `Nhiệm vụ liên quan`; null when nothing was said. */
export function reportOn(task: string, { reports, outline }: Sources): Reported | null {
  for (const report of reports.toReversed()) {
    const item = itemOn(report, outline, (question) => question.related?.includes(task) ?? false);
    if (!item?.isSaid) continue;
    const { said } = item;
    const state = said['trạng thái'] ?? null;
    const words = fold(state ?? '');
    return {
      item: item.item,
      round: report.round.id,
      versions: item.versions,
      verdict: item.verdict,
      state,
      isIssued: FINISHED.test(words) && !UNFINISHED.test(words) && !saysPart(words),
      issuedOn: parseVietnameseDate(said['ngày'] ?? ''),
      sentOn: parseVietnameseDate(said['ngày gửi'] ?? ''),
      asksSent: questionsOf(report.round, outline).some((one) => one.item === item.item && one.part === 'ngày gửi'),
      filedAt: report.filedAt,
    };
  }
  return null;
}

/** Also options a coordinator rewords, such as "Đã phê duyệt, ban hành". Folded. */
const FINISHED = /^(?:da .*(?:ban hanh|hoan thanh|xong|ket thuc)|hoan thanh|xong)/;
const UNFINISHED = /(?<![a-z])(?:chua|dang|mot phan|co ban|sap|du kien)(?![a-z])/;

function itemOn(
  { round, items }: ReportFacts,
  outline: readonly OutlineQuestion[],
  isAbout: (question: OutlineQuestion) => boolean,
): ItemFacts | undefined {
  const question = questionsOf(round, outline).find(isAbout);
  return question && items.find(({ item, verdict }) => item === question.item && verdict !== 'Không áp dụng');
}
