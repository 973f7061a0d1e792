import type { Dimension, GridRange } from './model.ts';

/** How rows or columns of one sheet change places. */
export type SpanEdit =
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; start: number; end: number }
  | { kind: 'move'; start: number; end: number; to: number };

/** A stretch of rows or columns; an open side stays open. */
export type Span = { start: number | undefined; end: number | undefined };

/** Where a stretch is after the edit; nothing when all of it was deleted. */
export function shifted(span: Span, edit: SpanEdit): Span | undefined {
  if (edit.kind === 'insert') return shiftedByInsert(span, edit);
  if (edit.kind === 'delete') return shiftedByDelete(span, edit);
  return shiftedByMove(span, edit);
}

function shiftedByInsert({ start, end }: Span, { at, count }: { at: number; count: number }): Span {
  return {
    start: start !== undefined && start >= at ? start + count : start,
    end: end !== undefined && end > at ? end + count : end,
  };
}

function shiftedByDelete({ start, end }: Span, gone: { start: number; end: number }): Span | undefined {
  const after = (index: number) =>
    index <= gone.start ? index : index < gone.end ? gone.start : index - (gone.end - gone.start);
  const left = { start: start === undefined ? start : after(start), end: end === undefined ? end : after(end) };
  const isGone = left.end !== undefined && (left.start ?? 0) >= left.end;
  return isGone ? undefined : left;
}

type Move = { start: number; end: number; to: number };

/** A stretch moved as a whole goes along; otherwise it spans what of it stayed. */
function shiftedByMove({ start, end }: Span, move: Move): Span {
  if (start === undefined || end === undefined) return { start, end };
  const stays = (index: number) => index < move.start || index >= move.end;
  const isWhole = start >= move.start && end <= move.end;
  const first = isWhole || stays(start) ? start : move.end;
  const last = isWhole || stays(end - 1) ? end - 1 : move.start - 1;
  return { start: movedIndex(first, move), end: movedIndex(last, move) + 1 };
}

/** `to` counts before the move, as the API does. */
function movedIndex(index: number, { start, end, to }: Move): number {
  const count = end - start;
  const isMoved = index >= start && index < end;
  if (to > end) return isMoved ? index + (to - end) : index >= end && index < to ? index - count : index;
  if (to < start) return isMoved ? index - (start - to) : index >= to && index < start ? index + count : index;
  return index;
}

/** A grid range after the edit; ranges of other sheets are not this function's to see. */
export function shiftedRange(range: GridRange, dimension: Dimension, edit: SpanEdit): GridRange | undefined {
  const isRows = dimension === 'ROWS';
  const names = isRows
    ? (['startRowIndex', 'endRowIndex'] as const)
    : (['startColumnIndex', 'endColumnIndex'] as const);
  const span = shifted({ start: range[names[0]], end: range[names[1]] }, edit);
  if (!span) return undefined;
  const { [names[0]]: _, [names[1]]: __, ...rest } = range;
  return {
    ...rest,
    ...(span.start !== undefined && { [names[0]]: span.start }),
    ...(span.end !== undefined && { [names[1]]: span.end }),
  };
}

/** The same edit on a list of rows, cells or properties. */
export function editedList<T>(list: (T | undefined)[], edit: SpanEdit): (T | undefined)[] {
  if (edit.kind === 'insert') {
    if (edit.at >= list.length) return list;
    return list.slice(0, edit.at).concat(new Array<undefined>(edit.count), list.slice(edit.at));
  }
  if (edit.kind === 'delete') return list.slice(0, edit.start).concat(list.slice(edit.end));
  return movedList(list, edit);
}

function movedList<T>(list: (T | undefined)[], { start, end, to }: Move): (T | undefined)[] {
  const full = list.slice();
  full.length = Math.max(list.length, end, to);
  const moved = full.slice(start, end);
  const rest = full.slice(0, start).concat(full.slice(end));
  const place = to > start ? to - moved.length : to;
  return rest.slice(0, place).concat(moved, rest.slice(place));
}
