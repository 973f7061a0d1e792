import { firstBookkeeping } from '../../functions/workbook/bookkeeping.ts';
import { NOTHING_SEALED } from '../../functions/workbook/read-sealed.ts';
import { type Snapshot, understand } from '../../functions/workbook/snapshot.ts';
import type { Grid } from '../../sheets-schema/cell.ts';
import { at } from '../domain/notices/notice-world.ts';

/** A reading of a file with nothing in it but what is given, by sheetId. */
export function aSnapshot(grids: ReadonlyMap<number, Grid> = new Map()): Snapshot {
  return {
    ...understand(grids, { now: at('2025-10-24 09:00') }),
    readAt: at('2025-10-24 09:00'),
    given: { formId: '', secret: '' },
    comparedOn: '',
    moreResponses: null,
    bookkeeping: firstBookkeeping('1aBcDeFgHiJ', 'https://docs.google.example/spreadsheets/d/1aBcDeFgHiJ'),
    responses: [],
    places: new Map(),
    missing: new Set(),
    unborn: new Set(),
    headers: new Map(),
    ...NOTHING_SEALED,
  };
}
