import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import ora from 'ora';
import { buildBundle } from '../../scripts/build/build-bundle.ts';
import { coldStart } from './cold-start.ts';
import { country } from './country.ts';
import { flood } from './flood.ts';
import { googleCalls } from './google-calls.ts';
import { hostileText } from './hostile-text.ts';
import { mailRate } from './mail-rate.ts';
import type { Measurement, Row } from './row.ts';
import { rowByRow } from './row-by-row.ts';
import { asMarkdown, asText } from './table.ts';

const measurements: Readonly<Record<string, Measurement>> = {
  calls: googleCalls,
  'cold-start': coldStart,
  country,
  mail: mailRate,
  'row-by-row': rowByRow,
  hostile: hostileText,
  flood,
};
const names = Object.keys(measurements);

const { only, write } = new Command('bench')
  .description('Measures the figures this project stands for, what is compared side by side in the same run.')
  .addOption(new Option('--only <name...>', 'these alone').choices(names))
  .option('--write', 'writes the table into docs/bench.md')
  .addHelpText('after', `\n${names.map((name) => `  ${name.padEnd(12)}${measurements[name]?.about}`).join('\n')}`)
  .parse()
  .opts<{ only?: string[]; write?: boolean }>();

const root = new URL('../../', import.meta.url);
const spinner = ora({ stream: process.stderr, isEnabled: process.stderr.isTTY });
const built = fileURLToPath(new URL('dist', root));
let bundle: Promise<unknown> | undefined;

async function measured(name: string): Promise<readonly Row[]> {
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
  return rows ?? [];
}

if (only && write) throw new Error('--write keeps the whole table; leave out --only.');
const rows: Row[] = [];
for (const name of only ?? names) rows.push(...(await measured(name)));
process.stdout.write(asText(rows));
if (write) await writeFile(new URL('docs/bench.md', root), asMarkdown(rows));
process.exitCode = rows.some(({ kept }) => kept === false) ? 1 : 0;
