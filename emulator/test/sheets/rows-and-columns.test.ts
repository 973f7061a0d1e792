import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
const columns = (startIndex: number, endIndex: number) => ({ ...rows(startIndex, endIndex), dimension: 'COLUMNS' });
const cells = (startRowIndex: number, endRowIndex: number, startColumnIndex = 0, endColumnIndex = 1) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

/** Five rows and three columns, each cell naming its place. */
async function smallFile(): Promise<string> {
  const gridProperties = { rowCount: 5, columnCount: 3 };
  const id = await newFile(sheets.api, { sheets: [{ properties: { sheetId: 0, title: 'Sheet1', gridProperties } }] });
  await write(
    sheets.api,
    id,
    'Sheet1!A1',
    ['1', '2', '3', '4', '5'].map((row) => [`A${row}`, `B${row}`, `C${row}`]),
  );
  return id;
}

const firstColumn = async (id: string) => (await read(sheets.api, id, 'Sheet1!A:A'))?.map(([value]) => value ?? '');
const firstRow = async (id: string) => (await read(sheets.api, id, 'Sheet1!1:1'))?.[0];

async function grid(id: string) {
  const fields = 'sheets.properties.gridProperties';
  const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields });
  return data.sheets?.[0]?.properties?.gridProperties;
}

describe('inserting', () => {
  test('moves what is below and grows the grid', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [{ insertDimension: { range: rows(1, 3) } }]);
    expect(await firstColumn(id)).toEqual(['A1', '', '', 'A2', 'A3', 'A4', 'A5']);
    await batch(sheets.api, id, [{ insertDimension: { range: columns(0, 1) } }]);
    expect(await firstRow(id)).toEqual(['', 'A1', 'B1', 'C1']);
    expect(await grid(id)).toEqual({ rowCount: 7, columnCount: 4 });
  });

  test('takes the look of the row before or after, not its values', async () => {
    const id = await smallFile();
    const bold = {
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat.textFormat',
    };
    await batch(sheets.api, id, [
      { repeatCell: { range: cells(0, 1), ...bold } },
      { insertDimension: { range: rows(1, 2), inheritFromBefore: true } },
      { insertDimension: { range: rows(1, 2), inheritFromBefore: false } },
      { insertDimension: { range: rows(4, 5), inheritFromBefore: false } },
    ]);
    const fields = 'sheets.data.rowData.values(userEnteredFormat.textFormat.bold,userEnteredValue)';
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, ranges: ['A1:A5'], fields });
    const found = data.sheets?.[0]?.data?.[0]?.rowData?.map(
      ({ values }) => values?.[0]?.userEnteredFormat?.textFormat?.bold,
    );
    expect(found).toEqual([true, true, true, undefined]);
    expect((await firstColumn(id))?.slice(0, 4)).toEqual(['A1', '', '', 'A2']);
  });

  test('at the end of the grid needs inheritFromBefore', async () => {
    const id = await smallFile();
    expect((await refusal(batch(sheets.api, id, [{ insertDimension: { range: rows(5, 6) } }]))).message).toBe(
      'Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (5) if inheritFromBefore is false.',
    );
    await batch(sheets.api, id, [{ insertDimension: { range: rows(5, 6), inheritFromBefore: true } }]);
    expect((await grid(id))?.rowCount).toBe(6);
  });
});

describe('deleting', () => {
  test('closes the gap and shrinks the grid', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [
      { deleteDimension: { range: rows(1, 3) } },
      { deleteDimension: { range: columns(0, 1) } },
    ]);
    expect(await read(sheets.api, id)).toEqual([
      ['B1', 'C1'],
      ['B4', 'C4'],
      ['B5', 'C5'],
    ]);
    expect(await grid(id)).toEqual({ rowCount: 3, columnCount: 2 });
  });

  test.each([
    [rows(5, 6), "Cannot delete a row that doesn't exist. Tried to delete row index 5 but there are only 5 rows."],
    [rows(0, 5), "You can't delete all the rows on the sheet."],
    [columns(1, 3), 'Cannot delete all the non-frozen columns.'],
  ])('%o is refused', async (range, sentence) => {
    const id = await smallFile();
    const frozen = {
      properties: { sheetId: 0, gridProperties: { frozenColumnCount: 1 } },
      fields: 'gridProperties.frozenColumnCount',
    };
    await batch(sheets.api, id, [{ updateSheetProperties: frozen }]);
    expect((await refusal(batch(sheets.api, id, [{ deleteDimension: { range } }]))).message).toBe(
      `Invalid requests[0].deleteDimension: ${sentence}`,
    );
  });
});

describe('moving', () => {
  test.each([
    [1, 2, 4, ['A1', 'A3', 'A4', 'A2', 'A5']],
    [1, 3, 5, ['A1', 'A4', 'A5', 'A2', 'A3']],
    [3, 5, 0, ['A4', 'A5', 'A1', 'A2', 'A3']],
    [2, 3, 3, ['A1', 'A2', 'A3', 'A4', 'A5']],
  ])('rows %d to %d before index %d', async (start, end, destinationIndex, expected) => {
    const id = await smallFile();
    await batch(sheets.api, id, [{ moveDimension: { source: rows(start, end), destinationIndex } }]);
    expect(await firstColumn(id)).toEqual(expected);
  });

  test('a column takes all its cells along', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [{ moveDimension: { source: columns(0, 1), destinationIndex: 3 } }]);
    expect(await read(sheets.api, id, 'A1:C2')).toEqual([
      ['B1', 'C1', 'A1'],
      ['B2', 'C2', 'A2'],
    ]);
  });

  test('across a vertical merge is refused', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [{ mergeCells: { range: cells(1, 3), mergeType: 'MERGE_ALL' } }]);
    await refusal(batch(sheets.api, id, [{ moveDimension: { source: rows(2, 4), destinationIndex: 0 } }]));
    await batch(sheets.api, id, [{ moveDimension: { source: rows(1, 3), destinationIndex: 0 } }]);
  });
});

describe('copying', () => {
  const copy = (source: object, destination: object) => ({
    copyPaste: { source, destination, pasteType: 'PASTE_NORMAL', pasteOrientation: 'NORMAL' },
  });

  test('takes cells whole, fills a multiple of them and overruns what is smaller', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [copy(cells(0, 1, 0, 2), cells(1, 3, 0, 2)), copy(cells(3, 5, 0, 3), cells(0, 1))]);
    expect(await read(sheets.api, id, 'Sheet1!A1:C5')).toEqual([
      ['A4', 'B4', 'C4'],
      ['A5', 'B5', 'C5'],
      ['A1', 'B1', 'C3'],
      ['A4', 'B4', 'C4'],
      ['A5', 'B5', 'C5'],
    ]);
  });

  test('past the end of the grid is refused', async () => {
    const id = await smallFile();
    await refusal(batch(sheets.api, id, [copy(cells(0, 3), cells(4, 5))]));
    expect(await firstColumn(id)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
  });
});

test('rows may be appended, and their size and hiding kept', async () => {
  const id = await smallFile();
  await batch(sheets.api, id, [
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2 } },
    {
      updateDimensionProperties: { range: rows(6, 7), properties: { pixelSize: 40, hiddenByUser: true }, fields: '*' },
    },
    { updateDimensionProperties: { range: rows(5, 6), properties: { pixelSize: 50 }, fields: 'pixelSize' } },
    { autoResizeDimensions: { dimensions: rows(5, 6) } },
  ]);
  const { data } = await sheets.api.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['A6:A7'],
    fields: 'sheets.data.rowMetadata(pixelSize,hiddenByUser)',
  });
  expect(data.sheets?.[0]?.data?.[0]?.rowMetadata).toEqual([{ pixelSize: 21 }, { pixelSize: 40, hiddenByUser: true }]);
});

describe('what refers to rows follows them', () => {
  const everything = (): Requests => [
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Ten', range: cells(1, 3) } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 1, range: cells(1, 3) } } },
    {
      addBanding: {
        bandedRange: { bandedRangeId: 2, range: cells(1, 3), rowProperties: { firstBandColor: { red: 1 } } },
      },
    },
    { addFilterView: { filter: { filterViewId: 3, title: 'Lọc', range: cells(1, 3) } } },
    { setBasicFilter: { filter: { range: cells(1, 3) } } },
    { mergeCells: { range: cells(1, 3), mergeType: 'MERGE_ALL' } },
    {
      addConditionalFormatRule: {
        rule: { ranges: [cells(1, 3)], booleanRule: { condition: { type: 'BLANK' }, format: {} } },
        index: 0,
      },
    },
    {
      addChart: {
        chart: {
          chartId: 4,
          spec: { pieChart: { series: { sourceRange: { sources: [cells(1, 3)] } } } },
          position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1 } } },
        },
      },
    },
  ];
  const fields = [
    'namedRanges.range',
    'sheets(protectedRanges.range,bandedRanges.range,filterViews.range,basicFilter.range,merges)',
    'sheets(conditionalFormats.ranges,charts(spec.pieChart.series.sourceRange,position.overlayPosition.anchorCell.rowIndex))',
  ].join(',');

  test.each<[string, Requests[number], number, number]>([
    ['an insert above', { insertDimension: { range: rows(0, 2) } }, 3, 5],
    ['an insert inside', { insertDimension: { range: rows(2, 3) } }, 1, 4],
    ['a deletion of its first row', { deleteDimension: { range: rows(0, 2) } }, 0, 1],
    ['a move of it', { moveDimension: { source: rows(1, 3), destinationIndex: 5 } }, 3, 5],
  ])('%s', async (_, request, start, end) => {
    const id = await smallFile();
    await batch(sheets.api, id, [...everything(), request]);
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields });
    const range = { startRowIndex: start, endRowIndex: end, startColumnIndex: 0, endColumnIndex: 1 };
    expect(data.namedRanges).toEqual([{ range }]);
    const rowIndex = request.deleteDimension ? 1 : start;
    expect(data.sheets?.[0]).toEqual({
      protectedRanges: [{ range }],
      bandedRanges: [{ range }],
      filterViews: [{ range }],
      basicFilter: { range },
      merges: [range],
      conditionalFormats: [{ ranges: [range] }],
      charts: [
        {
          spec: { pieChart: { series: { sourceRange: { sources: [range] } } } },
          position: { overlayPosition: { anchorCell: { rowIndex } } },
        },
      ],
    });
  });

  test('and goes when all of them are deleted', async () => {
    const id = await smallFile();
    await batch(sheets.api, id, [...everything(), { deleteDimension: { range: rows(1, 3) } }]);
    const { data } = await sheets.api.spreadsheets.get({ spreadsheetId: id, fields });
    // The chart stays without its source, at the place where its cell was.
    const charts = [
      {
        spec: { pieChart: { series: { sourceRange: {} } } },
        position: { overlayPosition: { anchorCell: { rowIndex: 1 } } },
      },
    ];
    expect(data).toEqual({ sheets: [{ charts }] });
  });
});
