import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createCalendar, longRests, parseWindows } from '../../../functions/domain/time/working-calendar.ts';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';
import type { Holiday } from '../../../sheets-schema/tabs/holidays.ts';
import { aHoliday, at, clock, day } from '../notices/notice-world.ts';

const WINDOWS = ['08:30-11:00', '13:45-16:00'];
const calendar = createCalendar(holidaySeeds, WINDOWS);

describe('which days are working days, and on which mails may go', () => {
  test.each([
    ['Friday 02/05/2025, swapped for a Saturday, is off', '2025-05-02', false, false],
    ['Saturday 26/04/2025 makes up for it', '2025-04-26', true, true],
    ['Friday 02/01/2026 is off', '2026-01-02', false, false],
    ['Saturday 10/01/2026 makes up for it', '2026-01-10', true, true],
    ['Monday 27/04/2026 stands in for a Sunday holiday', '2026-04-27', false, false],
    ['Monday 31/08/2026 is off', '2026-08-31', false, false],
    ['Saturday 22/08/2026 makes up for it', '2026-08-22', true, true],
    ['Sunday 22/11/2026 is off', '2026-11-22', false, false],
    ['Monday 23/11/2026 is only proposed: it counts, but nothing is sent', '2026-11-23', true, false],
    ['Tuesday 24/11/2026 is the Day of Culture', '2026-11-24', false, false],
    ['Saturday 28/11/2026 is only proposed as make-up: still a weekend', '2026-11-28', false, false],
    ['a plain Wednesday', '2026-11-25', true, true],
  ])('%s', (_, iso, isWorking, maySend) => {
    expect([calendar.isWorkingDay(day(iso)), calendar.maySend(day(iso))]).toEqual([isWorking, maySend]);
  });
});

describe('days off without end are no days off', () => {
  const rest = (first: string, count: number, own: Partial<Holiday> = {}) =>
    Array.from({ length: count }, (_, index) => aHoliday(day(first).add({ days: index }).toString(), own));
  const weekdays = (rows: readonly Holiday[]) => rows.filter(({ day: { dayOfWeek } }) => dayOfWeek < 6);

  test.each([
    ['four years filled down', rest('2025-10-01', 1500), true],
    ['weekdays alone', weekdays(rest('2025-10-01', 60)), true],
    ['proposed ones, which stop mail as well', rest('2025-10-01', 60, { status: 'đề xuất' }), true],
    ['in no order', rest('2025-10-01', 60).toReversed(), true],
    ['a month that a working day parts', weekdays(rest('2025-10-01', 31)).filter((_, index) => index !== 11), false],
    ['three weeks', rest('2025-10-01', 21), false],
    ['make-up days', rest('2025-10-01', 60, { kind: 'Làm bù' }), false],
    ['those of a new file', holidaySeeds, false],
  ])('%s: %#', (_, rows, isSlip) => {
    expect(longRests(rows)).toHaveLength(isSlip ? 1 : 0);
    expect(createCalendar(rows, WINDOWS).maySend(day('2025-10-08'))).toBe(
      isSlip || rows.every((one) => one.kind === 'Làm bù' || !one.day.equals(day('2025-10-08'))),
    );
  });
});

describe('counting working days', () => {
  test.each([
    ['0 is the day itself, even a Sunday', '2026-11-22', 0, '2026-11-22'],
    ['Friday + 1 is Monday', '2025-10-31', 1, '2025-11-03'],
    ['Monday - 1 is Friday', '2025-11-03', -1, '2025-10-31'],
    ['from a Sunday the first working day after it', '2025-11-02', 1, '2025-11-03'],
    ['from a Sunday the first working day before it', '2025-11-02', -1, '2025-10-31'],
    ['over the week of Tet', '2026-02-13', 1, '2026-02-23'],
    ['over a make-up Saturday', '2026-01-09', 1, '2026-01-10'],
    ['a proposed holiday counts', '2026-11-20', 1, '2026-11-23'],
  ])('%s', (_, from, n, expected) => {
    expect(calendar.addWorkingDays(day(from), n).toString()).toBe(expected);
  });

  test.each([
    ['the day after the last day is one day late', '2025-10-23', '2025-10-24', 1],
    ['a weekend adds nothing', '2025-10-24', '2025-10-26', 0],
    ['before the last day the count is negative', '2025-10-30', '2025-10-27', -3],
    ['the same day is neither late nor early', '2025-10-23', '2025-10-23', 0],
  ])('%s', (_, a, b, expected) => {
    expect(calendar.workingDaysBetween(day(a), day(b))).toBe(expected);
  });

  const days = fc.integer({ min: 0, max: 1000 }).map((n) => day('2025-01-01').add({ days: n }));

  test('n working days after a working day, n are counted between the two', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (start, n) => {
        fc.pre(calendar.isWorkingDay(start));
        expect(calendar.workingDaysBetween(start, calendar.addWorkingDays(start, n))).toBe(n);
      }),
    );
  });

  test('the order of the rows in Lịch nghỉ changes nothing', () => {
    const shuffled = fc.shuffledSubarray([...holidaySeeds], { minLength: holidaySeeds.length });
    fc.assert(
      fc.property(shuffled, days, fc.integer({ min: -9, max: 9 }), (rows, start, n) => {
        const other = createCalendar(rows, WINDOWS);
        expect(other.addWorkingDays(start, n).equals(calendar.addWorkingDays(start, n))).toBe(true);
        expect(other.maySend(start)).toBe(calendar.maySend(start));
      }),
    );
  });

  test('a day off wins over a make-up day on the same date, whichever row stands first', () => {
    const rows = [aHoliday('2026-01-10'), aHoliday('2026-01-10', { kind: 'Làm bù' })];
    expect(createCalendar(rows, WINDOWS).isWorkingDay(day('2026-01-10'))).toBe(false);
    expect(createCalendar(rows.toReversed(), WINDOWS).isWorkingDay(day('2026-01-10'))).toBe(false);
  });
});

describe('when mails may go', () => {
  test.each([
    ['before the morning', '2026-11-25 07:00', '2026-11-25 08:30'],
    ['in the morning, at once', '2026-11-25 09:12', '2026-11-25 09:12'],
    ['the end of a window is already too late', '2026-11-25 11:00', '2026-11-25 13:45'],
    ['after hours, the next morning', '2026-11-25 16:00', '2026-11-26 08:30'],
    ['from Friday evening over weekend, proposed day and holiday', '2026-11-20 18:00', '2026-11-25 08:30'],
  ])('%s', (_, from, expected) => {
    expect(clock(calendar.nextSendAt(at(from)))).toBe(expected);
  });

  test('the next moment is open, never earlier than asked, and nothing open lies between', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 700 }).map((n) => at('2025-01-01 00:00').add({ minutes: n }));
    fc.assert(
      fc.property(minutes, (instant) => {
        const next = calendar.nextSendAt(instant);
        expect(calendar.isOpen(next)).toBe(true);
        expect(Temporal.Instant.compare(next, instant)).toBeGreaterThanOrEqual(0);
        expect(calendar.isOpen(instant)).toBe(next.equals(instant));
        if (!next.equals(instant)) expect(calendar.isOpen(next.subtract({ seconds: 1 }))).toBe(false);
      }),
    );
  });
});

describe('reading the hours', () => {
  test('people write them in several ways', () => {
    const { windows, wrong } = parseWindows(['13h45 - 16h', '8:30–11:00']);
    expect(windows.map(({ from, until }) => `${from}-${until}`)).toEqual(['08:30:00-11:00:00', '13:45:00-16:00:00']);
    expect(wrong).toEqual([]);
  });

  test.each(['sáng', '11:00-08:30', '08:30', '25:00-26:00', '08:30-08:30', '08:70-09:00'])(
    '%s is handed back',
    (text) => {
      expect(parseWindows([text, '09:00-10:00'])).toMatchObject({ windows: [{}], wrong: [text] });
    },
  );

  test('when nothing can be read the built-in hours serve', () => {
    expect(clock(createCalendar([], ['sáng']).nextSendAt(at('2026-11-25 07:00')))).toBe('2026-11-25 08:30');
  });
});
