import { Temporal } from 'temporal-polyfill';
import { clean } from '../text.ts';
import { dateTimeOfSerial, isUsualYear } from './serial.ts';

const PATTERNS = [
  /^(?:ngày )?(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/i,
  /^(?:ngày )?(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{4})$/i,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?:ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2}) năm (?<year>\d{4})$/i,
] as const;

/**
 * A day as Vietnamese officials write it: `24/10/2025`, `24-10-2025`, `24.10.2025`, `2025-10-24`, `ngày 24 tháng 10 năm
 * 2025`. Day always comes before month; a day without a year, or month before day, is never guessed.
 * @returns null when the text is none of these, no real day, or one of a year that nobody means ({@link isUsualYear}).
 */
export function parseVietnameseDate(text: string): Temporal.PlainDate | null {
  const words = clean(text);
  if (words.length > 40) return null;
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(words)?.groups;
    if (groups) return realDay(Number(groups['year']), Number(groups['month']), Number(groups['day']));
  }
  return null;
}

function realDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (!isUsualYear(year)) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** `dd/MM/yyyy`, as mails and tables print a day. */
export function formatDate(day: Temporal.PlainDate): string {
  return `${two(day.day)}/${two(day.month)}/${day.year}`;
}

/** `HH:mm`. */
export function formatTime(time: Temporal.PlainTime): string {
  return `${two(time.hour)}:${two(time.minute)}`;
}

/** What somebody typed where the Sheet made a day of it: the day in words, with its time where there is one. */
export function serialInWords(serial: number): string {
  const moment = dateTimeOfSerial(serial);
  const [day, time] = [formatDate(moment.toPlainDate()), formatTime(moment.toPlainTime())];
  return time === '00:00' ? day : `${day} ${time}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
