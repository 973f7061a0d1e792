import { type Change, editMetadata, editSheet } from './change.ts';
import { resize } from './grid-size.ts';
import type { DeveloperMetadata, Dimension, Row, Sheet } from './model.ts';
import { afterEdit } from './reference-text.ts';
import { rewriteRanges } from './rewrite-ranges.ts';
import { rewriteReferences } from './rewrite-references.ts';
import { editedList, type SpanEdit, shifted, shiftedRange } from './span.ts';

export type DimensionEdit = { sheetId: number; dimension: Dimension; edit: SpanEdit };

/** Inserts, deletes or moves rows or columns, and takes along everything that refers to them. */
export function editDimension(change: Change, { sheetId, dimension, edit }: DimensionEdit): Sheet {
  const sheet = editSheet(change, sheetId);
  if (dimension === 'ROWS') {
    sheet.rows = editedList(sheet.rows, edit);
    sheet.rowProperties = editedList(sheet.rowProperties, edit);
  } else {
    sheet.rows = sheet.rows.map((row) => row && editedRow(row, edit, sheet.stamp));
    sheet.columnProperties = editedList(sheet.columnProperties, edit);
  }
  const { title } = sheet.properties;
  rewriteReferences(change, (formula, { properties }) =>
    afterEdit(formula, { title, dimension, edit }, properties.sheetId === sheetId),
  );
  rewriteRanges(change, (range) => ((range.sheetId ?? 0) === sheetId ? shiftedRange(range, dimension, edit) : range));
  shiftMetadata(change, { sheetId, dimension, edit });
  resizeFor(change, sheet, { sheetId, dimension, edit });
  return sheet;
}

const editedRow = (row: Row, edit: SpanEdit, stamp: number): Row => ({ stamp, cells: editedList(row.cells, edit) });

function resizeFor(change: Change, sheet: Sheet, { dimension, edit }: DimensionEdit): void {
  if (edit.kind === 'move') return;
  const { gridProperties } = sheet.properties;
  const [count, frozen] =
    dimension === 'ROWS' ? (['rowCount', 'frozenRowCount'] as const) : (['columnCount', 'frozenColumnCount'] as const);
  const old = gridProperties[frozen] ?? 0;
  if (edit.kind === 'insert') {
    // Only a row put among the frozen ones joins them.
    const joins = edit.at < old ? edit.count : 0;
    resize(change, sheet, { [count]: gridProperties[count] + edit.count, ...(joins > 0 && { [frozen]: old + joins }) });
    return;
  }
  const lost = Math.max(0, Math.min(edit.end, old) - edit.start);
  resize(change, sheet, {
    [count]: gridProperties[count] - (edit.end - edit.start),
    ...(lost > 0 && { [frozen]: old - lost }),
  });
}

/** Metadata follows its row or column and goes with it. */
function shiftMetadata(change: Change, { sheetId, dimension, edit }: DimensionEdit): void {
  const isHere = ({ location: { dimensionRange: range } }: DeveloperMetadata) =>
    range?.dimension === dimension && (range.sheetId ?? 0) === sheetId;
  const here = [...change.draft.metadata.values()].filter(isHere);
  if (here.length === 0) return;
  const metadata = editMetadata(change);
  for (const item of here) {
    const range = item.location.dimensionRange;
    const span = shifted({ start: range?.startIndex, end: range?.endIndex }, edit);
    if (!span) metadata.delete(item.metadataId);
    else {
      const dimensionRange = {
        ...range,
        ...(span.start !== undefined && { startIndex: span.start }),
        ...(span.end !== undefined && { endIndex: span.end }),
      };
      metadata.set(item.metadataId, { ...item, location: { ...item.location, dimensionRange } });
    }
  }
}
