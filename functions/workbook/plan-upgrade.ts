import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell } from '../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { isHeaded, isIn } from '../../sheets-schema/parse-tab.ts';
import { changes } from '../../sheets-schema/tabs/logs.ts';
import { tabsOfSealedRounds } from '../../sheets-schema/tabs/sealed.ts';
import type { SheetRequest, Write } from '../ports.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { appendLog } from './diff-grid.ts';
import { broughtUp, isOlder } from './schema-gate.ts';
import { isWritable, type Snapshot, wholeLogs } from './snapshot.ts';
import { addTab, formatTab, putInColumn, spareColumn, titleCells } from './tab-requests.ts';

export type Upgrade = { readonly changes: readonly Write[]; readonly bookkeeping: Bookkeeping };

/** What the upgrade is called in `Nhật ký thay đổi`: rules about the past hold from its row on. */
const SUBJECT = 'schema';

/**
 * The commit that makes the system's own tabs what this release has: new ones are made, new columns put in where they
 * are declared (those of logs behind the last), titles rewritten. Rows stay as they are. A tab somebody damaged is left
 * to `npm run provision`. Null when the file is not older.
 */
export function planUpgrade(snapshot: Snapshot): Upgrade | null {
  const { bookkeeping, readAt } = snapshot;
  if (!isOlder(bookkeeping)) return null;
  const before = bookkeeping.schema.system;
  const after = broughtUp(bookkeeping);
  const row = { seenAt: readAt, subject: SUBJECT, old: String(before), new: String(after.schema.system) };
  const logged = isWritable(snapshot, changes.sheetId) ? [row] : [];
  const tabs: readonly Tab[] = allTabs;
  return {
    changes: [
      ...tabs.filter((tab) => tab.owner !== 'people' && isUnborn(tab, snapshot)).map(newTab),
      ...tabs.flatMap((tab) => newColumns(tab, headerOf(tab, snapshot), { snapshot, before })),
      ...appendLog(changes, logged),
    ],
    bookkeeping: { ...after, rows: { ...after.rows, changes: after.rows.changes + logged.length } },
  };
}

/** Known to be absent; of what no run reads, as newer than the file, unless `npm run provision` came first and made it. */
function isUnborn(tab: Tab, { unborn, bookkeeping: { schema } }: Snapshot): boolean {
  const isRead = !sealedTabs.has(tab.sheetId);
  return isRead ? unborn.has(tab.sheetId) : !isIn(tab, schema.system) && !isIn(tab, schema.people);
}

const sealedTabs: ReadonlySet<number> = new Set(tabsOfSealedRounds.map(({ sheetId }) => sheetId));

function newTab(tab: Tab): Write {
  const tabs: readonly Tab[] = allTabs;
  const requests = [addTab(tab, tabs.indexOf(tab)), ...formatTab(tab, tabs, [])];
  return { kind: 'shape', sheetId: tab.sheetId, requests };
}

/** The first row of a log or a projection that is there. */
function headerOf({ sheetId }: Tab, { headers, projections, misheaded }: Snapshot): readonly Cell[] | null {
  if (wholeLogs.some((tab) => tab.sheetId === sheetId)) {
    return misheaded.has(sheetId) ? null : (headers.get(sheetId) ?? null);
  }
  return projections.get(sheetId)?.[0] ?? null;
}

function newColumns(
  tab: Tab,
  header: readonly Cell[] | null,
  { snapshot, before }: { readonly snapshot: Snapshot; readonly before: number },
): readonly Write[] {
  if (header === null || !isHeaded(tab, header, before) || isHeaded(tab, header)) return titles(tab, header, snapshot);
  const place = placed(tab, snapshot);
  const columns = Object.entries(tab.columns as Columns);
  const requests = columns.flatMap(([name, column], index) =>
    isIn(column, before) ? [] : putInColumn(place, name, index, allTabs),
  );
  return [shape(place, [spareColumn(place), ...requests, titleCells(place, Object.values(tab.columns), 0)])];
}

/** Titles that were something else before. */
function titles(tab: Tab, header: readonly Cell[] | null, snapshot: Snapshot): readonly Write[] {
  const columns = Object.values(tab.columns as Columns);
  if (header === null || !isHeaded(tab, header)) return [];
  if (columns.every((column, index) => header[index] === column.header)) return [];
  const place = placed(tab, snapshot);
  return [shape(place, [titleCells(place, columns, 0)])];
}

/** The tab where it really is. */
function placed(tab: Tab, { places }: Snapshot): Tab {
  return { ...tab, sheetId: places.get(tab.sheetId) ?? tab.sheetId };
}

function shape({ sheetId }: Tab, requests: readonly SheetRequest[]): Write {
  return { kind: 'shape', sheetId, requests };
}
