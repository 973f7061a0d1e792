import { Temporal } from 'temporal-polyfill';
import { memoize } from './memoize.ts';

/** The one time zone of the product; Viet Nam keeps no summer time. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** The language of the file: in another one a typed 5/11/2025 is the 11th of May. */
export const LOCALE = 'vi_VN';

const ZONES: ReadonlySet<string> = new Set([ZONE, 'Asia/Saigon']);

/** How people's typing is read in a file. */
export type FileSettings = { readonly locale: string; readonly timeZone: string };

/** Whether a day typed in such a file is the day that was meant. */
export function readsDaysAsMeant({ locale, timeZone }: FileSettings): boolean {
  return (locale === LOCALE || locale === 'vi') && ZONES.has(timeZone);
}

export function toLocal(instant: Temporal.Instant): Temporal.PlainDateTime {
  return localAt(instant.epochNanoseconds);
}

const localAt = memoize((nanoseconds: bigint) =>
  Temporal.Instant.fromEpochNanoseconds(nanoseconds).toZonedDateTimeISO(ZONE).toPlainDateTime(),
);

/** A moment as the services write it: `2025-10-23T07:05:00.123456Z`. */
export const instantOf: (text: string) => Temporal.Instant = memoize((text) => Temporal.Instant.from(text));

export function toInstant(local: Temporal.PlainDateTime): Temporal.Instant {
  return local.toZonedDateTime(ZONE).toInstant();
}

/** The day a city's calendar shows at an instant. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  return dayAt(instant.epochMilliseconds);
}

const dayAt = memoize((milliseconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(ZONE).toPlainDate(),
);

/** The first instant of a day. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(ZONE).toInstant();
}
