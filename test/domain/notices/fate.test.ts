import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import { numRuns } from '../../support/properties.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  at,
  clock,
  decidedFor,
  dueBy,
  filed,
  lines,
  policyInput,
  usualSettings,
} from './notice-world.ts';

describe('what holds a mail', () => {
  const hold = (reason: string) => [`Nhắc việc -5: hold: ${reason}`];
  const reminders = (own: Parameters<typeof policyInput>[1]) =>
    lines(decidedFor(policyInput('2025-10-24 09:00', own)).filter(({ notice }) => notice.kind === 'Nhắc việc'));
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
    expect(reminders(own)).toEqual(hold(reason));
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
    expect(reminders(own)).toEqual(['Nhắc việc -5: send']);
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

describe('two working days to decide, once for each deadline', () => {
  const WHILE = 'giữ thư đến';
  const heldOn = (now: string, own: Parameters<typeof aStatus>[0]) =>
    lines(decidedFor(policyInput(now, { statuses: [aStatus(own)] }))).some((line) => line.includes(WHILE));
  const doubtful = (seenAt: string, waits = true, own: Partial<Report> = {}) => ({
    ...aReport(`BC-${seenAt}`, seenAt, { identity: 'Chờ xác minh đơn vị', ...own }),
    waits,
  });
  const late = (own: Parameters<typeof aStatus>[0]) => ({ effective: dueBy('2025-10-23'), ...own });
  const everyDay = ['24', '25', '26', '27', '28', '29', '30'].map((date) => doubtful(`2025-10-${date} 09:00`));
  const granted = { at: at('2025-10-28 08:00'), deadline: dueBy('2025-10-30') };

  test.each<[string, string, Parameters<typeof aStatus>[0], boolean]>([
    ['the first is fresh', '2025-10-27 08:30', late({ doubtful: everyDay }), true],
    [
      'the first is two days old, others come every day',
      '2025-10-28 09:30',
      late({ doubtful: everyDay.slice(0, 5) }),
      false,
    ],
    ['and days later', '2025-10-31 09:30', late({ doubtful: everyDay }), false],
    [
      'the first was denied, the next is fresh',
      '2025-10-29 08:40',
      late({ doubtful: [doubtful('2025-10-24 09:00', false), doubtful('2025-10-29 08:30')] }),
      false,
    ],
    ['all were denied', '2025-10-24 10:00', late({ doubtful: [doubtful('2025-10-24 09:00', false)] }), false],
    [
      'a stranger came first, the unit itself after the lock',
      '2025-10-29 08:40',
      late({ doubtful: [doubtful('2025-10-24 09:00'), doubtful('2025-10-29 08:30', true, { identity: 'Mã hợp lệ' })] }),
      false,
    ],
    [
      'more time was granted, and then one came',
      '2025-10-31 08:30',
      {
        effective: granted.deadline,
        extension: granted,
        announced: [{ at: at('2025-10-28 08:30'), deadline: granted.deadline }],
        doubtful: [doubtful('2025-10-24 09:00'), doubtful('2025-10-30 09:00')],
      },
      true,
    ],
    [
      'more time was granted, and then a second one came late',
      '2025-11-03 08:30',
      {
        effective: granted.deadline,
        extension: granted,
        announced: [{ at: at('2025-10-28 08:30'), deadline: granted.deadline }],
        doubtful: [doubtful('2025-10-24 09:00'), doubtful('2025-10-29 09:00'), doubtful('2025-11-03 08:00')],
      },
      false,
    ],
    [
      'only a placeholder came',
      '2025-10-24 10:00',
      late({ pending: [aReport('BC-9', '2025-10-24 09:00')], doubtful: [] }),
      false,
    ],
  ])('%s', (_, now, own, expected) => {
    expect(heldOn(now, own)).toBe(expected);
  });

  test('by the link of a closed round too, unless it came before this one opened', () => {
    const closed = aRound({ id: '2025-09', state: 'Đã đóng' });
    const heldBy = (...seen: readonly string[]) => {
      const reports = seen.map((when) => doubtful(when, true, { identity: 'Mã của kỳ đã đóng', round: '2025-09' }));
      const statuses = [aStatus({ effective: dueBy('2025-10-23') }), aStatus({ round: closed, doubtful: reports })];
      return lines(decidedFor(policyInput('2025-10-24 10:00', { statuses }))).some((line) => line.includes(WHILE));
    };
    expect(heldBy('2025-10-24 09:00')).toBe(true);
    expect(heldBy('2025-10-10 09:00', '2025-10-24 09:00')).toBe(true);
    expect(heldBy('2025-10-20 09:00', '2025-10-24 09:00')).toBe(false);
  });

  test('whatever comes, and whenever, late notices rest for two working days in all', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 24 * 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(hours, fc.array(fc.boolean(), { maxLength: 12 }), (sent, decided) => {
        const seen = sent.toSorted((a, b) => a - b).map((hour) => clock(at('2025-10-24 00:00').add({ hours: hour })));
        const all = seen.map((when, n) => doubtful(when, decided[n] !== true));
        const days = Array.from({ length: 45 }, (_, n) => dueBy('2025-10-24').lastDay.add({ days: n }).toString());
        const held = days.filter((date) => {
          const known = all.filter(({ seenAt }) => seenAt.epochMilliseconds <= at(`${date} 09:00`).epochMilliseconds);
          return heldOn(`${date} 09:00`, late({ doubtful: known }));
        });
        const working = held.filter((date) => dueBy(date).lastDay.dayOfWeek <= 5);
        expect(working.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: numRuns(6, 200) },
    );
  });
});
