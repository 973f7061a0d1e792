import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocx } from '../../functions/documents/entered/read-docx.ts';
import { ownReports, readBack } from '../../test/documents/own-report/own-reports.ts';

const SOFFICE = '/usr/bin/soffice';
const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files as LibreOffice saves them, one start for all. @returns their contents, in order */
async function savedAs(kind: 'docx' | 'pdf', files: readonly string[]): Promise<readonly Buffer[]> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const out = path.join(folder, kind);
  await promisify(execFile)(SOFFICE, [profile, '--headless', '--convert-to', kind, '--outdir', out, ...files]);
  return files.map((file) => readFileSync(path.join(out, `${path.basename(file, '.docx')}.${kind}`)));
}

describe.runIf(existsSync(SOFFICE))('the reports to sign in LibreOffice', () => {
  test('open, print, and once saved there read back to what was sent', async () => {
    const reports = ownReports();
    const files = await Promise.all(
      reports.map(async ({ unit, write }) => {
        const file = path.join(folder, `${unit}.docx`);
        writeFileSync(file, await write());
        return file;
      }),
    );
    const printed = await savedAs('pdf', files);
    for (const pdf of printed) expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);
    const saved = await savedAs('docx', files);
    for (const [index, { unit, sent }] of reports.entries()) {
      const paper = await readDocx(saved[index] ?? Buffer.of());
      if ('refused' in paper) throw new Error(paper.refused);
      expect([paper.round, readBack(paper, unit)]).toEqual(['2025-10', { answers: sent, unplaced: [], remarks: {} }]);
    }
  });
});
