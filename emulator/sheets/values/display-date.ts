import { type WallTime, wallTimeOf } from './serial-date.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const token = /"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+|./gi;

/** A serial date in a pattern such as `dd/MM/yyyy HH:mm`. An `m` next to an hour or a second is a minute. */
export function displayDate(serial: number, pattern: string): string {
  const parts = pattern.match(token) ?? [];
  const isTwelveHour = /am\/pm|a\/p/i.test(pattern);
  const time = wallTimeOf(serial);
  const context = { parts, isTwelveHour, time };
  return parts.map((part, index) => displayPart(part, index, context)).join('');
}

type Context = { parts: string[]; isTwelveHour: boolean; time: WallTime };

function displayPart(part: string, index: number, { parts, isTwelveHour, time }: Context): string {
  const width = part.length;
  switch (part[0]?.toLowerCase()) {
    case 'y':
      return width > 2 ? pad(time.year, 4) : pad(time.year % 100, 2);
    case 'd':
      return width > 2 ? named(weekdays[time.weekday], width === 3) : pad(time.day, width);
    case 'h':
      return pad(isTwelveHour ? time.hour % 12 || 12 : time.hour, width);
    case 's':
      return pad(time.second, width);
    case 'm':
      return isMinute(parts, index) ? pad(time.minute, width) : displayMonth(time.month, width);
    case 'a':
      return time.hour < 12 ? part.slice(0, width / 2 - 0.5) : part.slice(-(width / 2 - 0.5));
    case '"':
      return part.slice(1, -1);
    case '\\':
      return part.slice(1);
    default:
      return part;
  }
}

function displayMonth(month: number, width: number): string {
  return width > 2 ? named(months[month - 1], width === 3) : pad(month, width);
}

function isMinute(parts: string[], index: number): boolean {
  const isField = (part: string) => /^[ymdhs]/i.test(part);
  const before = parts.slice(0, index).findLast(isField);
  const after = parts.slice(index + 1).find(isField);
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const named = (name = '', isShort: boolean): string => (isShort ? name.slice(0, 3) : name);
