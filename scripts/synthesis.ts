import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { runSynthesis } from '../functions/app.ts';
import { configOrExit, targets } from '../functions/config.ts';
import type { SynthesisMarks } from '../functions/documents/synthesis/marks.ts';
import type { Served } from '../functions/ports.ts';
import { marksIn } from './papers/marks-in.ts';

const options = new Command('synthesis')
  .description('Writes the draft report on a round, or the draft letter to a late unit, as .docx.')
  .option('--round <id>', 'which round; the open one when left out')
  .option('--unit <code>', 'the letter that urges this unit, in place of the report')
  .option('--date <day>', 'how things stood at the end of a past day, as dd/MM/yyyy')
  .option('--previous <file>', 'an earlier draft of the report: what changed since is marked')
  .option('--out <folder>', 'where the file goes', '.')
  .parse()
  .opts<{ round?: string; unit?: string; date?: string; previous?: string; out: string }>();

const config = configOrExit(process.env, targets.synthesis);
const served = await runSynthesis(config, {
  round: options.round ?? null,
  unit: options.unit ?? null,
  date: options.date ?? null,
  previous: options.previous ? await previousMarks(options.previous) : null,
});
await keep(served);

async function previousMarks(file: string): Promise<SynthesisMarks | null> {
  const marks = marksIn(await readFile(file));
  if (!marks) console.error(`${file} carries no marks of an earlier draft; nothing will be marked as changed.`);
  return marks;
}

async function keep(made: Served): Promise<void> {
  if (made.kind !== 'document') {
    console.error(made.kind === 'nothing' ? made.why : 'No document.');
    process.exitCode = 1;
    return;
  }
  await mkdir(options.out, { recursive: true });
  const path = join(options.out, made.filename);
  await writeFile(path, made.content);
  console.log(path);
}
