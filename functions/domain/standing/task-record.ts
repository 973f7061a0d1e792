import { Temporal } from 'temporal-polyfill';
import type { ChangeRow } from '../../../sheets-schema/tabs/logs.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { type Deadline, deadlineKey, deadlineOf, deadlineOfKey, isSameDeadline } from '../time/deadline.ts';
import { readTaskDeadline } from '../time/deadline-words.ts';
import { type ChangeBook, createNamed, readChanges } from './change-log.ts';

/** What the change log keeps of the register: whom each task was shown for in `Lịch thư`, and what was approved of it. */
export type TaskRecord = {
  /** When a run first showed the task for the unit with this deadline; null when the last one did not. */
  shownAt(task: string, unit: string, deadline: Deadline): Temporal.Instant | null;
  /** What was approved of a task, as {@link approvalText} writes it; null when nothing is. */
  approved(task: string): string | null;
  approvedAt(task: string): Temporal.Instant | null;
  /** When a run first showed that a unit takes part in a task; null when none did. */
  helpsSince(task: string, unit: string): Temporal.Instant | null;
  /**
   * Whether a unit took part already when the task was approved, and nothing kept it: then the approval was one by a
   * release that told no such unit, and is none of that. Another approval is.
   */
  helpedBefore(task: string, unit: string): boolean;
};

/** @param book of the same rows */
export function readTaskRecord(rows: readonly ChangeRow[], book: ChangeBook = readChanges(rows)): TaskRecord {
  const named = createNamed(rows, 'task/');
  const helping = createNamed(rows, 'helpers/');
  const approvedAt = (task: string) => book.since(approvalSubject(task));
  return {
    shownAt: (task, unit, deadline) => {
      const entry = `${unit}@${deadlineKey(deadline)}`;
      const isShown = book.last(taskSubject(task))?.split('; ').includes(entry) ?? false;
      return isShown ? (named(task).get(entry) ?? null) : null;
    },
    approved: (task) => book.last(approvalSubject(task)),
    approvedAt,
    helpsSince: (task, unit) => helping(task).get(unit) ?? null,
    helpedBefore: (task, unit) => {
      const since = helping(task);
      const [first] = since.values();
      const approved = approvedAt(task);
      if (!approved || (first && Temporal.Instant.compare(first, approved) <= 0)) return false;
      return !first || (since.get(unit)?.equals(first) ?? false);
    },
  };
}

/** Whom a task is asked of, with the deadline of each. */
export function taskSubject(task: string): string {
  return `task/${task}`;
}

export function approvalSubject(task: string): string {
  return `approval/${task}`;
}

export function helpersSubject(task: string): string {
  return `helpers/${task}`;
}

/** That nobody takes part is on record too: whoever does later is told from then on. */
const NOBODY = '–';

/** Who takes part, as the change log keeps it. */
export function helpersText(codes: readonly string[]): string {
  return codes.join('; ') || NOBODY;
}

/** The units that {@link helpersText} names. */
export function helpersIn(text: string | null): readonly string[] {
  return text === null || text === NOBODY ? [] : text.split('; ');
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
