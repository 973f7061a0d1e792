import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAfterRestore } from '../../functions/upkeep/commands.ts';
import { wholeLogs } from '../../functions/workbook/snapshot.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import { dateTime, serviceTime } from '../../sheets-schema/columns/date.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { answers, filers, reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';

const office = useOffice();
/** A whole office as two cities have filed, once made and put back before each case. */
let putBack: (() => void) | null = null;

beforeEach(async () => {
  if (putBack) return putBack();
  await askTheCities(office, { cities: ['HPG', 'HUE', 'CTO'], deadline: '31/10/2025' });
  await office.sync();
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-23 16:00');
  await office.file('HUE', { ...fullReport('HUE'), '1.4': 'Không' });
  await office.syncAt('2025-10-23 16:30');
  putBack = office.workspace.emulator.checkpoint();
});

type Damage = { readonly what: string; readonly tab: Tab; readonly requests: readonly sheets_v4.Schema$Request[] };

const columnsOf = (tab: Tab) => Object.values(tab.columns as Columns);
const remove = ({ sheetId }: Tab, dimension: 'ROWS' | 'COLUMNS', startIndex: number, count = 1) => ({
  deleteDimension: { range: { sheetId, dimension, startIndex, endIndex: startIndex + count } },
});
const put = ({ sheetId }: Tab, rowIndex: number, columnIndex: number, cell: Cell) => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [
      {
        values: [
          { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: String(cell) } },
        ],
      },
    ],
    fields: 'userEnteredValue',
  },
});

/** 12/05/2099 as the kind of column writes it. */
const aheadOf = ({ codec }: Columns[string]) => (codec === dateTime.codec ? 72_818 : '2099-05-12T01:00:00Z');
const isTime = ({ codec }: Columns[string]) => codec === dateTime.codec || codec === serviceTime.codec;

const damages: readonly Damage[] = wholeLogs.flatMap((tab): Damage[] => [
  { what: 'deleted', tab, requests: [{ deleteSheet: { sheetId: tab.sheetId } }] },
  { what: 'without its rows', tab, requests: [remove(tab, 'ROWS', 1)] },
  { what: 'without its last two columns', tab, requests: [remove(tab, 'COLUMNS', columnsOf(tab).length - 2, 2)] },
  ...columnsOf(tab).flatMap((column, at): Damage[] => [
    { what: `without the column ${column.header}`, tab, requests: [remove(tab, 'COLUMNS', at)] },
    ...(isTime(column)
      ? [
          { what: `with ${column.header} in 2099`, tab, requests: [put(tab, 1, at, aheadOf(column))] },
          { what: `with ${column.header} no time`, tab, requests: [put(tab, 1, at, 'hôm qua')] },
        ]
      : []),
  ]),
]);

/** A person may hand `Người gửi` rows over to nobody: that some are gone is no damage. */
const isDamage = ({ tab, what }: Damage) => tab !== filers || what !== 'without its rows';

const keysOf = async (tab: Tab, ...names: string[]) => {
  const [, ...rows] = await office.cellsOf(tab);
  const at = names.map((name) => Object.keys(tab.columns).indexOf(name));
  return rows
    .map((cells) => at.map((place) => String(cells[place] ?? '')).join(' '))
    .filter((key) => key.trim() !== '');
};
const logged = async () => ({
  reports: (await keysOf(reports, 'version')).sort(),
  answers: (await keysOf(answers, 'version', 'question', 'part')).sort(),
  filers: (await keysOf(filers, 'version')).sort(),
});

/** The coordinators' morning mail tells of just this. */
const mailsToUnits = async () => (await office.mails()).filter(({ subject }) => !subject.startsWith('[Bản tin')).length;

const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);

describe.each(damages.filter(isDamage))('$tab.title $what', ({ tab, requests }) => {
  test('is told and holds mail; one command cures it, and everything goes on', async () => {
    const before = await logged();
    const mails = await mailsToUnits();
    await office.edit(...requests);
    await office.syncAt('2025-10-28 08:30');
    expect(await mailsToUnits()).toBe(mails);
    expect(await office.errors()).toContainEqual(expect.objectContaining({ tab: tab.title }));
    expect((await office.errors()).map(({ fix }) => fix).join()).not.toMatch(/[Xx]óa dòng/);

    await runAfterRestore(office.workspace.config, () => {}, { areColumnsChecked: false });
    expect(await office.errors()).toEqual([]);
    expect(await logged()).toEqual(before);
    expect(await office.syncAt('2025-10-28 08:40')).toMatchObject({ recorded: 0, held: 0 });
    expect(await mailsToUnits()).toBe(mails);

    await office.syncAt('2025-10-31 08:30');
    expect((await subjectsTo('CTO')).at(-1)).toMatch(/^\[Nhắc việc\]/);
    expect((await subjectsTo('HPG')).join()).not.toMatch(/Nhắc việc|bổ sung/);
    const late = (await office.rowsOf(tracking)).map(({ unit, timing }) => [unit, timing]);
    expect(late).toEqual(
      expect.arrayContaining([
        ['HPG', 'Đúng hạn'],
        ['HUE', 'Đúng hạn'],
      ]),
    );
    expect(await office.errors()).toEqual([]);
  });
});
