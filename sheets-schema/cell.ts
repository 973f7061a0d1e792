import * as z from 'zod';
import { bounded, isVisible, withSignsNamed } from './text.ts';

/** A cell as the values API gives it unformatted: dates are serial numbers, an empty cell is `''`. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Cell = z.infer<typeof cellSchema>;

/** Rows of cells; trailing empty cells and rows may be absent, as the API drops them. */
export type Grid = readonly (readonly Cell[])[];

export const EMPTY: Cell = '';

/** UTF-16 units of text that a cell holds; one more refuses the whole batch. Fact: google-sheets, limits. */
export const LONGEST_CELL = 50_000;

/** Whether a person would see nothing there. */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell === '' || (typeof cell === 'string' && !isVisible(cell));
}

/** What stands in a cell, as a person would read it in a finding; signs that do not show are named. */
export function shown(cell: Cell | undefined): string {
  return bounded(withSignsNamed(String(cell ?? '').slice(0, 200)), 81);
}
