import { invalidArgument } from '../../google-error.ts';
import { type Change, editMetadata, isSwitchedOn, sheetOf } from '../change.ts';
import { type DataFilter, filterMeans } from '../data-filter.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import type { DeveloperMetadata, MetadataLocation } from '../model.ts';
import { EditorRefusal } from '../refusal.ts';
import { newNumber } from './new-number.ts';

/** Characters of keys and values together: so many for the spreadsheet itself, and so many for each sheet. */
const mostCharacters = 30_000;

type CreateRequest = { developerMetadata?: Partial<DeveloperMetadata> };

/** An id in use refuses the whole batch: this is what makes a batch a compare-and-set. */
export function createDeveloperMetadata(change: Change, { developerMetadata: given = {} }: CreateRequest): object {
  const { metadataId: wanted, metadataKey, visibility } = given;
  if (!metadataKey) throw invalidArgument('developerMetadata.metadataKey must be specified.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') {
    throw invalidArgument('developerMetadata.visibility must be specified.');
  }
  if (wanted !== undefined && wanted <= 0) throw invalidArgument('developerMetadata.metadataId must be positive.');
  const isTaken = (id: number) => change.draft.metadata.has(id);
  if (wanted !== undefined && isTaken(wanted)) {
    throw new EditorRefusal(
      `Cannot add developer metadata with ID [${wanted}] because developer metadata with that ID already exists.`,
    );
  }
  const location = readLocation(change, given.location);
  const created = { ...given, metadataId: wanted ?? newNumber(change, isTaken), metadataKey, visibility, location };
  editMetadata(change).set(created.metadataId, created);
  refuseTooMuch(change, created);
  return { developerMetadata: created };
}

/** Completes a location: its type, and the sheet a row or column belongs to. */
function readLocation(change: Change, location: Partial<MetadataLocation> | undefined): MetadataLocation {
  if (location?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const range = location?.dimensionRange;
  if (range) {
    const { sheetId } = sheetOf(change.draft, range.sheetId).properties;
    const { startIndex = 0, endIndex = 0, dimension } = range;
    if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalidArgument('dimension must be specified.');
    if (endIndex - startIndex !== 1) {
      throw invalidArgument('Developer metadata can only be associated with a single row or column.');
    }
    const locationType = dimension === 'ROWS' ? 'ROW' : 'COLUMN';
    return { locationType, dimensionRange: { sheetId, dimension, startIndex, endIndex } };
  }
  if (location?.sheetId === undefined) throw invalidArgument('developerMetadata.location must be specified.');
  return { locationType: 'SHEET', sheetId: sheetOf(change.draft, location.sheetId).properties.sheetId };
}

/** The budget a piece of metadata is counted in: one of a sheet, or the spreadsheet's own. */
function placeOf({ location }: DeveloperMetadata): number | 'spreadsheet' {
  if (location.locationType === 'SPREADSHEET') return 'spreadsheet';
  return location.dimensionRange ? (location.dimensionRange.sheetId ?? 0) : (location.sheetId ?? 0);
}

function refuseTooMuch(change: Change, created: DeveloperMetadata): void {
  const place = placeOf(created);
  // Counted once a batch: counting everything at every creation would make a batch of rows quadratic.
  change.metadataSizes ??= new Map();
  const known = change.metadataSizes.get(place);
  const size = known === undefined ? measured(change, place) : known + sizeOf(created);
  change.metadataSizes.set(place, size);
  if (size > mostCharacters) {
    throw new EditorRefusal(`Developer metadata is limited to ${mostCharacters} characters.`);
  }
}

function measured(change: Change, place: number | 'spreadsheet'): number {
  let size = 0;
  for (const metadata of change.draft.metadata.values()) if (placeOf(metadata) === place) size += sizeOf(metadata);
  return size;
}

const sizeOf = ({ metadataKey, metadataValue = '' }: DeveloperMetadata): number =>
  metadataKey.length + metadataValue.length;

type UpdateRequest = { dataFilters?: DataFilter[]; developerMetadata?: Partial<DeveloperMetadata>; fields?: string };

export function updateDeveloperMetadata(change: Change, request: UpdateRequest): object {
  const mask = readUpdateMask(request.fields, 'DeveloperMetadata');
  const found = matching(change, request.dataFilters ?? []);
  const metadata = editMetadata(change);
  const updated = found.map((old) => {
    const { metadataId } = old;
    const given = withMasked(old, request.developerMetadata ?? {}, mask);
    const location = given.location === old.location ? old.location : readLocation(change, given.location);
    const after: DeveloperMetadata = { ...given, metadataId, location };
    if (!after.metadataKey) throw invalidArgument('developerMetadata.metadataKey must be specified.');
    metadata.set(metadataId, after);
    return after;
  });
  return { developerMetadata: updated };
}

export function deleteDeveloperMetadata(change: Change, { dataFilter }: { dataFilter?: DataFilter }): object {
  if (!dataFilter) throw invalidArgument('dataFilter must be specified.');
  const found = matching(change, [dataFilter]);
  const metadata = editMetadata(change);
  for (const { metadataId } of found) metadata.delete(metadataId);
  return { deletedDeveloperMetadata: found };
}

/**
 * What an update or deletion answers when nothing matches is not known: it is refused here, or does nothing under
 * switch `sheets.metadata-no-match-allowed`.
 */
function matching(change: Change, filters: DataFilter[]): DeveloperMetadata[] {
  if (filters.length === 0) throw invalidArgument('Must specify at least one data filter.');
  const all = [...change.draft.metadata.values()];
  const found = all.filter((metadata) => filters.some((filter) => filterMeans(change.draft, metadata, filter)));
  if (found.length === 0 && !isSwitchedOn(change, 'sheets.metadata-no-match-allowed')) {
    throw new EditorRefusal('No developer metadata matches the data filter.');
  }
  return found;
}
