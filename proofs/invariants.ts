import { allTabs } from '../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../sheets-schema/cell.ts';
import type { Tab } from '../sheets-schema/define-tab.ts';
import { answers, changes, filers, ledger, reports } from '../sheets-schema/tabs/logs.ts';
import { sealedAnswers, sealedLedger, sealedReports } from '../sheets-schema/tabs/sealed.ts';
import { type SystemCell, system } from '../sheets-schema/tabs/system.ts';

/** The tabs of a file at one moment, header row included, empty ends left out; read by whatever way a proof has. */
export type Cells = (tab: Tab) => Grid;

/** What holds of a file whoever looks at it, whatever went wrong before. @returns what does not; nothing when all is well */
export function brokenNow(cells: Cells): readonly string[] {
  return [...recordedTwice(cells), ...goesOnAfterItsEnd(cells), ...miscounted(cells)];
}

/** What holds between two moments, whatever the product did meanwhile; people kept their hands off. */
export function brokenSince(before: Cells, now: Cells): readonly string[] {
  return [...changedRows(before, now), ...fallenRevision(before, now)];
}

/** A response as the form has it: its id, and its last submission as the API writes it. */
type Sent = { readonly responseId: string; readonly submitted: string };

/** Every response as it stands in the form is in the log. @returns the ids of those that are not */
export function neverRecorded(cells: Cells, sent: readonly Sent[]): readonly string[] {
  const recorded = new Set(rowsOf(cells, reports).map(nameOf));
  return sent
    .filter(({ responseId, submitted }) => !recorded.has(`${responseId} ${submitted}`))
    .map(({ responseId }) => responseId);
}

/** No mail leaves that the ledger does not know. @returns the ids of those that did */
export function unclaimed(cells: Cells, messageIds: readonly string[]): readonly string[] {
  const known = new Set(rowsOf(cells, ledger).map(({ messageId }) => messageId));
  return messageIds.filter((id) => !known.has(id));
}

/** The key of each mail by its id: round, unit, kind, step and what it is about. */
export function mailKeys(cells: Cells): readonly (readonly [id: string, key: string])[] {
  return rowsOf(cells, ledger).map(({ messageId, key }) => [String(messageId), String(key)] as const);
}

/** The last state of every key of the ledger. */
export function lastStates(cells: Cells): ReadonlyMap<string, string> {
  return new Map(rowsOf(cells, ledger).map(({ key, state }) => [String(key), String(state)]));
}

/** Each submission is recorded at most once. */
function recordedTwice(cells: Cells): readonly string[] {
  const copies = Map.groupBy(rowsOf(cells, reports), nameOf);
  return [...copies].filter(([, rows]) => rows.length > 1).map(([name]) => `${name} is recorded twice`);
}

const nameOf = ({ responseId, lastSubmittedTime }: Row) => `${responseId} ${lastSubmittedTime}`;

const ENDS = new Set(['đã gửi', 'gộp vào thư mạnh hơn', 'đã nộp', 'không cần nữa', 'khôi phục', 'đã gửi thêm']);
/** What is left of a mail that was sent goes on after it. */
const REST = 'chờ người nhận còn lại';

/** A mail that never went, and never will, told nobody of what was to go along with it. */
const NEVER_WENT = new Set(['không gửi được', 'không cần nữa', 'đã nộp', 'gộp vào thư mạnh hơn']);
const JOINED = 'gộp vào thư mạnh hơn';

/** What has ended in the ledger stays ended. */
function goesOnAfterItsEnd(cells: Cells): readonly string[] {
  const ended = new Map<string, { readonly state: string; readonly along: string | null }>();
  const last = new Map<string, string>();
  return rowsOf(cells, ledger).flatMap((row) => {
    const [key, state] = [String(row['key']), String(row['state'])];
    const end = ended.get(key);
    const isLost = end?.state === JOINED && NEVER_WENT.has(last.get(end.along ?? '') ?? '');
    const isRest = state === REST && end?.state.startsWith('đã gửi');
    last.set(key, state);
    if (ENDS.has(state)) ended.set(key, { state, along: /\(([^()]+)\)\.$/.exec(String(row['reason']))?.[1] ?? null });
    if (isRest) ended.delete(key);
    return end === undefined || isRest || isLost ? [] : [`${key} goes on as ${state} after ${end.state}`];
  });
}

const counted: readonly (readonly [Tab, SystemCell])[] = [
  [reports, 'rows.reports'],
  [answers, 'rows.answers'],
  [ledger, 'rows.ledger'],
  [changes, 'rows.changes'],
];

/** The bookkeeping knows how many rows each log has. */
function miscounted(cells: Cells): readonly string[] {
  const onRecord = new Map(cells(system).map(([name, value]) => [name, Number(value)]));
  return counted.flatMap(([tab, name]) => {
    const rows = filledRows(cells, tab).length;
    return onRecord.get(name) === rows ? [] : [`${tab.title} has ${rows} rows, ${onRecord.get(name)} are on record`];
  });
}

const logs: readonly Tab[] = [reports, answers, filers, ledger, changes];

/** Rows of a log stay as they are; new ones come below. Those of a round that was put away are there still. */
function changedRows(before: Cells, now: Cells): readonly string[] {
  return logs.flatMap((tab) => {
    const [was, is] = [before(tab), now(tab)];
    if (was === is) return [];
    if (putAway(before, tab).length !== putAway(now, tab).length) return lostRows(before, now, tab);
    const row = was.findIndex((cells, index) => JSON.stringify(cells) !== JSON.stringify(is[index]));
    return row < 0 ? [] : [`row ${row + 1} of ${tab.title} changed`];
  });
}

/** Where a log puts away the rows of closed rounds. */
const away: ReadonlyMap<Tab, { readonly tab: Tab; readonly log: 'reports' | 'answers' | 'ledger' }> = new Map<
  Tab,
  { readonly tab: Tab; readonly log: 'reports' | 'answers' | 'ledger' }
>([
  [reports, { tab: sealedReports, log: 'reports' }],
  [answers, { tab: sealedAnswers, log: 'answers' }],
  [ledger, { tab: sealedLedger, log: 'ledger' }],
]);

type Line = { readonly from: number; readonly to: number };

/** The rows of a log that were put away: where the change log says they stand. Copies of rows that have not left mean nothing. */
function putAway(cells: Cells, of: Tab): Grid {
  const place = away.get(of);
  if (!place) return [];
  const said = new Map(
    cells(changes)
      .slice(1)
      .map((row) => [String(row[1]), String(row[3] ?? '')] as const),
  );
  const records = [...said].flatMap(([subject, text]) =>
    /^round\/.*\/sealed$/.test(subject) ? [JSON.parse(text)] : [],
  );
  const rows = cells(place.tab);
  return records
    .flatMap(({ lines }): readonly Line[] => lines[place.log])
    .flatMap(({ from, to }) => rows.slice(from - 1, to));
}

/** What a log had and has no more, anywhere. */
function lostRows(before: Cells, now: Cells, tab: Tab): readonly string[] {
  const all = (cells: Cells) => [...putAway(cells, tab), ...cells(tab)].map((row) => JSON.stringify(row));
  const there = new Map<string, number>();
  for (const row of all(now)) there.set(row, (there.get(row) ?? 0) + 1);
  return all(before).flatMap((row) => {
    const left = there.get(row) ?? 0;
    there.set(row, left - 1);
    return left > 0 ? [] : [`a row of ${tab.title} is gone: ${row}`];
  });
}

/** The revision only rises. */
function fallenRevision(before: Cells, now: Cells): readonly string[] {
  const [was = 0, is = 0] = [before, now].map((cells) => revisionIn(cells));
  return is < was ? [`the revision fell from ${was} to ${is}`] : [];
}

function revisionIn(cells: Cells): number {
  return Number(cells(system).find(([name]) => name === 'revision')?.[1] ?? 0);
}

/** What an answer marked as a state secret says is in no cell. @returns the tabs in which it stands */
export function copiedSecrets(cells: Cells, secret: string): readonly string[] {
  const tabs: readonly Tab[] = allTabs;
  const holds = (tab: Tab) => cells(tab).some((row) => row.some((cell) => String(cell).includes(secret)));
  return tabs.filter(holds).map(({ title }) => title);
}

type Row = Readonly<Record<string, Cell | undefined>>;

/** Below the header. Rows without anything in them may lie between: where rows are appended is not known. */
function filledRows(cells: Cells, tab: Tab): Grid {
  return cells(tab)
    .slice(1)
    .filter((row) => row.some((cell) => cell !== ''));
}

/** The rows of a tab below its header, those put away first, their cells by the names of the columns. */
function rowsOf(cells: Cells, tab: Tab): readonly Row[] {
  const names = Object.keys(tab.columns);
  return [...putAway(cells, tab), ...filledRows(cells, tab)].map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index]])),
  );
}
