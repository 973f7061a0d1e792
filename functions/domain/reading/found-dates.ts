import { Temporal } from 'temporal-polyfill';
import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { clean, fold, straight } from '../../../sheets-schema/text.ts';

/**
 * Text as days, periods and deadlines are read from it, by these patterns: folded, so that missing and misplaced tone
 * marks do no harm, but for words that only then read like ours: a fund (quỹ) is no quarter, a province (tỉnh) counts
 * (tính) nothing.
 */
export function timeWords(text: string): string {
  return fold(straight(text).replace(/(?<!\p{L})(?:quỹ|tỉnh)(?!\p{L})/giu, '_'));
}

const YEAR_AFTER = String.raw`(?: ?[/.-] ?|,? (?:cua )?nam )(?<year>\d{4})(?!\d)`;
const AND = '(?:,|-|va|den)';

/** `24/10/2025`, `24-10-2025`, `ngày 24 tháng 10, năm 2025`; {@link dayIn} reads its groups. */
export const DAY = String.raw`(?<day>\d{1,2})(?<mark> ?[/.-] ?|,? thang )(?<month>\d{1,2})(?<again> ?[/.-] ?|,? nam )(?<year>\d{4})(?![\d/]|[.-]\d)`;
/** `tháng 7 năm 2025`, `T7/2025`, `tháng 7, 8 năm 2025`. */
export const MONTHS = String.raw`(?:thang |t)(?<months>\d{1,2}(?: ?${AND} ?(?:thang )?\d{1,2}){0,3})${YEAR_AFTER}`;
const QUARTER = String.raw`(?:iv|i{1,3}|[1-4])(?![a-z\d])`;
/** `quý III năm 2025`, `quí 3/2025`, `Q3/2025`, `quý III, IV năm 2025`. */
export const QUARTERS = String.raw`q(?:u[yi])?\.? ?(?<quarters>${QUARTER}(?: ?${AND} ?(?:qu[yi] )?${QUARTER}){0,3})${YEAR_AFTER}`;

type Groups = Readonly<Record<string, string | undefined>>;

/** @returns null for what is no day: `31/02/2025`, or marks that do not agree, as in `24/10.2025`. */
export function dayIn({ day, mark = '', month, again = '', year }: Groups): Temporal.PlainDate | null {
  const [first, second] = [mark.trim(), again.trim()];
  if (first.length === 1 && second.length === 1 && first !== second) return null;
  return parseVietnameseDate(`${day}/${month}/${year}`);
}

/** The numbers of the months or quarters that a list names. */
export function numbersIn(list: string): readonly number[] {
  return (list.match(/(?<![a-z])(?:iv|i{1,3})(?![a-z])|\d+/g) ?? []).map((name) =>
    /\d/.test(name) ? Number(name) : ROMAN.indexOf(name) + 1,
  );
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

const DAYS = new RegExp(
  String.raw`(?<![\d/.,]|\d ?[/.]|[a-z\d]-)(?:(?<begin>\d{1,2}) ?- ?)?${DAY}|(?<![\d/.-])(?<iso>\d{4}-\d{2}-\d{2})(?![\d/]|-\d)`,
  'g',
);

/**
 * Days in running text, each once, in the order they stand. Day before month, four digits of year, real days only:
 * `24/10`, `24/10/25`, `10/24/2025` are no day. `24-31/10/2025` is both its ends.
 */
export function findDates(text: string, most = Number.POSITIVE_INFINITY): readonly Temporal.PlainDate[] {
  return datesIn(timeWords(text), most);
}

/** @param words as {@link timeWords} gives them */
export function datesIn(words: string, most: number): readonly Temporal.PlainDate[] {
  const days = new Map<string, Temporal.PlainDate>();
  for (const { groups = {} } of words.matchAll(DAYS)) {
    const day = groups['iso'] === undefined ? dayIn(groups) : parseVietnameseDate(groups['iso']);
    if (day === null) continue;
    const start = Number(groups['begin'] ?? day.day);
    for (const one of start > 0 && start < day.day ? [day.with({ day: start }), day] : [day]) days.set(`${one}`, one);
    if (days.size >= most) break;
  }
  return [...days.values()].slice(0, most);
}

const ALL_QUARTERS = new RegExp(String.raw`(?<!\p{L})${QUARTERS}`, 'gu');
const ALL_MONTHS = new RegExp(
  String.raw`(?<!\d,? |\p{L})${MONTHS}|(?<![\p{L}\d/.,-]|[/.-] |q(?:u[yi])? )(?<bare>\d{1,2}) ?/ ?(?<bareYear>20\d{2})(?! ?[\d/])`,
  'gu',
);

/** Months and quarters named with their year, as `2025-07` and `2025-Q3`, months first: milestones that are no day. */
export function findPeriods(text: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  return periodsIn(timeWords(text), most);
}

/** @param words as {@link timeWords} gives them */
export function periodsIn(words: string, most: number): readonly string[] {
  const quarters = new Set<string>();
  const rest = words.replace(ALL_QUARTERS, (...match) => {
    const { quarters: list, year } = match.at(-1) as Groups;
    for (const number of numbersIn(list ?? '')) quarters.add(`${year}-Q${number}`);
    return ' ';
  });
  const months = new Set<string>();
  for (const { groups = {} } of rest.matchAll(ALL_MONTHS)) {
    const { months: list, bare, year = groups['bareYear'] } = groups;
    for (const number of numbersIn(list ?? bare ?? '')) {
      if (number >= 1 && number <= 12) months.add(`${year}-${String(number).padStart(2, '0')}`);
    }
    if (months.size >= most) break;
  }
  return [...months, ...quarters].slice(0, most);
}

/** The last day of a period as {@link findPeriods} names it. */
export function lastDayOf(period: string): Temporal.PlainDate {
  const [year = '', part = ''] = period.split('-');
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part);
  return Temporal.PlainYearMonth.from({ year: Number(year), month }).toPlainDate({ day: 31 });
}

const CLAUSES = /;|\.(?!\d)|,(?! ?(?:nam|thang|quy|\d))/;
const TO_COME =
  /(?<![a-z])(?:du kien|phan dau|se|truoc|trong|cham nhat|muon nhat|hoan thanh|xong|ban hanh|thong qua|phe duyet|han|trinh)(?![a-z])/;
const SURELY_TO_COME =
  /(?<![a-z])(?:du kien|phan dau|se|cham nhat|muon nhat)(?![a-z])(?!.*(?<![a-z])(?:da|vua)(?![a-z]))/;
const GONE_BY = /(?<![a-z])(?:da|vua)(?![a-z])/;

/**
 * Of the days and periods those that something is expected by, in the words of the same clause: `dự kiến`, `trước`,
 * `hoàn thành`. The day of a meeting is none, nor that of what was done already.
 * @param words as {@link timeWords} gives them
 */
export function expectedIn(words: string, most: number): readonly string[] {
  if (!/\d{4}/.test(words)) return [];
  const expecting = words
    .split(CLAUSES)
    .filter((clause) => TO_COME.test(clause) && (!GONE_BY.test(clause) || SURELY_TO_COME.test(clause)));
  const found = expecting.flatMap((clause) => [...datesIn(clause, most).map(String), ...periodsIn(clause, most)]);
  return found.slice(0, most);
}

const PERCENT = /(?<![\d.,])(\d{1,6})(?:([.,])(\d{1,4}))? ?(?:%|phần trăm)/giu;

/**
 * Percentages in running text, in the order they stand, with a decimal comma. `1.234%` may mean two things and is none;
 * `85.5%` can mean only one.
 */
export function findPercents(text: string, most = Number.POSITIVE_INFINITY): readonly number[] {
  const percents: number[] = [];
  for (const [, whole, mark, part] of clean(text).matchAll(PERCENT)) {
    if (mark === '.' && part?.length === 3) continue;
    percents.push(Number(`${whole}.${part ?? 0}`));
    if (percents.length >= most) break;
  }
  return percents;
}
