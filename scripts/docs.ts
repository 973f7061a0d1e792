import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import {
  environmentTable,
  fillBlock,
  mailReference,
  meaningsTable,
  schemaReference,
  settingsTable,
} from './docs/tables.ts';

const { check } = new Command('docs')
  .description('Writes the parts of README and docs/ that come from code.')
  .option('--check', 'write nothing; exit 1 when a file is not what the code says')
  .parse()
  .opts<{ check?: boolean }>();

const root = new URL('../', import.meta.url);

/** Each generated file, from what stands in it now. */
const pages: Readonly<Record<string, (text: string) => string>> = {
  'README.md': (text) => fillBlock(fillBlock(text, 'environment', environmentTable()), 'settings', settingsTable()),
  'docs/huong-dan-quan-tri.md': (text) => fillBlock(text, 'environment', meaningsTable()),
  'docs/bang-tinh.md': () => schemaReference(),
  'docs/mau-thu.md': () => mailReference(),
};

let stale = 0;
for (const [name, make] of Object.entries(pages)) {
  const path = fileURLToPath(new URL(name, root));
  const before = await readFile(path, 'utf8').catch(() => '');
  const after = make(before);
  if (after === before) continue;
  stale += 1;
  if (check) console.error(`${name} is not what the code says. Run: npm run docs`);
  else await writeFile(path, after);
}
if (check && stale > 0) process.exitCode = 1;
