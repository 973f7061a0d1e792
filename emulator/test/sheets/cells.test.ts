import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const cells = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const rowsOf = (...rows: object[][]) => rows.map((values) => ({ values }));

async function stored(id: string, fields: string): Promise<unknown> {
  const { data } = await sheets.api.spreadsheets.get({
    spreadsheetId: id,
    fields: `sheets.data.rowData.values(${fields})`,
  });
  return data.sheets?.[0]?.data?.[0]?.rowData?.map(({ values }) => values ?? []);
}

describe('updateCells', () => {
  test('with a range clears the masked fields of cells that its rows do not reach', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
    const note = { repeatCell: { range: cells(0, 2, 0, 2), cell: { note: 'giữ' }, fields: 'note' } };
    const update = { updateCells: { range: cells(0, 2, 0, 2), rows: rowsOf([text('A')]), fields: 'userEnteredValue' } };
    await batch(sheets.api, id, [note, update]);
    expect(await read(sheets.api, id)).toEqual([['A'], [], ['e', 'f']]);
    expect(await stored(id, 'note')).toEqual([
      [{ note: 'giữ' }, { note: 'giữ' }],
      [{ note: 'giữ' }, { note: 'giữ' }],
    ]);
  });

  test('with a start leaves cells that short rows do not reach', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
    const rows = rowsOf([text('A')], [{}, text('D')]);
    await batch(sheets.api, id, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    expect(await read(sheets.api, id)).toEqual([
      ['A', 'b'],
      ['', 'D'],
    ]);
  });

  test('never parses a string, and takes numbers, booleans and formulas as such', async () => {
    const id = await newFile(sheets.api);
    const values = [
      text('=IMPORTXML("https://x.example")'),
      text('0042'),
      { userEnteredValue: { numberValue: 0 } },
      { userEnteredValue: { boolValue: false } },
      { userEnteredValue: { formulaValue: '=1+1' } },
    ];
    await batch(sheets.api, id, [{ updateCells: { start: { sheetId: 0 }, rows: rowsOf(values), fields: '*' } }]);
    expect(await read(sheets.api, id)).toEqual([['=IMPORTXML("https://x.example")', '0042', 0, false, 2]]);
    expect(await stored(id, 'userEnteredValue')).toEqual([values]);
  });

  test('touches the masked part of a format only', async () => {
    const id = await newFile(sheets.api);
    const format = (userEnteredFormat: object, fields: string): Requests[number] => ({
      repeatCell: { range: cells(0, 1, 0, 1), cell: { userEnteredFormat }, fields },
    });
    await batch(sheets.api, id, [
      format({ textFormat: { bold: true, italic: true }, wrapStrategy: 'WRAP' }, 'userEnteredFormat'),
      format({ textFormat: { bold: false } }, 'userEnteredFormat.textFormat.bold'),
      format({ numberFormat: { type: 'DATE', pattern: 'dd/MM/yyyy' } }, 'userEnteredFormat(numberFormat,wrapStrategy)'),
    ]);
    expect(await stored(id, 'userEnteredFormat')).toEqual([
      [{ userEnteredFormat: { textFormat: { italic: true }, numberFormat: { type: 'DATE', pattern: 'dd/MM/yyyy' } } }],
    ]);
  });

  test('an empty note removes the note', async () => {
    const id = await newFile(sheets.api);
    const note = (value: string) => ({
      repeatCell: { range: cells(0, 1, 0, 1), cell: { note: value }, fields: 'note' },
    });
    await batch(sheets.api, id, [note('x'), note('')]);
    expect(await stored(id, 'note')).toBeUndefined();
  });

  test('another text loses the runs of formatting of the old one', async () => {
    const id = await newFile(sheets.api);
    const textFormatRuns = [{ startIndex: 1, format: { bold: true } }];
    const start = { sheetId: 0 };
    const put = (cell: object, fields: string) => ({ updateCells: { start, rows: rowsOf([cell]), fields } });
    await batch(sheets.api, id, [put({ ...text('abc'), textFormatRuns }, 'userEnteredValue,textFormatRuns')]);
    expect(await stored(id, 'textFormatRuns')).toEqual([[{ textFormatRuns }]]);
    await batch(sheets.api, id, [put(text('abd'), 'userEnteredValue')]);
    expect(await stored(id, 'textFormatRuns')).toBeUndefined();
  });

  test.each<[string, Requests[number], RegExp]>([
    [
      'more rows than its range',
      { updateCells: { range: cells(0, 1, 0, 1), rows: rowsOf([{}], [{}]), fields: 'note' } },
      /Attempting to write row/,
    ],
    [
      'a start past the grid',
      { updateCells: { start: { sheetId: 0, rowIndex: 1000 }, rows: rowsOf([{}]), fields: 'note' } },
      /after last row in grid/,
    ],
    ['an unknown field', { updateCells: { range: cells(0, 1, 0, 1), fields: 'colour' } }, /Invalid field: colour/],
    ['neither range nor start', { updateCells: { fields: 'note' } }, /range must be specified/],
    [
      'a text of more than 50,000 characters',
      { updateCells: { start: { sheetId: 0 }, rows: rowsOf([text('x'.repeat(50_001))]), fields: '*' } },
      /maximum of 50000 characters/,
    ],
  ])('with %s is refused', async (_, request, sentence) => {
    const id = await newFile(sheets.api);
    const { message } = await refusal(batch(sheets.api, id, [request]));
    expect(message).toMatch(/^Invalid requests\[0\]\.updateCells: /);
    expect(message).toMatch(sentence);
  });
});

describe('a range of a batch that only ends past the grid', () => {
  const request = { repeatCell: { range: cells(999, 1001, 0, 1), cell: text('x'), fields: 'userEnteredValue' } };

  test('is refused', async () => {
    const id = await newFile(sheets.api);
    const { message } = await refusal(batch(sheets.api, id, [request]));
    expect(message).toContain('GridRange.endRowIndex[1001] is after last row in grid[999]');
  });

  test('is clipped under the switch', async () => {
    sheets.switches.set('sheets.batch-ranges-clip-end', true);
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [request]);
    expect(await read(sheets.api, id, 'A1000')).toEqual([['x']]);
  });
});

describe('appendCells', () => {
  test('goes after the last row with a value, whatever is formatted below, and grows the grid', async () => {
    const gridProperties = { rowCount: 2, columnCount: 1 };
    const id = await newFile(sheets.api, { sheets: [{ properties: { sheetId: 0, title: 'Sheet1', gridProperties } }] });
    const look = { userEnteredFormat: { textFormat: { bold: true } } };
    await write(sheets.api, id, 'A1', [['tiêu đề']]);
    await batch(sheets.api, id, [
      { repeatCell: { range: cells(0, 2, 0, 1), cell: look, fields: 'userEnteredFormat' } },
      {
        appendCells: { sheetId: 0, rows: rowsOf([text('một'), text('hai')], [text('ba')]), fields: 'userEnteredValue' },
      },
    ]);
    expect(await read(sheets.api, id)).toEqual([['tiêu đề'], ['một', 'hai'], ['ba']]);
  });

  test('on an empty tab starts in the first row', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ appendCells: { sheetId: 0, rows: rowsOf([text('x')]), fields: '*' } }]);
    expect(await read(sheets.api, id)).toEqual([['x']]);
  });
});

describe('merging', () => {
  test('keeps the value of the first cell only', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await batch(sheets.api, id, [{ mergeCells: { range: cells(0, 2, 0, 2), mergeType: 'MERGE_ALL' } }]);
    expect(await read(sheets.api, id)).toEqual([['a']]);
  });

  test.each([
    ['MERGE_ROWS', [['a'], ['c']], 2],
    ['MERGE_COLUMNS', [['a', 'b']], 2],
    ['MERGE_ALL', [['a']], 1],
  ])('%s', async (mergeType, values, count) => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await batch(sheets.api, id, [{ mergeCells: { range: cells(0, 2, 0, 2), mergeType } }]);
    expect(await read(sheets.api, id)).toEqual(values);
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.merges' });
    expect(data.sheets?.[0]?.merges).toHaveLength(count);
    await batch(sheets.api, id, [{ unmergeCells: { range: cells(0, 2, 0, 2) } }]);
    expect((await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.merges' })).data).toEqual({
      sheets: [{}],
    });
  });

  test('a part of a merge is refused', async () => {
    const id = await newFile(sheets.api);
    const merge = (endRow: number) => ({ mergeCells: { range: cells(0, endRow, 0, 2), mergeType: 'MERGE_ALL' } });
    await batch(sheets.api, id, [merge(2)]);
    await refusal(batch(sheets.api, id, [merge(1)]));
    await batch(sheets.api, id, [merge(3)]);
  });
});

describe('sorting', () => {
  const sort = (sortOrder: string, rows = 5): Requests[number] => ({
    sortRange: { range: cells(0, rows, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder }] },
  });

  test.each([
    ['ASCENDING', [[2], [10], ['a'], ['b']]],
    ['DESCENDING', [['b'], ['a'], [10], [2]]],
  ])('%s puts numbers and text in this order and blanks last', async (order, expected) => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [['b'], [10], [''], ['a'], [2]]);
    await batch(sheets.api, id, [sort(order)]);
    expect(await read(sheets.api, id)).toEqual(expected);
  });

  test('equal rows keep their order and whole rows of the range move together', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [
      ['b', 1, 'x'],
      ['a', 2, 'y'],
      ['b', 3, 'z'],
    ]);
    await batch(sheets.api, id, [sort('ASCENDING', 3)]);
    expect(await read(sheets.api, id)).toEqual([
      ['a', 2, 'x'],
      ['b', 1, 'y'],
      ['b', 3, 'z'],
    ]);
  });

  test('a hidden row stays where it is while the others are sorted around it', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [['c'], ['z'], ['a']]);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    const hide = { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } };
    await batch(sheets.api, id, [hide, sort('ASCENDING', 3)]);
    expect(await read(sheets.api, id)).toEqual([['a'], ['z'], ['c']]);
  });

  test('across a vertical merge is refused', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ mergeCells: { range: cells(0, 2, 0, 1), mergeType: 'MERGE_ALL' } }]);
    await refusal(batch(sheets.api, id, [sort('ASCENDING')]));
  });
});

describe('findReplace', () => {
  const replace = (id: string, request: object) => batch(sheets.api, id, [{ findReplace: request }]);
  const guard = { range: cells(0, 1, 0, 1), find: 'v1', replacement: 'v2', matchCase: true, matchEntireCell: true };

  test('of a whole cell is a test-and-set that tells whether it hit and never fails its batch', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [['v1']]);
    const counts = { valuesChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 };
    expect(await replace(id, guard)).toEqual([{ findReplace: counts }]);
    expect(await replace(id, guard)).toEqual([{ findReplace: {} }]);
    expect(await read(sheets.api, id)).toEqual([['v2']]);
  });

  test.each([
    [{ find: 'AN', matchCase: true }, 'bánh AN an', 'bánh # an'],
    [{ find: 'AN' }, 'bánh AN an', 'bánh # #'],
    [{ find: 'n+', searchByRegex: true }, 'anna', 'a#a'],
    [{ find: 'a.' }, 'ab a.', 'ab #'],
    [{ find: 'an', matchEntireCell: true }, 'an toàn', 'an toàn'],
  ])('%o in "%s" gives "%s"', async (request, before, after) => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'A1', [[before]]);
    await replace(id, { ...request, replacement: '#', allSheets: true });
    expect(await read(sheets.api, id)).toEqual([[after]]);
  });
});
