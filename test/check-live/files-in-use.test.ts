import { expect, test } from 'vitest';
import { checkLive } from '../../scripts/check-live/check-live.ts';
import { useOffice } from '../support/office.ts';

const office = useOffice();
const options = { isServiceAccount: false, say: () => {} };

test('a register in use is never tried on', async () => {
  const { environment, provisioned } = office.workspace;
  const before = await office.sheet.spreadsheets.get({ spreadsheetId: provisioned.spreadsheetId });
  await expect(checkLive(environment, { ...options, spreadsheet: provisioned.spreadsheetId })).rejects.toThrow(
    'sổ đang dùng',
  );
  const after = await office.sheet.spreadsheets.get({ spreadsheetId: provisioned.spreadsheetId });
  expect(after.data).toEqual(before.data);
});

test('nor is its form', async () => {
  const { environment, provisioned } = office.workspace;
  await expect(checkLive(environment, { ...options, form: provisioned.formId })).rejects.toThrow('đang dùng');
});
