import { Command, InvalidArgumentError } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { configOrExit } from '../functions/config.ts';
import { type Gap, verifyDay } from '../functions/domain/notices/verify.ts';
import { createGoogle } from '../functions/google/client.ts';
import { createWorkbook } from '../functions/google/workbook.ts';
import { pastLogs } from '../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../functions/workbook/read-snapshot.ts';
import { formatDate, parseVietnameseDate } from '../sheets-schema/columns/vietnamese-date.ts';
import { startOfDay } from '../sheets-schema/zone.ts';
import { told } from './screen/told.ts';

const { date } = new Command('verify-ledger')
  .description(
    'Proves from the logs alone that every mail due on a past day, of whatever kind, was sent, settled or held for a reason\n' +
      'on record, and that none went twice, out of hours, or to remind a unit whose report had been seen. Reads the Sheet,\n' +
      'writes nothing.',
  )
  .requiredOption('--date <day>', 'a day gone by: 2025-10-27 or 27/10/2025', readDay)
  .addHelpText(
    'after',
    '\nEnvironment: SPREADSHEET_ID. Exit 1 when the logs give no account of something, 2 when they cannot be read.',
  )
  .parse()
  .opts<{ date: Temporal.PlainDate }>();

function readDay(text: string): Temporal.PlainDate {
  const day = parseVietnameseDate(text);
  if (!day) throw new InvalidArgumentError('A day is expected, such as 2025-10-27.');
  return day;
}

async function gapsOf(day: Temporal.PlainDate): Promise<readonly Gap[]> {
  const { SPREADSHEET_ID, GOOGLE_WORKSPACE_EMULATOR_URL: emulator } = configOrExit(process.env, ['SPREADSHEET_ID']);
  const workbook = createWorkbook(createGoogle({ emulator }), SPREADSHEET_ID);
  const atItsEnd = startOfDay(day.add({ days: 1 }));
  const snapshot = await readSnapshot(workbook, NO_RESPONSES, atItsEnd, { sealed: 'all' });
  return verifyDay(day, pastLogs(snapshot));
}

try {
  const gaps = await gapsOf(date);
  const verdict =
    gaps.length === 0
      ? 'thư nào đến lúc gửi cũng có kết quả hoặc lý do'
      : `${gaps.length} điểm nhật ký không giải thích được`;
  console.log([`Ngày ${formatDate(date)}: ${verdict}.`, ...gaps.map(lineOf)].join('\n'));
  process.exitCode = gaps.length === 0 ? 0 : 1;
} catch (error) {
  console.error(told(error));
  process.exitCode = 2;
}

function lineOf({ key, unit, problem }: Gap): string {
  return `  ${unit ?? '–'}  ${key}\n     ${problem}`;
}
