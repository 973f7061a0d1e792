import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../../sheets-schema/columns/vietnamese-date.ts';
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
export function timeOf(instant: Temporal.Instant): string {
  return formatTime(toLocal(instant).toPlainTime());
}
