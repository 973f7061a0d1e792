import { describe, expect, test } from 'vitest';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';

function days(year: number, kind: string, ...statuses: readonly string[]): string {
  return holidaySeeds
    .filter((one) => one.day.year === year && one.kind === kind && statuses.includes(one.status))
    .map((one) => one.day.toString().slice(5))
    .join(' ');
}

describe.each([
  {
    year: 2025,
    off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    madeUp: '04-26',
    proposedOff: '',
    proposedMadeUp: '',
  },
  {
    year: 2026,
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    madeUp: '01-10 08-22',
    proposedOff: '11-23',
    proposedMadeUp: '11-28',
  },
  {
    year: 2027,
    off: '01-01 04-16 04-30 05-03 09-02 11-24',
    madeUp: '',
    proposedOff: '02-04 02-05 02-08 02-09 02-10 02-11 02-12 09-03',
    proposedMadeUp: '',
  },
])('$year', ({ year, off, madeUp, proposedOff, proposedMadeUp }) => {
  test('days off', () => expect(days(year, 'Nghỉ', 'chốt', 'tính theo luật')).toBe(off));
  test('Saturdays worked instead', () => expect(days(year, 'Làm bù', 'chốt', 'tính theo luật')).toBe(madeUp));
  test('days only proposed', () => expect(days(year, 'Nghỉ', 'đề xuất')).toBe(proposedOff));
  test('Saturdays only proposed', () => expect(days(year, 'Làm bù', 'đề xuất')).toBe(proposedMadeUp));
});

test('days off are weekdays, made-up days Saturdays', () => {
  for (const { day, kind } of holidaySeeds) {
    if (kind === 'Nghỉ') expect(day.dayOfWeek, day.toString()).toBeLessThan(6);
    else expect(day.dayOfWeek, day.toString()).toBe(6);
  }
});

test('days stand in order, each once, each with its ground', () => {
  const order = holidaySeeds.map((one) => one.day.toString());
  expect(order).toEqual([...new Set(order)].sort());
  expect(holidaySeeds.filter((one) => one.source === null)).toEqual([]);
});

test.each([
  ['2026-11-24', 'tính theo luật'],
  ['2026-11-23', 'đề xuất'],
  ['2026-01-02', 'chốt'],
  ['2026-04-27', 'tính theo luật'],
  ['2027-02-08', 'đề xuất'],
])('%s is %s', (day, status) => {
  expect(holidaySeeds.find((one) => one.day.toString() === day)?.status).toBe(status);
});
