import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { RetryOptions } from '../../functions/google/retries.ts';
import { createThrottle, QUOTA } from '../../functions/google/throttle.ts';
import type { Mail } from '../../functions/ports.ts';
import { BATCH } from '../../functions/sync/plan-sync.ts';
import { type LedgerRow, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { askTheCities, CITIES, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import { blankMail as writeMail } from '../simulation/blank-mail.ts';
import { type Rewire, syncThrough } from './runs.ts';
import { askCommunes } from './scenes.ts';

const office = useOffice();

/** What Google allows one account in a minute. Facts: google-sheets, limits; google-forms, quotas. */
const limits = { sheetsReads: 60, sheetsWrites: 60, formsReads: 390, formsExpensiveReads: 180, formsWrites: 150 };

test('what we allow ourselves in a minute is the least of what Google allows', () => {
  expect(QUOTA).toBe(Math.min(...Object.values(limits)));
});

/** Everything a fifth of its size: the same happens in a fifth of the time. */
const SCALE = 5;
const most = QUOTA / SCALE;

async function limit(): Promise<void> {
  office.workspace.emulator.log.clear();
  await office.limitGoogle(Object.fromEntries(Object.entries(limits).map(([name, calls]) => [name, calls / SCALE])));
}

/** Lets time pass on the emulator's clock, by which Google's minute goes here. */
async function pause(milliseconds: number): Promise<void> {
  const { clock } = office.workspace.emulator;
  clock.set(Temporal.Instant.from(clock.now()).add({ milliseconds: Math.ceil(milliseconds) }));
}

/** One process, wired as in production but for its clock and its size. */
function aProcess(): RetryOptions {
  const { clock } = office.workspace.emulator;
  return { backoff: 1_000, pause, throttle: createThrottle({ most, now: clock.nowMillis, pause }) };
}

/** One that holds back only when it is refused. */
const anImpatientProcess = (): RetryOptions => ({ backoff: 1_000, pause });

/** Calls and refusals for want of quota since the limit was set. */
function counted() {
  const calls = office.workspace.emulator.log.list();
  return { calls: calls.length, refusals: calls.filter(({ status }) => status === 429).length };
}

/** Ledger rows of the notices that were sent: one for each. */
async function sentOnce(): Promise<readonly LedgerRow[]> {
  await office.limitGoogle({});
  const rows = (await office.rowsOf(ledger)).filter(({ state }) => state === 'đã gửi');
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  return rows;
}

test.each([
  ['its own pace', aProcess, 0],
  ['trying again', anImpatientProcess, 1],
] as const)('a mailing of more batches than the quota has writes gets through by %s', async (_by, process, refused) => {
  const units = BATCH * (most + 1);
  await askCommunes(office, units);
  await office.type(settingsTab, 'Hạn mức thư mỗi ngày', 'Giá trị', 2 * units);
  await limit();
  const { rewire, ids } = collecting();
  const { sent } = await syncThrough(office.workspace, { retries: process(), rewire });
  expect(Math.sign(counted().refusals)).toBe(refused);
  expect(sent).toBeGreaterThanOrEqual(units);
  expect(new Set(ids).size).toBe(sent);
  expect(await sentOnce()).toHaveLength(sent);
});

/** A mail server of endless speed: the quota alone holds the mailing back. */
function collecting() {
  const ids: string[] = [];
  const send = async ({ messageId }: Mail) => {
    ids.push(messageId);
    return { kind: 'sent' } as const;
  };
  const rewire: Rewire = (ports) => ({ ...ports, mailer: { ...ports.mailer, send }, writeMail });
  return { ids, rewire };
}

test.each([
  ['one process', 1, 0],
  ['six processes that know nothing of each other', 6, 1],
])('a storm of runs of %s loses nothing and doubles nothing', async (_who, count, refused) => {
  await askTheCities(office);
  await office.sync();
  office.moveTo('2025-10-24 14:00');
  const processes = Array.from({ length: count }, aProcess);
  await limit();
  for (const unit of CITIES) {
    // Listed at once: the wait for it would bring new quota.
    await office.file(unit, fullReport(unit), { listedAfter: 0 });
    for (let run = 0; run < 6; run += 1)
      await syncThrough(office.workspace, { retries: processes[run % count] as RetryOptions });
  }
  expect(counted().calls).toBeGreaterThan(5 * most);
  expect(Math.sign(counted().refusals)).toBe(refused);
  const receipts = (await sentOnce()).filter(({ kind }) => kind === 'Xác nhận tiếp nhận');
  expect(receipts.map(({ unit }) => unit).sort()).toEqual([...CITIES].sort());
  expect(await office.rowsOf(reports)).toHaveLength(CITIES.length);
  const ids = (await office.mails()).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
});
