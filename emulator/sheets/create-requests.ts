import type { Request } from './apply-requests.ts';
import type { GridRange, Sheet, SheetProperties, SpreadsheetProperties } from './model.ts';

type NewGrid = {
  startRow?: number;
  startColumn?: number;
  rowData?: object[];
  rowMetadata?: object[];
  columnMetadata?: object[];
};

type NewSheet = Partial<Pick<Sheet, 'conditionalFormats' | 'bandedRanges' | 'filterViews' | 'charts' | 'merges'>> & {
  properties?: Partial<SheetProperties>;
  data?: NewGrid[];
  protectedRanges?: object[];
  basicFilter?: object;
  developerMetadata?: object[];
};

export type NewSpreadsheet = {
  properties?: Partial<SpreadsheetProperties>;
  sheets?: NewSheet[];
  namedRanges?: object[];
  developerMetadata?: object[];
};

/**
 * What spreadsheets.create is asked for, as the batch that would make it from a file without tabs. `newSheetId` serves
 * the tabs that come without an id.
 */
export function createRequests(asked: NewSpreadsheet, newSheetId: () => number): Request[] {
  const { namedRanges = [], developerMetadata = [] } = asked;
  const sheets = (asked.sheets ?? []).map((sheet) => ({
    ...sheet,
    properties: { ...sheet.properties, sheetId: sheet.properties?.sheetId ?? newSheetId() },
  }));
  return [
    ...sheets.map(({ properties }) => ({ addSheet: { properties } })),
    ...sheets.flatMap(contentRequests),
    ...namedRanges.map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...developerMetadata.map((metadata) => ({
      createDeveloperMetadata: { developerMetadata: { location: { spreadsheet: true }, ...metadata } },
    })),
  ];
}

type IdentifiedSheet = NewSheet & { properties: { sheetId: number } };

function contentRequests(sheet: IdentifiedSheet): Request[] {
  const { sheetId } = sheet.properties;
  return [
    ...(sheet.data ?? []).flatMap((grid) => gridRequests(grid, sheetId)),
    ...(sheet.merges ?? []).map((range: GridRange) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...(sheet.protectedRanges ?? []).map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...(sheet.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
    ...(sheet.filterViews ?? []).map((filter) => ({ addFilterView: { filter } })),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
    ...(sheet.developerMetadata ?? []).map((metadata) => ({
      createDeveloperMetadata: { developerMetadata: { location: { sheetId }, ...metadata } },
    })),
  ];
}

function gridRequests(grid: NewGrid, sheetId: number): Request[] {
  const { startRow: rowIndex = 0, startColumn: columnIndex = 0, rowData: rows = [] } = grid;
  const start = { sheetId, rowIndex, columnIndex };
  return [
    ...(rows.length === 0 ? [] : [{ updateCells: { start, rows, fields: '*' } }]),
    ...dimensionRequests(grid.rowMetadata, { sheetId, dimension: 'ROWS', first: rowIndex }),
    ...dimensionRequests(grid.columnMetadata, { sheetId, dimension: 'COLUMNS', first: columnIndex }),
  ];
}

type Stretch = { sheetId: number; dimension: string; first: number };

function dimensionRequests(list: object[] = [], { sheetId, dimension, first }: Stretch): Request[] {
  return list.map((properties, offset) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: first + offset, endIndex: first + offset + 1 },
      properties,
      fields: 'hiddenByUser,pixelSize',
    },
  }));
}
