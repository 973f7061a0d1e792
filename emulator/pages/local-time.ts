import { Temporal } from 'temporal-polyfill';

/** The pages show time as people in Viet Nam read it, whatever the machine's zone. */
const ZONE = 'Asia/Ho_Chi_Minh';

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

export const localTime = (instant: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);

/** `Thứ Sáu, 24/10/2025 08:30`. */
export function longTime(instant: string): string {
  return `${weekdays[localTime(instant).dayOfWeek - 1]}, ${shortTime(instant)}`;
}

/** `24/10/2025 08:30`. */
export function shortTime(instant: string): string {
  const { day, month, year, hour, minute } = localTime(instant);
  return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`;
}

/** Reads what {@link shortTime} writes; nothing when it is no such time. */
export function readTime(text: string): Temporal.Instant | undefined {
  const parts = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!parts) return undefined;
  const [day, month, year, hour, minute] = parts.slice(1).map(Number);
  const written = { day: day ?? 0, month: month ?? 0, year: year ?? 0, hour: hour ?? 0, minute: minute ?? 0 };
  try {
    return Temporal.ZonedDateTime.from({ ...written, timeZone: ZONE }, { overflow: 'reject' }).toInstant();
  } catch {
    return undefined;
  }
}

const two = (number: number) => String(number).padStart(2, '0');
