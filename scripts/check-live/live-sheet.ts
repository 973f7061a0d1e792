import { randomInt } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Google } from '../../functions/google/client.ts';
import { type Answer, ask, need } from './ask.ts';

/** The throw-away spreadsheet. */
export type LiveSheet = { readonly google: Google; readonly spreadsheetId: string };
export type Tab = { readonly sheetId: number; readonly title: string };
type Batch = sheets_v4.Schema$BatchUpdateSpreadsheetResponse;

/** Ids are drawn anew each time, so that the same file can serve twice. */
export function newId(): number {
  return randomInt(1_000_000, 2_000_000_000);
}

export function batch(
  { google, spreadsheetId }: LiveSheet,
  ...requests: readonly sheets_v4.Schema$Request[]
): Promise<Answer<Batch>> {
  return ask(() => google.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } }));
}

/** @throws when the file cannot be edited at all */
export async function addTab({ google, spreadsheetId }: LiveSheet): Promise<Tab> {
  const sheetId = newId();
  const title = `kiểm tra ${sheetId}`;
  const requests = [{ addSheet: { properties: { sheetId, title } } }];
  await need(() => google.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }));
  return { sheetId, title };
}

/** Writes rows from A1, as typed or as they are. */
export function write(
  { google, spreadsheetId }: LiveSheet,
  { title }: Tab,
  values: readonly (readonly (string | number | boolean)[])[],
  valueInputOption: 'RAW' | 'USER_ENTERED',
): Promise<Answer<sheets_v4.Schema$UpdateValuesResponse>> {
  return ask(() =>
    google.sheets.spreadsheets.values.update({
      spreadsheetId,
      range: `'${title}'!A1`,
      valueInputOption,
      requestBody: { values: values.map((row) => [...row]) },
    }),
  );
}

export async function read(
  { google, spreadsheetId }: LiveSheet,
  { title }: Tab,
  valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' = 'UNFORMATTED_VALUE',
): Promise<readonly (readonly unknown[])[]> {
  const range = `'${title}'`;
  const data = await need(() => google.sheets.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption }));
  return (data.values ?? []) as unknown[][];
}

/** A cell of text, for `appendCells`. */
export function textRow(text: string): sheets_v4.Schema$RowData {
  return { values: [{ userEnteredValue: { stringValue: text } }] };
}

export function metadata(metadataId: number, location: sheets_v4.Schema$DeveloperMetadataLocation, value = '') {
  const developerMetadata = {
    metadataId,
    metadataKey: 'k',
    metadataValue: value,
    visibility: 'DOCUMENT',
    location,
  };
  return { createDeveloperMetadata: { developerMetadata } };
}
