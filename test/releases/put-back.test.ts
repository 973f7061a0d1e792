import { expect, test } from 'vitest';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { headerRow, placesOf } from '../../sheets-schema/parse-tab.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { answers, changes, filers, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { fewOf } from '../support/properties.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0', async (one) => {
  await one.syncAt('2025-10-30 09:11');
  await one.provision();
  whole = await one.now();
});
let whole: Awaited<ReturnType<typeof office.now>>;

const writes = () =>
  office.workspace.emulator.log
    .list()
    .filter(({ method, path }) => method !== 'GET' && !/:batchGet|_emulator/.test(path));

async function bookkeeping(cell: string): Promise<string> {
  return String((await office.cellsOf(system)).find(([name]) => name === cell)?.[1] ?? '');
}

const columnAt = async (tab: Tab, name: string) => placesOf(tab, (await office.cellsOf(tab))[0] ?? []).get(name) ?? -1;

async function loseColumn(tab: Tab, name: string): Promise<void> {
  const startIndex = await columnAt(tab, name);
  const range = { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
  await office.edit({ deleteDimension: { range } });
}

/** The first six on every change, all of them in the long set. */
const lost: readonly (readonly [Tab, string])[] = [
  [rounds, 'effectiveDeadline'],
  [tasks, 'lead'],
  [contacts, 'emails'],
  [reports, 'unit'],
  [ledger, 'key'],
  [tasks, 'note'],
  [rounds, 'id'],
  [decisions, 'value'],
  [units, 'code'],
  [contacts, 'name'],
  [outline, 'used'],
  [settingsTab, 'value'],
  [holidays, 'status'],
  [templates, 'body'],
  [reports, 'responseId'],
  [answers, 'facts'],
  [answers, 'text'],
  [filers, 'phone'],
  [ledger, 'reason'],
  [changes, 'new'],
];
const tried = fewOf(lost, 4);

test.each(tried.map(([tab, name]) => [tab.title, tab.columns[name]?.header, tab, name] as const))(
  'a lost column is put back by provision, and mails nobody until somebody says that it is right: %s, %s',
  async (_title, header, tab, name) => {
    await loseColumn(tab, name);
    await office.file('HCM', {
      '1.1': 'Đã rà soát 04 đề án theo Quyết định số 210/QĐ-UBND ngày 15/3/2022, tiếp tục thực hiện.',
    });
    const mails = await mailsToUnits();
    await office.syncAt('2025-10-30 14:00');
    const figures = (await office.cellsOf(overview)).slice(2, 14);
    const isDecisive = tab.columns[name]?.decides !== false;

    const lines = await office.provision();
    expect(lines.join('\n')).toContain(`${tab.title}: đã thêm lại cột "${header}"`);
    expect(placesOf(tab, (await office.cellsOf(tab))[0] ?? []).has(name)).toBe(true);
    if (tab.owner === 'log')
      expect((await office.cellsOf(tab))[0]?.slice(0, headerRow(tab).length)).toEqual(headerRow(tab));
    await office.syncAt('2025-10-30 14:05');
    if ((await bookkeeping('putBack')) !== '') {
      if (tab !== tasks && tab !== templates) expect(await mailsToUnits()).toBe(mails);
      expect((await office.cellsOf(overview)).slice(2, 14).map(([, value]) => value)).toEqual(
        figures.map(([, value]) => value),
      );
    } else expect(isDecisive && tab.owner === 'people').toBe(false);
    office.workspace.emulator.log.clear();
    await office.provision();
    expect(writes()).toEqual([]);

    await putCellsBack(tab, name);
    await office.provision({ areColumnsChecked: true });
    expect(await bookkeeping('putBack')).toBe('');
    await office.syncAt('2025-10-30 14:10');
    expect(await office.errors()).toEqual([]);
    expect((await office.rowsOf(reports)).filter(({ unit }) => unit === 'HCM')).toHaveLength(1);
    await office.syncAt('2025-10-31 08:31');
    expect(await office.mailsTo('HCM')).not.toEqual([]);
  },
);

/** As somebody who fills the cells in again. */
async function putCellsBack(tab: Tab, name: string): Promise<void> {
  const sheet = whole.spreadsheet.sheets.find(({ properties }) => properties?.sheetId === tab.sheetId);
  const [header = [], ...rows] = sheet?.rows ?? [];
  const from = placesOf(tab, header.map(String)).get(name) ?? -1;
  const columnIndex = await columnAt(tab, name);
  const entered = (cell: unknown) =>
    typeof cell === 'number'
      ? { numberValue: cell }
      : typeof cell === 'boolean'
        ? { boolValue: cell }
        : { stringValue: String(cell) };
  const cells = rows.map((row) => {
    const cell = row[from];
    return { values: [cell === null || cell === undefined ? {} : { userEnteredValue: entered(cell) }] };
  });
  const start = { sheetId: tab.sheetId, rowIndex: 1, columnIndex };
  await office.edit({ updateCells: { start, rows: cells, fields: 'userEnteredValue' } });
}

/** The coordinators' morning mail tells of just this. */
const mailsToUnits = async () => (await office.mails()).filter(({ subject }) => !subject.startsWith('[Bản tin')).length;

test('the title of a log that somebody changed gets its words back, and its cells are all there', async () => {
  const place = await columnAt(ledger, 'state');
  const before = await office.cellsOf(ledger);
  await office.edit({
    updateCells: {
      start: { sheetId: ledger.sheetId, rowIndex: 0, columnIndex: place },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'Tình hình' } }] }],
      fields: 'userEnteredValue',
    },
  });
  const mails = await mailsToUnits();
  await office.syncAt('2025-10-31 08:31');
  expect(await mailsToUnits()).toBe(mails);
  expect((await office.provision()).join()).toContain('tiêu đề "Tình hình" nay là "Kết quả"');
  expect((await office.cellsOf(ledger)).slice(0, before.length)).toEqual(before);
  expect(await bookkeeping('putBack')).toBe('');
  expect(await office.syncAt('2025-10-31 08:32')).toMatchObject({ sent: expect.toSatisfy((sent: number) => sent > 0) });
});
