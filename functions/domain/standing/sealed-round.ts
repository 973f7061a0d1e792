import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { encodeRow } from '../../../sheets-schema/parse-tab.ts';
import { type Decision, decisions } from '../../../sheets-schema/tabs/decisions.ts';
import { type Round, rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { type ChangeBook, recordedOfRounds, roundSubject } from './change-log.ts';
import { type ReportFacts, readReportFacts, writeReportFacts } from './report-facts.ts';

/** The logs whose rows leave with a sealed round. */
export const sealedLogs = ['reports', 'answers', 'ledger'] as const;
export type SealedLog = (typeof sealedLogs)[number];

/** Rows of a tab as people count them, both ends included. */
export type Lines = { readonly from: number; readonly to: number };

export type LinesOfLogs = Readonly<Record<SealedLog, readonly Lines[]>>;

/** That a closed round was put away, and what a run still has to know of it: as `Nhật ký thay đổi` keeps it. */
export type SealedRound = {
  readonly id: string;
  /** Its rows have left the logs; before that their copies mean nothing. */
  readonly isSealed: boolean;
  /** The copies were not what was copied: it is left where it is. */
  readonly isGivenUp: boolean;
  /** What people's tabs said of it when its rows left, by {@link markOf}: while they say the same, nothing is to be done. */
  readonly mark: string;
  /** Where its rows stand in the tabs of sealed rounds. */
  readonly lines: LinesOfLogs;
  /** Where copies of rows stand that are in the logs still; null where none are. */
  readonly copied: LinesOfLogs | null;
};

export const NO_LINES: LinesOfLogs = { reports: [], answers: [], ledger: [] };

const [RECORD, FACTS] = ['sealed', 'facts'];

const lines = z.array(z.object({ from: z.number(), to: z.number() }));
const linesOfLogs = z.object({ reports: lines, answers: lines, ledger: lines });
const stored = z.object({
  isSealed: z.boolean(),
  isGivenUp: z.boolean(),
  mark: z.string(),
  lines: linesOfLogs,
  copied: linesOfLogs.nullable(),
});

/** Every round that was ever begun to be sealed. */
export function sealedRounds(book: ChangeBook): readonly SealedRound[] {
  return recordedOfRounds(book, RECORD).flatMap(([id, text]) => {
    try {
      return [{ id, ...stored.parse(JSON.parse(text)) }];
    } catch {
      return [];
    }
  });
}

/** When the last step was taken with a round; null before the first. */
export function steppedAt(book: ChangeBook, round: string): Temporal.Instant | null {
  return book.since(roundSubject(round, RECORD));
}

/** What the log is to say of a round that is being put away; of its reports once its rows leave. */
export function sealFacts(
  { id, ...record }: SealedRound,
  reports: readonly ReportFacts[] | null,
): readonly (readonly [string, string])[] {
  return [
    [roundSubject(id, RECORD), JSON.stringify(record)],
    ...(reports === null ? [] : [[roundSubject(id, FACTS), writeReportFacts(reports)] as const]),
  ];
}

/** What the register takes from the reports of a sealed round; none where nobody can read it. */
export function factsOfSealed(book: ChangeBook, round: Round): readonly ReportFacts[] {
  const text = book.last(roundSubject(round.id, FACTS));
  return (text !== null && readReportFacts(round, text)) || [];
}

/** Tells whether people say the same of a round as before: its row as typed, and the decisions on it or on its task. */
export function markOf(round: Round, all: readonly Decision[]): string {
  const own = all.filter(({ subject }) => subject === round.id || subject === round.task);
  const words = [
    encodeRow(rounds, round),
    ...own
      .map((one) => encodeRow(decisions, one))
      .map(String)
      .sort(),
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22);
}
