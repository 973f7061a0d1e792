import { closed } from '../../sheets/area.ts';
import type { FilterView, Sheet, Spreadsheet } from '../../sheets/model.ts';
import { holds } from './conditional-looks.ts';
import { shownText } from './shown-text.ts';

/** Which rows one sees through a filter view: those outside its range, its header, and those its criteria let pass. */
export function rowsThrough(book: Spreadsheet, sheet: Sheet, view: FilterView): (row: number) => boolean {
  const { range, filterSpecs = [] } = view;
  if (!range) return () => true;
  const { startRow, endRow } = closed(range, sheet);
  return (row) => row <= startRow || row >= endRow || filterSpecs.every((spec) => passes(row, spec));

  function passes(
    row: number,
    { columnIndex: column = 0, filterCriteria = {} }: NonNullable<FilterView['filterSpecs']>[number],
  ) {
    const { condition, hiddenValues = [] } = filterCriteria;
    const { text, number } = shownText(book, sheet, row, column);
    return !hiddenValues.includes(text) && (!condition || holds(condition, { row, column, text, number }));
  }
}
