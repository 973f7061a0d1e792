import type { Sheet } from '../../sheets/model.ts';

/** The last row that holds anything, counted from 0; −1 in an empty tab. Formats reach far below what is written. */
export const lastUsedRow = ({ rows }: Sheet): number =>
  rows.findLastIndex((row) => row?.cells.some((cell) => cell?.userEnteredValue !== undefined));
