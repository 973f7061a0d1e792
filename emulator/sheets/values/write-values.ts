import { invalidArgument, malformed } from '../../google-error.ts';
import { a1Of, columnLetters } from '../a1.ts';
import { type Area, columnsOf, rowsOf, wholeSheet } from '../area.ts';
import { type Change, editRow, editSheet } from '../change.ts';
import type { Cell, ExtendedValue, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import type { Place } from '../resolve.ts';
import { refuseInvalid } from '../validation.ts';
import { storedValue, withValue } from '../write-cell.ts';
import { type FileLocale, localeOf } from './file-locale.ts';
import { readTyped, type Typed } from './typed-text.ts';

export type ValueInput = 'RAW' | 'USER_ENTERED' | 'INPUT_VALUE_OPTION_UNSPECIFIED';
export type ValueBody = { values?: unknown; majorDimension?: string };
/** What was written where; a skipped cell counts nowhere. */
export type Written = { sheet: Sheet; area: Area; rows: Set<number>; columns: Set<number>; cells: number };

type Plain = string | number | boolean | null;

/** Checks the shape of `values` and turns columns into rows. */
export function readMatrix(body: ValueBody, path: string): Plain[][] {
  const { values = [] } = body;
  if (!Array.isArray(values))
    throw malformed(
      path,
      `Invalid value at '${path}' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(values)}`,
    );
  const rows = values.map((row, index) => readRow(row, index, path));
  return body.majorDimension === 'COLUMNS' ? turned(rows) : rows;
}

function readRow(row: unknown, index: number, path: string): Plain[] {
  if (!Array.isArray(row)) {
    const kind = 'type.googleapis.com/google.protobuf.ListValue';
    throw malformed(`${path}[${index}]`, `Invalid value at '${path}[${index}]' (${kind}), ${JSON.stringify(row)}`);
  }
  row.forEach((value: unknown, column) => {
    if (typeof value !== 'object' || value === null) return;
    const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
    throw invalidArgument(`Invalid values[${index}][${column}]: ${kind} ${JSON.stringify(value)}`);
  });
  return row as Plain[];
}

function turned(columns: Plain[][]): Plain[][] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}

/** The rectangle a matrix takes when it starts at the first cell of `area`. */
export function areaFor(matrix: Plain[][], area: Area): Area {
  const width = matrix.reduce((most, row) => Math.max(most, row.length), 0);
  const { startRow, startColumn } = area;
  return {
    startRow,
    startColumn,
    endRow: startRow + Math.max(1, matrix.length),
    endColumn: startColumn + Math.max(1, width),
  };
}

/** A range of one cell only says where to start; a larger one must hold what is written. */
export function refuseOverflow(place: Place, target: Area): void {
  const { sheet, area } = place;
  const isStart = rowsOf(area) === 1 && columnsOf(area) === 1;
  const limit = isStart ? wholeSheet(sheet) : area;
  const { title } = sheet.properties;
  if (isStart && (target.endRow > limit.endRow || target.endColumn > limit.endColumn)) {
    const limits = `Max rows: ${limit.endRow}, max columns: ${limit.endColumn}`;
    throw invalidArgument(`Range (${a1Of(title, target)}) exceeds grid limits. ${limits}`);
  }
  const tried =
    target.endRow > limit.endRow
      ? `row [${limit.endRow + 1}]`
      : target.endColumn > limit.endColumn
        ? `column [${columnLetters(limit.endColumn)}]`
        : undefined;
  if (tried)
    throw invalidArgument(`Requested writing within range [${a1Of(title, area)}], but tried writing to ${tried}`);
}

/** Writes a matrix at the start of `target`: `null` skips a cell, `''` empties it. */
export function writeMatrix(change: Change, place: Place, matrix: Plain[][], input: ValueInput): Written {
  const target = areaFor(matrix, place.area);
  refuseProtected(change, place.sheet, target);
  const sheet = editSheet(change, place.sheet.properties.sheetId);
  const locale = localeOf(change.draft);
  const written: Written = { sheet, area: target, rows: new Set(), columns: new Set(), cells: 0 };
  matrix.forEach((values, rowOffset) => {
    const row = target.startRow + rowOffset;
    values.forEach((value, columnOffset) => {
      if (value === null || value === undefined) return;
      const column = target.startColumn + columnOffset;
      const isVerbatim = input !== 'USER_ENTERED' || isPlainText(sheet.rows[row]?.cells[column]);
      writeValue(change, { sheet, row, column }, isVerbatim ? asGiven(value) : typed(value, locale));
      written.rows.add(row);
      written.columns.add(column);
      written.cells += 1;
    });
  });
  return written;
}

/** What is typed into a cell of plain text stays as it is; into a tick box it is a tick. */
const isPlainText = (cell: Cell | undefined): boolean =>
  cell?.userEnteredFormat?.numberFormat?.type === 'TEXT' && cell.dataValidation?.condition?.type !== 'BOOLEAN';

function asGiven(value: string | number | boolean): Typed {
  if (typeof value === 'number') return { value: { numberValue: value } };
  return { value: typeof value === 'boolean' ? { boolValue: value } : { stringValue: value } };
}

const typed = (value: string | number | boolean, locale: FileLocale): Typed =>
  typeof value === 'string' ? readTyped(value, locale) : asGiven(value);

type Target = { sheet: Sheet; row: number; column: number };

function writeValue(change: Change, { sheet, row, column }: Target, { value, format }: Typed): void {
  const cells = editRow(sheet, row);
  const old = cells[column];
  const stored = storedValue(value);
  refuseInvalid(change, old?.dataValidation, { sheet, row, column, value: stored });
  cells[column] = withFormat(withValue(old, stored), stored, format);
}

/** A typed date brings its format, unless the cell already has one. */
function withFormat(
  cell: Cell | undefined,
  value: ExtendedValue | undefined,
  format: Typed['format'],
): Cell | undefined {
  if (!cell || !value || !format || cell.userEnteredFormat?.numberFormat) return cell;
  return { ...cell, userEnteredFormat: { ...cell.userEnteredFormat, numberFormat: format } };
}

/** Empties the values of a place and leaves formats, rules and notes. */
export function clearValues(change: Change, place: Place): void {
  refuseProtected(change, place.sheet, place.area);
  const { area } = place;
  const sheet = editSheet(change, place.sheet.properties.sheetId);
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    if (!sheet.rows[row]) continue;
    const cells = editRow(sheet, row);
    for (let column = area.startColumn; column < Math.min(area.endColumn, cells.length); column += 1) {
      cells[column] = withValue(cells[column], undefined);
    }
  }
}
