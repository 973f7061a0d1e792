import { kinds } from '../../../../sheets-schema/notice-kinds.ts';
import type { Round } from '../../../../sheets-schema/tabs/rounds.ts';
import { localDay, toLocal } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { openRest } from '../ledger.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { type Bound, countsFrom, invitationOf, lateNoticesInHand, latenessFrom, untold } from './already-told.ts';
import { answerDay } from './answer-by.ts';
import { oweUnit } from './owe.ts';
import { inPreparation, pausedBy, stillPending } from './reasons-to-rest.ts';
import { allRungs, highestSent, lateBefore, type Obligation, openRungs, overtaken, type Rung } from './rungs.ts';

/** A unit as far as its steps depend on it. */
export type Climber = Bound & Pick<UnitStatus, 'filedAt'> & { readonly round: Pick<Round, 'steps'> };

/** A unit with what it is asked for by a round, as the ladder sees it. */
export function obligationOf(desk: Desk, status: Climber): Obligation {
  const { round, unit, effective, filedAt } = status;
  const steps = desk.stepsOf(round);
  return {
    subject: round.id,
    unit: unit.code,
    deadline: effective,
    names: { reminder: 'Nhắc việc', late: 'Quá hạn lần 1' },
    steps,
    from: countsFrom(desk, status),
    lateFrom: latenessFrom(desk, status),
    doneAt: filedAt,
    isTactful: withTact(desk, status),
  };
}

/**
 * Reminders and late notices of a unit, counted from the deadline that applies to it now. A rung is due from its day on
 * until it is settled, so a missed morning is made good; what fell due after the report had come never was due.
 */
export function ladder(desk: Desk, status: UnitStatus): readonly Notice[] {
  const obligation = obligationOf(desk, status);
  const all = allRungs(desk, obligation);
  const highest = highestSent(all);
  const rungs = openRungs(obligation, all);
  const isLateDue = rungs.some(({ step, dueAt }: Rung) => step > 0 && !isBefore(desk.now, dueAt));
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

/** Who has fewer working days than these from the invitation to the deadline is reminded once. */
const DAYS_FOR_REMINDERS = 5;
const NOON = 12;

/** Of a short time only the last reminder goes, and none on the morning after an invitation of the afternoon. */
function withTact(desk: Desk, status: Climber): Obligation['isTactful'] {
  const { calendar, stepsOf } = desk;
  const invited = invitationOf(desk, status);
  const day = localDay(invited);
  const isShort = calendar.workingDaysBetween(day, status.effective.lastDay) < DAYS_FOR_REMINDERS;
  const last = stepsOf(status.round).reminders.at(-1);
  const quietUntil = toLocal(invited).hour < NOON ? invited : openingOn(calendar, day.add({ days: 1 }));
  return ({ step, dueAt }: Rung) => isBefore(quietUntil, dueAt) && !(isShort && step !== last);
}

/** A reminder that could only go after the deadline would be untrue. */
export function tooLateToRemind(desk: Desk, { before }: Deadline, { dueAt }: Rung): Moot | null {
  const goesAt = desk.calendar.nextSendAt(later(desk.now, dueAt));
  return isBefore(goesAt, before)
    ? null
    : { state: 'không cần nữa', reason: 'Không còn giờ gửi nào trước khi hết hạn.' };
}

function reminder(effective: Deadline, { step }: Rung) {
  return { kind: 'Nhắc việc', why: reminderWords(effective, step) } as const;
}

export function reminderWords(effective: Deadline, step: number): string {
  const deadline = deadlineInWords(effective);
  return step === 0 ? `Ngày cuối của thời hạn (${deadline}).` : `Trước hạn ${-step} ngày làm việc (${deadline}).`;
}

/** Numbered by the late notices that will have been sent by then. */
function lateNotice(desk: Desk, status: UnitStatus, rung: Rung, earlier: readonly Rung[]) {
  const nth = lateNoticesInHand(desk, status).length + lateBefore(desk, earlier, rung) + 1;
  const words = numbered({ step: String(rung.step), deadline: status.effective }, nth);
  return nth === 1 ? words : { ...words, answerBy: answerDay(desk, rung.dueAt) };
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
