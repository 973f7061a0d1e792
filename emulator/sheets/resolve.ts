import { invalidArgument } from '../google-error.ts';
import { readRange, splitTitle } from './a1.ts';
import { type Area, closed, intersection, wholeSheet } from './area.ts';
import { sheetOf } from './change.ts';
import type { Sheet, Spreadsheet } from './model.ts';

/** A rectangle found on its sheet. */
export type Place = { sheet: Sheet; area: Area };

/**
 * What may be asked of the reader. Whether a range that only ends past the grid is clipped is known for
 * spreadsheets.get alone (it is); for values it is refused, or clipped under switch `sheets.values-clip-end`.
 */
export type Resolving = { clipsEnd: boolean };

/** Finds the cells an A1 text means: a range, a tab, or a named range. A missing tab and a bad text read the same. */
export function resolveA1(book: Spreadsheet, text: string, resolving: Resolving): Place {
  const { title, rest } = splitTitle(text);
  const found = title === undefined ? resolveBare(book, rest) : resolveOnTab(book, title, rest);
  if (!found) throw invalidArgument(`Unable to parse range: ${text}`);
  return insideGrid(found, text, resolving);
}

function resolveBare(book: Spreadsheet, text: string): Place | undefined {
  const first = book.sheets[0];
  if (first && readRange(text)) return onSheet(first, text);
  const sheet = sheetTitled(book, text);
  return sheet ? { sheet, area: wholeSheet(sheet) } : resolveName(book, text);
}

function resolveOnTab(book: Spreadsheet, title: string, rest: string): Place | undefined {
  const sheet = sheetTitled(book, title);
  if (!sheet) return undefined;
  if (rest === '') return { sheet, area: wholeSheet(sheet) };
  return onSheet(sheet, rest) ?? resolveName(book, rest);
}

function onSheet(sheet: Sheet, text: string): Place | undefined {
  const range = readRange(text);
  if (!range) return undefined;
  const whole = wholeSheet(sheet);
  const area = {
    startRow: range.from.row ?? 0,
    endRow: range.to.row === undefined ? whole.endRow : range.to.row + 1,
    startColumn: range.from.column ?? 0,
    endColumn: range.to.column === undefined ? whole.endColumn : range.to.column + 1,
  };
  return { sheet, area };
}

function resolveName(book: Spreadsheet, name: string): Place | undefined {
  const named = book.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
  if (!named) return undefined;
  const sheet = sheetOf(book, named.range.sheetId);
  return { sheet, area: closed(named.range, sheet) };
}

/** Titles are told apart without regard to case, as the editor does for new ones. */
export function sheetTitled(book: Spreadsheet, title: string): Sheet | undefined {
  const folded = title.toLowerCase();
  return (
    book.sheets.find((sheet) => sheet.properties.title === title) ??
    book.sheets.find((sheet) => sheet.properties.title.toLowerCase() === folded)
  );
}

export function insideGrid(place: Place, text: string, { clipsEnd }: Resolving): Place {
  const whole = wholeSheet(place.sheet);
  const { startRow, startColumn, endRow, endColumn } = place.area;
  const startsOutside = startRow >= whole.endRow || startColumn >= whole.endColumn;
  const endsOutside = endRow > whole.endRow || endColumn > whole.endColumn;
  if (startsOutside || (endsOutside && !clipsEnd)) {
    const limits = `Max rows: ${whole.endRow}, max columns: ${whole.endColumn}`;
    throw invalidArgument(`Range (${text}) exceeds grid limits. ${limits}`);
  }
  return { sheet: place.sheet, area: intersection(place.area, whole) ?? place.area };
}
