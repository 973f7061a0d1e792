import { Command } from 'commander';
import { clockOf } from '../functions/app.ts';
import { configOrExit } from '../functions/config.ts';
import { archiveFor, archiveRound } from '../functions/upkeep/archive/archive.ts';
import { planArchive } from '../functions/upkeep/archive/plan-archive.ts';
import { readArchivable } from '../functions/upkeep/archive/read-archivable.ts';
import { openArchive } from '../functions/upkeep/commands.ts';
import { told } from './screen/told.ts';

const { round, into, notMade, dryRun } = new Command('archive')
  .description('Moves the whole texts of a closed round to a second spreadsheet. What decisions rest on stays.')
  .requiredOption('--round <id>', 'which round')
  .option('--into <id>', 'the second spreadsheet; the one used before, or a new one, when left out')
  .option('--not-made', 'the second spreadsheet that an earlier run began to make is not there: make another')
  .option('--dry-run', 'says what would go, and changes nothing')
  .addHelpText('after', '\nEnvironment: SPREADSHEET_ID. Run it as the owner of the files.')
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

try {
  console.log(await run());
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
