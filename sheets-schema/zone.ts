import { Temporal } from 'temporal-polyfill';
import { memoize } from './memoize.ts';

/** The one time zone of the product; Viet Nam keeps no summer time. */
export const ZONE = 'Asia/Ho_Chi_Minh';

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
