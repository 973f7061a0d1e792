import { Temporal } from 'temporal-polyfill';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { isIn, titlesOf } from '../../sheets-schema/parse-tab.ts';
import type { AnswerRow } from '../../sheets-schema/tabs/logs.ts';
import { instantOf, localDay } from '../../sheets-schema/zone.ts';
import { submissionKey } from '../domain/links/codes.ts';
import { subjectsIn } from '../domain/notices/ledger-key.ts';
import { readChanges } from '../domain/standing/change-log.ts';
import { markOf, type SealedRound, sealedRounds } from '../domain/standing/sealed-round.ts';
import type { ResponsePart, Responses, Submission, TabProperties, TabRange, Workbook } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { type Bookkeeping, isHourPast, readBookkeeping, type SchemaVersions } from './bookkeeping.ts';
import { damagedIn, NO_SEALED_ROWS, readSealed, readSealedVersions } from './read-sealed.ts';
import { assertUnderstood } from './schema-gate.ts';
import {
  bookkeepingTab,
  logTabs,
  peopleTabs,
  projectionTabs,
  type Snapshot,
  understand,
  wholeLogs,
} from './snapshot.ts';

const OVERLAP_MINUTES = 15;
const allTabs: readonly Tab[] = [
  bookkeepingTab,
  ...Object.values(peopleTabs),
  ...Object.values(logTabs),
  ...Object.values(projectionTabs),
];

export type ReadOptions = {
  /** Of the secret that this run makes links with; '' where it makes none. */
  readonly secretMark?: string;
  /** Whether all ids and times that the form has are compared with those recorded: some show up after later ones. Daily is hourly after a flood. */
  readonly compares?: 'never' | 'daily' | 'always';
  /** All that the form has is read again, recorded or not: a log may have lost some of it. */
  readonly rereads?: boolean;
  /** Of sealed rounds the rows of those that somebody touched, or of all. */
  readonly sealed?: 'touched' | 'all';
};

/**
 * Reads everything a run needs: the sheet first, then the responses since the latest one recorded there. Two calls when
 * the file is whole; four when a tab was deleted or replaced; one more when it is compared what the form has in all, and
 * where a sealed round is touched again.
 * @throws workbook.unprovisioned when the bookkeeping tab is not there; workbook.newer when this code would misread it
 */
export async function readSnapshot(
  workbook: Workbook,
  responses: Responses,
  now: Temporal.Instant,
  { secretMark = '', compares = 'never', rereads = false, sealed = 'touched' }: ReadOptions = {},
): Promise<Snapshot> {
  const { grids, headers, places, absent } = await readGrids(workbook);
  const bookkeeping = readBookkeeping(grids.get(bookkeepingTab.sheetId) ?? []);
  if (!bookkeeping) throw problem('workbook.unprovisioned', [`the tab "${bookkeepingTab.title}"`]);
  assertUnderstood(bookkeeping);
  const { schema } = bookkeeping;
  const lost = absent.filter((tab) => isIn(tab, versionOf(tab, schema)));
  const missing = new Set(lost.map(({ sheetId }) => sheetId));
  const understood = understand(grids, {
    now,
    headers,
    schema,
    putBack: bookkeeping.putBack.split('; ').filter(Boolean),
  });
  const { earlier, away, damaged } = await earlierRounds(workbook, understood, rereads || sealed === 'all');
  const submissions = [...earlier.reports.rows, ...recordedSubmissions(understood.logs.reports)];
  const recorded = new Set(submissions.map(submissionKey));
  const { from: last, isShort } = cursor(submissions, {
    formId: responses.formId,
    fileForm: bookkeeping.formId,
    now,
    answers: understood.logs.answers.rows,
  });
  const today = localDay(now).toString();
  const isDue = bookkeeping.comparedOn !== today || (isShort && isHourPast(bookkeeping.lookedAt, now));
  const isCompared = compares === 'always' || (compares === 'daily' && isDue);
  const isSealed = away.size > 0;
  let versions = isSealed && isCompared ? await readSealedVersions(workbook) : [];
  for (const one of versions ?? []) recorded.add(submissionKey(one));
  const isComparable = isCompared && last !== null && versions !== null;
  const from = isComparable ? earlierOf(last, await missed(responses, recorded)) : last;
  const isKnown = (one: Submission) => !rereads && recorded.has(submissionKey(one));
  const found = await responses.since(rereads ? null : from, isKnown);
  if (isSealed && versions?.length === 0 && mayEdit(found, submissions)) versions = await readSealedVersions(workbook);
  return {
    ...understood,
    readAt: now,
    given: { formId: responses.formId, secret: secretMark },
    comparedOn: isCompared ? today : bookkeeping.comparedOn,
    bookkeeping: copiedFrom(bookkeeping, workbook.id),
    places,
    missing,
    unborn: new Set(absent.filter((tab) => !lost.includes(tab)).map(({ sheetId }) => sheetId)),
    headers,
    findings: [...lost.map(missingTab), ...understood.findings.filter((finding) => !isOfMissing(finding, missing))],
    responses: found.responses,
    moreResponses: found.more,
    earlier,
    away,
    damaged,
    sealedVersions: versions ?? [],
  };
}

type Understood = ReturnType<typeof understand>;

/**
 * The rows of sealed rounds that a run needs: of those that people or responses have touched since. The others are away,
 * and nothing is to be done about them.
 */
async function earlierRounds(
  workbook: Workbook,
  understood: Understood,
  isWhole: boolean,
): Promise<Pick<Snapshot, 'earlier' | 'away' | 'damaged'>> {
  const all = sealedRounds(readChanges(understood.logs.changes.rows)).filter(({ isSealed }) => isSealed);
  const needed = isWhole || all.length === 0 ? all : all.filter(isTouched(understood));
  const found = await readSealed(workbook, needed);
  const away = new Set(all.filter((one) => !needed.includes(one)).map(({ id }) => id));
  return { earlier: found ?? NO_SEALED_ROWS, away, damaged: damagedIn(needed, found) };
}

/** Whether people's tabs say something else of a round than when it was sealed, or something came for it since. */
function isTouched({ people, typedRounds, logs }: Understood): (round: SealedRound) => boolean {
  if (!people.rounds.readable || !people.decisions.readable) return () => false;
  const present = new Set([
    ...logs.reports.rows.map(({ round }) => round),
    ...subjectsIn(logs.ledger.rows.map(({ key }) => key)),
  ]);
  return ({ id, mark }) => {
    const round = typedRounds.find((one) => one.id === id);
    return !round || present.has(id) || markOf(round, people.decisions.rows) !== mark;
  };
}

/** An edit of a response that is not among these, or more than was looked through. */
function mayEdit({ responses, more }: ResponsePart, known: readonly Submission[]): boolean {
  const ids = new Set(known.map(({ responseId }) => responseId));
  const isEdit = ({ responseId, createTime, lastSubmittedTime }: ResponsePart['responses'][number]) =>
    createTime !== lastSubmittedTime && !ids.has(responseId);
  return more !== null || responses.some(isEdit);
}

/** What the form has that a reading, and what was committed on it, has not recorded. One call. */
export async function newResponses(
  responses: Responses,
  { logs, bookkeeping, readAt: now }: Pick<Snapshot, 'logs' | 'bookkeeping' | 'readAt'>,
): Promise<ResponsePart> {
  const submissions = recordedSubmissions(logs.reports);
  const recorded = new Set(submissions.map(submissionKey));
  const [{ formId }, { formId: fileForm }, answers] = [responses, bookkeeping, logs.answers.rows];
  const { from } = cursor(submissions, { formId, fileForm, now, answers });
  return responses.since(from, (one) => recorded.has(submissionKey(one)));
}

/** For whoever looks at the Sheet alone. */
export const NO_RESPONSES: Responses = {
  formId: '',
  since: async () => ({ responses: [], more: null }),
  submissions: async () => [],
};

/** A response is known by its id and time, though nobody can read the rest of its row, or the row is there twice. */
function recordedSubmissions({ rows, rivals, broken }: Snapshot['logs']['reports']): readonly Recorded[] {
  const halves = broken.flatMap(({ values: { responseId, lastSubmittedTime, formId } }) =>
    typeof responseId === 'string' && typeof lastSubmittedTime === 'string'
      ? [{ responseId, lastSubmittedTime, formId: typeof formId === 'string' ? formId : null, version: '' }]
      : [],
  );
  return [...rows, ...rivals, ...halves];
}

/** Rows older than the column name no form. */
type Recorded = Submission & { readonly formId: string | null; readonly version: string };

/** The time of the first submission that nobody recorded; null when there is none. */
async function missed(responses: Responses, recorded: ReadonlySet<string>): Promise<string | null> {
  const missing = (await responses.submissions()).filter((one) => !recorded.has(submissionKey(one)));
  return missing.toSorted(bySubmission)[0]?.lastSubmittedTime ?? null;
}

function earlierOf(a: string, b: string | null): string {
  return b !== null && Temporal.Instant.compare(instantOf(b), instantOf(a)) < 0 ? b : a;
}

/** A copy of the file carries the id of its original: mail is held until somebody says it is meant. */
function copiedFrom(book: Bookkeeping, id: string): Bookkeeping {
  const copied = book.spreadsheet !== '' && book.spreadsheet !== id;
  return copied && book.mailHold === '' ? { ...book, mailHold: 'bảng tính là bản sao của một bảng khác' } : book;
}

/** PeopleTabs's tabs and the system's are brought up at different times. */
function versionOf({ owner }: Tab, schema: SchemaVersions): number {
  return owner === 'people' ? schema.people : schema.system;
}

type Reading = {
  readonly grids: ReadonlyMap<number, Grid>;
  readonly headers: ReadonlyMap<number, readonly Cell[]>;
  readonly places: Snapshot['places'];
  /** Declared tabs that do not exist. */
  readonly absent: readonly Tab[];
};

async function readGrids(workbook: Workbook): Promise<Reading> {
  const whole = await workbook.read(allTabs.map((tab) => rangeOf(tab, tab.sheetId)));
  if (whole.kind === 'read') return { ...whole, places: new Map(), absent: [] };
  const found = await workbook.tabs();
  const places = new Map<number, number>();
  for (const tab of allTabs) {
    const titles = titlesOf({ header: tab.title, ...(tab.former && { former: tab.former }) });
    const place = found.find((one) => one.sheetId === tab.sheetId) ?? found.find((one) => titles.includes(one.title));
    if (place) places.set(tab.sheetId, place.sheetId);
  }
  const there = allTabs.filter((tab) => places.has(tab.sheetId));
  const again = await workbook.read(there.map((tab) => rangeWithin(tab, found, places.get(tab.sheetId))));
  if (again.kind !== 'read') throw problem('workbook.unprovisioned', ['a tab that was there a moment ago']);
  const byDeclared = <T>(found: ReadonlyMap<number, T>) =>
    new Map(
      there.flatMap((tab) => {
        const one = found.get(places.get(tab.sheetId) ?? tab.sheetId);
        return one === undefined ? [] : [[tab.sheetId, one] as const];
      }),
    );
  return {
    grids: byDeclared(again.grids),
    headers: byDeclared(again.headers),
    places,
    absent: allTabs.filter((tab) => !places.has(tab.sheetId)),
  };
}

/**
 * Logs and projections are read as wide as declared; people may have columns of their own anywhere. Of a log not every
 * column is read: those in front, and those behind what is not.
 */
function rangeOf(tab: Tab, sheetId: number): TabRange {
  if (tab.owner === 'people') return { sheetId, columns: null };
  const log = wholeLogs.find((whole) => whole.sheetId === tab.sheetId);
  const names = Object.keys(tab.columns);
  if (!log) return { sheetId, columns: names.length };
  const places = names.map((name) => Object.keys(log.columns).indexOf(name));
  const columns = places.findIndex((place, index) => place !== index);
  return columns < 0
    ? { sheetId, columns: names.length, header: true }
    : { sheetId, columns, also: [places[columns] as number, (places.at(-1) as number) + 1], header: true };
}

/** Never wider than the grid: of a tab that lost columns the rest can still be read, and its header says what is gone. */
function rangeWithin(tab: Tab, found: readonly TabProperties[], sheetId = tab.sheetId): TabRange {
  const { also: [from, until] = [0, 0], ...range } = rangeOf(tab, sheetId);
  const there = found.find((one) => one.sheetId === sheetId)?.columns ?? 0;
  const columns = range.columns === null ? null : Math.min(range.columns, there);
  return { ...range, columns, ...(from > 0 && from < there && { also: [from, Math.min(until, there)] as const }) };
}

function missingTab(tab: Tab): Finding {
  return finding(where(tab), {
    level: 'error',
    found: 'không thấy tab',
    expected: `tab "${tab.title}"`,
    fix: 'khôi phục tab từ Nhật ký phiên bản; không được thì báo quản trị viên',
  });
}

function isOfMissing(finding: Finding, missing: ReadonlySet<number>): boolean {
  return allTabs.some((tab) => missing.has(tab.sheetId) && tab.title === finding.tab);
}

/** Google's clock may be so much ahead of ours. */
const CLOCKS_APART_MINUTES = 5;
/** Characters of recorded texts that are read again for what shows up late: far less than is read at once. */
const OVERLAP_CHARACTERS = 2_000_000;
/** Of a row of `Nội dung`, roughly: of the first of an answer, and of those after one that is full. */
const [A_ROW, A_FULL_ROW] = [2_000, 40_000];

/**
 * Where to read a form's responses from: the latest time recorded of it, less an overlap for responses that show up late.
 * So much may have come shortly before that reading it again would cost every run memory and calls; then the overlap is
 * shorter. Another form's answers say nothing about it, nor does a time to come that somebody wrote into the log. Times
 * stay text in microseconds; a JS Date would return the same response for ever. Fact: google-forms, responses.list.
 */
function cursor(
  recorded: readonly Recorded[],
  {
    formId,
    fileForm,
    now,
    answers,
  }: {
    readonly formId: string;
    readonly fileForm: string;
    readonly now: Temporal.Instant;
    readonly answers: readonly Pick<AnswerRow, 'version' | 'part'>[];
  },
): { readonly from: string | null; readonly isShort: boolean } {
  const end = now.add({ minutes: CLOCKS_APART_MINUTES });
  const ofForm = recorded
    .filter((row) => formId === '' || (row.formId ?? fileForm) === formId)
    .map(({ version, lastSubmittedTime }) => ({ version, time: instantOf(lastSubmittedTime) }))
    .filter(({ time }) => Temporal.Instant.compare(time, end) <= 0);
  const latest = ofForm.reduce<Temporal.Instant | null>(
    (last, { time }) => (last && Temporal.Instant.compare(last, time) > 0 ? last : time),
    null,
  );
  if (latest === null) return { from: null, isShort: false };
  const start = latest.subtract({ minutes: OVERLAP_MINUTES });
  const within = ofForm.filter(({ time }) => Temporal.Instant.compare(time, start) >= 0);
  // No more than these fit, whatever their lengths.
  const newestFirst = within
    .toSorted((a, b) => Temporal.Instant.compare(b.time, a.time))
    .slice(0, OVERLAP_CHARACTERS / A_ROW + 1);
  const lengths = lengthsOf(new Set(newestFirst.map(({ version }) => version)), answers);
  let left = OVERLAP_CHARACTERS;
  const beyond = newestFirst.findIndex(({ version }) => {
    left -= A_ROW + (lengths.get(version) ?? 0);
    return left < 0;
  });
  const from = beyond < 0 ? start : (newestFirst[Math.max(beyond - 1, 0)]?.time ?? latest);
  return { from: from.toString({ smallestUnit: 'microsecond' }), isShort: beyond >= 0 };
}

/** Characters of each version's answers, roughly. */
function lengthsOf(
  versions: ReadonlySet<string>,
  answers: readonly Pick<AnswerRow, 'version' | 'part'>[],
): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const { version, part } of answers) {
    if (!versions.has(version)) continue;
    lengths.set(version, (lengths.get(version) ?? 0) + (part === 1 ? A_ROW : A_FULL_ROW));
  }
  return lengths;
}

function bySubmission(a: Submission, b: Submission): number {
  return Temporal.Instant.compare(instantOf(a.lastSubmittedTime), instantOf(b.lastSubmittedTime));
}
