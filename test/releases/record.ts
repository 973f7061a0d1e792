import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEmulator } from 'google-workspace-emulator';
import { furnish } from '../../scripts/workspace/start-workspace.ts';
import { createOffice } from '../support/office.ts';
import { dump } from './dump.ts';
import { playHalfARound } from './half-way.ts';
import { recordingFiles } from './recording.ts';

// npm run record-release: keeps the files that this release makes, so that every later one can be tried on them.

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
const files = recordingFiles(version);
const folder = path.relative(process.cwd(), path.dirname(files.form));
if (existsSync(folder)) {
  console.error(`The files of ${version} are kept already, in ${folder}; raise the version in package.json first.`);
  process.exit(1);
}
const emulator = await createEmulator({});
try {
  const office = createOffice(await furnish(emulator, '2025-10-23T14:05:00+07:00'));
  await playHalfARound(office);
  const { spreadsheetId, formId } = office.workspace.provisioned;
  const { spreadsheet, form } = await dump({ url: emulator.url, spreadsheetId, formId });
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.spreadsheet, byLines({ recordedAt: emulator.clock.now(), ...spreadsheet }));
  writeFileSync(files.form, byLines(form));
  console.log(`kept the files of ${version} in ${folder}`);
} finally {
  await emulator.close();
}

/** JSON with one row of cells, one rule, one item of the form on a line: a difference names what differs. */
function byLines(value: unknown, indent = ''): string {
  const inner = `${indent} `;
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length <= 120 || indent.length >= 4) return flat;
  const lines = Array.isArray(value)
    ? value.map((one) => inner + byLines(one, inner))
    : Object.entries(value).flatMap(([name, held]) =>
        held === undefined ? [] : [`${inner}${JSON.stringify(name)}: ${byLines(held, inner)}`],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}${indent === '' ? '\n' : ''}`;
}
