import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../../sheets-schema/notice-kinds.ts';
import type { Round } from '../../../../sheets-schema/tabs/rounds.ts';
import { localDay, toLocal } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { isTerminal, type LedgerEntry, openRest } from '../ledger.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { type Bound, countsFrom, invitationOf, lateNoticesInHand, latenessFrom, untold } from './already-told.ts';
import { answerDay } from './answer-by.ts';
import { keyOf, oweUnit } from './owe.ts';
import { inPreparation, pausedBy, stillPending } from './reasons-to-rest.ts';

/** A unit as far as its steps depend on it. */
export type Climber = Bound & Pick<UnitStatus, 'filedAt'> & { readonly round: Pick<Round, 'steps'> };

type Rung = {
  readonly key: string;
  readonly step: number;
  readonly dueAt: Temporal.Instant;
  readonly entry: LedgerEntry | undefined;
};

/**
 * Reminders and late notices of a unit, counted from the deadline that applies to it now. A rung is due from its day on
 * until it is settled, so a missed morning is made good; what fell due after the report had come never was due.
 */
export function ladder(desk: Desk, status: UnitStatus): readonly Notice[] {
  const all = allRungs(desk, status);
  const highest = highestSent(all);
  const rungs = openRungs(desk, status, all);
  const isLateDue = rungs.some(({ step, dueAt }) => step > 0 && !isBefore(desk.now, dueAt));
  const open = rungs.map((rung, index) => {
    const isLate = rung.step > 0;
    const words = isLate ? lateNotice(desk, status, rung, rungs.slice(0, index)) : reminder(status.effective, rung);
    const moot = isLate || isLateDue ? null : tooLateToRemind(desk, status.effective, rung);
    return noticeOf(desk, status, rung, { ...words, moot: overtaken(rung, highest) ?? moot });
  });
  const sent = all.filter(({ entry }) => openRest(entry));
  return [...open, ...sent.map((rung) => sentNotice(desk, status, rung, highest))];
}

type Words = ReturnType<typeof lateNotice> | ReturnType<typeof reminder>;

function noticeOf(desk: Desk, status: UnitStatus, rung: Rung, own: Words & Pick<Notice, 'moot'>): Notice {
  const { kind, ...words } = own;
  return oweUnit(desk, status, kind, {
    ...words,
    step: String(rung.step),
    dueAt: rung.dueAt,
    rank: kinds[kind].rank + rung.step / 1000,
    group: ladderGroup(status),
    waitsFor: inPreparation(status) ?? (rung.step > 0 ? untold(desk, status) : null),
    heldBy: pausedBy(status) ?? stillPending(desk, status, later(desk.now, rung.dueAt)),
  });
}

/** One that went, as it was when it went. A late notice that was withdrawn since is owed to nobody any more. */
function sentNotice(desk: Desk, status: UnitStatus, rung: Rung, highest: number): Notice {
  if (rung.step <= 0) {
    const moot = overtaken(rung, highest) ?? tooLateToRemind(desk, status.effective, rung);
    return noticeOf(desk, status, rung, { ...reminder(status.effective, rung), moot });
  }
  const before = lateNoticesInHand(desk, status).findIndex(({ key }) => key === rung.entry?.key);
  const words = numbered({ step: String(rung.step), deadline: status.effective }, Math.max(before, 0) + 1);
  return noticeOf(desk, status, rung, { ...words, moot: before < 0 ? withdrawn : overtaken(rung, highest) });
}

const withdrawn: Moot = { state: 'không cần nữa', reason: 'Thư quá hạn này đã được rút lại.' };

/** Of what is due of one ladder only the strongest goes. */
export function ladderGroup({ round, unit }: UnitStatus): string {
  return `ladder/${round.id}/${unit.code}`;
}

/** Every step of the ladder under the deadline in force. */
function allRungs(desk: Desk, status: Climber): readonly Rung[] {
  const { round, unit, effective } = status;
  const { reminders, late, again } = desk.stepsOf(round);
  const remindsOn = desk.stepsFrom(effective);
  const isLateOn = desk.stepsFrom(latenessFrom(desk, status));
  const about = { subject: round.id, unit: unit.code, deadline: effective };
  return [...reminders, ...late, ...again].map((step) => {
    const dueAt = (step > 0 ? isLateOn : remindsOn)(step);
    const key = keyOf(step > 0 ? 'Quá hạn lần 1' : 'Nhắc việc', { ...about, step: String(step), dueAt });
    return { key, step, dueAt, entry: desk.ledger.entries.get(key) };
  });
}

/** Those that have no end yet and count, those to come included. */
export function openRungs(desk: Desk, status: Climber, all = allRungs(desk, status)): readonly Rung[] {
  const from = countsFrom(desk, status);
  const isTactful = withTact(desk, status);
  return all.filter(
    (rung) =>
      !(rung.entry && isTerminal(rung.entry.state)) &&
      isBefore(from, rung.dueAt) &&
      (rung.step > 0 || isTactful(rung)) &&
      (status.filedAt === null || isBefore(rung.dueAt, status.filedAt)),
  );
}

/** Who has fewer working days than these from the invitation to the deadline is reminded once. */
const DAYS_FOR_REMINDERS = 5;
const NOON = 12;

/** Of a short time only the last reminder goes, and none on the morning after an invitation of the afternoon. */
function withTact(desk: Desk, status: Climber): (reminder: Rung) => boolean {
  const { calendar, stepsOf } = desk;
  const invited = invitationOf(desk, status);
  const day = localDay(invited);
  const isShort = calendar.workingDaysBetween(day, status.effective.lastDay) < DAYS_FOR_REMINDERS;
  const last = stepsOf(status.round).reminders.at(-1);
  const quietUntil = toLocal(invited).hour < NOON ? invited : openingOn(calendar, day.add({ days: 1 }));
  return ({ step, dueAt }) => isBefore(quietUntil, dueAt) && !(isShort && step !== last);
}

/** A step added below one that went out has nothing more to say. */
function highestSent(rungs: readonly Rung[]): number {
  const sent = rungs.filter(({ entry }) => entry?.sentAt).map(({ step }) => step);
  return Math.max(Number.NEGATIVE_INFINITY, ...sent);
}

function overtaken({ step }: Rung, highest: number): Moot | null {
  return step < highest ? { state: 'gộp vào thư mạnh hơn', reason: 'Thư của bước sau đã gửi.' } : null;
}

/** A reminder that could only go after the deadline would be untrue. */
function tooLateToRemind(desk: Desk, { before }: Deadline, { dueAt }: Rung): Moot | null {
  const goesAt = desk.calendar.nextSendAt(later(desk.now, dueAt));
  return isBefore(goesAt, before)
    ? null
    : { state: 'không cần nữa', reason: 'Không còn giờ gửi nào trước khi hết hạn.' };
}

function reminder(effective: Deadline, { step }: Rung) {
  const deadline = deadlineInWords(effective);
  const why = step === 0 ? `Ngày cuối của thời hạn (${deadline}).` : `Trước hạn ${-step} ngày làm việc (${deadline}).`;
  return { kind: 'Nhắc việc', why } as const;
}

/** Numbered by the late notices that will have been sent by then. */
function lateNotice(desk: Desk, status: UnitStatus, rung: Rung, earlier: readonly Rung[]) {
  const { due, ahead } = lateBefore(desk, earlier, rung);
  const expected = isBefore(desk.now, rung.dueAt) ? ahead + Math.min(due, 1) : 0;
  const nth = lateNoticesInHand(desk, status).length + expected + 1;
  const words = numbered({ step: String(rung.step), deadline: status.effective }, nth);
  return nth === 1 ? words : { ...words, answerBy: answerDay(desk, rung.dueAt) };
}

/** Those due now go as one mail, as do those of one moment, so they count once among what will have been sent before. */
function lateBefore(
  desk: Desk,
  rungs: readonly Rung[],
  { dueAt }: Rung,
): { readonly due: number; readonly ahead: number } {
  const late = rungs.filter((one) => one.step > 0 && isBefore(one.dueAt, dueAt));
  const ahead = new Set(late.flatMap((one) => (isBefore(desk.now, one.dueAt) ? one.dueAt.epochMilliseconds : [])));
  return { due: late.filter((one) => !isBefore(desk.now, one.dueAt)).length, ahead: ahead.size };
}

const LATE = ['Quá hạn lần 1', 'Quá hạn lần 2'] as const;

/** The part of a late notice that tells which one it is. */
export function numbered({ step, deadline }: Pick<Notice, 'step' | 'deadline'>, nth: number) {
  const words = deadline ? ` (hạn ${deadlineInWords(deadline)})` : '';
  return {
    kind: LATE[nth - 1] ?? 'Quá hạn lần n',
    why: `Quá hạn từ ${step} ngày làm việc${words}; thư quá hạn lần ${nth}.`,
    nth,
  } as const;
}
