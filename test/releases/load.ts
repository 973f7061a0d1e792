import type { Emulator } from 'google-workspace-emulator';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { Temporal } from 'temporal-polyfill';
import {
  type Look,
  type OwnIds,
  type RecordedCell,
  type RecordedForm,
  type RecordedSheet,
  type RecordedSpreadsheet,
  type Recording,
  readRecording,
  withIds,
} from './recording.ts';

/** Makes the files of a release anew in an emulator, at the time they were recorded. @returns what stands there now */
export async function loadRelease(emulator: Emulator, release: string): Promise<Recording> {
  const recorded = readRecording(release);
  emulator.clock.set(Temporal.Instant.from(recorded.recordedAt));
  const ids = await makeFiles(emulator.url, recorded);
  const recording = withIds(recorded, ids);
  await fillSpreadsheet(emulator.url, recording.spreadsheet);
  await fillForm(emulator.url, recording.form);
  return recording;
}

const clientOf = (url: string) => ({ rootUrl: `${url}/`, retry: false });

async function makeFiles(url: string, { spreadsheet, form }: Recording): Promise<OwnIds> {
  const { properties, sheets: tabs } = spreadsheet;
  const { data: sheet } = await sheets({ version: 'v4', ...clientOf(url) }).spreadsheets.create({
    requestBody: {
      ...(properties && { properties }),
      sheets: tabs.map((tab) => ({ ...(tab.properties && { properties: tab.properties }) })),
    },
  });
  const { title, documentTitle } = form.info ?? {};
  const { data: made } = await forms({ version: 'v1', ...clientOf(url) }).forms.create({
    requestBody: { info: { ...(title && { title }), ...(documentTitle && { documentTitle }) } },
  });
  return {
    spreadsheetId: sheet.spreadsheetId ?? '',
    spreadsheetUrl: sheet.spreadsheetUrl ?? '',
    formId: made.formId ?? '',
    responderUri: made.responderUri ?? '',
  };
}

async function fillSpreadsheet(url: string, spreadsheet: RecordedSpreadsheet): Promise<void> {
  const { spreadsheetId, namedRanges, developerMetadata } = spreadsheet;
  const requests: sheets_v4.Schema$Request[] = [
    ...spreadsheet.sheets.flatMap(tabRequests),
    ...(namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(developerMetadata ?? []).map((metadata) => ({ createDeveloperMetadata: { developerMetadata: metadata } })),
  ];
  await asItWas(url, () =>
    sheets({ version: 'v4', ...clientOf(url) }).spreadsheets.batchUpdate({
      spreadsheetId: spreadsheetId ?? '',
      fields: 'spreadsheetId',
      requestBody: { requests },
    }),
  );
}

/** A file that was made is one that Google did not refuse, whatever it does now. */
async function asItWas(url: string, fill: () => Promise<unknown>): Promise<void> {
  const place = `${url}/_emulator/switches`;
  const before = (await (await fetch(place)).json()) as Record<string, boolean>;
  const put = (switches: Record<string, boolean>) => fetch(place, { method: 'PUT', body: JSON.stringify(switches) });
  const refusing = Object.keys(before).filter((name) => name.endsWith('-refused'));
  await put(Object.fromEntries(refusing.map((name) => [name, false])));
  await fill();
  await put(before);
}

/** Values first: what stands around them may depend on them, never the other way round. */
function tabRequests(tab: RecordedSheet): readonly sheets_v4.Schema$Request[] {
  const sheetId = tab.properties?.sheetId ?? 0;
  const rows = tab.rows.map((cells) => ({ values: cells.map(cellData) }));
  return [
    ...(rows.length === 0
      ? []
      : [
          {
            updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue' },
          },
        ]),
    ...tab.looks.map((look) => lookRequest(sheetId, look)),
    ...tab.widths.map((pixelSize, index) => widthRequest(sheetId, index, pixelSize)),
    ...(tab.merges ?? []).map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...(tab.conditionalFormats ?? []).map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...(tab.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(tab.filterViews ?? []).map((filter) => ({ addFilterView: { filter } })),
    ...(tab.basicFilter ? [{ setBasicFilter: { filter: tab.basicFilter } }] : []),
    ...(tab.charts ?? []).map((chart) => ({ addChart: { chart } })),
    ...(tab.developerMetadata ?? []).map((metadata) => ({ createDeveloperMetadata: { developerMetadata: metadata } })),
    ...(tab.protectedRanges ?? []).map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
  ];
}

function cellData(cell: RecordedCell): sheets_v4.Schema$CellData {
  if (cell === null) return {};
  if (typeof cell === 'object') return { userEnteredValue: cell };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: cell } };
}

function lookRequest(sheetId: number, { at, ...cell }: Look): sheets_v4.Schema$Request {
  const [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex] = at;
  const range = { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
  return { repeatCell: { range, cell, fields: Object.keys(cell).join(',') } };
}

function widthRequest(sheetId: number, index: number, pixelSize: number): sheets_v4.Schema$Request {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
  return { updateDimensionProperties: { range, properties: { pixelSize }, fields: 'pixelSize' } };
}

async function fillForm(url: string, { formId: id, items = [], responses, ...form }: RecordedForm): Promise<void> {
  const client = forms({ version: 'v1', ...clientOf(url) });
  const formId = id ?? '';
  const { settings = {}, publishSettings = {} } = form;
  const { documentTitle: _named, ...info } = form.info ?? {};
  const pages = items.filter((item) => item.pageBreakItem);
  // An option may lead only to a section that is there already, so the sections come in a call of their own.
  await edit(client, formId, [
    { updateFormInfo: { info, updateMask: Object.keys(info).join(',') } },
    { updateSettings: { settings, updateMask: '*' } },
    ...pages.map((item, index) => ({ createItem: { item, location: { index } } })),
  ]);
  await edit(
    client,
    formId,
    items.flatMap((item, index) => (item.pageBreakItem ? [] : [{ createItem: { item, location: { index } } }])),
  );
  await client.forms.setPublishSettings({ formId, requestBody: { publishSettings } });
  for (const permission of form.permissions) {
    await drive({ version: 'v3', ...clientOf(url) }).permissions.create({ fileId: formId, requestBody: permission });
  }
  for (const response of responses) await putBack(url, formId, response);
}

async function edit(client: forms_v1.Forms, formId: string, requests: readonly forms_v1.Schema$Request[]) {
  await client.forms.batchUpdate({ formId, requestBody: { requests: [...requests] } });
}

/** With the id and the times it had: the codes of reports derive from them. */
async function putBack(url: string, formId: string, response: forms_v1.Schema$FormResponse): Promise<void> {
  const answer = await fetch(`${url}/_emulator/forms/${formId}/responses/${response.responseId}`, {
    method: 'PUT',
    body: JSON.stringify(response),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
