import type { Temporal } from 'temporal-polyfill';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { lastReport } from '../../standing/unit-statuses.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { oweUnit } from './owe.ts';
import { supplyDay } from './supplements.ts';

const FIRST = '1';

/** A report to be redone: once for each decision that returned it. */
export function returnedReports(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { returned } = status;
  if (!returned) return [];
  const version = lastReport(status)?.version;
  const notice = oweUnit(desk, status, 'Trả lại', {
    step: stepOf(desk, status, returned.at, version),
    dueAt: returned.at,
    why: `Điều phối viên trả lại báo cáo để bổ sung: ${returned.reason}`,
    reason: returned.reason,
    answerBy: supplyDay(desk, status, returned.at),
    ...(version !== undefined && { version }),
  });
  return [notice];
}

/** The first return of a version has the number that it always had; a further one goes by its own moment. */
function stepOf(desk: Desk, { round, unit, returned }: UnitStatus, decidedAt: Temporal.Instant, version = ''): string {
  const first = desk
    .entriesOf(round.id, unit.code, 'Trả lại')
    .find(({ parts }) => parts?.step === FIRST && parts.at === version);
  const isAnother = returned?.again || (first && isBefore(first.claimedAt ?? first.at, decidedAt));
  return isAnother ? decidedAt.toString() : FIRST;
}
