import { Temporal } from 'temporal-polyfill';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { type ChangeBook, recordedOfRounds } from '../domain/standing/change-log.ts';
import type { FormTabs } from './form-tabs.ts';

type Shown = { readonly round: Round | undefined; readonly isOpen: boolean };

/**
 * The round the form shows: one accepts at a time, of several open ones the one whose it is already, else the
 * earliest; without any the form shows the latest round and is closed. The order of rows in `Kỳ báo cáo` says nothing.
 * @param kept the round whose form it is; '' where nobody knows
 */
export function shownRound(rounds: readonly Round[], kept: string): Shown {
  const byOpening = rounds.toSorted((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt));
  const opened = byOpening.filter(({ state }) => state === 'Đang mở');
  const open = opened.find(({ id }) => id === kept) ?? opened[0];
  return { round: open ?? byOpening.at(-1), isOpen: open !== undefined };
}

/** A round that was open when it was last acted on and that cannot be told any more; null when there is none. */
export function lostOpenRound(rounds: FormTabs['rounds'], book: ChangeBook): string | null {
  const there = new Set(clearRounds(rounds).map(({ id }) => id));
  return recordedOfRounds(book, 'state').find(([id, state]) => state === 'Đang mở' && !there.has(id))?.[0] ?? null;
}

/** Rounds that one row alone speaks of. */
function clearRounds({ rows, rivals }: FormTabs['rounds']): readonly Round[] {
  const doubled = new Set(rivals.map(({ id }) => id));
  return rows.filter(({ id }) => !doubled.has(id));
}

/**
 * Whether the form should accept, as the rounds alone say it: no other tab keeps it closed or open, and it is closed only
 * when it is certain that no round is open.
 * @returns null when nobody can tell just now: it stays as it is.
 */
export function doorOf(rounds: FormTabs['rounds'], book: ChangeBook): boolean | null {
  if (!rounds.readable) return null;
  if (shownRound(clearRounds(rounds), '').isOpen) return true;
  const mayBeOpen = [...rounds.broken.map(({ values }) => values), ...rounds.rivals].some(
    ({ state }) => state !== 'Chuẩn bị' && state !== 'Đã đóng',
  );
  return mayBeOpen || lostOpenRound(rounds, book) !== null ? null : false;
}
