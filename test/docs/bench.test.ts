import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROWTH_PICTURE, growthPicture } from '../../proofs/bench/growth-picture.ts';
import { asMarkdown, growthIn, growthRow, type Page, readPage, withAnew } from '../../proofs/bench/table.ts';

const docs = new URL('../../docs/', import.meta.url);
const kept = (name: string) => readFileSync(new URL(name, docs), 'utf8');

test('the page of figures and its picture stand as the bench writes them', () => {
  const text = kept('bench.md');
  expect(asMarkdown(readPage(text))).toBe(text);
  expect(growthPicture(growthIn(readPage(text)))).toBe(kept(GROWTH_PICTURE));
});

const point = (units: number, closedRounds: number) => ({
  ...growthRow({ units, closedRounds, cpuSeconds: units / 100, peakMebibytes: 150, readMebibytes: 0.5 }),
  load: 1.5,
});
const page: Page = {
  machine: 'linux x64, 2 cores, Node.js 24',
  rows: [
    { what: 'calls', goal: '≤ 2', measured: '2', kept: true, load: 0.9 },
    { what: 'CPU', goal: '≤ 2 s', measured: '5.46 s', kept: false, load: 3 },
    { what: 'told', goal: '–', measured: '1 : 2', kept: null, load: 3 },
    point(6, 1),
    point(600, 1),
    point(600, 20),
  ],
};

test('a page reads back as it was written', () => {
  expect(readPage(asMarkdown(page))).toEqual(page);
});

test('a part measured anew takes its place, beside what was measured before', () => {
  const anew = { what: 'CPU', goal: '≤ 2 s', measured: '1.90 s', kept: true, load: 1 };
  expect(withAnew(page, [anew]).rows.map(({ measured }) => measured)).toEqual(
    page.rows.map((row) => (row.what === 'CPU' ? '1.90 s' : row.measured)),
  );
});

test('the picture has a mark for each figure, those of one closed round by units, those of one size by rounds', () => {
  const picture = growthPicture(growthIn(page));
  const [byUnits = '', byRounds = ''] = picture.split('<g ').slice(1);
  expect([byUnits, byRounds].map((panel) => panel.match(/<circle/g)?.length)).toEqual([2, 2]);
  expect(byRounds).toContain('600 units');
  expect(picture).not.toContain('NaN');
});
