import { type Cell, EMPTY, type Grid } from '../../sheets-schema/cell.ts';
import type { Columns, RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { linkOf } from '../../sheets-schema/sheet-links.ts';
import type { CellWrite, RowChange, RowShift, RowWrite } from '../ports.ts';

/**
 * The changes that make a projection what it should be: rows that only moved are moved; those that differ are written, in
 * blocks, those to come included; rows too many emptied. A projection somebody damaged heals this way, header included.
 * Every row has its place: where the service would append one is not known.
 */
export function diffProjection<T extends Tab>(tab: T, current: Grid, rows: readonly RowOf<T>[]): readonly RowChange[] {
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
  const toCome = wanted.slice(current.length).map((_, offset) => current.length + offset);
  const rows = [...differing, ...toCome].map((index) => ({ index, cells: writable(tab, wanted[index] ?? blank) }));
  return blocks(rows).map(
    ({ index, rows: block }) =>
      ({ kind: 'write', sheetId: tab.sheetId, ...widened(index), row: index, column: 0, rows: block }) as const,
  );
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

/** A shift of one tab. */
type Shift = Pick<RowShift, 'row' | 'by'>;

/** A row that stays as it is: where it stands, and where it belongs. */
type Pair = { readonly from: number; readonly to: number };

/** Each of these is a request: of more stretches that stay together the longest are kept, the rows of the others written anew. */
const MOST_STRETCHES = 100;

/**
 * What brings rows that only moved to where they belong, from the bottom up. As many rows are put in at the end as were
 * taken out in all: a tab keeps its size, and its colours and filter views their ranges.
 * @param pairs by `to`
 * @param length rows that the tab has, the header included
 */
function shiftsFor(pairs: readonly Pair[], length: number): readonly Shift[] {
  // The first row below the header is where the ranges of a tab begin: it is written over, not moved.
  const isFree = ({ from, to }: Pair) => from > 0 && to > 0 && (from === 1) === (to === 1);
  const shifts: Shift[] = [];
  let [free, place] = [1, 1];
  for (const { from, to, count } of stretchesOf(longestRising(pairs.filter(isFree)))) {
    const [had, wants] = [from - free, to - place];
    if (had !== wants) shifts.push({ row: free + Math.min(had, wants), by: wants - had });
    [free, place] = [from + count, to + count];
  }
  const gained = shifts.reduce((sum, { by }) => sum + by, 0);
  return [...shifts.reverse(), ...(gained < 0 ? [{ row: length + gained, by: -gained }] : [])];
}

/** Rows as they stand after a shift; those put in are empty. */
export function shifted<T>(rows: readonly (readonly T[])[], { row, by }: Shift): readonly (readonly T[])[] {
  return rows.toSpliced(row, Math.max(0, -by), ...Array<readonly T[]>(Math.max(0, by)).fill([]));
}

type Stretch = Pair & { readonly count: number };

function stretchesOf(pairs: readonly Pair[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of pairs) {
    const last = all.at(-1);
    const isNext = last && from === last.from + last.count && to === last.to + last.count;
    if (isNext) all[all.length - 1] = { ...last, count: last.count + 1 };
    else all.push({ from, to, count: 1 });
  }
  return all
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_STRETCHES)
    .toSorted((a, b) => a.to - b.to);
}

/** The most rows that keep their order. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const fromOf = (index: number | undefined) => pairs[index ?? -1]?.from ?? -1;
  // The pair at which a rising row of each length ends lowest, and the pair before each.
  const ends: number[] = [];
  const before = pairs.map(({ from }, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fromOf(ends[middle]) < from) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return ends[low - 1];
  });
  const rising: Pair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rising.push(pairs[at] as Pair);
  return rising.reverse();
}
