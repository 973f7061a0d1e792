import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { countsFrom, lateNoticesInHand } from './already-told.ts';
import { oweUnit } from './owe.ts';
import { inPreparation, pausedBy } from './reasons-to-rest.ts';

/** What a unit is left to answer a late notice before the ministry's leadership hears of it. */
const GRACE_WORKING_DAYS = 2;

type Escalation = {
  readonly status: UnitStatus;
  readonly step: number;
  readonly dueAt: Temporal.Instant;
  readonly heldBy: string | null;
};

/**
 * Units late beyond the last step, reported to the ministry's own leadership. Every unit has its own key, but those of
 * a round go as one mail a day that lists all of them.
 */
export function leadersReports(desk: Desk): readonly Notice[] {
  if (!desk.settings.leaders) return [];
  const escalations = desk.statuses.flatMap((status) => escalationOf(desk, status) ?? []);
  const isListed = ({ status, dueAt, heldBy }: Escalation) =>
    !status.filedAt && heldBy === null && !isBefore(desk.now, dueAt);
  const listed = Map.groupBy(escalations.filter(isListed), ({ status }) => status.round.id);
  return escalations.map((one) => noticeOf(desk, one, listed.get(one.status.round.id) ?? [one]));
}

function escalationOf(desk: Desk, status: UnitStatus): Escalation | null {
  const step = desk.stepsOf(status.round).leaders;
  if (step === null || status.round.state === 'Đã đóng') return null;
  const stepDueAt = desk.stepsFrom(status.effective)(step);
  if (status.filedAt && !isBefore(stepDueAt, status.filedAt)) return null;
  const firstLate = lateNoticesInHand(desk, status)[0]?.sentAt ?? null;
  const calledLateAt = firstLate ?? firstLateDue(desk, status);
  if (!calledLateAt) return null;
  const dueAt = later(stepDueAt, graceEnds(desk, calledLateAt));
  if (status.filedAt && !isBefore(dueAt, status.filedAt)) return null;
  const waits = !firstLate && !isBefore(desk.now, dueAt) ? 'Chờ thư quá hạn được gửi trước.' : null;
  return { status, step, dueAt, heldBy: inPreparation(status) ?? waits ?? pausedBy(status) };
}

/** When a unit not called late yet will be; never when it was invited after its last late step. */
function firstLateDue(desk: Desk, status: UnitStatus): Temporal.Instant | null {
  const from = countsFrom(desk, status);
  const dueAt = desk.stepsOf(status.round).late.map(desk.stepsFrom(status.effective));
  return dueAt.find((moment) => isBefore(from, moment)) ?? null;
}

function graceEnds({ calendar }: Desk, sentAt: Temporal.Instant): Temporal.Instant {
  return openingOn(calendar, calendar.addWorkingDays(localDay(sentAt), GRACE_WORKING_DAYS));
}

/** One mail a day for each round. */
function noticeOf(desk: Desk, { status, step, dueAt, heldBy }: Escalation, listed: readonly Escalation[]): Notice {
  const { round, unit, effective } = status;
  return oweUnit(desk, status, 'Báo cáo lãnh đạo', {
    step: String(step),
    dueAt,
    why: `${unit.shortName} quá hạn từ ${step} ngày làm việc (hạn ${deadlineInWords(effective)}); báo cáo nội bộ Bộ.`,
    group: `leaders/${round.id}`,
    heldBy,
    units: listed.map((one) => one.status),
  });
}
