import { InvalidArgumentError } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { configOrExit } from '../functions/config.ts';
import { type Gap, verifyDay } from '../functions/domain/notices/verify.ts';
import { createGoogle } from '../functions/google/client.ts';
import { createWorkbook } from '../functions/google/workbook.ts';
import { pastLogs } from '../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../functions/workbook/read-snapshot.ts';
import { formatDate, parseVietnameseDate } from '../sheets-schema/columns/vietnamese-date.ts';
import { startOfDay } from '../sheets-schema/zone.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

const { date } = command('verify-ledger')
  .description(
    'Đối chiếu riêng các nhật ký: mọi thư đến lúc gửi trong một ngày đã qua đều đã gửi, đã giải quyết hoặc giữ lại có lý do;\n' +
      'không thư nào gửi hai lần, ngoài giờ, hoặc nhắc đơn vị đã có báo cáo. Chỉ đọc Bảng tính, không ghi gì.',
  )
  .requiredOption('--date <day>', 'một ngày đã qua: 2025-10-27 hoặc 27/10/2025', readDay)
  .addHelpText(
    'after',
    '\nBiến môi trường: SPREADSHEET_ID. Mã thoát 1 khi có điều nhật ký không giải thích được, 2 khi không đọc được nhật ký.',
  )
  .parse()
  .opts<{ date: Temporal.PlainDate }>();

function readDay(text: string): Temporal.PlainDate {
  const day = parseVietnameseDate(text);
  if (!day) throw new InvalidArgumentError('Đề nghị ghi một ngày, ví dụ 27/10/2025.');
  return day;
}

async function gapsOf(day: Temporal.PlainDate): Promise<readonly Gap[]> {
  const { SPREADSHEET_ID, GOOGLE_WORKSPACE_EMULATOR_URL: emulator } = configOrExit(process.env, ['SPREADSHEET_ID']);
  const workbook = createWorkbook(createGoogle({ emulator }), SPREADSHEET_ID);
  const atItsEnd = startOfDay(day.add({ days: 1 }));
  const snapshot = await readSnapshot(workbook, NO_RESPONSES, atItsEnd, { sealed: 'all' });
  return verifyDay(day, pastLogs(snapshot));
}

await carryOut(async () => {
  const gaps = await gapsOf(date);
  const verdict =
    gaps.length === 0
      ? 'thư nào đến lúc gửi cũng có kết quả hoặc lý do'
      : `${gaps.length} điểm nhật ký không giải thích được`;
  console.log([`Ngày ${formatDate(date)}: ${verdict}.`, ...gaps.map(lineOf)].join('\n'));
  process.exitCode = gaps.length === 0 ? 0 : 1;
}, 2);

function lineOf({ key, unit, problem }: Gap): string {
  return `  ${unit ?? '–'}  ${key}\n     ${problem}`;
}
