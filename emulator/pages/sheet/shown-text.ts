import { cellAt } from '../../sheets/change.ts';
import type { Sheet, Spreadsheet } from '../../sheets/model.ts';
import { display } from '../../sheets/values/display.ts';
import { effectiveValue } from '../../sheets/values/effective-value.ts';
import { localeOf } from '../../sheets/values/file-locale.ts';

export type Shown = { text: string; number: number | undefined; bool: boolean | undefined };

/** What a cell shows, in the file's own locale. */
export function shownText(book: Spreadsheet, sheet: Sheet, row: number, column: number): Shown {
  const cell = cellAt(sheet, row, column);
  const value = cell?.userEnteredValue ? effectiveValue(book, sheet, row, column) : undefined;
  if (!value) return { text: '', number: undefined, bool: undefined };
  const text = display(value, cell?.userEnteredFormat?.numberFormat, localeOf(book));
  return { text, number: value.numberValue, bool: value.boolValue };
}
