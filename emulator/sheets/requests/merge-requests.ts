import { type Area, closed, contains, intersection, requestedArea, toGridRange } from '../area.ts';
import { type Change, editRow, editSheet, sheetOf } from '../change.ts';
import type { GridRange, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';
import { EditorRefusal } from '../refusal.ts';
import { withValue } from '../write-cell.ts';

type MergeCells = { range?: GridRange; mergeType?: 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS' };

/** Only the first cell of a merge keeps a value. A merge inside the range is taken up; one that crosses its edge refuses. */
export function mergeCells(change: Change, { range, mergeType = 'MERGE_ALL' }: MergeCells): undefined {
  const area = requestedArea(change, range);
  refuseProtected(change, sheetOf(change.draft, range?.sheetId), area);
  const sheet = editSheet(change, range?.sheetId);
  sheet.merges = mergesOutside(sheet, area, 'merge');
  const parts = partsOf(area, mergeType).filter(isSeveralCells);
  for (const part of parts) emptyAllButFirst(sheet, part);
  sheet.merges = [...sheet.merges, ...parts.map((part) => toGridRange(part, sheet))];
}

const isSeveralCells = (area: Area): boolean =>
  area.endRow - area.startRow > 1 || area.endColumn - area.startColumn > 1;

function partsOf(area: Area, mergeType: MergeCells['mergeType']): Area[] {
  const parts: Area[] = [];
  if (mergeType === 'MERGE_ROWS') {
    for (let row = area.startRow; row < area.endRow; row += 1) parts.push({ ...area, startRow: row, endRow: row + 1 });
  } else if (mergeType === 'MERGE_COLUMNS') {
    for (let column = area.startColumn; column < area.endColumn; column += 1) {
      parts.push({ ...area, startColumn: column, endColumn: column + 1 });
    }
  } else parts.push(area);
  return parts;
}

function mergesOutside(sheet: Sheet, area: Area, verb: string): GridRange[] {
  return sheet.merges.filter((merge) => {
    const merged = closed(merge, sheet);
    if (!intersection(merged, area)) return true;
    if (contains(area, merged)) return false;
    throw new EditorRefusal(`You must select all cells in a merged range to ${verb} or unmerge them.`);
  });
}

function emptyAllButFirst(sheet: Sheet, area: Area): void {
  for (let row = area.startRow; row < Math.min(area.endRow, sheet.rows.length); row += 1) {
    if (!sheet.rows[row]) continue;
    const cells = editRow(sheet, row);
    for (let column = area.startColumn; column < Math.min(area.endColumn, cells.length); column += 1) {
      const isFirst = row === area.startRow && column === area.startColumn;
      if (!isFirst) cells[column] = withValue(cells[column], undefined);
    }
  }
}

export function unmergeCells(change: Change, { range }: { range?: GridRange }): undefined {
  const area = requestedArea(change, range);
  const sheet = editSheet(change, range?.sheetId);
  sheet.merges = mergesOutside(sheet, area, 'merge');
}
