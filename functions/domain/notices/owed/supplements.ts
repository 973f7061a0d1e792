import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import { ownCode } from '../../links/codes.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineKey, deadlineOf, isOver } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { isTerminal, type LedgerEntry, maybeSent, openRest } from '../ledger.ts';
import { ONCE } from '../ledger-key.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { supplyBy, tellings } from './already-told.ts';
import { keyOf, oweUnit } from './owe.ts';
import { pausedBy } from './reasons-to-rest.ts';

/** What a supplement is sent for. */
export function absentItems({ items }: UnitStatus): UnitStatus['items'] {
  return items.filter(({ counts, verdict }) => counts && verdict === 'Thiếu');
}

/** Whoever was asked so often is for the coordinator. */
export const MOST_SUPPLEMENTS = 3;

/**
 * Only what is absent is asked for without a person's word; what is merely unclear is named beside it, by the same date.
 * A working day lies between, in which the coordinator may stop it and the unit may send the rest by itself. There is
 * one list with one date: what comes before that date shortens the list and moves nothing, and only after it what is
 * still absent is asked for anew. Nothing is asked for while the whole report is returned.
 */
export function supplements(desk: Desk, status: UnitStatus): readonly Notice[] {
  const absent = absentItems(status);
  const last = status.versions.at(-1);
  if (!status.filedAt || !last || status.returned || status.supplementStopped || absent.length === 0) return [];
  const entries = desk.entriesOf(status.round.id, status.unit.code, 'Đề nghị bổ sung');
  const gone = tellings(entries);
  const left = gone.find(({ entry }) => openRest(entry));
  const before = gone.filter(({ at }) => !left || isBefore(at, left.at));
  if (before.length >= MOST_SUPPLEMENTS) return [];
  const begun = left?.entry ?? entries.find(isBegun);
  const nth = before.length + 1;
  const named = supplyBy(desk, status, left?.at ?? null);
  const dueAt = dueAfter(desk, last.seenAt, named);
  return [
    supplement(desk, status, {
      ...(begun?.parts ? { step: begun.parts.step, setApart: begun.parts.at } : stepOf(desk, status, nth, named)),
      dueAt,
      answerBy: notBefore(status.effective, promised(desk, begun) ?? supplyDay(desk, status, dueAt)),
      nth,
    }),
  ];
}

/** What follows a supplement that leaves at a moment, while nothing is supplied; null for every other mail and the last. */
export function supplementAfter(desk: Desk, before: Notice, leavesAt: Temporal.Instant): Notice | null {
  const { kind, status, answerBy, firstSentAt } = before;
  const nth = (before.nth ?? 0) + 1;
  const last = status?.versions.at(-1);
  if (kind !== 'Đề nghị bổ sung' || !status || !last || nth > MOST_SUPPLEMENTS) return null;
  const named = firstSentAt && answerBy ? answerBy : supplyDay(desk, status, leavesAt);
  const dueAt = dueAfter(desk, last.seenAt, named);
  const own = { ...stepOf(desk, status, nth, named), dueAt, answerBy: supplyDay(desk, status, dueAt), nth };
  return supplement(desk, status, own);
}

function supplement(
  desk: Desk,
  status: UnitStatus,
  own: Pick<Notice, 'step' | 'setApart' | 'dueAt' | 'answerBy' | 'nth'>,
): Notice {
  return oweUnit(desk, status, 'Đề nghị bổ sung', {
    ...own,
    why: `Báo cáo ${ownCode(status.versions.at(-1)?.version ?? '', status.unit.code)} còn thiếu mục ${namesOf(status).join(', ')}.`,
    heldBy: pausedBy(status),
    items: status.items.filter(({ counts, verdict }) => counts && verdict !== 'Đủ'),
  });
}

function namesOf(status: UnitStatus): readonly string[] {
  return absentItems(status).map(({ item }) => item);
}

/** The working day after the report came, never before the one after the day that a mail had named. */
export function dueAfter({ calendar }: Desk, seenAt: Temporal.Instant, named: Deadline | null): Temporal.Instant {
  const afterReport = openingOn(calendar, calendar.addWorkingDays(localDay(seenAt), 1));
  return named ? later(afterReport, openingOn(calendar, calendar.addWorkingDays(named.lastDay, 1))) : afterReport;
}

/** Counted from the day on which a mail leaves that is due at a moment, and never before the unit's own deadline. */
export function supplyDay(
  { calendar, now, settings }: Desk,
  { effective }: Pick<UnitStatus, 'effective'>,
  dueAt: Temporal.Instant,
): Deadline {
  const leaves = localDay(calendar.nextSendAt(later(now, dueAt)));
  return notBefore(
    effective,
    deadlineOf({ day: calendar.addWorkingDays(leaves, settings.supplementDays), time: null }),
  );
}

/** Nothing is asked for sooner than the report itself, whatever was said while its deadline was an earlier one. */
function notBefore(effective: Deadline, day: Deadline): Deadline {
  return isBefore(day.before, effective.before) ? effective : day;
}

/** Claimed or put off: it goes on under the key that it began with, whatever became of the list meanwhile. */
function isBegun({ state, sentAt }: LedgerEntry): boolean {
  return sentAt === null && state !== 'đến hạn' && !isTerminal(state);
}

/** What may lie in a mailbox already, nobody knows, names the same day when it is repeated. */
function promised({ now }: Desk, entry: LedgerEntry | undefined): Deadline | null {
  const day = entry?.told[1];
  if (!entry || !day || entry.sentAt || maybeSent(entry, now) === 0) return null;
  return isOver(deadlineOf(day), now) ? null : deadlineOf(day);
}

/** The first goes by its items, as it always did; a further one by the day that the one before it had named. */
function stepOf(
  { ledger, now }: Desk,
  status: UnitStatus,
  nth: number,
  named: Deadline | null,
): Pick<Notice, 'step' | 'setApart'> {
  if (nth > 1) return { step: String(nth), setApart: named ? deadlineKey(named) : ONCE };
  const { round, unit, versions } = status;
  const step = namesOf(status).toSorted().join('+');
  const key = keyOf('Đề nghị bổ sung', { subject: round.id, unit: unit.code, step, dueAt: now });
  // Begun once and given up, when nothing lacked for a while.
  const { state } = ledger.entries.get(key) ?? {};
  const isSettled = state !== undefined && isTerminal(state);
  return { step, setApart: isSettled ? (versions.at(-1)?.version ?? ONCE) : ONCE };
}
