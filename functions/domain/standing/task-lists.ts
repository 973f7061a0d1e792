import { localDay } from '../../../sheets-schema/zone.ts';
import { deadlineInWords } from '../time/deadline.ts';
import { countOf, isObligation } from './round-figures.ts';
import type { TaskStatus } from './task-status.ts';
import { toDecideOf, unitsInWords } from './task-words.ts';
import type { TimingSources } from './tracking-words.ts';

/** What a coordinator and the leadership are told of the register, beside the reports of rounds. Vietnamese, a line each. */
export type TaskLists = {
  /** Contradictions, and what waits for a word that it is done. */
  readonly toDecide: readonly string[];
  readonly overdue: readonly string[];
  /** Due within the days that count as near. */
  readonly soon: readonly string[];
};

/** A task of the register that a round asks for stands with that round's reports. */
function ofRegister(tasks: readonly TaskStatus[]): readonly TaskStatus[] {
  return tasks.filter(({ isAskedByRound, isPart }) => !isAskedByRound && !isPart);
}

/** How many of the register are overdue and how many have this day for their last, each task of each unit one. */
export function dueCounts(
  tasks: readonly TaskStatus[],
  { now }: Pick<TimingSources, 'now'>,
): { readonly overdue: number; readonly today: number } {
  const open = ofRegister(tasks).filter((task) => isObligation(task) && !task.done);
  const today = localDay(now);
  return {
    overdue: open.filter((task) => countOf(task, now) === 'openOverdue').length,
    today: open.filter((task) => countOf(task, now) === 'openInTime' && task.deadline?.lastDay.equals(today)).length,
  };
}

export function taskLists(tasks: readonly TaskStatus[], sources: TimingSources): TaskLists {
  const own = ofRegister(tasks);
  const today = localDay(sources.now);
  const daysTo = ({ deadline }: TaskStatus) =>
    deadline ? sources.calendar.workingDaysBetween(today, deadline.lastDay) : Number.POSITIVE_INFINITY;
  const open = own.filter((task) => isObligation(task) && !task.done).toSorted((a, b) => endOf(a) - endOf(b));
  const late = open.filter((task) => countOf(task, sources.now) === 'openOverdue');
  const near = open.filter((task) => countOf(task, sources.now) === 'openInTime' && daysTo(task) <= sources.soonDays);
  return {
    toDecide: toDecideOf(own),
    overdue: grouped(late).map(
      (group) => `${named(group)}: quá hạn ${lateWords(-daysTo(group[0]))}, ${deadlineOf(group)}`,
    ),
    soon: grouped(near).map((group) => `${named(group)}: ${deadlineOf(group)}, ${leftWords(daysTo(group[0]))}`),
  };
}

/** How many more would be overdue, did they not lie before operation. */
export function silentTasks(tasks: readonly TaskStatus[], { now }: Pick<TimingSources, 'now'>): number {
  return tasks
    .filter(({ isBeforeOperation }) => isBeforeOperation)
    .map((task) => ({ ...task, isBeforeOperation: false }))
    .filter((task) => isObligation(task) && countOf(task, now) === 'openOverdue').length;
}

type Group = readonly [TaskStatus, ...TaskStatus[]];

/** One line for a task and a deadline, however many have to do it. */
function grouped(tasks: readonly TaskStatus[]): readonly Group[] {
  const groups = Map.groupBy(tasks, (status) => `${status.task.id}\n${endOf(status)}`);
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
}

function named(group: Group): string {
  return `${group[0].task.id} (${unitsInWords(group)})`;
}

function deadlineOf([{ deadline }]: Group): string {
  return deadline ? deadlineInWords(deadline) : '';
}

function endOf({ deadline }: TaskStatus): number {
  return deadline?.before.epochMilliseconds ?? 0;
}

function lateWords(days: number): string {
  return days > 0 ? `${days} ngày làm việc` : 'từ hôm nay';
}

function leftWords(days: number): string {
  return days > 0 ? `còn ${days} ngày làm việc` : 'hôm nay';
}
