import { describe, expect, test } from 'vitest';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  decidedFor,
  dueBy,
  filed,
  lines,
  policyInput,
  usualSettings,
} from './notice-world.ts';

describe('what holds a mail', () => {
  const hold = (reason: string) => [`Nhắc việc -5: hold: ${reason}`];
  const statusWith = (own: Parameters<typeof aStatus>[0]) => ({ statuses: [aStatus(own)] });
  test.each([
    ['mail is off', { settings: { ...usualSettings, mail: 'Tắt' } }, 'Gửi thư đang Tắt trong Cài đặt.'],
    [
      'the round is not approved',
      statusWith({ round: aRound({ approved: false }) }),
      'Kỳ báo cáo chưa được Duyệt gửi.',
    ],
    ['all is in doubt', { doubts: [{ scope: 'all', reason: 'Bảng được khôi phục.' }] }, 'Bảng được khôi phục.'],
    [
      'the round is in doubt',
      { doubts: [{ scope: { round: '2025-10' }, reason: 'Kỳ đọc không rõ.' }] },
      'Kỳ đọc không rõ.',
    ],
    [
      'the unit is in doubt',
      { doubts: [{ scope: { round: '2025-10', unit: 'HPG' }, reason: 'Quyết định dở.' }] },
      'Quyết định dở.',
    ],
    ['the unit is paused', statusWith({ paused: true }), 'Điều phối viên tạm dừng nhắc đơn vị.'],
    ['nobody is to write to', { contacts: [] }, 'Chưa có người nhận đang dùng trong Danh bạ.'],
    [
      'the contact is out of use',
      { contacts: [aContact('HPG-1', { active: false })] },
      'Chưa có người nhận đang dùng trong Danh bạ.',
    ],
    [
      'the contact is a leader',
      { contacts: [aContact('HPG-1', { role: 'Lãnh đạo' })] },
      'Chưa có người nhận đang dùng trong Danh bạ.',
    ],
    [
      'the deadline lies before the go-live mark',
      { settings: { ...usualSettings, goLive: dueBy('2025-10-31').before } },
      'Dữ liệu trước vận hành – chờ xác nhận.',
    ],
    [
      'a report waits for somebody to say whose it is',
      statusWith({ pending: [aReport('BC-9', '2025-10-23 10:00')] }),
      'Có báo cáo BC-9 chờ xác minh đơn vị; giữ thư đến 10:00 ngày 27/10/2025.',
    ],
  ] as const)('%s', (_, own, reason) => {
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', own)))).toEqual(hold(reason));
  });

  test('a report after the lock waits to be accepted; its receipt does not', () => {
    const own = statusWith({ afterLock: [aReport('BC-9', '2025-10-23 10:00')] });
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', own)))).toEqual([
      'Xác nhận tiếp nhận 1: send',
      ...hold('Có báo cáo BC-9 gửi sau khi khóa, chờ chấp nhận; giữ thư đến 10:00 ngày 27/10/2025.'),
    ]);
    expect(lines(decidedFor(policyInput('2025-10-27 13:45', own)))).toContain('Nhắc việc -5: send');
  });

  test.each([
    ['a doubt about another unit', { doubts: [{ scope: { round: '2025-10', unit: 'HUE' }, reason: 'x' }] }],
    ['a doubt about another round', { doubts: [{ scope: { round: '2025-11' }, reason: 'x' }] }],
    [
      'a confirmed round from before the mark',
      { confirmedRounds: ['2025-10'], settings: { ...usualSettings, goLive: dueBy('2025-10-31').before } },
    ],
    ['a report pending for more than two working days', statusWith({ pending: [aReport('BC-9', '2025-10-22 09:00')] })],
  ] as const)('%s holds nothing', (_, own) => {
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', own)))).toEqual(['Nhắc việc -5: send']);
  });

  test('in doubt nothing is settled either', () => {
    const doubts = [{ scope: 'all', reason: 'Nhật ký thiếu dòng.' }] as const;
    const plan = decidedFor(policyInput('2025-11-01 09:00', { doubts }));
    expect(new Set(plan.map(({ fate }) => fate.do))).toEqual(new Set(['hold']));
  });

  test('with mail off what became pointless is still settled', () => {
    const settings = { ...usualSettings, mail: 'Tắt' } as const;
    const statuses = [aStatus(filed('2025-10-24 10:00', { versions: [] }))];
    expect(lines(decidedFor(policyInput('2025-10-24 11:00', { settings, statuses })))).toEqual([
      'Nhắc việc -5: đã nộp',
    ]);
  });
});
