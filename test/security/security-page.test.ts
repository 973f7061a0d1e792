import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NAMED = /`((?:test|proofs)\/[^`]+\.test\.ts)` › `([^`]+)`/g;

type Named = readonly [file: string, name: string];

function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(NAMED)].map(([, file = '', name = '']): Named => [file, name]);
}

/** The tests a text names that are not there, or are not played. */
function missing(text: string): readonly Named[] {
  return namedIn(text).filter(([file, name]) => !isPlayed(file, name));
}

/** What stands in a comment is no title; what is skipped holds nothing. */
function isPlayed(file: string, name: string): boolean {
  if (!existsSync(root + file)) return false;
  const source = readFileSync(root + file, 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const isTitle = ["'", '"', '`'].some((quote) => source.split(quote).some((part) => part.includes(name)));
  return isTitle && /\btest\b/.test(source) && !/\.(?:skip|todo|fails|only)\b/.test(source);
}

const page = readFileSync(`${root}SECURITY.md`, 'utf8');
const promises = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:threat|---)/.test(line));

test('every promise names its test', () => {
  expect(promises.length).toBeGreaterThan(20);
  expect(promises.filter((line) => namedIn(line).length !== 1)).toEqual([]);
  const told = promises.map((line) => line.split('|')[2]);
  expect(new Set(told).size).toBe(told.length);
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
