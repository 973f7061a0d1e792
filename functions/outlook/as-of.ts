import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '../../sheets-schema/zone.ts';
import { decisionSubject, decodeDecision, readChanges, roundSubject } from '../domain/standing/change-log.ts';
import { roundsInForce } from '../domain/standing/round-record.ts';
import { taskSubject } from '../domain/standing/task-record.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** The last moment of a past day; of today, and of a day to come, now. */
export function endOfDay(day: Temporal.PlainDate, now: Temporal.Instant): Temporal.Instant {
  const end = startOfDay(day.add({ days: 1 })).subtract({ minutes: 1 });
  return isAfter(end, now) ? now : end;
}

/**
 * The reading as a run at a moment of the past would have had it: reports, decisions and what was approved as the logs had
 * recorded them by then. The register, units and settings are those of today: the logs do not keep them whole, but whom a
 * task was still asked of then.
 */
export function snapshotAsOf(snapshot: Snapshot, at: Temporal.Instant): Snapshot {
  const { people, logs, earlier } = snapshot;
  const changes = logs.changes.rows.filter(({ seenAt }) => !isAfter(seenAt, at));
  const book = readChanges(changes);
  const wasSeen = ({ seenAt }: { readonly seenAt: Temporal.Instant }) => !isAfter(seenAt, at);
  const [reports, before] = [logs.reports.rows.filter(wasSeen), earlier.reports.rows.filter(wasSeen)];
  const versions = new Set([...before, ...reports].map(({ version }) => version));
  const isSeen = ({ version }: { readonly version: string }) => versions.has(version);
  const wasWritten = (row: { readonly at: Temporal.Instant }) => !isAfter(row.at, at);
  const [units, outline] = [people.units.rows, people.outline.rows];
  const rounds = roundsInForce(people.rounds, { book, units, outline, now: at });
  return {
    ...snapshot,
    readAt: at,
    people: {
      ...people,
      decisions: {
        ...people.decisions,
        rows: people.decisions.rows.flatMap((row) => {
          // As it read then: its value may have been corrected since.
          const then = decodeDecision(book.last(decisionSubject(row)) ?? '');
          return then ? [{ ...row, ...then, at: row.at }] : [];
        }),
      },
      tasks: { ...people.tasks, rows: people.tasks.rows.map((task) => resultThen(task, book)) },
      rounds: { ...rounds, rows: rounds.rows.map((row) => ({ ...row, state: stateThen(row, book) })) },
    },
    earlier: {
      reports: { ...earlier.reports, rows: before },
      answers: { ...earlier.answers, rows: earlier.answers.rows.filter(isSeen) },
      ledger: { ...earlier.ledger, rows: earlier.ledger.rows.filter(wasWritten) },
    },
    logs: {
      ...logs,
      changes: { ...logs.changes, rows: changes },
      reports: { ...logs.reports, rows: reports },
      answers: { ...logs.answers, rows: logs.answers.rows.filter(isSeen) },
      ledger: { ...logs.ledger, rows: logs.ledger.rows.filter(wasWritten) },
    },
  };
}

type RoundRow = Snapshot['people']['rounds']['rows'][number];

/** Before a state was recorded a round was being prepared. */
function stateThen({ id }: RoundRow, book: ReturnType<typeof readChanges>): RoundRow['state'] {
  const then = book.last(roundSubject(id, 'state'));
  return (['Đang mở', 'Đã đóng'] as const).find((one) => one === then) ?? 'Chuẩn bị';
}

type TaskRow = Snapshot['people']['tasks']['rows'][number];

/** What the register says of a result was not known while somebody was still asked for it. */
function resultThen(task: TaskRow, book: ReturnType<typeof readChanges>): TaskRow {
  return book.last(taskSubject(task.id)) ? { ...task, doneOn: null, evidence: null } : task;
}

function isAfter(moment: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, at) > 0;
}
