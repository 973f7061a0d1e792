import { expect, test } from 'vitest';
import { readWholeTexts } from '../../functions/workbook/whole-texts.ts';
import { createModelFile, createModelWorkbook } from '../../proofs/simulation/model-workbook.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { type AnswerRow, answers } from '../../sheets-schema/tabs/logs.ts';

const row = (version: string, part: number) =>
  ({
    ...Object.fromEntries(Object.keys(answers.columns).map((name) => [name, null])),
    ...{ version, question: '1.1', part, text: `${version}, phần ${part}` },
  }) as unknown as AnswerRow;

/** `Nội dung` with rows of A and B, and some empty rows before those of B. */
function fileWith(gap: number) {
  const file = createModelFile('tệp', [{ sheetId: answers.sheetId, title: answers.title, hidden: true }]);
  const rows = (...all: AnswerRow[]) => all.map((one) => encodeRow(answers, one));
  const tab = file.tabs.get(answers.sheetId);
  const blank = Array.from({ length: gap }, () => []);
  if (tab) tab.rows = [headerRow(answers), ...rows(row('A', 1)), ...blank, ...rows(row('B', 1), row('B', 2))];
  return createModelWorkbook(file);
}

const wanted = { lines: [{ from: 3, to: 4 }], versions: new Set(['B']) };

test.each([
  ['where they are looked for', 0],
  ['one further down', 1],
  ['elsewhere: the service appends where it will, and people move rows', 900],
])('the texts of a version are read whole, standing %s', async (_, gap) => {
  const found = await readWholeTexts(fileWith(gap), wanted);
  expect(found.map(({ text }) => text)).toEqual(['B, phần 1', 'B, phần 2']);
});

test('nothing is read where nothing is wanted', async () => {
  const workbook = { ...fileWith(0), read: () => Promise.reject(new Error('read')) };
  expect(await readWholeTexts(workbook, { lines: [], versions: new Set() })).toEqual([]);
});
