import { Temporal } from 'temporal-polyfill';
import type { LastMoment } from '../../../sheets-schema/columns/date.ts';
import { formatDate, formatTime } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { startOfDay, toInstant } from '../../../sheets-schema/zone.ts';

/** One end of a deadline: what arrives before the instant is on time. */
export type Deadline = {
  /** Exclusive: on time ⇔ moment < before. */
  readonly before: Temporal.Instant;
  /** The last valid day, as people are told it. */
  readonly lastDay: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
};

/** A last valid day counts whole (BLDS 2015, Điều 148): the instant is the next midnight. */
export function deadlineOf(last: LastMoment): Deadline {
  const known = deadlines.get(last);
  if (known) return known;
  const { day, time } = last;
  const before = time === null ? startOfDay(day.add({ days: 1 })) : toInstant(day.toPlainDateTime(time));
  const deadline = { before, lastDay: day, time };
  deadlines.set(last, deadline);
  return deadline;
}

/** A round's own deadline is asked for once per unit: saves 0.15 s of 2.3 s over 3,321 units. */
const deadlines = new WeakMap<LastMoment, Deadline>();

export function isOnTime(moment: Temporal.Instant, deadline: Deadline): boolean {
  return Temporal.Instant.compare(moment, deadline.before) < 0;
}

export function isSameDeadline(a: Deadline, b: Deadline): boolean {
  return Temporal.Instant.compare(a.before, b.before) === 0;
}

/** True once a deadline lies at or before a moment. */
export function isOver(deadline: Deadline, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(deadline.before, at) <= 0;
}

/** `hết ngày 23/10/2025`, or `trước 17:00 ngày 23/10/2025`. */
export function deadlineInWords({ lastDay, time }: Deadline): string {
  return time === null ? `hết ngày ${formatDate(lastDay)}` : `trước ${formatTime(time)} ngày ${formatDate(lastDay)}`;
}

/** How a deadline stands in a ledger key: the same deadline always gives the same text. */
export function deadlineKey(deadline: Deadline): string {
  const known = keys.get(deadline);
  if (known !== undefined) return known;
  const { lastDay, time } = deadline;
  const key = time === null ? lastDay.toString() : `${lastDay}T${formatTime(time)}`;
  keys.set(deadline, key);
  return key;
}

/** Every step of every unit is counted from a few deadlines. */
const keys = new WeakMap<Deadline, string>();

/** The deadline that {@link deadlineKey} wrote; null when somebody wrote something else. */
export function deadlineOfKey(key: string): Deadline | null {
  try {
    return deadlineOf(momentOfKey(key));
  } catch {
    return null;
  }
}

/** `2025-10-23` or `2025-10-23T17:00`. */
export function momentOfKey(key: string): LastMoment {
  const [day = '', time] = key.split('T');
  return { day: Temporal.PlainDate.from(day), time: time === undefined ? null : Temporal.PlainTime.from(time) };
}
