import { type Change, isSwitchedOn } from './change.ts';
import type { Cell, Sheet } from './model.ts';
import { EditorRefusal } from './refusal.ts';

const mostCells = 10_000_000;

/** Every cell of every grid counts, filled or not. */
export function refuseTooManyCells(change: Change): void {
  let cells = 0;
  for (const { properties } of change.draft.sheets) {
    cells += properties.gridProperties.rowCount * properties.gridProperties.columnCount;
  }
  if (cells <= mostCells) return;
  throw new EditorRefusal(
    `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
    `Hành động này sẽ làm tăng số ô trong sổ làm việc lên trên giới hạn ${mostCells} ô.`,
  );
}

/** Gives an editable sheet another size without touching what it holds. */
export function resize(change: Change, sheet: Sheet, size: { rowCount?: number; columnCount?: number }): void {
  const { properties } = sheet;
  sheet.properties = { ...properties, gridProperties: { ...properties.gridProperties, ...size } };
  refuseTooManyCells(change);
}

/** The number of rows up to the last one with a value; what counts as one besides is not known. */
export function rowsWithData(change: Change, sheet: Sheet): number {
  const countsTicks = isSwitchedOn(change, 'sheets.empty-ticks-read-false');
  const countsFormats = isSwitchedOn(change, 'sheets.append-after-formats');
  const isFilled = (cell: Cell | undefined) =>
    cell?.userEnteredValue ||
    (countsTicks && cell?.dataValidation?.condition?.type === 'BOOLEAN') ||
    (countsFormats && cell?.userEnteredFormat);
  return sheet.rows.findLastIndex((row) => row?.cells.some(isFilled)) + 1;
}
