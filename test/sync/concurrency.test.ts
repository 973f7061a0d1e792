import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { appendLog } from '../../functions/workbook/diff-grid.ts';
import { answers, changes, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, CITIES, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const COMMITS = '/spreadsheets/.*:batchUpdate$';

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
  for (const unit of CITIES) await office.file(unit, fullReport(unit));
});

const copies = (values: readonly unknown[]) => values.length - new Set(values).size;

async function expectEverythingOnce() {
  const versions = await office.rowsOf(reports);
  expect(versions.map(({ unit }) => unit).sort()).toEqual([...CITIES].sort());
  const parts = await office.rowsOf(answers);
  expect(copies(parts.map(({ version, question, part }) => `${version} ${question} ${part}`))).toBe(0);
  expect(copies((await office.rowsOf(filers)).map(({ version }) => version))).toBe(0);
  expect(copies((await office.rowsOf(changes)).map(({ subject, new: value }) => `${value} ${subject}`))).toBe(0);
  const results = (await office.rowsOf(ledger)).map(({ key, state }) => `${key} ${state}`);
  expect(copies(results)).toBe(0);
  expect(copies((await office.mails()).map(({ messageId }) => messageId))).toBe(0);
  for (const unit of CITIES) expect((await office.mailsTo(unit)).length, unit).toBe(2);
  expect(await office.errors()).toEqual([]);
}

test('two syncs at once lose nothing and double nothing', async () => {
  const runs = await Promise.all([office.sync(), office.sync()]);
  expect(runs.map(({ recorded }) => recorded).sort()).toEqual([0, 6]);
  await expectEverythingOnce();
});

test('five syncs at once lose nothing and double nothing', async () => {
  await Promise.allSettled(Array.from({ length: 5 }, () => office.sync()));
  await office.sync();
  await expectEverythingOnce();
});

test('a commit whose answer was lost is taken for what it is: done', async () => {
  await office.breakGoogle({ path: COMMITS, kind: 'drop-after', times: 1 });
  expect(await office.sync()).toMatchObject({ recorded: 6, sent: 6 });
  await expectEverythingOnce();
});

test('a commit that never arrived is sent again', async () => {
  await office.breakGoogle({ path: COMMITS, kind: 'drop-before', times: 2 });
  expect(await office.sync()).toMatchObject({ recorded: 6, sent: 6 });
  await expectEverythingOnce();
});

test('a late repeat of an old commit is refused', async () => {
  const { environment, provisioned } = office.workspace;
  const google = createGoogle({ emulator: environment['GOOGLE_WORKSPACE_EMULATOR_URL'], backoff: 1 });
  const workbook = createWorkbook(google, provisioned.spreadsheetId);
  const { revision } = await office.sync();
  const row = { seenAt: Temporal.Instant.from('2025-10-23T14:05:00+07:00'), subject: 'trễ', old: null, new: 'có' };
  const late = { claim: revision + 1, token: 'late', changes: appendLog(changes, [row]) };
  expect(await workbook.commit(late)).toEqual({ kind: 'done' });
  const before = await office.cellsOf(changes);
  expect(await workbook.commit(late)).toEqual({ kind: 'claim-used' });
  expect(await office.cellsOf(changes)).toEqual(before);
});
