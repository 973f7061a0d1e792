import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { claimState, type LedgerEntry } from './ledger.ts';
import type { Candidate, Fate } from './notice.ts';
import { type Desk, millisecondsOf } from './notice-desk.ts';
import { leadersLane } from './owed/round-notices.ts';

export type Judged = { readonly candidate: Candidate; readonly fate: Fate };

/**
 * Lets mails that are due together make way for each other: of a group the strongest goes and the others are settled; a
 * unit gets one mail a working day; the day's cap holds what is left. Strongest first.
 */
export function arrange(desk: Desk, judged: readonly Judged[]): readonly Judged[] {
  const ordered = judged.toSorted(strongestFirst);
  const heads = headsOf(ordered);
  const decided = limitByCap(desk, limitByLane(desk, [...heads.values()]));
  return ordered.map((one) => {
    const head = heads.get(one.candidate.group);
    const headFate = head && decided.get(head);
    const fate = !head || !headFate ? one.fate : one === head ? headFate : behind(one, head, headFate);
    return { candidate: one.candidate, fate };
  });
}

export function strongestFirst(
  { candidate: a }: Pick<Judged, 'candidate'>,
  { candidate: b }: Pick<Judged, 'candidate'>,
): number {
  const byRank = b.notice.rank - a.notice.rank;
  if (byRank !== 0) return byRank;
  const byTime = millisecondsOf(a.notice.dueAt) - millisecondsOf(b.notice.dueAt);
  if (byTime !== 0) return byTime;
  return a.notice.key < b.notice.key ? -1 : 1;
}

/** The strongest of each group that is not settled anyway. */
function headsOf(ordered: readonly Judged[]): ReadonlyMap<string, Judged> {
  const heads = new Map<string, Judged>();
  for (const one of ordered) {
    if (one.fate.do !== 'settle' && !heads.has(one.candidate.group)) heads.set(one.candidate.group, one);
  }
  return heads;
}

/** A weaker notice is settled when its head goes, and shares its lot otherwise. */
function behind(one: Judged, head: Judged, headFate: Fate): Fate {
  if (one.fate.do === 'settle') return one.fate;
  if (headFate.do !== 'send') return one.fate.do === 'hold' ? one.fate : headFate;
  const { kind, key } = head.candidate.notice;
  return { do: 'settle', state: 'gộp vào thư mạnh hơn', reason: `Gộp vào thư "${kind}" (${key}).` };
}

function limitByLane(desk: Desk, heads: readonly Judged[]): ReadonlyMap<Judged, Fate> {
  const taken = new Set(lanesTakenToday(desk));
  const tomorrow = desk.calendar.nextSendAt(startOfDay(localDay(desk.now).add({ days: 1 })));
  return new Map(
    heads.map((one) => {
      const { lane } = one.candidate;
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
    const lane = entry.parts && isToday(entry) ? laneOf(entry.parts) : null;
    if (lane) lanes.push(lane);
  }
  return lanes;
}

function laneOf({ kind, subject, unit }: NonNullable<LedgerEntry['parts']>): string | null {
  if (kind === 'tiep-nhan' || kind === 'ban-tin') return null;
  return kind === 'lanh-dao' ? leadersLane(subject) : unit;
}

function limitByCap(desk: Desk, decided: ReadonlyMap<Judged, Fate>): ReadonlyMap<Judged, Fate> {
  let left = desk.settings.dailyCap - desk.sentToday;
  const day = formatDate(localDay(desk.now));
  const reason = `Đã đủ hạn mức ${desk.settings.dailyCap} thư của ngày ${day}; thư đi vào ngày làm việc sau.`;
  const capped = new Map<Judged, Fate>();
  for (const [one, fate] of decided) {
    if (fate.do === 'send') left -= 1;
    capped.set(one, fate.do === 'send' && left < 0 ? { do: 'hold', reason } : fate);
  }
  return capped;
}
