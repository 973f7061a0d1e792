import { describe, expect, test } from 'vitest';
import {
  aReport,
  aRound,
  aStatus,
  at,
  decidedFor,
  dueBy,
  filed,
  lines,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

describe('receipts', () => {
  const reported = (own: Parameters<typeof aStatus>[0] = {}) => ({
    statuses: [aStatus({ ...filed('2025-10-23 22:00'), ...own })],
  });

  test.each([
    ['go at once at night', '2025-10-23 22:01', {}, ['Xác nhận tiếp nhận 1: send']],
    ['go on a Sunday', '2025-10-26 10:00', {}, ['Xác nhận tiếp nhận 1: send']],
    [
      'one for the newest of several versions',
      '2025-10-23 22:30',
      { versions: [aReport('BC-1', '2025-10-23 22:00'), aReport('BC-2', '2025-10-23 22:20')] },
      ['Xác nhận tiếp nhận 1: gộp vào thư mạnh hơn', 'Xác nhận tiếp nhận 1: send'],
    ],
    [
      'the newest whether or not it waits to be accepted',
      '2025-10-23 22:30',
      { versions: [aReport('BC-1', '2025-10-23 22:00')], afterLock: [aReport('BC-2', '2025-10-23 22:20')] },
      ['Xác nhận tiếp nhận 1: gộp vào thư mạnh hơn', 'Xác nhận tiếp nhận 1: send'],
    ],
    [
      'also for what came after the lock and waits to be accepted',
      '2025-10-23 22:30',
      { filedAt: null, versions: [], afterLock: [aReport('BC-3', '2025-10-23 22:20')] },
      ['Xác nhận tiếp nhận 1: send'],
    ],
    [
      'none for a version nobody can tell the sender of: its unit is asked instead',
      '2025-10-23 22:30',
      { filedAt: null, versions: [], pending: [aReport('BC-9', '2025-10-23 22:20', { formId: '1aForm' })] },
      ['Báo cáo chưa xác minh 1: send'],
    ],
    [
      'also when the round has just closed',
      '2025-10-23 22:30',
      { round: aRound({ state: 'Đã đóng' }) },
      ['Xác nhận tiếp nhận 1: send'],
    ],
    [
      'not without approval',
      '2025-10-23 22:30',
      { round: aRound({ approved: false }) },
      ['Xác nhận tiếp nhận 1: hold: Kỳ báo cáo chưa được Duyệt gửi.'],
    ],
    ['are not held by a pause', '2025-10-23 22:30', { paused: true }, ['Xác nhận tiếp nhận 1: send']],
  ] as const)('%s', (_, now, own, expected) => {
    expect(lines(decidedFor(policyInput(now, reported(own))))).toEqual(expected);
  });

  test('a version received before the go-live mark gets none; one received since does, however old the deadline', () => {
    const fate = (goLive: string) => {
      const settings = { ...usualSettings, goLive: at(goLive) };
      const statuses = [aStatus({ ...filed('2025-11-23 22:00'), effective: dueBy('2025-10-31') })];
      return decidedFor(policyInput('2025-11-23 22:01', { settings, statuses }))[0]?.fate.do;
    };
    expect(fate('2025-11-20 08:00')).toBe('send');
    expect(fate('2025-11-23 22:30')).toBe('hold');
  });
});
