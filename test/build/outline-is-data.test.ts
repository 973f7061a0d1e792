import { expect, test } from 'vitest';
import { firstOutline } from '../../sheets-schema/first-outline.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../sheets-schema/seed/rounds.ts';
import { taskSeeds } from '../../sheets-schema/seed/tasks.ts';
import { citySeeds, unitSeeds } from '../../sheets-schema/seed/units.ts';
import { clean } from '../../sheets-schema/text.ts';
import { sourceFiles } from '../support/import-graph.ts';

/** Where Google shows the time zone of a file under that name, and how people are shown an example of what to type. */
const MEANT = /giờ Hà Nội|ví dụ [^'"`]*/g;

/** What of the letter stands in the Sheet, as it would stand in code: whole words between whatever is no letter or digit. */
const ofTheLetter: readonly string[] = [
  firstOutline.version,
  firstOutline.title,
  ...Object.values(firstOutline.headings),
  firstOutline.gate.title,
  ...new Set(outlineSeeds.map(({ wording }) => wording.replace(/\.$/, ''))),
  ...roundSeeds.flatMap(({ basisNumber, title }) => [basisNumber, title]),
  ...taskSeeds.map(({ id }) => id),
  ...unitSeeds.map(({ code }) => code),
  ...citySeeds.map(({ shortName }) => shortName),
  ...new Set(unitSeeds.flatMap(({ groups }) => groups ?? [])),
];

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const sayings = ofTheLetter.map(
  (words) => [words, new RegExp(`(?<![\\p{L}\\p{N}.])${escaped(words)}(?![\\p{L}\\p{N}]|\\.\\d)`, 'u')] as const,
);
/** A part or an item of an outline by its number. */
const NUMBERED = [/Mục \d/, /(?<=['"`])[1-9]\.[1-9]\d?(?=['"`])/, /(?<=mục )[1-9]\.[1-9]\d?/];

/** What code says of the letter; comments may quote it. */
function saidOfTheLetter(source: string): readonly string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(MEANT, '');
  return [
    ...sayings.flatMap(([words, pattern]) => (pattern.test(code) ? [words] : [])),
    ...NUMBERED.flatMap((pattern) => pattern.exec(code) ?? []),
  ];
}

const files = [...sourceFiles()].filter(([file]) => file.startsWith('functions/'));

test('no item number, heading, group, unit or place of the letter stands in the code of the functions', () => {
  expect(files.length).toBeGreaterThan(200);
  const said = files.flatMap(([file, source]) => saidOfTheLetter(source).map((words) => `${file}: ${words}`));
  expect(said).toEqual([]);
});

test.each([
  ["const takesNone = ['1.4', '1.5'].includes(item);", '1.4'],
  ["if (version === 'PL1-12112') return;", 'PL1-12112'],
  [`const heading = \`2. ${firstOutline.headings[2]}\`;`, firstOutline.headings[2]],
  ["const heading = '3. Các nội dung khác nếu có';", 'Các nội dung khác nếu có'],
  ["unit.groups.includes('MUC-2')", 'MUC-2'],
  ["const MINISTRY = 'BXD';", 'BXD'],
  ["letterhead({ place: 'Hà Nội' })", 'Hà Nội'],
  ['`Quý cơ quan thuộc diện báo cáo Mục 2.`', 'Mục 2'],
  ["if (round.basisNumber === '12112/BXD-PTĐT') return;", '12112/BXD-PTĐT'],
])('a planted %s is found', (code, words) => {
  expect(saidOfTheLetter(clean(code))).toContain(words);
});

test.each([
  "const size = 1.45; const style = 'line-height:1.4';",
  "expected: 'một mục đề cương, ví dụ 1.3'",
  "fix: 'mở Tệp > Cài đặt, chọn Việt Nam và múi giờ Hà Nội'",
  '/** Item 1.4 of the letter, BXD, Mục 2. */ const x = 1;',
  "const title = 'Mục '.concat(number); // Mục 2",
])('%s says nothing of it', (code) => {
  expect(saidOfTheLetter(code)).toEqual([]);
});
