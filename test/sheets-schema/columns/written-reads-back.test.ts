import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { LONGEST_CELL } from '../../../sheets-schema/cell.ts';
import { list, reference, yesNo } from '../../../sheets-schema/columns/choice.ts';
import { date, dateTime, lastMoment, namedDays, serviceTime } from '../../../sheets-schema/columns/date.ts';
import { email } from '../../../sheets-schema/columns/email.ts';
import { WRONG } from '../../../sheets-schema/columns/kind.ts';
import { key, longText, sentences, shortText, spacedKey, text } from '../../../sheets-schema/columns/text.ts';
import type { Column, Columns, Tab } from '../../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow, parseTab } from '../../../sheets-schema/parse-tab.ts';
import * as logs from '../../../sheets-schema/tabs/logs.ts';
import * as projections from '../../../sheets-schema/tabs/projections.ts';
import { system } from '../../../sheets-schema/tabs/system.ts';

/** Every tab that the system writes. */
const tabs: readonly Tab[] = [
  logs.reports,
  logs.answers,
  logs.filers,
  logs.ledger,
  logs.changes,
  ...Object.values(projections),
  system,
];

const columns = tabs.flatMap((tab) =>
  Object.entries(tab.columns as Columns).map(([name, column]) => ({
    title: `${tab.title} › ${column.header}`,
    tab,
    name,
    column,
  })),
);

/** What people and machines have been seen to send, and what they might. */
const SEEN = [
  '',
  ' ',
  '\u200B',
  '\u202Emoc.exe\u2066',
  '=IMPORTXML("https://evil.example")',
  "'=1",
  '+84 24',
  '#REF!',
  '#N/A',
  'Loading...',
  'FALSE',
  '007',
  '45954',
  '1e400',
  '0025-10-23',
  '\uD83C',
  'a\uDC00\uD800b',
  '\u0000\u0007\u001B[31m',
  'x\uFFFE\uFFFF',
  'Hồ Chí Minh'.normalize('NFD'),
  '\u0344'.repeat(60),
  `Huế${'\u0301\u0323'.repeat(5000)}`,
  'dòng một\r\ndòng hai\tcột',
  '👨‍👩‍👧 🏙️ '.repeat(20_000),
  'Đã rà soát đề án. '.repeat(3_400),
  'x'.repeat(LONGEST_CELL),
  'x'.repeat(LONGEST_CELL + 1),
  '\u0301'.repeat(60_000),
  'A1234; '.repeat(20_000),
];

const UNSEEN = /(?![\t\n\r])[\p{Cc}\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SEEN) },
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const anyDay = fc.oneof(
  fc
    .constantFrom(
      '0025-10-23',
      '1925-10-23',
      '1989-12-31',
      '1990-01-01',
      '2199-12-31',
      '2200-01-01',
      '2568-10-23',
      '9999-12-31',
      '+010000-01-01',
    )
    .map((text) => Temporal.PlainDate.from(text)),
  fc.integer({ min: -4_000_000, max: 4_000_000 }).map((days) => Temporal.PlainDate.from('1899-12-30').add({ days })),
);
const anyMoment = anyDay.chain((day) =>
  fc
    .integer({ min: 0, max: 86_399_999 })
    .map((milliseconds) => day.toZonedDateTime('Asia/Ho_Chi_Minh').add({ milliseconds }).toInstant()),
);

const anyNamedDay = fc.record({
  day: anyDay,
  time: fc.option(
    fc.integer({ min: 1, max: 1439 }).map((minute) => Temporal.PlainTime.from('00:00').add({ minutes: minute })),
  ),
});

/** Values of a column, from what the schema says of it. */
function valuesOf({ rule, format, empty, doc }: Column<unknown>): fc.Arbitrary<unknown> {
  if (doc === serviceTime.doc) return anyMoment.map(String);
  if (doc === namedDays.doc) return fc.option(fc.array(anyNamedDay, { minLength: 1, maxLength: 3 }), { freq: 20 });
  const some: fc.Arbitrary<unknown> =
    rule?.type === 'ONE_OF_LIST'
      ? fc.constantFrom(...rule.values)
      : rule?.type === 'BOOLEAN'
        ? fc.boolean()
        : format?.type === 'DATE'
          ? anyDay
          : format?.type === 'DATE_TIME'
            ? anyMoment
            : format?.type === 'NUMBER'
              ? fc.maxSafeInteger()
              : anyText;
  return empty === 'allowed' ? fc.option(some, { freq: 20 }) : some;
}

describe.each(columns)('$title', ({ column }) => {
  test('any value is written so that it reads back, and then the same', () => {
    fc.assert(
      fc.property(valuesOf(column), (value) => {
        const cell = column.codec.write(value);
        if (typeof cell === 'string') {
          expect(cell.length).toBeLessThanOrEqual(column.longest ?? LONGEST_CELL);
          expect(cell.isWellFormed()).toBe(true);
          expect(cell).not.toMatch(UNSEEN);
        }
        const read = column.codec.read(cell);
        // What a required column cannot say, nothing of ours writes; see the rows of the intake.
        if (column.empty === 'refused' && read === WRONG) {
          expect(cell).toBe('');
          return;
        }
        expect(read).not.toBe(WRONG);
        expect(column.codec.write(read)).toEqual(cell);
      }),
      { numRuns: 40 },
    );
  });
});

function isBlank(cell: unknown): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}

test.each(['2025-10-24', '1990-01-01', '2199-12-31'])('%s is a day in every column of days', (text) => {
  const day = Temporal.PlainDate.from(text);
  for (const { column } of columns.filter((one) => one.column.format?.type === 'DATE'))
    expect(String(column.codec.read(column.codec.write(day)))).toBe(text);
});

test('a day that an earlier release wrote and nobody can read is as if left out', () => {
  const { codec } = logs.reports.columns.officialDate;
  expect([-684_797, 9_999_999, 'hôm qua', ''].map((cell) => codec.read(cell))).toEqual([null, null, null, null]);
});

test.each([
  '23/10/0025',
  '23/10/1925',
  '31/12/1989',
  '1/1/2200',
  '23/10/2568',
  '2568-10-23',
  'ngày 23 tháng 10 năm 2568',
])('%s is no day, as a text no more than as a number', (text) => {
  expect(date.codec.read(text)).toBe(WRONG);
  expect(dateTime.codec.read(`${text} 08:30`)).toBe(WRONG);
  expect(lastMoment.codec.read(text)).toBe(WRONG);
});

test.each([
  '#REF!',
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#DIV/0!',
  '#ERROR!',
  '#NUM!',
  'Loading...',
  'Loading…',
  'Đang tải...',
  ' #ref! ',
])('%s is what a formula shows, and no text, name, key or list of anybody', (shown) => {
  for (const kind of [text, longText, key, spacedKey, list, reference('Đơn vị', 'Mã'), date, yesNo])
    expect(kind.codec.read(shown)).toBe(WRONG);
});

test.each([true, false])('a tick box that is %s is no text, name, key or list of anybody', (cell) => {
  for (const kind of [text, shortText, longText, sentences, key, spacedKey, list, reference('Đơn vị', 'Mã'), email])
    expect(kind.codec.read(cell), kind.doc).toBe(WRONG);
});

test.each([
  [45954, '24/10/2025'],
  [45954.5, '24/10/2025 12:00'],
  [32874, '01/01/1990'],
])('%s, which the Sheet made of a day that somebody typed, is that day in a text, and no key', (cell, words) => {
  for (const kind of [text, shortText, longText, sentences]) expect(kind.codec.read(cell)).toBe(words);
  for (const kind of [key, spacedKey]) expect(kind.codec.read(cell)).toBe(WRONG);
});

test.each([0, 305, 12112, 1.3, -1])('%s typed as a number is its figures in a text', (cell) => {
  for (const kind of [text, shortText, longText, sentences]) expect(kind.codec.read(cell)).toBe(String(cell));
});

test('a text that fits is written as it is, whatever it looks like', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...columns.filter(({ column }) => column.doc === 'verbatim text')),
      fc.string({ maxLength: 100 }),
      ({ column }, text) => {
        expect(column.codec.write(text)).toBe(text.trim() && text);
      },
    ),
  );
});

test('no moment reads back later than it was: what a run has just written is not yet to come', () => {
  fc.assert(
    fc.property(anyMoment, (moment) => {
      const read = dateTime.codec.read(dateTime.codec.write(moment));
      if (!(read instanceof Temporal.Instant)) return;
      const lost = read.until(moment).total('milliseconds');
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThan(1000);
    }),
  );
});

test('a whole row of every tab reads back', () => {
  for (const tab of tabs) {
    const row = fc.record(
      Object.fromEntries(Object.entries(tab.columns as Columns).map(([name, column]) => [name, valuesOf(column)])),
    );
    fc.assert(
      fc.property(row, (values) => {
        const cells = encodeRow(tab, values);
        const said = Object.entries(tab.columns as Columns).every(
          ([, { empty }], at) => empty === 'allowed' || !isBlank(cells[at]),
        );
        const { rows, broken } = parseTab(tab, [headerRow(tab), cells]);
        if (said) expect(broken).toEqual([]);
        if (said && !cells.every(isBlank)) expect(rows.map((one) => encodeRow(tab, one))).toEqual([cells]);
      }),
      { numRuns: 12 },
    );
  }
});
