import { expect, test } from 'vitest';
import { claimState, readLedger } from '../../functions/domain/notices/ledger.ts';
import { snapshotAfter } from '../../functions/sync/apply-plan.ts';
import { firstBookkeeping } from '../../functions/workbook/bookkeeping.ts';
import { NOTHING_SEALED } from '../../functions/workbook/read-sealed.ts';
import { type Snapshot, understand } from '../../functions/workbook/snapshot.ts';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { at, ledgerRow } from '../domain/notices/notice-world.ts';

const bookkeeping = firstBookkeeping('sheet', 'https://sheet.example');
const KEY = '2025-10/HPG/nhac/-1@2025-10-30';

function emptySnapshot(): Snapshot {
  return {
    ...understand(new Map(), { now: at('2025-10-24 09:00') }),
    readAt: at('2025-10-29 09:00'),
    given: { formId: '', secret: '' },
    comparedOn: '',
    moreResponses: null,
    bookkeeping,
    responses: [],
    places: new Map(),
    missing: new Set(),
    unborn: new Set(),
    headers: new Map(),
    ...NOTHING_SEALED,
  };
}

function withLedger(rows: readonly LedgerRow[]): Snapshot {
  const logged = { reports: [], answers: [], filers: [], changes: [], ledger: rows };
  return snapshotAfter(emptySnapshot(), { bookkeeping, logged, changes: [] });
}

test('rows that were appended are taken to stand behind the last one, whatever lies between others', () => {
  const snapshot = emptySnapshot();
  const reports = { ...snapshot.logs.reports, rows: [{} as never], lines: [1_001] };
  const logged = { reports: [{} as never], answers: [], filers: [], changes: [], ledger: [] };
  const given = { ...snapshot, logs: { ...snapshot.logs, reports } };
  const { logs } = snapshotAfter(given, { bookkeeping, logged, changes: [], intake: { of: [] } });
  expect(logs.reports.lines).toEqual([1_001, 1_002]);
});

test('a claim this run has just committed is as old as it says, so a mail whose answer was lost waits for its lease', () => {
  const { ledger } = withLedger([ledgerRow(KEY, 'đang gửi', '2025-10-29 09:00')]).logs;
  const entry = readLedger(ledger.rows).entries.get(KEY);
  expect(claimState(entry, at('2025-10-29 09:01'))).toBe('live');
  expect(claimState(entry, at('2025-10-29 09:15'))).toBe('expired');
});
