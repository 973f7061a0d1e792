import { clockOf } from '../functions/app.ts';
import { configOrExit } from '../functions/config.ts';
import { archiveFor, archiveRound } from '../functions/upkeep/archive/archive.ts';
import { planArchive } from '../functions/upkeep/archive/plan-archive.ts';
import { readArchivable } from '../functions/upkeep/archive/read-archivable.ts';
import { openArchive } from '../functions/upkeep/commands.ts';
import { command } from './screen/command.ts';
import { carryOut } from './screen/told.ts';

const { round, into, notMade, dryRun } = command('archive')
  .description(
    'Chuyển toàn văn báo cáo của một kỳ đã đóng sang bảng tính thứ hai. Căn cứ của các quyết định vẫn ở lại.',
  )
  .requiredOption('--round <id>', 'mã kỳ báo cáo')
  .option('--into <id>', 'mã bảng tính thứ hai; không ghi thì dùng bảng đã dùng lần trước, hoặc tạo mới')
  .option('--not-made', 'không thấy bảng tính thứ hai mà lần chạy trước đã bắt đầu tạo: tạo bảng khác')
  .option('--dry-run', 'chỉ nêu phần sẽ chuyển, không ghi gì')
  .addHelpText('after', '\nBiến môi trường: SPREADSHEET_ID. Chạy bằng tài khoản sở hữu hai tệp.')
  .parse()
  .opts<{ round: string; into?: string; notMade?: boolean; dryRun?: boolean }>();

const config = configOrExit(process.env, ['SPREADSHEET_ID']);
const { workbook, files, workbookOf, newToken } = openArchive(config);

async function run(): Promise<string> {
  const read = await readArchivable(workbook);
  const plan = planArchive(read, round);
  if (plan.kind === 'refused') throw new Error(plan.why);
  const characters = plan.answers.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  const what = `${plan.answers.length} câu trả lời (${characters} ký tự) của kỳ ${round}`;
  if (dryRun || plan.answers.length === 0) return `Sẽ chuyển ${what}. Chưa ghi gì.`;
  const now = await clockOf(config)();
  const choice = await archiveFor(
    { workbook, files, newToken },
    { round, now, into: into ?? null, isNotMade: notMade === true },
  );
  if (choice.kind === 'refused') throw new Error(choice.why);
  const { archive: id } = choice;
  console.log(`ARCHIVE_ID=${id}`);
  const ports = { workbook, files, archive: workbookOf(id), newToken };
  const done = await archiveRound(ports, { round, now });
  if (done.kind === 'refused') throw new Error(done.why);
  return `Đã chuyển ${what} sang tab "Nội dung ${round}" của bảng tính ${id}.`;
}

await carryOut(async () => {
  console.log(await run());
});
