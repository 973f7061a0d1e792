import { invalidArgument } from '../google-error.ts';
import { a1Of } from './a1.ts';
import { closed, wholeSheet } from './area.ts';
import { sheetOf } from './change.ts';
import { type DeveloperMetadataLookup, matchesLookup } from './metadata-lookup.ts';
import type { DeveloperMetadata, GridRange, Spreadsheet } from './model.ts';
import { insideGrid, type Place, type Resolving, resolveA1 } from './resolve.ts';

/** Addresses cells by one of three means. */
export type DataFilter = {
  a1Range?: string;
  gridRange?: GridRange;
  developerMetadataLookup?: DeveloperMetadataLookup;
};

/** The places one filter means; none when its metadata matches nothing. */
export function resolveFilter(book: Spreadsheet, filter: DataFilter, resolving: Resolving): Place[] {
  if (filter.a1Range !== undefined) return [resolveA1(book, filter.a1Range, resolving)];
  if (filter.gridRange) return [resolveGridRange(book, filter.gridRange, resolving)];
  if (filter.developerMetadataLookup) return metadataPlaces(book, filter.developerMetadataLookup);
  throw invalidArgument('Must specify a filter type.');
}

function resolveGridRange(book: Spreadsheet, range: GridRange, resolving: Resolving): Place {
  const sheet = sheetOf(book, range.sheetId);
  const area = closed(range, sheet);
  if (area.startRow >= area.endRow || area.startColumn >= area.endColumn) {
    throw invalidArgument('The start of a gridRange must be before its end.');
  }
  return insideGrid({ sheet, area }, a1Of(sheet.properties.title, area), resolving);
}

function metadataMatching(book: Spreadsheet, lookup: DeveloperMetadataLookup): DeveloperMetadata[] {
  return [...book.metadata.values()].filter((metadata) => matchesLookup(metadata, lookup));
}

function metadataPlaces(book: Spreadsheet, lookup: DeveloperMetadataLookup): Place[] {
  return metadataMatching(book, lookup).flatMap((metadata) => metadataPlace(book, metadata) ?? []);
}

/** Metadata on the spreadsheet itself means no cells. */
function metadataPlace(book: Spreadsheet, { location }: DeveloperMetadata): Place | undefined {
  const { dimensionRange } = location;
  if (!dimensionRange) {
    if (location.sheetId === undefined) return undefined;
    const sheet = sheetOf(book, location.sheetId);
    return { sheet, area: wholeSheet(sheet) };
  }
  const sheet = sheetOf(book, dimensionRange.sheetId);
  const { startIndex, endIndex } = dimensionRange;
  const span =
    dimensionRange.dimension === 'ROWS'
      ? { startRowIndex: startIndex, endRowIndex: endIndex }
      : { startColumnIndex: startIndex, endColumnIndex: endIndex };
  return { sheet, area: closed(span as GridRange, sheet) };
}

/** Whether a piece of metadata stands in what the filter means; what `search` asks. */
export function filterMeans(book: Spreadsheet, metadata: DeveloperMetadata, filter: DataFilter): boolean {
  if (filter.developerMetadataLookup) return matchesLookup(metadata, filter.developerMetadataLookup);
  const place = metadataPlace(book, metadata);
  if (!place || metadata.location.locationType === 'SPREADSHEET') return false;
  return resolveFilter(book, filter, { clipsEnd: true }).some(
    ({ sheet, area }) => sheet === place.sheet && isTouched(area, place.area),
  );
}

const isTouched = (a: Place['area'], b: Place['area']): boolean =>
  a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;
