import type { TaskStatus } from '../../standing/task-status.ts';
import { type Deadline, deadlineInWords, deadlineKey } from '../../time/deadline.ts';
import { ledgerKey } from '../ledger-key.ts';
import { type Candidate, type Notice, type PolicyInput, ranks } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';

type DatedTask = TaskStatus & { readonly deadline: Deadline };

/**
 * A task overdue, to the agency that leads it, a working day after its deadline. Every task has its own key, but those
 * of one agency go as one mail that lists all it has overdue. Tasks that a round asks for have that round's notices.
 */
export function taskNotices(desk: Desk): readonly Candidate[] {
  const chased = chasedTasks(desk);
  const overdue = Map.groupBy(
    chased.filter(({ deadline }) => !isBefore(desk.now, deadline.before)),
    ({ unit }) => unit.code,
  );
  return chased.map((status) => candidateOf(desk, status, overdue.get(status.unit.code) ?? [status]));
}

/** Tasks that are or will be asked after. */
export function chasedTasks(input: Pick<PolicyInput, 'tasks' | 'settings' | 'now'>): readonly DatedTask[] {
  return input.tasks
    .filter(isDated)
    .filter((status) => !status.done && !status.isAskedByRound)
    .filter((status) => counts(input, status));
}

function isDated(status: TaskStatus): status is DatedTask {
  return status.deadline !== null;
}

/** What was due before the go-live mark is silent until confirmed; without a mark that is everything already due. */
function counts({ settings, now }: Pick<PolicyInput, 'settings' | 'now'>, { deadline, confirmed }: DatedTask): boolean {
  return confirmed || isBefore(settings.goLive ?? now, deadline.before);
}

function candidateOf(
  desk: Desk,
  { task, unit, deadline, confirmed }: DatedTask,
  tasks: readonly TaskStatus[],
): Candidate {
  const step = '1';
  const notice: Notice = {
    key: ledgerKey({ subject: task.id, unit: unit.code, kind: 'Nhiệm vụ quá hạn', step, at: deadlineKey(deadline) }),
    kind: 'Nhiệm vụ quá hạn',
    subject: task.id,
    unit: unit.code,
    step,
    deadline,
    dueAt: desk.stepsFrom(deadline)(1),
    rank: ranks.task,
    why: `Nhiệm vụ ${task.id} quá hạn (${deadlineInWords(deadline)}).`,
    recipients: desk.contactsOf(unit.code, 'Đầu mối'),
    tasks,
  };
  return {
    notice,
    round: null,
    status: null,
    group: `tasks/${unit.code}`,
    lane: unit.code,
    hours: 'windows',
    moot: null,
    heldBy: confirmed || desk.settings.goLive ? null : 'Cài đặt chưa có Mốc vận hành.',
  };
}
