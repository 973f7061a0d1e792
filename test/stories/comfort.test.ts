import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { beforeEach, expect, test } from 'vitest';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Column, Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { nameOfView, readyViews } from '../../sheets-schema/ready-views.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { findings, mailPlan, overview } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { visits } from '../../sheets-schema/tabs/visits.ts';
import { askTheCities, type Office, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { approved: false });
  await office.sync();
});

/** A tab as the service describes it, with the cells of its first rows. */
async function described({ workspace, sheet }: Office, { title }: Tab, rows = 4): Promise<sheets_v4.Schema$Sheet> {
  const { spreadsheetId } = workspace.provisioned;
  const ranges = [`'${title}'!A1:Z${rows}`];
  const fields = 'sheets(filterViews,data.rowData.values(note,dataValidation,formattedValue,hyperlink))';
  const { data } = await sheet.spreadsheets.get({ spreadsheetId, ranges, fields });
  const [found] = data.sheets ?? [];
  if (!found) throw new Error(`No tab ${title}.`);
  return found;
}

const cellIn = (tab: sheets_v4.Schema$Sheet, row: number, column: number) =>
  tab.data?.[0]?.rowData?.[row]?.values?.[column] ?? {};
const columnOf = (tab: Tab, name: string) => Object.keys(tab.columns).indexOf(name);

/** What the drop-down of a cell offers: the range its rule names, read as people would see it. */
async function offeredAt(tab: Tab, name: string, row = 1): Promise<readonly unknown[]> {
  const { condition } = cellIn(await described(office, tab), row, columnOf(tab, name)).dataValidation ?? {};
  expect(condition?.type).toBe('ONE_OF_RANGE');
  const { data } = await office.sheet.spreadsheets.values.get({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    range: (condition?.values?.[0]?.userEnteredValue ?? '').replace('=', '').replaceAll('$', ''),
  });
  return (data.values ?? []).flat().filter((value) => value !== '');
}

/** Every cell where the key of something else belongs, and some of what it must offer. */
const keyColumns: readonly [Tab, string, readonly string[]][] = [
  [rounds, 'task', ['L12112-BC', 'N382-II3c']],
  [rounds, 'outlineVersion', ['PL1-12112']],
  [rounds, 'expected', ['HPG', 'TP-TW', 'HNI; HCM; HPG; DNG; CTO; HUE']],
  [decisions, 'subject', [ROUND, 'N382-II3c']],
  [decisions, 'unit', ['HPG', 'BXD']],
  [decisions, 'item', ['1.3', '2.1']],
  [contacts, 'unit', ['HPG', 'BXD']],
  [tasks, 'lead', ['BXD', 'TP-TW']],
  [tasks, 'appliesTo', ['HPG', 'TP-TW', 'BO-NGANH; TP-TW']],
  [outline, 'task', ['L12112-BC']],
  [outline, 'related', ['N382-II3c']],
  [outline, 'appliesTo', ['MUC-2']],
  [units, 'groups', ['TP-TW', 'MUC-2']],
  [units, 'successor', ['HPG']],
];

test('nobody types a key: it is offered wherever it belongs', async () => {
  for (const [tab, name, some] of keyColumns) {
    expect(await offeredAt(tab, name), `${tab.title} › ${name}`).toEqual(expect.arrayContaining([...some]));
  }
});

test('a drop-down follows what people add', async () => {
  await office.add(units, { Mã: 'QNH', 'Tên chính thức': 'Tỉnh Quảng Ninh', 'Tên gọi': 'Quảng Ninh', Nhóm: 'MOI' });
  await office.sync();
  expect(await offeredAt(rounds, 'expected')).toEqual(expect.arrayContaining(['QNH', 'MOI']));
});

test('every value the seeds have is among those offered', async () => {
  for (const [tab, name] of [
    [tasks, 'lead'],
    [tasks, 'appliesTo'],
    [tasks, 'cooperating'],
    [visits, 'round'],
    [visits, 'unit'],
    [units, 'groups'],
    [outline, 'related'],
    [outline, 'item'],
  ] as const) {
    const offered = new Set(name === 'item' ? await offeredAt(decisions, 'item') : await offeredAt(tab, name));
    const [, ...rows] = await office.cellsOf(tab);
    const used = rows.map((row) => row[columnOf(tab, name)] ?? '').filter((cell) => cell !== '');
    expect(used.filter((cell) => !offered.has(cell))).toEqual([]);
  }
});

test('choices of words are drop-downs, yes and no are tick boxes, an address wants its sign, in the settings too', async () => {
  const tab = await described(office, settingsTab, 20);
  const names = Object.values(settings).map(({ title }) => title);
  const ruleOf = (title: string) => cellIn(tab, names.indexOf(title) + 1, 1).dataValidation?.condition?.type;
  expect(['Gửi thư', 'Gửi báo cáo lãnh đạo', 'Hộp thư nhóm'].map(ruleOf)).toEqual([
    'ONE_OF_LIST',
    'BOOLEAN',
    'TEXT_CONTAINS',
  ]);
  expect(cellIn(await described(office, rounds), 1, columnOf(rounds, 'approved')).dataValidation?.condition?.type).toBe(
    'BOOLEAN',
  );
});

test('every header says in a note what belongs below it', async () => {
  for (const tab of allTabs) {
    const real = await described(office, tab);
    const columns = Object.values(tab.columns as Columns) as Column<unknown>[];
    expect(columns.map((_, index) => cellIn(real, 0, index).note)).toEqual(columns.map(({ note }) => note));
    expect(columns.every(({ note }) => note.length > 3)).toBe(true);
  }
});

test('every ready view is in the file, on the column it is about', async () => {
  for (const { id, tab, title, column } of readyViews) {
    const view = (await described(office, tab)).filterViews?.find(({ filterViewId }) => filterViewId === id);
    expect(view?.title).toBe(title);
    expect(view?.filterSpecs?.map(({ columnIndex = 0 }) => columnIndex)).toEqual([columnOf(tab, column)]);
  }
});

/** The first cells of the rows one sees through a view, on the page of its tab. */
async function through(name: string, cells = 3): Promise<readonly string[]> {
  const view = readyViews.find((one) => nameOfView(one) === name);
  if (!view) throw new Error(`No view ${name}.`);
  const { sheetUrl } = office.workspace.provisioned;
  const page = await (await fetch(`${sheetUrl}?gid=${view.tab.sheetId}&fvid=${view.id}`)).text();
  const body = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'));
  return body
    .split('<tr>')
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<div>(.*?)<\/div>/gs)]
        .slice(0, cells)
        .map(([, text]) => text)
        .join(' '),
    );
}

test('a ready view shows what its title says', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-23 15:00');
  expect(await through('Theo dõi · Chưa gửi')).toEqual([
    '2025-10 HNI Hà Nội',
    '2025-10 HCM TP. Hồ Chí Minh',
    '2025-10 DNG Đà Nẵng',
    '2025-10 CTO Cần Thơ',
    '2025-10 HUE Huế',
  ]);
  expect(await through('Theo dõi · Quá hạn')).toEqual([]);
  expect((await through('Tổng hợp · Thiếu, cần làm rõ')).some((row) => row.includes('HPG'))).toBe(false);
  expect((await through('Lịch thư · Giữ lại')).length).toBeGreaterThan(5);
});

test('one guide on Tổng quan leads to every tab of people and to the views of the day', async () => {
  const tab = await described(office, overview, 40);
  const rows = tab.data?.[0]?.rowData ?? [];
  const links = new Map(rows.map(({ values }) => [values?.[1]?.formattedValue, values?.[1]?.hyperlink]));
  const people: readonly Tab[] = [tasks, rounds, decisions, units, contacts, outline, settingsTab, holidays, templates];
  for (const { title, sheetId } of people) expect(links.get(title)).toBe(`#gid=${sheetId}`);
  expect(links.get('Theo dõi · Chưa gửi')).toBe('#gid=382002&fvid=3820021');
  expect(links.get(office.workspace.provisioned.responderUri)).toBe(office.workspace.provisioned.responderUri);
  expect(rows.filter(({ values }) => values?.[0]?.formattedValue === 'HƯỚNG DẪN NHANH')).toHaveLength(1);
});

test('a finding leads to its tab, and keeps leading there when findings above it go', async () => {
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10');
  await office.type(contacts, 'HPG-1', 'E-mail', 'dothithongminh@');
  await office.sync();
  const linked = async () => {
    const tab = await described(office, findings, 40);
    const rows = (tab.data?.[0]?.rowData ?? []).slice(1).map(({ values }) => values?.[columnOf(findings, 'tab')]);
    return new Map(rows.map((cell) => [cell?.formattedValue, cell?.hyperlink]));
  };
  const before = await linked();
  expect(before.get(rounds.title)).toBe(`#gid=${rounds.sheetId}`);
  expect(before.get(contacts.title)).toBe(`#gid=${contacts.sheetId}`);
  await office.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  await office.sync();
  const after = await linked();
  expect(after.has(rounds.title)).toBe(false);
  expect(after.get(contacts.title)).toBe(`#gid=${contacts.sheetId}`);
});

test('mails come and go in Lịch thư: its colours, bands and views keep their rows, and every row looks like the others', async () => {
  const { spreadsheetId } = office.workspace.provisioned;
  const looks = async () => {
    const ranges = [`'${mailPlan.title}'!A1:A60`];
    const ofTab = 'conditionalFormats.ranges,bandedRanges.range,filterViews.range,protectedRanges.range';
    const ofCells = 'data.rowData.values(formattedValue,userEnteredFormat(numberFormat,wrapStrategy,textFormat))';
    const { data } = await office.sheet.spreadsheets.get({
      spreadsheetId,
      ranges,
      fields: `sheets(${ofTab},${ofCells})`,
    });
    const { data: [grid] = [], ...rest } = data.sheets?.[0] ?? {};
    const cells = (grid?.rowData ?? []).slice(1).flatMap(({ values: [cell] = [] }) => cell ?? []);
    const dated = cells.filter(({ formattedValue }) => formattedValue);
    return {
      rest,
      dated: dated.length,
      formats: new Set(dated.map(({ userEnteredFormat }) => JSON.stringify(userEnteredFormat))),
    };
  };
  const before = await looks();
  expect(before.rest.filterViews).not.toEqual([]);
  await office.type(rounds, ROUND, 'Duyệt gửi', true);
  await office.sync();
  for (const unit of ['HPG', 'HUE']) {
    await office.file(unit, fullReport(unit));
    await office.sync();
  }
  for (const day of ['29', '30', '31']) await office.syncAt(`2025-10-${day} 08:30`);
  const after = await looks();
  expect(after.rest).toEqual(before.rest);
  expect(after.dated).not.toBe(before.dated);
  expect([after.formats.size, ...after.formats]).toEqual([1, ...before.formats]);
});
