import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { plain } from './plain-text.ts';

const DAYS = new RegExp(
  [
    String.raw`(?<![\d/.,-]|\d ?[/.])(?:(\d{1,2}) ?[-–] ?)?(\d{1,2} ?([/.-]) ?\d{1,2} ?\3 ?\d{4})(?![\d/]|[.-]\d)`,
    String.raw`(?<![\d/.-])(\d{4}-\d{2}-\d{2})(?![\d/]|-\d)`,
    String.raw`(?<!\d)(\d{1,2} tháng \d{1,2} năm \d{4})(?!\d)`,
  ].join('|'),
  'giu',
);

/**
 * Days in running text, each once, in the order they stand. Day before month, four digits of year, real days only:
 * `24/10`, `24/10/25`, `10/24/2025` are no day. `24-31/10/2025` is both its ends.
 */
export function findDates(text: string, most = Number.POSITIVE_INFINITY): readonly Temporal.PlainDate[] {
  const days = new Map<string, Temporal.PlainDate>();
  for (const [, from, last, , iso, words] of plain(text).matchAll(DAYS)) {
    const day = parseVietnameseDate(last ?? iso ?? words ?? '');
    if (day === null) continue;
    const start = Number(from ?? day.day);
    for (const one of start > 0 && start < day.day ? [day.with({ day: start }), day] : [day]) days.set(`${one}`, one);
    if (days.size >= most) break;
  }
  return [...days.values()].slice(0, most);
}

const MONTHS =
  /(?<!\d |\p{L})(?:tháng |T)(\d{1,2})(?: năm | ?[/.-] ?)(\d{4})(?!\d)|(?<![\p{L}\d/.,-]|quý )(\d{1,2})\/(20\d{2})(?![\d/])/giu;
const QUARTERS =
  /(?<!\p{L})quý ((?:IV|I{1,3}|[1-4])(?:(?: ?(?:,|-|–|và) ?)(?:IV|I{1,3}|[1-4])){0,3})(?: năm | ?[/-] ?)(\d{4})(?!\d)/giu;
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };

/** Months and quarters named with their year, as `2025-07` and `2025-Q3`, months first: milestones that are no day. */
export function findPeriods(text: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const line = plain(text);
  const periods = new Set<string>();
  for (const [, month, year, bare, bareYear] of line.matchAll(MONTHS)) {
    const number = Number(month ?? bare);
    if (number >= 1 && number <= 12) periods.add(`${year ?? bareYear}-${String(number).padStart(2, '0')}`);
    if (periods.size >= most) break;
  }
  for (const [, quarters = '', year] of line.matchAll(QUARTERS)) {
    for (const name of quarters.toUpperCase().match(/[IV]+|\d/g) ?? []) periods.add(`${year}-Q${ROMAN[name] ?? name}`);
    if (periods.size >= most) break;
  }
  return [...periods].slice(0, most);
}

const PERCENT = /(?<![\d.,])(\d{1,6})(?:([.,])(\d{1,4}))? ?(?:%|phần trăm)/giu;

/**
 * Percentages in running text, in the order they stand, with a decimal comma. `1.234%` may mean two things and is none;
 * `85.5%` can mean only one.
 */
export function findPercents(text: string, most = Number.POSITIVE_INFINITY): readonly number[] {
  const percents: number[] = [];
  for (const [, whole, mark, part] of plain(text).matchAll(PERCENT)) {
    if (mark === '.' && part?.length === 3) continue;
    percents.push(Number(`${whole}.${part ?? 0}`));
    if (percents.length >= most) break;
  }
  return percents;
}
