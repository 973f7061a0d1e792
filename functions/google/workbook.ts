import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type Cell, EMPTY, type Grid } from '../../sheets-schema/cell.ts';
import type { FileSettings } from '../../sheets-schema/zone.ts';
import type {
  CellWrite,
  CommitOutcome,
  RowCopy,
  RowShift,
  TabProperties,
  TabRange,
  Workbook,
  Write,
} from '../ports.ts';
import { CLAIM_KEY, claimsIn, eraseClaims } from './claims.ts';
import { accepted, type Google, Refusal, refused } from './client.ts';

/** How Google refuses a claim that was used. Fact: google-sheets, compare-and-set primitives. */
export const CLAIM_REFUSED = /^Invalid requests\[0\]\.createDeveloperMetadata\b/;

/** The Sheets adapter of the workbook port. */
export function createWorkbook(google: Google, spreadsheetId: string): Workbook {
  let settings: FileSettings | null = null;
  let heights: Heights = new Map();
  return {
    id: spreadsheetId,
    async read(ranges) {
      const answer = await read(google, spreadsheetId, ranges);
      if (answer === null) return { kind: 'tab-missing' };
      heights = new Map([...heights, ...heightsIn(answer)]);
      return { kind: 'read', ...gridsOf(answer, ranges) };
    },
    tabs: () => tabs(google, spreadsheetId),
    async commit({ claim, token, changes }) {
      if (changes.some(({ kind, sheetId }) => kind === 'write' && !heights.has(sheetId)))
        heights = new Map((await tabs(google, spreadsheetId)).map(({ sheetId, rows }) => [sheetId, rows]));
      const { requests, after } = withRoom(changes, heights);
      const { outcome, told } = await send(google, spreadsheetId, [claimRequest(claim, token), ...requests]);
      if (outcome.kind === 'done') heights = after;
      settings = told ?? settings;
      return outcome;
    },
    settings: () => settings,
    highestClaim: async () => Math.max(0, ...(await claimsIn(google, spreadsheetId))),
    async freeClaims(before) {
      const old = (await claimsIn(google, spreadsheetId)).filter((claim) => claim < before);
      return old.length > 0 && (await eraseClaims(google, spreadsheetId, old)) ? old.length : 0;
    },
  };
}

/** Null when a tab is not there. */
async function read(google: Google, spreadsheetId: string, ranges: readonly TabRange[]): Promise<Answer | null> {
  const what = `the reading of the spreadsheet ${spreadsheetId}`;
  const answer = await google.call(what, () =>
    google.sheets.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: {
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
        dataFilters: ranges.flatMap(filtersOf),
      },
    }),
  );
  if (answer instanceof Refusal) {
    if (answer.status === 400) return null;
    throw refused(what, answer);
  }
  return answer;
}

type Answer = sheets_v4.Schema$BatchGetValuesByDataFilterResponse;

/** How many rows the grid of a tab has, filled or not, by sheetId. */
type Heights = ReadonlyMap<number, number>;

/** A range without an end is given back with the last row of the grid as its end. Fact: google-sheets, reading values. */
function heightsIn({ valueRanges = [] }: Answer): readonly (readonly [number, number])[] {
  return valueRanges.flatMap(({ dataFilters, valueRange }) => {
    const { sheetId, endRowIndex } = dataFilters?.[0]?.gridRange ?? {};
    const last = /(\d+)$/.exec(valueRange?.range ?? '')?.[1];
    return last === undefined || typeof endRowIndex === 'number' ? [] : [[sheetId ?? 0, Number(last)] as const];
  });
}

function filtersOf({ sheetId, columns, header, also, rows }: TabRange): readonly sheets_v4.Schema$DataFilter[] {
  const start = { sheetId, startRowIndex: 0, startColumnIndex: 0 };
  const first = { gridRange: { ...start, endRowIndex: 1 } };
  const whole = { ...start, ...(columns && { endColumnIndex: columns }) };
  if (rows) {
    const parts = rows.map(({ from, to }) => ({ gridRange: { ...whole, startRowIndex: from - 1, endRowIndex: to } }));
    return [first, ...parts];
  }
  const behind = also && { gridRange: { ...start, startColumnIndex: also[0], endColumnIndex: also[1] } };
  return [{ gridRange: whole }, ...(behind ? [behind] : []), ...(header ? [first] : [])];
}

function gridsOf({ valueRanges = [] }: Answer, ranges: readonly TabRange[]) {
  const grids = new Map<number, (readonly Cell[])[]>();
  const headers = new Map<number, readonly Cell[]>();
  const behind = new Map<number, Grid>();
  for (const { dataFilters, valueRange } of valueRanges) {
    const { sheetId, startRowIndex, endRowIndex, startColumnIndex } = dataFilters?.[0]?.gridRange ?? {};
    const values = (valueRange?.values ?? []) as Cell[][];
    if (endRowIndex === 1) headers.set(sheetId ?? 0, values[0] ?? []);
    else if (startColumnIndex) behind.set(sheetId ?? 0, values);
    else put(grids, sheetId ?? 0, startRowIndex ?? 0, values);
  }
  for (const { sheetId, columns, rows } of ranges) {
    const further = behind.get(sheetId);
    if (further) grids.set(sheetId, withFurther(grids.get(sheetId) ?? [], further, columns ?? 0));
    if (rows) put(grids, sheetId, 0, [headers.get(sheetId) ?? []]);
  }
  return { grids, headers };
}

const NOTHING: readonly Cell[] = [];

/** Puts rows where they stand in the tab. */
function put(grids: Map<number, (readonly Cell[])[]>, sheetId: number, at: number, rows: (readonly Cell[])[]): void {
  const grid = grids.get(sheetId) ?? (at === 0 ? rows : []);
  grids.set(sheetId, grid);
  if (grid === rows) return;
  while (grid.length < at) grid.push(NOTHING);
  for (const [offset, row] of rows.entries()) grid[at + offset] = row;
}

/** Rows come without the empty cells at their ends; what is put behind has its place all the same. */
function withFurther(grid: Grid, further: Grid, place: number): (readonly Cell[])[] {
  return Array.from({ length: Math.max(grid.length, further.length) }, (_, row) => {
    const cells = grid[row] ?? [];
    const values = further[row] ?? [];
    if (values.every((value) => value === EMPTY)) return cells;
    return [...cells, ...Array<Cell>(place - cells.length).fill(EMPTY), ...values];
  });
}

async function tabs(google: Google, spreadsheetId: string): Promise<readonly TabProperties[]> {
  const what = `the list of tabs of the spreadsheet ${spreadsheetId}`;
  const answer = accepted(
    what,
    await google.call(what, () =>
      google.sheets.spreadsheets.get({
        spreadsheetId,
        fields: 'sheets.properties(sheetId,title,hidden,gridProperties)',
      }),
    ),
  );
  return (answer.sheets ?? []).map(({ properties }) => ({
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    hidden: properties?.hidden ?? false,
    rows: properties?.gridProperties?.rowCount ?? 0,
    columns: properties?.gridProperties?.columnCount ?? 0,
  }));
}

/**
 * The claim goes first: creating metadata under an id in use refuses the whole batch, so a second sender, a retry of a
 * lost answer or a late repeat changes nothing. Fact: google-sheets, compare-and-set primitives.
 */
async function send(
  google: Google,
  spreadsheetId: string,
  requests: readonly sheets_v4.Schema$Request[],
): Promise<Sent> {
  const answer = await google.call(`the commit to the spreadsheet ${spreadsheetId}`, () =>
    google.sheets.spreadsheets.batchUpdate(
      {
        spreadsheetId,
        fields: 'spreadsheetId,updatedSpreadsheet.properties(locale,timeZone)',
        requestBody: written({ requests: [...requests], includeSpreadsheetInResponse: true }),
      },
      { headers: { 'content-type': 'application/json' } },
    ),
  );
  if (!(answer instanceof Refusal)) return { outcome: { kind: 'done' }, told: settingsIn(answer) };
  const isUsed = CLAIM_REFUSED.test(answer.message);
  return { outcome: isUsed ? { kind: 'claim-used' } : { kind: 'refused', why: answer.message }, told: null };
}

type Sent = { readonly outcome: CommitOutcome; readonly told: FileSettings | null };

/** Every commit's answer tells how the file reads what people type: no call of its own, and before any mail leaves. */
function settingsIn({ updatedSpreadsheet }: sheets_v4.Schema$BatchUpdateSpreadsheetResponse): FileSettings | null {
  const { locale, timeZone } = updatedSpreadsheet?.properties ?? {};
  return locale && timeZone ? { locale, timeZone } : null;
}

/** The client copies a body twice, cell by cell, before it writes it as JSON: it is given the JSON. */
function written(body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest): typeof body {
  return JSON.stringify(body) as typeof body;
}

function claimRequest(claim: number, token: string): sheets_v4.Schema$Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: claim,
        metadataKey: CLAIM_KEY,
        metadataValue: token,
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}

/**
 * Changes as requests: for a block that ends past the grid rows are put behind the last one first. Where appended rows
 * land is not known, but a tab that takes them has no block past its end.
 */
function withRoom(changes: readonly Write[], before: Heights) {
  const after = new Map(before);
  const requests = changes.flatMap((change) => {
    const height = after.get(change.sheetId) ?? 0;
    const lacking = change.kind === 'write' ? change.row + change.rows.length - height : 0;
    if (change.kind === 'shift') after.set(change.sheetId, height + change.by);
    if (lacking <= 0) return requestsOf(change);
    after.set(change.sheetId, height + lacking);
    return [rowsBehind(change.sheetId, lacking), ...requestsOf(change)];
  });
  return { requests, after };
}

/** One change as requests of a batch. */
export function requestsOf(change: Write): readonly sheets_v4.Schema$Request[] {
  if (change.kind === 'shape') return change.requests;
  if (change.kind === 'shift') return [shiftRequest(change)];
  if (change.kind === 'copy') return copyRequests(change);
  const rows = change.rows.map((cells) => ({ values: cells.map(cellData) }));
  switch (change.kind) {
    case 'append': {
      const append = { appendCells: { sheetId: change.sheetId, rows, fields: CELL_FIELDS } };
      return change.log ? [{ clearBasicFilter: { sheetId: change.sheetId } }, append] : [append];
    }
    case 'write': {
      const start = { sheetId: change.sheetId, rowIndex: change.row, columnIndex: change.column };
      const update = { updateCells: { start, rows, fields: CELL_FIELDS } };
      return change.widen ? [columnsBehind(change.sheetId, change.widen), update] : [update];
    }
  }
}

/** Rows that are put in look like the one above them. */
function shiftRequest({ sheetId, row, by }: RowShift): sheets_v4.Schema$Request {
  const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + Math.abs(by) };
  return by > 0 ? { insertDimension: { range, inheritFromBefore: true } } : { deleteDimension: { range } };
}

/** What a basic filter hides would not be copied. Fact: google-sheets, CopyPasteRequest. */
function copyRequests({ sheetId, from, lines, columns, behind }: RowCopy) {
  const count = lines.reduce((sum, line) => sum + line.to - line.from + 1, 0);
  const cells = (sheet: number, startRowIndex: number, endRowIndex: number) => ({
    sheetId: sheet,
    startRowIndex,
    endRowIndex,
    startColumnIndex: 0,
    endColumnIndex: columns,
  });
  let at = behind;
  const copies = lines.map((line): sheets_v4.Schema$Request => {
    const start = at;
    at += line.to - line.from + 1;
    const [source, destination] = [cells(from, line.from - 1, line.to), cells(sheetId, start, at)];
    return { copyPaste: { source, destination, pasteType: 'PASTE_NORMAL', pasteOrientation: 'NORMAL' } };
  });
  return [
    { clearBasicFilter: { sheetId: from } },
    { clearBasicFilter: { sheetId } },
    rowsBehind(sheetId, count),
    ...copies,
  ];
}

function rowsBehind(sheetId: number, length: number): sheets_v4.Schema$Request {
  return { appendDimension: { sheetId, dimension: 'ROWS', length } };
}

function columnsBehind(sheetId: number, length: number): sheets_v4.Schema$Request {
  return { appendDimension: { sheetId, dimension: 'COLUMNS', length } };
}

/**
 * A cell as the API wants it. Text goes as `stringValue`, which is never parsed: a city's `=IMPORTXML(…)` stays text.
 * Fact: google-sheets, writing values; dates go as serial numbers with the column's format.
 */
function cellData({ value, format, link }: CellWrite): sheets_v4.Schema$CellData {
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
const CELL_FIELDS = 'userEnteredValue,userEnteredFormat(numberFormat,textFormat.link)';
