import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../../functions/config.ts';
import { PROVISION_NEEDS, runProvision } from '../../../functions/upkeep/commands.ts';
import type { Provisioned } from '../../../functions/upkeep/provision/provision.ts';
import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import { headerRow } from '../../../sheets-schema/parse-tab.ts';
import { decisions } from '../../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../../sheets-schema/tabs/holidays.ts';
import { tracking } from '../../../sheets-schema/tabs/projections.ts';
import { units } from '../../../sheets-schema/tabs/units.ts';
import { isLong } from '../../support/properties.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({});
});
beforeEach(() => {
  emulator.reset();
  emulator.clock.set(Temporal.Instant.from('2025-10-23T13:30:00+07:00'));
});
afterAll(() => emulator.close());

/** One run, given the files that an administrator knows of so far. @param told the lines it reported. */
function provision(
  known: Partial<Provisioned> = {},
  told: string[] = [],
  SERVICE_ACCOUNT_EMAIL = 'sync@workspace.example',
): Promise<Provisioned> {
  const environment = {
    GOOGLE_WORKSPACE_EMULATOR_URL: emulator.url,
    LINK_SECRET: 'provision-secret-of-no-value',
    SERVICE_ACCOUNT_EMAIL,
    SPREADSHEET_ID: known.spreadsheetId,
    FORM_ID: known.formId,
  };
  return runProvision(parseConfig(environment, PROVISION_NEEDS), (line) => told.push(line));
}

const READS = /:batchGetByDataFilter$/;

/** What was written since the log was cleared. */
const writes = () => emulator.log.list().filter(({ method, path }) => method !== 'GET' && !READS.test(path));

/** The tabs of the file as the service holds them. */
const tabsOf = ({ spreadsheetId }: Provisioned) => [
  ...(emulator.sheets.spreadsheets().get(spreadsheetId)?.sheets ?? []),
];

test('a first run makes both files with everything declared', async () => {
  const made = await provision();
  expect([...emulator.files.values()].map(({ id }) => id).sort()).toEqual([made.spreadsheetId, made.formId].sort());
  expect(tabsOf(made).map((tab) => tab.properties.title)).toEqual(allTabs.map(({ title }) => title));
  expect(made.links.map(({ unit }) => unit)).toEqual(['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE']);
  expect(made.responderUri).toContain(emulator.url);
});

test('a second run makes no write', async () => {
  const made = await provision();
  emulator.log.clear();
  const told: string[] = [];
  expect(await provision(made, told)).toEqual(made);
  expect(writes()).toEqual([]);
  expect(told).toEqual([]);
});

test('a run that knows only the sheet finds its form there', async () => {
  const made = await provision();
  expect(await provision({ spreadsheetId: made.spreadsheetId })).toEqual(made);
  expect(emulator.files.size).toBe(2);
});

test('what people changed since stays as it is', async () => {
  const made = await provision();
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  const edit = (...requests: sheets_v4.Schema$Request[]) =>
    client.spreadsheets.batchUpdate({ spreadsheetId: made.spreadsheetId, requestBody: { requests } });
  await edit(
    { updateSheetProperties: { properties: { sheetId: units.sheetId, title: 'Các đơn vị' }, fields: 'title' } },
    { deleteDimension: { range: { sheetId: holidays.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    { deleteProtectedRange: { protectedRangeId: tracking.sheetId } },
  );
  emulator.log.clear();
  await provision(made);
  expect(writes()).toEqual([]);
});

test('every account that writes the system’s tabs is let in, on a file made before it was named too', async () => {
  const both = ['sync@workspace.example', 'care@workspace.example'];
  const owner = 'owner@emulator.example';
  const editorsOf = (made: Provisioned) =>
    tabsOf(made).flatMap(({ protectedRanges }) => protectedRanges.map(({ editors }) => editors?.users ?? []));
  expect(editorsOf(await provision({}, [], both.join(', ')))).toContainEqual([owner, ...both]);
  const made = await provision();
  const before = editorsOf(made);
  expect(before).toContainEqual([owner, 'sync@workspace.example']);
  const told: string[] = [];
  await provision(made, told, both.join(','));
  expect(editorsOf(made)).toEqual(before.map(() => [owner, ...both]));
  expect(told).toEqual([
    'đã chia sẻ bảng tính cho care@workspace.example (Người chỉnh sửa)',
    `đã mở ${before.length} tab của hệ thống cho các tài khoản dịch vụ`,
    'đã chia sẻ biểu mẫu cho care@workspace.example (Người chỉnh sửa)',
  ]);
  emulator.log.clear();
  await provision(made, told, both.join(','));
  expect(writes()).toEqual([]);
});

test('a tab that was deleted is made again, empty, and nothing else is touched', async () => {
  const made = await provision();
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  const { spreadsheetId } = made;
  await client.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ deleteSheet: { sheetId: decisions.sheetId } }] },
  });
  const told: string[] = [];
  await provision(made, told);
  expect(told).toEqual([`đã tạo 1/${allTabs.length} tab`]);
  const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: `'${decisions.title}'` });
  expect(data.values).toEqual([headerRow(decisions)]);
});

test('a run cut short at any call is completed by the next, with one file of each', async () => {
  const tabs = tabsOf(await provision()).length;
  const calls = emulator.log.list().length;
  expect(calls).toBeGreaterThan(8);
  // Every third call; each one in the long set, and in the proof of crashes.
  for (let lasting = 1; lasting < calls; lasting += isLong ? 1 : 3) {
    emulator.reset();
    const told: string[] = [];
    await breakAfter(lasting);
    await expect(provision({}, told), `call ${lasting}`).rejects.toBeInstanceOf(Error);
    await breakAfter(null);
    const completed = await provision(knownFrom(told));
    expect(emulator.files.size, `call ${lasting}`).toBe(2);
    expect(tabsOf(completed)).toHaveLength(tabs);
    emulator.log.clear();
    await provision(completed);
    expect(writes(), `call ${lasting}`).toEqual([]);
  }
});

async function breakAfter(calls: number | null): Promise<void> {
  const faults = calls === null ? [] : [{ kind: 'drop-before', skip: calls }];
  await fetch(`${emulator.url}/_emulator/faults`, { method: 'PUT', body: JSON.stringify(faults) });
}

/** What an administrator reads off the lines of a run that broke off. */
function knownFrom(told: readonly string[]): Partial<Provisioned> {
  const idIn = (pattern: RegExp) => told.join('\n').match(pattern)?.[1];
  const spreadsheetId = idIn(/^đã tạo bảng tính (.+)$/m);
  const formId = idIn(/^đã tạo biểu mẫu (.+)$/m);
  return { ...(spreadsheetId && { spreadsheetId }), ...(formId && { formId }) };
}

test('colours and filter views of the system’s tabs are brought up; those of people stay', async () => {
  const made = await provision();
  const look = () =>
    tabsOf(made).map(({ conditionalFormats, filterViews }) => [
      conditionalFormats,
      filterViews.toSorted((a, b) => Number(a.filterViewId) - Number(b.filterViewId)),
    ]);
  const asDeclared = look();
  const client = sheets({ version: 'v4', rootUrl: `${emulator.url}/` });
  const edit = (...requests: sheets_v4.Schema$Request[]) =>
    client.spreadsheets.batchUpdate({ spreadsheetId: made.spreadsheetId, requestBody: { requests } });
  const { sheetId } = tracking;
  const ranges = [{ sheetId, startColumnIndex: 2, endColumnIndex: 3 }];
  const own = { ranges, booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } } };
  const ofPeople = { filter: { title: 'Của tôi', range: { sheetId: units.sheetId } } };
  await edit(
    { deleteConditionalFormatRule: { sheetId, index: 0 } },
    { addConditionalFormatRule: { index: 3, rule: own } },
    { deleteFilterView: { filterId: sheetId * 10 + 1 } },
    {
      updateFilterView: {
        filter: { filterViewId: sheetId * 10 + 2, filterSpecs: [{ columnIndex: 4, filterCriteria: {} }] },
        fields: 'filterSpecs',
      },
    },
    { addFilterView: ofPeople },
  );
  const told: string[] = [];
  await provision(made, told);
  expect(told).toEqual(['đã cập nhật màu và chế độ xem bộ lọc của 1 tab hệ thống']);
  const [rules, views] = look()[tabsOf(made).findIndex((tab) => tab.properties.sheetId === sheetId)] ?? [];
  const declared = asDeclared[tabsOf(made).findIndex((tab) => tab.properties.sheetId === sheetId)];
  expect(rules).toEqual([
    ...(declared?.[0] ?? []),
    expect.objectContaining({ booleanRule: expect.objectContaining({ condition: { type: 'NOT_BLANK' } }) }),
  ]);
  expect(views).toEqual(declared?.[1]);
  const titles = tabsOf(made).flatMap(({ filterViews }) => filterViews.map(({ title }) => title));
  expect(titles).toContain('Của tôi');
  emulator.log.clear();
  await provision(made);
  expect(writes()).toEqual([]);
});
