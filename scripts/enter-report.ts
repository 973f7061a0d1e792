import { readFile } from 'node:fs/promises';
import { configOrExit, targets } from '../functions/config.ts';
import { openEntry } from '../functions/upkeep/commands.ts';
import { entryLines } from '../functions/upkeep/enter-report/entry-words.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

/** Why a file cannot be read, by the machine's own name for it. */
const unread: Readonly<Record<string, string>> = {
  ENOENT: 'Không thấy tệp nêu ở --file; kiểm tra tên và thư mục.',
  EISDIR: 'Đường dẫn nêu ở --file là thư mục; ghi cả tên tệp .docx.',
  EACCES: 'Không có quyền đọc tệp nêu ở --file.',
};

type Options = { unit: string; file: string; number?: string; date?: string; yes?: true };

const options = command('enter-report')
  .description('Nhập tệp .docx gửi qua đường văn bản làm báo cáo của một thành phố: hiện từng mục, ghi khi có --yes.')
  .requiredOption('--unit <code>', 'mã đơn vị gửi báo cáo')
  .requiredOption('--file <file>', 'tệp .docx')
  .option('--number <number>', 'số, ký hiệu của văn bản đã ký; không ghi thì lấy ở đầu văn bản')
  .option('--date <day>', 'ngày của văn bản đã ký, dạng dd/MM/yyyy')
  .option('--yes', 'ghi nhận đúng như đã hiện')
  .addHelpText('after', `\nBiến môi trường: ${targets.sync.join(', ')}.`)
  .parse()
  .opts<Options>();

const config = configOrExit(process.env, targets.sync);
const { unit, number = null, date = null } = options;
await carryOut(enter);

async function enter(): Promise<void> {
  const file = await readFile(options.file).catch(({ code }: NodeJS.ErrnoException) => code ?? '');
  if (typeof file === 'string') return fail(unread[file] ?? `${options.file}: không đọc được tệp (${file}).`);
  const entry = openEntry(config);
  const planned = await entry.plan({ file, unit, number, date });
  if ('refused' in planned) return fail(planned.refused);
  for (const line of entryLines(planned)) console.log(line);
  if (planned.isKnown) console.log(`Tệp này đã được nhập, mã tiếp nhận ${planned.version}.`);
  else if (planned.items.length === 0) fail('Chưa ghi gì.');
  else if (!options.yes) console.log('Chưa ghi gì. Đúng như trên thì chạy lại với --yes.');
  else if (await entry.record(planned)) console.log(`Đã ghi, mã tiếp nhận ${planned.version}.`);
  else fail('Chưa ghi được: xem tab Kiểm tra, sửa rồi chạy lại.');
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
