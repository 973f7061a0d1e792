import { invalidArgument } from '../../google-error.ts';
import { type Area, columnsOf, requestedArea, rowsOf } from '../area.ts';
import { type Change, editRow, editSheet, sheetOf } from '../change.ts';
import { refuseValidation } from '../condition.ts';
import { type Mask, readUpdateMask, withMasked } from '../field-mask.ts';
import { resize, rowsWithData } from '../grid-size.ts';
import type { Cell, GridRange, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { refuseInvalid } from '../validation.ts';
import { orNothing, storedValue } from '../write-cell.ts';

type RowData = { values?: Cell[] };
type Coordinate = { sheetId?: number; rowIndex?: number; columnIndex?: number };

/** The fields of CellData that are computed; writing them does nothing. */
const computed = new Set(['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink']);

function cellMask(fields: string | undefined): Mask {
  const mask = readUpdateMask(fields, 'CellData');
  return mask === 'all' ? mask : new Map([...mask].filter(([name]) => !computed.has(name)));
}

type UpdateCells = { rows?: RowData[]; fields?: string; start?: Coordinate; range?: GridRange };

/** With `range`, cells that `rows` do not reach are cleared for the masked fields; with `start`, they are left alone. */
export function updateCells(change: Change, { rows = [], fields, start, range }: UpdateCells): undefined {
  const mask = cellMask(fields);
  if (!range && !start) throw invalidArgument('range must be specified.');
  const area = range ? requestedArea(change, range) : startingAt(change, start ?? {}, rows);
  if (range) refuseBeyond(rows, area);
  const sheet = editableSheet(change, (range ?? start)?.sheetId, area);
  for (let row = area.startRow; row < area.endRow; row += 1) {
    const given = rows[row - area.startRow]?.values ?? [];
    const width = range ? columnsOf(area) : given.length;
    for (let offset = 0; offset < width; offset += 1) {
      writeCell(change, { sheet, row, column: area.startColumn + offset, mask }, given[offset] ?? {});
    }
  }
}

function startingAt(change: Change, start: Coordinate, rows: RowData[]): Area {
  const { sheetId = 0, rowIndex: startRow = 0, columnIndex: startColumn = 0 } = start;
  const width = rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 1);
  return requestedArea(change, {
    sheetId,
    startRowIndex: startRow,
    startColumnIndex: startColumn,
    endRowIndex: startRow + Math.max(1, rows.length),
    endColumnIndex: startColumn + width,
  });
}

function refuseBeyond(rows: RowData[], area: Area): void {
  if (rows.length > rowsOf(area)) {
    const last = `beyond the last requested row of: ${area.endRow - 1}`;
    throw invalidArgument(`Attempting to write row: ${area.endRow}, ${last}`);
  }
  if (rows.some((row) => (row.values?.length ?? 0) > columnsOf(area))) {
    const last = `beyond the last requested column of: ${area.endColumn - 1}`;
    throw invalidArgument(`Attempting to write column: ${area.endColumn}, ${last}`);
  }
}

function editableSheet(change: Change, sheetId: number | undefined, area: Area): Sheet {
  refuseProtected(change, sheetOf(change.draft, sheetId), area);
  return editSheet(change, sheetId);
}

type Target = { sheet: Sheet; row: number; column: number; mask: Mask };

function writeCell(change: Change, { sheet, row, column, mask }: Target, source: Cell): void {
  if (source.dataValidation) refuseValidation(source.dataValidation.condition);
  if (isNothing(source) && !sheet.rows[row]?.cells[column]) return;
  const cells = editRow(sheet, row);
  const old = cells[column];
  const merged = mergedCell(old, source, mask);
  if (merged?.userEnteredValue !== old?.userEnteredValue) {
    refuseInvalid(change, old?.dataValidation, { sheet, row, column, value: merged?.userEnteredValue });
  }
  cells[column] = merged;
}

function isNothing(cell: Cell): boolean {
  for (const _ in cell) return false;
  return true;
}

/** The stored cell after an update; nothing when nothing is left in it. */
function mergedCell(old: Cell | undefined, source: Cell, mask: Mask): Cell | undefined {
  const { userEnteredValue, note, textFormatRuns, ...rest } = withMasked<Cell>(old ?? {}, source, mask);
  const value = storedValue(userEnteredValue);
  // Runs of formatting belong to the text they were given with.
  const keepsRuns = value === old?.userEnteredValue || (mask !== 'all' && mask.has('textFormatRuns'));
  const runs = mask === 'all' || keepsRuns ? textFormatRuns : undefined;
  return orNothing({
    ...rest,
    ...(value && { userEnteredValue: value }),
    ...(note && { note }),
    ...(runs && value && { textFormatRuns: runs }),
  });
}

type AppendCells = { sheetId?: number; rows?: RowData[]; fields?: string };

/** Goes after the last row with a value anywhere in the sheet, and grows the grid where it must. */
export function appendCells(change: Change, { sheetId, rows = [], fields }: AppendCells): undefined {
  const mask = cellMask(fields);
  const start = rowsWithData(change, sheetOf(change.draft, sheetId));
  const width = rows.reduce((most, row) => Math.max(most, row.values?.length ?? 0), 0);
  const area = { startRow: start, endRow: start + rows.length, startColumn: 0, endColumn: width };
  const sheet = editableSheet(change, sheetId, area);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (area.endRow > rowCount || width > columnCount) {
    resize(change, sheet, { rowCount: Math.max(rowCount, area.endRow), columnCount: Math.max(columnCount, width) });
  }
  rows.forEach(({ values = [] }, offset) => {
    values.forEach((source, column) => {
      writeCell(change, { sheet, row: start + offset, column, mask }, source);
    });
  });
}

type RepeatCell = { range?: GridRange; cell?: Cell; fields?: string };

export function repeatCell(change: Change, { range, cell = {}, fields }: RepeatCell): undefined {
  const mask = cellMask(fields);
  const area = requestedArea(change, range);
  const sheet = editableSheet(change, range?.sheetId, area);
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      writeCell(change, { sheet, row, column, mask }, cell);
    }
  }
}

type SetDataValidation = { range?: GridRange; rule?: Cell['dataValidation'] };

/** Without a rule, the rules of the range are removed. */
export function setDataValidation(change: Change, { range, rule }: SetDataValidation): undefined {
  const area = requestedArea(change, range);
  const sheet = editableSheet(change, range?.sheetId, area);
  const source: Cell = rule ? { dataValidation: rule } : {};
  const mask: Mask = new Map([['dataValidation', 'all']]);
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      writeCell(change, { sheet, row, column, mask }, source);
    }
  }
}
