import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords, deadlineOf } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { isStillRefused, isTerminal, type LedgerEntry } from '../ledger.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { lateNoticesInHand, untold } from './already-told.ts';
import { answerTo } from './answer-by.ts';
import { obligationOf } from './ladder.ts';
import { oweUnit } from './owe.ts';
import { inPreparation, pausedBy } from './reasons-to-rest.ts';
import { allRungs, type Obligation, type Rung } from './rungs.ts';

/** What a unit is left to answer a late notice before the ministry's leadership hears of it. */
const GRACE_WORKING_DAYS = 2;

export type Step = {
  readonly step: string;
  readonly dueAt: Temporal.Instant;
  /** Vietnamese. */
  readonly why: string;
};

type Escalation = Step & { readonly status: UnitStatus } & Pick<Notice, 'heldBy' | 'waitsFor'>;

/**
 * Units late beyond the last step, reported to the ministry's own leadership; and once the last late notice was repeated
 * as often as it is, every month again, for nobody else is asked any more. Every unit has its own key, but those of a
 * round go as one mail a day that lists all of them.
 */
export function leadersReports(desk: Desk): readonly Notice[] {
  if (!desk.settings.leaders) return [];
  const escalations = desk.statuses.flatMap((status) => escalationsOf(desk, status));
  const isListed = ({ status, dueAt, heldBy, waitsFor }: Escalation) =>
    !status.filedAt && heldBy === null && waitsFor === null && !isBefore(desk.now, dueAt);
  const listed = Map.groupBy(escalations.filter(isListed), ({ status }) => status.round.id);
  return escalations.map((one) => noticeOf(desk, one, listed.get(one.status.round.id) ?? [one]));
}

function escalationsOf(desk: Desk, status: UnitStatus): readonly Escalation[] {
  const { filedAt, effective } = status;
  // Whoever filed in time is past every step.
  if (status.round.state === 'Đã đóng' || (filedAt && isBefore(filedAt, effective.before))) return [];
  const obligation = obligationOf(desk, status);
  const pressed = pressing(desk, obligation, lateNoticesInHand(desk, status));
  if (!pressed) return [];
  return leadersSteps(desk, obligation, pressed).map((one) => {
    const lateFirst = pressed.isAhead && !isBefore(desk.now, one.dueAt) ? 'Chờ thư quá hạn được gửi trước.' : null;
    const waitsFor = inPreparation(status) ?? lateFirst ?? untold(desk, status);
    return { ...one, status, waitsFor, heldBy: pausedBy(status) };
  });
}

/** When the leaders hear of a unit that does not do what it owes. */
export function leadersSteps(
  desk: Desk,
  obligation: Obligation,
  pressed: Pick<Pressing, 'answeredBy' | 'isUnreachable'>,
): readonly Step[] {
  const { steps, lateFrom, doneAt } = obligation;
  const step = steps.leaders;
  if (step === null) return [];
  const { answeredBy, isUnreachable } = pressed;
  const stepDueAt = desk.stepsFrom(lateFrom)(step);
  const first: Step = {
    step: String(step),
    dueAt: isUnreachable ? answeredBy : later(stepDueAt, answeredBy),
    why: `quá hạn từ ${step} ngày làm việc`,
  };
  const all = [first, ...monthly(desk, obligation, pressed)];
  return all.filter(({ dueAt }) => doneAt === null || isBefore(dueAt, doneAt));
}

/** On the first sending day of each month after the last late notice: the one of this month, and the next. */
function monthly(
  desk: Desk,
  { steps, lateFrom }: Obligation,
  { answeredBy }: Pick<Pressing, 'answeredBy'>,
): readonly Step[] {
  const last = steps.again.at(-1);
  if (last === undefined) return [];
  const lastAt = desk.stepsFrom(lateFrom)(last);
  return desk
    .monthsFrom(later(lastAt, desk.now))
    .filter(({ opensAt }) => isBefore(lastAt, opensAt))
    .map(({ month, opensAt }) => ({
      step: month,
      dueAt: later(opensAt, answeredBy),
      why: 'vẫn chưa gửi sau mọi lần nhắc, báo cáo hằng tháng',
    }))
    .slice(0, 2);
}

export type Pressing = {
  /** When the unit has had its time to answer the last late notice before the leaders hear. */
  readonly answeredBy: Temporal.Instant;
  /** That notice is still to be sent. */
  readonly isAhead: boolean;
  /** No address could take it, so nothing is to be waited for. */
  readonly isUnreachable: boolean;
};

/** A late notice that went: when, and by when it asked for an answer. */
type LateNotice = Pick<LedgerEntry, 'told' | 'kind'> & { readonly sentAt: Temporal.Instant };

/**
 * Null for a unit that no late notice was or will be sent to: it was invited after its last late step.
 * @param inHand the late notices it has
 */
export function pressing(desk: Desk, obligation: Obligation, inHand: readonly LateNotice[]): Pressing | null {
  const { steps, unit } = obligation;
  const isFurther = (step: number) => steps.again.includes(step);
  const contacts = desk.contactsOf(unit, 'Đầu mối');
  const reaches = ({ entry }: Rung) => contacts.length > 0 && !(entry && isStillRefused(entry, contacts));
  const all = allRungs(desk, obligation).filter(
    ({ step, dueAt, entry }) => step > 0 && !(entry && isTerminal(entry.state)) && isBefore(obligation.from, dueAt),
  );
  const open = all.filter(({ step }) => !isFurther(step));
  const [first] = open;
  const last = inHand.at(-1);
  // A further one that was missed is made good first, and gives its time to answer.
  const isMissed = all.some((rung) => isFurther(rung.step) && !isBefore(desk.now, rung.dueAt) && reaches(rung));
  if (!first) return last ? { answeredBy: timeToAnswer(desk, last), isAhead: isMissed, isUnreachable: false } : null;
  const isUnreachable = !reaches(first);
  if (isUnreachable) return { answeredBy: graceEnds(desk, first.dueAt), isAhead: false, isUnreachable };
  const leaves = desk.calendar.nextSendAt(later(desk.now, open.at(-1)?.dueAt ?? first.dueAt));
  const moments = new Set(open.map(({ dueAt }) => later(desk.now, dueAt).epochMilliseconds));
  const isFirst = inHand.length + moments.size === 1;
  const until = isFirst ? graceEnds(desk, leaves) : desk.calendar.nextSendAt(answerTo(desk, leaves).before);
  return { answeredBy: until, isAhead: true, isUnreachable };
}

/** The time that a late notice itself gave; a first one gave none. */
export function timeToAnswer(desk: Desk, { sentAt, told, kind }: LateNotice) {
  const [, named] = told.map(deadlineOf);
  if (named) return desk.calendar.nextSendAt(named.before);
  const isPressing = kind !== null && kind !== 'Quá hạn lần 1';
  return isPressing ? desk.calendar.nextSendAt(answerTo(desk, sentAt).before) : graceEnds(desk, sentAt);
}

function graceEnds({ calendar }: Desk, sentAt: Temporal.Instant): Temporal.Instant {
  return openingOn(calendar, calendar.addWorkingDays(localDay(sentAt), GRACE_WORKING_DAYS));
}

/** One mail a day for each round. */
function noticeOf(desk: Desk, escalation: Escalation, listed: readonly Escalation[]): Notice {
  const { status, step, dueAt, heldBy, waitsFor, why } = escalation;
  const { unit, effective } = status;
  return oweUnit(desk, status, 'Báo cáo lãnh đạo', {
    step,
    dueAt,
    why: `${unit.shortName} ${why} (hạn ${deadlineInWords(effective)}); báo cáo nội bộ Bộ.`,
    heldBy,
    waitsFor,
    units: [...new Set(listed.map((one) => one.status))],
  });
}
