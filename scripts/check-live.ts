import { auth } from 'googleapis/build/src/apis/forms/index.js';
import { type CheckLiveOptions, checkLive } from './check-live/check-live.ts';
import { checkLiveTable } from './check-live/table.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';
import './load-env.ts';

const { json, ...options } = command('check-live')
  .description('Thử trên Bảng tính, Biểu mẫu tạm những điều hệ thống dựa vào ở Google. Mã thoát 1 khi có điều khác.')
  .option('--spreadsheet <id>', 'mã một bảng tính trống, khi tài khoản không tạo được tệp')
  .option('--form <id>', 'mã một biểu mẫu trống, khi tài khoản không tạo được tệp')
  .option('--interactive', 'in đường dẫn và chờ người trả lời biểu mẫu')
  .option('--json', 'kết quả ở dạng JSON')
  .addHelpText(
    'after',
    '\nDùng thông tin đăng nhập Google của máy này, hoặc GOOGLE_WORKSPACE_EMULATOR_URL. Có WATCH_TOPIC thì thử cả tin báo.',
  )
  .parse()
  .opts<Omit<CheckLiveOptions, 'say' | 'isServiceAccount'> & { json?: boolean }>();

/** Only a service account's credentials name the account. */
async function isServiceAccount(): Promise<boolean> {
  if (process.env['GOOGLE_WORKSPACE_EMULATOR_URL']) return false;
  const { client_email: account } = await new auth.GoogleAuth().getCredentials();
  return account !== undefined;
}

await carryOut(async () => {
  const say = (line: string) => console.error(line);
  const report = await checkLive(process.env, { ...options, say, isServiceAccount: await isServiceAccount() });
  const hasColours = process.stdout.isTTY === true && process.stdout.hasColors();
  console.log(json ? JSON.stringify(report, null, 2) : checkLiveTable(report, hasColours));
  if (report.results.some(({ kind }) => kind === 'differs')) process.exitCode = 1;
});
