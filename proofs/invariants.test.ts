import { expect, test } from 'vitest';
import type { Grid } from '../sheets-schema/cell.ts';
import type { Tab } from '../sheets-schema/define-tab.ts';
import { headerRow } from '../sheets-schema/parse-tab.ts';
import { ledger } from '../sheets-schema/tabs/logs.ts';
import { brokenNow } from './invariants.ts';

type Written = readonly [key: string, state: string, reason?: string];

/** A ledger with these rows. */
function ledgerOf(rows: readonly Written[]): (tab: Tab) => Grid {
  const names = Object.keys(ledger.columns);
  const cellsOf = ([key, state, reason = '']: Written) =>
    names.map((name) => ({ key, state, reason })[name as 'key'] ?? '');
  return (tab) => [headerRow(tab), ...(tab.sheetId === ledger.sheetId ? rows.map(cellsOf) : [])];
}

const ALONG: Written = [
  '2025-10/HUE/lanh-dao/5',
  'gộp vào thư mạnh hơn',
  'Gộp vào thư "Báo cáo" (2025-10/DNG/lanh-dao/5).',
];
const GOES_ON: Written = ['2025-10/HUE/lanh-dao/5', 'không cần nữa'];
const mail = (state: string): Written => ['2025-10/DNG/lanh-dao/5', state];

const endless = (rows: readonly Written[]) => brokenNow(ledgerOf(rows)).filter((words) => words.includes('goes on as'));

test.each(['đang gửi', 'đã gửi', 'gửi lại sau', 'chưa rõ kết quả'])(
  'what went along with a mail has ended while that mail is "%s"',
  (state) => {
    expect(endless([ALONG, mail('đang gửi'), mail(state), GOES_ON])).toHaveLength(1);
  },
);

test.each(['đã nộp', 'không cần nữa', 'không gửi được'])(
  'what went along with a mail goes on once that mail came to be "%s"',
  (state) => {
    expect(endless([ALONG, mail('đang gửi'), mail(state), GOES_ON])).toEqual([]);
  },
);

test('nothing else goes on after its end', () => {
  expect(endless([mail('đã gửi'), mail('đã gửi')])).toHaveLength(1);
  expect(endless([mail('đã nộp'), mail('đang gửi')])).toHaveLength(1);
});
