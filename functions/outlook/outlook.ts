import type { Finding } from '../../sheets-schema/finding.ts';
import type { AnswerRow, LedgerFact, Report } from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { contactsIn } from '../../sheets-schema/tabs/units.ts';
import type { StoredAnswer } from '../domain/judging/valid-content.ts';
import { versionSigns } from '../domain/links/codes.ts';
import { knownKey, questionsById, SET_ASIDE } from '../domain/links/form-links.ts';
import { digestLists, newsOf } from '../domain/notices/digest.ts';
import { readLedger } from '../domain/notices/ledger.ts';
import type { Doubt, PolicyInput } from '../domain/notices/notice.ts';
import { CROWD_OF_TASKS } from '../domain/notices/send-on-day.ts';
import { standstill } from '../domain/notices/standstill.ts';
import { decodeFacts } from '../domain/reading/examine-answer.ts';
import { createDeadlineThen, createTaskJoined } from '../domain/standing/change-log.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';
import { unitCodeOf } from '../domain/standing/expected-units.ts';
import { reportFacts } from '../domain/standing/report-facts.ts';
import { factsOfSealed } from '../domain/standing/sealed-round.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import { taskStatuses } from '../domain/standing/task-statuses.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { unitStatuses } from '../domain/standing/unit-statuses.ts';
import { createCalendar } from '../domain/time/working-calendar.ts';
import { checkupLines } from '../workbook/bookkeeping.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { type UnreadTabs, unreadTabs } from '../workbook/unread-tabs.ts';
import { doubtsOf } from './doubts.ts';
import { type InForce, inForceOf } from './in-force.ts';

/** How things stand once the new responses count: what every later part of the plan looks at. */
export type Outlook = {
  readonly policy: PolicyInput;
  readonly inForce: InForce;
  readonly standing: Standing;
  readonly findings: readonly Finding[];
  /** Tabs that cannot be read: what rests on them is not known now. */
  readonly unread: UnreadTabs;
};

/** Whose reports there are, and where every unit and task stands by them. */
export type Standing = {
  readonly reports: readonly Report[];
  /** By version code. */
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  /** What the identification page was answered that stands in no column as it was given. */
  readonly misfits: readonly Misfit[];
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  /** Versions that no unit's status holds and nobody has denied. */
  readonly strays: readonly Report[];
};

/** An answer without facts: nothing was read of it. */
export type Misfit = Pick<AnswerRow, 'version' | 'question' | 'excerpt'>;

/** Rows of new responses, counted before they are written. */
type NewRows = { readonly reports: readonly Report[]; readonly answers: readonly Omit<AnswerRow, 'text'>[] };

/** What a run knows beside its reading. */
export type Known = {
  readonly inForce: InForce;
  /** Where everything stands, when that was worked out before from the same tabs and the same reports. */
  readonly standing: Standing | null;
  readonly intake: NewRows;
  /** Results of mails this run already sent and has not committed yet: facts in every new plan. */
  readonly sentRows: readonly LedgerFact[];
  /** The mail server was out and takes mail again. */
  readonly isMailBack: boolean;
  /** Who hears when no coordinator can be reached. */
  readonly alertTo: string | null;
  /** What else holds mail. */
  readonly held: readonly Doubt[];
};

/** @param known nothing of it when only the sheet is looked at */
export function outlookOf(snapshot: Snapshot, known: Partial<Known> = {}): Outlook {
  const { inForce = inForceOf(snapshot), intake = NO_NEW_ROWS, sentRows = [], held = [], isMailBack = false } = known;
  const { alertTo = null } = known;
  const { people, logs, settings, readAt: now } = snapshot;
  const { decisions } = inForce;
  const standing = known.standing ?? standingOf(snapshot, inForce, intake);
  const calendar = createCalendar(people.holidays.rows, settings.windows);
  const present = people.rounds.rows.filter(({ id }) => !snapshot.away.has(id));
  const confirmedRounds = present
    .filter((round) => decisions.all(round.id, ['Xác nhận dữ liệu trước vận hành']).length > 0)
    .map((round) => round.id);
  const ledgerRows = [...snapshot.earlier.ledger.rows, ...logs.ledger.rows, ...sentRows];
  const book = readLedger(ledgerRows);
  const unread = unreadTabs(snapshot);
  const doubts = doubtsOf(withoutAway(snapshot), unread, {
    ...standing,
    ...inForce,
    ledger: book,
    ties: decisions.ties,
  });
  const policy = {
    now,
    calendar,
    settings,
    statuses: standing.statuses,
    tasks: standing.tasks,
    contacts: people.contacts.rows.flatMap(contactsIn),
    visits: people.visits.rows,
    ledger: book,
    doubts: [...doubts.doubts, ...held],
    confirmedRounds,
    linkChanges: inForce.linkChanges,
    samplesAsked: present.flatMap(({ id }) => decisions.all(id, ['Gửi thư mẫu'])),
    resentAt: (subject: string, unit: string | null) => decisions.last({ subject, unit }, ['Gửi lại'])?.at ?? null,
    leftBy: (subject: string, unit: string | null) => {
      const asked = inForce.expected.get(subject);
      const isLeft = asked !== undefined && unit !== null && !asked.includes(unit);
      return isLeft ? (people.rounds.rows.find(({ id }) => id === subject) ?? null) : null;
    },
    isMailBack,
    isCrowdShown: inForce.changeBook.last(`cap/${CROWD_OF_TASKS}`) !== null,
    alertTo,
    deadlineThen: createDeadlineThen(logs.changes.rows),
  };
  const news = newsOf(digestLists(policy));
  return {
    policy: {
      ...policy,
      still: standstill({
        ...policy,
        book: inForce.changeBook,
        areContactsKnown: !unread.has('contacts'),
        isLogKept: !unread.has('changes'),
        unread: unreadBesides(snapshot, unread, policy.doubts),
      }),
      digestContent: {
        ...news,
        hasNews: news.hasNews || checkupLines(snapshot.bookkeeping).length > 0,
      },
    },
    inForce,
    standing,
    findings: doubts.findings,
    unread,
  };
}

/** Tabs and cells that nobody can read although no mail waits for them. */
function unreadBesides(
  { findings }: Pick<Snapshot, 'findings'>,
  unread: UnreadTabs,
  doubts: readonly Doubt[],
): readonly string[] {
  const said = doubts.map(({ reason }) => reason);
  const tabs = [...new Set(unread.values())].filter((words) => !said.includes(words));
  const isSaid = ({ tab, column }: Finding) =>
    [...said, ...tabs].some((words) => words.includes(`"${tab}"`) && words.includes(`"${column}"`));
  const cells = findings.filter((one) => one.level === 'error' && one.row !== '' && one.column !== '' && !isSaid(one));
  const words = cells.map(
    ({ tab, row, column }) =>
      `ô "${column}" của ${row.startsWith('dòng ') ? row : `dòng ${row}`} tab "${tab}" chưa đọc được`,
  );
  return [...tabs.map((one) => `${one}; những gì dựa vào tab này chưa được cập nhật`), ...words];
}

const NO_NEW_ROWS: NewRows = { reports: [], answers: [] };

function standingOf(
  { people, logs, earlier, away, settings, readAt: now }: Snapshot,
  { changeBook, expected, decisions, register }: InForce,
  intake: NewRows,
): Standing {
  const [units, outline] = [people.units.rows, people.outline.rows];
  // What comes for a round that is away is looked at by the next run, together with what is there.
  const isPresent = ({ round }: Pick<Report, 'round'>) => round === null || !away.has(round);
  const recorded = [...earlier.reports.rows, ...logs.reports.rows, ...intake.reports].filter(isPresent);
  const reports = recorded.map((report) => ({
    ...report,
    claimedUnit: report.claimedUnit && unitCodeOf(report.claimedUnit, units),
  }));
  const answerRows = [...earlier.answers.rows, ...logs.answers.rows, ...intake.answers];
  const answers = storedAnswers(reports, answerRows, outline);
  const misfits = answerRows.filter(({ part, facts }) => part === 1 && facts === null);
  const sources = { expected, decisions, units, outline, reports, answers, unread: setAside(misfits), now };
  const byRound = people.rounds.rows.map(
    (round) => [round, away.has(round.id) ? null : unitStatuses(round, sources)] as const,
  );
  const statuses = byRound.flatMap(([, own]) => own ?? []);
  const tasks = taskStatuses(people.tasks.rows, {
    goLive: settings.goLive,
    now,
    units,
    decisions,
    reports: byRound.flatMap(([round, own]) => (own ? reportFacts(own, outline) : factsOfSealed(changeBook, round))),
    outline,
    taskJoined: createTaskJoined(logs.changes.rows, now),
    record: register,
  });
  return { reports, answers, misfits, statuses, tasks, strays: straysAmong(reports, statuses, decisions) };
}

/** Versions that Google would not store: what they say stands in the Form alone. */
function setAside(misfits: readonly Misfit[]): ReadonlySet<string> {
  return new Set(misfits.flatMap(({ version, question }) => (question === SET_ASIDE ? [version] : [])));
}

function straysAmong(
  reports: readonly Report[],
  statuses: readonly UnitStatus[],
  decisions: DecisionBook,
): readonly Report[] {
  const held = new Set(
    statuses.flatMap(({ versions, pending, afterLock, denied, claims, requests }) =>
      [...versions, ...pending, ...afterLock, ...denied, ...claims, ...requests].map(({ version }) => version),
    ),
  );
  const subjects = new Set(reports.flatMap(({ round }) => round ?? []));
  const denied = new Set(
    [...subjects]
      .flatMap((round) => decisions.all(round, ['Không phải của đơn vị']))
      .map(({ value }) => versionSigns(value ?? '')),
  );
  return reports.filter(({ version }) => !held.has(version) && !denied.has(versionSigns(version)));
}

function storedAnswers(
  reports: readonly Report[],
  rows: readonly Omit<AnswerRow, 'text'>[],
  outline: readonly OutlineQuestion[],
): ReadonlyMap<string, readonly StoredAnswer[]> {
  const byId = questionsById(outline);
  const responseOf = new Map(reports.map((report) => [report.version, report.responseId]));
  const answers: StoredAnswer[] = [];
  for (const row of rows) {
    const facts = row.part === 1 && row.facts !== null ? decodeFacts(row.facts) : null;
    if (!facts) continue;
    const { version, excerpt } = row;
    const question = knownKey(row.question, byId);
    answers.push({ version, question, facts, excerpt: excerpt ?? '', responseId: responseOf.get(version) ?? '' });
  }
  return Map.groupBy(answers, (answer) => answer.version);
}

/** Nothing that is said of a round that is away is to be acted on or doubted any more. */
export function withoutAway(snapshot: Snapshot): Snapshot {
  const { away, people } = snapshot;
  if (away.size === 0) return snapshot;
  const { rounds, decisions } = people;
  const matters = new Set(rounds.rows.flatMap(({ id, task }) => (away.has(id) ? [id, task] : [])));
  const isAbout = ({ subject }: { readonly subject: string }) => matters.has(subject);
  return {
    ...snapshot,
    people: { ...people, decisions: { ...decisions, rows: decisions.rows.filter((row) => !isAbout(row)) } },
  };
}
