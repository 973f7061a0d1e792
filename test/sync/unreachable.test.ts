import { beforeEach, expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
  await office.file('HUE', fullReport('HUE'));
});

const READ = 'the reading of the spreadsheet';

test.each([
  ['a server that is down', { kind: '503' }, `did not answer ${READ}`],
  ['a connection that breaks off', { kind: 'drop-before' }, `did not answer ${READ}`],
  ['a form that is down', { kind: '503', path: '/responses$' }, 'did not answer the list of responses of the form'],
  [
    'a commit that is never taken',
    { kind: '503', path: ':batchUpdate$' },
    'did not answer the commit to the spreadsheet',
  ],
] as const)('%s is named, loses nothing, and the next run completes the work', async (_what, fault, words) => {
  await office.breakGoogle(fault);
  await expect(office.sync()).rejects.toMatchObject({
    code: 'google.unreachable',
    message: expect.stringContaining(words),
  });
  expect(await office.mailsTo('HUE')).toHaveLength(1);
  await office.breakGoogle();
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
  expect(await office.rowsOf(reports)).toHaveLength(1);
});

test('a short disturbance is not even noticed', async () => {
  await office.breakGoogle({ kind: '503', times: 2 }, { kind: 'drop-before', path: '/responses$', times: 1 });
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
});

test('a file that is not there is refused by name', async () => {
  const wrong = { ...office.workspace.config, SPREADSHEET_ID: '1noSuchFileAnywhere' };
  await expect(runSync(wrong)).rejects.toMatchObject({
    code: 'google.refused',
    message: expect.stringContaining('404'),
  });
});

test('a sheet that was never provisioned says what to run', async () => {
  await office.edit({ deleteSheet: { sheetId: system.sheetId } });
  await expect(office.sync()).rejects.toMatchObject({
    code: 'workbook.unprovisioned',
    message: expect.stringContaining('npm run provision'),
  });
});
