import { Temporal } from 'temporal-polyfill';
import type { Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import type { Finding } from '../../sheets-schema/finding.ts';
import { instantOf } from '../../sheets-schema/zone.ts';
import { submissionKey } from '../domain/links/version-code.ts';
import type { FormResponse, Responses, TabProperties, TabRange, Workbook } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { type Bookkeeping, readBookkeeping } from './bookkeeping.ts';
import { bookkeepingTab, logTabs, peopleTabs, projectionTabs, type Snapshot, understand } from './snapshot.ts';

const OVERLAP_MINUTES = 15;
const allTabs: readonly Tab[] = [
  bookkeepingTab,
  ...Object.values(peopleTabs),
  ...Object.values(logTabs),
  ...Object.values(projectionTabs),
];

/**
 * Reads everything a run needs: the sheet first, then the responses since the latest one recorded there. Two calls when
 * the file is whole; four when a tab was deleted or replaced.
 * @throws workbook.unprovisioned when the bookkeeping tab is not there.
 */
export async function readSnapshot(workbook: Workbook, responses: Responses, now: Temporal.Instant): Promise<Snapshot> {
  const { grids, places, findings, missing } = await readGrids(workbook);
  const bookkeeping = readBookkeeping(grids.get(bookkeepingTab.sheetId) ?? []);
  if (!bookkeeping) throw problem('workbook.unprovisioned', [`the tab "${bookkeepingTab.title}"`]);
  const understood = understand(grids);
  const submissions = recordedSubmissions(understood.logs.reports);
  const recorded = new Set(submissions.map(submissionKey));
  const found = await responses.since(cursor(submissions.map((row) => row.lastSubmittedTime)));
  return {
    ...understood,
    readAt: now,
    bookkeeping: copiedFrom(bookkeeping, workbook.id),
    places,
    missing,
    findings: [...findings, ...understood.findings.filter((finding) => !isOfMissing(finding, missing))],
    responses: found.filter((response) => !recorded.has(submissionKey(response))).sort(bySubmission),
  };
}

/** A response is known by its id and time, though nobody can read the rest of its row, or the row is there twice. */
function recordedSubmissions({ rows, rivals, broken }: Snapshot['logs']['reports']): readonly Submission[] {
  const halves = broken.flatMap(({ values: { responseId, lastSubmittedTime } }) =>
    typeof responseId === 'string' && typeof lastSubmittedTime === 'string' ? [{ responseId, lastSubmittedTime }] : [],
  );
  return [...rows, ...rivals, ...halves];
}

type Submission = Parameters<typeof submissionKey>[0];

/** A copy of the file carries the id of its original: mail is held until somebody says it is meant. */
function copiedFrom(book: Bookkeeping, id: string): Bookkeeping {
  const copied = book.spreadsheet !== '' && book.spreadsheet !== id;
  return copied && book.mailHold === '' ? { ...book, mailHold: 'bảng tính là bản sao của một bảng khác' } : book;
}

type Reading = Pick<Snapshot, 'places' | 'missing' | 'findings'> & { readonly grids: ReadonlyMap<number, Grid> };

async function readGrids(workbook: Workbook): Promise<Reading> {
  const whole = await workbook.read(allTabs.map((tab) => rangeOf(tab, tab.sheetId)));
  if (whole.kind === 'read') return { grids: whole.grids, places: new Map(), missing: new Set(), findings: [] };
  const found = await workbook.tabs();
  const places = new Map<number, number>();
  const missing = new Set<number>();
  for (const tab of allTabs) {
    const place = found.find((one) => one.sheetId === tab.sheetId) ?? found.find((one) => one.title === tab.title);
    if (place) places.set(tab.sheetId, place.sheetId);
    else missing.add(tab.sheetId);
  }
  const there = allTabs.filter((tab) => !missing.has(tab.sheetId));
  const again = await workbook.read(there.map((tab) => rangeWithin(tab, found, places.get(tab.sheetId))));
  if (again.kind !== 'read') throw problem('workbook.unprovisioned', ['a tab that was there a moment ago']);
  return {
    grids: new Map(there.map((tab) => [tab.sheetId, again.grids.get(places.get(tab.sheetId) ?? 0) ?? []])),
    places,
    missing,
    findings: allTabs.filter((tab) => missing.has(tab.sheetId)).map(missingTab),
  };
}

/** Logs and projections are read as wide as declared; people may have columns of their own anywhere. */
function rangeOf(tab: Tab, sheetId: number): TabRange {
  return { sheetId, columns: tab.owner === 'people' ? null : Object.keys(tab.columns).length };
}

/** Never wider than the grid: of a tab that lost columns the rest can still be read, and its header says what is gone. */
function rangeWithin(tab: Tab, found: readonly TabProperties[], sheetId = tab.sheetId): TabRange {
  const { columns } = rangeOf(tab, sheetId);
  const there = found.find((one) => one.sheetId === sheetId)?.columns ?? 0;
  return { sheetId, columns: columns === null ? null : Math.min(columns, there) };
}

function missingTab(tab: Tab): Finding {
  return {
    level: 'error',
    tab: tab.title,
    row: '',
    column: '',
    found: 'không thấy tab',
    expected: `tab "${tab.title}"`,
    mend: 'khôi phục tab từ Lịch sử phiên bản, hoặc nhờ quản trị viên chạy lại lệnh provision',
  };
}

function isOfMissing(finding: Finding, missing: ReadonlySet<number>): boolean {
  return allTabs.some((tab) => missing.has(tab.sheetId) && tab.title === finding.tab);
}

/**
 * Where to read responses from: the latest time recorded, less an overlap for responses that show up late. Times stay
 * text in microseconds; a JS Date would return the same response for ever. Fact: google-forms, responses.list.
 */
function cursor(times: readonly string[]): string | null {
  const latest = times
    .map(instantOf)
    .reduce<Temporal.Instant | null>(
      (last, one) => (last && Temporal.Instant.compare(last, one) > 0 ? last : one),
      null,
    );
  return latest?.subtract({ minutes: OVERLAP_MINUTES }).toString({ smallestUnit: 'microsecond' }) ?? null;
}

function bySubmission(a: FormResponse, b: FormResponse): number {
  return Temporal.Instant.compare(instantOf(a.lastSubmittedTime), instantOf(b.lastSubmittedTime));
}
