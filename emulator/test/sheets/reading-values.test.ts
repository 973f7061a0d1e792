import { describe, expect, test } from 'vitest';
import { batch, newFile, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

async function get(id: string, range: string, options: object = {}) {
  const { data } = await sheets.api.spreadsheets.values.get({ spreadsheetId: id, range, ...options });
  return data;
}

async function enter(id: string, range: string, values: unknown[][]): Promise<void> {
  const requestBody = { values };
  await sheets.api.spreadsheets.values.update({
    spreadsheetId: id,
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody,
  });
}

describe('what comes back', () => {
  test('has no values member when every cell is empty', async () => {
    const id = await newFile(sheets.api);
    expect(await get(id, 'Sheet1')).toEqual({ range: 'Sheet1!A1:Z1000', majorDimension: 'ROWS' });
  });

  test('drops empty ends, keeps an inner empty row as [] and an inner empty cell as ""', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['A1', 'B1', '', 'D1'], ['', 'b2'], [], ['A4', 'B4', '', 'D4']]);
    expect((await get(id, 'Sheet1!A1:F9')).values).toEqual([
      ['A1', 'B1', '', 'D1'],
      ['', 'b2'],
      [],
      ['A4', 'B4', '', 'D4'],
    ]);
  });

  test('comes in lines, each cell on its own, unless it is asked for without', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', 'b']]);
    const values = async (query: string) => {
      const answer = await fetch(`${sheets.url}/v4/spreadsheets/${id}/values/Sheet1!A1:B1${query}`);
      return (await answer.text()).split('\n').length;
    };
    expect(await values('?prettyPrint=false')).toBe(1);
    expect(await values('')).toBeGreaterThan(5);
  });

  test('holds rows that people hid', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a'], ['b']]);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    const properties = { hiddenByUser: true };
    await batch(sheets.api, id, [{ updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } }]);
    expect((await get(id, 'Sheet1!A1:A2')).values).toEqual([['a'], ['b']]);
  });

  test('is turned around and trimmed per column when columns are asked for', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', '', 'c'], ['d']]);
    const answer = await get(id, 'Sheet1!A1:D3', { majorDimension: 'COLUMNS' });
    expect(answer).toEqual({ range: 'Sheet1!A1:D3', majorDimension: 'COLUMNS', values: [['a', 'd'], [], ['c']] });
  });
});

describe('the range of an answer', () => {
  test.each([
    ['Sheet1', 'Sheet1!A1:Z1000'],
    ['Sheet1!A1:1', 'Sheet1!A1:Z1'],
    ['Sheet1!A1:A', 'Sheet1!A1:A1000'],
    ['Sheet1!A:B', 'Sheet1!A1:B1000'],
    ['Sheet1!2:3', 'Sheet1!A2:Z3'],
    ['Sheet1!B2:C', 'Sheet1!B2:C1000'],
    ['Sheet1!D4:A1', 'Sheet1!A1:D4'],
    ['Sheet1!A1:A1', 'Sheet1!A1'],
    ['B2', 'Sheet1!B2'],
    ["'Sheet1'!B2:$C$3", 'Sheet1!B2:C3'],
    ['Vung', 'Sheet1!B2:C3'],
    ["'Sheet1'!Vung", 'Sheet1!B2:C3'],
    ['D3!A1:D1', "'D3'!A1:D1"],
    ["'🌵 test 1'!A1", "'🌵 test 1'!A1"],
    ["'Bảng''s'!A1", "'Bảng''s'!A1"],
  ])('%s reads as %s', async (asked, resolved) => {
    const id = await newFile(sheets.api);
    const titles = ['D3', '🌵 test 1', "Bảng's"];
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 };
    await batch(sheets.api, id, [
      ...titles.map((title) => ({ addSheet: { properties: { title } } })),
      { addNamedRange: { namedRange: { name: 'Vung', range } } },
    ]);
    expect((await get(id, asked)).range).toBe(resolved);
  });

  test.each(['Mất!A1', 'Sheet1!A1:B2:C3', 'không có'])('%s cannot be parsed', async (range) => {
    const id = await newFile(sheets.api);
    expect((await refusal(get(id, range))).message).toBe(`Unable to parse range: ${range}`);
  });

  test('that starts past the grid is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(get(id, 'Sheet1!A100000'))).message).toBe(
      'Range (Sheet1!A100000) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });

  test('that only ends past the grid is refused, or clipped under the switch', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(get(id, 'Sheet1!A1:B2000'))).message).toContain('exceeds grid limits');
    sheets.switches.set('sheets.values-clip-end', true);
    expect((await get(id, 'Sheet1!A1:B2000')).range).toBe('Sheet1!A1:B1000');
  });
});

describe('how a value is rendered', () => {
  const typed = [['1.5', '2020-01-01', 'TRUE', '=4/2', 'chữ', '10%', '2020-01-01 06:00']];

  test.each([
    [{}, ['1.5', '2020-01-01', 'TRUE', '2', 'chữ', '10%', '2020-01-01 6:00']],
    [{ dateTimeRenderOption: 'SERIAL_NUMBER' }, ['1.5', '2020-01-01', 'TRUE', '2', 'chữ', '10%', '2020-01-01 6:00']],
    [{ valueRenderOption: 'UNFORMATTED_VALUE' }, [1.5, 43831, true, 2, 'chữ', 0.1, 43831.25]],
    [
      { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' },
      [1.5, '2020-01-01', true, 2, 'chữ', 0.1, '2020-01-01 6:00'],
    ],
    [{ valueRenderOption: 'FORMULA' }, [1.5, 43831, true, '=4/2', 'chữ', 0.1, 43831.25]],
  ])('with %o', async (options, expected) => {
    const id = await newFile(sheets.api);
    await enter(id, 'Sheet1!A1', typed);
    expect((await get(id, 'Sheet1', options)).values).toEqual([expected]);
  });

  test.each([
    ['DATE', 'dd/MM/yyyy', 46348, '22/11/2026'],
    ['DATE_TIME', 'dd/MM/yyyy HH:mm', 46348.5, '22/11/2026 12:00'],
    ['DATE_TIME', 'HH:mm dd/MM/yyyy', 46348.75, '18:00 22/11/2026'],
    ['DATE', 'd-m-yy', 46027, '5-1-26'],
    ['TIME', 'h:mm:ss AM/PM', 0.75, '6:00:00 PM'],
    ['DATE', '"ngày" d', 46348, 'ngày 22'],
    ['NUMBER', '0', 3.6, '4'],
    ['NUMBER', '#,##0.00', 1234567.891, '1.234.567,89'],
    ['NUMBER', '0.0#', 2.5, '2,5'],
    ['NUMBER', '#,##0;-#,##0;"–"', 0, '–'],
    ['PERCENT', '0.0%', 0.125, '12,5%'],
    ['TEXT', '@', 7, '7'],
  ])('%s %s shows %d as %s in a Vietnamese file', async (type, pattern, numberValue, shown) => {
    const id = await newFile(sheets.api, { properties: { title: 'Sổ', locale: 'vi_VN' } });
    const cell = { userEnteredValue: { numberValue }, userEnteredFormat: { numberFormat: { type, pattern } } };
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    await batch(sheets.api, id, [{ repeatCell: { range, cell, fields: 'userEnteredValue,userEnteredFormat' } }]);
    expect((await get(id, 'Sheet1')).values).toEqual([[shown]]);
  });

  test('1900 has no 29 February: 36162 is 2 January 1999', async () => {
    const id = await newFile(sheets.api);
    await enter(id, 'Sheet1!A1', [['1999-01-02']]);
    expect(await read(sheets.api, id)).toEqual([[36162]]);
  });
});

describe('formulas', () => {
  test.each([
    ['=1+2*3', 7],
    ['= 1 / 1024', 1 / 1024],
    ['="a"&"b"', 'ab'],
    ["='D 3'!A1", 'ở xa'],
    ['=SUM(A1:B1,5)', 15],
    ['=COUNTIF(A1:B2,"x")', 2],
    ['=HYPERLINK("https://bo.example","xem")', 'xem'],
    ['=1/0', '#DIV/0!'],
    ['=Mất!A1', '#REF!'],
    ['=IMPORTXML("https://bo.example","//a")', '#NAME?'],
    ['=C1', '#REF!'],
  ])('%s comes to %s', async (formula, value) => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [{ addSheet: { properties: { title: 'D 3' } } }]);
    await write(sheets.api, id, "'D 3'!A1", [['ở xa']]);
    await write(sheets.api, id, 'Sheet1!A1', [
      [4, 6],
      ['x', 'X'],
    ]);
    await enter(id, 'Sheet1!C1', [[formula]]);
    expect(await read(sheets.api, id, 'Sheet1!C1')).toEqual([[value]]);
  });
});

describe('several ranges at once', () => {
  test('are answered in the order asked', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', 'b']]);
    const { data } = await sheets.api.spreadsheets.values.batchGet({ spreadsheetId: id, ranges: ['B1', 'A1'] });
    expect(data.valueRanges?.map(({ values }) => values)).toEqual([[['b']], [['a']]]);
  });

  test('fail together when one is bad', async () => {
    const id = await newFile(sheets.api);
    const call = sheets.api.spreadsheets.values.batchGet({ spreadsheetId: id, ranges: ['A1', 'Mất!A1'] });
    expect(await refusal(call)).toMatchObject({ code: 400, message: 'Unable to parse range: Mất!A1' });
  });
});

test('an unknown spreadsheet is not found', async () => {
  expect(await refusal(read(sheets.api, 'nowhere'))).toEqual({
    code: 404,
    status: 'NOT_FOUND',
    message: 'Requested entity was not found.',
  });
});

test('an unknown query parameter is refused by name', async () => {
  const id = await newFile(sheets.api);
  const answer = await fetch(`${sheets.url}/v4/spreadsheets/${id}/values/A1?valueRender=X`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Cannot bind query parameter');
});

test('the words of a query boolean may be in any case', async () => {
  const id = await newFile(sheets.api);
  const answer = await fetch(`${sheets.url}/v4/spreadsheets/${id}?includeGridData=False`);
  expect(answer.status).toBe(200);
});
