import { cellAt } from '../change.ts';
import type { ErrorType, ExtendedValue, Sheet, Spreadsheet } from '../model.ts';

/** The value a cell comes to: what was entered, or what its formula gives. */
export function effectiveValue(
  book: Spreadsheet,
  sheet: Sheet,
  row: number,
  column: number,
): ExtendedValue | undefined {
  const entered = cellAt(sheet, row, column)?.userEnteredValue;
  return entered?.formulaValue === undefined ? entered : evaluateFormula(book, sheet, entered.formulaValue);
}

function evaluateFormula(_book: Spreadsheet, _sheet: Sheet, formula: string): ExtendedValue {
  return formulaError('NAME', `Unknown function in ${formula}.`);
}

export const formulaError = (type: ErrorType, message: string): ExtendedValue => ({ errorValue: { type, message } });
