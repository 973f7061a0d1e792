import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '../../clock.ts';
import { a1Of } from '../../sheets/a1.ts';
import { emptySheet } from '../../sheets/empty-sheet.ts';
import { emptySpreadsheet } from '../../sheets/new-spreadsheet.ts';
import { resolveA1 } from '../../sheets/resolve.ts';
import { editedList, type SpanEdit, shifted } from '../../sheets/span.ts';

const size = 12;
const stretch = fc
  .tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: size }))
  .map(([start, length]) => ({ start, end: Math.min(size, start + length) }));

const edit: fc.Arbitrary<SpanEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.integer({ min: 0, max: size }),
    count: fc.integer({ min: 1, max: 5 }),
  }),
  stretch.map((gone) => ({ kind: 'delete' as const, ...gone })),
  fc
    .tuple(stretch, fc.integer({ min: 0, max: size }))
    .filter(([{ start, end }, to]) => to <= start || to >= end)
    .map(([moved, to]) => ({ kind: 'move' as const, ...moved, to })),
);

/** The rows of a sheet, each named by where it was. */
const rows = Array.from({ length: size }, (_, index) => index);

test('a range has the same rows after an edit as the sheet has put there', () => {
  fc.assert(
    fc.property(stretch, edit, (span, change) => {
      const after = editedList<number>(rows, change);
      const isOwn = (row: number | undefined) => row !== undefined && row >= span.start && row < span.end;
      const places = after.flatMap((row, place) => (isOwn(row) ? [place] : []));
      const stays = places.filter((place) => !isMovedAlone(after[place] ?? 0, span, change));
      const found = shifted(span, change);
      const bounds = stays.length === 0 ? undefined : { start: stays[0], end: (stays.at(-1) ?? 0) + 1 };
      expect(found).toEqual(bounds);
    }),
  );
});

/** A row that a move takes out of a range is no longer of it. */
function isMovedAlone(row: number, span: { start: number; end: number }, change: SpanEdit): boolean {
  if (change.kind !== 'move') return false;
  const isWhole = span.start >= change.start && span.end <= change.end;
  return !isWhole && row >= change.start && row < change.end;
}

test('the name of any range on any tab finds that range again', () => {
  const area = fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(10), fc.nat(10))
    .map(([startRow, startColumn, height, width]) => ({
      startRow,
      startColumn,
      endRow: startRow + height + 1,
      endColumn: startColumn + width + 1,
    }));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), area, (title, wanted) => {
      const book = emptySpreadsheet('id', {}, { switches: new Map(), clock: createClock() });
      const gridProperties = { rowCount: 60, columnCount: 60 };
      book.sheets = [emptySheet({ sheetId: 3, title, index: 0, sheetType: 'GRID', gridProperties }, 0)];
      expect(resolveA1(book, a1Of(title, wanted), { clipsEnd: false }).area).toEqual(wanted);
    }),
  );
});
