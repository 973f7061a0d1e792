import type { Temporal } from 'temporal-polyfill';
import { isOnTime } from '../time/deadline.ts';
import type { TaskStatus } from './task-status.ts';
import { isComplete, isLacking } from './tracking-words.ts';
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
    toSupplement: count(isLacking),
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

/** The Government Office's four counts (QĐ 42/2014/QĐ-TTg), over obligations. */
export type FourCounts = {
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openInTime: number;
  readonly openOverdue: number;
};

/** What counts: a task of one unit with a deadline. An item is a part of its report; what lies before operation waits. */
export function isObligation({ deadline, isBeforeOperation, isPart }: TaskStatus): boolean {
  return deadline !== null && !isBeforeOperation && !isPart;
}

/** Which of the four an obligation is. */
export function countOf({ deadline, done, doneAt }: TaskStatus, now: Temporal.Instant): keyof FourCounts {
  const isInTime = deadline === null || isOnTime(done ? (doneAt ?? now) : now, deadline);
  if (done) return isInTime ? 'doneOnTime' : 'doneLate';
  return isInTime ? 'openInTime' : 'openOverdue';
}

export function fourCounts(tasks: readonly TaskStatus[], now: Temporal.Instant): FourCounts {
  const counts = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
  for (const task of tasks) if (isObligation(task)) counts[countOf(task, now)] += 1;
  return counts;
}

/** A figure as sheet, mails, page and papers name it, and how it is counted. Vietnamese. */
export type FigureRule = { readonly label: string; readonly rule: string };

/** The figures of a round, in the order they are shown. */
export const roundRules: Readonly<Record<keyof RoundFigures, FigureRule>> = {
  expected: { label: 'Phải gửi', rule: 'Số đơn vị phải gửi báo cáo của kỳ; mỗi đơn vị một báo cáo.' },
  received: { label: 'Đã nhận', rule: 'Số đơn vị đã gửi ít nhất một nội dung thật, hoặc có văn bản chính thức.' },
  onTime: { label: 'Đúng hạn', rule: 'Trong số đã nhận: gửi lần đầu trước khi hết hạn áp dụng cho đơn vị.' },
  complete: { label: 'Đủ nội dung', rule: 'Trong số đã nhận: mọi mục bắt buộc đều Đủ.' },
  toSupplement: {
    label: 'Cần bổ sung',
    rule: 'Trong số đã nhận: nội dung đã gửi còn mục Thiếu hoặc Cần làm rõ; đơn vị mới gửi văn bản chính thức, chưa gửi nội dung thì chưa tính.',
  },
  overdue: { label: 'Quá hạn', rule: 'Số đơn vị chưa gửi và đã hết hạn áp dụng cho đơn vị.' },
  pending: {
    label: 'Chờ xác minh đơn vị',
    rule: 'Số đơn vị có báo cáo không đi từ đường dẫn riêng; xem tab Kiểm tra.',
  },
};

/** The two rates of a round. */
export const rateRules = {
  received: { label: 'Tỷ lệ nhận', rule: 'Đã nhận trên phải gửi.' },
  onTime: { label: 'Tỷ lệ đúng hạn', rule: 'Đúng hạn trên phải gửi.' },
} satisfies Record<string, FigureRule>;

/** The four counts, in the order they are shown. */
export const countRules: Readonly<Record<keyof FourCounts, FigureRule>> = {
  doneOnTime: { label: 'Hoàn thành đúng hạn', rule: 'Đã hoàn thành, ngày hoàn thành không sau hạn cuối.' },
  doneLate: { label: 'Hoàn thành quá hạn', rule: 'Đã hoàn thành, ngày hoàn thành sau hạn cuối.' },
  openInTime: { label: 'Chưa hoàn thành, trong hạn', rule: 'Chưa hoàn thành và chưa hết hạn cuối.' },
  openOverdue: { label: 'Chưa hoàn thành, quá hạn', rule: 'Chưa hoàn thành và đã hết hạn cuối.' },
};

/** What the four counts are over, wherever they stand. */
export const COUNTED =
  'Mỗi nhiệm vụ có thời hạn của mỗi đơn vị đếm một; một báo cáo là một nhiệm vụ, các mục của báo cáo không đếm riêng';

/** As `Tổng quan` calls one of the four beside the figures of the round. */
export function taskLabel({ label }: Pick<FigureRule, 'label'>): string {
  return `Nhiệm vụ ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The rules by name, in the order they are shown. */
export function rulesOf<T extends object>(rules: T): readonly (readonly [keyof T, T[keyof T]])[] {
  return Object.entries(rules) as [keyof T, T[keyof T]][];
}

/** `66,7%`; an empty round has no rate. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1).replace('.', ',').replace(',0', '')}%`;
}
