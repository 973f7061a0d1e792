import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { beforeEach, expect, test } from 'vitest';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
});

const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);
const tracked = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);

const rename = ({ sheetId }: Tab, title: string) => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});
const duplicate = (from: number, to: number, title: string) => ({
  duplicateSheet: { sourceSheetId: from, newSheetId: to, newSheetName: title },
});
const remove = (sheetId: number) => ({ deleteSheet: { sheetId } });

/** The round goes on as if nothing had been done: the reminder of the last morning goes out, once. */
async function expectTheRoundGoesOn() {
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ failed: 0 });
  expect((await subjectsTo('HPG')).slice(1)).toEqual([expect.stringMatching(/^\[Nhắc việc\]/)]);
  expect(await office.errors()).toEqual([]);
}

const move = (tab: Tab, from: number, to: number): sheets_v4.Schema$Request => ({
  moveDimension: {
    source: { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
    destinationIndex: to,
  },
});
const insert = (tab: Tab, dimension: string, startIndex: number): sheets_v4.Schema$Request => ({
  insertDimension: { range: { sheetId: tab.sheetId, dimension, startIndex, endIndex: startIndex + 2 } },
});
const sort = (tab: Tab, dimensionIndex: number, sortOrder: string): sheets_v4.Schema$Request => ({
  sortRange: {
    range: { sheetId: tab.sheetId, startRowIndex: 1, startColumnIndex: 0 },
    sortSpecs: [{ dimensionIndex, sortOrder }],
  },
});

test.each<[string, sheets_v4.Schema$Request[]]>([
  [
    'tabs are renamed and change places',
    [
      rename(rounds, 'Các kỳ'),
      rename(contacts, 'Người nhận'),
      rename(tracking, 'Bảng theo dõi'),
      { updateSheetProperties: { properties: { sheetId: tracking.sheetId, index: 9 }, fields: 'index' } },
    ],
  ],
  [
    'columns are moved and inserted',
    [
      ...[move(rounds, 17, 2), move(contacts, 5, 0), move(outline, 12, 3), move(units, 5, 1)],
      ...[insert(rounds, 'COLUMNS', 3), insert(contacts, 'COLUMNS', 0), insert(units, 'COLUMNS', 4)],
    ],
  ],
  [
    'rows are sorted and inserted',
    [
      ...[sort(contacts, 5, 'DESCENDING'), sort(units, 1, 'DESCENDING')],
      ...[insert(units, 'ROWS', 3), insert(contacts, 'ROWS', 1), insert(outline, 'ROWS', 5)],
    ],
  ],
  [
    'headers are typed in another case, decomposed and with spaces',
    [
      {
        updateCells: {
          start: { sheetId: contacts.sheetId, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '  MÃ  liên hệ '.normalize('NFD') } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  ],
])('when %s the round goes on', async (_what, requests) => {
  await office.edit(...requests);
  await expectTheRoundGoesOn();
});

test('a tab that was duplicated, and the original deleted, is found by its title', async () => {
  await office.edit(duplicate(contacts.sheetId, 7, 'bản sao'), remove(contacts.sheetId), {
    updateSheetProperties: { properties: { sheetId: 7, title: contacts.title }, fields: 'title' },
  });
  await expectTheRoundGoesOn();
});

test('a projection that was replaced by a copy is kept up where it is', async () => {
  await office.edit(duplicate(tracking.sheetId, 7, 'bản sao'), remove(tracking.sheetId), {
    updateSheetProperties: { properties: { sheetId: 7, title: tracking.title }, fields: 'title' },
  });
  await office.syncAt('2025-10-29 08:30');
  const rows = await office.rowsOf({ ...tracking, sheetId: 7 });
  expect(rows.find((row) => row.unit === 'HPG')?.lastNotice).toContain('Nhắc việc');
});

test.each([
  ['Kỳ báo cáo', rounds],
  ['Quyết định', decisions],
])('without the tab %s mail is held, and it is a finding', async (title, tab) => {
  await office.edit(duplicate(tab.sheetId, 7, 'bản giữ lại'), remove(tab.sheetId));
  await office.file('HUE', fullReport('HUE'));
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ sent: 1 });
  expect(await office.findings()).toContainEqual(expect.objectContaining({ tab: title, found: 'không thấy tab' }));
  await office.edit(duplicate(7, tab.sheetId, title), remove(7));
  await office.syncAt('2025-10-29 08:31');
  expect((await subjectsTo('HUE')).at(-1)).toMatch(/^\[Đã tiếp nhận\]/);
  expect((await subjectsTo('HPG')).at(-1)).toMatch(/^\[Nhắc việc\]/);
  expect(await office.errors()).toEqual([]);
});

test('a projection that was deleted stops nothing', async () => {
  await office.edit(remove(tracking.sheetId), remove(progress.sheetId));
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
  expect(await office.findings()).toContainEqual(expect.objectContaining({ tab: 'Theo dõi' }));
  expect(await office.sync()).toMatchObject({ recorded: 0, sent: 0 });
});

test('a header that is lost holds mail and says which', async () => {
  await office.edit({
    updateCells: {
      start: { sheetId: contacts.sheetId, rowIndex: 0, columnIndex: 5 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'Thư điện tử' } }] }],
      fields: 'userEnteredValue',
    },
  });
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ sent: 0 });
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Danh bạ', column: 'E-mail', found: 'không thấy cột' }),
  );
});

test('a decision whose row vanished keeps acting, and is a finding until it is withdrawn', async () => {
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:10', 'Đơn vị': 'HPG', 'Giá trị': '05/11/2025' });
  await office.sync();
  await office.edit({
    deleteDimension: { range: { sheetId: decisions.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
  });
  await office.syncAt('2025-10-30 08:30');
  expect(await tracked('HPG')).toMatchObject({
    explained: expect.stringContaining('được gia hạn đến hết ngày 05/11/2025'),
  });
  expect((await subjectsTo('HPG')).join()).not.toContain('Quá hạn');
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Quyết định', row: expect.stringContaining('HPG') }),
  );
  await office.decide('Rút lại', { 'Thời điểm': '30/10/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': 'Gia hạn' });
  await office.syncAt('2025-10-31 08:30');
  expect((await subjectsTo('HPG')).join()).not.toContain('Quá hạn');
  expect(await office.errors()).toContainEqual(
    expect.objectContaining({ found: expect.stringContaining('thời hạn đã ghi nhận không tự rút') }),
  );
  await office.decide('Đồng ý thay đổi', {
    'Thời điểm': '31/10/2025 08:40',
    'Đơn vị': 'HPG',
    'Giá trị': '29/10/2025',
  });
  await office.syncAt('2025-11-03 08:30');
  expect((await subjectsTo('HPG')).at(-1)).toMatch(/^\[Thay đổi thời hạn\]/);
  expect(await office.errors()).toEqual([]);
});

test('a round under another name invites nobody again', async () => {
  await office.type(rounds, ROUND, 'Mã kỳ', '2025-10-b');
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ sent: expect.any(Number) });
  expect(await subjectsTo('HPG')).toHaveLength(1);
  expect(await office.findings()).toContainEqual(expect.objectContaining({ tab: 'Kỳ báo cáo', row: ROUND }));
  await office.type(rounds, '2025-10-b', 'Mã kỳ', ROUND);
  await office.syncAt('2025-10-29 08:35');
  expect((await subjectsTo('HPG')).slice(1)).toEqual([expect.stringMatching(/^\[Nhắc việc\]/)]);
});

test('a unit that joins the list after approval is not asked behind anybody’s back', async () => {
  await office.type(rounds, ROUND, 'Đơn vị phải báo cáo', 'HPG; HUE; DNG');
  await office.syncAt('2025-10-24 08:30');
  expect((await subjectsTo('DNG')).join()).not.toContain('báo cáo');
  expect(await tracked('DNG')).toBeUndefined();
});
