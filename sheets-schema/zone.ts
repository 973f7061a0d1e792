import { Temporal } from 'temporal-polyfill';

/** The one time zone of the product; Viet Nam keeps no summer time. */
export const ZONE = 'Asia/Ho_Chi_Minh';

export function toLocal(instant: Temporal.Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(ZONE).toPlainDateTime();
}

export function toInstant(local: Temporal.PlainDateTime): Temporal.Instant {
  return local.toZonedDateTime(ZONE).toInstant();
}

/** The day a city's calendar shows at an instant. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  return toLocal(instant).toPlainDate();
}

/** The first instant of a day. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return toInstant(day.toPlainDateTime(Temporal.PlainTime.from('00:00')));
}
