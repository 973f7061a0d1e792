import type { Task } from '../tabs/register.ts';
import { exactWords } from './exact-words.ts';

type Always = 'summary' | 'lead' | 'deadlineKind' | 'appliesTo';
type Given = Pick<Task, Always> & Partial<Omit<Task, Always | 'id' | 'source' | 'clause'>>;

const UNSAID = {
  exact: null,
  cooperating: null,
  unlisted: null,
  recipient: null,
  deadlineText: null,
  deadline: null,
  adjusted: null,
  product: null,
  evidence: null,
  approved: null,
  doneOn: null,
  note: null,
} as const;

/** Tasks of one source document: what a row does not say, the document does not say. */
export function assignedBy(source: string): (id: string, clause: string, given: Given) => Task {
  return (id, clause, given) => ({
    id,
    source,
    clause,
    ...UNSAID,
    exact: exactWords[id] ?? null,
    ...given,
  });
}

/** One note from several doubts, a line each. */
export function doubts(...lines: readonly string[]): string {
  return lines.join('\n');
}
