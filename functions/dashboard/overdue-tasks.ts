import { countOf, isObligation } from '../domain/standing/round-figures.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import { partiesOf, taskWords } from '../domain/standing/task-words.ts';
import type { TimingSources } from '../domain/standing/tracking-words.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';

/** A task past its deadline, with the units that have yet to do it. */
export type OverdueTask = {
  readonly id: string;
  readonly summary: string;
  readonly source: string;
  readonly deadline: string;
  readonly state: string;
  /** Who leads and who takes part; '' where nobody is named. */
  readonly parties: string;
  readonly units: readonly string[];
  /** Units not named for want of room. */
  readonly more: number;
};

const MOST_NAMED = 12;

/** The same task × unit that `fourCounts` counts as open and overdue, oldest deadline first. */
export function overdueTaskRows(tasks: readonly TaskStatus[], sources: TimingSources): readonly OverdueTask[] {
  const late = tasks
    .filter((task) => isObligation(task) && countOf(task, sources.now) === 'openOverdue' && !task.isOfClosedRound)
    .toSorted((a, b) => beforeOf(a) - beforeOf(b));
  return [...Map.groupBy(late, (status) => groupOf(status, sources)).values()].flatMap((group) => {
    const [first] = group;
    return first ? [rowOf(first, group, sources)] : [];
  });
}

/** Reports that never came of rounds that are closed: counted, and no rows of their own. */
export function overdueOfClosedRounds(tasks: readonly TaskStatus[], { now }: Pick<TimingSources, 'now'>): number {
  return tasks.filter((task) => task.isOfClosedRound && isObligation(task) && countOf(task, now) === 'openOverdue')
    .length;
}

function beforeOf({ deadline }: TaskStatus): number {
  return deadline?.before.epochMilliseconds ?? 0;
}

function groupOf(status: TaskStatus, sources: TimingSources): string {
  return JSON.stringify([status.task.id, beforeOf(status), taskWords(status, sources).state]);
}

function rowOf(first: TaskStatus, group: readonly TaskStatus[], sources: TimingSources): OverdueTask {
  const { task, deadline } = first;
  return {
    id: task.id,
    summary: task.summary,
    source: `${task.source}, ${task.clause}`,
    deadline: deadline ? deadlineInWords(deadline) : '',
    state: taskWords(first, sources).state,
    parties: partiesInWords(first),
    units: group.slice(0, MOST_NAMED).map(({ unit }) => unit.shortName),
    more: Math.max(0, group.length - MOST_NAMED),
  };
}

function partiesInWords(status: TaskStatus): string {
  const { lead, cooperating } = partiesOf(status);
  return [lead && `chủ trì: ${lead}`, cooperating && `phối hợp: ${cooperating}`].filter(Boolean).join('; ');
}
