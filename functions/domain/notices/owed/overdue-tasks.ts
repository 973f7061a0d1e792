import type { TaskStatus } from '../../standing/task-status.ts';
import { type Deadline, deadlineInWords } from '../../time/deadline.ts';
import type { Notice, PolicyInput } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { owe } from './owe.ts';

type DatedTask = TaskStatus & { readonly deadline: Deadline };

/**
 * A task overdue, to the agency that leads it, a working day after its deadline. Every task has its own key, but those
 * of one agency go as one mail that lists all it has overdue. Tasks that a round asks for have that round's notices.
 */
export function taskNotices(desk: Desk): readonly Notice[] {
  const chased = chasedTasks(desk);
  const overdue = Map.groupBy(
    chased.filter(({ deadline }) => !isBefore(desk.now, deadline.before)),
    ({ unit }) => unit.code,
  );
  return chased.map((status) => noticeOf(desk, status, overdue.get(status.unit.code) ?? [status]));
}

/** All that one agency has overdue, as a mail to it lists them. */
export function overdueOf(input: Pick<PolicyInput, 'tasks' | 'settings' | 'now'>, unit: string | null) {
  const tasks = input.tasks.filter((status) => status.unit.code === unit);
  return chasedTasks({ ...input, tasks }).filter(({ deadline }) => !isBefore(input.now, deadline.before));
}

/** Tasks that are or will be asked after. */
export function chasedTasks(input: Pick<PolicyInput, 'tasks' | 'settings' | 'now'>): readonly DatedTask[] {
  return input.tasks
    .filter(isDated)
    .filter(({ done, isAskedByRound, isBeforeOperation }) => !done && !isAskedByRound && !isBeforeOperation)
    .filter((status) => counts(input, status));
}

function isDated(status: TaskStatus): status is DatedTask {
  return status.deadline !== null;
}

/** What was due before the go-live mark is silent until confirmed; without a mark that is everything already due. */
function counts({ settings, now }: Pick<PolicyInput, 'settings' | 'now'>, { deadline, confirmed }: DatedTask): boolean {
  return confirmed || isBefore(settings.goLive ?? now, deadline.before);
}

function noticeOf(desk: Desk, { task, unit, deadline, confirmed }: DatedTask, tasks: readonly TaskStatus[]): Notice {
  return owe(desk, 'Nhiệm vụ quá hạn', {
    subject: task.id,
    unit: unit.code,
    step: '1',
    deadline,
    dueAt: desk.stepsFrom(deadline)(1),
    why: `Nhiệm vụ ${task.id} quá hạn (${deadlineInWords(deadline)}).`,
    group: `tasks/${unit.code}`,
    waitsFor: confirmed || desk.settings.goLive ? null : 'Cài đặt chưa có Mốc vận hành.',
    tasks,
  });
}
