import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import { type Deadline, deadlineOf } from '../../time/deadline.ts';
import type { LedgerEntry } from '../ledger.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';

/** Working days a unit has to answer a mail that presses for an answer, and the hour of the last of them. */
const DAYS_TO_ANSWER = 2;
const HOUR_TO_ANSWER = Temporal.PlainTime.from('16:00');

/** Counted from the day on which a mail leaves that is due at a moment. */
export function answerDay(desk: Desk, dueAt: Temporal.Instant): Deadline {
  return answerTo(desk, desk.calendar.nextSendAt(later(desk.now, dueAt)));
}

/** By when a mail that left at a moment is to be answered. */
export function answerTo({ calendar }: Pick<Desk, 'calendar'>, sentAt: Temporal.Instant): Deadline {
  return deadlineOf({ day: calendar.addWorkingDays(localDay(sentAt), DAYS_TO_ANSWER), time: HOUR_TO_ANSWER });
}

/**
 * Whether a mail was begun that may be telling an agency of its tasks just now. One that nobody ends, as its task is in
 * doubt or at rest, is waited for as long as it would have given to answer.
 */
export function isTaskMailUnderWay(desk: Desk, unit: string): boolean {
  return desk
    .taskMailsBegun(unit)
    .some((entry) => !isHeld(desk, entry) || isBefore(desk.now, answerTo(desk, entry.at).before));
}

function isHeld(desk: Desk, { parts, state }: LedgerEntry): boolean {
  if (state === 'đã xuất' || !parts) return true;
  const status = desk.tasks.find(({ task, unit }) => task.id === parts.subject && unit.code === parts.unit);
  const rests = status !== undefined && (status.paused || !status.task.approved);
  return rests || desk.doubtAbout(parts.subject, parts.unit) !== null;
}
