import type { Notice, TaskLine } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { isTaskMailUnderWay } from './answer-by.ts';
import { leadersSteps, pressing, type Step } from './leaders-reports.ts';
import { owe } from './owe.ts';
import { PAUSED, taskLock } from './reasons-to-rest.ts';
import { type Climbing, climbingOf, lateLine } from './tasks.ts';

type Escalation = Step & Climbing & Pick<Notice, 'heldBy' | 'waitsFor'>;

/**
 * Tasks late beyond the last step, and then once a month, told to the ministry's own leadership as late reports are. Each
 * has keys of its own; those of a day go as one mail that lists all of them.
 */
export function reportsOnTasks(desk: Desk): readonly Notice[] {
  if (!desk.settings.leaders) return [];
  const escalations = climbingOf(desk).flatMap((one) => escalationsOf(desk, one));
  const isListed = ({ dueAt, heldBy, waitsFor }: Escalation) =>
    heldBy === null && waitsFor === null && !isBefore(desk.now, dueAt);
  const listed = new Map(escalations.filter(isListed).map((one) => [one.obligation, one]));
  const tasks = [...listed.values()].map(lateLine);
  return escalations.map((one) => noticeOf(desk, one, tasks.length > 0 ? tasks : [lateLine(one)]));
}

function escalationsOf(desk: Desk, climbing: Climbing): readonly Escalation[] {
  const { status, obligation } = climbing;
  const pressed = pressing(desk, obligation, obligation.inHand);
  if (!pressed) return [];
  return leadersSteps(desk, obligation, pressed).map((one) => {
    const isAhead = pressed.isAhead || isTaskMailUnderWay(desk, obligation.unit);
    const lateFirst = isAhead && !isBefore(desk.now, one.dueAt) ? 'Chờ thư quá hạn được gửi trước.' : null;
    const waitsFor = taskLock(desk, status) ?? lateFirst;
    return { ...one, ...climbing, waitsFor, heldBy: status.paused ? PAUSED : null };
  });
}

function noticeOf(desk: Desk, one: Escalation, tasks: readonly TaskLine[]): Notice {
  const { status, obligation, step, dueAt, why, waitsFor, heldBy } = one;
  const { subject, unit, deadline } = obligation;
  return owe(desk, 'Báo cáo lãnh đạo về nhiệm vụ', {
    subject,
    unit,
    deadline,
    step,
    dueAt,
    why: `Nhiệm vụ ${subject} của ${status.unit.shortName}: ${why}.`,
    waitsFor,
    heldBy,
    tasks,
  });
}
