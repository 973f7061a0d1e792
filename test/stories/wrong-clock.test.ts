import { beforeEach, expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';
import { withWrongClock } from '../support/wrong-clock.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'CTO'] });
  await office.syncAt('2025-10-23 14:05');
});

test.each([
  ['a month ahead', '2025-11-29T08:40:00+07:00'],
  ['ten minutes ahead', '2025-10-29T08:50:00+07:00'],
  ['a week behind', '2025-10-22T08:40:00+07:00'],
])('a machine %s mails no unit, settles nothing, records what came, and says so', async (_how, machineTime) => {
  office.moveTo('2025-10-29 08:40');
  await office.file('HPG', fullReport('HPG'));
  const before = await office.rowsOf(ledger);
  const { config } = office.workspace;
  await withWrongClock(office.workspace.emulator.url, machineTime, async (url) => {
    expect(await runSync({ ...config, GOOGLE_WORKSPACE_EMULATOR_URL: url })).toMatchObject({ recorded: 1, sent: 1 });
  });
  const rows = await office.rowsOf(ledger);
  expect(rows.slice(0, before.length)).toEqual(before);
  expect(new Set(rows.slice(before.length).map(({ kind }) => kind))).toEqual(new Set(['Bản tin điều phối']));
  expect(await office.errors()).toMatchObject([
    { tab: 'Bảng tính', found: expect.stringContaining('so với giờ của Google') },
  ]);

  await office.sync();
  for (const unit of ['HPG', 'CTO']) expect(await office.mailsTo(unit)).toHaveLength(2);
  expect(await office.errors()).toEqual([]);
});

test('a machine a minute off works as ever', async () => {
  office.moveTo('2025-10-29 08:40');
  const { config } = office.workspace;
  await withWrongClock(office.workspace.emulator.url, '2025-10-29T08:41:00+07:00', async (url) => {
    await runSync({ ...config, GOOGLE_WORKSPACE_EMULATOR_URL: url });
  });
  for (const unit of ['HPG', 'CTO']) expect(await office.mailsTo(unit)).toHaveLength(2);
});
