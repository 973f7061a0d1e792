import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { clockOf } from '../functions/app.ts';
import { configOrExit } from '../functions/config.ts';
import { openBackup } from '../functions/upkeep/commands.ts';
import type { Backup } from '../functions/upkeep/provision/backup.ts';
import { ZONE } from '../sheets-schema/zone.ts';
import { csvOf, fileNameOf } from './backup/csv.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';
import './load-env.ts';

const { to, restore } = command('backup')
  .description('Sao lưu toàn bộ Bảng tính thành tệp, hoặc tạo Bảng tính mới từ một bản sao lưu.')
  .option('--to <folder>', 'nơi lưu: mỗi lần một thư mục con, đặt tên theo thời điểm', 'sao-luu')
  .option('--restore <folder>', 'tạo Bảng tính mới từ bản sao lưu này; chưa gửi thư nào cho tới khi được xác nhận')
  .addHelpText(
    'after',
    '\nBiến môi trường, hoặc ghi trong tệp .env của thư mục này: SPREADSHEET_ID. Chạy bằng tài khoản sở hữu hai tệp.',
  )
  .parse()
  .opts<{ to: string; restore?: string }>();

const WHOLE = 'toan-bo.json';
/** The copy holds personal data: nobody else of this machine reads it. */
const OURS = { mode: 0o600 } as const;

await carryOut(async () => {
  if (restore === undefined) await save(to);
  else await bringBack(restore);
});

async function save(place: string): Promise<void> {
  const config = configOrExit(process.env, ['SPREADSHEET_ID']);
  const backup = await openBackup(config).take(config.SPREADSHEET_ID);
  const at = (await clockOf(config)()).toZonedDateTimeISO(ZONE).toPlainDateTime();
  const folder = join(place, at.toString({ smallestUnit: 'second' }).replaceAll(':', '-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { title, rows } of backup.tabs) await writeFile(join(folder, fileNameOf(title)), csvOf(rows), OURS);
  // Last: a copy that has it is whole.
  await writeFile(join(folder, WHOLE), JSON.stringify(backup), OURS);
  console.log(`Đã sao lưu ${backup.tabs.length} tab vào ${folder}. Có dữ liệu cá nhân: giữ ở nơi chỉ quản trị xem.`);
}

async function bringBack(folder: string): Promise<void> {
  const config = configOrExit(process.env, []);
  const backup = JSON.parse(await readFile(join(folder, WHOLE), 'utf8')) as Backup;
  const title = `Bản khôi phục ${Temporal.Now.plainDateISO(ZONE)}`;
  const id = await openBackup(config).restore(backup, title);
  console.log(`SPREADSHEET_ID=${id}`);
  console.log(`\nBảng tính mới không gửi thư nào cho tới khi chạy, với SPREADSHEET_ID ở trên và các biến khác như cũ:
  npm run provision -- --after-restore
Kiểm tra Danh bạ, Quyết định, Theo dõi trước; triển khai lại hoặc sửa .env sau.`);
}
