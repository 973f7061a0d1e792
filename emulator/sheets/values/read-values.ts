import { type Area, columnsOf, rowsOf } from '../area.ts';
import type { Cell, ExtendedValue, Spreadsheet } from '../model.ts';
import type { Place } from '../resolve.ts';
import { display, errorText, isDateFormat } from './display.ts';
import { effectiveValue } from './effective-value.ts';
import { type FileLocale, localeOf } from './file-locale.ts';

export type Rendering = {
  valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  majorDimension?: 'ROWS' | 'COLUMNS' | 'DIMENSION_UNSPECIFIED';
};

type Plain = string | number | boolean;

/** The values of a place, empty ends trimmed; nothing at all when every cell is empty. */
export function readValues(book: Spreadsheet, place: Place, rendering: Rendering): Plain[][] | undefined {
  const { sheet, area } = place;
  const locale = localeOf(book);
  const rows: Plain[][] = [];
  const endRow = Math.min(area.endRow, sheet.rows.length);
  for (let row = area.startRow; row < endRow; row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    const values: Plain[] = [];
    const endColumn = Math.min(area.endColumn, cells.length);
    for (let column = area.startColumn; column < endColumn; column += 1) {
      const cell = cells[column];
      const entered = enteredIn(book, cell);
      if (!cell || !entered) continue;
      const value = entered.formulaValue === undefined ? entered : effectiveValue(book, sheet, row, column);
      const plain = render(cell, value, { rendering, locale });
      if (plain !== '') fillTo(values, column - area.startColumn, '').push(plain);
    }
    if (values.length > 0) fillTo(rows, row - area.startRow, undefined).push(values);
  }
  if (rows.length === 0) return undefined;
  return rendering.majorDimension === 'COLUMNS' ? transposed(rows, area) : rows;
}

/** Under a tick box an empty cell may read FALSE. */
function enteredIn({ surroundings }: Spreadsheet, cell: Cell | undefined): ExtendedValue | undefined {
  const isUnticked = cell?.userEnteredValue === undefined && cell?.dataValidation?.condition?.type === 'BOOLEAN';
  if (!isUnticked) return cell?.userEnteredValue;
  return surroundings.switches.get('sheets.empty-ticks-read-false') ? { boolValue: false } : undefined;
}

/** Pads up to a position, so that what is pushed next lands there; `undefined` pads with empty rows. */
function fillTo<T>(list: T[], length: number, filler: T | undefined): T[] {
  while (list.length < length) list.push(filler === undefined ? ([] as T) : filler);
  return list;
}

/** Turned around, each column is trimmed for itself. */
function transposed(rows: Plain[][], area: Area): Plain[][] {
  const columns: Plain[][] = [];
  for (let column = 0; column < columnsOf(area); column += 1) {
    const values: Plain[] = [];
    for (let row = 0; row < Math.min(rows.length, rowsOf(area)); row += 1) {
      const value = rows[row]?.[column] ?? '';
      if (value !== '') fillTo(values, row, '').push(value);
    }
    if (values.length > 0) fillTo(columns, column, undefined).push(values);
  }
  return columns;
}

type How = { rendering: Rendering; locale: FileLocale };

function render(cell: Cell, value: ExtendedValue | undefined, { rendering, locale }: How): Plain {
  if (!value) return '';
  const option = rendering.valueRenderOption ?? 'FORMATTED_VALUE';
  const format = cell.userEnteredFormat?.numberFormat;
  if (option === 'FORMATTED_VALUE') return display(value, format, locale);
  if (option === 'FORMULA') return cell.userEnteredValue?.formulaValue ?? unformatted(value);
  const showsDates = rendering.dateTimeRenderOption === 'FORMATTED_STRING';
  return showsDates && value.numberValue !== undefined && isDateFormat(format)
    ? display(value, format, locale)
    : unformatted(value);
}

function unformatted(value: ExtendedValue): Plain {
  if (value.errorValue) return errorText(value.errorValue.type);
  return value.numberValue ?? value.boolValue ?? value.stringValue ?? '';
}
