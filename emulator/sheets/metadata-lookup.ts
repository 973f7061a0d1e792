import type { DeveloperMetadata, MetadataLocation } from './model.ts';

export type DeveloperMetadataLookup = {
  metadataId?: number;
  metadataKey?: string;
  metadataValue?: string;
  visibility?: string;
  locationType?: string;
  metadataLocation?: MetadataLocation;
  locationMatchingStrategy?: string;
};

/** Whether a piece of metadata meets every condition of the lookup. */
export function matchesLookup(metadata: DeveloperMetadata, lookup: DeveloperMetadataLookup): boolean {
  const { locationType } = metadata.location;
  const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  return (
    is(lookup.metadataId, metadata.metadataId) &&
    is(lookup.metadataKey, metadata.metadataKey) &&
    is(lookup.metadataValue, metadata.metadataValue ?? '') &&
    is(lookup.visibility, metadata.visibility) &&
    is(lookup.locationType, locationType) &&
    (lookup.metadataLocation === undefined || matchesLocation(metadata.location, lookup))
  );
}

/** Intersecting is the default when no strategy is given; a sheet is touched by its rows and columns. */
function matchesLocation(location: MetadataLocation, lookup: DeveloperMetadataLookup): boolean {
  const wanted = lookup.metadataLocation;
  if (!wanted) return true;
  const isExact = lookup.locationMatchingStrategy === 'EXACT_LOCATION';
  if (wanted.spreadsheet) return isExact ? location.locationType === 'SPREADSHEET' : true;
  if (wanted.dimensionRange) return matchesDimension(location, wanted, isExact);
  const sheetId = location.dimensionRange ? (location.dimensionRange.sheetId ?? 0) : location.sheetId;
  const isSheet = location.locationType === 'SHEET';
  return sheetId === (wanted.sheetId ?? 0) && (isSheet || (!isExact && location.locationType !== 'SPREADSHEET'));
}

function matchesDimension(location: MetadataLocation, wanted: MetadataLocation, isExact: boolean): boolean {
  const here = location.dimensionRange;
  const there = wanted.dimensionRange;
  if (!here || !there || (here.sheetId ?? 0) !== (there.sheetId ?? 0)) return false;
  if (here.dimension !== there.dimension) return !isExact;
  const start = there.startIndex ?? 0;
  const end = there.endIndex ?? Number.POSITIVE_INFINITY;
  const [hereStart, hereEnd] = [here.startIndex ?? 0, here.endIndex ?? Number.POSITIVE_INFINITY];
  return isExact ? hereStart === start && hereEnd === end : hereStart < end && start < hereEnd;
}
