import type { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { clean } from '../../sheets-schema/text.ts';
import { calm } from './calm-text.ts';

const DAYS = new RegExp(
  [
    String.raw`(?<![\d/.,-]|\d ?[/.])(?:(?<from>\d{1,2}) ?[-–] ?)?(?<last>\d{1,2} ?(?<mark>[/.-]) ?\d{1,2} ?\k<mark> ?\d{4})(?![\d/]|[.-]\d)`,
    String.raw`(?<![\d/.-])(?<iso>\d{4}-\d{2}-\d{2})(?![\d/]|-\d)`,
    String.raw`(?<!\d)(?<words>\d{1,2} tháng \d{1,2} năm \d{4})(?!\d)`,
  ].join('|'),
  'giu',
);

/**
 * Days in running text, in the order they stand. Day before month, four digits of year, real days only; `24/10`,
 * `24/10/25`, `10/24/2025` are no day. `24-31/10/2025` is both its ends.
 */
export function findDates(text: string): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (const { groups } of plain(text).matchAll(DAYS)) {
    const day = parseVietnameseDate(groups?.['last'] ?? groups?.['iso'] ?? groups?.['words'] ?? '');
    if (day === null) continue;
    const from = Number(groups?.['from'] ?? day.day);
    if (from > 0 && from < day.day) days.push(day.with({ day: from }));
    days.push(day);
  }
  return days;
}

const MONTHS =
  /(?<!\d )(?:tháng |\bT)(?<month>\d{1,2})(?: năm | ?[/.-] ?)(?<year>\d{4})(?!\d)|(?<![\d/.,-])(?<bare>\d{1,2})\/(?<bareYear>20\d{2})(?![\d/])/giu;
const QUARTERS =
  /(?<!\p{L})quý (?<quarters>(?:IV|I{1,3}|[1-4])(?:(?: ?(?:,|-|–|và) ?)(?:IV|I{1,3}|[1-4])){0,3})(?: năm | ?[/-] ?)(?<year>\d{4})(?!\d)/giu;
const QUARTER = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);

/** Months and quarters named with their year, as `2025-07` and `2025-Q3`: milestones that are no day. */
export function findPeriods(text: string): readonly string[] {
  const words = plain(text);
  const months = [...words.matchAll(MONTHS)].flatMap(({ groups }) => {
    const month = Number(groups?.['month'] ?? groups?.['bare']);
    const year = groups?.['year'] ?? groups?.['bareYear'];
    return month >= 1 && month <= 12 ? [`${year}-${String(month).padStart(2, '0')}`] : [];
  });
  const quarters = [...words.matchAll(QUARTERS)].flatMap(({ groups }) =>
    [...(groups?.['quarters'] ?? '').matchAll(/[IV]+|\d/giu)].map(
      ([name]) => `${groups?.['year']}-Q${QUARTER.get(name.toUpperCase()) ?? name}`,
    ),
  );
  return [...new Set([...months, ...quarters])];
}

const PERCENT = /(?<![\d.,])(?<whole>\d{1,6})(?:[.,](?<part>\d{1,4}))? ?(?:%|phần trăm)/giu;

/**
 * Percentages in running text, with a decimal comma. `1.234%` may mean two things and is none; `85.5%` can mean only
 * one.
 */
export function findPercents(text: string): readonly number[] {
  return [...plain(text).matchAll(PERCENT)].flatMap(([found, whole, part]) =>
    found.includes('.') && part?.length === 3 ? [] : [Number(`${whole}.${part ?? 0}`)],
  );
}

function plain(text: string): string {
  return clean(calm(text));
}
