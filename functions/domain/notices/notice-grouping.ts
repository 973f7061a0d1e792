import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { claimState, type LedgerEntry } from './ledger.ts';
import { laneOf } from './ledger-key.ts';
import type { Decided, Fate } from './notice.ts';
import { type Desk, millisecondsOf } from './notice-desk.ts';

/**
 * Lets mails that are due together make way for each other: of a group the strongest goes and the others are settled; a
 * unit gets one mail a working day; the day's cap holds what is left. Strongest first.
 */
export function arrange(desk: Desk, judged: readonly Decided[]): readonly Decided[] {
  const ordered = judged.toSorted(strongestFirst);
  const heads = headsOf(ordered);
  const decided = limitByCap(desk, limitByLane(desk, [...heads.values()]));
  return ordered.map((one) => {
    const head = heads.get(one.notice.group);
    const headFate = head && decided.get(head);
    const fate = !head || !headFate ? one.fate : one === head ? headFate : behind(one, head, headFate);
    return { notice: one.notice, fate };
  });
}

export function strongestFirst({ notice: a }: Pick<Decided, 'notice'>, { notice: b }: Pick<Decided, 'notice'>): number {
  const byRank = b.rank - a.rank;
  if (byRank !== 0) return byRank;
  const byTime = millisecondsOf(a.dueAt) - millisecondsOf(b.dueAt);
  if (byTime !== 0) return byTime;
  return a.key < b.key ? -1 : 1;
}

/** The strongest of each group that is not settled anyway. */
function headsOf(ordered: readonly Decided[]): ReadonlyMap<string, Decided> {
  const heads = new Map<string, Decided>();
  for (const one of ordered) {
    if (one.fate.do !== 'settle' && !heads.has(one.notice.group)) heads.set(one.notice.group, one);
  }
  return heads;
}

/** A weaker notice is settled when its head goes, and shares its lot otherwise. */
function behind(one: Decided, head: Decided, headFate: Fate): Fate {
  if (one.fate.do === 'settle') return one.fate;
  if (headFate.do !== 'send') return one.fate.do === 'hold' ? one.fate : headFate;
  const { kind, key } = head.notice;
  return { do: 'settle', state: 'gộp vào thư mạnh hơn', reason: `Gộp vào thư "${kind}" (${key}).` };
}

function limitByLane(desk: Desk, heads: readonly Decided[]): ReadonlyMap<Decided, Fate> {
  const taken = new Set(lanesTakenToday(desk));
  const tomorrow = desk.calendar.nextSendAt(startOfDay(localDay(desk.now).add({ days: 1 })));
  return new Map(
    heads.map((one) => {
      const lane = laneOf(kinds[one.notice.kind].key, one.notice);
      if (one.fate.do !== 'send' || lane === null) return [one, one.fate];
      if (taken.has(lane)) return [one, { do: 'wait', until: tomorrow }];
      taken.add(lane);
      return [one, one.fate];
    }),
  );
}

/** Lanes in which a mail went since midnight, or may be going at this moment. */
export function lanesTakenToday({ ledger, now }: Desk): readonly string[] {
  const midnight = startOfDay(localDay(now)).epochMilliseconds;
  const isToday = (entry: LedgerEntry) =>
    (entry.sentAt?.epochMilliseconds ?? 0) >= midnight || claimState(entry, now) === 'live';
  const lanes: string[] = [];
  for (const entry of ledger.entries.values()) {
    const lane = entry.parts && isToday(entry) ? laneOf(entry.parts.kind, entry.parts) : null;
    if (lane) lanes.push(lane);
  }
  return lanes;
}

function limitByCap(desk: Desk, decided: ReadonlyMap<Decided, Fate>): ReadonlyMap<Decided, Fate> {
  let left = desk.settings.dailyCap - desk.sentToday;
  const day = formatDate(localDay(desk.now));
  const reason = `Đã đủ hạn mức ${desk.settings.dailyCap} thư của ngày ${day}; thư đi vào ngày làm việc sau.`;
  const capped = new Map<Decided, Fate>();
  for (const [one, fate] of decided) {
    const counts = fate.do === 'send' && kinds[one.notice.kind].countsToCap;
    if (counts) left -= 1;
    capped.set(one, counts && left < 0 ? { do: 'hold', reason } : fate);
  }
  return capped;
}
