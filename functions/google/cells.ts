import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellWrite } from '../ports.ts';

/**
 * A cell as the API wants it. Text goes as `stringValue`, which is never parsed: a city's `=IMPORTXML(…)` stays text.
 * Fact: google-sheets, writing values; dates go as serial numbers with the column's format.
 */
export function cellData({ value, format, link }: CellWrite): sheets_v4.Schema$CellData {
  const styled = format ? { userEnteredFormat: { numberFormat: { ...format } } } : {};
  if (link) return { userEnteredValue: { stringValue: String(value) }, userEnteredFormat: linkedText(link) };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value }, ...styled };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return value === '' ? {} : { userEnteredValue: { stringValue: value } };
}

function linkedText(uri: string): sheets_v4.Schema$CellFormat {
  return { textFormat: { link: { uri } } };
}

/** The fields a write of {@link cellData} touches: notes, validation and colours stay. */
export const CELL_FIELDS = 'userEnteredValue,userEnteredFormat(numberFormat,textFormat.link)';
