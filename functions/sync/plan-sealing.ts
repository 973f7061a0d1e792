import { Temporal } from 'temporal-polyfill';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { changes as changesTab } from '../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { sealedTracking } from '../../sheets-schema/tabs/sealed.ts';
import { instantOf, localDay, ZONE } from '../../sheets-schema/zone.ts';
import type { LedgerEntry } from '../domain/notices/ledger.ts';
import { parseLedgerKey } from '../domain/notices/ledger-key.ts';
import type { NoticePlan } from '../domain/notices/plan-notices.ts';
import { changesSince, closedRounds } from '../domain/standing/change-log.ts';
import { reportFacts } from '../domain/standing/report-facts.ts';
import {
  type Lines,
  type LinesOfLogs,
  markOf,
  NO_LINES,
  type SealedLog,
  type SealedRound,
  sealedLogs,
  sealedRounds,
  sealFacts,
  steppedAt,
} from '../domain/standing/sealed-round.ts';
import { rolesOf } from '../domain/standing/task-roles.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { TabProperties, Write } from '../ports.ts';
import { trackingRows } from '../projections/plan-projections.ts';
import type { Bookkeeping } from '../workbook/bookkeeping.ts';
import { appendLog } from '../workbook/diff-grid.ts';
import { linesIn, type SealedRows, sealedTabs } from '../workbook/read-sealed.ts';
import { countRows, logTabs, type Snapshot, wholeLogs } from '../workbook/snapshot.ts';

/** A closed round that is to be put away, with where its rows stand in the logs. */
export type Sealable = {
  readonly round: Round;
  readonly statuses: readonly UnitStatus[];
  readonly lines: LinesOfLogs;
  readonly mark: string;
  /** What is on record of it. */
  readonly record: SealedRound;
};

type Judged = { readonly outlook: Outlook; readonly owed: NoticePlan };

/** What is closed is left alone so long: late letters come, and decisions about them. */
const SETTLED = { hours: 30 * 24 };
/** At night nobody sorts a log between a reading and what is written on it. */
const NIGHT_ENDS = 5;
/** Stretches of rows in one commit. */
const MOST_STRETCHES = 2_000;

/**
 * The round to put away now, the oldest first; null when there is none. It is closed, nothing about it waits, a later one
 * is closed too (the last stands beside the open one, which is compared with it), and no log has any damage.
 */
export function sealable(snapshot: Snapshot, { outlook, owed }: Judged): Sealable | null {
  const { people, logs, readAt: now, typedRounds } = snapshot;
  if (now.toZonedDateTimeISO(ZONE).hour >= NIGHT_ENDS || !isSound(snapshot, outlook)) return null;
  const closedAt = closedRounds(logs.changes.rows);
  const closed = people.rounds.rows.filter(({ state }) => state === 'Đã đóng');
  const byOpening = closed.toSorted((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt));
  const begun = new Map(sealedRounds(outlook.inForce.changeBook).map((one) => [one.id, one]));
  for (const round of byOpening.slice(0, -1)) {
    const at = closedAt.get(round.id);
    const typed = typedRounds.find(({ id }) => id === round.id);
    const record = begun.get(round.id) ?? unsealed(round);
    if (!typed || !at || Temporal.Instant.compare(at.add(SETTLED), now) > 0) continue;
    if (snapshot.away.has(round.id) || record.isGivenUp) continue;
    // One step a night, so that a night is the same whatever became of its runs.
    const stepped = steppedAt(outlook.inForce.changeBook, round.id);
    if (stepped && localDay(stepped).equals(localDay(now))) continue;
    const statuses = outlook.standing.statuses.filter((status) => status.round.id === round.id);
    if (!isSettled(round, statuses, { outlook, owed })) continue;
    const lines = linesOf(snapshot, round.id);
    if (!keepsCursor(snapshot, round.id)) continue;
    // All rows of a tab cannot go.
    const isEmptied = (log: SealedLog) => lines[log].length > 0 && linesIn(lines[log]) === logs[log].rows.length;
    if (sealedLogs.some((log) => lines[log].length > MOST_STRETCHES || isEmptied(log))) continue;
    return { round, statuses, lines, mark: markOf(typed, people.decisions.rows), record };
  }
  return null;
}

function unsealed({ id }: Round): SealedRound {
  return { id, isSealed: false, isGivenUp: false, mark: '', lines: NO_LINES, copied: null };
}

/** Every log as the last commit left it, every tab in its place, and nothing that a person has to look at first. */
function isSound(snapshot: Snapshot, { unread }: Pick<Outlook, 'unread'>): boolean {
  const { logs, bookkeeping, missing, unborn, misheaded, places, damaged } = snapshot;
  const counts = countRows(snapshot);
  return (
    bookkeeping.mailHold === '' &&
    [missing, unborn, misheaded, places, unread].every(({ size }) => size === 0) &&
    damaged.length === 0 &&
    Object.values(logs).every(({ broken, rivals }) => broken.length === 0 && rivals.length === 0) &&
    Object.entries(counts).every(([name, count]) => bookkeeping.rows[name as keyof typeof counts] === count)
  );
}

/** No mail of the round is owed, and nothing of it waits for a word. */
function isSettled({ id }: Round, statuses: readonly UnitStatus[], { outlook, owed }: Judged): boolean {
  const { doubts, ledger, now } = outlook.policy;
  const today = localDay(now);
  const isOpen = (status: UnitStatus) =>
    status.pending.length > 0 ||
    status.afterLock.length > 0 ||
    status.secrets.length > 0 ||
    status.requests.some((request) => request.isOpen) ||
    status.doubtful.some(({ waits }) => waits) ||
    status.claims.some((claim) => claim.isOpen);
  return (
    !statuses.some(isOpen) &&
    !outlook.standing.strays.some(({ round }) => round === id) &&
    !doubts.some(({ scope }) => scope === 'all' || scope.round === id) &&
    ![...owed.decided.map(({ notice }) => notice), ...owed.coming].some(({ subject }) => subject === id) &&
    ![...ledger.entries.values()].some(
      (entry) => entry.parts?.subject === id && (entry.state === 'đang gửi' || namesDayFrom(entry, today)),
    )
  );
}

/** A mail that named a day that is not over: the unit may still come on it. */
function namesDayFrom({ told }: LedgerEntry, today: Temporal.PlainDate): boolean {
  return told.some(({ day }) => Temporal.PlainDate.compare(day, today) >= 0);
}

/** Where the rows of a round stand in each log. */
function linesOf({ logs }: Pick<Snapshot, 'logs'>, round: string): LinesOfLogs {
  const versions = new Set(logs.reports.rows.filter((row) => row.round === round).map(({ version }) => version));
  const stretches = <R>(
    { rows, lines }: { readonly rows: readonly R[]; readonly lines: readonly number[] },
    isOwn: (row: R) => boolean,
  ) => {
    const found: { from: number; to: number }[] = [];
    const own = rows.flatMap((row, index) => (isOwn(row) ? [lines[index] ?? 0] : []));
    for (const line of own.toSorted((a, b) => a - b)) {
      const last = found.at(-1);
      if (last?.to === line - 1) last.to = line;
      else found.push({ from: line, to: line });
    }
    return found;
  };
  return {
    reports: stretches(logs.reports, (row) => row.round === round),
    answers: stretches(logs.answers, ({ version }) => versions.has(version)),
    ledger: stretches(logs.ledger, ({ key }) => parseLedgerKey(key)?.subject === round),
  };
}

/** The form is read on from the newest submission that the log keeps: it must not be one that leaves it. */
function keepsCursor({ logs, given, bookkeeping }: Snapshot, round: string): boolean {
  const form = given.formId || bookkeeping.formId;
  const times = (isOwn: boolean) =>
    logs.reports.rows
      .filter((row) => (row.round === round) === isOwn && (row.formId ?? bookkeeping.formId) === form)
      .map(({ lastSubmittedTime }) => instantOf(lastSubmittedTime).epochMilliseconds);
  const newest = (all: readonly number[]) => all.reduce((last, one) => Math.max(last, one), Number.NEGATIVE_INFINITY);
  return newest(times(true)) + DAY < newest(times(false)) || times(true).length === 0;
}

const DAY = 86_400_000;

export type Sealing = { readonly changes: readonly Write[]; readonly bookkeeping: Bookkeeping };

/** Whether the rows have somewhere to go. */
export function hasSealedTabs(tabs: readonly TabProperties[]): boolean {
  const there = new Set(tabs.map(({ sheetId }) => sheetId));
  return [...Object.values(sealedTabs), sealedTracking].every(({ sheetId }) => there.has(sheetId));
}

/** Whether the copies that were made are of so many rows as there are: else they are made anew. */
export function isCopying({ lines, record }: Sealable): boolean {
  const { copied } = record;
  const rows = copied ?? NO_LINES;
  return sealedLogs.every((log) => linesIn(lines[log]) === linesIn(rows[log]));
}

/**
 * First the rows are copied, behind all that the tabs of sealed rounds have: nothing leaves before the copies were read.
 * @param tabs as the file has them now
 */
export function planCopying(
  snapshot: Snapshot,
  { outlook }: Pick<Judged, 'outlook'>,
  { lines, record }: Sealable,
  tabs: readonly TabProperties[],
): Sealing {
  const copies = sealedLogs.flatMap((log) => {
    const { sheetId, columns } = sealedTabs[log];
    const behind = tabs.find((tab) => tab.sheetId === sheetId)?.rows ?? 0;
    const count = linesIn(lines[log]);
    const width = Object.keys(columns).length;
    const write: Write = { kind: 'copy', sheetId, from: logOf(log).sheetId, lines: lines[log], columns: width, behind };
    return count === 0 ? [] : [{ log, write, lines: [{ from: behind + 1, to: behind + count }] }];
  });
  const copied = { ...NO_LINES, ...Object.fromEntries(copies.map((one) => [one.log, one.lines])) };
  return recording(
    snapshot,
    outlook,
    { ...record, copied },
    copies.map(({ write }) => write),
  );
}

/**
 * Then, when the copies say what the rows say, the rows leave the logs. What `Theo dõi` says of the round stands in a tab
 * of its own, and what the register takes from its reports in the change log. Copies that say something else are left
 * where they are, and the round is never tried again.
 */
export function planTakingOut(
  snapshot: Snapshot,
  { outlook }: Pick<Judged, 'outlook'>,
  { round, lines, mark, statuses, record }: Sealable,
  copies: SealedRows | null,
): Sealing {
  if (copies === null || !sealedLogs.every((log) => isCopied(snapshot, round.id, log, copies)))
    return recording(snapshot, outlook, { ...record, isGivenUp: true, copied: null }, []);
  const takenOut = sealedLogs.flatMap((log) => takeOut(logOf(log), lines[log]));
  const { copied } = record;
  const all = (log: SealedLog) => [...record.lines[log], ...(copied?.[log] ?? [])];
  const sealed = {
    ...record,
    isSealed: true,
    mark,
    lines: { reports: all('reports'), answers: all('answers'), ledger: all('ledger') },
    copied: null,
  };
  const tracked = appendLog(sealedTracking, trackingRows({ ...outlook.policy, statuses }, []));
  const facts = taskReports(snapshot, statuses);
  const sealing = recording(snapshot, outlook, sealed, [...takenOut, ...tracked], facts);
  const { rows } = sealing.bookkeeping;
  return {
    ...sealing,
    bookkeeping: {
      ...sealing.bookkeeping,
      rows: {
        ...rows,
        reports: rows.reports - linesIn(lines.reports),
        answers: rows.answers - linesIn(lines.answers),
        ledger: rows.ledger - linesIn(lines.ledger),
      },
    },
  };
}

/** From below, so that the places of those above stay. */
function takeOut({ sheetId }: Tab, lines: readonly Lines[]): readonly Write[] {
  return lines
    .toSorted((a, b) => b.from - a.from)
    .map(({ from, to }) => ({ kind: 'shift', sheetId, row: from - 1, by: from - to - 1 }));
}

/** Only of units that have a task of the register: nobody asks for the others. */
function taskReports({ people, readAt }: Snapshot, statuses: readonly UnitStatus[]) {
  const doers = new Set(people.tasks.rows.flatMap((task) => rolesOf(task, people.units.rows, localDay(readAt)).doers));
  return reportFacts(
    statuses.filter(({ unit }) => doers.has(unit.code)),
    people.outline.rows,
  );
}

function recording(
  { readAt, bookkeeping }: Snapshot,
  { inForce }: Pick<Outlook, 'inForce'>,
  record: SealedRound,
  writes: readonly Write[],
  reports: ReturnType<typeof taskReports> | null = null,
): Sealing {
  const rows = changesSince(inForce.changeBook, readAt, new Map(sealFacts(record, reports)));
  const count = bookkeeping.rows.changes + rows.length;
  return {
    changes: [...writes, ...appendLog(changesTab, rows)],
    bookkeeping: { ...bookkeeping, rows: { ...bookkeeping.rows, changes: count } },
  };
}

/** Whether every row of the round that a log has was copied, in its order, as far as a run reads it. */
function isCopied({ logs }: Pick<Snapshot, 'logs'>, round: string, log: SealedLog, copies: SealedRows): boolean {
  const own = linesOf({ logs }, round)[log];
  const tab: Tab = logTabs[log];
  const kept: { readonly rows: readonly object[]; readonly lines: readonly number[] } = logs[log];
  const isOwn = (index: number) =>
    own.some(({ from, to }) => from <= (kept.lines[index] ?? 0) && (kept.lines[index] ?? 0) <= to);
  const wordsOf = (row: object) =>
    JSON.stringify(Object.keys(tab.columns).map((name) => row[name as keyof typeof row] ?? null));
  const rows = kept.rows
    .filter((_, index) => isOwn(index))
    .map(wordsOf)
    .sort();
  return JSON.stringify(rows) === JSON.stringify((copies[log].rows as readonly object[]).map(wordsOf).sort());
}

function logOf(log: SealedLog): Tab {
  const { sheetId } = logTabs[log];
  const whole = wholeLogs.find((tab) => tab.sheetId === sheetId);
  if (!whole) throw new Error(`No log ${log}.`);
  return whole;
}
