import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import { noticeKinds } from '../sheets-schema/notice-kinds.ts';
import { type PreviewOptions, previewMails } from './preview/preview-mails.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

const options = command('preview-mail')
  .description('Ghi thư thành tệp .html, .txt, .eml theo lời thư ở Bảng tính, không gửi đi.')
  .addOption(new Option('--kind <kind>', 'loại thư; không ghi thì mọi loại').choices([...noticeKinds]))
  .option('--unit <code>', 'mã đơn vị nhận', 'HPG')
  .option('--out <folder>', 'thư mục ghi tệp', '.workspace/mails')
  .addHelpText(
    'after',
    '\nCó biến SPREADSHEET_ID thì đọc Bảng tính ấy; không có thì dùng dữ liệu mẫu trên máy này.\n' +
      'Việc chưa xảy ra (báo cáo cần xác nhận, thư quá hạn trước đó) được thay bằng ví dụ.',
  )
  .parse()
  .opts<PreviewOptions & { out: string }>();

await carryOut(async () => {
  await mkdir(options.out, { recursive: true });
  for (const { name, html, text, eml } of await previewMails(options)) {
    await writeFile(join(options.out, `${name}.html`), html);
    await writeFile(join(options.out, `${name}.txt`), text);
    await writeFile(join(options.out, `${name}.eml`), eml);
    console.log(join(options.out, `${name}.{html,txt,eml}`));
  }
});
