import type { RowShift } from '../ports.ts';

/** A shift of one tab. */
export type Shift = Pick<RowShift, 'row' | 'by'>;

/** A row that stays as it is: where it stands, and where it belongs. */
export type Pair = { readonly from: number; readonly to: number };

/** Each of these is a request: of more stretches that stay together the longest are kept, the rows of the others written anew. */
const MOST_STRETCHES = 100;

/**
 * What brings rows that only moved to where they belong, from the bottom up. As many rows are put in at the end as were
 * taken out in all: a tab keeps its size, and its colours and filter views their ranges.
 * @param pairs by `to`
 * @param length rows that the tab has, the header included
 */
export function shiftsFor(pairs: readonly Pair[], length: number): readonly Shift[] {
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
