import type { Emulator, Sheet, Spreadsheet } from 'google-workspace-emulator';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import type { Office } from '../../test/support/office.ts';
import type { Cells } from '../invariants.ts';

/** The spreadsheet at one moment; what changes later leaves it as it is. */
export function bookOf({ workspace }: Office): Spreadsheet {
  const { emulator, provisioned } = workspace;
  const book = (emulator as Emulator).sheets.spreadsheets().get(provisioned.spreadsheetId);
  if (!book) throw new Error('The sheet is gone.');
  return book;
}

/** Whether some row of `Kỳ báo cáo` says that its round is open, whatever else of it can be read. */
export function isRoundOpen(book: Spreadsheet): boolean {
  const [header = [], ...rows] = cellsOf(sheetOf(book, rounds));
  const at = header.indexOf(rounds.columns.state.header);
  return rows.some((row) => row[at] === 'Đang mở');
}

export function isFormOpen({ workspace }: Office): boolean {
  const { emulator, provisioned } = workspace;
  return emulator.forms.store.find(provisioned.formId)?.publishState.isAcceptingResponses ?? false;
}

/** Undefined once somebody deleted it. */
export function sheetOf(book: Spreadsheet, { sheetId }: Pick<Tab, 'sheetId'>): Sheet | undefined {
  return book.sheets.find(({ properties }) => properties.sheetId === sheetId);
}

/** The same by tab. */
export function cellsIn(book: Spreadsheet): Cells {
  return (tab) => cellsOf(sheetOf(book, tab));
}

/** A sheet never changes, its change is another sheet: each is read once. */
const read = new WeakMap<Sheet, Grid>();

/** What is stored in a tab, empty ends left out. */
export function cellsOf(sheet: Sheet | undefined): Grid {
  if (!sheet) return [];
  const cells = read.get(sheet) ?? readCells(sheet);
  read.set(sheet, cells);
  return cells;
}

function readCells(sheet: Sheet): Grid {
  const rows = sheet.rows.map((row) => withoutEnd((row?.cells ?? []).map(storedIn), ''));
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

type StoredCell = NonNullable<NonNullable<Sheet['rows'][number]>['cells'][number]>;

function storedIn(cell: StoredCell | undefined): Cell {
  const { numberValue, stringValue, boolValue, formulaValue } = cell?.userEnteredValue ?? {};
  return numberValue ?? stringValue ?? boolValue ?? formulaValue ?? '';
}

function withoutEnd(cells: readonly Cell[], empty: Cell): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== empty) + 1);
}
