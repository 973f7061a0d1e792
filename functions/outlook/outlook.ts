import type { Finding } from '../../sheets-schema/finding.ts';
import type { Decision } from '../../sheets-schema/tabs/decisions.ts';
import type { AnswerRow, LedgerFact, Report } from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { knownKey, questionsById } from '../domain/judging/asked-questions.ts';
import type { StoredAnswer } from '../domain/judging/valid-content.ts';
import { digestLists, hasNews } from '../domain/notices/digest.ts';
import { readLedger, sentUnderCap } from '../domain/notices/ledger.ts';
import type { Doubt, PolicyInput } from '../domain/notices/notice.ts';
import { decodeFacts } from '../domain/reading/examine-answer.ts';
import { type ChangeBook, readChanges, vanishedDecisions } from '../domain/standing/change-log.ts';
import { type DecisionBook, readDecisions } from '../domain/standing/decision-book.ts';
import { expectedOf, unitCodeOf } from '../domain/standing/expected-units.ts';
import { taskStatuses } from '../domain/standing/task-statuses.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { unitStatuses } from '../domain/standing/unit-statuses.ts';
import { createCalendar } from '../domain/time/working-calendar.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { doubtsOf } from './doubts.ts';

/** How things stand once the new responses count: what every later part of the plan looks at. */
export type Outlook = {
  readonly policy: PolicyInput;
  readonly changeBook: ChangeBook;
  /** Per round, whom it asks. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** Decisions that act although their rows are gone. */
  readonly vanished: readonly Decision[];
  readonly findings: readonly Finding[];
  readonly reports: readonly Report[];
  /** Versions that no unit's status holds and nobody has denied. */
  readonly strays: readonly Report[];
  /** By version code. */
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  /** What the identification page was answered that stands in no column as it was given. */
  readonly misfits: readonly Misfit[];
};

/** An answer without facts: nothing was read of it. */
export type Misfit = Pick<AnswerRow, 'version' | 'question' | 'excerpt'>;

/** Rows of new responses, counted before they are written. */
export type NewRows = { readonly reports: readonly Report[]; readonly answers: readonly Omit<AnswerRow, 'text'>[] };

export const NO_NEW_ROWS: NewRows = { reports: [], answers: [] };

/**
 * @param sentRows results of mails this run already sent and has not committed yet: facts in every new plan.
 * @param held what else holds mail
 */
export function lookAhead(
  snapshot: Snapshot,
  intake: NewRows,
  sentRows: readonly LedgerFact[],
  held: readonly Doubt[] = [],
): Outlook {
  const { people, logs, settings, readAt: now } = snapshot;
  const changeBook = readChanges(logs.changes.rows);
  const vanished = people.decisions.readable ? vanishedDecisions(changeBook, people.decisions.rows) : [];
  const decisions = readDecisions([...people.decisions.rows, ...vanished]);
  const expected = new Map(
    people.rounds.rows.map((round) => [
      round.id,
      expectedOf(round, people.units.rows, changeBook.last(`round/${round.id}/expected`)),
    ]),
  );
  const calendar = createCalendar(people.holidays.rows, settings.windows);
  const { reports, answers, misfits, statuses } = standing(snapshot, intake, { expected, decisions });
  const confirmedRounds = people.rounds.rows
    .filter((round) => decisions.all(round.id, ['Xác nhận dữ liệu trước vận hành']).length > 0)
    .map((round) => round.id);
  const ledgerRows = [...logs.ledger.rows, ...sentRows];
  const book = readLedger(ledgerRows);
  const doubts = doubtsOf(snapshot, { reports, expected, ledger: book, ties: decisions.ties });
  const policy = {
    now,
    calendar,
    settings,
    statuses,
    tasks: taskStatuses(people.tasks.rows, {
      goLive: settings.goLive,
      now,
      units: people.units.rows,
      decisions,
      statuses,
      outline: people.outline.rows,
    }),
    contacts: people.contacts.rows,
    ledger: book,
    doubts: [...doubts.doubts, ...held],
    confirmedRounds,
    sentToday: sentUnderCap(ledgerRows, localDay(now)),
  };
  return {
    policy: {
      ...policy,
      digestContent: { hasNews: hasNews(digestLists(policy)) || snapshot.bookkeeping.doctor !== '' },
    },
    changeBook,
    expected,
    vanished: vanished.filter(decisions.isInForce),
    findings: doubts.findings,
    reports,
    strays: straysAmong(reports, statuses, decisions),
    answers,
    misfits,
  };
}

type Standing = Pick<Outlook, 'reports' | 'answers' | 'misfits'> & { readonly statuses: readonly UnitStatus[] };

const known = new WeakMap<Snapshot['people'], Standing & { readonly rows: string }>();

/**
 * Where every unit stands. A run that plans again on its own commit has the same people's tabs and, counting what was new
 * the first time, the same rows in logs that only grow: then it is what it was.
 */
function standing(
  { people, logs }: Snapshot,
  intake: NewRows,
  asked: { readonly expected: Outlook['expected']; readonly decisions: DecisionBook },
): Standing {
  const all = {
    reports: [...logs.reports.rows, ...intake.reports],
    answers: [...logs.answers.rows, ...intake.answers],
  };
  const rows = [all.reports.length, all.answers.length, logs.changes.rows.length].join();
  const before = known.get(people);
  if (before?.rows === rows) return before;
  const reports = all.reports.map((report) => ({
    ...report,
    claimedUnit: report.claimedUnit && unitCodeOf(report.claimedUnit, people.units.rows),
  }));
  const answers = storedAnswers(reports, all.answers, people.outline.rows);
  const sources = { ...asked, units: people.units.rows, outline: people.outline.rows, reports, answers };
  const statuses = people.rounds.rows.flatMap((round) => unitStatuses(round, sources));
  const misfits = all.answers.filter(({ part, facts }) => part === 1 && facts === null);
  const now = { rows, reports, answers, misfits, statuses };
  known.set(people, now);
  return now;
}

function straysAmong(
  reports: readonly Report[],
  statuses: readonly UnitStatus[],
  decisions: DecisionBook,
): readonly Report[] {
  const held = new Set(
    statuses.flatMap(({ versions, pending, afterLock }) =>
      [...versions, ...pending, ...afterLock].map(({ version }) => version),
    ),
  );
  const subjects = new Set(reports.flatMap(({ round }) => round ?? []));
  const denied = new Set(
    [...subjects].flatMap((round) => decisions.all(round, ['Không phải của đơn vị'])).map(({ value }) => value),
  );
  return reports.filter(({ version }) => !held.has(version) && !denied.has(version));
}

function storedAnswers(
  reports: readonly Report[],
  rows: readonly Omit<AnswerRow, 'text'>[],
  outline: readonly OutlineQuestion[],
): ReadonlyMap<string, readonly StoredAnswer[]> {
  const byId = questionsById(outline);
  const responseOf = new Map(reports.map((report) => [report.version, report.responseId]));
  const answers = rows.flatMap((row): StoredAnswer[] => {
    const facts = row.part === 1 && row.facts !== null ? decodeFacts(row.facts) : null;
    if (!facts) return [];
    const { version, excerpt } = row;
    const question = knownKey(row.question, byId);
    return [{ version, question, facts, excerpt: excerpt ?? '', responseId: responseOf.get(version) ?? '' }];
  });
  return Map.groupBy(answers, (answer) => answer.version);
}
