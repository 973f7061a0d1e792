import { Temporal } from 'temporal-polyfill';
import type { LastMoment } from '../columns/date.ts';

/** A whole last valid day, from its ISO text. */
export function lastDay(iso: string): LastMoment {
  return { day: Temporal.PlainDate.from(iso), time: null };
}
