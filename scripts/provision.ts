import { randomBytes } from 'node:crypto';
import { configOrExit, targets } from '../functions/config.ts';
import { PROVISION_NEEDS, runAfterRestore, runProvision } from '../functions/upkeep/commands.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';
import './load-env.ts';

const options = command('provision')
  .description('Tạo Bảng tính và Biểu mẫu, hoặc bổ sung phần còn thiếu. Chạy lại lần nữa không ghi gì thêm.')
  .option(
    '--new-secret',
    'đổi khóa của đường dẫn: LINK_SECRET là khóa mới, LINK_SECRET_PREVIOUS là khóa của các đường dẫn đã gửi',
  )
  .option(
    '--after-restore',
    'sau khi khôi phục, sao chép tệp, hoặc nhật ký bị hỏng: không gửi bù thư đã đến hạn, đọc lại từ Biểu mẫu',
  )
  .option('--columns-checked', 'đã kiểm tra các ô của cột vừa được đặt lại: việc đang chờ được chạy tiếp')
  .option('--editor <address...>', 'điều phối viên: chia sẻ Bảng tính để chỉnh sửa', [])
  .option('--viewer <address...>', 'lãnh đạo, tài khoản của các trang: chia sẻ Bảng tính để xem', [])
  .addHelpText(
    'after',
    '\nBiến môi trường: SPREADSHEET_ID, FORM_ID, LINK_SECRET khi đã có hai tệp; tạo tệp mới thì lệnh tự tạo LINK_SECRET.',
  )
  .parse()
  .opts<{
    afterRestore?: boolean;
    newSecret?: boolean;
    columnsChecked?: boolean;
    editor: readonly string[];
    viewer: readonly string[];
  }>();

await carryOut(async () => {
  const isNew = !process.env['SPREADSHEET_ID'] && !process.env['LINK_SECRET'];
  const LINK_SECRET = isNew ? newLinkSecret() : process.env['LINK_SECRET'];
  // First of all, so that a run cut short does not keep it to itself.
  if (isNew) console.log(`LINK_SECRET=${LINK_SECRET}`);
  const environment = { ...process.env, LINK_SECRET };
  const report = (line: string) => console.error(`· ${line}`);
  const chosen = {
    isNewSecret: options.newSecret === true,
    areColumnsChecked: options.columnsChecked === true,
    editors: options.editor,
    viewers: options.viewer,
  };
  const made = options.afterRestore
    ? await runAfterRestore(configOrExit(environment, targets.sync), report, chosen)
    : await runProvision(configOrExit(environment, PROVISION_NEEDS), report, chosen);
  console.log(`SPREADSHEET_ID=${made.spreadsheetId}`);
  console.log(`FORM_ID=${made.formId}`);
  console.log(`\nBảng tính   ${made.sheetUrl}\nBiểu mẫu    ${made.formUrl}\nTrả lời tại ${made.responderUri}\n`);
  for (const { unit, name, link } of made.links) console.log(`${unit}  ${name}\n     ${link}`);
});

/** 128 random bits: so many that nobody finds them out from a link by trying. */
function newLinkSecret(): string {
  return randomBytes(16).toString('hex');
}
