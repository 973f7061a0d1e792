import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { questionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion, questionParts } from '../../../sheets-schema/tabs/outline.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { Verdict } from '../judging/judge.ts';
import { hasVerdict, type ItemWords, itemWords } from './tracking-words.ts';
import type { ItemStatus, UnitStatus } from './unit-status.ts';

/** The round that asks for a task, and what its report completes. */
export type Asked = {
  readonly status: UnitStatus;
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

type Sources = { readonly statuses: readonly UnitStatus[]; readonly outline: readonly OutlineQuestion[] };

/** The report that completes a task: the whole of it, or the item that is the task, once nothing of it lacks or is unclear. */
export function askedBy(task: string, { statuses, outline }: Sources): Asked | null {
  for (const status of statuses) {
    if (status.round.task === task) return { status, ...wholeReport(status), item: null, isOptional: false };
    const item = itemOn(status, outline, (question) => question.task === task);
    if (item) return { status, ...partOfReport(status, item) };
  }
  return null;
}

function wholeReport(status: UnitStatus): Pick<Asked, 'doneAt' | 'lacks'> {
  const lacks = hasVerdict(status, 'Thiếu') ? 'Thiếu' : hasVerdict(status, 'Cần làm rõ') ? 'Cần làm rõ' : null;
  return { doneAt: status.filedAt, lacks: status.filedAt === null ? null : lacks };
}

function partOfReport(status: UnitStatus, { item, verdict, counts, versions }: ItemStatus): Omit<Asked, 'status'> {
  const isAnswered = verdict === 'Đủ' && (counts || versions.length > 0);
  const lacks = verdict === 'Thiếu' || verdict === 'Cần làm rõ' ? verdict : null;
  return {
    doneAt: isAnswered ? status.filedAt : null,
    lacks: status.filedAt === null || !counts ? null : lacks,
    item: itemWords(status, item),
    isOptional: !counts,
  };
}

/** What the newest report says of a task named in the outline's `Nhiệm vụ liên quan`; null when nothing was said. */
export function reportOn(task: string, { statuses, outline }: Sources): Reported | null {
  for (const status of statuses.toReversed()) {
    const item = itemOn(status, outline, (question) => question.related?.includes(task) ?? false);
    if (!item || item.content.length === 0) continue;
    const said = (part: (typeof questionParts)[number]) => partOf(item, part, status, outline);
    const state = said('trạng thái');
    const words = fold(state ?? '');
    return {
      item: item.item,
      round: status.round.id,
      versions: item.versions,
      verdict: item.verdict,
      state,
      isIssued: FINISHED.test(words) && !UNFINISHED.test(words),
      issuedOn: parseVietnameseDate(said('ngày') ?? ''),
      sentOn: parseVietnameseDate(said('ngày gửi') ?? ''),
      asksSent: questionsOf(status.round, outline).some((one) => one.item === item.item && one.part === 'ngày gửi'),
      filedAt: status.filedAt,
    };
  }
  return null;
}

/** Also options a coordinator rewords, such as "Đã phê duyệt, ban hành". Folded. */
const FINISHED = /^(?:da .*(?:ban hanh|hoan thanh|xong|ket thuc)|hoan thanh|xong)/;
const UNFINISHED = /(?<![a-z])(?:chua|dang|mot phan|co ban|sap|du kien)(?![a-z])/;

function itemOn(
  { round, items }: UnitStatus,
  outline: readonly OutlineQuestion[],
  isAbout: (question: OutlineQuestion) => boolean,
): ItemStatus | undefined {
  const question = questionsOf(round, outline).find(isAbout);
  return question && items.find(({ item, verdict }) => item === question.item && verdict !== 'Không áp dụng');
}

function partOf(
  { content }: ItemStatus,
  part: string,
  { round }: UnitStatus,
  outline: readonly OutlineQuestion[],
): string | null {
  const asked = new Set(questionsOf(round, outline).flatMap((one) => (one.part === part ? [one.question] : [])));
  return content.find(({ question }) => asked.has(question))?.facts.value || null;
}
