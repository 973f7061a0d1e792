import type { Temporal } from 'temporal-polyfill';
import { kinds, type NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { aboutKey, isTerminal, type LedgerEntry, openRest } from '../ledger.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';

/** When the unit was invited, or the matter was settled otherwise; null before that. */
export function invitedAt(desk: Desk, { round, unit }: UnitStatus): Temporal.Instant | null {
  const entry = desk.entriesOf(round.id, unit.code, 'Mời gửi báo cáo').find(({ state }) => isTerminal(state));
  return entry ? (entry.sentAt ?? entry.at) : null;
}

/** From when on steps count: what fell due before the unit was invited, or before it was granted more time, is dropped. */
export function countsFrom(desk: Desk, status: UnitStatus): Temporal.Instant {
  const invited = invitedAt(desk, status) ?? desk.calendar.nextSendAt(later(desk.now, status.round.opensAt));
  return status.extension ? later(invited, status.extension.at) : invited;
}

/**
 * Late notices the unit has in hand: those that went since it was last told of an extension, which withdraws them.
 * @param asOf what had gone before that moment; null for all
 */
export function lateNoticesInHand(
  { ledger }: Pick<Desk, 'ledger'>,
  { round, unit }: UnitStatus,
  asOf: Temporal.Instant | null = null,
): readonly SentEntry[] {
  const all = ledger.about.get(aboutKey(round.id, unit.code)) ?? [];
  const entries = asOf ? all.filter(({ sentAt }) => sentAt && isBefore(sentAt, asOf)) : all;
  const told = sentEntries(entries, 'Gia hạn').at(-1);
  const late = sentEntries(entries, 'Quá hạn lần 1');
  return told ? late.filter(({ sentAt }) => isBefore(told.sentAt, sentAt)) : late;
}

/** When a mail went of which something is left: what is said of it is said as of then; null for every other. */
export function restSince({ ledger }: Pick<Desk, 'ledger'>, key: string): Temporal.Instant | null {
  const entry = ledger.entries.get(key);
  return openRest(entry) ? (entry?.sentAt ?? null) : null;
}

type SentEntry = LedgerEntry & { readonly sentAt: Temporal.Instant };

/** Those under the key of a kind, in the order they went. */
function sentEntries(entries: readonly LedgerEntry[], kind: NoticeKind): readonly SentEntry[] {
  const sent = entries.filter(
    (entry): entry is SentEntry => entry.parts?.kind === kinds[kind].key && entry.sentAt !== null,
  );
  return sent.toSorted((a, b) => a.sentAt.epochMilliseconds - b.sentAt.epochMilliseconds);
}
