import * as z from 'zod';

/** A cell as the values API gives it unformatted: dates are serial numbers, an empty cell is `''`. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Cell = z.infer<typeof cellSchema>;

/** Rows of cells; trailing empty cells and rows may be absent, as the API drops them. */
export type Grid = readonly (readonly Cell[])[];

export const EMPTY: Cell = '';

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** What stands in a cell, as a person would read it in a finding. */
export function shown(cell: Cell | undefined): string {
  const text = String(cell ?? '');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
