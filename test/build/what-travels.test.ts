import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, buildBundle } from '../../scripts/build/build-bundle.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the functions need of ours: the first that fits a file decides. */
const PLACES: readonly (readonly [start: string, travels: boolean])[] = [
  // What only commands run.
  ...['archive/', 'personal-data/', 'provision/', 'commands.ts'].map(
    (part) => [`functions/upkeep/${part}`, false] as const,
  ),
  ['functions/google/files.ts', false],
  // Of the seeds only the texts of mails, which serve where those in the Sheet cannot.
  ['sheets-schema/seed/template', true],
  ['sheets-schema/seed/mail-footer.ts', true],
  ['sheets-schema/seed/', false],
  ['functions/', true],
  ['sheets-schema/', true],
  ['node_modules/', true],
  ['', false],
];

/** Packages that our own programs use beside the functions. */
async function beside(): Promise<readonly string[]> {
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys(devDependencies);
}

/** What has no business among the sources of a bundle. */
async function strays({ sources }: Bundle): Promise<readonly string[]> {
  const packages = await beside();
  return sources.filter(
    (source) =>
      PLACES.find(([start]) => source.startsWith(start))?.[1] !== true ||
      packages.some((name) => source.startsWith(`node_modules/${name}/`)),
  );
}

describe('what is deployed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'travels-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('holds what the functions run and nothing of the commands, the emulator, the proofs or the seeds', async () => {
    const bundle = await buildBundle(join(folder, 'dist'));
    expect(await strays(bundle)).toEqual([]);
    expect(bundle.sources).toContain('functions/sync/sync.ts');
    expect(await readFile(bundle.file, 'utf8')).not.toContain('createSpreadsheet');
  });

  test.each([
    'functions/upkeep/commands.ts',
    'functions/upkeep/archive/plan-archive.ts',
    'functions/upkeep/personal-data/plan-find.ts',
    'functions/upkeep/provision/plan-workbook.ts',
    'functions/google/files.ts',
    'sheets-schema/seed/tasks.ts',
    'sheets-schema/seed/holidays.ts',
    'sheets-schema/seed/outline.ts',
    'sheets-schema/seed/units.ts',
    'scripts/workspace/city.ts',
    'proofs/simulation/year.ts',
    'emulator/faults.ts',
    'test/mail/a-mail.ts',
    'node_modules/commander/index.js',
  ])('is found when %s is among it', async (planted) => {
    const entry = join(folder, 'planted.ts');
    await writeFile(entry, `export * from ${JSON.stringify(join(ROOT, planted))};\n`);
    expect(await strays(await buildBundle(join(folder, 'planted'), entry))).not.toEqual([]);
  });
});
