import { closed, intersection } from './area.ts';
import type { Caller } from './change.ts';
import { describeCells } from './describe-grid.ts';
import { below, type Mask } from './field-mask.ts';
import type { DeveloperMetadata, DimensionProperties, GridRange, Sheet, Spreadsheet } from './model.ts';
import { mayEdit } from './protection.ts';
import type { Place } from './resolve.ts';

export type Wanted = {
  /** Which fields; without a mask everything but cells. */
  mask: Mask | undefined;
  includeGridData: boolean;
  /** Only what touches these; everything when absent. */
  places: readonly Place[] | undefined;
  caller: Caller;
  origin: string;
};

/** The spreadsheet as `spreadsheets.get` answers it. A mask decides about cells alone; includeGridData is then ignored. */
export function describeSpreadsheet(book: Spreadsheet, wanted: Wanted): object {
  const mask = wanted.mask ?? 'all';
  const places = wanted.places;
  const shown = book.sheets.filter((sheet) => !places || places.some((place) => place.sheet === sheet));
  const sheets = below(mask, 'sheets') === undefined ? [] : shown.map((sheet) => describeSheet(book, sheet, wanted));
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    sheets,
    namedRanges: book.namedRanges.filter(({ range }) => isTouched(range, wanted)),
    developerMetadata: metadataAt(book, ({ locationType }) => locationType === 'SPREADSHEET'),
    spreadsheetUrl: `${wanted.origin}/spreadsheets/d/${book.id}/edit`,
  };
}

function describeSheet(book: Spreadsheet, sheet: Sheet, wanted: Wanted): object {
  const { sheetId } = sheet.properties;
  const isHere = (range: GridRange | undefined) => range === undefined || isTouched(range, wanted);
  const described = {
    properties: { ...sheet.properties, index: book.sheets.indexOf(sheet) },
    merges: sheet.merges.filter(isHere),
    conditionalFormats: sheet.conditionalFormats,
    filterViews: sheet.filterViews,
    protectedRanges: sheet.protectedRanges.map((range) => {
      const canEdit = mayEdit(range, wanted.caller);
      const { editors, ...rest } = range;
      // Who may edit is shown only to those who may.
      return { ...rest, ...(canEdit && editors && { editors }), requestingUserCanEdit: canEdit };
    }),
    basicFilter: sheet.basicFilter,
    charts: sheet.charts,
    bandedRanges: sheet.bandedRanges,
    developerMetadata: metadataAt(book, ({ sheetId: own, dimensionRange }) => own === sheetId && !dimensionRange),
  };
  return needsCells(wanted) ? { ...described, data: describeGrids(book, sheet, wanted) } : described;
}

function needsCells({ mask, includeGridData }: Wanted): boolean {
  if (mask === undefined) return includeGridData;
  return below(below(mask, 'sheets'), 'data') !== undefined;
}

function isTouched(range: GridRange, { places }: Wanted): boolean {
  if (!places) return true;
  return places.some(
    ({ sheet, area }) =>
      sheet.properties.sheetId === (range.sheetId ?? 0) && intersection(closed(range, sheet), area) !== undefined,
  );
}

function describeGrids(book: Spreadsheet, sheet: Sheet, wanted: Wanted): object[] {
  const { rowCount: endRow, columnCount: endColumn } = sheet.properties.gridProperties;
  const whole = { startRow: 0, endRow, startColumn: 0, endColumn };
  const areas = wanted.places?.filter((place) => place.sheet === sheet).map(({ area }) => area) ?? [whole];
  const mask = below(below(wanted.mask ?? 'all', 'sheets'), 'data') ?? 'all';
  return areas.map((area) => ({
    startRow: area.startRow,
    startColumn: area.startColumn,
    ...describeCells(book, { sheet, area }, mask),
    ...(below(mask, 'rowMetadata') && {
      rowMetadata: describeDimension(book, sheet, { dimension: 'ROWS', start: area.startRow, end: area.endRow }),
    }),
    ...(below(mask, 'columnMetadata') && {
      columnMetadata: describeDimension(book, sheet, {
        dimension: 'COLUMNS',
        start: area.startColumn,
        end: area.endColumn,
      }),
    }),
  }));
}

type Stretch = { dimension: 'ROWS' | 'COLUMNS'; start: number; end: number };

function describeDimension(book: Spreadsheet, sheet: Sheet, { dimension, start, end }: Stretch): object[] {
  const list: readonly (DimensionProperties | undefined)[] =
    dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
  const pixelSize = dimension === 'ROWS' ? 21 : 100;
  const described: object[] = [];
  for (let index = start; index < end; index += 1) described.push({ pixelSize, ...list[index] });
  const { sheetId } = sheet.properties;
  for (const metadata of book.metadata.values()) {
    const range = metadata.location.dimensionRange;
    const index = (range?.startIndex ?? 0) - start;
    const isHere = range?.dimension === dimension && (range.sheetId ?? 0) === sheetId && described[index];
    if (isHere) described[index] = withMetadata(described[index] ?? {}, metadata);
  }
  return described;
}

function withMetadata(described: object, metadata: DeveloperMetadata): object {
  const { developerMetadata = [] } = described as { developerMetadata?: DeveloperMetadata[] };
  return { ...described, developerMetadata: [...developerMetadata, metadata] };
}

function metadataAt(
  book: Spreadsheet,
  isHere: (location: DeveloperMetadata['location']) => boolean,
): DeveloperMetadata[] {
  return [...book.metadata.values()].filter(({ location }) => isHere(location));
}
