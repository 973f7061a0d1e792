import { type Cell, EMPTY, type Grid } from '../../sheets-schema/cell.ts';
import type { Columns, RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { linkOf } from '../../sheets-schema/sheet-links.ts';
import type { CellWrite, Change, RowWrite } from '../ports.ts';
import { type Pair, shifted, shiftsFor } from './row-shifts.ts';

/**
 * The changes that make a projection what it should be: rows that only moved are moved; those that differ are written, in
 * blocks; rows too many emptied; rows to come appended. A projection somebody damaged heals this way, header included.
 */
export function diffProjection<T extends Tab>(tab: T, current: Grid, rows: readonly RowOf<T>[]): readonly Change[] {
  const wanted: Grid = [headerRow(tab), ...rows.map((row) => encodeRow(tab, row))];
  const differing = differingRows(tab, current, wanted);
  const writes = writesOver(tab, current, wanted, differing);
  const shifts = tab.isPointedAt ? [] : shiftsFor(pairsOf(current, wanted, differing), current.length);
  if (shifts.length === 0) return writes;
  const moved = shifts.reduce(shifted, current);
  const fewer = writesOver(tab, moved, wanted, differingRows(tab, moved, wanted));
  if (shifts.length + rowsIn(fewer) >= rowsIn(writes)) return writes;
  return [...shifts.map((shift) => ({ kind: 'shift', sheetId: tab.sheetId, ...shift }) as const), ...fewer];
}

function differingRows(tab: Tab, current: Grid, wanted: Grid): readonly number[] {
  const width = widthOf(tab);
  const differs = (cells: Grid[number], index: number) => !same(cells, wanted[index] ?? NOTHING, width);
  return current.flatMap((cells, index) => (differs(cells, index) ? [index] : []));
}

const NOTHING: Grid[number] = [];

/** Rows that stand somewhere and belong there, or elsewhere; none when none of those that differ belongs elsewhere. */
function pairsOf(current: Grid, wanted: Grid, differing: readonly number[]): readonly Pair[] {
  const textOf = (cells: Grid[number] = []) => cells.slice(0, wanted[0]?.length).join('\n').trimEnd();
  const places = new Map(differing.map((index) => [textOf(current[index]), index]));
  const others = new Set(differing);
  const isThere = (index: number) => index < current.length && !others.has(index);
  const pairs = wanted.flatMap((cells, to) => {
    const from = isThere(to) ? to : places.get(textOf(cells));
    return from === undefined ? [] : [{ from, to }];
  });
  return pairs.some(({ from, to }) => from !== to) ? pairs : [];
}

function writesOver(tab: Tab, current: Grid, wanted: Grid, differing: readonly number[]): readonly RowWrite[] {
  const blank = new Array<Cell>(widthOf(tab)).fill(EMPTY);
  // A header that ends early has lost its columns: what is written past the grid would be refused, or fall off.
  const lost = widthOf(tab) - (current[0]?.length ?? widthOf(tab));
  const widened = (index: number) => (index === 0 && lost > 0 ? { widen: lost } : {});
  const writes = blocks(differing.map((index) => ({ index, cells: writable(tab, wanted[index] ?? blank) }))).map(
    ({ index, rows: block }) =>
      ({ kind: 'write', sheetId: tab.sheetId, ...widened(index), row: index, column: 0, rows: block }) as const,
  );
  const rest = wanted.slice(current.length).map((cells) => writable(tab, cells));
  return rest.length === 0 ? writes : [...writes, { kind: 'append', sheetId: tab.sheetId, log: false, rows: rest }];
}

function widthOf({ columns }: Tab): number {
  return Object.keys(columns).length;
}

function rowsIn(writes: readonly RowWrite[]): number {
  return writes.reduce((sum, { rows }) => sum + rows.length, 0);
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
