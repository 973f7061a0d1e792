import { invalidArgument } from '../../google-error.ts';
import { type Area, wholeSheet } from '../area.ts';
import { type Change, editSheet, sheetOf } from '../change.ts';
import { editDimension } from '../edit-dimension.ts';
import { readUpdateMask, withMasked } from '../field-mask.ts';
import { resize } from '../grid-size.ts';
import type { Cell, Dimension, DimensionProperties, DimensionRange, Row, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { EditorRefusal } from '../refusal.ts';

type Stretch = { sheet: Sheet; sheetId: number; dimension: Dimension; start: number; end: number; count: number };

/** The rows or columns a request names; open sides reach the edge of the grid. */
function stretchOf(change: Change, range: DimensionRange | undefined): Stretch {
  const sheet = sheetOf(change.draft, range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const count = dimension === 'ROWS' ? rowCount : columnCount;
  const { startIndex: start = 0, endIndex: end = count } = range ?? {};
  if (start < 0 || start >= end) throw invalidArgument(`range.startIndex[${start}] must be before endIndex[${end}].`);
  return { sheet, sheetId: sheet.properties.sheetId, dimension, start, end, count };
}

function dimensionOf(dimension: DimensionRange['dimension']): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw invalidArgument('dimension must be specified.');
}

function areaOf({ sheet, dimension, start, end }: Stretch): Area {
  const whole = wholeSheet(sheet);
  return dimension === 'ROWS'
    ? { ...whole, startRow: start, endRow: end }
    : { ...whole, startColumn: start, endColumn: end };
}

type InsertDimension = { range?: DimensionRange; inheritFromBefore?: boolean };

export function insertDimension(change: Change, { range, inheritFromBefore = false }: InsertDimension): undefined {
  const stretch = stretchOf(change, range);
  const { sheetId, dimension, start, end, count } = stretch;
  if (inheritFromBefore && start === 0) {
    throw invalidArgument('inheritFromBefore cannot be true if inserting at index 0.');
  }
  if (start > count || (start === count && !inheritFromBefore)) {
    const bound = inheritFromBefore ? 'or equal to the grid size' : 'the grid size';
    const when = inheritFromBefore ? 'true' : 'false';
    throw new EditorRefusal(`range.startIndex must be less than ${bound} (${count}) if inheritFromBefore is ${when}.`);
  }
  refuseProtected(change, stretch.sheet, areaOf({ ...stretch, end: start + 1 }));
  const edit = { kind: 'insert', at: start, count: end - start } as const;
  const sheet = editDimension(change, { sheetId, dimension, edit });
  inherit(sheet, stretch, inheritFromBefore ? start - 1 : end);
}

/** New rows and columns look like their neighbour and hold its rules, not its values or notes. */
function inherit(sheet: Sheet, { dimension, start, end }: Stretch, neighbour: number): void {
  if (dimension === 'ROWS') {
    const cells = sheet.rows[neighbour]?.cells.map(look);
    if (!cells?.some(Boolean)) return;
    for (let row = start; row < end; row += 1) sheet.rows[row] = { stamp: sheet.stamp, cells: cells.slice() };
    return;
  }
  sheet.rows = sheet.rows.map((row) => row && inheritedRow(row, { start, end, neighbour }));
}

function inheritedRow(row: Row, { start, end, neighbour }: { start: number; end: number; neighbour: number }): Row {
  const cell = look(row.cells[neighbour]);
  if (cell) for (let column = start; column < end; column += 1) row.cells[column] = cell;
  return row;
}

function look(cell: Cell | undefined): Cell | undefined {
  const { userEnteredFormat, dataValidation } = cell ?? {};
  if (!userEnteredFormat && !dataValidation) return undefined;
  return { ...(userEnteredFormat && { userEnteredFormat }), ...(dataValidation && { dataValidation }) };
}

export function deleteDimension(change: Change, { range }: { range?: DimensionRange }): undefined {
  const stretch = stretchOf(change, range);
  const { sheet, sheetId, dimension, start, end, count } = stretch;
  const [one, all] = dimension === 'ROWS' ? ['row', 'rows'] : ['column', 'columns'];
  if (end > count) {
    const tried = `Tried to delete ${one} index ${Math.max(start, count)} but there are only ${count} ${all}.`;
    throw new EditorRefusal(`Cannot delete a ${one} that doesn't exist. ${tried}`);
  }
  if (end - start === count) throw new EditorRefusal(`You can't delete all the ${all} on the sheet.`);
  const grid = sheet.properties.gridProperties;
  const frozen = (dimension === 'ROWS' ? grid.frozenRowCount : grid.frozenColumnCount) ?? 0;
  if (start <= frozen && end === count) throw new EditorRefusal(`Cannot delete all the non-frozen ${all}.`);
  refuseProtected(change, sheet, areaOf(stretch));
  editDimension(change, { sheetId, dimension, edit: { kind: 'delete', start, end } });
}

type MoveDimension = { source?: DimensionRange; destinationIndex?: number };

export function moveDimension(change: Change, { source, destinationIndex = 0 }: MoveDimension): undefined {
  const stretch = stretchOf(change, source);
  const { sheet, sheetId, dimension, start, end, count } = stretch;
  if (end > count || destinationIndex > count) {
    throw new EditorRefusal(`Cannot move past the end of the grid: there are only ${count}.`);
  }
  if (destinationIndex > start && destinationIndex < end) {
    throw new EditorRefusal('The destination must not be inside the moved range.');
  }
  refuseCutMerges(stretch);
  refuseProtected(change, sheet, areaOf(stretch));
  editDimension(change, { sheetId, dimension, edit: { kind: 'move', start, end, to: destinationIndex } });
}

/** A merge must move whole or not at all. */
function refuseCutMerges({ sheet, dimension, start, end }: Stretch): void {
  const isCut = sheet.merges.some((merge) => {
    const [from = 0, to = 0] =
      dimension === 'ROWS' ? [merge.startRowIndex, merge.endRowIndex] : [merge.startColumnIndex, merge.endColumnIndex];
    return from < end && to > start && (from < start || to > end);
  });
  if (isCut) throw new EditorRefusal('You must select all cells in a merged range to move it.');
}

type AppendDimension = { sheetId?: number; dimension?: DimensionRange['dimension']; length?: number };

export function appendDimension(change: Change, { sheetId, dimension, length = 0 }: AppendDimension): undefined {
  const sheet = editSheet(change, sheetOf(change.draft, sheetId).properties.sheetId);
  if (length < 1) throw invalidArgument('length must be greater than zero.');
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const isRows = dimensionOf(dimension) === 'ROWS';
  const whole = wholeSheet(sheet);
  refuseProtected(change, sheet, isRows ? { ...whole, startRow: rowCount, endRow: rowCount + length } : whole);
  resize(change, sheet, isRows ? { rowCount: rowCount + length } : { columnCount: columnCount + length });
}

type UpdateDimension = { range?: DimensionRange; properties?: DimensionProperties; fields?: string };

export function updateDimensionProperties(change: Change, request: UpdateDimension): undefined {
  const mask = readUpdateMask(request.fields, 'DimensionProperties');
  const { sheetId, dimension, start, end, count } = stretchOf(change, request.range);
  if (end > count) throw new EditorRefusal(`Cannot update past the end of the grid: there are only ${count}.`);
  const sheet = editSheet(change, sheetId);
  const list = dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
  for (let index = start; index < end; index += 1) {
    list[index] = withMasked(list[index] ?? {}, request.properties ?? {}, mask);
  }
}

type AutoResize = { dimensions?: DimensionRange };

/** Widths are not measured here: the stretch goes back to the default size. */
export function autoResizeDimensions(change: Change, { dimensions }: AutoResize): undefined {
  const { sheetId, dimension, start, end, count } = stretchOf(change, dimensions);
  if (end > count) throw new EditorRefusal(`Cannot resize past the end of the grid: there are only ${count}.`);
  const sheet = editSheet(change, sheetId);
  const list = dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
  for (let index = start; index < end; index += 1) {
    const { pixelSize: _, ...rest } = list[index] ?? {};
    list[index] = rest;
  }
}
