import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { laneOf } from './ledger-key.ts';
import type { Notice } from './notice.ts';
import { type Desk, isBefore, millisecondsOf } from './notice-desk.ts';
import { lanesTakenToday, strongestFirst } from './notice-grouping.ts';

/** A mail that will go, and the moment it may. */
export type Coming = { readonly notice: Notice; readonly at: Temporal.Instant };

/** A mail on its day, with the notices that become one mail with it. */
export type Laid = Coming & { readonly along: readonly Notice[] };

/**
 * The mails of the days to come as the runs of those days will send them while nothing changes: of a group at one moment
 * the strongest goes and takes the others along, a unit gets one mail a day, the cap leaves the rest to the next sending
 * day. What notice-grouping.ts decides for now, decided for every day until the horizon.
 * @param going what goes now: it has its lane and its place under the cap today.
 */
export function laidOnDays(
  desk: Desk,
  going: readonly Notice[],
  waiting: readonly Coming[],
  horizon: Temporal.Instant,
): readonly Laid[] {
  const byDay = Map.groupBy(waiting, dayReader());
  const laid: Laid[] = [];
  let day = startOfDay(localDay(desk.now));
  let lanes = new Set([
    ...lanesTakenToday(desk),
    ...going.flatMap((notice) => laneOf(kinds[notice.kind].key, notice) ?? []),
  ]);
  let left = desk.settings.dailyCap - desk.sentToday - going.length;
  for (; isBefore(day, horizon); day = startOfDay(localDay(day).add({ days: 1 }))) {
    const due = byDay.get(day.epochMilliseconds);
    if (due) {
      const { sent, putOff } = sentOn(due, lanes, left);
      laid.push(...sent);
      if (putOff.length > 0) postpone(desk, byDay, putOff, day);
    }
    lanes = new Set();
    left = desk.settings.dailyCap;
  }
  return laid;
}

/** Midnight before a moment; thousands of mails share a few moments. */
function dayReader(): (coming: Coming) => number {
  const known = new Map<number, number>();
  return ({ at }) => {
    const moment = millisecondsOf(at);
    const day = known.get(moment) ?? startOfDay(localDay(at)).epochMilliseconds;
    known.set(moment, day);
    return day;
  };
}

/** One day: in order of time, the strongest first. */
function sentOn(due: readonly Coming[], lanes: Set<string>, cap: number): { sent: Laid[]; putOff: Notice[] } {
  const sent: Laid[] = [];
  const putOff: Notice[] = [];
  for (const group of Map.groupBy(due.toSorted(inTurn), groupAndMoment).values()) {
    const [{ notice, at }, ...along] = group as [Coming, ...Coming[]];
    const lane = laneOf(kinds[notice.kind].key, notice);
    const isOff = sent.length >= cap || (lane !== null && lanes.has(lane));
    if (isOff) putOff.push(...group.map((one) => one.notice));
    else sent.push({ notice, at, along: along.map((one) => one.notice) });
    if (!isOff && lane !== null) lanes.add(lane);
  }
  return { sent, putOff };
}

function inTurn(a: Coming, b: Coming): number {
  return millisecondsOf(a.at) - millisecondsOf(b.at) || strongestFirst(a, b);
}

function groupAndMoment({ notice, at }: Coming): string {
  return `${notice.group}@${millisecondsOf(at)}`;
}

/** To the next sending day; what would be untrue by then is dropped. */
function postpone(
  desk: Desk,
  byDay: Map<number, readonly Coming[]>,
  putOff: readonly Notice[],
  day: Temporal.Instant,
): void {
  const at = desk.calendar.nextSendAt(startOfDay(localDay(day).add({ days: 1 })));
  const next = startOfDay(localDay(at)).epochMilliseconds;
  const kept = putOff.filter((notice) => !kinds[notice.kind].speaksOfTimeLeft || isInTime(at, notice));
  byDay.set(next, [...(byDay.get(next) ?? []), ...kept.map((notice) => ({ notice, at }))]);
}

function isInTime(at: Temporal.Instant, { deadline }: Notice): boolean {
  return deadline === null || isBefore(at, deadline.before);
}
