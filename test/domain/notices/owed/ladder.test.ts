import { describe, expect, test } from 'vitest';
import {
  aRound,
  aStatus,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
} from '../notice-world.ts';

const rung = (step: number, kind = 'nhac') => `2025-10/HPG/${kind}/${step}@2025-10-31`;
const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('the ladder of a unit that has not filed', () => {
  test.each([
    ['before the first step nothing is due', '2025-10-23 10:00', []],
    ['five working days before the last day', '2025-10-24 08:30', ['Nhắc việc -5: send']],
    ['before the hours of that day', '2025-10-24 08:29', []],
    ['a missed morning is made good the same day', '2025-10-24 15:00', ['Nhắc việc -5: send']],
    ['outside the hours it waits for the next window', '2025-10-24 12:00', ['Nhắc việc -5: wait 2025-10-24 13:45']],
    ['over the weekend it waits for Monday', '2025-10-25 09:00', ['Nhắc việc -5: wait 2025-10-27 08:30']],
    [
      'several missed steps become one mail',
      '2025-10-30 09:00',
      ['Nhắc việc -1: send', 'Nhắc việc -3: gộp vào thư mạnh hơn', 'Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    [
      'on Saturday after the deadline reminders have become pointless',
      '2025-11-01 09:00',
      [0, -1, -3, -5].map((step) => `Nhắc việc ${step}: không cần nữa`),
    ],
    [
      'a late notice takes all missed reminders with it',
      '2025-11-03 08:30',
      ['Quá hạn lần 1 1: send', ...[0, -1, -3, -5].map((step) => `Nhắc việc ${step}: gộp vào thư mạnh hơn`)],
    ],
  ])('%s', (_, now, expected) => {
    expect(lines(decidedFor(policyInput(now)))).toEqual(expected);
  });

  test.each([
    ['a step that went is not planned again', '2025-10-24 14:00', sent(rung(-5), '2025-10-24 08:30'), []],
    [
      'a step added below one that went is settled',
      '2025-10-29 09:00',
      sent(rung(-3), '2025-10-28 08:30'),
      ['Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    ['a restored file repeats nothing', '2025-10-24 14:00', ledgerRow(rung(-5), 'khôi phục', '2025-10-24 13:50'), []],
  ])('%s', (_, now, row, expected) => {
    expect(lines(decidedFor(policyInput(now, { rows: [...invitedRows, row] })))).toEqual(expected);
  });

  test('late notices are numbered by those that went, not by their step', () => {
    const late = (rows: readonly ReturnType<typeof sent>[]) => {
      const plan = decidedFor(policyInput('2025-11-05 09:00', { rows: [...invitedRows, ...rows] }));
      const first = plan.find(({ fate }) => fate.do === 'send');
      return [first?.notice.kind, first?.notice.step, first?.notice.nth];
    };
    expect(late([])).toEqual(['Quá hạn lần 1', '3', 1]);
    expect(late([sent(rung(1, 'qua-han'), '2025-11-03 08:30')])).toEqual(['Quá hạn lần 2', '3', 2]);
    expect(late([ledgerRow(rung(1, 'qua-han'), 'gộp vào thư mạnh hơn', '2025-11-03 08:30')])).toEqual([
      'Quá hạn lần 1',
      '3',
      1,
    ]);
  });

  test.each([
    ['filed before a step was due: it never was', '2025-10-28 08:29', '2025-10-28 09:00', []],
    ['filed after it was due: settled', '2025-10-28 08:31', '2025-10-28 09:00', ['Nhắc việc -3: đã nộp']],
  ])('%s', (_, filedAt, now, expected) => {
    const rows = [...invitedRows, sent(rung(-5), '2025-10-24 08:30')];
    const plan = decidedFor(policyInput(now, { rows, statuses: [aStatus({ ...filed(filedAt), versions: [] })] }));
    expect(lines(plan)).toEqual(expected);
  });

  test('a last day on Sunday is reminded of on Friday, and late on Monday at the earliest', () => {
    const statuses = [aStatus({ effective: dueBy('2025-11-02') })];
    const on = (now: string) => lines(decidedFor(policyInput(now, { statuses })))[0];
    expect(on('2025-10-31 08:30')).toBe('Nhắc việc 0: send');
    expect(on('2025-11-03 08:30')).toBe('Quá hạn lần 1 1: send');
  });

  test('a deadline that moved is a new ladder', () => {
    const rows = [...invitedRows, sent(rung(-5), '2025-10-24 08:30'), sent(rung(-3), '2025-10-28 08:30')];
    const statuses = [aStatus({ effective: dueBy('2025-11-04') })];
    const plan = decidedFor(policyInput('2025-10-28 14:00', { rows, statuses }));
    expect(plan.map(({ notice, fate }) => [notice.key, fate.do])).toEqual([['2025-10/HPG/nhac/-5@2025-11-04', 'wait']]);
  });

  test('the steps of the round stand before those of Cài đặt', () => {
    const statuses = [aStatus({ round: aRound({ steps: ['-2', '2'] }) })];
    expect(lines(decidedFor(policyInput('2025-10-28 09:00', { statuses })))).toEqual([]);
    expect(lines(decidedFor(policyInput('2025-10-29 09:00', { statuses })))).toEqual(['Nhắc việc -2: send']);
  });
});
