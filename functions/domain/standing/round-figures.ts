import type { Temporal } from 'temporal-polyfill';
import { isOnTime } from '../time/deadline.ts';
import type { TaskStatus } from './task-status.ts';
import { hasVerdict, isComplete } from './tracking-words.ts';
import type { UnitStatus } from './unit-status.ts';

/** The five figures of a round, and what needs work. */
export type RoundFigures = {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
  readonly complete: number;
  /** Received, with something lacking or unclear. */
  readonly toSupplement: number;
  readonly overdue: number;
  readonly pending: number;
};

export function roundFigures(statuses: readonly UnitStatus[], now: Temporal.Instant): RoundFigures {
  const count = (test: (status: UnitStatus) => boolean) => statuses.filter(test).length;
  return {
    expected: statuses.length,
    received: count((status) => status.filedAt !== null),
    onTime: count((status) => status.onTime === true),
    complete: count(isComplete),
    toSupplement: count(
      (status) =>
        status.filedAt !== null &&
        status.versions.length > 0 &&
        (hasVerdict(status, 'Thiếu') || hasVerdict(status, 'Cần làm rõ')),
    ),
    overdue: count((status) => status.filedAt === null && !isOnTime(now, status.effective)),
    pending: count((status) => status.pending.length > 0),
  };
}

/** The figures of each round among these, by its id. */
export function figuresByRound(
  statuses: readonly UnitStatus[],
  now: Temporal.Instant,
): ReadonlyMap<string, RoundFigures> {
  const rounds = Map.groupBy(statuses, ({ round }) => round.id);
  return new Map([...rounds].map(([id, own]) => [id, roundFigures(own, now)]));
}

/** Where a round would stand, were one open. */
export const NO_OPEN_ROUND = 'Chưa có kỳ báo cáo nào đang mở';

/** The round in one line. */
export function roundHeadline({ received, expected, onTime, toSupplement, overdue }: RoundFigures): string {
  return `Đã nhận ${received}/${expected} · đúng hạn ${onTime} · cần bổ sung ${toSupplement} · quá hạn ${overdue}`;
}

/** The Government Office's four counts (QĐ 42/2014/QĐ-TTg), over task × unit with a deadline; not what lies before operation. */
export type FourCounts = {
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openInTime: number;
  readonly openOverdue: number;
};

export function fourCounts(tasks: readonly TaskStatus[], now: Temporal.Instant): FourCounts {
  const counts = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
  for (const task of tasks) {
    if (task.deadline === null || task.isBeforeOperation) continue;
    if (task.done) counts[isOnTime(task.doneAt ?? now, task.deadline) ? 'doneOnTime' : 'doneLate'] += 1;
    else counts[isOnTime(now, task.deadline) ? 'openInTime' : 'openOverdue'] += 1;
  }
  return counts;
}

/** `66,7%`; an empty round has no rate. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1).replace('.', ',').replace(',0', '')}%`;
}
