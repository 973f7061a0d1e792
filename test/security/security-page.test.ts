import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NAMED = /`(test\/[^`]+\.test\.ts)` › `([^`]+)`/g;

type Named = readonly [file: string, name: string];

/** The tests a text names that are not there. */
function missing(text: string): readonly Named[] {
  const named = [...text.matchAll(NAMED)].map(([, file = '', name = '']): Named => [file, name]);
  return named.filter(([file, name]) => !existsSync(root + file) || !readFileSync(root + file, 'utf8').includes(name));
}

const page = readFileSync(`${root}SECURITY.md`, 'utf8');
const promises = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:threat|---)/.test(line));

test('every promise names its test', () => {
  expect(promises.length).toBeGreaterThan(20);
  expect(promises.filter((line) => [...line.matchAll(NAMED)].length !== 1)).toEqual([]);
});

test('every test it names is there', () => {
  expect(missing(page)).toEqual([]);
});

test.each(['`test/security/none.test.ts` › `x`', '`test/security/prototypes.test.ts` › `a promise nobody keeps`'])(
  '%s would be found out',
  (line) => {
    expect(missing(line)).toHaveLength(1);
  },
);
