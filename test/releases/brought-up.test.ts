import { expect, test } from 'vitest';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { placesOf, titlesOf } from '../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { matrix, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0');
const peopleTabs: readonly Tab[] = [
  tasks,
  rounds,
  decisions,
  units,
  contacts,
  outline,
  settingsTab,
  holidays,
  templates,
];

const writes = () =>
  office.workspace.emulator.log
    .list()
    .filter(({ method, path }) => method !== 'GET' && !/:batchGet|_emulator/.test(path));

async function bookkeeping(cell: string): Promise<string> {
  return String((await office.cellsOf(system)).find(([name]) => name === cell)?.[1] ?? '');
}

/** By the columns' titles, wherever they stand. */
async function valuesOf(tab: Tab): Promise<readonly unknown[]> {
  const [header = [], ...rows] = await office.cellsOf(tab);
  const own = header.map(String);
  return rows.map((row) => Object.fromEntries(own.map((title, at) => [title, row[at] ?? ''])));
}

test('people’s tabs are brought up without a value changed, and a second run writes nothing', async () => {
  await office.syncAt('2025-10-30 09:11');
  await sortSettings();
  const before = await Promise.all(peopleTabs.map(valuesOf));
  expect(await office.provision()).toEqual(
    expect.arrayContaining([expect.stringContaining('các tab của người dùng đã theo bản')]),
  );
  for (const [index, tab] of peopleTabs.entries()) {
    const after = await valuesOf(tab);
    expect(after.slice(0, before[index]?.length), tab.title).toMatchObject(before[index] ?? []);
    expect(after.length - (before[index]?.length ?? 0), tab.title).toBe(tab === settingsTab ? await newSettings() : 0);
    const header = (await office.cellsOf(tab))[0] ?? [];
    expect(Object.keys(tab.columns).filter((name) => !placesOf(tab, header).has(name))).toEqual([]);
  }
  // The clauses of the seeded tasks come with their column.
  expect((await office.rowsOf(tasks)).filter(({ exact }) => exact === null)).toEqual([]);
  expect(await bookkeeping('schema.people')).toBe(String(SCHEMA_VERSION));
  const ruled = Object.values(settings).flatMap(({ title, kind }) => (kind.rule ? [[title, kind.rule.type]] : []));
  expect(await settingRules()).toEqual(Object.fromEntries(ruled));
  office.workspace.emulator.log.clear();
  expect(await office.provision()).toEqual([]);
  expect(writes()).toEqual([]);
  expect(await office.sync()).toMatchObject({ sent: 0 });
  expect(await office.errors()).toEqual([]);
});

/** In which columns a word is coloured in a tab, and how: by the first rule that fits. */
async function colourOf(word: string, { sheetId }: Tab): Promise<unknown> {
  const { data } = await office.sheet.spreadsheets.get({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    fields: 'sheets(properties.sheetId,conditionalFormats,filterViews)',
  });
  const tab = data.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
  const rule = tab?.conditionalFormats?.find(({ booleanRule }) =>
    word.startsWith(booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '–'),
  );
  const { red = 0 } = rule?.booleanRule?.format?.backgroundColorStyle?.rgbColor ?? {};
  return {
    columns: rule?.ranges?.map(({ startColumnIndex = 0 }) => startColumnIndex),
    red: Math.round((red ?? 0) * 255),
  };
}

test.each([
  ['before the first run', ['provision', 'sync']],
  ['after it', ['sync', 'provision']],
] as const)(
  'what words mean has one colour, in files of an earlier release too, when they are brought up %s',
  async (_, steps) => {
    office.moveTo('2025-10-30 09:11');
    for (const step of steps) await office[step]();
    const verdict = Object.keys(matrix.columns).indexOf('verdict');
    expect(await colourOf('Chưa gửi', matrix)).toEqual({ columns: [verdict], red: 0xf8 });
    expect(await colourOf('Không nêu', matrix)).toEqual({ columns: [verdict], red: 0xe2 });
    const [filing, timing] = (['filing', 'timing'] as const).map((name) => Object.keys(tracking.columns).indexOf(name));
    expect(await colourOf('Chưa gửi', tracking)).toEqual({ columns: [filing, timing], red: 0xf8 });
    expect(await colourOf('Chưa đến hạn', tracking)).toEqual({ columns: [filing, timing], red: 0xcf });
    await office.provision();
    office.workspace.emulator.log.clear();
    await office.provision();
    expect(writes()).toEqual([]);
  },
);

/** By hand, by their names: the rules stay where they were. */
async function sortSettings(): Promise<void> {
  const { sheetId } = settingsTab;
  const range = { sheetId, startRowIndex: 1, endRowIndex: 14, startColumnIndex: 0, endColumnIndex: 3 };
  const sortRange = { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] };
  await office.sheet.spreadsheets.batchUpdate({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    requestBody: { requests: [{ sortRange }] },
  });
}

/** What the cell of each setting offers, wherever its row stands. */
async function settingRules(): Promise<Readonly<Record<string, string | null | undefined>>> {
  const { data } = await office.sheet.spreadsheets.get({
    spreadsheetId: office.workspace.provisioned.spreadsheetId,
    ranges: [`'${settingsTab.title}'!A1:B40`],
    fields: 'sheets.data.rowData.values(dataValidation,formattedValue)',
  });
  const rows = data.sheets?.[0]?.data?.[0]?.rowData ?? [];
  return Object.fromEntries(
    rows.flatMap(({ values: [name, value] = [] }) =>
      value?.dataValidation ? [[name?.formattedValue, value.dataValidation.condition?.type]] : [],
    ),
  );
}

async function newSettings(): Promise<number> {
  const known = new Set(
    (
      (await office.recorded.spreadsheet.sheets.find(({ properties }) => properties?.title === settingsTab.title)
        ?.rows) ?? []
    ).map(([title]) => title),
  );
  return Object.values(settings).filter(
    (setting) => !titlesOf({ ...setting, header: setting.title }).some((one) => known.has(one)),
  ).length;
}
