import { invalidArgument, notImplemented } from '../../google-error.ts';
import { type Area, closed, columnsOf, requestedArea, rowsOf } from '../area.ts';
import { type Change, editRow, editSheet, sheetOf } from '../change.ts';
import type { Cell, GridRange, Sheet } from '../model.ts';
import { refuseProtected } from '../protection.ts';

type CopyPaste = { source?: GridRange; destination?: GridRange; pasteType?: string; pasteOrientation?: string };

/**
 * Cells whole, as they were before the request. A destination that is a multiple of the source is filled with repeats, a
 * smaller one is overrun. Whether rows that a filter hides are passed over, as they are where a person pastes, is not known.
 */
export function copyPaste(change: Change, { source, destination, pasteType, pasteOrientation }: CopyPaste): undefined {
  if ((pasteType ?? 'PASTE_NORMAL') !== 'PASTE_NORMAL' || (pasteOrientation ?? 'NORMAL') !== 'NORMAL')
    throw notImplemented(`copyPaste with ${pasteType} ${pasteOrientation}`);
  const from = requestedArea(change, source, 'source');
  const asked = requestedArea(change, destination, 'destination');
  const to = {
    ...asked,
    endRow: asked.startRow + repeated(rowsOf(asked), rowsOf(from)),
    endColumn: asked.startColumn + repeated(columnsOf(asked), columnsOf(from)),
  };
  const target = sheetOf(change.draft, destination?.sheetId);
  const { endRow, endColumn } = closed({}, target);
  if (to.endRow > endRow || to.endColumn > endColumn) throw invalidArgument('destination exceeds grid limits.');
  refuseProtected(change, target, to);
  const cells = cellsOf(sheetOf(change.draft, source?.sheetId), from);
  const sheet = editSheet(change, destination?.sheetId);
  for (let row = to.startRow; row < to.endRow; row += 1) {
    const copied = cells[(row - to.startRow) % rowsOf(from)] ?? [];
    const written = editRow(sheet, row);
    for (let column = to.startColumn; column < to.endColumn; column += 1) {
      written[column] = copied[(column - to.startColumn) % columnsOf(from)];
    }
  }
}

/** As much of the destination as is filled. */
function repeated(asked: number, given: number): number {
  return asked % given === 0 ? asked : given;
}

function cellsOf(sheet: Sheet, { startRow, endRow, startColumn, endColumn }: Area): (Cell | undefined)[][] {
  return Array.from(
    { length: endRow - startRow },
    (_, index) => sheet.rows[startRow + index]?.cells.slice(startColumn, endColumn) ?? [],
  );
}
