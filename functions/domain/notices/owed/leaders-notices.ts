import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords, deadlineKey } from '../../time/deadline.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { ledgerKey } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import { type Desk, isBefore, later, MINISTRY } from '../notice-desk.ts';
import { stillPending } from '../pending-hold.ts';
import {
  countsFrom,
  filedAlready,
  inPreparation,
  lateNoticesInHand,
  leadersLane,
  pausedBy,
  roundCandidate,
} from './round-notices.ts';

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
export function leadersNotices(desk: Desk): readonly Candidate[] {
  if (!desk.settings.leaders) return [];
  const escalations = desk.statuses.flatMap((status) => escalationOf(desk, status) ?? []);
  const isListed = ({ status, dueAt, heldBy }: Escalation) =>
    !status.filedAt && heldBy === null && !isBefore(desk.now, dueAt);
  const listed = Map.groupBy(escalations.filter(isListed), ({ status }) => status.round.id);
  return escalations.map((one) => candidateOf(desk, one, listed.get(one.status.round.id) ?? [one]));
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
  const held = inPreparation(status) ?? waits ?? pausedBy(status);
  return { status, step, dueAt, heldBy: held ?? stillPending(desk, status, later(desk.now, dueAt)) };
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

function candidateOf(
  desk: Desk,
  { status, step, dueAt, heldBy }: Escalation,
  listed: readonly Escalation[],
): Candidate {
  const { round, unit, effective } = status;
  const key = ledgerKey({
    subject: round.id,
    unit: unit.code,
    kind: 'Báo cáo lãnh đạo',
    step: String(step),
    at: deadlineKey(effective),
  });
  const units = listed.map((one) => one.status);
  const notice: Notice = {
    key,
    kind: 'Báo cáo lãnh đạo',
    subject: round.id,
    unit: unit.code,
    step: String(step),
    deadline: effective,
    dueAt,
    rank: ranks.leaders,
    why: `${unit.shortName} quá hạn từ ${step} ngày làm việc (hạn ${deadlineInWords(effective)}); báo cáo nội bộ Bộ.`,
    recipients: desk.contactsOf(MINISTRY, 'Lãnh đạo'),
    units,
  };
  const lane = leadersLane(round.id);
  return roundCandidate(status, notice, { group: lane, lane, moot: filedAlready(status), heldBy });
}
