import { invalidArgument } from '../../google-error.ts';
import { type Area, closed, intersection, requestedArea } from '../area.ts';
import { type Change, editMetadata, editRow, editSheet, isSwitchedOn, sheetOf } from '../change.ts';
import type { Cell, ExtendedValue, GridRange, Sheet, SortSpec } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { EditorRefusal } from '../refusal.ts';
import { effectiveValue } from '../values/effective-value.ts';

type SortRange = { range?: GridRange; sortSpecs?: SortSpec[] };

/**
 * Moves the contents of cells, not rows: heights, hidden rows and metadata stay where they are, and a hidden row keeps
 * its contents while the others are sorted around it.
 */
export function sortRange(change: Change, { range, sortSpecs = [] }: SortRange): undefined {
  const area = requestedArea(change, range);
  const sheet = sheetOf(change.draft, range?.sheetId);
  if (sortSpecs.length === 0) throw invalidArgument('Must specify at least one sort spec.');
  refuseColumns(sortSpecs, area);
  refuseMerged(sheet, area);
  refuseProtected(change, sheet, area);
  const rows = visibleRows(sheet, area);
  const keys = new Map(rows.map((row) => [row, sortSpecs.map((spec) => keyOf(change, { sheet, row, spec }))]));
  const order = rows.toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? [], sortSpecs) || a - b);
  moveContents(editSheet(change, range?.sheetId), { rows, order, area });
  if (isSwitchedOn(change, 'sheets.metadata-follows-sort')) moveMetadata(change, sheet.properties.sheetId, rows, order);
}

function refuseColumns(specs: SortSpec[], area: Area): void {
  const outside = specs.find(({ dimensionIndex: column = 0 }) => column < area.startColumn || column >= area.endColumn);
  if (outside) throw invalidArgument(`sortSpecs.dimensionIndex[${outside.dimensionIndex ?? 0}] is outside the range.`);
}

function refuseMerged(sheet: Sheet, area: Area): void {
  const isMerged = sheet.merges.some((merge) => {
    const isVertical = (merge.endRowIndex ?? 0) - (merge.startRowIndex ?? 0) > 1;
    return isVertical && intersection(closed(merge, sheet), area) !== undefined;
  });
  if (isMerged)
    throw new EditorRefusal("You can't sort a range with vertical merges. Unmerge the cells and try again.");
}

function visibleRows(sheet: Sheet, area: Area): number[] {
  const rows: number[] = [];
  for (let row = area.startRow; row < area.endRow; row += 1) {
    const { hiddenByUser, hiddenByFilter } = sheet.rowProperties[row] ?? {};
    if (!hiddenByUser && !hiddenByFilter) rows.push(row);
  }
  return rows;
}

type KeyAt = { sheet: Sheet; row: number; spec: SortSpec };

function keyOf(change: Change, { sheet, row, spec }: KeyAt): ExtendedValue | undefined {
  return effectiveValue(change.draft, sheet, row, spec.dimensionIndex ?? 0);
}

type Key = ExtendedValue | undefined;

function compareKeys(a: readonly Key[], b: readonly Key[], specs: readonly SortSpec[]): number {
  for (const [index, spec] of specs.entries()) {
    const order = compare(a[index], b[index], spec.sortOrder === 'DESCENDING');
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before text before booleans going up, the reverse going down, and blanks last both ways. */
function compare(a: Key, b: Key, isDescending: boolean): number {
  if (!a || !b) return Number(!a) - Number(!b);
  const order = rank(a) - rank(b) || compareWithin(a, b);
  return isDescending ? -order : order;
}

const rank = ({ numberValue, stringValue, boolValue }: ExtendedValue): number =>
  [numberValue, stringValue, boolValue].findIndex((member) => member !== undefined) % 4;

function compareWithin(a: ExtendedValue, b: ExtendedValue): number {
  if (a.numberValue !== undefined && b.numberValue !== undefined) return a.numberValue - b.numberValue;
  if (a.boolValue !== undefined && b.boolValue !== undefined) return Number(a.boolValue) - Number(b.boolValue);
  return collator.compare(a.stringValue ?? '', b.stringValue ?? '');
}

const collator = new Intl.Collator('vi');

type Move = { rows: number[]; order: number[]; area: Area };

function moveContents(sheet: Sheet, { rows, order, area }: Move): void {
  const { startColumn, endColumn } = area;
  const contents = order.map((row) => sheet.rows[row]?.cells.slice(startColumn, endColumn) ?? []);
  rows.forEach((row, index) => {
    const cells = contents[index] ?? [];
    if (cells.length === 0 && !sheet.rows[row]) return;
    const target: (Cell | undefined)[] = editRow(sheet, row);
    for (
      let column = startColumn;
      column < Math.min(endColumn, Math.max(target.length, startColumn + cells.length));
      column += 1
    ) {
      target[column] = cells[column - startColumn];
    }
  });
}

function moveMetadata(change: Change, sheetId: number, rows: number[], order: number[]): void {
  const target = new Map(order.map((from, index) => [from, rows[index] ?? from]));
  const metadata = editMetadata(change);
  for (const item of [...metadata.values()]) {
    const range = item.location.dimensionRange;
    if (range?.dimension !== 'ROWS' || (range.sheetId ?? 0) !== sheetId) continue;
    const startIndex = target.get(range.startIndex ?? 0);
    if (startIndex === undefined) continue;
    const dimensionRange = { ...range, startIndex, endIndex: startIndex + 1 };
    metadata.set(item.metadataId, { ...item, location: { ...item.location, dimensionRange } });
  }
}
