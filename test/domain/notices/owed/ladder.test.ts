import { describe, expect, test } from 'vitest';
import { planNotices } from '../../../../functions/domain/notices/plan-notices.ts';
import {
  aHoliday,
  aRound,
  aStatus,
  clock,
  decidedFor,
  dueBy,
  filed,
  INVITED,
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

describe('a unit is reminded with tact', () => {
  const reminded = (
    invitedAt: string,
    { by = '2025-10-31', steps = null as readonly string[] | null, holidays = [aHoliday('2025-12-24')] } = {},
  ) => {
    const rows = [sent(INVITED, invitedAt)];
    const statuses = [aStatus({ round: aRound({ steps }), effective: dueBy(by) })];
    const { decided, coming } = planNotices(policyInput(invitedAt, { rows, statuses, holidays }));
    const all = [...decided.map(({ notice }) => notice), ...coming];
    return all
      .filter(({ kind }) => kind === 'Nhắc việc')
      .map(({ dueAt }) => clock(dueAt))
      .sort();
  };
  const whole = ['2025-10-24 08:30', '2025-10-28 08:30', '2025-10-30 08:30', '2025-10-31 08:30'];

  test.each([
    ['eight working days: at every step', '2025-10-21 09:00', {}, whole],
    ['five: at every step that is left', '2025-10-24 08:31', {}, whole.slice(1)],
    ['four: once, on the last morning', '2025-10-27 08:30', {}, whole.slice(3)],
    ['a day off makes five of them four', '2025-10-24 08:31', { holidays: [aHoliday('2025-10-29')] }, whole.slice(3)],
    ['one: once, on the last morning', '2025-10-30 08:30', {}, whole.slice(3)],
    ['none: not at all', '2025-10-31 08:30', {}, []],
    ['few, and the last step is the day before', '2025-10-28 09:00', { steps: ['-3', '-1'] }, whole.slice(2, 3)],
    ['few until a last day on Sunday: on Friday', '2025-10-28 09:00', { by: '2025-11-02' }, whole.slice(3)],
    ['invited in the afternoon: not the next morning', '2025-10-23 14:21', {}, whole.slice(1)],
    ['the same before noon: then too', '2025-10-23 10:59', {}, whole],
    ['on Friday afternoon: not on Monday', '2025-10-24 13:45', { steps: ['-4', '-2'] }, ['2025-10-29 08:30']],
    ['the afternoon before the last day: not at all', '2025-10-30 14:00', {}, []],
  ])('given %s', (_, invitedAt, own, expected) => {
    expect(reminded(invitedAt, own)).toEqual(expected);
  });

  test('more time makes a short round a long one', () => {
    const statuses = [aStatus({ effective: dueBy('2025-11-07') })];
    const rows = [sent(INVITED, '2025-10-28 09:00')];
    expect(lines(decidedFor(policyInput('2025-11-04 08:30', { rows, statuses })))[0]).toBe('Nhắc việc -3: send');
  });

  test('what calls late does not ask how short the time was', () => {
    const rows = [sent(INVITED, '2025-10-30 14:00')];
    expect(lines(decidedFor(policyInput('2025-11-03 08:30', { rows })))).toEqual(['Quá hạn lần 1 1: send']);
  });
});
