import { type Area, columnsOf, rowsOf, wholeSheet } from '../area.ts';
import { type Change, editSheet } from '../change.ts';
import { editDimension } from '../edit-dimension.ts';
import { resize } from '../grid-size.ts';
import type { Sheet } from '../model.ts';
import type { Place } from '../resolve.ts';

/** Where appended rows land: under the last table that the range touches, else at the range's first cell. */
export function landing(place: Place): { table: Area | undefined; start: Area } {
  const { sheet, area } = place;
  const last = lastFilled(place);
  if (!last) return { table: undefined, start: oneCell(area.startRow, area.startColumn) };
  const table = tableAround(sheet, last);
  return { table, start: oneCell(table.endRow, table.startColumn) };
}

const oneCell = (row: number, column: number): Area => ({
  startRow: row,
  endRow: row + 1,
  startColumn: column,
  endColumn: column + 1,
});

const isFilled = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.rows[row]?.cells[column]?.userEnteredValue !== undefined;

/** The lowest filled cell of the range, and of those the one furthest right. */
function lastFilled({ sheet, area }: Place): Area | undefined {
  for (let row = Math.min(area.endRow, sheet.rows.length) - 1; row >= area.startRow; row -= 1) {
    const width = sheet.rows[row]?.cells.length ?? 0;
    for (let column = Math.min(area.endColumn, width) - 1; column >= area.startColumn; column -= 1) {
      if (isFilled(sheet, row, column)) return oneCell(row, column);
    }
  }
  return undefined;
}

/** Grows a rectangle until nothing filled stands next to it, corners included. */
function tableAround(sheet: Sheet, start: Area): Area {
  let table = start;
  for (;;) {
    const wider = widened(sheet, table);
    if (wider === table) return table;
    table = wider;
  }
}

function widened(sheet: Sheet, table: Area): Area {
  const whole = wholeSheet(sheet);
  const above = Math.max(0, table.startRow - 1);
  const below = Math.min(whole.endRow, table.endRow + 1);
  const left = Math.max(0, table.startColumn - 1);
  const right = Math.min(whole.endColumn, table.endColumn + 1);
  const isRowFilled = (row: number) => someBetween(left, right, (column) => isFilled(sheet, row, column));
  const isColumnFilled = (column: number) => someBetween(above, below, (row) => isFilled(sheet, row, column));
  const grown = {
    startRow: above < table.startRow && isRowFilled(above) ? above : table.startRow,
    endRow: below > table.endRow && isRowFilled(table.endRow) ? below : table.endRow,
    startColumn: left < table.startColumn && isColumnFilled(left) ? left : table.startColumn,
    endColumn: right > table.endColumn && isColumnFilled(table.endColumn) ? right : table.endColumn,
  };
  const isSame = rowsOf(grown) === rowsOf(table) && columnsOf(grown) === columnsOf(table);
  return isSame ? table : grown;
}

function someBetween(start: number, end: number, is: (index: number) => boolean): boolean {
  for (let index = start; index < end; index += 1) if (is(index)) return true;
  return false;
}

/** Makes room: by inserting whole rows, or by growing the grid where the rows do not fit. */
export function growFor(change: Change, { sheet, area }: Place, option: 'OVERWRITE' | 'INSERT_ROWS'): Sheet {
  const { sheetId, gridProperties } = sheet.properties;
  if (option === 'INSERT_ROWS' && area.startRow < gridProperties.rowCount) {
    const edit = { kind: 'insert', at: area.startRow, count: rowsOf(area) } as const;
    editDimension(change, { sheetId, dimension: 'ROWS', edit });
  }
  const own = editSheet(change, sheetId);
  const { rowCount, columnCount } = own.properties.gridProperties;
  if (area.endRow > rowCount || area.endColumn > columnCount) {
    const size = { rowCount: Math.max(rowCount, area.endRow), columnCount: Math.max(columnCount, area.endColumn) };
    resize(change, own, size);
  }
  return own;
}
