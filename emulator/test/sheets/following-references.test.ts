import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, useSheets, write } from './support.ts';

const sheets = useSheets();

const insert = (dimension: string, startIndex: number, endIndex: number): Requests[number] => ({
  insertDimension: { range: { sheetId: 0, dimension, startIndex, endIndex } },
});
const remove = (dimension: string, startIndex: number, endIndex: number): Requests[number] => ({
  deleteDimension: { range: { sheetId: 0, dimension, startIndex, endIndex } },
});
const rename = (title: string): Requests[number] => ({
  updateSheetProperties: { properties: { sheetId: 0, title }, fields: 'title' },
});

/** A formula on tab `Hai` after changes to the first tab. */
async function formulaAfter(formula: string, requests: Requests): Promise<unknown> {
  const id = await newFile(sheets.api);
  const cell = { userEnteredValue: { formulaValue: formula } };
  await batch(sheets.api, id, [
    { addSheet: { properties: { sheetId: 2, title: 'Hai' } } },
    { updateCells: { start: { sheetId: 2 }, rows: [{ values: [cell] }], fields: 'userEnteredValue' } },
    ...requests,
  ]);
  const { data } = await sheets.api.spreadsheets.values.get({
    spreadsheetId: id,
    range: 'Hai!A1',
    valueRenderOption: 'FORMULA',
  });
  return data.values?.[0]?.[0];
}

describe('a formula follows what it refers to', () => {
  test.each<[string, Requests, string]>([
    ['=Sheet1!A2', [insert('ROWS', 0, 2)], '=Sheet1!A4'],
    ['=SUM(Sheet1!$B$2:$B)', [insert('ROWS', 0, 1), insert('COLUMNS', 0, 1)], '=SUM(Sheet1!$C$3:$C)'],
    ['=Sheet1!A:A', [insert('COLUMNS', 0, 1)], '=Sheet1!B:B'],
    ['=Sheet1!$2:$3', [remove('ROWS', 0, 1)], '=Sheet1!$1:$2'],
    ['=Sheet1!A2', [remove('ROWS', 1, 2)], '=#REF!'],
    ['=Sheet1!A2+A2', [insert('ROWS', 0, 1)], '=Sheet1!A3+A2'],
    ['="Sheet1!A2"&LOG10(1)', [insert('ROWS', 0, 1)], '="Sheet1!A2"&LOG10(1)'],
    ['=Sheet1!A2', [rename('Nhiệm vụ')], "='Nhiệm vụ'!A2"],
    ['=Sheet12!A2', [rename('Khác')], '=Sheet12!A2'],
  ])('%s', async (formula, requests, after) => {
    expect(await formulaAfter(formula, requests)).toBe(after);
  });
});

test('a list for validation is still found after its tab was renamed and a column inserted before it', async () => {
  sheets.switches.set('sheets.strict-validation-refuses-api', true);
  const id = await newFile(sheets.api);
  const condition = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Sheet1!$A$1:$A$2' }] };
  const range = { sheetId: 2, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  await write(sheets.api, id, 'Sheet1!A1', [['Huế'], ['Hà Nội']]);
  await batch(sheets.api, id, [
    { addSheet: { properties: { sheetId: 2, title: 'Hai' } } },
    { setDataValidation: { range, rule: { condition, strict: true } } },
    rename('Đơn vị'),
    insert('COLUMNS', 0, 1),
  ]);
  await write(sheets.api, id, 'Hai!A1', [['Huế']]);
});
