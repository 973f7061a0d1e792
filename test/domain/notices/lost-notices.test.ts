import { describe, expect, test } from 'vitest';
import {
  aContact,
  aRound,
  aStatus,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
} from './notice-world.ts';

const rung = (step: number, kind = 'nhac') => `2025-10/HPG/${kind}/${step}@2025-10-31`;

describe('claims and refusals', () => {
  const contact = aContact('HPG-1');
  const claimed = (when: string) => ledgerRow(rung(-5), 'đang gửi', when);
  test.each([
    [
      'a live claim is left alone',
      [claimed('2025-10-24 08:50')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: hold: Đang gửi, chờ kết quả.'],
    ],
    [
      'a lost claim is sent again while still due',
      [claimed('2025-10-24 08:30')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: send'],
    ],
    [
      'a lost claim makes way for a stronger step',
      [claimed('2025-10-24 08:30')],
      '2025-10-28 09:00',
      ['Nhắc việc -3: send', 'Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    [
      'a temporary refusal waits a quarter of an hour',
      [claimed('2025-10-24 08:30'), ledgerRow(rung(-5), 'gửi lại sau', '2025-10-24 08:50')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: wait 2025-10-24 09:05'],
    ],
    [
      'then it is tried again',
      [claimed('2025-10-24 08:30'), ledgerRow(rung(-5), 'gửi lại sau', '2025-10-24 08:31')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: send'],
    ],
  ])('%s', (_, rows, now, expected) => {
    expect(lines(decidedFor(policyInput(now, { rows: [...invitedRows, ...rows], contacts: [contact] })))).toEqual(
      expected,
    );
  });

  test.each([
    ['the deadline moved', { effective: dueBy('2025-12-31') }, 'không cần nữa'],
    ['the report came', filed('2025-10-24 08:29', { versions: [] }), 'đã nộp'],
    ['the round was closed', { round: aRound({ state: 'Đã đóng' }) }, 'không cần nữa'],
  ] as const)('a lost claim is settled when %s', (_, own, state) => {
    const rows = [...invitedRows, claimed('2025-10-24 08:30')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows, statuses: [aStatus(own)] })))).toEqual([
      `Nhắc việc -5: ${state}`,
    ]);
  });

  test('a lost claim whose round is gone from the tab is held', () => {
    const rows = [...invitedRows, claimed('2025-10-24 08:30')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows, statuses: [] })))).toEqual([
      'Nhắc việc -5: hold: Không còn thấy 2025-10 cho đơn vị HPG trong bảng.',
    ]);
  });

  test.each([
    [
      'is held while the round is open',
      'Đang mở',
      'hold: Đơn vị đã rút khỏi kỳ báo cáo; có lại trong kỳ thì thư được xem lại.',
    ],
    ['is settled when the round is closed', 'Đã đóng', 'không cần nữa'],
  ] as const)('a lost claim of a unit that left by decision %s', (_, state, fate) => {
    const rows = [...invitedRows, claimed('2025-10-24 08:30')];
    const input = policyInput('2025-10-24 09:00', { rows, statuses: [] });
    expect(lines(decidedFor({ ...input, leftBy: () => ({ state }) }))).toEqual([`Nhắc việc -5: ${fate}`]);
  });

  test('a claim that may still come due later is not settled', () => {
    const rows = [...invitedRows, ledgerRow('2025-10/HPG/nhac/-5@2025-12-31', 'đang gửi', '2025-10-24 08:30')];
    const statuses = [aStatus({ effective: dueBy('2025-12-31') })];
    expect(decidedFor(policyInput('2025-10-24 09:00', { rows, statuses }))).toEqual([]);
  });
});
