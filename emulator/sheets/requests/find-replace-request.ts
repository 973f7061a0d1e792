import { invalidArgument } from '../../google-error.ts';
import { type Area, requestedArea, wholeSheet } from '../area.ts';
import { type Change, editRow, editSheet, sheetOf } from '../change.ts';
import type { Cell, GridRange, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { display } from '../values/display.ts';
import { effectiveValue } from '../values/effective-value.ts';
import { localeOf } from '../values/file-locale.ts';
import { readTyped } from '../values/typed-text.ts';
import { storedValue, withValue } from '../write-cell.ts';

type FindReplace = {
  find?: string;
  replacement?: string;
  matchCase?: boolean;
  matchEntireCell?: boolean;
  searchByRegex?: boolean;
  includeFormulas?: boolean;
  range?: GridRange;
  sheetId?: number;
  allSheets?: boolean;
};

type Tally = { occurrences: number; values: number; formulas: number; rows: number; sheets: number };

/** Searches what the cells show. A replaced text is read as if typed. Finding nothing is not an error. */
export function findReplace(change: Change, request: FindReplace): object {
  if (!request.find) throw invalidArgument('find must be specified.');
  const pattern = patternOf(request);
  const tally: Tally = { occurrences: 0, values: 0, formulas: 0, rows: 0, sheets: 0 };
  for (const { sheet, area } of placesOf(change, request)) replaceOn(change, { sheet, area, pattern, request, tally });
  return {
    valuesChanged: tally.values,
    formulasChanged: tally.formulas,
    rowsChanged: tally.rows,
    sheetsChanged: tally.sheets,
    occurrencesChanged: tally.occurrences,
  };
}

function patternOf({ find = '', searchByRegex, matchEntireCell, matchCase }: FindReplace): RegExp {
  const source = searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu');
}

function placesOf(change: Change, { range, sheetId, allSheets }: FindReplace): { sheet: Sheet; area: Area }[] {
  if (range) return [{ sheet: sheetOf(change.draft, range.sheetId), area: requestedArea(change, range) }];
  const { sheets } = change.draft;
  if (allSheets) return sheets.map((sheet) => ({ sheet, area: wholeSheet(sheet) }));
  if (sheetId === undefined) throw invalidArgument('Must specify a range, a sheetId or allSheets.');
  const sheet = sheetOf(change.draft, sheetId);
  return [{ sheet, area: wholeSheet(sheet) }];
}

type Search = { sheet: Sheet; area: Area; pattern: RegExp; request: FindReplace; tally: Tally };

function replaceOn(change: Change, search: Search): void {
  const { sheet, area, tally } = search;
  const before = tally.occurrences;
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    const rowBefore = tally.occurrences;
    const width = Math.min(area.endColumn, sheet.rows[row]?.cells.length ?? 0);
    for (let column = area.startColumn; column < width; column += 1) replaceIn(change, search, { row, column });
    if (tally.occurrences > rowBefore) tally.rows += 1;
  }
  if (tally.occurrences > before) tally.sheets += 1;
}

type At = { row: number; column: number };

function replaceIn(change: Change, { sheet, pattern, request, tally }: Search, { row, column }: At): void {
  const cell = sheet.rows[row]?.cells[column];
  if (!cell?.userEnteredValue) return;
  const text = shownText(change, { sheet, cell, includeFormulas: request.includeFormulas === true }, { row, column });
  const count = text === undefined ? 0 : [...text.matchAll(pattern)].length;
  if (text === undefined || count === 0) return;
  refuseProtected(change, sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
  const replacement = request.replacement ?? '';
  // In a plain replacement a dollar sign is itself.
  const replaced = text.replace(pattern, request.searchByRegex ? replacement : replacement.replaceAll('$', '$$$$'));
  const { value } = readTyped(replaced, localeOf(change.draft));
  editRow(editSheet(change, sheet.properties.sheetId), row)[column] = withValue(cell, storedValue(value));
  tally.occurrences += count;
  if (cell.userEnteredValue.formulaValue === undefined) tally.values += 1;
  else tally.formulas += 1;
}

type Shown = { sheet: Sheet; cell: Cell; includeFormulas: boolean };

/** A formula is searched only when asked for. */
function shownText(change: Change, { sheet, cell, includeFormulas }: Shown, { row, column }: At): string | undefined {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula !== undefined) return includeFormulas ? formula : undefined;
  const value = effectiveValue(change.draft, sheet, row, column);
  const locale = localeOf(change.draft);
  return value && display(value, cell.userEnteredFormat?.numberFormat, locale);
}
