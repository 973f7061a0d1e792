import { nextStamp } from './change.ts';
import { emptySheet } from './empty-sheet.ts';
import type { CellFormat, Sheet, SheetProperties, Spreadsheet, SpreadsheetProperties } from './model.ts';

const white = { rgbColor: { red: 1, green: 1, blue: 1 } };

const defaultFormat: CellFormat = {
  backgroundColorStyle: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColorStyle: { rgbColor: {} },
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
  },
};

/** What a file is that says nothing: American English, Greenwich, recalculated on change. */
const defaultProperties: SpreadsheetProperties = {
  title: 'Untitled spreadsheet',
  locale: 'en_US',
  timeZone: 'Etc/GMT',
  autoRecalc: 'ON_CHANGE',
  defaultFormat,
};

/** A file without tabs; spreadsheets.create adds them as a batch would. */
export function emptySpreadsheet(
  id: string,
  given: Partial<SpreadsheetProperties>,
  surroundings: Spreadsheet['surroundings'],
): Spreadsheet {
  const properties = { ...defaultProperties, ...given, title: given.title || defaultProperties.title };
  return { id, surroundings, stamp: nextStamp(), properties, sheets: [], namedRanges: [], metadata: new Map() };
}

/** The one tab of a file that was created without any. */
export function firstSheet(stamp: number): Sheet {
  const gridProperties = { rowCount: 1000, columnCount: 26 };
  const properties: SheetProperties = { sheetId: 0, title: 'Sheet1', index: 0, sheetType: 'GRID', gridProperties };
  return emptySheet(properties, stamp);
}
