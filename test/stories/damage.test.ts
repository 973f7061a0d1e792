import { beforeEach, expect, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { runAfterRestore } from '../../functions/upkeep/commands.ts';
import type { Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { headerRow } from '../../sheets-schema/parse-tab.ts';
import { answers, changes, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { findings, mailPlan, matrix, overview, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'] });
  await office.sync();
});

const receiptsTo = async (unit: string) =>
  (await office.mailsTo(unit)).filter(({ subject }) => subject.startsWith('[Đã tiếp nhận]'));

async function bookkeeping(cell: string): Promise<string> {
  const found = (await office.cellsOf(system)).find(([name]) => name === cell);
  return String(found?.[1] ?? '');
}

/** As the owner may: puts a row's cells back without anybody noticing. */
async function write(tab: Tab, row: number, cells: readonly (string | number)[]): Promise<void> {
  const values = cells.map((cell) => ({
    userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell },
  }));
  const start = { sheetId: tab.sheetId, rowIndex: row, columnIndex: 0 };
  await office.edit({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
}

const deleteRow = (tab: Tab, row: number) => ({
  deleteDimension: { range: { sheetId: tab.sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
});

const deleteTab = ({ sheetId }: Tab) => ({ deleteSheet: { sheetId } });

test('a restored file holds all mail, and everything else goes on', async () => {
  await office.syncAt('2025-10-24 08:30');
  const before = Number(await bookkeeping('revision'));
  await write(system, 1, ['revision', String(before - 2)]);
  await office.file('HUE', fullReport('HUE'));
  expect(await office.syncAt('2025-10-24 09:30')).toMatchObject({ recorded: 1, sent: 0 });
  expect(await receiptsTo('HUE')).toEqual([]);
  expect(Number(await bookkeeping('revision'))).toBe(before + 1);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: '_hệ thống', found: expect.stringContaining('khôi phục') }),
  );
  const held = (await office.rowsOf(mailPlan)).find((row) => row.unit === 'HUE');
  expect(held).toMatchObject({ state: 'Giữ lại', why: expect.stringContaining('khôi phục') });
  expect(await office.syncAt('2025-10-27 08:30')).toMatchObject({ sent: 0 });
});

test('a copied file holds all mail', async () => {
  await write(system, 3, ['spreadsheet', '1anotherFileOfTheSameKind']);
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 0 });
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ sent: 0 });
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: '_hệ thống', found: expect.stringContaining('bản sao') }),
  );
});

test('after a restore past notices are settled, later ones go out again', async () => {
  const { revision } = await office.syncAt('2025-10-24 08:30');
  await write(system, 1, ['revision', String(revision - 2)]);
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-24 09:30');
  await runSync(office.workspace.config, { isRestoring: true });
  expect(await office.errors()).toEqual([]);
  expect((await office.rowsOf(ledger)).filter(({ state }) => state === 'khôi phục')).toHaveLength(1);
  expect(await office.syncAt('2025-10-24 09:31')).toMatchObject({ sent: 0, held: 0 });
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-24 15:00');
  expect(await receiptsTo('HUE')).toEqual([]);
  expect(await receiptsTo('HPG')).toHaveLength(1);
});

/** A version of the file from earlier: its cells, and its claims too where Google takes them back. */
async function restoreTo(kept: readonly { readonly tab: Tab; readonly cells: Grid }[], takesClaims: boolean) {
  const last = Number(await bookkeeping('revision'));
  const values = (cells: Grid[number]) =>
    cells.map((cell) => ({
      userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: String(cell) },
    }));
  await office.edit(
    ...kept.flatMap(({ tab: { sheetId }, cells }) => [
      { repeatCell: { range: { sheetId }, cell: {}, fields: 'userEnteredValue' } },
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows: cells.map((row) => ({ values: values(row) })),
          fields: 'userEnteredValue',
        },
      },
    ]),
  );
  if (!takesClaims) return;
  const revision = Number(await bookkeeping('revision'));
  const lookups = Array.from({ length: last - revision }, (_, at) => ({ metadataId: revision + at + 1 }));
  await office.edit(
    ...lookups.map((developerMetadataLookup) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } },
    })),
  );
}

/** Whether a restore takes the claims back too is not known; where it does, the file itself tells nothing. */
test.each([
  ['the claims stay', false],
  ['the claims go back too', true],
])(
  'a restore after which %s, settled before anything ran, repeats no mail and loses no report',
  async (_, takesClaims) => {
    const tabs = [system, ledger, changes, reports, answers, filers];
    const kept = await Promise.all(tabs.map(async (tab) => ({ tab, cells: await office.cellsOf(tab) })));
    await office.file('HUE', fullReport('HUE'));
    await office.syncAt('2025-10-29 08:30');
    const mails = (await office.mails()).length;
    await restoreTo(kept, takesClaims);
    await runAfterRestore(office.workspace.config, () => {});
    expect(await office.errors()).toEqual([]);
    expect((await office.rowsOf(reports)).map(({ unit }) => unit)).toEqual(['HUE']);
    expect(await office.syncAt('2025-10-29 08:40')).toMatchObject({ sent: 0, recorded: 0, held: 0 });
    expect((await office.mails()).length).toBe(mails);
  },
);

test('a log row deleted by the owner holds mail until it is there again', async () => {
  const row = await office.firstRowOf(ledger);
  const cells = (await office.cellsOf(ledger))[row] as (string | number)[];
  const { length } = await office.rowsOf(ledger);
  await office.edit(deleteRow(ledger, row));
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 0 });
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({
      tab: 'Nhật ký thư',
      found: `có ${length - 1} dòng`,
      expected: expect.stringContaining(`${length} dòng`),
    }),
  );
  await office.edit({
    insertDimension: { range: { sheetId: ledger.sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
  });
  await write(ledger, row, cells);
  expect(await office.sync()).toMatchObject({ sent: 1 });
  expect(await receiptsTo('HUE')).toHaveLength(1);
  expect(await office.errors()).toEqual([]);
});

test('a log row deleted on purpose is settled by hand', async () => {
  await office.edit(deleteRow(ledger, await office.firstRowOf(ledger)));
  expect(await office.syncAt('2025-10-24 08:30')).toMatchObject({ sent: 1 });
  await runSync(office.workspace.config, { isRestoring: true });
  expect(await office.errors()).toEqual([]);
  expect(await office.syncAt('2025-10-29 08:30')).toMatchObject({ sent: expect.toBeOneOf([2, 3]) });
});

test('logs that are gone are named; one command cures them, and nothing is written or mailed twice', async () => {
  const logs = [reports, answers, filers, ledger, changes];
  await office.file('HUE', fullReport('HUE'));
  await office.sync();
  const whole = await Promise.all([reports, answers, filers].map(office.rowsOf));
  await office.edit(...logs.map(deleteTab));
  expect(await office.syncAt('2025-10-24 08:30')).toMatchObject({ sent: 1 });
  expect((await office.errors()).map(({ tab }) => tab)).toEqual(expect.arrayContaining(logs.map(({ title }) => title)));
  await runAfterRestore(office.workspace.config, () => {});
  expect(await office.errors()).toEqual([]);
  const again = await Promise.all([reports, answers, filers].map(office.rowsOf));
  expect(again.map((rows) => rows.length)).toEqual(whole.map((rows) => rows.length));
  expect(await office.syncAt('2025-10-24 08:40')).toMatchObject({ recorded: 0, sent: 0, held: 0 });
  await office.syncAt('2025-10-29 08:30');
  expect((await office.mailsTo('HPG')).at(-1)?.subject).toMatch(/^\[Nhắc việc\]/);
  expect((await office.mailsTo('HUE')).at(-1)?.subject).toMatch(/^\[Đã tiếp nhận\]/);
});

const SPARE = 999;
/** As *Duplicate* does, under a sheetId of choice. */
const duplicate = (from: number, to: number, title: string) => ({
  duplicateSheet: { sourceSheetId: from, newSheetId: to, newSheetName: title },
});

test.each([
  ['Báo cáo', reports],
  ['Nội dung', answers],
  ['Người gửi', filers],
])('without the tab %s reports wait in the Form; they are taken when it is back', async (title, tab) => {
  await office.edit(duplicate(tab.sheetId, SPARE, 'bản giữ lại'), deleteTab(tab));
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 0, sent: 0 });
  expect(await office.findings()).toContainEqual(expect.objectContaining({ tab: title, found: 'không thấy tab' }));
  await office.edit(duplicate(SPARE, tab.sheetId, title), deleteTab({ ...tab, sheetId: SPARE }));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
  expect(await office.rowsOf(filers)).toHaveLength(1);
  expect(await office.errors()).toEqual([]);
});

test('a log that came back under another id is used where it is', async () => {
  await office.edit(duplicate(reports.sheetId, SPARE, 'tạm'), deleteTab(reports), {
    updateSheetProperties: { properties: { sheetId: SPARE, title: reports.title }, fields: 'title' },
  });
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
  expect(await office.sync()).toMatchObject({ recorded: 0, sent: 0 });
  expect(await office.rowsOf({ ...reports, sheetId: SPARE })).toHaveLength(1);
});

test('columns of a log that were moved stop the writing there, and hold mail', async () => {
  await office.edit({
    moveDimension: {
      source: { sheetId: reports.sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
      destinationIndex: 4,
    },
  });
  const before = await office.cellsOf(reports);
  await office.file('HUE', fullReport('HUE'));
  expect(await office.sync()).toMatchObject({ recorded: 0, sent: 0 });
  expect(await office.cellsOf(reports)).toEqual(before);
  await office.edit({
    moveDimension: {
      source: { sheetId: reports.sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
      destinationIndex: 1,
    },
  });
  expect((await office.cellsOf(reports))[0]).toEqual(headerRow(reports));
  expect(await office.sync()).toMatchObject({ recorded: 1, sent: 1 });
});

test('a log that is filtered still takes its rows', async () => {
  await office.edit({
    setBasicFilter: {
      filter: {
        range: { sheetId: changes.sheetId },
        criteria: { 1: { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'round' }] } } },
      },
    },
  });
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:10', 'Đơn vị': 'HPG', 'Giá trị': '31/10/2025' });
  await office.sync();
  expect((await office.rowsOf(changes)).at(-1)?.subject).toMatch(/^decision\//);
});

test('projections heal after any damage', async () => {
  const tabs = [overview, tracking, matrix, progress, mailPlan, findings];
  const healthy = await Promise.all(tabs.map(office.cellsOf));
  await write(overview, 0, ['Tiêu đề khác']);
  await write(tracking, 1, ['2025-10', 'HPG', 'Hải Phòng', 'Đã tiếp nhận nội dung']);
  await office.edit(deleteRow(matrix, 3), {
    sortRange: {
      range: { sheetId: progress.sheetId, startRowIndex: 1, startColumnIndex: 0 },
      sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }],
    },
  });
  await write(mailPlan, 60, ['thừa một dòng']);
  await write(findings, 3, ['Lỗi', 'bịa đặt']);
  await office.sync();
  expect(await Promise.all(tabs.map(office.cellsOf))).toEqual(healthy);
  expect(await office.sync()).toMatchObject({ googleCalls: 2 });
});

/** Whether a range that only ends past the grid is clipped or refused is not known. */
test.each(['as refused', 'sheets.values-clip-end', 'sheets.batch-ranges-clip-end'])(
  'a projection gets back the columns it lost, under %s',
  async (name) => {
    const { url } = office.workspace.emulator;
    await fetch(`${url}/_emulator/switches`, { method: 'PUT', body: JSON.stringify({ [name]: true }) });
    const width = headerRow(tracking).length;
    const range = { sheetId: tracking.sheetId, dimension: 'COLUMNS', startIndex: width - 2, endIndex: width + 1 };
    await office.edit({ deleteDimension: { range } });
    await office.file('HUE', fullReport('HUE'));
    expect(await office.syncAt('2025-10-24 09:30')).toMatchObject({ recorded: 1, failed: 0 });
    expect((await office.cellsOf(tracking))[0]).toEqual(headerRow(tracking));
    expect(await receiptsTo('HUE')).toHaveLength(1);
    expect(await office.sync()).toMatchObject({ googleCalls: 2, sent: 0 });
  },
);
