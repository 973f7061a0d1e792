import { invalidArgument } from '../google-error.ts';
import type { Change } from './change.ts';
import { sheetOf } from './change.ts';
import type { GridRange, Sheet } from './model.ts';

/** A bounded rectangle of one sheet; half open, zero based. */
export type Area = { startRow: number; endRow: number; startColumn: number; endColumn: number };

export const rowsOf = (area: Area): number => area.endRow - area.startRow;
export const columnsOf = (area: Area): number => area.endColumn - area.startColumn;

export function wholeSheet(sheet: Sheet): Area {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
}

/** The range with its open ends closed by the grid. */
export function closed(range: GridRange, sheet: Sheet): Area {
  const whole = wholeSheet(sheet);
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? whole.endRow,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? whole.endColumn,
  };
}

export function intersection(a: Area, b: Area): Area | undefined {
  const area = {
    startRow: Math.max(a.startRow, b.startRow),
    endRow: Math.min(a.endRow, b.endRow),
    startColumn: Math.max(a.startColumn, b.startColumn),
    endColumn: Math.min(a.endColumn, b.endColumn),
  };
  return area.startRow < area.endRow && area.startColumn < area.endColumn ? area : undefined;
}

export const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;

export function toGridRange(area: Area, sheet: Sheet): GridRange {
  return {
    sheetId: sheet.properties.sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}

/**
 * The range of a request, on a sheet that exists and inside its grid. Whether the API clips a range that only ends
 * past the grid is not known: it is refused here, or clipped under switch `sheets.batch-ranges-clip-end`.
 */
export function requestedArea(change: Change, range: GridRange | undefined, name = 'range'): Area {
  if (!range) throw invalidArgument(`${name} must be specified.`);
  const sheet = sheetOf(change.draft, range.sheetId);
  const area = closed(range, sheet);
  const whole = wholeSheet(sheet);
  refuseOutside('row', [area.startRow, area.endRow], whole.endRow, change);
  refuseOutside('column', [area.startColumn, area.endColumn], whole.endColumn, change);
  return intersection(area, whole) ?? area;
}

function refuseOutside(what: 'row' | 'column', [start, end]: [number, number], count: number, change: Change): void {
  const name = what === 'row' ? 'RowIndex' : 'ColumnIndex';
  const after = (bound: string, index: number) =>
    invalidArgument(`GridRange.${bound}${name}[${index}] is after last ${what} in grid[${count - 1}]`);
  if (start < 0) throw invalidArgument(`GridRange.start${name}[${start}] must not be negative`);
  if (start >= end) throw invalidArgument(`GridRange.start${name}[${start}] must be before end${name}[${end}]`);
  if (start >= count) throw after('start', start);
  if (end > count && !change.context.switches.get('sheets.batch-ranges-clip-end')) throw after('end', end);
}
