import type { Sheet, Spreadsheet } from '../../sheets/model.ts';
import { lastUsedRow } from './last-used-row.ts';
import { shownText } from './shown-text.ts';

/** A text a person looks for in a tab: goes to the cells that hold it, or sees only the rows that do. */
export type Search = {
  text: string;
  /** Everywhere when nothing is named. */
  column: number | undefined;
  as: 'find' | 'filter';
};

export type Place = { row: number; column: number };

/** Reads what the fields of the page send; nothing without a text. */
export function readSearch(query: (name: string) => string | undefined): Search | undefined {
  const text = query('text')?.trim() ?? '';
  const column = query('column') ?? '';
  if (text === '') return undefined;
  return {
    text,
    column: /^\d{1,4}$/.test(column) ? Number(column) : undefined,
    as: query('as') === 'filter' ? 'filter' : 'find',
  };
}

/** Where a tab shows the text, row by row. Small and capital letters are alike. */
export function placesOf(book: Spreadsheet, sheet: Sheet, { text, column: only }: Search): Place[] {
  const wanted = folded(text);
  const columns = Array.from({ length: sheet.properties.gridProperties.columnCount }, (_, column) => column);
  const searched = only === undefined ? columns : [only];
  return Array.from({ length: lastUsedRow(sheet) + 1 }, (_, row) => row).flatMap((row) =>
    searched.flatMap((column) =>
      folded(shownText(book, sheet, row, column).text).includes(wanted) ? [{ row, column }] : [],
    ),
  );
}

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');
