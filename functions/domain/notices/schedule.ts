import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { fateAlone } from './fate.ts';
import { aboutKey } from './ledger.ts';
import type { Decided, Fate, Notice } from './notice.ts';
import { type Desk, isBefore, later, MINISTRY, millisecondsOf } from './notice-desk.ts';
import { numbered } from './owed/ladder.ts';
import { supplementAfter } from './owed/supplements.ts';
import type { NoticePlan } from './plan-notices.ts';
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

/**
 * Every mail of the days to come as things stand now: when, to whom, why; held ones with the reason. What leaves at each
 * moment until then is decided by the one rule that decides what leaves now.
 */
export function planMailSchedule(now: NoticePlan, days = 60): readonly MailAhead[] {
  const { desk } = now;
  const horizon = startOfDay(localDay(desk.now).add({ days }));
  const ahead = now.coming
    .filter(({ dueAt }) => isBefore(dueAt, horizon))
    .map((notice) => ({ notice, fate: fateAlone(desk, notice, notice.dueAt) }))
    .sort(strongestFirst);
  const leaving = [...now.leaving.map((mail) => ({ ...mail, at: desk.now })), ...leavingLater(now, ahead, horizon)];
  const rows = [
    ...renumbered(leaving).map(rowOf),
    ...heldOnes(desk, [...now.decided, ...ahead]).flatMap((one) => heldRow(desk, one)),
  ];
  return rows.toSorted(byTime);
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

function rowOf({ notice, at, along, waited }: Scheduled): MailAhead {
  const why = [notice.why + alsoIn(along), ...(waited ? [waited] : [])].join(' ');
  return { ...aboutMail(notice), at, state: 'Sẽ gửi', why };
}

/** Late notices that become one mail count once: those to come are numbered as they will leave. */
function renumbered(mails: readonly Scheduled[]): readonly Scheduled[] {
  const next = new Map<string, number>();
  return mails.map((mail) => {
    const { notice, along } = mail;
    if (notice.nth === undefined || !kinds[notice.kind].callsLate) return mail;
    const name = aboutKey(notice.subject, notice.unit);
    const nth = next.get(name) ?? Math.min(notice.nth, ...along.flatMap((one) => one.nth ?? []));
    next.set(name, nth + 1);
    return { ...mail, notice: { ...notice, ...numbered(notice, nth) } };
  });
}

/** With the first moment at which it could have gone. */
function heldRow({ calendar }: Desk, { notice, fate }: Decided): readonly MailAhead[] {
  if (fate.do !== 'hold') return [];
  const at = kinds[notice.kind].hours === 'windows' ? calendar.nextSendAt(notice.dueAt) : notice.dueAt;
  const why = `${fate.reason.replace(/\.$/, '')}. ${notice.why}`;
  return [{ ...aboutMail(notice), at, state: 'Giữ lại', why }];
}

/** A report on a unit goes to the ministry's own leadership. */
function aboutMail({ kind, unit, key }: Notice): Pick<MailAhead, 'unit' | 'kind' | 'key'> {
  return { unit: kinds[kind].to === 'leaders' ? MINISTRY : unit, kind, key };
}

const MOST_NAMES = 20;

/** The other units or tasks that one mail is about. */
function alsoIn(along: readonly Notice[]): string {
  const names = along.flatMap(({ kind, subject, status }) => {
    const { about } = kinds[kind];
    if (about === 'late reports') return status?.unit.shortName ?? [];
    return about === 'tasks' ? subject : [];
  });
  const rest = names.length > MOST_NAMES ? `, … (tất cả ${names.length})` : '';
  return names.length === 0 ? '' : ` Cùng thư: ${names.slice(0, MOST_NAMES).join(', ')}${rest}.`;
}

function byTime(a: MailAhead, b: MailAhead): number {
  const difference = (a.at ? millisecondsOf(a.at) : 0) - (b.at ? millisecondsOf(b.at) : 0);
  if (difference !== 0) return difference;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
