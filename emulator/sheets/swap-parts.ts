import type { Spreadsheet } from './model.ts';

type Parts = ReadonlyMap<number | string, unknown>;

/**
 * The spreadsheet with everything that differs between two of its states (a tab, a named range, metadata) put from the
 * one to the other; what is alike in both stays as it is now. Nothing when somebody else has changed one of these parts
 * since: what one puts back must not take theirs away.
 */
export function swapParts(now: Spreadsheet, from: Spreadsheet, to: Spreadsheet): Spreadsheet | undefined {
  const sheets = swapped(sheetsOf(now), sheetsOf(from), sheetsOf(to));
  const names = swapped(namesOf(now), namesOf(from), namesOf(to));
  const metadata = swapped(now.metadata, from.metadata, to.metadata);
  const own = swapped(propertiesOf(now), propertiesOf(from), propertiesOf(to));
  if (!sheets || !names || !metadata || !own) return undefined;
  const order = new Set([...to.sheets, ...now.sheets].map(({ properties }) => properties.sheetId));
  return {
    ...now,
    properties: own.get('properties') ?? now.properties,
    sheets: [...order].flatMap((id) => sheets.get(id) ?? []),
    namedRanges: [...names.values()],
    metadata,
  };
}

const sheetsOf = ({ sheets }: Spreadsheet) => new Map(sheets.map((sheet) => [sheet.properties.sheetId, sheet]));
const namesOf = ({ namedRanges }: Spreadsheet) => new Map(namedRanges.map((named) => [named.namedRangeId, named]));
const propertiesOf = ({ properties }: Spreadsheet) => new Map([['properties', properties]]);

/** Parts are replaced, never changed in place: one that is the same object is unchanged. */
function swapped<M extends Parts>(now: M, from: M, to: M): M | undefined {
  const result = new Map(now);
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    if (from.get(key) === to.get(key)) continue;
    if (now.get(key) !== from.get(key)) return undefined;
    if (to.has(key)) result.set(key, to.get(key));
    else result.delete(key);
  }
  return result as Parts as M;
}
