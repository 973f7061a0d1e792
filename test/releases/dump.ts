import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import {
  type Look,
  type LookName,
  lookNames,
  type RecordedCell,
  type RecordedForm,
  type RecordedSheet,
  type RecordedSpreadsheet,
  type Recording,
} from './recording.ts';

type Source = { readonly url: string; readonly spreadsheetId: string; readonly formId: string };

const SHEET_FIELDS = [
  'properties,merges,protectedRanges,conditionalFormats,filterViews,basicFilter,charts,bandedRanges,developerMetadata',
  `data(columnMetadata(pixelSize,hiddenByUser),rowData(values(userEnteredValue,${lookNames.join(',')})))`,
].join(',');

/** Reads both files of an emulator whole, through the APIs. */
export async function dump({ url, spreadsheetId, formId }: Source): Promise<Omit<Recording, 'release' | 'recordedAt'>> {
  return { spreadsheet: await dumpSpreadsheet(url, spreadsheetId), form: await dumpForm(url, formId) };
}

async function dumpSpreadsheet(url: string, spreadsheetId: string): Promise<RecordedSpreadsheet> {
  const { data } = await sheets({ version: 'v4', rootUrl: `${url}/` }).spreadsheets.get({
    spreadsheetId,
    fields: `spreadsheetId,spreadsheetUrl,properties,namedRanges,developerMetadata,sheets(${SHEET_FIELDS})`,
  });
  return { ...data, sheets: (data.sheets ?? []).map(recordedSheet) };
}

function recordedSheet({ data, protectedRanges, ...sheet }: sheets_v4.Schema$Sheet): RecordedSheet {
  const [grid] = data ?? [];
  const cells = (grid?.rowData ?? []).map(({ values }) => values ?? []);
  return {
    ...sheet,
    ...(protectedRanges && {
      protectedRanges: protectedRanges.map(({ requestingUserCanEdit: _asked, ...range }) => range),
    }),
    widths: (grid?.columnMetadata ?? []).map(({ pixelSize }) => pixelSize ?? 0),
    looks: lookNames.flatMap((name) => looksOf(cells, name)),
    rows: withoutEmptyEnd(cells.map((row) => withoutEmptyEnd(row.map(recordedCell)))),
  };
}

function recordedCell({ userEnteredValue: value }: sheets_v4.Schema$CellData): RecordedCell {
  if (value?.formulaValue) return { formulaValue: value.formulaValue };
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}

/** Empty is what says nothing: null, or a row without cells. */
function withoutEmptyEnd<T>(list: readonly T[]): readonly T[] {
  const last = list.findLastIndex((one) => one !== null && !(Array.isArray(one) && one.length === 0));
  return list.slice(0, last + 1);
}

/** Runs of equal cells down each column, and runs of equal columns beside each other. */
function looksOf(cells: readonly (readonly sheets_v4.Schema$CellData[])[], name: LookName): readonly Look[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const looks: { at: [number, number, number, number]; text: string }[] = [];
  for (let column = 0; column < width; column += 1) {
    for (const run of runsOf(cells.map((row) => JSON.stringify(row[column]?.[name])))) {
      const beside = looks.find(
        ({ at, text }) => at[3] === column && at[0] === run.start && at[1] === run.end && text === run.text,
      );
      if (beside) beside.at[3] = column + 1;
      else looks.push({ at: [run.start, run.end, column, column + 1], text: run.text });
    }
  }
  return looks.map(({ at, text }) => ({ at, [name]: JSON.parse(text) }));
}

function runsOf(texts: readonly (string | undefined)[]): readonly { start: number; end: number; text: string }[] {
  const runs: { start: number; end: number; text: string }[] = [];
  for (const [index, text] of texts.entries()) {
    const last = runs.at(-1);
    if (text === undefined) continue;
    if (last?.end === index && last.text === text) last.end = index + 1;
    else runs.push({ start: index, end: index + 1, text });
  }
  return runs;
}

async function dumpForm(url: string, formId: string): Promise<RecordedForm> {
  const rootUrl = `${url}/`;
  const client = forms({ version: 'v1', rootUrl });
  const { data } = await client.forms.get({ formId });
  const { data: listed } = await client.forms.responses.list({ formId, pageSize: 5000 });
  const { data: shared } = await drive({ version: 'v3', rootUrl }).permissions.list({
    fileId: formId,
    includePermissionsForView: 'published',
    fields: 'permissions(type,role,view)',
  });
  const { revisionId: _revision, ...form } = data;
  return {
    ...form,
    permissions: (shared.permissions ?? []).flatMap(({ type, role, view }) =>
      role === 'owner' ? [] : [{ type: type ?? '', role: role ?? '', ...(view && { view }) }],
    ),
    responses: (listed.responses ?? []).toSorted(byId),
  };
}

function byId(a: { responseId?: string | null }, b: { responseId?: string | null }): number {
  return (a.responseId ?? '') < (b.responseId ?? '') ? -1 : 1;
}
