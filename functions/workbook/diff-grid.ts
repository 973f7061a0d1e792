import { type Cell, EMPTY, type Grid } from '../../sheets-schema/cell.ts';
import type { Columns, RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { linkOf } from '../../sheets-schema/sheet-links.ts';
import type { CellWrite, RowWrite } from '../ports.ts';

/**
 * The writes that make a projection what it should be: rows that differ, in blocks; rows too many emptied; rows to come
 * appended. A projection somebody damaged heals this way, header included.
 */
export function diffProjection<T extends Tab>(tab: T, current: Grid, rows: readonly RowOf<T>[]): readonly RowWrite[] {
  const width = Object.keys(tab.columns).length;
  const blank = new Array<Cell>(width).fill(EMPTY);
  const wanted = (index: number): readonly Cell[] => {
    if (index === 0) return headerRow(tab);
    const row = rows[index - 1];
    return row ? encodeRow(tab, row) : blank;
  };
  // A header that ends early has lost its columns: what is written past the grid would be refused, or fall off.
  const lost = width - (current[0]?.length ?? width);
  const widened = (index: number) => (index === 0 && lost > 0 ? { widen: lost } : {});
  const differing: Row[] = [];
  for (let index = 0; index < current.length; index += 1) {
    const want = wanted(index);
    if (!same(current[index] ?? [], want, width)) differing.push({ index, cells: writable(tab, want) });
  }
  const writes = blocks(differing).map(
    ({ index, rows: block }) =>
      ({ kind: 'write', sheetId: tab.sheetId, ...widened(index), row: index, column: 0, rows: block }) as const,
  );
  const rest: (readonly CellWrite[])[] = [];
  for (let index = current.length; index <= rows.length; index += 1) rest.push(writable(tab, wanted(index)));
  return rest.length === 0 ? writes : [...writes, { kind: 'append', sheetId: tab.sheetId, log: false, rows: rest }];
}

/** Rows for the end of a log. */
export function appendLog<T extends Tab>(tab: T, rows: readonly RowOf<T>[]): readonly RowWrite[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'append', sheetId: tab.sheetId, log: true, rows: rows.map((row) => writable(tab, encodeRow(tab, row))) },
  ];
}

/** Cells with their columns' number formats; the header row has none. */
function writable(tab: Tab, cells: readonly Cell[]): readonly CellWrite[] {
  const columns = Object.values(tab.columns as Columns);
  return cells.map((value, index) => {
    const { format, linked } = columns[index] ?? {};
    const link = linked ? linkOf(value) : null;
    if (link !== null) return { value, link };
    return format && typeof value === 'number' ? { value, format } : { value };
  });
}

function same(cells: readonly Cell[], want: readonly Cell[], width: number): boolean {
  for (let index = 0; index < width; index += 1) {
    if ((cells[index] ?? EMPTY) !== (want[index] ?? EMPTY)) return false;
  }
  return true;
}

type Row = { readonly index: number; readonly cells: readonly CellWrite[] };

function blocks(rows: readonly Row[]): readonly { index: number; rows: readonly (readonly CellWrite[])[] }[] {
  const found: { index: number; rows: (readonly CellWrite[])[] }[] = [];
  for (const { index, cells } of rows) {
    const last = found.at(-1);
    if (last && last.index + last.rows.length === index) last.rows.push(cells);
    else found.push({ index, rows: [cells] });
  }
  return found;
}
