import { describe, expect, test } from 'vitest';
import { aboutKey } from '../../../functions/domain/notices/ledger.ts';
import type { PolicyInput } from '../../../functions/domain/notices/notice.ts';
import { lastAndNext } from '../../../functions/projections/last-and-next.ts';
import {
  aContact,
  aRound,
  aStatus,
  aTaskStatus,
  at,
  aUnit,
  clock,
  dueBy,
  invitedRows,
  ledgerRow,
  policyInput,
  scheduleFor,
  usualSettings,
} from './notice-world.ts';

type Own = Parameters<typeof policyInput>[1];
const contacts = [aContact('HPG-1'), aContact('BXD-1', { role: 'Lãnh đạo' })];

function schedule(now: string, own: Own = {}, days?: number): readonly string[] {
  const rows = scheduleFor(policyInput(now, { contacts, ...own }), days);
  return rows.map(({ at: when, kind, state }) => `${when ? clock(when) : '?'} ${kind} – ${state}`);
}

const offSettings: PolicyInput['settings'] = { ...usualSettings, mail: 'Tắt' };

const WHOLE_ROUND = [
  '2025-10-20 08:30 Đề nghị gửi báo cáo',
  '2025-10-24 08:30 Nhắc việc',
  '2025-10-28 08:30 Nhắc việc',
  '2025-10-30 08:30 Nhắc việc',
  '2025-10-31 08:30 Nhắc việc',
  '2025-11-03 08:30 Quá hạn lần 1',
  '2025-11-05 08:30 Quá hạn lần 2',
  '2025-11-10 08:30 Báo cáo lãnh đạo',
  '2025-11-19 08:30 Quá hạn lần n',
  '2025-12-03 08:30 Quá hạn lần n',
  '2025-12-17 08:30 Quá hạn lần n',
];

describe('Lịch thư', () => {
  test('shows the whole round before its first mail', () => {
    expect(schedule('2025-10-20 08:00', { rows: [] })).toEqual(WHOLE_ROUND.map((line) => `${line} – Sẽ gửi`));
  });

  test('shows the same, held and with the reason, while mail is off', () => {
    const own = { rows: [], settings: offSettings };
    const [first, ...others] = scheduleFor(policyInput('2025-10-20 08:00', { contacts, ...own }));
    expect(first?.why).toMatch(/^Gửi thư đang Tắt trong Cài đặt\. Kỳ báo cáo đang mở/);
    expect([first, ...others].every((row) => row?.state === 'Giữ lại')).toBe(true);
    expect(others).toHaveLength(WHOLE_ROUND.length - 1);
  });

  test('says when a mail due at noon goes', () => {
    expect(schedule('2025-10-24 12:00')[0]).toBe('2025-10-24 13:45 Nhắc việc – Sẽ gửi');
  });

  test('steps that have become one mail are one row', () => {
    const rows = schedule('2025-10-30 09:00').filter((line) => line.includes('Nhắc việc'));
    expect(rows).toEqual(['2025-10-30 09:00 Nhắc việc – Sẽ gửi', '2025-10-31 08:30 Nhắc việc – Sẽ gửi']);
  });

  test('held steps that will be one mail are one row', () => {
    const rows = schedule('2025-10-30 09:00', { settings: offSettings }).filter((line) => line.includes('Nhắc việc'));
    expect(rows).toEqual(['2025-10-30 08:30 Nhắc việc – Giữ lại', '2025-10-31 08:30 Nhắc việc – Giữ lại']);
  });

  test('ends after the days asked for', () => {
    expect(schedule('2025-10-20 08:00', { rows: [] }, 9)).toHaveLength(3);
  });

  test('a task not yet overdue stands on its day', () => {
    const task = aTaskStatus('T1', '2025-11-14');
    const settings = { ...usualSettings, goLive: at('2025-10-01 08:00') };
    const then = '2025-11-17 08:30 Nhiệm vụ quá hạn';
    const shown = (own: object) => schedule('2025-10-31 09:00', { statuses: [], tasks: [task], ...own });
    expect(shown({ settings })).toContain(`${then} – Sẽ gửi`);
    expect(shown({})).toContain(`${then} – Giữ lại`);
    expect(shown({}).filter((line) => line.includes('Sẽ gửi'))).toEqual([]);
  });

  test('a round in preparation shows all that it will send once it opens', () => {
    const statuses = [aStatus({ round: aRound({ state: 'Chuẩn bị' }) })];
    expect(schedule('2025-10-17 08:00', { rows: [], statuses })).toEqual(
      WHOLE_ROUND.slice(0, -1).map((line) => `${line} – Giữ lại`),
    );
  });

  test('after the digest of today the one of the next sending day stands there', () => {
    const rows = [ledgerRow('digest//ban-tin/1@2025-10-24', 'đã gửi', '2025-10-24 08:00')];
    const coordinator = aContact('BXD-2', { role: 'Điều phối' });
    const own = { statuses: [], rows, contacts: [coordinator], digestContent: { hasNews: true } };
    expect(schedule('2025-10-24 09:00', own)).toEqual(['2025-10-27 08:00 Bản tin điều phối – Sẽ gửi']);
  });

  test('a mail about several units says to whom it goes and whom it is about', () => {
    const rows = ['HPG', 'HUE'].map((unit) => ledgerRow(`2025-10/${unit}/moi/0@mot-lan`, 'đã gửi', '2025-10-20 08:30'));
    const own = {
      rows,
      statuses: [aStatus(), aStatus({ unit: aUnit('HUE') })],
      contacts: [...contacts, aContact('HUE-1')],
    };
    const report = scheduleFor(policyInput('2025-10-31 09:00', own)).filter(({ unit }) => unit === 'BXD');
    expect(report.map(({ kind, why }) => [kind, why?.split('. ').at(-1)])).toEqual([
      ['Báo cáo lãnh đạo', expect.stringContaining('Cùng thư: HUE.')],
    ]);
  });

  test('a proposed holiday moves a reminder to the day before and a late notice to the day after', () => {
    const off = (iso: string) =>
      ({ day: dueBy(iso).lastDay, kind: 'Nghỉ', name: 'Nghỉ', status: 'đề xuất', source: null }) as const;
    const rows = schedule('2025-10-20 09:00', { holidays: [off('2025-10-28'), off('2025-11-03')] });
    expect(rows).toContain('2025-10-27 08:30 Nhắc việc – Sẽ gửi');
    expect(rows).toContain('2025-11-04 08:30 Quá hạn lần 1 – Sẽ gửi');
  });

  test('while nothing changes the rows stay the same from one run to the next', () => {
    const rows = (now: string) => scheduleFor(policyInput(now, { contacts, settings: offSettings }));
    expect(rows('2025-10-24 12:34')).toEqual(rows('2025-10-24 09:00'));
  });
});

describe('the last and next mail of a unit, for Theo dõi', () => {
  const words = (now: string, own: Own = {}) => {
    const input = policyInput(now, { contacts, ...own });
    return lastAndNext(input.ledger, scheduleFor(input)).get(aboutKey('2025-10', 'HPG'));
  };

  test('say the kind and the moment', () => {
    expect(words('2025-10-24 12:00')).toEqual({
      last: 'Đề nghị gửi báo cáo, gửi 08:30 ngày 20/10/2025',
      next: 'Nhắc việc, dự kiến 13:45 ngày 24/10/2025',
    });
  });

  const inOneMinute = ['2025-10/HPG/moi/1@2025-10-31', '2025-10/HPG/tiep-nhan/1@BC-1'].map((key) =>
    ledgerRow(key, 'đã gửi', '2025-10-23 14:21'),
  );
  test.each([
    ['in this order', inOneMinute],
    ['in the other', inOneMinute.toReversed()],
  ])('name the receipt where an invitation left in its minute, %s', (_order, rows) => {
    expect(words('2025-10-24 12:00', { rows })?.last).toBe('Xác nhận tiếp nhận, gửi 14:21 ngày 23/10/2025');
  });

  test('say why nothing goes', () => {
    expect(words('2025-10-24 12:00', { settings: offSettings })?.next).toMatch(/^Nhắc việc, giữ lại: Gửi thư đang Tắt/);
  });

  test('name a refusal, and leave the leadership reports out', () => {
    const rows = [
      ...invitedRows,
      ledgerRow('2025-10/HPG/qua-han/1@2025-10-31', 'không gửi được', '2025-11-03 08:31', { kind: 'Quá hạn lần 1' }),
      ledgerRow('2025-10/HPG/lanh-dao/5@2025-10-31', 'đã gửi', '2025-11-07 08:31'),
    ];
    expect(words('2025-11-07 09:00', { rows })?.last).toBe('Quá hạn lần 1, không gửi được 08:31 ngày 03/11/2025');
  });

  test('are empty where nothing was and nothing will be', () => {
    const statuses = [aStatus({ round: aRound({ state: 'Đã đóng' }) })];
    expect(words('2025-11-07 09:00', { rows: [], statuses })).toBeUndefined();
  });
});
