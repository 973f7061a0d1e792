import { beforeEach, describe, expect, test } from 'vitest';
import { runDashboard, runDoctor, runSync } from '../../functions/app.ts';
import { parseConfig, targets } from '../../functions/config.ts';
import { LOWEST_WRITER, RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0', async (one) => {
  await one.syncAt('2025-10-30 09:11');
  await one.provision();
});

/** What a later release would leave in `_hệ thống`. */
async function writeCells(cells: Readonly<Record<string, string>>): Promise<void> {
  const rows = await office.cellsOf(system);
  for (const [name, value] of Object.entries(cells)) {
    const rowIndex = rows.findIndex(([cell]) => cell === name);
    const start = { sheetId: system.sheetId, rowIndex, columnIndex: 1 };
    const values = [{ userEnteredValue: { stringValue: value } }];
    await office.edit({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
  }
}

const NEXT = String(SCHEMA_VERSION + 1);
const writes = () =>
  office.workspace.emulator.log
    .list()
    .filter(({ method, path }) => method !== 'GET' && !/:batchGet|:search|_emulator/.test(path));

describe('a file that a later release wrote, and that this code would misread', () => {
  beforeEach(async () => {
    await writeCells({ schema: NEXT, 'schema.people': NEXT, lowestWriter: NEXT, release: '9.9.9' });
    office.moveTo('2025-10-31 08:31');
    office.workspace.emulator.log.clear();
  });

  const refused = { code: 'workbook.newer', message: expect.stringContaining('9.9.9') };
  test.each([
    ['a run', () => runSync(office.workspace.config)],
    [
      'the page for leaders',
      () => runDashboard(parseConfig(office.workspace.environment, targets.dashboard), { round: null }),
    ],
    ['provision', () => office.provision()],
  ])('is refused by %s: nothing is written or mailed, and it says how to go on', async (_what, act) => {
    await expect(act()).rejects.toMatchObject(refused);
    expect(writes()).toEqual([]);
    expect(await office.mails()).toEqual([]);
  });

  test('is what the check-up says', async () => {
    const { checks } = await runDoctor(parseConfig(office.workspace.environment, targets.doctor));
    expect(
      checks
        .filter(({ state }) => state === 'broken')
        .map(({ found }) => found)
        .join(),
    ).toContain('bản phát hành mới hơn');
    expect(writes()).toEqual([]);
  });
});

test('a later file that this code may still write is written, and stays a later one', async () => {
  await writeCells({ schema: NEXT, 'schema.people': NEXT, lowestWriter: String(LOWEST_WRITER), release: '9.9.9' });
  const start = { sheetId: ledger.sheetId, rowIndex: 0, columnIndex: Object.keys(ledger.columns).length };
  const values = [{ userEnteredValue: { stringValue: 'Cột của bản sau' } }];
  await office.edit({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
  expect(await office.syncAt('2025-10-31 08:31')).toMatchObject({
    failed: 0,
    sent: expect.toSatisfy((sent: number) => sent > 0),
  });
  const cells = Object.fromEntries((await office.cellsOf(system)).map(([name, value]) => [name, value]));
  expect(cells).toMatchObject({ schema: NEXT, 'schema.people': NEXT, release: RELEASE });
  expect(await office.errors()).toEqual([]);
});
