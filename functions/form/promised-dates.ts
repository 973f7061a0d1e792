import type { Temporal } from 'temporal-polyfill';
import { keyFacts } from '../../sheets-schema/notice-kinds.ts';
import type { LedgerFact } from '../../sheets-schema/tabs/logs.ts';
import { readLedger } from '../domain/notices/ledger.ts';
import { type Deadline, deadlineInWords, deadlineOf, isOver } from '../domain/time/deadline.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** What the form was before, and what was promised meanwhile. */
export type FormPast = {
  /** As it was last applied. */
  readonly formHash: string;
  readonly ledger: readonly LedgerFact[];
  readonly now: Temporal.Instant;
};

export function formPastOf({ bookkeeping, logs, readAt }: Sources): FormPast {
  return { formHash: bookkeeping.formHash, ledger: logs.ledger.rows, now: readAt };
}

type Sources = Pick<Snapshot, 'bookkeeping' | 'logs' | 'readAt'>;

/** `HPG: hết ngày 04/11/2025`: the days to come by which units were told that they can still supply what a round lacks. */
export function promisedDates(round: string, { ledger, now }: FormPast): readonly string[] {
  const { entries } = readLedger(ledger);
  return [...entries.values()].flatMap(({ parts, sentAt, told }) => {
    if (parts?.subject !== round || parts.unit === null || sentAt === null) return [];
    const { asksFor, isReply } = keyFacts[parts.kind];
    const named = asksFor === 'supplement' ? told.at(-1) : isReply ? told[1] : undefined;
    const until: Deadline | null = named ? deadlineOf(named) : null;
    return until && !isOver(until, now) ? [`${parts.unit}: ${deadlineInWords(until)}`] : [];
  });
}
