import { Temporal } from 'temporal-polyfill';
import { keyFacts } from '../../sheets-schema/notice-kinds.ts';
import type { LedgerFact } from '../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { type LedgerEntry, maybeSent, readLedger } from '../domain/notices/ledger.ts';
import { type Deadline, deadlineInWords, deadlineOf, isOver } from '../domain/time/deadline.ts';
import { createCalendar } from '../domain/time/working-calendar.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** What the form was before, and what was promised meanwhile. */
export type FormPast = {
  /** As it was last applied. */
  readonly formHash: string;
  readonly ledger: readonly LedgerFact[];
  /** The day by which a mail that left at a moment asked for what is lacking, where the ledger keeps none. */
  readonly supplyDay: (leftAt: Temporal.Instant) => Deadline;
  readonly now: Temporal.Instant;
};

export function formPastOf({ bookkeeping, logs, people, settings, readAt }: Sources): FormPast {
  const calendar = createCalendar(people.holidays.rows, settings.windows);
  return {
    formHash: bookkeeping.formHash,
    ledger: logs.ledger.rows,
    supplyDay: (at) => deadlineOf({ day: calendar.addWorkingDays(localDay(at), settings.supplementDays), time: null }),
    now: readAt,
  };
}

type Sources = Pick<Snapshot, 'bookkeeping' | 'logs' | 'settings' | 'readAt'> & {
  readonly people: Pick<Snapshot['people'], 'holidays'>;
};

/**
 * `HPG: hết ngày 04/11/2025`: the days to come by which units were told that they can still supply what a round lacks. A
 * mail that may lie in a mailbox, nobody knows, has told them.
 */
export function promisedDates(round: string, past: FormPast): readonly string[] {
  const { entries } = readLedger(past.ledger);
  const latest = new Map<string, Deadline>();
  for (const entry of entries.values()) {
    const unit = entry.parts?.unit;
    const until = entry.parts?.subject === round && unit ? namedBy(entry, past) : null;
    if (!unit || !until || isOver(until, past.now)) continue;
    const known = latest.get(unit);
    if (!known || Temporal.Instant.compare(known.before, until.before) < 0) latest.set(unit, until);
  }
  return [...latest].map(([unit, until]) => `${unit}: ${deadlineInWords(until)}`);
}

/** The day that a mail named for what is lacking; null where it named none, or surely never left. */
function namedBy(entry: LedgerEntry, { supplyDay, now }: FormPast): Deadline | null {
  const { parts, told, sentAt, state, at } = entry;
  if (!parts || !(sentAt || state === 'khôi phục' || maybeSent(entry, now) > 0)) return null;
  const { asksFor, isReply } = keyFacts[parts.kind];
  if (asksFor !== 'supplement' && !isReply) return null;
  const named = told[1];
  if (named) return deadlineOf(named);
  // Rows of the first release name no day: a receipt named none then, a supplement the one that was usual.
  return isReply ? null : supplyDay(sentAt ?? at);
}
