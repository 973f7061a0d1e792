import { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { memoize } from '../../../sheets-schema/memoize.ts';
import { localDay, toLocal } from '../../../sheets-schema/zone.ts';

/** A moment on the clock of Ha Noi, as people read it: `10:15 ngày 24/10/2025`. */
export function momentWords(instant: Temporal.Instant): string {
  return `${timeOf(instant)} ngày ${dayOf(instant)}`;
}

/** The day of a moment in Ha Noi: `24/10/2025`. */
export function dayOf(instant: Temporal.Instant): string {
  return formatDate(localDay(instant));
}

/** The time of a moment in Ha Noi: `10:15`. */
export function timeOf({ epochMilliseconds }: Temporal.Instant): string {
  return timeAt(Math.floor(epochMilliseconds / 60_000));
}

/** By minutes: every unit's last mail has one, and they share a few. */
const timeAt = memoize((minutes: number) =>
  formatTime(toLocal(Temporal.Instant.fromEpochMilliseconds(minutes * 60_000)).toPlainTime()),
);
