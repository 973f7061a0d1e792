import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '../server.ts';

/**
 * A client library that others wrote, and whose own tests run against Google, works here unchanged: what it expects of
 * an answer is not what we think Google says.
 */
const emulator = await createEmulator({});
afterAll(() => emulator.close());

const stage = {} as { doc: GoogleSpreadsheet; sheet: GoogleSpreadsheetWorksheet };

beforeEach(async () => {
  emulator.reset();
  stage.doc = await newDocument();
  stage.sheet = await stage.doc.addSheet({ title: 'Thành phố & xã', headerValues: ['Mã', 'Tên', 'Số'] });
});

/** The library's one fixed thing is Google's address. */
async function newDocument(): Promise<GoogleSpreadsheet> {
  const made = await fetch(`${emulator.url}/v4/spreadsheets`, { method: 'POST', body: '{}' });
  const { spreadsheetId } = (await made.json()) as { spreadsheetId: string };
  const doc = new GoogleSpreadsheet(spreadsheetId, { token: 'none' }, { retryConfig: 0 });
  const sheetsApi = doc.sheetsApi.extend({ prefix: `${emulator.url}/v4/spreadsheets/${spreadsheetId}` });
  Object.assign(doc, { sheetsApi });
  await doc.loadInfo();
  return doc;
}

const threeRows = [
  { Mã: 'HPG', Tên: 'Hải Phòng', Số: 3 },
  { Mã: 'DNG', Tên: 'Đà Nẵng', Số: 1 },
  { Mã: 'HUE', Tên: 'Huế', Số: 2 },
];
const namesOf = async () => (await stage.sheet.getRows()).map((row) => row.get('Tên'));

describe('values', () => {
  test('rows are appended below the header, read, saved and deleted', async () => {
    const [first] = await stage.sheet.addRows(threeRows);
    expect(first?.rowNumber).toBe(2);
    const [, second] = await stage.sheet.getRows();
    expect(second?.toObject()).toEqual({ Mã: 'DNG', Tên: 'Đà Nẵng', Số: '1' });
    second?.set('Tên', 'TP. Đà Nẵng');
    await second?.save();
    await stage.sheet.deleteRows(3, 4);
    expect(await namesOf()).toEqual(['Hải Phòng', 'TP. Đà Nẵng']);
  });

  test('rows inserted while appending push others down', async () => {
    await stage.sheet.addRows(threeRows);
    const before = stage.sheet.rowCount;
    await stage.sheet.addRow({ Mã: 'CTO', Tên: 'Cần Thơ', Số: 4 }, { insert: true });
    await stage.doc.loadInfo();
    expect(stage.sheet.rowCount).toBe(before + 1);
    expect(await namesOf()).toEqual(['Hải Phòng', 'Đà Nẵng', 'Huế', 'Cần Thơ']);
  });

  test.each([
    ['typed', {}, { valueType: 'formulaValue', value: 2 }],
    ['raw', { raw: true }, { valueType: 'stringValue', value: '=1+1' }],
  ])('what looks like a formula, %s', async (_, options, expected) => {
    await stage.sheet.addRow({ Mã: 'X', Tên: '=1+1' }, options);
    await stage.sheet.loadCells('B2');
    const { value, formula } = stage.sheet.getCell(1, 1);
    expect(value).toBe(expected.value);
    expect(formula).toBe(expected.valueType === 'formulaValue' ? '=1+1' : null);
  });

  test('ranges are read one by one and several at once, as shown and as they are', async () => {
    await stage.sheet.addRows(threeRows);
    expect(await stage.sheet.getCellsInRange('A2:C2')).toEqual([['HPG', 'Hải Phòng', '3']]);
    expect(await stage.sheet.getCellsInRange('Z9:Z10')).toBeUndefined();
    const [names, numbers] = await stage.sheet.batchGetCellsInRange(['B2:B', 'C2:C'], {
      majorDimension: 'COLUMNS',
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect([names, numbers]).toEqual([[['Hải Phòng', 'Đà Nẵng', 'Huế']], [[3, 1, 2]]]);
  });

  test('rows, then the whole tab, are cleared', async () => {
    await stage.sheet.addRows(threeRows);
    await stage.sheet.clearRows({ start: 3 });
    expect(await namesOf()).toEqual(['Hải Phòng']);
    await stage.sheet.clear();
    await expect(stage.sheet.loadHeaderRow()).rejects.toThrow('No values in the header row');
  });
});

describe('cells', () => {
  test('values, notes and formats are saved in one batch and read back', async () => {
    await stage.sheet.loadCells('A1:C3');
    const [text, number, date] = [0, 1, 2].map((column) => stage.sheet.getCell(1, column));
    if (!text || !number || !date) throw new Error('No cells.');
    text.value = '0042';
    text.note = 'Giữ số 0 ở đầu';
    number.value = 1234.5;
    number.textFormat = { bold: true };
    date.value = 45_953;
    date.numberFormat = { type: 'DATE', pattern: 'dd/mm/yyyy' };
    await stage.sheet.saveUpdatedCells();
    stage.sheet.resetLocalCache(true);
    await stage.sheet.loadCells('A1:C3');
    expect(stage.sheet.getCell(1, 0)).toMatchObject({ value: '0042', note: 'Giữ số 0 ở đầu' });
    expect(stage.sheet.getCell(1, 1)).toMatchObject({ value: 1234.5, textFormat: { bold: true } });
    expect(stage.sheet.getCell(1, 2)).toMatchObject({ value: 45_953, formattedValue: '23/10/2025' });
    expect(stage.sheet.getCell(2, 2)).toMatchObject({ value: null, formattedValue: null });
  });

  test('a formula is computed, and a wrong one says which error', async () => {
    await stage.sheet.loadCells('A1:C3');
    stage.sheet.getCell(1, 0).value = 20;
    stage.sheet.getCell(1, 1).formula = '=A2*2+2';
    stage.sheet.getCell(1, 2).formula = '=A2/0';
    await stage.sheet.saveUpdatedCells();
    expect(stage.sheet.getCell(1, 1).value).toBe(42);
    expect(stage.sheet.getCell(1, 2).errorValue).toMatchObject({ type: 'DIVIDE_BY_ZERO' });
  });

  test('a cell repeated, cells appended, text found and replaced', async () => {
    await stage.sheet.repeatCell(
      { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 },
      { userEnteredValue: { stringValue: 'xã' } },
      'userEnteredValue',
    );
    await stage.sheet.appendCells([{ values: [{ userEnteredValue: { stringValue: 'phường' } }] }], 'userEnteredValue');
    await stage.sheet.findReplace('xã', 'thị xã', { matchEntireCell: true });
    expect(await stage.sheet.getCellsInRange('A2:A9')).toEqual([['thị xã'], ['thị xã'], ['phường']]);
  });
});

describe('tabs', () => {
  test('the document and its tabs tell what they are', async () => {
    await stage.doc.updateProperties({ title: 'Sổ nhiệm vụ', timeZone: 'Asia/Ho_Chi_Minh' });
    await stage.doc.loadInfo();
    expect([stage.doc.title, stage.doc.timeZone, stage.doc.sheetCount]).toEqual(['Sổ nhiệm vụ', 'Asia/Ho_Chi_Minh', 2]);
    expect(stage.doc.sheetsByTitle['Thành phố & xã']?.sheetId).toBe(stage.sheet.sheetId);
  });

  test('a tab is renamed, resized, duplicated and deleted', async () => {
    await stage.sheet.addRows(threeRows);
    await stage.sheet.updateProperties({ title: 'Danh sách' });
    await stage.sheet.resize({ rowCount: 12, columnCount: 5 });
    await stage.sheet.duplicate({ title: 'Bản sao' });
    await stage.doc.loadInfo();
    const copy = stage.doc.sheetsByTitle['Bản sao'];
    expect([copy?.rowCount, copy?.columnCount]).toEqual([12, 5]);
    expect(await copy?.getCellsInRange('B2:B3')).toEqual([['Hải Phòng'], ['Đà Nẵng']]);
    await stage.sheet.delete();
    await stage.doc.loadInfo();
    expect(Object.keys(stage.doc.sheetsByTitle)).not.toContain('Danh sách');
  });

  test('a second tab of the same title is refused in Google’s words', async () => {
    await expect(stage.doc.addSheet({ title: 'Thành phố & xã' })).rejects.toThrow(
      'Google API error - [400] Invalid requests[0].addSheet: A sheet with the name "Thành phố & xã" already exists.',
    );
  });
});

describe('rows and columns', () => {
  test('rows are sorted, columns inserted and moved, rows deleted', async () => {
    await stage.sheet.addRows(threeRows);
    await stage.sheet.sortRange({ startRowIndex: 1 }, [{ dimensionIndex: 2, sortOrder: 'ASCENDING' }]);
    expect(await namesOf()).toEqual(['Đà Nẵng', 'Huế', 'Hải Phòng']);
    await stage.sheet.insertDimension('COLUMNS', { startIndex: 1, endIndex: 2 });
    await stage.sheet.moveDimension('COLUMNS', { startIndex: 2, endIndex: 3 }, 0);
    await stage.sheet.deleteRows(1, 2);
    expect(await stage.sheet.getCellsInRange('A1:D3')).toEqual([
      ['Tên', 'Mã', '', 'Số'],
      ['Huế', 'HUE', '', '2'],
      ['Hải Phòng', 'HPG', '', '3'],
    ]);
  });

  test('cells are merged, the first alone keeping its value, and parted; columns are made wider', async () => {
    const range = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
    await stage.sheet.mergeCells(range);
    await stage.sheet.unmergeCells(range);
    await stage.sheet.updateDimensionProperties('COLUMNS', { pixelSize: 240 } as never, { startIndex: 0, endIndex: 1 });
    await stage.sheet.autoResizeDimensions('COLUMNS', { startIndex: 1, endIndex: 2 });
    expect(await stage.sheet.getCellsInRange('A1:C1')).toEqual([['Mã', '', 'Số']]);
  });
});

describe('rules', () => {
  test('validation, a filter, a protected range and a name are set and taken back', async () => {
    const range = { startRowIndex: 1, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 };
    const own = { sheetId: stage.sheet.sheetId, ...range };
    await stage.sheet.setDataValidation(own, {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'HPG' }] },
      strict: true,
    } as never);
    await stage.sheet.setDataValidation(own, false);
    await stage.sheet.setBasicFilter({ range });
    await stage.sheet.clearBasicFilter();
    const { namedRange } = await stage.sheet.addNamedRange('MA', range);
    await stage.sheet.deleteNamedRange(namedRange.namedRangeId);
    await stage.sheet.addProtectedRange({ range: own, description: 'mã' } as never);
    await stage.doc.loadInfo();
    const [protectedRange] = stage.sheet.protectedRanges ?? [];
    expect(protectedRange).toMatchObject({ description: 'mã' });
    await stage.sheet.deleteProtectedRange(protectedRange?.protectedRangeId ?? 0);
    stage.doc.resetLocalCache();
    await stage.doc.loadInfo();
    expect(stage.doc.sheetsById[stage.sheet.sheetId]?.protectedRanges ?? []).toEqual([]);
  });

  test('metadata is made under an id of ours, once, found and taken away', async () => {
    const claim = {
      metadataId: 7,
      metadataKey: 'r',
      metadataValue: 'dấu',
      visibility: 'DOCUMENT',
      location: { spreadsheet: true },
    } as never;
    await stage.sheet.createDeveloperMetadata(claim);
    await expect(stage.sheet.createDeveloperMetadata(claim)).rejects.toThrow('already exists');
    const lookup = { developerMetadataLookup: { metadataKey: 'r' } } as never;
    expect(await stage.doc.searchDeveloperMetadata([lookup])).toMatchObject([{ metadataId: 7, metadataValue: 'dấu' }]);
    await stage.sheet.deleteDeveloperMetadata(lookup);
    expect(await stage.doc.searchDeveloperMetadata([lookup])).toEqual([]);
  });
});
