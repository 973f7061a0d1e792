import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { OutlineQuestion, questionParts } from '../../../sheets-schema/tabs/outline.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { hasVerdict } from './tracking-words.ts';
import type { ItemStatus, UnitStatus } from './unit-status.ts';

/** The round that asks for a task, and what its report completes. */
export type Asked = {
  readonly status: UnitStatus;
  readonly doneAt: Temporal.Instant | null;
  /** Something was received for it and something is still absent. */
  readonly isLacking: boolean;
};

/** What a report says of a task that stands elsewhere in the register. */
export type Reported = {
  readonly item: string;
  readonly round: string;
  /** Versions whose words these are. */
  readonly versions: readonly string[];
  /** As chosen on the form; null where the item has no state. */
  readonly state: string | null;
  readonly isIssued: boolean;
  readonly issuedOn: Temporal.PlainDate | null;
};

type Sources = { readonly statuses: readonly UnitStatus[]; readonly outline: readonly OutlineQuestion[] };

/** The report that completes a task: the whole of it, or the item that reports on the task once it says something. */
export function askedBy(task: string, { statuses, outline }: Sources): Asked | null {
  for (const status of statuses) {
    if (status.round.task === task) {
      return { status, doneAt: status.filedAt, isLacking: status.filedAt !== null && hasVerdict(status, 'Thiếu') };
    }
    const item = itemOn(status, outline, (question) => question.task === task);
    if (!item) continue;
    const isLacking = item.verdict === 'Thiếu';
    return { status, doneAt: isLacking ? null : status.filedAt, isLacking: isLacking && status.filedAt !== null };
  }
  return null;
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
      state,
      isIssued: words.startsWith('da ') && words.includes('ban hanh'),
      issuedOn: parseVietnameseDate(said('ngày') ?? ''),
    };
  }
  return null;
}

function itemOn(
  { round, items }: UnitStatus,
  outline: readonly OutlineQuestion[],
  isAbout: (question: OutlineQuestion) => boolean,
): ItemStatus | undefined {
  const question = outline.find((one) => one.version === round.outlineVersion && isAbout(one));
  return question && items.find(({ item, verdict }) => item === question.item && verdict !== 'Không áp dụng');
}

function partOf(
  { content }: ItemStatus,
  part: string,
  { round }: UnitStatus,
  outline: readonly OutlineQuestion[],
): string | null {
  const asked = new Set(
    outline.filter((one) => one.version === round.outlineVersion && one.part === part).map(({ question }) => question),
  );
  return content.find(({ question }) => asked.has(question))?.facts.value || null;
}
