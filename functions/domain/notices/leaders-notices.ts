import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { deadlineInWords, deadlineKey } from '../time/deadline.ts';
import { openingOn } from '../time/working-calendar.ts';
import { ledgerKey } from './ledger-key.ts';
import { type Candidate, type Notice, ranks } from './notice.ts';
import { type Desk, isBefore, later, MINISTRY } from './notice-desk.ts';
import { stillPending } from './pending-hold.ts';
import { countsFrom, filedAlready, lateNoticesInHand, leadersLane, roundCandidate } from './round-notices.ts';

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
  if (step === null || status.round.state !== 'Đang mở') return null;
  const stepDueAt = desk.stepsFrom(status.effective)(step);
  const firstLate = lateNoticesInHand(desk, status)[0]?.sentAt ?? null;
  if (!firstLate && !willBeCalledLate(desk, status)) return null;
  const dueAt = firstLate ? later(stepDueAt, graceEnds(desk, firstLate)) : stepDueAt;
  if (status.filedAt && !isBefore(dueAt, status.filedAt)) return null;
  const waits = !firstLate && !isBefore(desk.now, stepDueAt) ? 'Chờ thư quá hạn được gửi trước.' : null;
  const paused = status.paused ? 'Điều phối viên tạm dừng nhắc đơn vị.' : null;
  return { status, step, dueAt, heldBy: waits ?? paused ?? stillPending(desk, status, later(desk.now, dueAt)) };
}

/** A unit invited after its last late step hears of none, so its leadership report would wait for ever. */
function willBeCalledLate(desk: Desk, status: UnitStatus): boolean {
  const lastStep = desk.stepsOf(status.round).late.at(-1);
  return lastStep !== undefined && isBefore(countsFrom(desk, status), desk.stepsFrom(status.effective)(lastStep));
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
