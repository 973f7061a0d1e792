import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import type { TaskStatus } from '../standing/task-status.ts';
import { fateAlone } from './fate.ts';
import { aboutKey } from './ledger.ts';
import type { Decided, Fate, Notice } from './notice.ts';
import { type Desk, isBefore, later, millisecondsOf } from './notice-desk.ts';
import { numbered } from './owed/ladder.ts';
import { reportsOnTasks } from './owed/leaders-on-tasks.ts';
import { leadersReports } from './owed/leaders-reports.ts';
import { supplementAfter } from './owed/supplements.ts';
import { tasksThen } from './owed/tasks.ts';
import { createHelps, TELLS_HELPERS } from './owed/tasks-to-help.ts';
import { type NoticePlan, planNotices } from './plan-notices.ts';
import { bookAt, type Leaving, sendOnDay, strongestFirst } from './send-on-day.ts';

/** A mail of the days to come, as far as anybody can say today. */
export type MailAhead = {
  readonly at: Temporal.Instant | null;
  /** Whose people read it. */
  readonly unit: string | null;
  readonly kind: string;
  readonly state: 'Sẽ gửi' | 'Giữ lại';
  /** Vietnamese. */
  readonly why: string | null;
  /** In the ledger. */
  readonly key: string;
};

/** With what its text is made from. */
export type Foretold = MailAhead & {
  readonly at: Temporal.Instant;
  readonly notice: Notice;
  /** Those that become one mail with it. */
  readonly along: readonly Notice[];
};

/**
 * Every mail of the days to come as things stand now: when, to whom, why; held ones with the reason. What leaves at each
 * moment until then is decided by the one rule that decides what leaves now.
 */
export function planMailSchedule(now: NoticePlan, days = DAYS): readonly Foretold[] {
  const known = days === DAYS ? schedules.get(now) : undefined;
  const rows = known ?? scheduleOf(now, days);
  if (days === DAYS) schedules.set(now, rows);
  return rows;
}

const DAYS = 60;

/** Saves one more for each digest that is written or foretold: what leaves on its day stands in it. */
const schedules = new WeakMap<NoticePlan, readonly Foretold[]>();

function scheduleOf(now: NoticePlan, days: number): readonly Foretold[] {
  const { desk } = now;
  const horizon = startOfDay(localDay(desk.now).add({ days }));
  const ahead = now.coming
    .filter(({ dueAt }) => isBefore(dueAt, horizon))
    .map((notice) => ({ notice, fate: fateAlone(desk, notice, notice.dueAt) }))
    .sort(strongestFirst);
  const leaving = [...now.leaving.map((mail) => ({ ...mail, at: desk.now })), ...leavingLater(now, ahead, horizon)];
  const rows = [
    ...renumbered(leaving).map((one) => rowOf(desk, one)),
    ...heldOnes(desk, [...now.decided, ...ahead]).flatMap((one) => heldRow(desk, one)),
  ];
  const places = placesOf(desk);
  const placeOf = ({ notice: { unit } }: Foretold) => (unit === null ? -1 : (places.get(unit) ?? places.size));
  return rows.toSorted((a, b) => byTime(a, b) || placeOf(a) - placeOf(b) || byKey(a, b));
}

/** The order in which the rounds name their units: that of the letter. */
function placesOf({ statuses, tasks }: Desk): ReadonlyMap<string, number> {
  const codes = new Set([...statuses, ...tasks].map(({ unit }) => unit.code));
  return new Map([...codes].map((code, place) => [code, place]));
}

/** A mail with the moment at which it leaves, and what made it wait until then. */
type Scheduled = Leaving & { readonly at: Temporal.Instant; readonly waited?: string | undefined };

type Waiting = { readonly notice: Notice; readonly fate: Extract<Fate, { readonly do: 'wait' }> };

/**
 * The mails of the moments to come, as the runs of those days will send them while nothing changes.
 * @param ahead what falls due later, judged each for its own day
 */
function leavingLater(
  { desk, ...now }: NoticePlan,
  ahead: readonly Decided[],
  horizon: Temporal.Instant,
): readonly Scheduled[] {
  const scheduled: Scheduled[] = [];
  const after = (mails: readonly Leaving[], at: Temporal.Instant) =>
    mails
      .flatMap(({ notice }) => supplementAfter(desk, notice, at) ?? [])
      .map((notice) => ({ notice, fate: fateAlone(desk, notice, notice.dueAt) }));
  let coming = inTurn([...ahead, ...after(now.leaving, desk.now)]);
  let waiting = now.decided.filter(isWaiting);
  let { book } = now;
  for (let from = 0; ; ) {
    const moment = earliest(waiting, coming[from]);
    if (!moment || !isBefore(moment, horizon)) return scheduled;
    const next = coming.findIndex((one, at) => at >= from && isBefore(moment, one.fate.until));
    const to = next < 0 ? coming.length : next;
    const due = [...waiting, ...coming.slice(from, to)];
    from = to;
    const judged = due.map((one) => (isBefore(moment, one.fate.until) ? one : free(one)));
    const sent = sendOnDay(desk, judged, bookAt(moment, book));
    const reasons = new Map(due.map(({ notice, fate }) => [notice, fate.reason]));
    scheduled.push(...sent.leaving.map((mail) => ({ ...mail, at: moment, waited: reasons.get(mail.notice) })));
    waiting = sent.decided.filter(isWaiting);
    book = sent.book;
    const further = after(sent.leaving, moment);
    if (further.length === 0) continue;
    coming = inTurn([...coming.slice(from), ...further]);
    from = 0;
  }
}

function inTurn(judged: readonly Decided[]): readonly Waiting[] {
  return judged.filter(isWaiting).sort((a, b) => turnOf(a) - turnOf(b));
}

function free({ notice }: Waiting): Decided {
  return { notice, fate: { do: 'send' } };
}

function turnOf({ fate }: Waiting): number {
  return millisecondsOf(fate.until);
}

/** What would be untrue when its turn comes is not waited for. */
function isWaiting(one: Decided): one is Waiting {
  const { kind, deadline } = one.notice;
  if (one.fate.do !== 'wait') return false;
  return !kinds[kind].speaksOfTimeLeft || deadline === null || isBefore(one.fate.until, deadline.before);
}

function earliest(waiting: readonly Waiting[], next: Waiting | undefined): Temporal.Instant | null {
  const turns = next ? [next, ...waiting] : waiting;
  if (turns.length === 0) return null;
  return turns.reduce((first, one) => (turnOf(one) < turnOf(first) ? one : first)).fate.until;
}

/** Of several held that will be one mail, the first. */
function heldOnes(desk: Desk, judged: readonly Decided[]): readonly Decided[] {
  const first = new Map<string, Decided>();
  for (const one of judged) {
    const name = `${one.notice.group}@${millisecondsOf(later(desk.now, one.notice.dueAt))}`;
    if (one.fate.do === 'hold' && !first.has(name)) first.set(name, one);
  }
  return [...first.values()];
}

function rowOf(desk: Desk, { notice, at, along, waited }: Scheduled): Foretold {
  const why = [notice.why + alsoIn(along), ...(waited ? [waited] : [])].join(' ');
  return { ...aboutMail(desk, notice), at, state: 'Sẽ gửi', why, along };
}

/** Late notices that become one mail count once: those to come are numbered as they will leave. */
function renumbered(mails: readonly Scheduled[]): readonly Scheduled[] {
  const next = new Map<string, number>();
  return mails.map((mail) => {
    const { notice, along } = mail;
    // Of the tasks in one mail each has a number of its own.
    if (notice.nth === undefined || !kinds[notice.kind].callsLate || notice.round === null) return mail;
    const name = aboutKey(notice.subject, notice.unit);
    const nth = next.get(name) ?? Math.min(notice.nth, ...along.flatMap((one) => one.nth ?? []));
    next.set(name, nth + 1);
    return { ...mail, notice: { ...notice, ...numbered(notice, nth) } };
  });
}

/** With the first moment at which it could have gone. */
function heldRow(desk: Desk, { notice, fate }: Decided): readonly Foretold[] {
  if (fate.do !== 'hold') return [];
  const at = kinds[notice.kind].hours === 'windows' ? desk.calendar.nextSendAt(notice.dueAt) : notice.dueAt;
  const why = `${fate.reason.replace(/\.$/, '')}. ${notice.why}`;
  return [{ ...aboutMail(desk, notice), at, state: 'Giữ lại', why, along: [] }];
}

/** A report on a unit goes to the ministry's own leadership. */
function aboutMail(
  { settings }: Pick<Desk, 'settings'>,
  notice: Notice,
): Pick<Foretold, 'unit' | 'kind' | 'key' | 'notice'> {
  const { kind, unit, key } = notice;
  return { unit: kinds[kind].to === 'leaders' ? settings.ministry : unit, kind, key, notice };
}

const MOST_NAMES = 20;

/** The other units or tasks that one mail is about. */
function alsoIn(along: readonly Notice[]): string {
  const names = along.flatMap(({ kind, subject, unit, status }) => {
    const { about } = kinds[kind];
    if (about === 'late reports') return status?.unit.shortName ?? [];
    if (about === 'late tasks') return `${subject} (${unit})`;
    return about === 'tasks' ? subject : [];
  });
  const rest = names.length > MOST_NAMES ? `, … (tất cả ${names.length})` : '';
  return names.length === 0 ? '' : ` Cùng thư: ${names.slice(0, MOST_NAMES).join(', ')}${rest}.`;
}

function byTime(a: Foretold, b: Foretold): number {
  return millisecondsOf(a.at) - millisecondsOf(b.at);
}

function byKey(a: MailAhead, b: MailAhead): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/**
 * When a mail that is shown leaves, as far as its text speaks of it. Nobody knows the hour of one that is held and
 * overdue: it is the opening of its day, the same for all runs of the day.
 */
export function leavesAt({ now, calendar }: Desk, { at, notice }: Foretold): Temporal.Instant {
  if (!isBefore(at, now)) return at;
  const next = kinds[notice.kind].hours === 'windows' ? calendar.nextSendAt(now) : now;
  const day = localDay(next);
  return calendar.windowsOn(day).findLast(({ from }) => !isBefore(next, from))?.from ?? startOfDay(day);
}

/** The notice as it will be when it leaves: a mail about several units or tasks lists those it will be about then. */
export function noticeThen(desk: Desk, { notice, along, at }: Foretold): Notice {
  const then = { ...desk, now: later(desk.now, at) };
  switch (kinds[notice.kind].about) {
    case 'tasks':
      return notice.firstSentAt ? notice : toldThen({ ...then, tasks: desk.tasks.map(asTakenUp(desk)) }, notice);
    case 'late tasks':
      return reportsOnTasks(then).find(({ key }) => key === notice.key) ?? notice;
    case 'late reports': {
      const statuses = desk.statuses.filter(({ round }) => round.id === notice.round?.id);
      const { units = [] } = leadersReports({ ...then, statuses }).find(({ key }) => key === notice.key) ?? notice;
      const reported = new Set([...units, ...[notice, ...along].flatMap(({ status }) => status ?? [])]);
      return { ...notice, units: desk.statuses.filter((status) => reported.has(status)) };
    }
    default:
      return notice;
  }
}

function toldThen(then: Desk, notice: Notice): Notice {
  const { unit, kind } = notice;
  const helps = unit === null ? [] : createHelps(then)(unit, kind);
  return kind === TELLS_HELPERS ? { ...notice, helps } : { ...notice, helps, tasks: tasksThen(then, unit) };
}

/** A task that nobody has approved yet counts from now on, as the mail that is foretold of it does. */
function asTakenUp({ now }: Desk): (status: TaskStatus) => TaskStatus {
  return (status) => ({
    ...status,
    approvedAt: status.approvedAt ?? now,
    shownAt: status.shownAt ?? now,
    ...(status.toTell && { toTell: status.toTell.map((one) => ({ ...one, shownAt: one.shownAt ?? now })) }),
  });
}

/** What approving a round does. */
export type Approval = {
  /** When the first mails leave; null when none does. */
  readonly at: Temporal.Instant | null;
  /** The mails of that moment. */
  readonly first: readonly Foretold[];
  /** Those that leave after them, within the week. */
  readonly later: readonly Foretold[];
  /** Those that something else holds. */
  readonly held: readonly Foretold[];
};

/** What the rules would send were a round approved now, and mail on: by the rules themselves. */
export function ifApproved({ desk }: NoticePlan, round: string): Approval {
  const statuses = desk.statuses.map((status) =>
    status.round.id === round ? { ...status, round: { ...status.round, approved: true } } : status,
  );
  const then = planNotices({ ...desk, statuses, settings: { ...desk.settings, mail: 'Bật' } });
  const today = localDay(desk.now);
  const monday = startOfDay(today.add({ days: 8 - today.dayOfWeek }));
  const rows = planMailSchedule(then).filter(({ notice }) => notice.round?.id === round);
  const leaving = rows.filter(({ state }) => state === 'Sẽ gửi');
  const at = leaving[0]?.at ?? null;
  const isFirst = (row: Foretold) => at !== null && row.at.equals(at);
  return {
    at,
    first: leaving.filter(isFirst),
    later: leaving.filter((row) => !isFirst(row) && isBefore(row.at, monday)),
    held: rows.filter((row) => row.state === 'Giữ lại' && isBefore(row.at, monday)),
  };
}
