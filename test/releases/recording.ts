import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';

/** The two files of a release as the APIs gave them, without what every cell of a column has in common said for each. */
export type Recording = {
  /** The version of the code that made them. */
  readonly release: string;
  /** The emulator's clock when they were recorded. */
  readonly recordedAt: string;
  readonly spreadsheet: RecordedSpreadsheet;
  readonly form: RecordedForm;
};

export type RecordedSpreadsheet = Pick<
  sheets_v4.Schema$Spreadsheet,
  'spreadsheetId' | 'spreadsheetUrl' | 'properties' | 'namedRanges' | 'developerMetadata'
> & { readonly sheets: readonly RecordedSheet[] };

export type RecordedSheet = Omit<sheets_v4.Schema$Sheet, 'data'> & {
  /** Of every column, in pixels. */
  readonly widths: readonly number[];
  /** What the cells say about themselves besides their values. */
  readonly looks: readonly Look[];
  /** What was entered; short rows and missing ones at the end are empty. */
  readonly rows: readonly (readonly RecordedCell[])[];
};

/** A formula is kept as such; text that begins with `=` is text. */
export type RecordedCell = string | number | boolean | null | { readonly formulaValue: string };

/** A rectangle of cells that agree in one property. */
export type Look = {
  /** `[first row, end of rows, first column, end of columns]`, 0-based, ends exclusive. */
  readonly at: readonly [number, number, number, number];
} & Partial<Pick<sheets_v4.Schema$CellData, LookName>>;

export const lookNames = ['userEnteredFormat', 'dataValidation', 'note', 'textFormatRuns'] as const;
export type LookName = (typeof lookNames)[number];

export type RecordedForm = Pick<
  forms_v1.Schema$Form,
  'formId' | 'responderUri' | 'info' | 'settings' | 'items' | 'publishSettings'
> & {
  /** Who may answer besides those who may edit. */
  readonly permissions: readonly { readonly type: string; readonly role: string; readonly view?: string }[];
  readonly responses: readonly forms_v1.Schema$FormResponse[];
};

const folderOf = (release: string) => path.join(import.meta.dirname, release);

export const recordingFiles = (release: string) =>
  ({
    spreadsheet: path.join(folderOf(release), 'spreadsheet.json'),
    form: path.join(folderOf(release), 'form.json'),
  }) as const;

/** Reads what `record.ts` wrote. @param release a version, `0.1.0` */
export function readRecording(release: string): Recording {
  const files = recordingFiles(release);
  const { recordedAt, ...spreadsheet } = JSON.parse(readFileSync(files.spreadsheet, 'utf8'));
  return { release, recordedAt, spreadsheet, form: JSON.parse(readFileSync(files.form, 'utf8')) };
}

/** The ids that every copy has anew, and where people open it. */
export type OwnIds = {
  readonly spreadsheetId: string;
  readonly spreadsheetUrl: string;
  readonly formId: string;
  readonly responderUri: string;
};

/** `_hệ thống`: the tab's id is as fixed as the files. */
const SYSTEM = 382_301;

/** The same recording as that of files with other ids: of all cells only those in which a file names itself differ. */
export function withIds(recording: Recording, ids: OwnIds): Recording {
  const { spreadsheetId, spreadsheetUrl, formId, responderUri } = ids;
  const cells = new Map([
    ['spreadsheet', spreadsheetId],
    ['sheetUrl', spreadsheetUrl],
    ['formId', formId],
    ['formUri', responderUri],
  ]);
  const named = (row: readonly RecordedCell[]) => {
    const own = cells.get(String(row[0]));
    return own === undefined ? row : [row[0] ?? null, own, ...row.slice(2)];
  };
  const sheets = recording.spreadsheet.sheets.map((sheet) =>
    sheet.properties?.sheetId === SYSTEM ? { ...sheet, rows: sheet.rows.map(named) } : sheet,
  );
  return {
    ...recording,
    spreadsheet: { ...recording.spreadsheet, spreadsheetId, spreadsheetUrl, sheets },
    form: { ...recording.form, formId, responderUri },
  };
}
