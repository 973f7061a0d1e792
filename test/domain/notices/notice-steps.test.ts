import { describe, expect, test } from 'vitest';
import { readSteps, stepDueAt } from '../../../functions/domain/notices/notice-steps.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { holidaySeeds } from '../../../sheets-schema/seed/holidays.ts';
import { clock, day, usualSettings } from './notice-world.ts';

const calendar = createCalendar(holidaySeeds, usualSettings.windows);

describe('reading the steps', () => {
  test.each([
    [
      'as they stand in Cài đặt',
      ['-5', '-3', '-1', '0', '1', '3', '5'],
      { reminders: [-5, -3, -1, 0], late: [1, 3], leaders: 5, wrong: [] },
    ],
    ['in any order, with doubles', ['3', '1', '-1', '1'], { reminders: [-1], late: [1, 3], leaders: null, wrong: [] }],
    [
      'with the dashes and signs people type',
      ['−3', '–1', '+2'],
      { reminders: [-3, -1], late: [2], leaders: null, wrong: [] },
    ],
    [
      'words and fractions are handed back',
      ['ba', '1.5', '', '-0'],
      { reminders: [0], late: [], leaders: null, wrong: ['ba', '1.5', ''] },
    ],
    [
      'a slip of the finger is handed back',
      ['-300', '1'],
      { reminders: [], late: [1], leaders: null, wrong: ['-300'] },
    ],
    [
      'there is no fourth step after the deadline',
      ['1', '2', '3', '4'],
      { reminders: [], late: [1, 2], leaders: 3, wrong: ['4'] },
    ],
    ['none at all', [], { reminders: [], late: [], leaders: null, wrong: [] }],
  ])('%s', (_, texts, expected) => {
    expect(readSteps(texts)).toEqual(expected);
  });
});

describe('when a step falls due', () => {
  test.each([
    ['in the week', '2025-10-31', -3, '2025-10-28 08:30'],
    ['over Tet the days before count back', '2026-02-24', -3, '2026-02-12 08:30'],
    ['on a last day that is a holiday, the day before', '2026-11-24', 0, '2026-11-20 08:30'],
    ['late after the holiday', '2026-11-20', 2, '2026-11-25 08:30'],
    ['late on a make-up Saturday', '2026-08-21', 1, '2026-08-22 08:30'],
    ['late on a day that is only proposed as a holiday: the next sending day', '2026-11-20', 1, '2026-11-25 08:30'],
    ['a reminder on such a day: the sending day before', '2026-11-25', -1, '2026-11-20 08:30'],
  ])('%s', (_, lastDay, step, expected) => {
    expect(clock(stepDueAt(calendar, day(lastDay), step))).toBe(expected);
  });
});
