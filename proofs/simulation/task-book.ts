import type { OfficeDecision, OfficeTask } from './office.ts';

type Reading = {
  readonly tasks: ReadonlyMap<string, OfficeTask>;
  readonly decisions: readonly OfficeDecision[];
};

/**
 * Since when each task may be asked after, kept beside the product's own logs: a run that writes puts on record which task
 * it showed for whom with which day; an approval counts once runs before have shown all of it, for the cells that it found,
 * until it is taken back.
 */
export type TaskBook = {
  /** A run that read this at a moment has written. */
  written(reading: Reading, startedAt: number): void;
  /** Null while it was not shown with this day and approved. */
  from(task: string, unit: string, day: number): number | null;
  /** Since when runs show it with this day, and no other; null while they do not. */
  isListedSince(task: string, unit: string, day: number): number | null;
  /** Since when a unit that takes part may be told so; null while no run has shown it, or nobody approved the task. */
  helpsFrom(task: string, unit: string): number | null;
  /** Somebody typed over what was approved. */
  isOtherwise(task: OfficeTask): boolean;
};

/** What an approval binds. */
const cellsOf = ({ day, isWritten, doers }: OfficeTask) => JSON.stringify([day, isWritten, doers]);

export function createTaskBook(): TaskBook {
  const shown = new Map<string, { readonly at: number; readonly by: Reading }>();
  /** What the last run showed of each task. */
  const listed = new Map<string, ReadonlyMap<string, number>>();
  const helping = new Map<string, number>();
  const approved = new Map<string, { readonly at: number; readonly cells: string }>();
  const nameOf = (task: string, unit: string, day: number) => JSON.stringify([task, unit, day]);
  const look = (task: OfficeTask, reading: Reading, startedAt: number) => {
    const names = task.doers
      .filter((unit) => !isDone(reading.decisions, task, unit))
      .map((unit) => nameOf(task.id, unit, dayOfTask(reading.decisions, task, unit)));
    const before = listed.get(task.id);
    for (const name of names) if (!shown.has(name)) shown.set(name, { at: startedAt, by: reading });
    for (const unit of names.length > 0 ? task.helpers : []) {
      const name = JSON.stringify([task.id, unit]);
      helping.set(name, helping.get(name) ?? startedAt);
    }
    listed.set(task.id, new Map(names.map((name) => [name, before?.get(name) ?? startedAt])));
    const isShown = names.length > 0 && names.every((name) => shown.get(name)?.by !== reading && before?.has(name));
    if (!task.approved) approved.delete(task.id);
    else if (isShown && !approved.has(task.id)) approved.set(task.id, { at: startedAt, cells: cellsOf(task) });
  };
  return {
    written(reading, startedAt) {
      for (const task of reading.tasks.values()) look(task, reading, startedAt);
    },
    helpsFrom(task, unit) {
      const [since, approval] = [helping.get(JSON.stringify([task, unit])), approved.get(task)];
      return since === undefined || approval === undefined ? null : Math.max(since, approval.at);
    },
    from(task, unit, day) {
      const [since, approval] = [shown.get(nameOf(task, unit, day)), approved.get(task)];
      return since === undefined || approval === undefined ? null : Math.max(since.at, approval.at);
    },
    isListedSince: (task, unit, day) => listed.get(task)?.get(nameOf(task, unit, day)) ?? null,
    isOtherwise: (task) => {
      const approval = approved.get(task.id);
      return approval !== undefined && approval.cells !== cellsOf(task);
    },
  };
}

const isAbout = ({ round, unit }: OfficeDecision, task: OfficeTask, of: string) => round === task.id && unit === of;

/** The last day in force: more time only ever gives. */
export function dayOfTask(decisions: readonly OfficeDecision[], task: OfficeTask, unit: string): number {
  const given = decisions.filter((one) => isAbout(one, task, unit) && one.kind === 'Gia hạn');
  return Math.max(task.day, ...given.flatMap(({ until }) => until?.day ?? []));
}

export function isDone(decisions: readonly OfficeDecision[], task: OfficeTask, unit: string): boolean {
  return decisions.some((one) => isAbout(one, task, unit) && one.kind === 'Hoàn thành nhiệm vụ');
}

export function isAtRest(decisions: readonly OfficeDecision[], task: OfficeTask, unit: string): boolean {
  return decisions.some((one) => isAbout(one, task, unit) && one.kind === 'Tạm dừng nhắc');
}
