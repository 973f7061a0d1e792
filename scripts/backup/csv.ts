import type { Cell, Grid } from '../../sheets-schema/cell.ts';

/** A tab for a spreadsheet program: UTF-8 with its mark, so that Excel reads Vietnamese. Dates are serial numbers. */
export function csvOf(rows: Grid): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Text that a program would take for a formula is kept from being one. */
function quoted(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What no file system minds. */
export function fileNameOf(title: string): string {
  return `${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'tab'}.csv`;
}
