import type { Temporal } from 'temporal-polyfill';
import type { ChangeRow } from '../../../sheets-schema/tabs/logs.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { type Deadline, deadlineKey, deadlineOf, deadlineOfKey, isSameDeadline } from '../time/deadline.ts';
import { readTaskDeadline } from '../time/deadline-words.ts';
import { type ChangeBook, createTaskNamed, readChanges } from './change-log.ts';

/** What the change log keeps of the register: whom each task was shown for in `Lịch thư`, and what was approved of it. */
export type TaskRecord = {
  /** When a run first showed the task for the unit with this deadline; null when the last one did not. */
  shownAt(task: string, unit: string, deadline: Deadline): Temporal.Instant | null;
  /** What was approved of a task, as {@link approvalText} writes it; null when nothing is. */
  approved(task: string): string | null;
  approvedAt(task: string): Temporal.Instant | null;
};

/** @param book of the same rows */
export function readTaskRecord(rows: readonly ChangeRow[], book: ChangeBook = readChanges(rows)): TaskRecord {
  const named = createTaskNamed(rows);
  return {
    shownAt: (task, unit, deadline) => {
      const entry = `${unit}@${deadlineKey(deadline)}`;
      const isShown = book.last(`task/${task}`)?.split('; ').includes(entry) ?? false;
      return isShown ? (named(task).get(entry) ?? null) : null;
    },
    approved: (task) => book.last(approvalSubject(task)),
    approvedAt: (task) => book.since(approvalSubject(task)),
  };
}

export function approvalSubject(task: string): string {
  return `approval/${task}`;
}

/** The cells of a task that an approval binds: its deadline, an adjusted one, whether the document itself says so, the doers. */
export function approvalText(task: Task): string {
  const key = (last: Task['deadline']) => (last ? deadlineKey(deadlineOf(last)) : '');
  const doers = task.appliesTo?.join(', ') ?? task.lead ?? '';
  return [key(task.deadline), key(task.adjusted), isWritten(task) ? 'văn bản' : '', doers].join('; ');
}

/** The deadline that an approved task has from its document alone, as {@link approvalText} kept it; null when it has none. */
export function writtenDeadline(approval: string): Deadline | null {
  const [own = '', , source] = approval.split('; ');
  return source === 'văn bản' ? deadlineOfKey(own) : null;
}

/** Whether the document words the deadline that stands in the register: nobody here set it. */
export function isWritten(task: Task): boolean {
  if (!task.deadline || !task.deadlineText) return false;
  const read = readTaskDeadline(task);
  return read.kind !== 'unreadable' && !!read.last && isSameDeadline(deadlineOf(read.last), deadlineOf(task.deadline));
}
