import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { ChangeBook } from '../standing/change-log.ts';
import type { TaskStatus } from '../standing/task-status.ts';
import { deadlineOfKey } from '../time/deadline.ts';
import { unitOf } from './past-rounds.ts';

/** The tasks that were chased, of whom and by when. */
export function pastTasks(book: ChangeBook): readonly TaskStatus[] {
  return book.under('task/').flatMap(([subject, value]) =>
    value.split('; ').map((chased): TaskStatus => {
      const [unit = '', deadline = ''] = chased.split('@');
      const task = taskOf(subject.slice('task/'.length), unit);
      return { task, unit: unitOf(unit), deadline: deadlineOfKey(deadline), done: false, confirmed: true };
    }),
  );
}

/** What the words of mails are made of, and no rule asks for, is blank. */
function taskOf(id: string, lead: string): Task {
  const blank = { cooperating: null, recipient: null, deadlineText: null, deadline: null, adjusted: null };
  const rest = { appliesTo: null, product: null, evidence: null, note: null };
  return { id, source: '', clause: '', summary: '', lead, deadlineKind: 'Chậm nhất', ...blank, ...rest };
}
