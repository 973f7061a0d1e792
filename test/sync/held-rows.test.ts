import { describe, expect, test } from 'vitest';
import { readLedger } from '../../functions/domain/notices/ledger.ts';
import { heldRows } from '../../functions/sync/plan-sync.ts';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  aUnit,
  decidedFor,
  invitedRows,
  ledgerRow,
  policyInput,
  usualSettings,
} from '../domain/notices/notice-world.ts';

type World = NonNullable<Parameters<typeof policyInput>[1]>;

const PAUSED = 'Điều phối viên tạm dừng nhắc đơn vị.';
const NO_ADDRESS = 'Chưa có người nhận đang dùng trong Danh bạ.';
const REMINDER = '2025-10/HPG/nhac/-5@2025-10-31';

/** What the ledger says when the reminder of 24/10 is due. */
function heldOn(world: World, now = '2025-10-24 09:00'): readonly LedgerRow[] {
  const input = policyInput(now, world);
  return heldRows(decidedFor(input), input);
}

const said = (rows: readonly LedgerRow[]) => rows.map(({ key, state, heldBy }) => `${key} ${state}: ${heldBy}`);

/** The runs of some moments in turn, each on the rows that those before it wrote. */
function toldInTurn(...runs: readonly (readonly [string, World])[]): readonly string[] {
  let rows: readonly LedgerRow[] = invitedRows;
  return runs.map(([now, world]) => {
    const held = heldOn({ ...world, rows }, now);
    rows = [...rows, ...held];
    return held.map(({ heldBy }) => String(heldBy)).join(' · ');
  });
}

describe('a notice that fell due and waits for a reason of its own', () => {
  test.each<[string, World, string]>([
    ['nobody to write to', { contacts: [] }, NO_ADDRESS],
    ['a coordinator paused the unit', { statuses: [aStatus({ paused: true })] }, PAUSED],
    [
      'a report in its name waits for a word',
      { statuses: [aStatus({ pending: [aReport('BC-CXM-1', '2025-10-23 10:00')] })] },
      'Có báo cáo BC-CXM-1 chờ xác minh đơn vị; giữ thư đến 10:00 ngày 27/10/2025.',
    ],
  ])('%s: the ledger says so', (_, world, reason) => {
    const rows = heldOn(world).filter(({ key }) => key === REMINDER);
    expect(said(rows)).toEqual([`${REMINDER} đến hạn: ${reason}`]);
    expect(rows[0]).toMatchObject({ unit: 'HPG', kind: 'Nhắc việc', reason: expect.stringContaining('Trước hạn 5') });
    expect(rows[0]).toMatchObject({ told: null, contacts: null, messageId: null });
  });

  test('once, and once more when the reason is another one or gone', () => {
    const paused = { statuses: [aStatus({ paused: true })] };
    expect(
      toldInTurn(
        ['2025-10-24 09:00', paused],
        ['2025-10-24 09:05', paused],
        ['2025-10-24 10:00', { contacts: [] }],
        ['2025-10-24 10:05', { contacts: [] }],
        ['2025-10-24 22:00', {}],
        ['2025-10-24 22:05', {}],
      ),
    ).toEqual([PAUSED, '', NO_ADDRESS, '', 'null', '']);
  });

  test('and is claimed in the commit in which it is free: nothing but the claim tells of it', () => {
    const waits = ledgerRow(REMINDER, 'đến hạn', '2025-10-24 09:00', { heldBy: PAUSED });
    expect(heldOn({ rows: [...invitedRows, waits] })).toEqual([]);
    const { decided } = { decided: decidedFor(policyInput('2025-10-24 09:00', { rows: [...invitedRows, waits] })) };
    expect(decided.map(({ notice, fate }) => [notice.key, fate.do])).toEqual([[REMINDER, 'send']]);
  });

  test('what no longer has to go is settled, so that it has an end', () => {
    const waits = ledgerRow('2025-10/HPG/nhac/-5@2025-11-28', 'đến hạn', '2025-10-24 09:00', { heldBy: PAUSED });
    const plan = decidedFor(policyInput('2025-10-24 09:00', { rows: [...invitedRows, waits] }));
    expect(plan.find(({ notice }) => notice.key === waits.key)?.fate).toMatchObject({ state: 'không cần nữa' });
  });
});

test.each<[string, World, string?]>([
  ['mail is off', { settings: { ...usualSettings, mail: 'Tắt' } }],
  ['the round is not approved', { statuses: [aStatus({ round: aRound({ approved: false }) })] }],
  ['the round is in preparation', { statuses: [aStatus({ round: aRound({ state: 'Chuẩn bị' }) })] }],
  ['something is in doubt', { doubts: [{ scope: 'all', reason: 'x' }] }],
  ['the cap is reached', { settings: { ...usualSettings, dailyCap: 0 } }],
  ['it is night', {}, '2025-10-24 22:00'],
  ['the mark of operation lies later', { settings: { ...usualSettings, goLive: policyInput('2026-01-01 08:00').now } }],
])('what holds many is told of no single mail: %s', (_, own, now) => {
  const statuses = own.statuses ?? [aStatus()];
  const all = ['HPG', 'HUE', 'DNG'].flatMap((code) => statuses.map((status) => ({ ...status, unit: aUnit(code) })));
  const rows = all.map(({ unit }) => ledgerRow(`2025-10/${unit.code}/moi/0@mot-lan`, 'đã gửi', '2025-10-20 08:30'));
  const contacts = all.map(({ unit }) => aContact(`${unit.code}-1`));
  expect(heldOn({ ...own, statuses: all, contacts, rows }, now)).toEqual([]);
});

test('that a notice fell due is nothing that was done about it', () => {
  const rows = (['đang gửi', 'không gửi được'] as const).map((state) =>
    ledgerRow(REMINDER, state, '2025-10-24 08:30', { contacts: 'HPG-1#a' }),
  );
  const due = ledgerRow(REMINDER, 'đến hạn', '2025-10-24 09:00', { heldBy: PAUSED });
  const { heldBy: _, ...before } = readLedger(rows).entries.get(REMINDER) ?? {};
  const { heldBy, ...after } = readLedger([...rows, due]).entries.get(REMINDER) ?? {};
  expect(after).toEqual(before);
  expect(heldBy).toBe(PAUSED);
});
