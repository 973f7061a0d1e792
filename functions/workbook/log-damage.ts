import { Temporal } from 'temporal-polyfill';
import { dateTime, serviceTime } from '../../sheets-schema/columns/date.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import type { Write } from '../ports.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { logTabs, type Snapshot, wholeLogs } from './snapshot.ts';

type LogTabName = keyof typeof logTabs;
const names = Object.keys(logTabs) as readonly LogTabName[];

/** A row of a log with a time that no run can have written. */
export type TimeToCome = { readonly tab: Tab; readonly line: number; readonly column: string };

/** Our clock and Google's may differ by something; nothing happens tomorrow. */
const TO_COME = { hours: 24 };

/** Rows whose time lies in the future: somebody wrote into the log, and what is late, told or on time rests on it. */
export function timesToCome({ logs, readAt }: Pick<Snapshot, 'logs' | 'readAt'>): readonly TimeToCome[] {
  const limit = readAt.add(TO_COME);
  // As services write them, UTC and alike, such texts sort as the times do.
  const limitText = limit.toString();
  const isToCome = (time: unknown) =>
    time instanceof Temporal.Instant
      ? Temporal.Instant.compare(time, limit) > 0
      : typeof time === 'string' && time > limitText;
  return names.flatMap((name) => {
    const tab: Tab = logTabs[name];
    const columns = timesOf(tab);
    if (columns.length === 0) return [];
    return logs[name].rows.flatMap((row, index) =>
      columns
        .filter((column) => isToCome(row[column as keyof typeof row]))
        .map((column) => ({ tab, line: logs[name].lines[index] ?? 0, column })),
    );
  });
}

function timesOf({ columns }: Tab): readonly string[] {
  return Object.entries(columns as Columns).flatMap(([name, { codec }]) =>
    codec === dateTime.codec || codec === serviceTime.codec ? [name] : [],
  );
}

export type Mending = { readonly changes: readonly Write[]; readonly bookkeeping: Bookkeeping };

/** The logs that take again what the form still has. */
const FROM_THE_FORM: ReadonlySet<LogTabName> = new Set(['reports', 'answers', 'filers'] as const);

/**
 * What somebody who settles a damaged file gives up: rows of logs that nobody can read or believe are emptied, and columns
 * of logs that were put back are right as they stand. What was there is read from the form again, all of a log that lost a
 * column; or it is settled. No mail goes between this and the settling. Null when there is nothing of the kind, and while
 * the machine does not know what time it is.
 */
export function planMending(snapshot: Snapshot): Mending | null {
  const { logs, bookkeeping, missing, misheaded, places, clockAhead } = snapshot;
  if (clockAhead !== undefined) return null;
  const putBack = bookkeeping.putBack.split('; ').filter(Boolean);
  const ofLog = (name: LogTabName) => putBack.filter((one) => one.startsWith(`${name}.`));
  const toCome = timesToCome(snapshot);
  const changes = names.flatMap((name) => {
    const tab: Tab = logTabs[name];
    if (missing.has(tab.sheetId) || misheaded.has(tab.sheetId)) return [];
    if (ofLog(name).length > 0 && FROM_THE_FORM.has(name)) return [allEmptied(tab, places)];
    const broken = logs[name].broken.map(({ at }) => at);
    const ahead = toCome.filter((one) => one.tab === tab).map(({ line }) => line);
    return emptied(tab, [...broken, ...ahead]);
  });
  const kept = putBack.filter((one) => !names.some((name) => ofLog(name).includes(one)));
  if (changes.length === 0 && kept.length === putBack.length) return null;
  const mailHold = bookkeeping.mailHold || 'nhật ký đang được sửa lại';
  return { changes, bookkeeping: { ...bookkeeping, putBack: kept.join('; '), mailHold } };
}

function emptied({ sheetId }: Tab, lines: readonly number[]): readonly Write[] {
  const width = Object.keys(wholeLogs.find((tab) => tab.sheetId === sheetId)?.columns ?? {}).length;
  const rows = [Array.from({ length: width }, () => ({ value: '' }))];
  return [...new Set(lines)].map((line) => ({ kind: 'write', sheetId, row: line - 1, column: 0, rows }));
}

/** Every row below the header. */
function allEmptied({ sheetId }: Tab, places: Snapshot['places']): Write {
  const range = { sheetId: places.get(sheetId) ?? sheetId, startRowIndex: 1 };
  return { kind: 'shape', sheetId, requests: [{ repeatCell: { range, cell: {}, fields: 'userEnteredValue' } }] };
}
