import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './support/import-graph.ts';

const ROOT = path.join(import.meta.dirname, '..');

/** The rules, in the order in which they build on each other: a room sees those before it. */
const RULES = ['links', 'reading', 'time', 'judging', 'standing', 'notices'].map((room) => `functions/domain/${room}/`);

/** What every room but the rules may use. */
const COMMON = 'functions/shared/ functions/ports.ts sheets-schema/';

/**
 * What the files of a place may import of ours, itself included; the first place that fits a file is its own. A feature
 * sees the workbook and what it means, never another feature and never an adapter.
 */
const PLACES: readonly (readonly [place: string, mayImport: string])[] = [
  ...RULES.map((room, index) => [room, `${RULES.slice(0, index).join(' ')} sheets-schema/`] as const),
  ['functions/shared/', 'sheets-schema/'],
  ['functions/http/', 'functions/shared/ functions/ports.ts'],
  [
    'functions/sync/',
    `functions/workbook/ functions/outlook/ functions/domain/ functions/findings/ functions/projections/ functions/letters/ functions/form/ ${COMMON}`,
  ],
  ['functions/workbook/', `functions/domain/ ${COMMON}`],
  ['functions/outlook/', `functions/workbook/ functions/domain/ ${COMMON}`],
  [
    'functions/findings/',
    `functions/workbook/ functions/outlook/ functions/domain/ functions/letters/ functions/form/ ${COMMON}`,
  ],
  ['functions/projections/', `functions/workbook/ functions/outlook/ functions/domain/ ${COMMON}`],
  ['functions/letters/', `functions/workbook/ functions/outlook/ functions/domain/ functions/documents/ ${COMMON}`],
  ['functions/mail/', COMMON],
  ['functions/form/', `functions/workbook/ functions/domain/ ${COMMON}`],
  ['functions/documents/decree/', COMMON],
  ['functions/documents/outline/', `functions/documents/decree/ functions/domain/links/ ${COMMON}`],
  ['functions/documents/synthesis/', `functions/documents/decree/ functions/domain/ ${COMMON}`],
  [
    'functions/documents/own-report/',
    `functions/documents/decree/ functions/documents/outline/ functions/documents/synthesis/unit-content.ts functions/domain/ ${COMMON}`,
  ],
  [
    'functions/documents/previous-report/',
    `functions/documents/decree/ functions/documents/synthesis/unit-content.ts functions/domain/ ${COMMON}`,
  ],
  [
    'functions/documents/entered/',
    `functions/documents/decree/ functions/documents/outline/place-marks.ts functions/domain/ ${COMMON}`,
  ],
  ['functions/dashboard/', `functions/domain/ ${COMMON}`],
  ...['archive', 'doctor', 'personal-data', 'provision', 'self-test', 'watch'].map(
    (feature) =>
      [
        `functions/upkeep/${feature}/`,
        `functions/workbook/ functions/outlook/ functions/domain/ functions/form/ ${COMMON}`,
      ] as const,
  ),
  [
    'functions/upkeep/enter-report/',
    `functions/documents/entered/ functions/sync/plan-sync.ts functions/workbook/ functions/outlook/ functions/domain/ ${COMMON}`,
  ],
  ['functions/google/', COMMON],
  ['functions/ports.ts', 'sheets-schema/'],
  ['functions/config.ts', 'functions/shared/ sheets-schema/address.ts'],
  ['functions/index.ts', 'functions/app.ts functions/config.ts functions/shared/ functions/http/'],
  ['functions/app.ts', 'functions/ sheets-schema/'],
  ['functions/upkeep/commands.ts', 'functions/ sheets-schema/'],
  ['functions/', 'nothing: every other file is in a room named above'],
  ['sheets-schema/', ''],
  ['emulator/', ''],
  ...['scripts/', 'proofs/', 'test/'].map(
    (place) => [place, 'functions/ sheets-schema/ google-workspace-emulator scripts/ proofs/ test/'] as const,
  ),
];

/** The rules give values back; how a tab shows them they do not know. */
function isBarred(file: string, to: string): boolean {
  return file.startsWith('functions/domain/') && to === 'sheets-schema/tabs/projections.ts';
}

/** Imports over a wall, as `from → to`. */
function overTheWalls(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => {
    const place = PLACES.find(([start]) => file.startsWith(start));
    if (!place) return [];
    const [own, others] = place;
    const allowed = [...(own.endsWith('/') && own !== 'functions/' ? [own] : []), ...others.split(' ').filter(Boolean)];
    return importsOf(file, text)
      .imports.filter((to) =>
        /^(?:functions|sheets-schema|emulator|google-workspace-emulator|proofs|scripts|test)(?:\/|$)/.test(to),
      )
      .filter((to) => isBarred(file, to) || !allowed.some((start) => to.startsWith(start)))
      .map((to) => `${file} → ${to}`);
  });
}

describe('the walls', () => {
  test('no import goes over them', () => {
    const files = sourceFiles();
    expect(files.size).toBeGreaterThan(300);
    expect(overTheWalls(files)).toEqual([]);
  });

  test.each([
    ['functions/domain/planted.ts', './time/deadline.ts'],
    ['functions/domain/time/planted.ts', '../../google/client.ts'],
    ['functions/domain/time/planted.ts', '../../ports.ts'],
    ['functions/domain/judging/planted.ts', '../notices/notice.ts'],
    ['functions/domain/notices/planted.ts', '../../../sheets-schema/tabs/projections.ts'],
    ['functions/sync/planted.ts', '../google/workbook.ts'],
    ['functions/sync/planted.ts', '../mail/smtp-mailer.ts'],
    ['functions/dashboard/planted.ts', '../sync/sync.ts'],
    ['functions/workbook/planted.ts', '../sync/plan-sync.ts'],
    ['functions/workbook/planted.ts', '../outlook/outlook.ts'],
    ['functions/outlook/planted.ts', '../findings/plan-findings.ts'],
    ['functions/findings/planted.ts', '../sync/sync.ts'],
    ['functions/projections/planted.ts', '../findings/plan-findings.ts'],
    ['functions/letters/planted.ts', '../mail/mail-html.ts'],
    ['functions/form/planted.ts', '../letters/plan-letter.ts'],
    ['functions/mail/planted.ts', '../letters/plan-letter.ts'],
    ['functions/mail/planted.ts', '../documents/outline/outline-docx.ts'],
    ['functions/documents/decree/planted.ts', '../outline/outline-docx.ts'],
    ['functions/documents/outline/planted.ts', '../synthesis/plan-synthesis.ts'],
    ['functions/documents/synthesis/planted.ts', '../../workbook/snapshot.ts'],
    ['functions/documents/previous-report/planted.ts', '../synthesis/plan-synthesis.ts'],
    ['functions/documents/own-report/planted.ts', '../synthesis/plan-synthesis.ts'],
    ['functions/documents/entered/planted.ts', '../outline/outline-docx.ts'],
    ['functions/upkeep/enter-report/planted.ts', '../../sync/sync.ts'],
    ['functions/upkeep/doctor/planted.ts', '../watch/plan-watch.ts'],
    ['functions/upkeep/self-test/planted.ts', '../doctor/check.ts'],
    ['functions/upkeep/provision/planted.ts', '../../google/files.ts'],
    ['functions/http/planted.ts', '../config.ts'],
    ['functions/shared/planted.ts', '../http/log.ts'],
    ['functions/index.ts', './sync/sync.ts'],
    ['functions/planted.ts', './sync/sync.ts'],
    ['functions/google/planted.ts', '../sync/sync.ts'],
    ['functions/newfeature/planted.ts', '../workbook/snapshot.ts'],
    ['sheets-schema/planted.ts', '../functions/domain/judging/judge.ts'],
    ['functions/sync/planted.ts', '../../scripts/story.ts'],
    ['functions/sync/planted.ts', '../../proofs/soak/watch.ts'],
    ['emulator/planted.ts', '../sheets-schema/all-tabs.ts'],
    ['functions/sync/planted.ts', 'google-workspace-emulator'],
    ['scripts/planted.ts', '../emulator/server.ts'],
    ['proofs/soak/planted.ts', '../../emulator/sheets/model.ts'],
  ])('%s importing %s is caught', (file, name) => {
    for (const text of [`import { x } from '${name}';`, `export * from '${name}';`, `await import('${name}');`]) {
      expect(overTheWalls(new Map([[file, text]])), text).toHaveLength(1);
    }
  });

  test('the rules do no input or output', () => {
    const pure = [...sourceFiles()].filter(([file]) => /^(?:functions\/domain|sheets-schema)\//.test(file));
    const packages = pure
      .flatMap(([file, text]) => importsOf(file, text).imports)
      .filter((name) => !name.includes('.ts'));
    expect([...new Set(packages)].sort()).toEqual(['node:crypto', 'temporal-polyfill', 'zod']);
  });

  test('nobody loads every Google API', () => {
    const product = [...sourceFiles()].filter(([file]) => !file.startsWith('test/architecture'));
    const loads = product.filter(([file, text]) => importsOf(file, text).imports.includes('googleapis'));
    expect(loads.map(([file]) => file)).toEqual([]);
  });
});

/** Names that two files of the product export: a reader who looks one up finds the other. */
function doubledNames(files: ReadonlyMap<string, string>): readonly string[] {
  const product = [...files].filter(([file]) => /^(?:functions|sheets-schema)\//.test(file));
  const names = product.flatMap(([, text]) =>
    [...text.matchAll(/^export (?:async )?(?:function|const|type|class) (\w+)/gm)].map(([, name = '']) => name),
  );
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].sort();
}

describe('exported names', () => {
  test('have one meaning each', () => {
    expect(doubledNames(sourceFiles())).toEqual([]);
  });

  test.each([
    'export function planNotices() {}',
    'export async function planNotices() {}',
    'export const planNotices = 1;',
    'export type planNotices = 1;',
    'export class planNotices {}',
  ])('with two are found: %s', (planted) => {
    expect(doubledNames(new Map([...sourceFiles(), ['functions/sync/planted.ts', planted]]))).toEqual(['planNotices']);
  });
});

describe('the linter', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
    for (const name of ['.biome.jsonc', '.gitignore']) cpSync(path.join(ROOT, name), path.join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const planted: readonly [file: string, text: string, rule: string][] = [
    ['functions/domain/time/reads-adapter.ts', "export { x } from '../../google/client.ts';", 'noRestrictedImports'],
    ['functions/domain/reads-files.ts', "export { readFile } from 'node:fs';", 'noRestrictedImports'],
    ['functions/domain/asks-environment.ts', 'export const x = process.env;', 'noRestrictedGlobals'],
    ['functions/sync/asks-time.ts', 'export const x = Date.now();', 'noRestrictedGlobals'],
    ['functions/sync/sees-emulator.ts', "export { x } from 'google-workspace-emulator';", 'noRestrictedImports'],
    ['functions/sync/loads-all.ts', "export { google } from 'googleapis';", 'noRestrictedImports'],
    ['scripts/loads-all.ts', "export { google } from 'googleapis';", 'noRestrictedImports'],
    ['sheets-schema/calls-out.ts', "export const x = () => fetch('https://boxaydung.example');", 'noRestrictedGlobals'],
    ['emulator/knows-us.ts', "export { x } from '../functions/app.ts';", 'noRestrictedImports'],
    ['functions/domain/round-a.ts', "export { b } from './round-b.ts';\nexport const a = 1;\n", 'noImportCycles'],
    ['functions/domain/round-b.ts', "export { a } from './round-a.ts';\nexport const b = 1;\n", 'noImportCycles'],
    ['functions/sync/types-a.ts', "import type { B } from './types-b.ts';\nexport type A = B[];\n", 'noImportCycles'],
    ['functions/sync/types-b.ts', "import type { A } from './types-a.ts';\nexport type B = A[];\n", 'noImportCycles'],
    ['functions/sync/floats.ts', 'export const x = () => {\n  Promise.resolve();\n};\n', 'noFloatingPromises'],
  ];

  test('catches every planted mistake', () => {
    for (const [file, text] of planted) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    expect(complaints()).toEqual(expect.arrayContaining(planted.map(([file, , rule]) => `${file} ${rule}`)));
  });

  /** What the linter says of the planted files. */
  function complaints(): readonly string[] {
    const biome = path.join(ROOT, 'node_modules/.bin/biome');
    const answer = outputOf(() =>
      execFileSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], { cwd: folder, stdio: 'pipe' }),
    );
    const { diagnostics } = JSON.parse(answer) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    return diagnostics.map(({ category, location }) => {
      const where = typeof location.path === 'string' ? location.path : location.path.file;
      return `${path.normalize(where)} ${category.split('/').at(-1)}`;
    });
  }
});

/** The output of a program that ends with an error. */
function outputOf(run: () => Buffer): string {
  try {
    return run().toString();
  } catch (error) {
    return (error as { stdout: Buffer }).stdout.toString();
  }
}
