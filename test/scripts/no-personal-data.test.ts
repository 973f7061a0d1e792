import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const files = globSync(['{functions,sheets-schema,scripts,emulator,proofs}/**/*.ts', 'docs/**/*.md', '*.md'], {
  cwd: ROOT,
});
const texts = files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')] as const);

/** Everything of a kind that stands in the sources, as `file: what`. */
function found(pattern: RegExp, isAllowed: (match: string) => boolean = () => false): readonly string[] {
  return texts.flatMap(([file, text]) =>
    [...text.matchAll(pattern)].flatMap(([match]) => (isAllowed(match) ? [] : [`${file}: ${match}`])),
  );
}

/** Addresses of machines, and those that RFC 2606 keeps for examples. */
const isNobody = (address: string) => /(?:\.example|\.gserviceaccount\.com|@host\.domain)$/.test(address);

test('every address is an invented one', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(found(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, isNobody)).toEqual([]);
});

test('no telephone number of a person stands anywhere', () => {
  expect(found(/(?<![\d.])(?:\+84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?![\d.])/g)).toEqual([]);
});

test.each([
  ['an address', 'nguoi.that@haiphong.gov.vn', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['a mobile number', 'gọi 0912 345 678 nhé', /(?<![\d.])(?:\+84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?![\d.])/g],
])('%s would be found', (_what, text, pattern) => {
  expect(text.match(pattern)).toHaveLength(1);
});
