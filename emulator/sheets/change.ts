import type { ServiceContext } from '../service.ts';
import type { Cell, DeveloperMetadata, Sheet, Spreadsheet } from './model.ts';
import { noGrid } from './refusal.ts';

/** Who calls, and what this file lets them do. */
export type Caller = { email: string; isOwner: boolean };

/**
 * One batch on its way: `draft` shares everything with the spreadsheet it started from until something is written,
 * then copies only that sheet and that row. Dropping the draft undoes the batch.
 */
export type Change = {
  draft: Spreadsheet;
  readonly before: Spreadsheet;
  readonly caller: Caller;
  readonly context: ServiceContext;
  /** The draft's own map of metadata, once it has one. */
  ownMetadata?: Map<number, DeveloperMetadata>;
  /** Characters of metadata counted so far, by sheet id. */
  metadataSizes?: Map<number | 'spreadsheet', number>;
};

let lastStamp = 0;

export function nextStamp(): number {
  lastStamp += 1;
  return lastStamp;
}

export function beginChange(before: Spreadsheet, caller: Caller, context: ServiceContext): Change {
  const draft = { ...before, stamp: nextStamp(), sheets: [...before.sheets] };
  return { draft, before, caller, context };
}

export const isSwitchedOn = (change: Change, name: string): boolean => change.context.switches.get(name) === true;

export function findSheet(spreadsheet: Spreadsheet, sheetId = 0): Sheet | undefined {
  return spreadsheet.sheets.find((sheet) => sheet.properties.sheetId === sheetId);
}

export function sheetOf(spreadsheet: Spreadsheet, sheetId = 0): Sheet {
  const sheet = findSheet(spreadsheet, sheetId);
  if (sheet) return sheet;
  throw noGrid(sheetId);
}

/** The draft's own copy of a sheet, made at the first write. */
export function editSheet(change: Change, sheetId = 0): Sheet {
  const sheet = sheetOf(change.draft, sheetId);
  if (sheet.stamp === change.draft.stamp) return sheet;
  const copy: Sheet = {
    ...sheet,
    stamp: change.draft.stamp,
    rows: sheet.rows.slice(),
    rowProperties: sheet.rowProperties.slice(),
    columnProperties: sheet.columnProperties.slice(),
  };
  change.draft.sheets[change.draft.sheets.indexOf(sheet)] = copy;
  return copy;
}

/** The cells of one row, to be written. `sheet` must come from editSheet. */
export function editRow(sheet: Sheet, row: number): (Cell | undefined)[] {
  const known = sheet.rows[row];
  if (known?.stamp === sheet.stamp) return known.cells;
  const cells = known ? known.cells.slice() : [];
  sheet.rows[row] = { stamp: sheet.stamp, cells };
  return cells;
}

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.cells[column];

/** The draft's own map of metadata, made at the first write. */
export function editMetadata(change: Change): Map<number, DeveloperMetadata> {
  change.ownMetadata ??= new Map(change.draft.metadata);
  change.draft.metadata = change.ownMetadata;
  return change.ownMetadata;
}
