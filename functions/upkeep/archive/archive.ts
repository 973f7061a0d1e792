import type { Temporal } from 'temporal-polyfill';
import { parseTab } from '../../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../../sheets-schema/schema-version.ts';
import { settings } from '../../../sheets-schema/setting-list.ts';
import { type AnswerRow, answers } from '../../../sheets-schema/tabs/logs.ts';
import type { Files, Workbook } from '../../ports.ts';
import { problem } from '../../shared/problem.ts';
import { commit } from '../../workbook/commit.ts';
import { appendLog, diffProjection } from '../../workbook/diff-grid.ts';
import {
  archiveBegun,
  archiveOf,
  beginArchive,
  chooseArchive,
  notIn,
  planArchive,
  planEmptying,
  type Recording,
} from './plan-archive.ts';
import { type Answer, type Archivable, readArchivable } from './read-archivable.ts';

export type ArchivePorts = {
  /** The register. */
  readonly workbook: Workbook;
  /** The second spreadsheet. */
  readonly archive: Workbook;
  readonly files: Pick<Files, 'build'>;
  /** A short random text that tells our own commit from others'. */
  readonly newToken: () => string;
};

export type Archived =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'done'; readonly moved: number };

export type ChoicePorts = Pick<ArchivePorts, 'workbook' | 'newToken'> & {
  readonly files: Pick<Files, 'createSpreadsheet'>;
};

export type Choice =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'chosen'; readonly archive: string };

/**
 * The second spreadsheet, recorded before anything is copied: the one named, the one used before, or a new one. That one
 * is about to be made is recorded first, so a run cut short never makes another: a person says what became of it.
 */
export async function archiveFor(
  ports: ChoicePorts,
  {
    round,
    now,
    into,
    isNotMade = false,
  }: {
    readonly round: string;
    readonly now: Temporal.Instant;
    readonly into: string | null;
    /** Somebody looked: the one that was begun is not there. */
    readonly isNotMade?: boolean;
  },
): Promise<Choice> {
  const read = await readArchivable(ports.workbook);
  const plan = planArchive(read, round);
  if (plan.kind === 'refused') return plan;
  const known = into ?? archiveOf(read);
  const begun = archiveBegun(read);
  if (known === null && begun !== null && !isNotMade) return { kind: 'refused', why: unclear(begun) };
  const archive = known ?? (await makeArchive(ports, now));
  await record(ports, (fresh) => chooseArchive(fresh, { round, archive, now }));
  return { kind: 'chosen', archive };
}

function unclear(title: string): string {
  return `Lần trước bị ngắt khi đang tạo bảng tính "${title}". Tìm trong Drive: có thì chạy lại với --into và mã của nó, không có thì chạy lại với --not-made.`;
}

async function makeArchive(ports: ChoicePorts, now: Temporal.Instant): Promise<string> {
  const title = `Lưu trữ – ${settings.bookTitle.initial} – ${ports.newToken()}`;
  await record(ports, (read) => beginArchive(read, title, now));
  return ports.files.createSpreadsheet(title);
}

/** Writes rows of the change log, over whatever other runs wrote meanwhile. */
async function record(
  { workbook, newToken }: Pick<ArchivePorts, 'workbook' | 'newToken'>,
  plan: (read: Archivable) => Recording,
): Promise<void> {
  for (let dispute = 0; dispute < MOST_DISPUTES; dispute += 1) {
    const planned = plan(await readArchivable(workbook));
    if (planned.changes.length === 0) return;
    const token = newToken();
    const outcome = await commit(workbook, { ...planned, token, places: new Map() });
    if (outcome.kind === 'done' || (await readArchivable(workbook)).bookkeeping.token === token) return;
  }
  throw problem('commit.disputed', [MOST_DISPUTES]);
}

const MOST_DISPUTES = 6;
/** Characters of text in one request. */
const CHUNK = 600_000;

/**
 * Moves the whole texts of a closed round: copies what the archive lacks, reads it back, and only then empties, under a
 * claim, what was found there word for word. Cut short anywhere, the next run goes on from what it finds.
 * @throws archive.incomplete when the archive does not give back what was written; commit.disputed; commit.blocked
 */
export async function archiveRound(
  ports: ArchivePorts,
  { round, now }: { readonly round: string; readonly now: Temporal.Instant },
): Promise<Archived> {
  let [moved, disputes] = [0, 0];
  let read = await readArchivable(ports.workbook);
  for (;;) {
    const plan = planArchive(read, round);
    if (plan.kind === 'refused') return plan;
    if (plan.answers.length === 0) return { kind: 'done', moved };
    await copy(ports, round, plan.answers);
    const { after, isOurs, emptied } = await empty(ports, read, plan.answers, { round, now });
    if (isOurs) moved += emptied;
    else if (after.bookkeeping.revision === read.bookkeeping.revision)
      throw problem('commit.blocked', [read.bookkeeping.revision]);
    else if (++disputes > MOST_DISPUTES) throw problem('commit.disputed', [disputes]);
    read = after;
  }
}

async function empty(
  { workbook, archive, newToken }: ArchivePorts,
  read: Archivable,
  wanted: readonly Answer[],
  { round, now }: { readonly round: string; readonly now: Temporal.Instant },
) {
  const token = newToken();
  const planned = planEmptying(read, wanted, { round, archive: archive.id, now });
  const outcome = await commit(workbook, { ...planned, token, places: new Map() });
  const after = await readArchivable(workbook);
  const emptied = planned.changes.filter(({ kind }) => kind === 'write').length;
  return { after, emptied, isOurs: outcome.kind === 'done' || after.bookkeeping.token === token };
}

async function copy({ archive, files }: ArchivePorts, round: string, wanted: readonly Answer[]): Promise<void> {
  const tab = await tabFor(archive, files, round);
  const lacking = notIn(await held(archive, tab), wanted);
  for (const chunk of chunksOf(lacking)) await files.build(archive.id, [], appendLog(tab, chunk));
  const lost = notIn(await held(archive, tab), wanted);
  if (lost.length > 0) throw problem('archive.incomplete', [archive.id, lost.length]);
}

type ArchiveTab = typeof answers;

/** The round's own tab, made when it is not there. */
async function tabFor(archive: Workbook, files: ArchivePorts['files'], round: string): Promise<ArchiveTab> {
  const title = `${answers.title} ${round}`;
  const there = await archive.tabs();
  const known = there.find((tab) => tab.title === title);
  const sheetId = known?.sheetId ?? 1 + Math.max(0, ...there.map((tab) => tab.sheetId));
  const tab = { ...answers, sheetId, title };
  if (known) return tab;
  const columnCount = Object.keys(answers.columns).length;
  const properties = { sheetId, title, gridProperties: { rowCount: 2, columnCount, frozenRowCount: 1 } };
  await files.build(archive.id, [{ addSheet: { properties } }], diffProjection(tab, [], []));
  return tab;
}

async function held(archive: Workbook, tab: ArchiveTab): Promise<readonly AnswerRow[]> {
  const outcome = await archive.read([{ sheetId: tab.sheetId, columns: Object.keys(tab.columns).length }]);
  return outcome.kind === 'read' ? parseTab(tab, outcome.grids.get(tab.sheetId) ?? [], ANY_VERSION).rows : [];
}

function chunksOf(rows: readonly Answer[]): readonly (readonly Answer[])[] {
  const chunks: Answer[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = row.text?.length ?? 0;
    if (chunks.length === 0 || size > room) {
      chunks.push([]);
      room = CHUNK;
    }
    chunks.at(-1)?.push(row);
    room -= size;
  }
  return chunks;
}
