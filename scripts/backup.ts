import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { clockOf } from '../functions/app.ts';
import { configOrExit } from '../functions/config.ts';
import { openBackup } from '../functions/upkeep/commands.ts';
import type { Backup } from '../functions/upkeep/provision/backup.ts';
import { ZONE } from '../sheets-schema/zone.ts';
import { csvOf, fileNameOf } from './backup/csv.ts';
import { told } from './screen/told.ts';
import './load-env.ts';

const { to, restore } = new Command('backup')
  .description('Copies the whole Sheet into files, or makes a new Sheet of such a copy.')
  .option('--to <folder>', 'where the copy goes: a folder of its own in there, named by the time', 'sao-luu')
  .option('--restore <folder>', 'make a new Sheet of this copy; it mails nobody until it is settled')
  .addHelpText(
    'after',
    '\nEnvironment, also from a file .env in this folder: SPREADSHEET_ID. Run it as the owner of the files.',
  )
  .parse()
  .opts<{ to: string; restore?: string }>();

const WHOLE = 'toan-bo.json';
/** The copy holds personal data: nobody else of this machine reads it. */
const OURS = { mode: 0o600 } as const;

try {
  if (restore === undefined) await save(to);
  else await bringBack(restore);
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}

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
