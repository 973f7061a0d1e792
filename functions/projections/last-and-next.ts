import type { Temporal } from 'temporal-polyfill';
import { isInternal, keyFacts } from '../../sheets-schema/notice-kinds.ts';
import { aboutKey, type LedgerBook, type LedgerEntry } from '../domain/notices/ledger.ts';
import { kindOf, parseLedgerKey } from '../domain/notices/ledger-key.ts';
import type { MailAhead } from '../domain/notices/schedule.ts';
import { momentWords } from '../domain/time/moment-words.ts';

/** The last and the next mail to a unit about a round, in words; null where there is none. */
export type LastAndNext = { readonly last: string | null; readonly next: string | null };

/** For Theo dõi. Look up with {@link aboutKey}(round, unit). What the ministry's own people are told about a unit is no mail to it. */
export function lastAndNext(ledger: LedgerBook, schedule: readonly MailAhead[]): ReadonlyMap<string, LastAndNext> {
  const next = nextByUnit(schedule);
  const known = new Set([...ledger.about.keys(), ...next.keys()]);
  return new Map(
    [...known].map((about) => [about, { last: lastOf(ledger.about.get(about) ?? []), next: next.get(about) ?? null }]),
  );
}

function lastOf(entries: readonly LedgerEntry[]): string | null {
  const outcomes = entries.flatMap(({ parts, kind, state, at, sentAt }) => {
    if (!parts || isInternal(keyFacts[parts.kind])) return [];
    const name = kindOf(parts.kind, kind);
    const { isReply } = keyFacts[parts.kind];
    if (sentAt) return [{ at: sentAt, isReply, words: `${name}, gửi` }];
    return state === 'không gửi được' ? [{ at, isReply, words: `${name}, không gửi được` }] : [];
  });
  // Of one minute the answer to what the unit sent is the later one, then what was begun last.
  const last = outcomes
    .toSorted((a, b) => minuteOf(a.at) - minuteOf(b.at) || Number(a.isReply) - Number(b.isReply))
    .at(-1);
  return last ? `${last.words} ${momentWords(last.at)}` : null;
}

function minuteOf({ epochMilliseconds }: Temporal.Instant): number {
  return Math.floor(epochMilliseconds / 60_000);
}

/** A mail that will go comes before one that is held, though the held one was due earlier. */
function nextByUnit(schedule: readonly MailAhead[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const rows = [
    ...schedule.filter(({ state }) => state === 'Sẽ gửi'),
    ...schedule.filter(({ state }) => state !== 'Sẽ gửi'),
  ];
  for (const { key, kind, at, state, why } of rows) {
    const parts = parseLedgerKey(key);
    if (!parts || isInternal(keyFacts[parts.kind])) continue;
    const about = aboutKey(parts.subject, parts.unit);
    if (words.has(about)) continue;
    words.set(
      about,
      state === 'Sẽ gửi' && at ? `${kind}, dự kiến ${momentWords(at)}` : `${kind}, giữ lại: ${why ?? ''}`,
    );
  }
  return words;
}
