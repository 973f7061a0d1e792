import { AT_THE_SCREEN } from '../actor.ts';
import { cellName } from './a1.ts';
import { type Change, isSwitchedOn } from './change.ts';
import type { DataValidationRule, ExtendedValue, Sheet, Spreadsheet } from './model.ts';
import { EditorRefusal } from './refusal.ts';
import { resolveA1 } from './resolve.ts';
import { display } from './values/display.ts';
import { effectiveValue } from './values/effective-value.ts';
import { localeOf } from './values/file-locale.ts';
import { readTyped } from './values/typed-text.ts';

export type WrittenCell = { sheet: Sheet; row: number; column: number; value: ExtendedValue | undefined };

/**
 * Whether a strict rule stops a write by the API is not known. It does under switch
 * `sheets.strict-validation-refuses-api`; emptying a cell is always allowed, and what people paste passes it by.
 */
export function refuseInvalid(change: Change, rule: DataValidationRule | undefined, cell: WrittenCell): void {
  if (!rule?.strict || !cell.value || change.caller.email === AT_THE_SCREEN) return;
  if (!isSwitchedOn(change, 'sheets.strict-validation-refuses-api')) return;
  if (satisfies(change.draft, rule, cell.value)) return;
  const name = cellName(cell.row, cell.column);
  throw new EditorRefusal(
    `The data you entered in cell ${name} violates the data validation rules set on this cell.`,
    `Dữ liệu bạn nhập vào ô ${name} vi phạm các quy tắc xác thực dữ liệu đã đặt cho ô này.`,
  );
}

/**
 * Whether a value meets a rule. A formula is let through: what it comes to may change. A kind of condition not listed is
 * let through as well.
 */
export function satisfies(book: Spreadsheet, { condition }: DataValidationRule, value: ExtendedValue): boolean {
  if (value.formulaValue !== undefined) return true;
  const locale = localeOf(book);
  const texts = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  const shown = display(value, undefined, locale);
  if (condition?.type === 'ONE_OF_LIST') return texts.includes(shown);
  if (condition?.type === 'ONE_OF_RANGE') return shownIn(book, texts[0] ?? '').includes(shown);
  if (condition?.type === 'BOOLEAN') return value.boolValue !== undefined || texts.includes(shown);
  if (condition?.type === 'TEXT_CONTAINS') return shown.toLowerCase().includes((texts[0] ?? '').toLowerCase());
  if (condition?.type === 'TEXT_IS_EMAIL') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(shown);
  const bounds = texts.map((text) => readTyped(text, locale).value?.numberValue ?? Number.NaN);
  return compares(condition?.type ?? '', value.numberValue, bounds);
}

/** Dates are numbers; a text where a number is expected fails. */
function compares(type: string, number: number | undefined, [low = Number.NaN, high = Number.NaN]: number[]): boolean {
  const is = (test: (number: number) => boolean) => number !== undefined && test(number);
  if (type === 'DATE_IS_VALID') return number !== undefined;
  if (/^(NUMBER|DATE)_BETWEEN$/.test(type)) return is((n) => n >= low && n <= high);
  if (/^(NUMBER_GREATER|DATE_AFTER)$/.test(type)) return is((n) => n > low);
  if (/^(NUMBER_LESS|DATE_BEFORE)$/.test(type)) return is((n) => n < low);
  if (/^(NUMBER_GREATER_THAN_EQ|DATE_ON_OR_AFTER)$/.test(type)) return is((n) => n >= low);
  if (/^(NUMBER_LESS_THAN_EQ|DATE_ON_OR_BEFORE)$/.test(type)) return is((n) => n <= low);
  if (/^(NUMBER|DATE)_EQ$/.test(type)) return is((n) => n === low);
  return true;
}

function shownIn(book: Spreadsheet, formula: string): string[] {
  const text = formula.replace(/^=/, '').replaceAll('$', '');
  const { sheet, area } = resolveA1(book, text, { clipsEnd: true });
  const locale = localeOf(book);
  const texts: string[] = [];
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      const value = effectiveValue(book, sheet, row, column);
      if (value) texts.push(display(value, sheet.rows[row]?.cells[column]?.userEnteredFormat?.numberFormat, locale));
    }
  }
  return texts;
}
