import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runSynthesis } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import type { SynthesisMarks } from '../functions/documents/synthesis/marks.ts';
import type { Served } from '../functions/ports.ts';
import { marksIn } from './papers/marks-in.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

const options = command('synthesis')
  .description('Lập dự thảo báo cáo tổng hợp của một kỳ, hoặc dự thảo công văn đôn đốc một đơn vị, thành tệp .docx.')
  .option('--round <id>', 'mã kỳ báo cáo; không ghi thì lấy kỳ đang mở')
  .option('--unit <code>', 'công văn đôn đốc đơn vị này, thay cho báo cáo')
  .option('--date <day>', 'tình hình ở cuối một ngày đã qua, dạng dd/MM/yyyy')
  .option('--previous <file>', 'bản dự thảo trước: phần thay đổi từ đó được đánh dấu')
  .option('--out <folder>', 'thư mục ghi tệp', '.')
  .parse()
  .opts<{ round?: string; unit?: string; date?: string; previous?: string; out: string }>();

const config = configOrExit(process.env, targets.synthesis);
await carryOut(async () => {
  const served = await runSynthesis(config, {
    round: options.round ?? null,
    unit: options.unit ?? null,
    date: options.date ?? null,
    previous: options.previous ? await previousMarks(options.previous) : null,
  });
  await keep(served);
});

async function previousMarks(file: string): Promise<SynthesisMarks | null> {
  const marks = marksIn(await readFile(file));
  if (!marks) console.error(`${file} không có dấu của bản dự thảo trước; không đánh dấu được phần thay đổi.`);
  return marks;
}

async function keep(made: Served): Promise<void> {
  if (made.kind !== 'document') {
    console.error(made.kind === 'nothing' ? made.why : 'Không lập được văn bản.');
    process.exitCode = 1;
    return;
  }
  await mkdir(options.out, { recursive: true });
  const path = join(options.out, made.filename);
  await writeFile(path, made.content);
  console.log(path);
}
