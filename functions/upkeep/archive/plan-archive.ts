import type { Temporal } from 'temporal-polyfill';
import { type AnswerRow, answers, type ChangeRow, changes } from '../../../sheets-schema/tabs/logs.ts';
import { readRoundSubject, roundSubject } from '../../domain/standing/change-log.ts';
import type { Write } from '../../ports.ts';
import type { Bookkeeping } from '../../workbook/bookkeeping.ts';
import { appendLog } from '../../workbook/diff-grid.ts';
import type { Answer, Archivable } from './read-archivable.ts';

export type ArchivePlan =
  | { readonly kind: 'refused'; readonly why: string }
  /** The answers whose whole text still stands in the register. */
  | { readonly kind: 'move'; readonly answers: readonly Answer[] };

/** Rows emptied in one commit; about 2 MB of requests. */
const MOST_ROWS = 5_000;
/** Column of the whole text; it stands last. */
const TEXT = Object.keys(answers.columns).indexOf('text');

/**
 * Only the whole texts of a closed round go: no run reads them back, and they are most of the file. What decisions and
 * proofs rest on stays: versions, what was read of each answer, its beginning, the ledger, the changes.
 */
export function planArchive({ bookkeeping, rounds, reports, answers: all }: Archivable, round: string): ArchivePlan {
  const state = rounds.find(({ id }) => id === round)?.state;
  if (bookkeeping.mailHold !== '') return { kind: 'refused', why: `Bảng tính đang giữ thư: ${bookkeeping.mailHold}.` };
  if (state === undefined) return { kind: 'refused', why: `Không có kỳ "${round}" trong tab "Kỳ báo cáo".` };
  if (state !== 'Đã đóng')
    return { kind: 'refused', why: `Kỳ "${round}" đang ở trạng thái ${state}; chỉ lưu trữ kỳ Đã đóng.` };
  const versions = new Set(reports.filter((report) => report.round === round).map(({ version }) => version));
  return { kind: 'move', answers: all.filter(({ version, text }) => text !== null && versions.has(version)) };
}

/** Where a round's texts went before, or another round's: one file serves all. */
export function archiveOf({ changes: rows }: Archivable): string | null {
  return rows.findLast(({ subject }) => readRoundSubject(subject)?.field === ARCHIVE)?.new ?? null;
}

/** What the second file is called that somebody began to make and that is not known to be there; null when none is. */
export function archiveBegun({ changes: rows }: Archivable): string | null {
  return rows.findLast(({ subject }) => subject === BEGUN)?.new ?? null;
}

/** That a file under this title is about to be made: before it is, so that nobody makes two. */
export function beginArchive(read: Archivable, title: string, now: Temporal.Instant): Recording {
  return recording(read, [{ seenAt: now, subject: BEGUN, old: null, new: title }]);
}

/** Where the texts of a round go: before any is copied there. */
export function chooseArchive(
  read: Archivable,
  { round, archive, now }: { readonly round: string; readonly archive: string; readonly now: Temporal.Instant },
): Recording {
  const begun = archiveBegun(read);
  return recording(read, [
    ...recordOf(read, { round, archive, now }),
    ...(begun === null ? [] : [{ seenAt: now, subject: BEGUN, old: begun, new: null }]),
  ]);
}

const ARCHIVE = 'archive';
const BEGUN = 'archive/begun';

function recordOf(
  read: Archivable,
  { round, archive, now }: { readonly round: string; readonly archive: string; readonly now: Temporal.Instant },
): readonly ChangeRow[] {
  const subject = roundSubject(round, ARCHIVE);
  const isRecorded = read.changes.findLast((change) => change.subject === subject)?.new === archive;
  return isRecorded ? [] : [{ seenAt: now, subject, old: null, new: archive }];
}

function recording({ bookkeeping }: Archivable, rows: readonly ChangeRow[]): Recording {
  const count = bookkeeping.rows.changes + rows.length;
  return {
    changes: appendLog(changes, rows),
    bookkeeping: { ...bookkeeping, rows: { ...bookkeeping.rows, changes: count } },
  };
}

/** Those that an archive does not hold word for word. */
export function notIn(archived: readonly AnswerRow[], wanted: readonly Answer[]): readonly Answer[] {
  const held = new Set(archived.map(nameOf));
  return wanted.filter((answer) => !held.has(nameOf(answer)));
}

function nameOf({ version, question, part, text }: AnswerRow): string {
  return JSON.stringify([version, question, part, text]);
}

export type Recording = { readonly changes: readonly Write[]; readonly bookkeeping: Bookkeeping };

/** Empties the text of some answers, and records once where the round's texts are. */
export function planEmptying(
  read: Archivable,
  moved: readonly Answer[],
  { round, archive, now }: { readonly round: string; readonly archive: string; readonly now: Temporal.Instant },
): Recording {
  const record = recording(read, recordOf(read, { round, archive, now }));
  return {
    changes: [...moved.slice(0, MOST_ROWS).map(emptied), ...record.changes],
    bookkeeping: record.bookkeeping,
  };
}

function emptied({ at, tab }: Answer): Write {
  return { kind: 'write', sheetId: tab, row: at - 1, column: TEXT, rows: [[{ value: '' }]] };
}
