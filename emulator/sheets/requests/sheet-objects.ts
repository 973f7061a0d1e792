import type { Change } from '../change.ts';
import type { GridRange, Sheet } from '../model.ts';

/** Something with an id that stands on one of the sheets. */
export type Found<T> = { sheetId: number; object: T };

/** Looks through the sheets for the first that has what is sought. */
export function find<T>(change: Change, seek: (sheet: Sheet) => T | undefined): Found<T> | undefined {
  for (const sheet of change.draft.sheets) {
    const object = seek(sheet);
    if (object !== undefined) return { sheetId: sheet.properties.sheetId, object };
  }
  return undefined;
}

export const sheetIdOf = (range: GridRange | undefined): number => range?.sheetId ?? 0;
