import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { type Deadline, deadlineInWords, deadlineOf } from '../domain/time/deadline.ts';
import { momentWords } from '../domain/time/moment-words.ts';

/** How reports came in against the deadline. Places are parts of 1: 0 is the chart's left or bottom edge. */
export type SubmissionChart = {
  readonly expected: number;
  readonly received: number;
  readonly from: string;
  readonly until: string;
  readonly deadline: { readonly x: number; readonly words: string };
  readonly now: number;
  /** One step for each report, oldest first. */
  readonly steps: readonly { readonly x: number; readonly y: number; readonly onTime: boolean }[];
  /** The chart in one sentence. */
  readonly summary: string;
  readonly days: readonly { readonly day: string; readonly received: number; readonly total: number }[];
};

type Filed = { readonly at: Temporal.Instant; readonly onTime: boolean };

/** @param statuses those of the round. Null when it asks nobody. */
export function planChart(
  round: Round,
  statuses: readonly UnitStatus[],
  now: Temporal.Instant,
): SubmissionChart | null {
  if (statuses.length === 0) return null;
  const deadline = deadlineOf(round.effectiveDeadline ?? round.strictDeadline);
  const filed = statuses
    .flatMap(({ filedAt, onTime }) => (filedAt ? [{ at: filedAt, onTime: onTime === true }] : []))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const moments = [round.opensAt, deadline.before, now, ...filed.map(({ at }) => at)].sort(Temporal.Instant.compare);
  const [from, until] = [moments[0] ?? now, moments.at(-1) ?? now];
  const placeOf = placing(from, until);
  return {
    expected: statuses.length,
    received: filed.length,
    from: formatDate(localDay(from)),
    until: formatDate(localDay(until)),
    deadline: { x: placeOf(deadline.before), words: deadlineInWords(deadline) },
    now: placeOf(now),
    steps: filed.map(({ at, onTime }, i) => ({ x: placeOf(at), y: (i + 1) / statuses.length, onTime })),
    summary: summaryOf(filed, statuses.length, deadline, now),
    days: daysOf(filed),
  };
}

function placing(from: Temporal.Instant, until: Temporal.Instant): (at: Temporal.Instant) => number {
  const width = Math.max(1, until.epochMilliseconds - from.epochMilliseconds);
  return (at) => (at.epochMilliseconds - from.epochMilliseconds) / width;
}

function summaryOf(filed: readonly Filed[], expected: number, deadline: Deadline, now: Temporal.Instant): string {
  const before = filed.filter(({ at }) => Temporal.Instant.compare(at, deadline.before) < 0).length;
  const moment = momentWords(now);
  const isOpen = Temporal.Instant.compare(now, deadline.before) < 0;
  if (isOpen)
    return `Đến ${moment} có ${filed.length}/${expected} đơn vị đã gửi; hạn cuối: ${deadlineInWords(deadline)}.`;
  return `Khi hết hạn chung (${deadlineInWords(deadline)}) có ${before}/${expected} đơn vị đã gửi; đến ${moment} có ${filed.length}/${expected}.`;
}

function daysOf(filed: readonly Filed[]): SubmissionChart['days'] {
  let total = 0;
  return [...Map.groupBy(filed, ({ at }) => formatDate(localDay(at)))].map(([day, { length }]) => {
    total += length;
    return { day, received: length, total };
  });
}
