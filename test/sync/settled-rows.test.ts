import { expect, test } from 'vitest';
import { readLedger } from '../../functions/domain/notices/ledger.ts';
import { settledRows } from '../../functions/sync/plan-sync.ts';
import {
  aContact,
  aReport,
  aStatus,
  at,
  aUnit,
  decidedFor,
  filed,
  invitedRows,
  ledgerRow,
  policyInput,
} from '../domain/notices/notice-world.ts';

test('the receipts that a flood made pointless are settled in several commits, each once, and no mail waits for them', () => {
  const versions = Array.from({ length: 2_500 }, (_, n) => aReport(`BC-${n}`, '2025-10-27 09:00'));
  const statuses = [aStatus({ ...filed('2025-10-27 09:00'), versions })];
  let rows = [...invitedRows];
  const counts: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const plan = decidedFor(policyInput(`2025-10-27 09:0${run}`, { statuses, ledger: readLedger(rows) }));
    const sent = plan.filter(({ fate }) => fate.do === 'send').map(({ notice }) => notice.key);
    const settled = settledRows(plan, at(`2025-10-27 09:0${run}`));
    expect(sent).toEqual(run === 0 ? ['2025-10/HPG/tiep-nhan/1@BC-2499'] : []);
    counts.push(settled.length);
    rows = [...rows, ...settled, ...sent.map((key) => ledgerRow(key, 'đã gửi', `2025-10-27 09:0${run}`))];
  }
  expect(counts).toEqual([2_000, 500, 0]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('what goes along with a mail is settled with it, however much it is', () => {
  const units = ['DNG', 'HPG'];
  const rows = units.flatMap((unit) => [
    ledgerRow(`2025-10/${unit}/moi/0@mot-lan`, 'đã gửi', '2025-10-20 08:30'),
    ...['1', '3'].map((step) => ledgerRow(`2025-10/${unit}/qua-han/${step}@2025-10-31`, 'đã gửi', '2025-11-05 08:30')),
  ]);
  const statuses = units.map((unit) => aStatus({ unit: aUnit(unit) }));
  const contacts = [aContact('BXD-1', { role: 'Lãnh đạo' })];
  const plan = decidedFor(policyInput('2025-11-10 09:00', { rows, statuses, contacts }));
  const [along] = plan.filter(({ notice, fate }) => notice.kind === 'Báo cáo lãnh đạo' && fate.do === 'settle');
  if (!along) throw new Error('Nobody goes along.');
  expect(settledRows(Array(3_000).fill(along), at('2025-11-10 09:00'))).toHaveLength(3_000);
});
