import { closed, intersection, wholeSheet } from '../area.ts';
import { cellAt } from '../change.ts';
import type { ExtendedValue, Sheet, Spreadsheet } from '../model.ts';
import { sheetTitled } from '../resolve.ts';
import { localeOf } from './file-locale.ts';
import { computeFormula, formulaError } from './formula.ts';
import type { Reference } from './formula-tokens.ts';

/** The value a cell comes to: what was entered, or what its formula gives now. */
export function effectiveValue(
  book: Spreadsheet,
  sheet: Sheet,
  row: number,
  column: number,
): ExtendedValue | undefined {
  return valueAt({ book, underway: new Set() }, sheet, row, column);
}

/** `underway` holds the formulas being computed, so that a circle is noticed. */
type Work = { book: Spreadsheet; underway: Set<string> };

function valueAt(work: Work, sheet: Sheet, row: number, column: number): ExtendedValue | undefined {
  const entered = cellAt(sheet, row, column)?.userEnteredValue;
  const formula = entered?.formulaValue;
  if (formula === undefined) return entered;
  const place = `${sheet.properties.sheetId}/${row}/${column}`;
  if (work.underway.has(place)) return formulaError('REF', 'Circular dependency detected.');
  work.underway.add(place);
  const locale = localeOf(work.book);
  const value = computeFormula(formula, locale, (reference) => valuesOf(work, sheet, reference));
  work.underway.delete(place);
  return value;
}

function valuesOf(work: Work, home: Sheet, { title, range }: Reference): (ExtendedValue | undefined)[] | undefined {
  const sheet = title === undefined ? home : sheetTitled(work.book, title);
  const area = sheet && intersection(closed(gridRange(range), sheet), wholeSheet(sheet));
  if (!sheet || !area) return undefined;
  const values: (ExtendedValue | undefined)[] = [];
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      values.push(valueAt(work, sheet, row, column));
    }
  }
  return values;
}

function gridRange({ from, to }: Reference['range']): Parameters<typeof closed>[0] {
  return {
    ...(from.row !== undefined && { startRowIndex: from.row }),
    ...(to.row !== undefined && { endRowIndex: to.row + 1 }),
    ...(from.column !== undefined && { startColumnIndex: from.column }),
    ...(to.column !== undefined && { endColumnIndex: to.column + 1 }),
  };
}
