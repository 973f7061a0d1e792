import type { ErrorType, ExtendedValue, NumberFormat } from '../model.ts';
import { displayDate } from './display-date.ts';
import { displayGeneral, displayNumber } from './display-number.ts';
import type { FileLocale } from './file-locale.ts';

const errorTexts: Record<ErrorType, string> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

export const errorText = (type: ErrorType): string => errorTexts[type];

export const isDateFormat = (format: NumberFormat | undefined): boolean =>
  format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';

/** What the cell shows; '' when it shows nothing. */
export function display(value: ExtendedValue, format: NumberFormat | undefined, locale: FileLocale): string {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.boolValue !== undefined) return locale.truth[value.boolValue ? 0 : 1];
  if (value.errorValue) return errorText(value.errorValue.type);
  return value.numberValue === undefined ? '' : displayFormatted(value.numberValue, format, locale);
}

function displayFormatted(number: number, format: NumberFormat | undefined, locale: FileLocale): string {
  const pattern = format?.pattern || defaultPattern(format?.type, locale);
  if (pattern === '' || pattern === '@') return displayGeneral(number, locale);
  return isDateFormat(format) ? displayDate(number, pattern) : displayNumber(number, pattern, locale);
}

function defaultPattern(type: string | undefined, locale: FileLocale): string {
  const fixed: Record<string, string> = { PERCENT: '0.00%', NUMBER: '#,##0.00' };
  return locale.patterns[type as keyof FileLocale['patterns']] ?? fixed[type ?? ''] ?? '';
}
