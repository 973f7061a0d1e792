import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import ora from 'ora';
import { buildBundle } from '../../scripts/build/build-bundle.ts';
import { coldStart } from './cold-start.ts';
import { country } from './country.ts';
import { flood } from './flood.ts';
import { googleCalls } from './google-calls.ts';
import { growth } from './growth.ts';
import { GROWTH_PICTURE, growthPicture } from './growth-picture.ts';
import { hostileText } from './hostile-text.ts';
import { mailRate } from './mail-rate.ts';
import { quotaRound } from './quota-round.ts';
import type { Measurement } from './row.ts';
import { rowByRow } from './row-by-row.ts';
import { asMarkdown, asText, growthIn, type MeasuredRow, machine, readPage, withAnew } from './table.ts';

const measurements: Readonly<Record<string, Measurement>> = {
  calls: googleCalls,
  'cold-start': coldStart,
  country,
  growth,
  'quota-round': quotaRound,
  mail: mailRate,
  'row-by-row': rowByRow,
  hostile: hostileText,
  flood,
};
const names = Object.keys(measurements);

const { only, write } = new Command('bench')
  .description('Measures the figures this project stands for, what is compared side by side in the same run.')
  .addOption(new Option('--only <name...>', 'these alone').choices(names))
  .option('--write', 'writes what was measured into docs/bench.md, the rest stays')
  .addHelpText('after', `\n${names.map((name) => `  ${name.padEnd(12)}${measurements[name]?.about}`).join('\n')}`)
  .parse()
  .opts<{ only?: string[]; write?: boolean }>();

const root = new URL('../../', import.meta.url);
const spinner = ora({ stream: process.stderr, isEnabled: process.stderr.isTTY });
const built = fileURLToPath(new URL('dist', root));
let bundle: Promise<unknown> | undefined;

async function measured(name: string): Promise<readonly MeasuredRow[]> {
  const progress = (what: string) => {
    spinner.text = `${name}: ${what}`;
  };
  spinner.start(name);
  const rows = await measurements[name]?.measure({
    progress,
    bundle: async () => {
      bundle ??= buildBundle(built);
      await bundle;
      return built;
    },
  });
  spinner.stop();
  const [load = 0] = loadavg();
  return (rows ?? []).map((row) => ({ ...row, load }));
}

const docs = new URL('docs/', root);
const file = new URL('bench.md', docs);

async function writePage(page: Parameters<typeof asMarkdown>[0]): Promise<void> {
  const text = asMarkdown(page);
  await writeFile(file, text);
  await writeFile(new URL(GROWTH_PICTURE, docs), growthPicture(growthIn(readPage(text))));
}

const rows: MeasuredRow[] = [];
for (const name of only ?? names) {
  rows.push(...(await measured(name)));
  // A part that fails after a quarter of an hour takes nothing of the others with it.
  if (write) await writePage(withAnew({ ...readPage(await readFile(file, 'utf8')), machine: machine() }, rows));
}
process.stdout.write(asText(rows));
// All was measured: a line of another release is none of these.
if (write && !only) await writePage({ rows, machine: machine() });
process.exitCode = rows.some(({ kept }) => kept === false) ? 1 : 0;
