import { expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { openBackup, runAfterRestore } from '../../functions/upkeep/commands.ts';
import { workspaceOf } from '../../scripts/workspace/start-workspace.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { overview, tracking } from '../../sheets-schema/tabs/projections.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, createOffice, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';

const office = useOffice();

test('a Sheet that is lost comes back from its copy: as it was, with what came since, and nothing mailed again', async () => {
  const { emulator, config, provisioned } = office.workspace;
  await askTheCities(office, { cities: ['HPG', 'HUE', 'CTO'] });
  await office.sync();
  office.moveTo('2025-10-24 09:00');
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  const backup = await openBackup(config).take(provisioned.spreadsheetId);
  // After the copy a report comes, and the Sheet is gone.
  office.moveTo('2025-10-24 10:00');
  await office.file('CTO', fullReport('CTO'));
  await office.sync();
  const mailed = (await office.mails()).length;

  const spreadsheetId = await openBackup(config).restore(JSON.parse(JSON.stringify(backup)), 'Bản khôi phục');
  const again = createOffice(workspaceOf(emulator, { ...provisioned, spreadsheetId }));
  const valuesOf = ({ tabs }: typeof backup) => new Map(tabs.map(({ title, rows }) => [title, rows]));
  expect(valuesOf(await openBackup(config).take(spreadsheetId))).toEqual(valuesOf(backup));
  // It knows that it is a copy.
  office.moveTo('2025-10-24 10:30');
  const restored = { ...config, SPREADSHEET_ID: spreadsheetId };
  expect(await runSync(restored)).toMatchObject({ sent: 0 });
  await runAfterRestore(restored, () => {});
  expect((await again.rowsOf(reports)).map(({ unit }) => unit)).toEqual(['HUE', 'CTO']);
  expect((await again.rowsOf(tracking)).map(({ filing }) => filing)).toEqual([
    'Chưa gửi',
    'Đã tiếp nhận nội dung',
    'Đã tiếp nhận nội dung',
  ]);
  expect((await office.mails()).length).toBe(mailed);
  // The round goes on in the new one.
  office.moveTo('2025-10-28 08:30');
  expect((await runSync(restored)).sent).toBeGreaterThan(0);
  expect((await again.read(overview)).length).toBeGreaterThan(5);
  expect((await again.rowsOf(contacts)).length).toBeGreaterThan(2);
});
