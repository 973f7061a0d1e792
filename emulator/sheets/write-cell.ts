import { invalidArgument } from '../google-error.ts';
import type { Cell, ExtendedValue } from './model.ts';

const mostCharacters = 50_000;

/** A stored value, or nothing for an empty one. An empty text leaves the cell empty. */
export function storedValue(value: ExtendedValue | undefined): ExtendedValue | undefined {
  if (!value) return undefined;
  const text = value.stringValue ?? value.formulaValue;
  if (text === '') return undefined;
  if (text !== undefined && text.length > mostCharacters) {
    const limit = `the maximum of ${mostCharacters} characters in a single cell.`;
    throw invalidArgument(`Your input contains more than ${limit}`);
  }
  return Object.keys(value).length === 0 ? undefined : value;
}

/** The cell with another value; nothing when nothing is left in it. Runs of formatting belong to the old text. */
export function withValue(cell: Cell | undefined, value: ExtendedValue | undefined): Cell | undefined {
  const { userEnteredValue: _, textFormatRuns: __, ...rest } = cell ?? {};
  return orNothing(value ? { ...rest, userEnteredValue: value } : rest);
}

/** A cell that holds nothing is absent. */
export function orNothing(cell: Cell): Cell | undefined {
  for (const _ in cell) return cell;
  return undefined;
}
