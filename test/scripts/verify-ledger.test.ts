import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { askTheCities, useOffice } from '../support/office.ts';

const command = fileURLToPath(new URL('../../scripts/verify-ledger.ts', import.meta.url));
const office = useOffice();

beforeEach(async () => {
  await askTheCities(office);
  await office.syncAt('2025-10-23 14:30');
});

/** As somebody at a terminal runs it. */
function verifyLedger(date: string): Promise<{ readonly code: number; readonly output: string }> {
  const env = { ...process.env, ...office.workspace.environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, '--date', date], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

test('a day on which everything due went out has a full account', async () => {
  const { code, output } = await verifyLedger('2025-10-23');
  expect([code, output.trim()]).toEqual([0, 'Ngày 23/10/2025: thư nào đến lúc gửi cũng có kết quả hoặc lý do.']);
});

test('a result that vanished from the ledger is named, and the command ends with 1', async () => {
  const rows = await office.cellsOf(ledger);
  const sent = rows.findIndex((row) => row.includes('đã gửi') && row.includes('HPG'));
  await office.edit({
    deleteDimension: {
      range: { sheetId: ledger.sheetId, dimension: 'ROWS', startIndex: sent, endIndex: sent + 1 },
    },
  });
  const { code, output } = await verifyLedger('23/10/2025');
  expect(code).toBe(1);
  expect(output).toContain('2025-10/HPG/moi/0@mot-lan');
});

test('what is no day is refused before anything is read', async () => {
  const { code, output } = await verifyLedger('hôm qua');
  expect(code).toBe(1);
  expect(output).toContain('Đề nghị ghi một ngày');
});
