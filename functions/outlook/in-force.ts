import type { Decision } from '../../sheets-schema/tabs/decisions.ts';
import {
  type ChangeBook,
  readChanges,
  recordedDecisions,
  roundSubject,
  vanishedDecisions,
} from '../domain/standing/change-log.ts';
import {
  type DecisionBook,
  isToCome,
  type LinkChanges,
  linkChangesOf,
  readDecisions,
} from '../domain/standing/decision-book.ts';
import { onRounds } from '../domain/standing/decisions-on-rounds.ts';
import { expectedOf } from '../domain/standing/expected-units.ts';
import { readTaskRecord, type TaskRecord } from '../domain/standing/task-record.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** What the coordinators' tabs and the change log say together: on it rest the form, the statuses and the mails alike. */
export type InForce = {
  readonly changeBook: ChangeBook;
  /** Per round, whom it asks. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** The decisions that act, those included whose rows are gone. */
  readonly decisions: DecisionBook;
  /** Those of them whose rows are gone. */
  readonly vanished: readonly Decision[];
  readonly linkChanges: LinkChanges;
  /** What of the register earlier runs have shown and approved. */
  readonly register: TaskRecord;
};

type Sources = Pick<Snapshot, 'readAt'> & {
  readonly people: Pick<Snapshot['people'], 'rounds' | 'units' | 'decisions'>;
  readonly logs: Pick<Snapshot['logs'], 'changes'>;
};

export function inForceOf({ people, logs, readAt }: Sources): InForce {
  const { rounds, units, decisions } = people;
  const changeBook = readChanges(logs.changes.rows);
  const lost = vanishedDecisions(changeBook, decisions.rows);
  const vanished = decisions.readable ? lost : [];
  const made = decisions.rows.filter((decision) => !isToCome(decision, readAt));
  const withRounds = (all: readonly Decision[]) => [...all, ...onRounds(all, rounds.rows)];
  const book = readDecisions(withRounds([...made, ...vanished]), withRounds(recordedDecisions(logs.changes.rows)));
  return {
    changeBook,
    expected: new Map(
      rounds.rows.map((round) => [
        round.id,
        expectedOf(round, units.rows, changeBook.last(roundSubject(round.id, 'expected')), book),
      ]),
    ),
    decisions: book,
    vanished: vanished.filter(book.isInForce),
    // Whoever cannot read the decisions still must not take a changed code for a good one.
    linkChanges: linkChangesOf(withRounds([...decisions.rows, ...lost]), readAt),
    register: readTaskRecord(logs.changes.rows, changeBook),
  };
}
