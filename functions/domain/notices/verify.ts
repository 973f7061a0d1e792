import type { Temporal } from 'temporal-polyfill';
import type { KeyFacts } from '../../../sheets-schema/notice-kinds/define-kind.ts';
import { isInternal, keyFacts, kinds } from '../../../sheets-schema/notice-kinds.ts';
import type { LedgerFact } from '../../../sheets-schema/tabs/logs.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { versionsByUnit } from '../standing/unit-statuses.ts';
import { momentWords, timeOf } from '../time/moment-words.ts';
import { type Duty, dutiesAt } from './duties.ts';
import { claimState, isTerminal, type LedgerEntry } from './ledger.ts';
import { kindOf, laneOf, parseLedgerKey } from './ledger-key.ts';
import { isBefore } from './notice-desk.ts';
import { lookBack, type PastDay, type PastLogs } from './past-day.ts';
import { CROWD_OF_TASKS, today } from './send-on-day.ts';

/** A notice of a past day for which the logs give no account, or one that should not have gone. */
export type Gap = {
  readonly key: string;
  readonly unit: string | null;
  /** Vietnamese. */
  readonly problem: string;
};

/** A run may be this late and still have done its duty. */
const SLACK = { hours: 1 };

/**
 * Proves rule 6 for a past day from the logs alone. What by the records had fallen due an hour before the day's last sending
 * hour ended, and still at its end, and what was begun, was sent, settled, or held for a reason on record; and no mail of
 * the day went twice, out of hours, to a unit already mailed that day, or to ask a unit for a report that had been seen.
 */
export function verifyDay(day: Temporal.PlainDate, logs: PastLogs): readonly Gap[] {
  const midnight = startOfDay(day.add({ days: 1 }));
  const lastLook = lookBack(logs, midnight.subtract({ hours: 1 }), midnight);
  const end = lastLook.calendar.windowsOn(day).at(-1)?.until ?? midnight;
  const wasOpen = new Set(openAt(lookBack(logs, end.subtract(SLACK), midnight)).map(({ key }) => key));
  const open = openAt(lookBack(logs, end.subtract({ seconds: 1 }), midnight)).filter(({ key }) => wasOpen.has(key));
  const rows = logs.ledger.filter(({ at }) => localDay(at).equals(day));
  return [
    ...(wasLookedAt(day, lastLook) ? open.map(unaccounted) : nobodyLooked(day, open)),
    ...sentTwice(rows, logs.ledger),
    ...mailedTwiceThatDay(rows),
    ...outOfHours(rows, lastLook),
    ...despiteReport(rows, logs),
  ];
}

/** Days before runs were recorded are not doubted. */
function wasLookedAt(day: Temporal.PlainDate, { book }: PastDay): boolean {
  const days = book.under('run/').map(([subject]) => subject.slice('run/'.length));
  return days.includes(day.toString()) || !days.some((one) => one < day.toString());
}

function nobodyLooked(day: Temporal.PlainDate, open: readonly Duty[]): readonly Gap[] {
  if (open.length === 0) return [];
  const problem = `Cả ngày không có lần chạy nào; ${open.length} thư đến lúc gửi không có kết quả.`;
  return [{ key: `run/${day}`, unit: null, problem }];
}

/** What had fallen due, or was begun, and has no account by the end of the day. */
function openAt(past: PastDay): readonly Duty[] {
  const { taken } = today(past);
  const counted = dutiesAt(past).map((one) => [one.key, one] as const);
  const all = new Map([...begun(past).map((one) => [one.key, one] as const), ...counted]);
  return [...all.values()].filter((one) => {
    if (one.entries.some((entry) => isAccount(entry, past))) return false;
    const lane = laneOf(kinds[one.kind].key, one);
    const until = lane === null ? undefined : taken.get(lane);
    return !(until && isBefore(past.now, until)) && !isHeldWithMany(one, past);
  });
}

/** Whatever the ledger tells of goes on until it has an end. */
function begun({ ledger, now }: PastDay): readonly Duty[] {
  return [...ledger.entries.values()].flatMap((entry) => {
    const { key, parts, at: dueAt } = entry;
    if (!parts || isTerminal(entry.state) || isBefore(now, dueAt)) return [];
    const { subject, unit, step } = parts;
    return [
      { kind: kindOf(parts.kind, entry.kind), key, subject, unit, step, dueAt, deadline: null, entries: [entry] },
    ];
  });
}

/** Refusals are accounts too: the coordinator was told, or the mail is tried again. */
function isAccount(entry: LedgerEntry, { now }: PastDay): boolean {
  const { state, at, heldBy } = entry;
  if (isTerminal(state) || state === 'không gửi được' || state === 'đã xuất' || heldBy !== null) return true;
  if (state === 'đang gửi') return claimState(entry, now) === 'live';
  return state !== 'đến hạn' && localDay(at).equals(localDay(now));
}

/** For a reason that the change log has for all of its scope. */
function isHeldWithMany({ kind, subject, unit, step, deadline }: Duty, past: PastDay): boolean {
  const { key, hours, about, callsLate, isReply, countsToCap } = kinds[kind];
  const { settings, book, rounds, calendar, now } = past;
  if (hours === 'windows' && !calendar.maySend(localDay(now))) return true;
  const ofTasks = about === 'tasks' ? [CROWD_OF_TASKS] : [];
  const budgets = [`${key}/${step}`, ...(countsToCap === false ? [] : ['cap']), ...ofTasks];
  if (budgets.some((name) => book.last(`cap/${name}`) !== null)) return true;
  if (about === 'morning') return false;
  const isLate = callsLate || about === 'late reports' || about === 'late tasks';
  const doubt = past.doubtAbout(subject, unit) ?? (isLate ? past.lateDoubtAbout(subject, unit) : null);
  const isUnconfirmed =
    deadline !== null &&
    settings.goLive !== null &&
    rounds.has(subject) &&
    !isReply &&
    !isBefore(settings.goLive, deadline.before) &&
    !past.confirmedRounds.includes(subject);
  return doubt !== null || settings.mail !== 'Bật' || rounds.get(subject)?.approved === false || isUnconfirmed;
}

function unaccounted({ key, unit, kind, dueAt, entries: [entry] }: Duty): Gap {
  const found = entry ? `chỉ có "${entry.state}", không có kết quả` : 'nhật ký không ghi gì';
  return { key, unit, problem: `${kind}: đến lúc gửi từ ${momentWords(dueAt)}, ${found}.` };
}

function gap({ key, unit }: LedgerFact, problem: string): Gap {
  return { key, unit, problem };
}

function sentTwice(rows: readonly LedgerFact[], all: readonly LedgerFact[]): readonly Gap[] {
  const isSent = ({ state }: LedgerFact) => state === 'đã gửi';
  return rows
    .filter(isSent)
    .filter((row) => all.some((other) => isSent(other) && other.key === row.key && isBefore(other.at, row.at)))
    .map((row) => gap(row, 'Thư này đã gửi trước đó rồi.'));
}

function mailedTwiceThatDay(rows: readonly LedgerFact[]): readonly Gap[] {
  const sent = rows.filter((row) => row.state === 'đã gửi' && row.unit !== null && factsOf(row)?.lane === 'unit');
  const extra = [...Map.groupBy(sent, ({ unit }) => unit).values()].flatMap((ofUnit) => ofUnit.slice(1));
  return extra.map((row) => gap(row, 'Đơn vị nhận quá một thư trong ngày.'));
}

/** What is declared of the kind of a row; null when its key is none of ours. */
function factsOf({ key }: LedgerFact): KeyFacts | null {
  const parts = parseLedgerKey(key);
  return parts && keyFacts[parts.kind];
}

function outOfHours(rows: readonly LedgerFact[], { calendar }: PastDay): readonly Gap[] {
  return rows
    .filter((row) => row.state === 'đang gửi' && factsOf(row)?.hours !== 'any')
    .filter(({ at }) => !calendar.isOpen(at))
    .map((row) => gap(row, `Gửi ngoài khung giờ, lúc ${timeOf(row.at)}.`));
}

/** What came after the lock stops nothing until somebody takes it. */
function despiteReport(rows: readonly LedgerFact[], logs: PastLogs): readonly Gap[] {
  return rows.flatMap((row) => {
    const parts = row.state === 'đang gửi' ? parseLedgerKey(row.key) : null;
    if (!parts?.unit || !asksTheUnit(keyFacts[parts.kind])) return [];
    const { subject, unit } = parts;
    const isSeen = ({ version, seenAt }: { readonly version: string; readonly seenAt: Temporal.Instant }) =>
      logs.saying.get(version) === true && isBefore(seenAt, row.at);
    if (!logs.reports.some((report) => report.round === subject && isSeen(report))) return [];
    const past = lookBack(logs, row.at, row.at);
    const round = past.rounds.get(subject);
    const owned = round ? (versionsByUnit(round, past).get(unit) ?? []) : [];
    const seen = owned.find(({ state, report }) => state === 'accepted' && isSeen(report));
    return seen ? [gap(row, `Nhắc đơn vị đã gửi báo cáo ${seen.report.version}.`)] : [];
  });
}

function asksTheUnit({ asksFor, to }: KeyFacts): boolean {
  return asksFor === 'report' && !isInternal({ to });
}
