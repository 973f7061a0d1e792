import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { claimState, type LedgerEntry } from './ledger.ts';
import { laneOf } from './ledger-key.ts';
import type { Decided, Fate, Notice } from './notice.ts';
import { type Desk, millisecondsOf } from './notice-desk.ts';

/** What a day has given to mails so far. */
export type DayBook = {
  readonly day: Temporal.PlainDate;
  /** Lanes in which a mail went. */
  readonly taken: ReadonlySet<string>;
  /** Places under the cap. */
  readonly left: number;
};

/** A mail that leaves, with the notices that become one mail with it. */
export type Leaving = { readonly notice: Notice; readonly along: readonly Notice[] };

/**
 * The one rule of what leaves, for now and for every moment of the days to come: of a group the strongest goes and takes
 * the others along; a lane gets one mail a day; the cap leaves the rest to the next sending day.
 * @param judged all that is due at one moment of the day, with what becomes of each alone: `send` where it may go now
 * @returns the same beside each other, strongest first, and the day as they leave it
 */
export function sendOnDay(
  desk: Desk,
  judged: readonly Decided[],
  book: DayBook,
): { readonly decided: readonly Decided[]; readonly leaving: readonly Leaving[]; readonly book: DayBook } {
  const ordered = judged.toSorted(strongestFirst);
  const places = placesOn(desk, book);
  const fates = new Map<Decided, Fate>();
  const leaving: Leaving[] = [];
  for (const group of groupsOf(ordered)) {
    const headFate = group.head ? places.ask(group.head) : null;
    for (const one of group.members) fates.set(one, fateBeside(one, group, headFate));
    if (group.head && headFate?.do === 'send') {
      const merged = group.members.filter((one) => one !== group.head && fates.get(one)?.do === 'settle');
      leaving.push({ notice: group.head.notice, along: merged.map(({ notice }) => notice) });
    }
  }
  const decided = ordered.map((one) => ({ notice: one.notice, fate: fates.get(one) ?? one.fate }));
  return { decided, leaving, book: places.left() };
}

export function strongestFirst({ notice: a }: Decided, { notice: b }: Decided): number {
  const byRank = b.rank - a.rank;
  if (byRank !== 0) return byRank;
  const byTime = millisecondsOf(a.dueAt) - millisecondsOf(b.dueAt);
  if (byTime !== 0) return byTime;
  return a.key < b.key ? -1 : 1;
}

/** What will be one mail, strongest first, without what is settled anyway. */
type Group = {
  readonly members: readonly Decided[];
  /** The strongest about each round or task and unit. */
  readonly speakers: ReadonlyMap<string, Decided>;
  /** The strongest that is not held; null when all are. */
  readonly head: Decided | null;
};

/** Those with the strongest heads first. */
function groupsOf(ordered: readonly Decided[]): readonly Group[] {
  const open = ordered.filter(({ fate }) => fate.do !== 'settle');
  const groups = [...Map.groupBy(open, ({ notice }) => notice.group).values()].map(groupOf);
  return groups.sort((a, b) => (a.head && b.head ? strongestFirst(a.head, b.head) : 0));
}

function groupOf(members: readonly Decided[]): Group {
  const speakers = new Map<string, Decided>();
  for (const one of members) if (!speakers.has(matterOf(one))) speakers.set(matterOf(one), one);
  const head = [...speakers.values()].find(({ fate }) => fate.do !== 'hold') ?? null;
  return { members, speakers, head };
}

/** Inside a group, where ids are told apart by a line break that none of them holds. */
function matterOf({ notice: { subject, unit } }: Decided): string {
  return `${subject}\n${unit}`;
}

/**
 * One of a group shares the lot of its head, save that what is held stays held: a unit in doubt is not reported because
 * others are, nor are the others held for it. A weaker step of one matter has nothing more to say once a stronger goes.
 */
function fateBeside(one: Decided, group: Group, headFate: Fate | null): Fate {
  const speaker = group.speakers.get(matterOf(one)) ?? one;
  if (speaker !== one) {
    const stronger = fateBeside(speaker, group, headFate);
    if (stronger.do === 'send' || stronger.do === 'settle') return mergedInto(group.head ?? speaker);
    return one.fate.do === 'hold' ? one.fate : stronger;
  }
  if (one.fate.do === 'hold' || !headFate || !group.head) return one.fate;
  return one !== group.head && headFate.do === 'send' ? mergedInto(group.head) : headFate;
}

function mergedInto({ notice: { kind, key } }: Decided): Fate {
  return { do: 'settle', state: 'gộp vào thư mạnh hơn', reason: `Gộp vào thư "${kind}" (${key}).` };
}

/** Gives the lanes and places of a day to those who ask, first come first served. */
function placesOn({ calendar, settings }: Desk, { day, taken: before, left: places }: DayBook) {
  const taken = new Set(before);
  let left = places;
  const until = calendar.nextSendAt(startOfDay(day.add({ days: 1 })));
  const reason = `Đã đủ hạn mức ${settings.dailyCap} thư của ngày ${formatDate(day)}; thư đi vào ngày làm việc sau.`;
  return {
    left: (): DayBook => ({ day, taken, left }),
    ask({ notice, fate }: Decided): Fate {
      if (fate.do !== 'send') return fate;
      const { key, countsToCap } = kinds[notice.kind];
      const lane = laneOf(key, notice);
      if (lane !== null && taken.has(lane)) return { do: 'wait', until };
      if (countsToCap && left <= 0) return { do: 'wait', until, reason };
      if (lane !== null) taken.add(lane);
      if (countsToCap) left -= 1;
      return fate;
    },
  };
}

/** The day of now, with what already went. */
export function today(desk: Desk): DayBook {
  const { now, settings, sentToday } = desk;
  return { day: localDay(now), taken: new Set(lanesTakenToday(desk)), left: settings.dailyCap - sentToday };
}

/** A day to come, on which nothing went yet. */
export function freshDay({ settings }: Desk, day: Temporal.PlainDate): DayBook {
  return { day, taken: new Set(), left: settings.dailyCap };
}

/** Lanes in which a mail went since midnight, or may be going at this moment. */
function lanesTakenToday({ ledger, now }: Desk): readonly string[] {
  const midnight = startOfDay(localDay(now)).epochMilliseconds;
  const isToday = (entry: LedgerEntry) =>
    (entry.sentAt?.epochMilliseconds ?? 0) >= midnight || claimState(entry, now) === 'live';
  return [...ledger.entries.values()].flatMap((entry) =>
    entry.parts && isToday(entry) ? (laneOf(entry.parts.kind, entry.parts) ?? []) : [],
  );
}
