import type { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import { localDay } from '../../../../sheets-schema/zone.ts';
import { type Deadline, deadlineOf, deadlineOfKey, isOver, isSameDeadline } from '../../time/deadline.ts';
import type { LedgerEntry } from '../ledger.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { answerDay, answerTo } from './answer-by.ts';
import { keyOf } from './owe.ts';
import type { Obligation } from './rungs.ts';

/** A task as it binds one agency, by what is on record of it. */
export type TaskMatter = {
  readonly subject: string;
  readonly unit: string;
  readonly deadline: Deadline;
  /** The document itself words the deadline, so nobody has to be told of it first. */
  readonly isWritten: boolean;
  /** Since when it may be asked after: it was shown and approved. */
  readonly from: Temporal.Instant;
  /** Neither is so yet; `from` is now. */
  readonly isPending?: boolean;
};

export type TaskObligation = Obligation & {
  /** The agency knows the deadline. */
  readonly isTold: boolean;
  /** The deadline that the last mail named where it was another one. */
  readonly formerly: Deadline | null;
  /** The late notices it has in hand, oldest first. */
  readonly inHand: readonly TaskTelling[];
  /** The question how things stand, where the deadline was over before anybody could be told; null where none is needed. */
  readonly ask: {
    readonly key: string;
    readonly dueAt: Temporal.Instant;
    readonly askedAt: Temporal.Instant | null;
  } | null;
};

/** A mail by which an agency heard of a task, its own or one that the task went along with. */
type TaskTelling = {
  readonly sentAt: Temporal.Instant;
  readonly deadline: Deadline;
  readonly told: LedgerEntry['told'];
  readonly kind: NoticeKind;
};

/** By which an agency hears of a task. */
export const TASK_MAILS = ['Nhắc nhiệm vụ', 'Nhiệm vụ quá hạn', 'Hạn mới của nhiệm vụ'] as const;

/** The step of the mail that asks how things stand. */
export const ASKS_RESULTS = 'hoi';

/**
 * A task as the ladder sees it: late steps count from when its agency knew the deadline and had its time to answer.
 * @param asOf what was told before that moment; null for all
 */
export function taskObligation(desk: Desk, matter: TaskMatter, asOf: Temporal.Instant | null = null): TaskObligation {
  const { subject, unit, deadline, isWritten, from } = matter;
  const tellings = tellingsOf(desk, matter).filter(({ sentAt }) => asOf === null || isBefore(sentAt, asOf));
  const last = tellings.at(-1)?.deadline ?? null;
  const isTold = last ? isSameDeadline(last, deadline) : isWritten;
  const news = tellings.findLast(({ kind }) => kind === 'Hạn mới của nhiệm vụ');
  const late = tellings.filter(({ kind }) => kind === 'Nhiệm vụ quá hạn');
  const ask = askOf(desk, matter, { isTold, tellings });
  return {
    subject,
    unit,
    deadline,
    names: { reminder: 'Nhắc nhiệm vụ', late: 'Nhiệm vụ quá hạn' },
    steps: desk.stepsOf({ id: subject, steps: null }),
    from,
    lateFrom: lateFromOf(desk, matter, { tellings, ask }),
    doneAt: null,
    isTactful: () => true,
    isTold,
    formerly: last && !isTold ? last : null,
    inHand: news ? late.filter(({ sentAt }) => isBefore(news.sentAt, sentAt)) : late,
    ask,
  };
}

/** What it was told of the task. A mail that it went along with tells of it once that mail went. */
function tellingsOf(desk: Desk, { subject, unit }: Pick<TaskMatter, 'subject' | 'unit'>): readonly TaskTelling[] {
  const mails = desk.taskMailsTo(unit);
  return TASK_MAILS.flatMap((kind) =>
    desk.entriesOf(subject, unit, kind).flatMap((entry): readonly TaskTelling[] => {
      const deadline = entry.parts && deadlineOfKey(entry.parts.at);
      const sentAt = entry.sentAt ?? wentAlong(entry, mails);
      return deadline && sentAt ? [{ sentAt, deadline, told: entry.told, kind }] : [];
    }),
  ).sort((a, b) => a.sentAt.epochMilliseconds - b.sentAt.epochMilliseconds);
}

/** When what went along with another mail was told, by the mails that went. */
export function wentAlong(
  { state, at }: Pick<LedgerEntry, 'state' | 'at'>,
  mails: readonly Temporal.Instant[],
): Temporal.Instant | null {
  if (state === 'khôi phục') return at;
  if (state !== 'gộp vào thư mạnh hơn') return null;
  return mails.find((sentAt) => !isBefore(sentAt, at)) ?? null;
}

type Known = { readonly tellings: readonly TaskTelling[] };

/** Nobody is called late who could not know the deadline, or by a deadline that was over before the task was taken up. */
function askOf(
  desk: Desk,
  { subject, unit, deadline, from, isPending }: TaskMatter,
  { isTold, tellings }: Known & { readonly isTold: boolean },
): TaskObligation['ask'] {
  const dueAt = isPending ? desk.stepsFrom(deadline)(1) : later(from, deadline.before);
  const key = keyOf('Nhắc nhiệm vụ', { subject, unit, step: ASKS_RESULTS, deadline, dueAt });
  const entry = desk.ledger.entries.get(key);
  const wentAt = entry ? (entry.sentAt ?? wentAlong(entry, desk.taskMailsTo(unit))) : null;
  const askedAt = tellings.find(({ sentAt }) => wentAt?.equals(sentAt))?.sentAt ?? null;
  const wasCalledLate = tellings.some(
    (one) => one.kind === 'Nhiệm vụ quá hạn' && isSameDeadline(one.deadline, deadline),
  );
  const isOverBefore = isOver(deadline, from) && !wasCalledLate;
  return askedAt || isOverBefore || (!isTold && isOver(deadline, desk.now)) ? { key, dueAt, askedAt } : null;
}

function lateFromOf(
  desk: Desk,
  { unit, deadline, from, isWritten }: TaskMatter,
  { tellings, ask }: Known & Pick<TaskObligation, 'ask'>,
): Deadline {
  if (ask) {
    const asked = tellings.find(({ sentAt }) => ask.askedAt?.equals(sentAt));
    const [, named] = asked?.told ?? [];
    if (named) return deadlineOf(named);
    if (ask.askedAt) return answerTo(desk, ask.askedAt);
    // Whoever no address reaches has had its time all the same.
    const isReached = desk.contactsOf(unit, 'Đầu mối').length > 0;
    return isReached ? answerDay(desk, ask.dueAt) : answerTo(desk, desk.calendar.nextSendAt(ask.dueAt));
  }
  if (isOver(deadline, from)) return deadlineOf({ day: localDay(from), time: null });
  const changed = tellings.findIndex((one) => isSameDeadline(one.deadline, deadline));
  // What the document words is known without a mail.
  const told = changed > 0 || !isWritten ? tellings[changed] : undefined;
  const day = told ? desk.calendar.addWorkingDays(localDay(told.sentAt), 1) : deadline.lastDay;
  return deadline.lastDay.until(day).sign > 0 ? deadlineOf({ day, time: null }) : deadline;
}
