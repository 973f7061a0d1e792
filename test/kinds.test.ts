import { expect, test } from 'vitest';
import { sourceFiles } from './support/import-graph.ts';
import { propertyTests, testsByKind } from './support/kinds.ts';

const loading = (...names: readonly string[]) => names.map((name) => `import { x } from '${name}';`).join('\n');
const ofTypes = (name: string) => `import type {\n  X,\n} from '${name}';\nexport type { Y } from '${name}';`;

/** A test file that imports these, in a tree where the functions and an office on the emulator are. */
function kindOf(file: string, ...imports: readonly string[]): string | undefined {
  const files = new Map([
    ['functions/app.ts', loading('googleapis')],
    ['test/support/office.ts', loading('google-workspace-emulator', '../../functions/app.ts')],
    ['test/support/types.ts', ofTypes('google-workspace-emulator')],
    [file, loading(...imports)],
  ]);
  return Object.entries(testsByKind(files)).find(([, tests]) => tests.includes(file))?.[0];
}

test.each([
  ['rules', ['../functions/domain/judging/judge.ts', 'fast-check', 'node:fs']],
  ['rules', ['./support/types.ts']],
  ['adapters', ['googleapis/build/src/apis/sheets/index.js']],
  ['adapters', ['nodemailer']],
  ['adapters', ['google-workspace-emulator']],
  ['adapters', ['node:child_process']],
  ['adapters', ['./support/office.ts', 'node:child_process']],
  ['adapters', ['../functions/app.ts']],
  ['stories', ['./support/office.ts']],
])('a test is one of the %s when it imports %j', (kind, imports) => {
  expect(kindOf('test/planted.test.ts', ...imports)).toBe(kind);
});

test.each([
  ['emulator', 'emulator/test/sheets/planted.test.ts'],
  ['proofs', 'proofs/crash/planted.test.ts'],
  ['browser', 'test/browser/planted.test.ts'],
])('a test is of the %s at %s', (kind, file) => {
  expect(kindOf(file, 'node:fs')).toBe(kind);
});

test('every test file is of one kind, and every kind has some', () => {
  const kinds = Object.values(testsByKind());
  const tests = [...sourceFiles().keys()].filter((file) => file.endsWith('.test.ts'));
  expect(kinds.flat().toSorted()).toEqual(tests.toSorted());
  expect(kinds.filter((files) => files.length === 0)).toEqual([]);
  expect(propertyTests()).toContain('test/domain/notices/notice-properties.test.ts');
});
