import { allTabs } from '../../../sheets-schema/all-tabs.ts';
import { type Cell, EMPTY, type Grid } from '../../../sheets-schema/cell.ts';
import type { Column, Columns, Tab } from '../../../sheets-schema/define-tab.ts';
import { isHeaded, isIn, placesOf, titlesOf } from '../../../sheets-schema/parse-tab.ts';
import { SCHEMA_VERSION } from '../../../sheets-schema/schema-version.ts';
import { type Setting, settings } from '../../../sheets-schema/setting-list.ts';
import { settingsTab } from '../../../sheets-schema/tabs/settings.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { SheetLook, SheetRequest, Write } from '../../ports.ts';
import type { SchemaVersions } from '../../workbook/bookkeeping.ts';
import { logTabs, peopleTabs, wholeLogs } from '../../workbook/snapshot.ts';
import { choiceRule, noteCell, putInColumn, spareColumn, titleCells } from '../../workbook/tab-requests.ts';
import { planLook } from './plan-look.ts';
import { settingRules } from './plan-workbook.ts';
import { settingCells } from './seed-rows.ts';

/** A file as it is: what stands in the first row of each tab, by declared sheetId, and in `Cài đặt`. */
export type FileNow = {
  readonly headers: ReadonlyMap<number, readonly Cell[]>;
  readonly settings: Grid;
  readonly schema: SchemaVersions;
  /** Where declared tabs really are, when one was replaced. */
  readonly places: ReadonlyMap<number, number>;
  readonly titles: ReadonlySet<string>;
  /** By sheetId, of tabs that were there before this run. */
  readonly looks: ReadonlyMap<number, SheetLook>;
};

/** What a file lacks of this release, or has lost. Values of cells are never among it. */
export type Completion = {
  readonly changes: readonly Write[];
  /** Columns put back that something is decided by, `rounds.effectiveDeadline`: their cells are gone. */
  readonly putBack: readonly string[];
  /** What is done, a line each. */
  readonly done: readonly string[];
};

/** Columns and settings that are new, or lost; titles of earlier releases; and once for each release notes and lists. */
export function planCompletion(file: FileNow): Completion {
  const people = Object.values(peopleTabs) as readonly Tab[];
  const tabs = [...people, ...wholeLogs].flatMap((tab) => {
    const header = file.headers.get(tab.sheetId);
    return header && header.length > 0 ? [completeTab(tab, header, file)] : [];
  });
  const rows = missingSettings(file);
  // Where a column is put back the others move: how that tab looks is seen to by the next run.
  const moved = new Set(tabs.flatMap(({ changes }) => changes.map(({ sheetId }) => sheetId)));
  const looks = (allTabs as readonly Tab[])
    .flatMap((tab) => lookOf(tab, file))
    .filter(({ sheetId }) => !moved.has(sheetId));
  return {
    changes: [...tabs.flatMap(({ changes }) => changes), ...rows.changes, ...looks],
    putBack: tabs.flatMap(({ putBack }) => putBack),
    done: [
      ...tabs.flatMap(({ done }) => done),
      ...rows.done,
      ...(looks.length > 0 ? [`đã cập nhật màu và chế độ xem bộ lọc của ${looks.length} tab hệ thống`] : []),
    ],
  };
}

/** Of the system's own tabs; in people's they stay as people have them. */
function lookOf(tab: Tab, { headers, places, looks }: FileNow): readonly Write[] {
  const sheetId = places.get(tab.sheetId) ?? tab.sheetId;
  const [header, look] = [headers.get(tab.sheetId), looks.get(sheetId)];
  if (tab.owner === 'people' || !look || !header?.length) return [];
  const requests = planLook({ ...tab, sheetId }, header, look);
  return requests.length > 0 ? [{ kind: 'shape', sheetId, requests }] : [];
}

function completeTab(tab: Tab, header: readonly Cell[], file: FileNow): Completion {
  if (placesOf(tab, header).size === 0) {
    return {
      changes: [],
      putBack: [],
      done: [`${tab.title}: dòng đầu không có tiêu đề nào; khôi phục từ Nhật ký phiên bản`],
    };
  }
  const place = { ...tab, sheetId: file.places.get(tab.sheetId) ?? tab.sheetId };
  const isLog = tab.owner === 'log';
  const parts = isLog ? completeLog(place, header, file) : completePeople(place, header, file);
  const requests = parts.flatMap((part) => part.requests);
  return {
    changes: requests.length === 0 ? [] : [{ kind: 'shape', sheetId: place.sheetId, requests }],
    putBack: parts.flatMap(({ lost }) => (lost !== null && isDecisive(tab, lost) ? [`${nameOf(tab)}.${lost}`] : [])),
    done: parts.flatMap(({ done }) => done),
  };
}

type Part = {
  readonly requests: readonly SheetRequest[];
  readonly done: readonly string[];
  /** The column that was lost and is put back, empty. */
  readonly lost: string | null;
};

/** The columns that a file should have by now: those of a log come with the first run of a release. */
function wanted({ columns, owner }: Tab, { schema }: FileNow): readonly (readonly [string, Columns[string]])[] {
  const all = Object.entries(columns as Columns);
  return owner === 'log' ? all.filter(([, column]) => isIn(column, schema.system)) : all;
}

/** Behind the column that is declared before it, wherever people moved that. */
function completePeople(tab: Tab, header: readonly Cell[], file: FileNow): readonly Part[] {
  const now = [...header];
  const missing = wanted(tab, file).flatMap(([name, column], index, all): Part[] => {
    if (placesOf(tab, now).has(name)) return [];
    const before = all.slice(0, index).findLast(([one]) => placesOf(tab, now).has(one))?.[0];
    const at = before === undefined ? 0 : (placesOf(tab, now).get(before) ?? -1) + 1;
    now.splice(at, 0, column.header);
    return [putIn(tab, [name, column], at, { file, now })];
  });
  const spare = missing.length > 0 ? [{ requests: [spareColumn(tab)], done: [], lost: null }] : [];
  return [...spare, ...missing, ...renamed(tab, now), ...(isOlder(file) ? [refreshed(tab, now)] : [])];
}

/** Logs are written by place. A title that alone is another one is a title somebody changed; its cells are all there. */
function completeLog(tab: Tab, header: readonly Cell[], file: FileNow): readonly Part[] {
  if (isHeaded(tab, header, file.schema.system)) return [];
  const declared = wanted(tab, file);
  const wrong = declared.flatMap(([, column], index) => (isTitle(column, header[index]) ? [] : [index]));
  const known = new Set(declared.flatMap(([, column]) => titlesOf(column)));
  const isRenamed = wrong.every((index) => String(header[index] ?? '') !== '' && !known.has(String(header[index])));
  if (isRenamed) {
    return wrong.flatMap((index) => retitled(tab, declared[index]?.[1], { index, before: header[index] ?? '' }));
  }
  const now = [...header];
  const missing = declared.flatMap(([name, column], index): Part[] => {
    if (placesOf(tab, now).has(name)) return [];
    now.splice(index, 0, column.header);
    return [putIn(tab, [name, column], index, { file, now })];
  });
  return missing.length > 0 ? [{ requests: [spareColumn(tab)], done: [], lost: null }, ...missing] : [];
}

function putIn(
  tab: Tab,
  [name, column]: readonly [string, Columns[string]],
  at: number,
  { file, now }: { readonly file: FileNow; readonly now: readonly Cell[] },
): Part {
  const version = tab.owner === 'log' ? file.schema.system : file.schema.people;
  const isLost = isIn(column, version);
  const done = isLost
    ? `${tab.title}: đã thêm lại cột "${column.header}" bị mất; các ô của cột để trống`
    : `${tab.title}: đã thêm cột "${column.header}"`;
  return { requests: putInColumn(tab, name, at, laidOut(tab, now, file)), done: [done], lost: isLost ? name : null };
}

/** The tabs that a drop-down may be about, this one's columns as they stand. Under another title none is found. */
function laidOut(tab: Tab, now: readonly Cell[], { headers, titles }: FileNow): readonly Tab[] {
  const asTheyStand = (one: Tab, header: readonly Cell[]): Tab => {
    const names = new Map([...placesOf(one, header)].map(([name, place]) => [place, name]));
    const columns = header.map((title, place) => {
      const name = names.get(place);
      const column = name === undefined ? undefined : one.columns[name];
      return [name ?? `own-${place}`, { ...column, header: column?.header ?? `own ${title}` }] as const;
    });
    return { ...one, columns: Object.fromEntries(columns) as Columns };
  };
  const others = (Object.values(peopleTabs) as readonly Tab[]).filter((one) => one.name !== tab.name);
  return [
    asTheyStand(tab, now),
    ...others.flatMap((one) => {
      const header = headers.get(one.sheetId);
      return header && titles.has(one.title) ? [asTheyStand(one, header)] : [];
    }),
  ];
}

/** Columns that still stand under a title of an earlier release. */
function renamed(tab: Tab, now: readonly Cell[]): readonly Part[] {
  return [...placesOf(tab, now)].flatMap(([name, index]) => {
    const column = tab.columns[name];
    const isFormer = column && fold(String(now[index])) !== fold(column.header);
    return isFormer ? retitled(tab, column, { index, before: now[index] ?? '' }) : [];
  });
}

function retitled(
  tab: Tab,
  column: Column<unknown> | undefined,
  { index, before }: { readonly index: number; readonly before: Cell },
): readonly Part[] {
  if (!column) return [];
  const done = [`${tab.title}: tiêu đề "${before}" nay là "${column.header}"`];
  return [{ requests: [titleCells(tab, [column], index)], done, lost: null }];
}

/** Notes and lists as this release has them. */
function refreshed(tab: Tab, now: readonly Cell[]): Part {
  const requests = [...placesOf(tab, now)].flatMap(([name, index]) => {
    const column = tab.columns[name];
    return column ? [noteCell(tab, column, index), ...choiceRule(tab, column, index)] : [];
  });
  return { requests, done: [], lost: null };
}

/** Rows that are new or lost, and every setting's list where its row stands by now. */
function missingSettings({ settings: grid, schema, places }: FileNow): Completion {
  const titles = new Set(grid.slice(1).map(([title]) => fold(String(title ?? ''))));
  const missing = (Object.entries(settings) as [string, Setting<unknown>][]).filter(
    ([, { title, former = [] }]) => ![title, ...former].some((one) => titles.has(fold(one))),
  );
  if (grid.length === 0 || (missing.length === 0 && schema.people >= SCHEMA_VERSION))
    return { changes: [], putBack: [], done: [] };
  const sheetId = places.get(settingsTab.sheetId) ?? settingsTab.sheetId;
  const at = [...placesOf(settingsTab, grid[0] ?? [])];
  const width = Math.max(0, ...at.map(([, place]) => place + 1));
  const rowOf = (setting: Setting<unknown>) => {
    const cells = Object.entries(settingCells(setting));
    const standing = new Map(cells.map(([name, cell]) => [at.find(([one]) => one === name)?.[1] ?? -1, cell]));
    return Array.from({ length: width }, (_, place) => standing.get(place) ?? { value: EMPTY });
  };
  const placeOf = (name: string) => at.find(([one]) => one === name)?.[1] ?? -1;
  const there = [...grid.map((row) => String(row[placeOf('name')] ?? '')), ...missing.map(([, { title }]) => title)];
  const rules = placeOf('value') < 0 ? [] : settingRules({ sheetId, titles: there, column: placeOf('value') });
  // Put in behind the last: what somebody has just typed there goes down, and the lists stand where the rows do.
  const [row, by] = [grid.length, missing.length];
  const rows = missing.map(([, setting]) => rowOf(setting));
  const putIn: readonly Write[] = [
    { kind: 'shift', sheetId, row, by },
    { kind: 'write', sheetId, row, column: 0, rows },
  ];
  return {
    changes: [...(by > 0 ? putIn : []), { kind: 'shape', sheetId, requests: rules }],
    putBack: missing.flatMap(([name, setting]) => (isIn(setting, schema.people) ? [`setting.${name}`] : [])),
    done: missing.map(([, setting]) =>
      isIn(setting, schema.people)
        ? `${settingsTab.title}: đã thêm lại "${setting.title}" bị mất, với giá trị ban đầu`
        : `${settingsTab.title}: đã thêm "${setting.title}" với giá trị ban đầu`,
    ),
  };
}

function isOlder({ schema }: FileNow): boolean {
  return schema.people < SCHEMA_VERSION;
}

function isTitle(column: Columns[string], cell: Cell | undefined): boolean {
  return titlesOf(column).includes(String(cell ?? ''));
}

/** Of a log only what a run reads back decides anything. */
function isDecisive(tab: Tab, name: string): boolean {
  const read = { ...peopleTabs, ...logTabs }[nameOf(tab)];
  const column = (read.columns as Columns)[name];
  return column !== undefined && column.decides !== false;
}

type ReadTab = keyof typeof peopleTabs | keyof typeof logTabs;

/** The name under which a run keeps what it read of a tab. */
function nameOf({ name }: Tab): ReadTab {
  const known = Object.entries({ ...peopleTabs, ...logTabs }).find(([, tab]) => tab.name === name);
  if (!known) throw new Error(`No run reads a tab ${name}.`);
  return known[0] as ReadTab;
}
