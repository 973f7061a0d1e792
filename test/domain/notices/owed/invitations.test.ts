import { describe, expect, test } from 'vitest';
import {
  aReport,
  aRound,
  aStatus,
  decidedFor,
  dueBy,
  filed,
  INVITED,
  ledgerRow,
  lines,
  policyInput,
} from '../notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('the invitation', () => {
  test.each([
    ['not before the round opens', '2025-10-20 07:59', {}, []],
    ['then at the first sending hour', '2025-10-20 08:00', {}, ['Đề nghị gửi báo cáo 0: wait 2025-10-20 08:30']],
    ['and it stands alone: earlier steps are dropped', '2025-10-30 09:00', {}, ['Đề nghị gửi báo cáo 0: send']],
    ['even when the deadline has passed', '2025-11-05 09:00', {}, ['Đề nghị gửi báo cáo 0: send']],
    [
      'not to a unit that has filed',
      '2025-10-30 09:00',
      filed('2025-10-29 10:00', { versions: [] }),
      ['Đề nghị gửi báo cáo 0: đã nộp'],
    ],
  ])('%s', (_, now, status, expected) => {
    expect(lines(decidedFor(policyInput(now, { rows: [], statuses: [aStatus(status)] })))).toEqual(expected);
  });

  test('a moved deadline does not invite again', () => {
    const statuses = [aStatus({ effective: dueBy('2025-12-31') })];
    expect(decidedFor(policyInput('2025-10-30 09:00', { statuses }))).toEqual([]);
  });

  test('late steps that fell due before it are dropped, those after it count as the first', () => {
    const plan = decidedFor(policyInput('2025-11-05 09:00', { rows: [sent(INVITED, '2025-11-03 10:00')] }));
    expect(lines(plan)).toEqual(['Quá hạn lần 1 3: send']);
  });

  test.each([
    ['a closed round asks for nothing', 'Đã đóng', []],
    [
      'one in preparation shows what is missing',
      'Chuẩn bị',
      ['Đề nghị gửi báo cáo 0: hold: Kỳ báo cáo chưa chuyển sang Đang mở.'],
    ],
  ] as const)('%s', (_, state, expected) => {
    const statuses = [aStatus({ round: aRound({ state }) })];
    expect(lines(decidedFor(policyInput('2025-10-30 09:00', { rows: [], statuses })))).toEqual(expected);
  });
});

describe('the letter of 23/10/2025, due the day it was signed', () => {
  const letter = aRound({
    opensAt: aReport('x', '2025-10-23 14:00').seenAt,
    strictDeadline: { day: dueBy('2025-10-23').lastDay, time: null },
  });
  const plan = (now: string, rows: readonly ReturnType<typeof sent>[], effective = '2025-10-23') =>
    lines(decidedFor(policyInput(now, { rows, statuses: [aStatus({ round: letter, effective: dueBy(effective) })] })));
  const invited = [sent(INVITED, '2025-10-23 14:00')];

  test('the invitation goes at once and is the only mail of the day', () => {
    expect(plan('2025-10-23 14:00', [])).toEqual(['Đề nghị gửi báo cáo 0: send']);
    expect(plan('2025-10-23 15:00', invited)).toEqual([]);
  });

  test('by the letter alone the unit is late the next working day', () => {
    expect(plan('2025-10-24 08:30', invited)).toEqual(['Quá hạn lần 1 1: send']);
  });

  test('with an effective deadline of 27/10 the last reminder and late notices follow that one', () => {
    expect(plan('2025-10-24 08:30', invited, '2025-10-27')).toEqual([]);
    expect(plan('2025-10-27 08:30', invited, '2025-10-27')).toEqual(['Nhắc việc 0: send']);
    expect(plan('2025-10-28 08:30', invited, '2025-10-27')[0]).toBe('Quá hạn lần 1 1: send');
  });
});
