import { describe, expect, test } from 'vitest';
import { batch, newFile, type Requests, read, refusal, useSheets, write } from './support.ts';

const sheets = useSheets();

const tag = (metadataId: number, location: object, metadataKey = 'k'): Requests[number] => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey, visibility: 'DOCUMENT', location },
  },
});

const row = (startIndex: number) => ({
  dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
});

async function getByFilter(id: string, dataFilters: object[]) {
  const requestBody = { dataFilters, valueRenderOption: 'UNFORMATTED_VALUE' };
  const { data } = await sheets.api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: id, requestBody });
  return data.valueRanges ?? [];
}

describe('values by filter', () => {
  test('each answer repeats the filter that found it', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [
      ['a', 1],
      ['b', 2],
    ]);
    await batch(sheets.api, id, [tag(9, row(1))]);
    const grid = { gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } };
    const a1 = { a1Range: 'Sheet1!B:B' };
    const metadata = { developerMetadataLookup: { metadataId: 9 } };
    expect(await getByFilter(id, [grid, a1, metadata])).toEqual([
      {
        valueRange: { range: 'Sheet1!A1:Z1', majorDimension: 'ROWS', values: [['a', 1]] },
        dataFilters: [{ gridRange: { startRowIndex: 0, endRowIndex: 1 } }],
      },
      {
        valueRange: { range: 'Sheet1!B1:B1000', majorDimension: 'ROWS', values: [[1], [2]] },
        dataFilters: [a1],
      },
      {
        valueRange: { range: 'Sheet1!A2:Z2', majorDimension: 'ROWS', values: [['b', 2]] },
        dataFilters: [metadata],
      },
    ]);
  });

  test('a grid range with open ends reaches the edge of the grid', async () => {
    const id = await newFile(sheets.api);
    const [answer] = await getByFilter(id, [{ gridRange: { sheetId: 0 } }]);
    expect(answer?.valueRange?.range).toBe('Sheet1!A1:Z1000');
  });

  test('a tab that is gone refuses the whole call', async () => {
    const id = await newFile(sheets.api);
    const call = getByFilter(id, [{ gridRange: { sheetId: 0 } }, { gridRange: { sheetId: 44 } }]);
    expect(await refusal(call)).toMatchObject({ code: 400, message: expect.stringContaining('No grid with id: 44') });
  });

  test('metadata that nothing carries finds nothing', async () => {
    const id = await newFile(sheets.api);
    expect(await getByFilter(id, [{ developerMetadataLookup: { metadataId: 1 } }])).toEqual([]);
  });

  test('written values follow the metadata of their row', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['một'], ['hai']]);
    await batch(sheets.api, id, [
      tag(5, row(1)),
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    ]);
    const dataFilter = { developerMetadataLookup: { metadataId: 5 } };
    const { data } = await sheets.api.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: id,
      requestBody: { valueInputOption: 'RAW', data: [{ dataFilter, values: [[null, 'ghi']] }] },
    });
    expect(data).toMatchObject({
      totalUpdatedCells: 1,
      responses: [{ updatedRange: 'Sheet1!A3:B3', updatedCells: 1, dataFilter }],
    });
    expect(await read(sheets.api, id)).toEqual([[], ['một'], ['hai', 'ghi']]);
  });

  test('more values than the found range holds are refused', async () => {
    const id = await newFile(sheets.api);
    await batch(sheets.api, id, [tag(5, row(1))]);
    const call = sheets.api.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: 'RAW',
        data: [{ dataFilter: { developerMetadataLookup: { metadataId: 5 } }, values: [['a'], ['b']] }],
      },
    });
    expect((await refusal(call)).message).toMatch(
      /^Invalid data\[0\]: Requested writing within range \[Sheet1!A2:Z2\]/,
    );
  });

  test('clearing by filter names the ranges cleared', async () => {
    const id = await newFile(sheets.api);
    await write(sheets.api, id, 'Sheet1!A1', [['a', 'b']]);
    const { data } = await sheets.api.spreadsheets.values.batchClearByDataFilter({
      spreadsheetId: id,
      requestBody: { dataFilters: [{ gridRange: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } }] },
    });
    expect(data.clearedRanges).toEqual(['Sheet1!B1:B1000']);
    expect(await read(sheets.api, id)).toEqual([['a']]);
  });
});

test('a spreadsheet by filter holds only the tabs that were found', async () => {
  const id = await newFile(sheets.api);
  await batch(sheets.api, id, [{ addSheet: { properties: { sheetId: 8, title: 'Hai' } } }]);
  const { data } = await sheets.api.spreadsheets.getByDataFilter({
    spreadsheetId: id,
    fields: 'sheets.properties.title',
    requestBody: { dataFilters: [{ gridRange: { sheetId: 8 } }] },
  });
  expect(data).toEqual({ sheets: [{ properties: { title: 'Hai' } }] });
});

describe('developer metadata', () => {
  const search = async (id: string, dataFilters: object[]) => {
    const { data } = await sheets.api.spreadsheets.developerMetadata.search({
      spreadsheetId: id,
      requestBody: { dataFilters },
    });
    return data;
  };
  const ids = async (id: string, lookup: object) =>
    (await search(id, [{ developerMetadataLookup: lookup }])).matchedDeveloperMetadata?.map(
      ({ developerMetadata }) => developerMetadata?.metadataId,
    );

  async function tagged(): Promise<string> {
    const id = await newFile(sheets.api);
    const column = { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } };
    await batch(sheets.api, id, [
      tag(1, { spreadsheet: true }),
      tag(2, { sheetId: 0 }),
      tag(3, row(4)),
      tag(4, column, 'c'),
    ]);
    return id;
  }

  test.each([
    [{ metadataKey: 'k' }, [1, 2, 3]],
    [{ metadataId: 4 }, [4]],
    [{ metadataKey: 'k', locationType: 'ROW' }, [3]],
    [{ metadataKey: 'k', metadataId: 4 }, undefined],
    [{ metadataLocation: { sheetId: 0 } }, [2, 3, 4]],
    [{ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' }, [2]],
    [{ visibility: 'PROJECT' }, undefined],
  ])('searched by %o', async (lookup, found) => {
    expect(await ids(await tagged(), lookup)).toEqual(found);
  });

  test('answers where it stands', async () => {
    const id = await tagged();
    const { data } = await sheets.api.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 3 });
    expect(data).toEqual({
      metadataId: 3,
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 4, endIndex: 5 } },
    });
  });

  test('that is gone is not found', async () => {
    const id = await tagged();
    await batch(sheets.api, id, [
      { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: 3 } } } },
    ]);
    const call = sheets.api.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId: 3 });
    expect(await refusal(call)).toMatchObject({
      code: 404,
      message: expect.stringMatching(/^No developer metadata with ID/),
    });
  });

  const place = async (id: string, metadataId: number) => {
    const { data } = await sheets.api.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId });
    return data.location?.dimensionRange?.startIndex;
  };
  const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });

  test.each<[string, Requests[number], number]>([
    ['an insert above', { insertDimension: { range: rows(0, 2) } }, 6],
    ['an insert below', { insertDimension: { range: rows(5, 6) } }, 4],
    ['a deletion above', { deleteDimension: { range: rows(1, 3) } }, 2],
    ['its own move down', { moveDimension: { source: rows(4, 5), destinationIndex: 10 } }, 9],
    ['its own move up', { moveDimension: { source: rows(4, 6), destinationIndex: 1 } }, 1],
    ['a move past it', { moveDimension: { source: rows(0, 2), destinationIndex: 8 } }, 2],
  ])('follows its row through %s', async (_, request, index) => {
    const id = await tagged();
    await batch(sheets.api, id, [request]);
    expect(await place(id, 3)).toBe(index);
  });

  test('goes with its row, its column, its tab', async () => {
    const id = await tagged();
    await batch(sheets.api, id, [
      { addSheet: { properties: { sheetId: 8, title: 'Hai' } } },
      { deleteDimension: { range: rows(4, 5) } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 3 } } },
    ]);
    expect(await ids(id, { metadataLocation: { spreadsheet: true } })).toEqual([1, 2]);
    await batch(sheets.api, id, [{ deleteSheet: { sheetId: 0 } }]);
    expect(await ids(id, { metadataLocation: { spreadsheet: true } })).toEqual([1]);
  });

  test.each([
    [false, 4],
    [true, 0],
  ])('does not follow a sort, unless the switch says so (%s)', async (follows, index) => {
    sheets.switches.set('sheets.metadata-follows-sort', follows);
    const id = await tagged();
    await write(sheets.api, id, 'Sheet1!A1', [['e'], ['d'], ['c'], ['b'], ['a']]);
    await batch(sheets.api, id, [
      {
        sortRange: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
        },
      },
    ]);
    expect(await place(id, 3)).toBe(index);
  });

  test('updated by id and old value is a compare-and-set', async () => {
    const id = await tagged();
    const update = (old: string, metadataValue: string) =>
      batch(sheets.api, id, [
        {
          updateDeveloperMetadata: {
            dataFilters: [{ developerMetadataLookup: { metadataId: 1, metadataValue: old } }],
            developerMetadata: { metadataValue },
            fields: 'metadataValue',
          },
        },
      ]);
    const [reply] = await update('', 'a');
    expect(reply?.updateDeveloperMetadata?.developerMetadata?.[0]?.metadataValue).toBe('a');
    await refusal(update('', 'b'));
    sheets.switches.set('sheets.metadata-no-match-allowed', true);
    expect(await update('', 'b')).toEqual([{ updateDeveloperMetadata: {} }]);
  });

  test('has a budget of 30,000 characters for the spreadsheet and as many for each tab', async () => {
    const id = await newFile(sheets.api);
    const big = (metadataId: number, location: object) => {
      const metadataValue = 'x'.repeat(14_999);
      const developerMetadata = { metadataId, metadataKey: 'k', metadataValue, visibility: 'DOCUMENT', location };
      return { createDeveloperMetadata: { developerMetadata } };
    };
    await batch(sheets.api, id, [big(1, { spreadsheet: true }), big(2, { spreadsheet: true }), big(3, { sheetId: 0 })]);
    await refusal(batch(sheets.api, id, [tag(4, { spreadsheet: true })]));
    await batch(sheets.api, id, [big(5, row(0))]);
    await refusal(batch(sheets.api, id, [tag(6, row(1))]));
  });
});
