import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const add = (properties: object): Requests[number] => ({ addSheet: { properties } });
const change = (properties: object, fields: string): Requests[number] => ({
  updateSheetProperties: { properties, fields },
});

async function titles(id: string): Promise<unknown[]> {
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.properties(title,index)' });
  const properties = data.sheets?.map((sheet) => sheet.properties) ?? [];
  expect(properties.map((one) => one?.index)).toEqual(properties.map((_, index) => index));
  return properties.map((one) => one?.title);
}

describe('adding a tab', () => {
  test('answers its properties; without an index it comes last, with one it goes there', async () => {
    const id = await newFile(sheets.api);
    const [reply] = await batch(sheets.api, id, [add({ title: 'Cuối', sheetId: 12 })]);
    expect(reply?.addSheet?.properties).toEqual({
      sheetId: 12,
      title: 'Cuối',
      index: 1,
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26 },
    });
    await batch(sheets.api, id, [add({ title: 'Đầu', index: 0 })]);
    expect(await titles(id)).toEqual(['Đầu', 'Sheet1', 'Cuối']);
  });

  test('under a title in use is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, [add({ title: 'Sheet1' })]))).message).toBe(
      'Invalid requests[0].addSheet: A sheet with the name "Sheet1" already exists. Please enter another name.',
    );
    sheets.switches.set('sheets.localised-errors', true);
    expect((await refusal(batch(sheets.api, id, [add({ title: 'Sheet1' })]))).message).toBe(
      'Invalid requests[0].addSheet: Đã tồn tại một trang tính có tên "Sheet1". Vui lòng nhập tên khác.',
    );
  });

  test('under a title that differs in case only is refused, unless the switch allows it', async () => {
    const id = await newFile(sheets.api);
    await refusal(batch(sheets.api, id, [add({ title: 'SHEET1' })]));
    sheets.switches.set('sheets.titles-case-sensitive', true);
    await batch(sheets.api, id, [add({ title: 'SHEET1' })]);
  });

  test('with an id in use is refused', async () => {
    const id = await newFile(sheets.api);
    const { message } = await refusal(batch(sheets.api, id, [add({ title: 'Hai', sheetId: 0 })]));
    expect(message).toMatch(/^Invalid requests\[0\]\.addSheet: /);
  });

  test('with a title of more than 100 characters is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, [add({ title: 'x'.repeat(101) })]))).message).toBe(
      'Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.',
    );
  });

  test('is refused when all grids together would have more than ten million cells', async () => {
    const id = await newFile(sheets.api);
    const size = (rowCount: number) => add({ title: 'To', gridProperties: { rowCount, columnCount: 10 } });
    expect((await refusal(batch(sheets.api, id, [size(997_401)]))).message).toContain(
      'above the limit of 10000000 cells',
    );
    await batch(sheets.api, id, [size(997_400)]);
    const grow = { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } };
    expect((await refusal(batch(sheets.api, id, [grow]))).message).toContain('above the limit of 10000000 cells');
  });
});

describe('deleting a tab', () => {
  test('that does not exist is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, [{ deleteSheet: { sheetId: 9 } }]))).message).toBe(
      'Invalid requests[0].deleteSheet: No sheet with id: 9',
    );
  });

  test('that is the last is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, [{ deleteSheet: { sheetId: 0 } }]))).message).toBe(
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    );
  });

  test('makes every range on it unknown', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [add({ title: 'Hai' }), { deleteSheet: { sheetId: 0 } }]);
    const repeat = { repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'note' } };
    expect((await refusal(batch(sheets.api, id, [repeat]))).message).toBe(
      'Invalid requests[0].repeatCell: No grid with id: 0',
    );
  });
});

describe('the properties of a tab', () => {
  test('all hidden is refused', async () => {
    const id = await newFile(sheets.api);
    expect((await refusal(batch(sheets.api, id, [change({ sheetId: 0, hidden: true }, 'hidden')]))).message).toBe(
      "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
    );
  });

  test('only masked ones change', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [
      add({ title: 'Hai' }),
      change(
        { sheetId: 0, title: 'Không', hidden: true, gridProperties: { frozenRowCount: 1 } },
        'hidden,gridProperties.frozenRowCount',
      ),
    ]);
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.properties' });
    expect(data.sheets?.[0]?.properties).toEqual({
      sheetId: 0,
      index: 0,
      title: 'Sheet1',
      sheetType: 'GRID',
      hidden: true,
      gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 },
    });
  });

  test('a masked one that is left out is cleared', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [
      change({ sheetId: 0, tabColor: { red: 1 } }, 'tabColor'),
      change({ sheetId: 0 }, 'tabColorStyle'),
    ]);
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields: 'sheets.properties.tabColor' });
    expect(data).toEqual({ sheets: [{ properties: {} }] });
  });

  test.each([
    [0, 2, ['b', 'a', 'c']],
    [0, 3, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
  ])('tab %d to index %d counts before the move', async (from, index, expected) => {
    const id = await newFile(sheets.api, {
      sheets: ['a', 'b', 'c'].map((title, sheetId) => ({ properties: { title, sheetId } })),
    });
    await batch(sheets.api, id, [change({ sheetId: from, index }, 'index')]);
    expect(await titles(id)).toEqual(expected);
  });

  test('a smaller grid loses what lay past its edge', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', 'b'], ['c']]);
    const gridProperties = { rowCount: 1, columnCount: 1 };
    await batch(sheets.api, id, [change({ sheetId: 0, gridProperties }, 'gridProperties(rowCount,columnCount)')]);
    expect(await read(sheets.api, id)).toEqual([['a']]);
  });

  test('a renamed tab keeps its id and answers to its new name only', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [change({ sheetId: 0, title: 'Mới' }, 'title')]);
    expect(await read(sheets.api, id, "'Mới'!A1")).toBeUndefined();
    expect((await refusal(read(sheets.api, id, 'Sheet1!A1'))).message).toBe('Unable to parse range: Sheet1!A1');
  });
});

describe('a duplicated tab', () => {
  test('has a new id and a life of its own', async () => {
    const id = await newFile(sheets.api);
    const cell = (text: string, sheetId: number): Requests[number] => ({
      updateCells: {
        start: { sheetId },
        rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
        fields: 'userEnteredValue',
      },
    });
    const [, reply] = await batch(sheets.api, id, [
      cell('gốc', 0),
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 5, newSheetName: 'Bản sao', insertSheetIndex: 1 } },
      cell('khác', 5),
    ]);
    expect(reply?.duplicateSheet?.properties).toMatchObject({ sheetId: 5, title: 'Bản sao', index: 1 });
    expect(await read(sheets.api, id)).toEqual([['gốc']]);
    expect(await read(sheets.api, id, "'Bản sao'")).toEqual([['khác']]);
  });
});

describe('the properties of the file', () => {
  const update = (properties: object, fields: string): Requests[number] => ({
    updateSpreadsheetProperties: { properties, fields },
  });

  test('another locale changes what is shown and how text is read, not what is stored', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [[1.5]]);
    await batch(sheets.api, id, [update({ locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' }, 'locale,timeZone')]);
    const { data } = await sheets.api.spreadsheets.values.get({ spreadsheetId: id, range: 'A1' });
    expect(data.values).toEqual([['1,5']]);
    expect(await read(sheets.api, id)).toEqual([[1.5]]);
  });

  test.each([
    [{ locale: 'vi' }, 'locale'],
    [{ timeZone: 'Hà Nội' }, 'timeZone'],
    [{ title: '' }, 'title'],
  ])('%o is refused', async (properties, fields) => {
    const id = await newFile(sheets.api);
    const { message } = await refusal(batch(sheets.api, id, [update(properties, fields)]));
    expect(message).toMatch(/^Invalid requests\[0\]\.updateSpreadsheetProperties: /);
  });
});

describe('the file as Drive sees it', () => {
  test('appears when created and rises in version with every change, not with a read or a refusal', async () => {
    const id = await newFile(sheets.api);
    const file = sheets.files.get(id);
    expect(file).toMatchObject({ name: 'Sổ', mimeType: 'application/vnd.google-apps.spreadsheet', trashed: false });
    const { version = 0, modifiedTime } = { ...file };
    await read(sheets.api, id);
    await refusal(batch(sheets.api, id, [{ deleteSheet: { sheetId: 0 } }]));
    expect(file).toMatchObject({ version, modifiedTime });
    await write(sheets.api, id, 'A1', [['x']]);
    expect(file?.version).toBe(version + 1);
    expect(file?.modifiedTime).not.toBe(modifiedTime);
  });

  test('is shut to whom it is not shared with, and read-only to a reader', async () => {
    const id = await newFile(sheets.api);
    const reader = sheets.as('doc@bo.example');
    expect(await refusal(read(reader, id))).toEqual({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: 'The caller does not have permission',
    });
    sheets.files.get(id)?.permissions.push({ id: 'p', type: 'user', role: 'reader', emailAddress: 'doc@bo.example' });
    expect(await read(reader, id)).toBeUndefined();
    expect(await refusal(write(reader, id, 'A1', [['x']]))).toMatchObject({ code: 403 });
  });
});
