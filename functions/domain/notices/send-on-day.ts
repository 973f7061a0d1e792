import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { type KeyKind, keyFacts, kinds } from '../../../sheets-schema/notice-kinds.ts';
import type { Settings } from '../../../sheets-schema/setting-list.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { claimState } from './ledger.ts';
import { laneOf } from './ledger-key.ts';
import type { Decided, Fate, Notice } from './notice.ts';
import { type Desk, isBefore, later, millisecondsOf } from './notice-desk.ts';

/** What a day has given to mails up to a moment. */
export type DayBook = {
  readonly at: Temporal.Instant;
  /** Until when each lane is taken by a mail that went. */
  readonly taken: ReadonlyMap<string, Temporal.Instant>;
  /** How many mails of the day each budget has paid for, by its name. */
  readonly spent: ReadonlyMap<string, number>;
};

/** A mail that leaves, with the notices that become one mail with it. */
export type Leaving = { readonly notice: Notice; readonly along: readonly Notice[] };

/**
 * The one rule of what leaves, for now and for every moment of the days to come: of a group the strongest goes and takes
 * the others along; a lane gets one mail a day, or an hour; what a budget does not pay for waits until the next day.
 * @param judged all that is due at the moment of the book, with what becomes of each alone: `send` where it may go now
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
  const decided = [
    ...ordered.map((one) => ({ notice: one.notice, fate: fates.get(one) ?? one.fate })),
    ...leaving.flatMap(({ notice }) => (notice.beside ?? []).map((one) => ({ notice: one, fate: mergedInto(notice) }))),
  ];
  return { decided, leaving, book: places.book() };
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
    if (stronger.do === 'send' || stronger.do === 'settle') return mergedInto((group.head ?? speaker).notice);
    return one.fate.do === 'hold' ? one.fate : stronger;
  }
  if (one.fate.do === 'hold' || !headFate || !group.head) return one.fate;
  return one !== group.head && headFate.do === 'send' ? mergedInto(group.head.notice) : headFate;
}

function mergedInto({ kind, key }: Notice): Fate {
  return { do: 'settle', state: 'gộp vào thư mạnh hơn', reason: `Gộp vào thư "${kind}" (${key}).` };
}

/** Gives the lanes and places of a day to those who ask, first come first served. */
function placesOn({ calendar, settings }: Desk, { at, taken: takenBefore, spent: spentBefore }: DayBook) {
  const taken = new Map(takenBefore);
  const spent = new Map(spentBefore);
  const day = localDay(at);
  const midnight = startOfDay(day.add({ days: 1 }));
  const opening = calendar.nextSendAt(midnight);
  return {
    book: (): DayBook => ({ at, taken, spent }),
    ask({ notice, fate }: Decided): Fate {
      // What is left of a mail took its place when the mail went.
      if (fate.do !== 'send' || notice.firstSentAt) return fate;
      const { key, lane: kindOfLane, hours } = kinds[notice.kind];
      const lane = laneOf(key, notice);
      const free = lane === null ? undefined : taken.get(lane);
      if (free && isBefore(at, free))
        return { do: 'wait', until: free, ...(kindOfLane === 'hour' && { reason: AN_HOUR }) };
      const budgets = budgetsOf(key, notice.step, settings);
      const empty = budgets.find(({ name, most }) => (spent.get(name) ?? 0) >= most);
      if (empty) {
        const [until, next] = hours === 'any' ? [midnight, 'ngày hôm sau'] : [opening, 'ngày làm việc sau'];
        const reason = `Đã đủ ${empty.words} của ngày ${formatDate(day)}; thư đi vào ${next}.`;
        return { do: 'wait', until, reason, budget: empty.name };
      }
      if (lane !== null) taken.set(lane, kindOfLane === 'hour' ? at.add({ hours: 1 }) : opening);
      for (const { name } of budgets) spent.set(name, (spent.get(name) ?? 0) + 1);
      return fate;
    },
  };
}

const AN_HOUR = 'Mỗi giờ chỉ gửi một thư loại này cho cùng nơi nhận.';

/** What stands outside the cap must not fill a mailbox either: each of its steps goes so many times a day at most. */
const MOST_OUTSIDE_CAP = 5;
const CAP = 'cap';
/** Under which the change log keeps that many mails about tasks wait for a run. */
export const CROWD_OF_TASKS = 'tasks';

const SHARES = {
  'at most half': { parts: 2, words: 'một nửa' },
  'at most a quarter': { parts: 4, words: 'một phần tư' },
} as const;

type Budget = {
  readonly name: string;
  readonly most: number;
  /** Vietnamese. */
  readonly words: string;
};

/** What pays for a mail: nobody's reports, true or false, many or few, take the places that others need. */
function budgetsOf(key: KeyKind, step: string, { dailyCap }: Pick<Settings, 'dailyCap'>): readonly Budget[] {
  const { countsToCap } = keyFacts[key];
  const own = `${key}/${step}`;
  const cap = { name: CAP, most: dailyCap, words: `hạn mức ${dailyCap} thư` };
  if (countsToCap === true) return [cap];
  if (countsToCap === false) return [{ name: own, most: MOST_OUTSIDE_CAP, words: `${MOST_OUTSIDE_CAP} thư loại này` }];
  const { parts, words } = SHARES[countsToCap];
  const most = Math.max(1, Math.floor(dailyCap / parts));
  return [cap, { name: own, most, words: `${most} thư loại này, bằng ${words} hạn mức` }];
}

/** The book of now: with what already went, or may be going at this moment. */
export function today({
  now,
  calendar,
  ledger,
  settings,
}: Pick<Desk, 'now' | 'calendar' | 'ledger' | 'settings'>): DayBook {
  const midnight = startOfDay(localDay(now)).epochMilliseconds;
  const anHourAgo = now.epochMilliseconds - HOUR;
  const opening = calendar.nextSendAt(startOfDay(localDay(now).add({ days: 1 })));
  const taken = new Map<string, Temporal.Instant>();
  const spent = new Map<string, number>();
  for (const entry of ledger.entries.values()) {
    // What lies ready as a file takes its place: a person may be sending it at this moment.
    const isGoing = claimState(entry, now) === 'live' || entry.state === 'đã xuất';
    const wentAt = entry.sentAt ?? (isGoing ? entry.at : null);
    const moment = wentAt?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
    if (!wentAt || moment < Math.min(midnight, anHourAgo)) continue;
    const { parts } = entry;
    const lane = parts && laneOf(parts.kind, parts);
    const isHourly = parts !== null && keyFacts[parts.kind].lane === 'hour';
    if (lane && isHourly) taken.set(lane, later(wentAt.add({ hours: 1 }), taken.get(lane) ?? wentAt));
    if (moment < midnight) continue;
    if (lane && !isHourly) taken.set(lane, opening);
    const budgets = parts ? budgetsOf(parts.kind, parts.step, settings).map(({ name }) => name) : [CAP];
    for (const name of budgets) spent.set(name, (spent.get(name) ?? 0) + 1);
  }
  return { at: now, taken, spent };
}

const HOUR = 3_600_000;

/** How many places under the cap of today are taken. */
export function placesTaken(policy: Parameters<typeof today>[0]): number {
  return today(policy).spent.get(CAP) ?? 0;
}

/** The book of a moment to come; a new day begins with nothing spent. */
export function bookAt(at: Temporal.Instant, before: DayBook): DayBook {
  const isSameDay = localDay(at).equals(localDay(before.at));
  return { ...before, at, ...(!isSameDay && { spent: new Map() }) };
}
