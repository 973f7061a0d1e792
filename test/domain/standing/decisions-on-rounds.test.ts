import { describe, expect, test } from 'vitest';
import { onRounds } from '../../../functions/domain/standing/decisions-on-rounds.ts';
import type { DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import { aDecision } from './a-decision.ts';

const rounds = [
  { id: '2025-04', task: 'T1', state: 'Đã đóng' },
  { id: '2025-10', task: 'T1', state: 'Đang mở' },
  { id: '2026-01', task: 'T1', state: 'Chuẩn bị' },
  { id: '2024-10', task: 'T2', state: 'Đã đóng' },
  { id: '2025-04-b', task: 'T2', state: 'Đã đóng' },
] as const;

const acting = (decision: DecisionKind, subject: string, value: string | null = null) =>
  onRounds([aDecision(decision, '2025-10-24 09:00', { subject, value })], rounds).map((one) => [
    one.subject,
    one.decision,
    one.value,
  ]);

describe('a decision on the task of a round', () => {
  test.each<[DecisionKind, string | null]>([
    ['Gia hạn', '31/10/2025'],
    ['Tạm dừng nhắc', null],
    ['Đồng ý thay đổi', '31/10/2025'],
    ['Xác nhận dữ liệu trước vận hành', null],
    ['Rút lại', 'Gia hạn'],
  ])('is one on the round that is open: %s', (decision, value) => {
    expect(acting(decision, 'T1', value)).toEqual([['2025-10', decision, value]]);
  });

  test('that says it is done says that its report was received, by its day', () => {
    const received = 'Đã nhận văn bản chính thức';
    expect(acting('Hoàn thành nhiệm vụ', 'T1', '23/10/2025')).toEqual([
      ['2025-10', received, 'ghi nhận theo quyết định; 23/10/2025'],
    ]);
    expect(acting('Hoàn thành nhiệm vụ', 'T1')[0]?.[2]).toContain('24/10/2025');
    expect(acting('Rút lại', 'T1', 'Hoàn thành nhiệm vụ')).toEqual([['2025-10', 'Rút lại', received]]);
  });

  test.each(['10/12/2025', 'hôm qua'])('that completes nothing says nothing of the round either: %s', (value) => {
    expect(acting('Hoàn thành nhiệm vụ', 'T1', value)).toEqual([]);
  });

  test('is one on the last of those that are closed', () => {
    expect(acting('Gia hạn', 'T2', '31/10/2025')[0]?.[0]).toBe('2025-04-b');
  });

  test.each(['T3', '2025-10', '2024-10'])('of anything else there is none: %s', (subject) => {
    expect(acting('Gia hạn', subject, '31/10/2025')).toEqual([]);
  });
});
