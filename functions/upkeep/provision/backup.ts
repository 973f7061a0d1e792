import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import { type Cell, EMPTY, type Grid } from '../../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../../sheets-schema/define-tab.ts';
import { placesOf } from '../../../sheets-schema/parse-tab.ts';
import { type Setting, settings } from '../../../sheets-schema/setting-list.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import type { CellWrite, Files, SheetRequest, Workbook, Write } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { planWorkbook, settingRules } from './plan-workbook.ts';

/** Every value of a spreadsheet, tab by tab; dates are serial numbers. */
export type Backup = {
  /** Which spreadsheet it is of. */
  readonly spreadsheetId: string;
  readonly tabs: readonly { readonly sheetId: number; readonly title: string; readonly rows: Grid }[];
};

/** A spreadsheet whole, people's own tabs included. Two calls. */
export async function takeBackup(workbook: Workbook): Promise<Backup> {
  const tabs = await workbook.tabs();
  const outcome = await workbook.read(tabs.map(({ sheetId }) => ({ sheetId, columns: null })));
  if (outcome.kind !== 'read') throw problem('workbook.unprovisioned', ['a tab that was there a moment ago']);
  return {
    spreadsheetId: workbook.id,
    tabs: tabs.map(({ sheetId, title }) => ({ sheetId, title, rows: outcome.grids.get(sheetId) ?? [] })),
  };
}

/**
 * A new spreadsheet with all that a backup holds, laid out as this release lays it out. It knows that it is a copy, so it
 * mails nobody until somebody settles it; the form is the one it had.
 * @returns its id
 */
export async function restoreBackup(
  files: Pick<Files, 'createSpreadsheet' | 'describe' | 'build'>,
  { tabs }: Backup,
  title: string,
): Promise<string> {
  const id = await files.createSpreadsheet(title);
  const found = await files.describe(id);
  const restored = tabs.map(laidOut);
  await files.build(
    id,
    [
      ...planWorkbook(found, []).requests,
      ...restored.flatMap(({ own }) => own),
      ...restored.flatMap(({ room }) => room),
      ...settingLists(tabs),
      ...found.tabs.map(({ sheetId }) => ({ deleteSheet: { sheetId } })),
    ],
    [],
  );
  for (const rows of restored.flatMap((tab) => writesOf(tab))) await files.build(id, [], [rows]);
  return id;
}

type Restored = {
  readonly sheetId: number;
  readonly rows: readonly (readonly CellWrite[])[];
  /** What makes the tab, where it is one of people's own. */
  readonly own: readonly SheetRequest[];
  readonly room: readonly SheetRequest[];
};

/** Rows that a new tab has. */
const ROWS = 1_000;
/** Characters that go in one batch. */
const CHUNK = 600_000;

/** Declared columns where they are declared, whatever people moved; their own columns behind them. */
function laidOut({ sheetId, title, rows }: Backup['tabs'][number]): Restored {
  const declared = (allTabs as readonly Tab[]).find((tab) => tab.sheetId === sheetId || tab.title === title);
  const [header = []] = rows;
  const width = Math.max(1, ...rows.map((row) => row.length));
  if (!declared) {
    const gridProperties = { rowCount: Math.max(ROWS, rows.length), columnCount: width };
    const plain = rows.map((row) => row.map((value) => ({ value })));
    return { sheetId, rows: plain, own: [{ addSheet: { properties: { sheetId, title, gridProperties } } }], room: [] };
  }
  const places = placesOf(declared, header);
  const names = Object.keys(declared.columns as Columns);
  const taken = new Set(places.values());
  const behind = Array.from({ length: width }, (_, place) => place).filter((place) => !taken.has(place));
  const order = [...names.map((name) => places.get(name) ?? -1), ...behind];
  // A tab without a header of ours, as `_hệ thống` may be, stands as it stood.
  const isHeaded = places.size > 0;
  const moved = isHeaded ? rows.map((row) => order.map((place): Cell => row[place] ?? EMPTY)) : rows;
  const titles = Object.values(declared.columns as Columns).map(({ header: one }, at) => moved[0]?.[at] || one);
  const whole = isHeaded ? [[...titles, ...(moved[0] ?? []).slice(names.length)], ...moved.slice(1)] : moved;
  const lacking = { ROWS: rows.length - ROWS, COLUMNS: behind.length };
  const room = (['ROWS', 'COLUMNS'] as const).flatMap((dimension) =>
    lacking[dimension] > 0
      ? [{ appendDimension: { sheetId: declared.sheetId, dimension, length: lacking[dimension] } }]
      : [],
  );
  return { sheetId: declared.sheetId, rows: whole.map((row) => dressed(declared, row)), own: [], room };
}

/** Days and numbers are shown as their columns have them; beside a setting, as that one has it. */
function dressed(tab: Tab, row: readonly Cell[]): readonly CellWrite[] {
  const columns = Object.values(tab.columns as Columns);
  const setting =
    tab.name === settingsTab.name
      ? Object.values<Setting<unknown>>(settings).find(({ title, former = [] }) =>
          [title, ...former].includes(String(row[0])),
        )
      : undefined;
  return row.map((value, at) => {
    const format = columns[at]?.format ?? setting?.kind.format;
    return format && typeof value === 'number' ? { value, format } : { value };
  });
}

/** Lists and tick boxes beside the settings as they stood. */
function settingLists(tabs: Backup['tabs']): readonly SheetRequest[] {
  const tab = tabs.find(({ sheetId, title }) => sheetId === settingsTab.sheetId || title === settingsTab.title);
  const at = placesOf(settingsTab, tab?.rows[0] ?? []).get('name');
  if (!tab || at === undefined) return [];
  const titles = tab.rows.map((row) => String(row[at] ?? ''));
  const column = Object.keys(settingsTab.columns).indexOf('value');
  return settingRules({ sheetId: settingsTab.sheetId, titles, column });
}

/** Parts that one batch takes each. */
function writesOf({ sheetId, rows }: Restored): readonly Write[] {
  const parts: { row: number; rows: CellWrite[][]; size: number }[] = [];
  for (const [row, cells] of rows.entries()) {
    const size = cells.reduce((sum, { value }) => sum + String(value).length + 1, 0);
    const last = parts.at(-1);
    if (!last || last.size + size > CHUNK) parts.push({ row, rows: [[...cells]], size });
    else {
      last.rows.push([...cells]);
      last.size += size;
    }
  }
  return parts.map((part) => ({ kind: 'write', sheetId, row: part.row, column: 0, rows: part.rows }));
}
