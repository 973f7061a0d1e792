import { describe, expect, test } from 'vitest';
import { batch, newFile, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

async function get(id: string, options: object = {}) {
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, ...options });
  return data;
}

const cellRange = (row: number, column: number) => ({
  sheetId: 0,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

describe('a new file', () => {
  test('has one tab with sheetId 0, 1000 rows, 26 columns, American English and Greenwich', async () => {
    const { data } = await sheets.api.spreadsheets.create({ requestBody: { properties: { title: 'Sổ' } } });
    expect(data.properties).toMatchObject({
      title: 'Sổ',
      locale: 'en_US',
      timeZone: 'Etc/GMT',
      autoRecalc: 'ON_CHANGE',
    });
    expect(data.sheets).toEqual([
      {
        properties: {
          sheetId: 0,
          title: 'Sheet1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
    expect(data.spreadsheetUrl).toContain(data.spreadsheetId);
  });

  test('can come with its own tabs, cells, names and metadata', async () => {
    const range = cellRange(0, 0);
    const id = await newFile(sheets.api, {
      properties: { title: 'Sổ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        {
          properties: { sheetId: 7, title: 'Nhiệm vụ', gridProperties: { rowCount: 5, columnCount: 3 } },
          data: [{ startRow: 1, rowData: [{ values: [{}, { userEnteredValue: { stringValue: 'x' } }] }] }],
        },
        { properties: { title: 'Khác' } },
      ],
      namedRanges: [{ name: 'Ten', range: { ...range, sheetId: 7 } }],
      developerMetadata: [{ metadataId: 3, metadataKey: 'k', visibility: 'DOCUMENT' }],
    });
    const { data } = await sheets.api.spreadsheets.values.get({ spreadsheetId: id, range: "'Nhiệm vụ'" });
    expect(data).toMatchObject({ range: "'Nhiệm vụ'!A1:C5", values: [[], ['', 'x']] });
    expect(await get(id, { fields: 'namedRanges.name,developerMetadata.metadataId' })).toEqual({
      namedRanges: [{ name: 'Ten' }],
      developerMetadata: [{ metadataId: 3 }],
    });
  });

  test('is refused with a locale that the service does not know', async () => {
    const call = sheets.api.spreadsheets.create({ requestBody: { properties: { title: 'x', locale: 'xx_XX' } } });
    expect(await refusal(call)).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
  });
});

describe('cells in an answer', () => {
  test('are there only when asked for by includeGridData', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['x']]);
    expect((await get(id)).sheets?.[0]).not.toHaveProperty('data');
    const [grid] = (await get(id, { includeGridData: true, ranges: ['Sheet1!A1:B2'] })).sheets?.[0]?.data ?? [];
    expect(grid?.rowData?.[0]?.values?.[0]).toMatchObject({
      userEnteredValue: { stringValue: 'x' },
      effectiveValue: { stringValue: 'x' },
      formattedValue: 'x',
      effectiveFormat: { textFormat: { fontSize: 10 } },
    });
    expect(grid?.rowMetadata).toEqual([{ pixelSize: 21 }, { pixelSize: 21 }]);
    expect(grid?.columnMetadata).toHaveLength(2);
  });

  test('follow the mask alone when there is one', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['x']]);
    const masked = await get(id, { includeGridData: true, fields: 'sheets.properties.title' });
    expect(masked).toEqual({ sheets: [{ properties: { title: 'Sheet1' } }] });
    const asked = await get(id, { includeGridData: false, fields: 'sheets/data/rowData/values/formattedValue' });
    expect(asked).toEqual({ sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'x' }] }] }] }] });
  });

  test('are trimmed like values, with {} in between', async () => {
    const id = await newFile(sheets.api);
    const fields = 'sheets/data/rowData/values/note';
    expect(await get(id, { fields })).toEqual({ sheets: [{ data: [{}] }] });
    const note = (row: number, column: number) => ({
      repeatCell: { range: cellRange(row, column), cell: { note: 'x' }, fields: 'note' },
    });
    await batch(sheets.api, id, [note(0, 1), note(2, 0)]);
    expect(await get(id, { fields })).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{}, { note: 'x' }] }, {}, { values: [{ note: 'x' }] }] }] }],
    });
  });

  test('tell the formula entered from the value it comes to', async () => {
    const id = await newFile(sheets.api);
    const cell = { userEnteredValue: { formulaValue: '=1/0' } };
    await batch(sheets.api, id, [{ repeatCell: { range: cellRange(0, 0), cell, fields: 'userEnteredValue' } }]);
    const fields = 'sheets.data.rowData.values(userEnteredValue,effectiveValue.errorValue.type,formattedValue)';
    expect((await get(id, { fields })).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
      { ...cell, effectiveValue: { errorValue: { type: 'DIVIDE_BY_ZERO' } }, formattedValue: '#DIV/0!' },
    ]);
  });
});

describe('the ranges of a get', () => {
  test('limit the answer to the tabs and cells they touch', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ addSheet: { properties: { title: 'Hai' } } }]);
    await write(sheets.api, id, 'Hai!B2', [['x']]);
    const fields = 'sheets(properties.title,data(startRow,startColumn,rowData.values.formattedValue))';
    expect(await get(id, { ranges: ['Hai!B2:C3'], fields })).toEqual({
      sheets: [
        {
          properties: { title: 'Hai' },
          data: [{ startRow: 1, startColumn: 1, rowData: [{ values: [{ formattedValue: 'x' }] }] }],
        },
      ],
    });
  });

  test('are clipped at the end of the grid and refused past it', async () => {
    const id = await newFile(sheets.api, {
      sheets: [{ properties: { title: 'S', gridProperties: { rowCount: 10 } } }],
    });
    const fields = 'sheets.data.rowMetadata.pixelSize';
    const clipped = await get(id, { ranges: ['S!A10:B11'], fields });
    expect(clipped.sheets?.[0]?.data?.[0]?.rowMetadata).toHaveLength(1);
    expect((await refusal(get(id, { ranges: ['S!A11'] }))).message).toContain('exceeds grid limits');
  });
});

describe('proto JSON', () => {
  test('a range on tab 0 has no sheetId, the properties of tab 0 print sheetId and index', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [
      { addSheet: { properties: { sheetId: 5, title: 'Hai' } } },
      { addNamedRange: { namedRange: { name: 'Mot', range: cellRange(0, 0) } } },
      { addNamedRange: { namedRange: { name: 'Hai_', range: { ...cellRange(0, 0), sheetId: 5 } } } },
    ]);
    const answer = await get(id, { fields: 'namedRanges.range,sheets.properties(sheetId,index,hidden)' });
    const bounds = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    expect(answer.namedRanges).toEqual([{ range: bounds }, { range: { sheetId: 5, ...bounds } }]);
    expect(answer.sheets?.map(({ properties }) => properties)).toEqual([
      { sheetId: 0, index: 0 },
      { sheetId: 5, index: 1 },
    ]);
  });

  test('colours have eight bits a channel and no channel that is zero', async () => {
    const id = await newFile(sheets.api);
    const cell = { userEnteredFormat: { backgroundColor: { red: 0.5, green: 0, blue: 1 } } };
    await batch(sheets.api, id, [{ repeatCell: { range: cellRange(0, 0), cell, fields: 'userEnteredFormat' } }]);
    const stored = { red: 0.49803922, blue: 1 };
    const fields = 'sheets.data.rowData.values.userEnteredFormat';
    const [row] = (await get(id, { fields })).sheets?.[0]?.data?.[0]?.rowData ?? [];
    expect(row?.values?.[0]?.userEnteredFormat).toEqual({
      backgroundColor: stored,
      backgroundColorStyle: { rgbColor: stored },
    });
    await batch(sheets.api, id, [
      {
        repeatCell: {
          range: cellRange(0, 0),
          cell: { userEnteredFormat: { backgroundColor: stored } },
          fields: 'userEnteredFormat.backgroundColor',
        },
      },
    ]);
    expect((await get(id, { fields })).sheets?.[0]?.data?.[0]?.rowData?.[0]).toEqual(row);
  });

  test('false, zero and empty members that a client sent are not sent back', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [
      {
        updateSheetProperties: {
          properties: { sheetId: 0, hidden: false, gridProperties: { frozenRowCount: 0 } },
          fields: 'hidden,gridProperties.frozenRowCount',
        },
      },
    ]);
    expect(await get(id, { fields: 'sheets.properties(hidden,gridProperties.frozenRowCount)' })).toEqual({
      sheets: [{ properties: { gridProperties: {} } }],
    });
  });
});

describe('a mask', () => {
  test.each([
    ['namedRanges', {}],
    ['sheets.properties.tabColor', { sheets: [{ properties: {} }] }],
    ['sheets(properties(title,index))', { sheets: [{ properties: { title: 'Sheet1', index: 0 } }] }],
    ['sheets/properties/sheet_id', { sheets: [{ properties: { sheetId: 0 } }] }],
    [
      'properties.title, sheets.properties.title',
      { properties: { title: 'Sổ' }, sheets: [{ properties: { title: 'Sheet1' } }] },
    ],
  ])('%s', async (fields, expected) => {
    const id = await newFile(sheets.api);
    expect(await get(id, { fields })).toEqual(expected);
  });

  test('with an unknown path is refused by name', async () => {
    const id = await newFile(sheets.api);
    expect(await refusal(get(id, { fields: 'sheets.titel' }))).toMatchObject({
      message: 'Request contains an invalid argument.',
      details: [{ fieldViolations: [{ field: 'sheets.titel' }] }],
    });
  });
});

test('a batch may answer with the spreadsheet as it now is', async () => {
  const id = await newFile(sheets.api);
  const { data } = await sheets.api.spreadsheets.batchUpdate({
    spreadsheetId: id,
    fields: 'updatedSpreadsheet.sheets.properties.title',
    requestBody: { requests: [{ addSheet: { properties: { title: 'Hai' } } }], includeSpreadsheetInResponse: true },
  });
  expect(data).toEqual({
    updatedSpreadsheet: { sheets: [{ properties: { title: 'Sheet1' } }, { properties: { title: 'Hai' } }] },
  });
});

test.each(['/', '//', '%3AgetByDataFilter', '/:getByDataFilter'])(
  'an address may end in %s, as some clients write it',
  async (end) => {
    const id = await newFile(sheets.api);
    const isPost = end.includes('get');
    const answer = await fetch(
      `${sheets.url}/v4/spreadsheets/${id}${end}`,
      isPost ? { method: 'POST', body: '{}' } : {},
    );
    expect(answer.status).toBe(end === '//' ? 404 : 200);
  },
);
