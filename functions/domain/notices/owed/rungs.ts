import type { Temporal } from 'temporal-polyfill';
import type { NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { Deadline } from '../../time/deadline.ts';
import { isTerminal, type LedgerEntry } from '../ledger.ts';
import type { Moot } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { keyOf } from './owe.ts';

/** What a unit owes by a day, be it the report of a round or a task of the register: all climb the one ladder. */
export type Obligation = {
  /** Round or task id. */
  readonly subject: string;
  readonly unit: string;
  readonly deadline: Deadline;
  /** Under which kinds the steps before and after the deadline stand in the ledger. */
  readonly names: { readonly reminder: NoticeKind; readonly late: NoticeKind };
  readonly steps: ReturnType<Desk['stepsOf']>;
  /** What fell due before is dropped: the unit had not been asked yet, or was given more time since. */
  readonly from: Temporal.Instant;
  /** From which last day late steps are counted. */
  readonly lateFrom: Deadline;
  /** What falls due afterwards never was. */
  readonly doneAt: Temporal.Instant | null;
  /** Whether a reminder is worth sending in the time there was. */
  readonly isTactful: (reminder: Rung) => boolean;
};

export type Rung = {
  readonly key: string;
  readonly step: number;
  readonly dueAt: Temporal.Instant;
  readonly entry: LedgerEntry | undefined;
};

/** Every step of the ladder under the deadline in force. */
export function allRungs(desk: Desk, obligation: Obligation): readonly Rung[] {
  const { subject, unit, deadline, names, lateFrom } = obligation;
  const { reminders, late, again } = obligation.steps;
  const remindsOn = desk.stepsFrom(deadline);
  const isLateOn = desk.stepsFrom(lateFrom);
  return [...reminders, ...late, ...again].map((step) => {
    const dueAt = (step > 0 ? isLateOn : remindsOn)(step);
    const own = { subject, unit, deadline, step: String(step), dueAt };
    const key = keyOf(step > 0 ? names.late : names.reminder, own);
    return { key, step, dueAt, entry: desk.ledger.entries.get(key) };
  });
}

/** Those that have no end yet and count, those to come included. */
export function openRungs({ from, doneAt, isTactful }: Obligation, all: readonly Rung[]): readonly Rung[] {
  return all.filter(
    (rung) =>
      !(rung.entry && isTerminal(rung.entry.state)) &&
      isBefore(from, rung.dueAt) &&
      (rung.step > 0 || isTactful(rung)) &&
      (doneAt === null || isBefore(rung.dueAt, doneAt)),
  );
}

/** A step added below one that went out has nothing more to say. */
export function highestSent(rungs: readonly Rung[]): number {
  const sent = rungs.filter(({ entry }) => entry?.sentAt).map(({ step }) => step);
  return Math.max(Number.NEGATIVE_INFINITY, ...sent);
}

export function overtaken({ step }: Rung, highest: number): Moot | null {
  return step < highest ? { state: 'gộp vào thư mạnh hơn', reason: 'Thư của bước sau đã gửi.' } : null;
}

/**
 * How many late notices will have gone before one that is still to come: those due now go as one mail, as do those of one
 * moment.
 */
export function lateBefore(desk: Desk, rungs: readonly Rung[], { dueAt }: Rung): number {
  if (!isBefore(desk.now, dueAt)) return 0;
  const late = rungs.filter((one) => one.step > 0 && isBefore(one.dueAt, dueAt));
  const ahead = new Set(late.flatMap((one) => (isBefore(desk.now, one.dueAt) ? one.dueAt.epochMilliseconds : [])));
  const due = late.some((one) => !isBefore(desk.now, one.dueAt)) ? 1 : 0;
  return ahead.size + due;
}
