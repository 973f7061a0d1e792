import { settings as declared, type Setting, type SettingName } from '../../sheets-schema/setting-list.ts';
import type { Decision } from '../../sheets-schema/tabs/decisions.ts';
import type { ChangeRow } from '../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { type ContactRow, contactsIn } from '../../sheets-schema/tabs/units.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { contactMark } from '../domain/notices/ledger-key.ts';
import type { Decided, Doubt, PolicyInput, Still } from '../domain/notices/notice.ts';
import { absentItems } from '../domain/notices/owed/supplements.ts';
import { doubtSubject, STILL } from '../domain/notices/standstill.ts';
import {
  type ChangeBook,
  changesSince,
  decisionSubject,
  encodeDecision,
  roundSubject,
} from '../domain/standing/change-log.ts';
import { namesADeadline } from '../domain/standing/decision-book.ts';
import { agreedCell, decisionProblem } from '../domain/standing/decision-problems.ts';
import { writeQuestions } from '../domain/standing/outline-record.ts';
import { boundFacts, isRecorded, rowText, shownMark } from '../domain/standing/round-record.ts';
import {
  approvalSubject,
  approvalText,
  helpersSubject,
  helpersText,
  taskSubject,
} from '../domain/standing/task-record.ts';
import { isChased } from '../domain/standing/task-status.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { deadlineKey } from '../domain/time/deadline.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { restsOn, whyUnread } from '../workbook/unread-tabs.ts';
import { knownKeys } from './decision-doubts.ts';
import type { Outlook } from './outlook.ts';

/** Settings that decide what is mailed and when; the others are only words in the mails. */
const ACTED_ON: readonly SettingName[] = ['mail', 'goLive', 'windows', 'steps', 'repeatAfter', 'dailyCap', 'leaders'];

/**
 * What people's tabs say now, against what was last acted on. Rounds, decisions and units that vanished keep their last
 * value: what depends on them is held, not forgotten. Contacts and holidays that vanished are recorded as gone. Nothing
 * is on record of what rests on a tab that cannot be read just now.
 */
export function planChanges(
  { people, typedRounds, settings, readAt }: Pick<Snapshot, 'people' | 'typedRounds' | 'settings' | 'readAt'>,
  { inForce, policy, standing, unread }: Pick<Outlook, 'inForce' | 'policy' | 'standing' | 'unread'>,
  decided: readonly Decided[],
): readonly ChangeRow[] {
  if (unread.has('changes')) return [];
  const { changeBook: book, expected } = inForce;
  const { doubts } = policy;
  const areRoundsKnown = whyUnread(unread, restsOn.rounds) === null;
  const areContactsKnown = whyUnread(unread, ['contacts', 'units']) === null;
  const areTasksKnown = whyUnread(unread, restsOn.tasks) === null;
  return changesSince(
    book,
    readAt,
    new Map([
      ...people.rounds.rows
        .filter((round) => areRoundsKnown && !isStranger(round, book, doubts))
        .flatMap((round) => [
          ...roundFacts(round, expected.get(round.id) ?? [], isRecorded(book, round.id)),
          ...questionFacts(round, people.outline, book),
          ...agreedFacts(round, { people, typedRounds, book }),
        ]),
      ...(areRoundsKnown ? typedRounds.flatMap((round) => asTyped(round, people, book)) : []),
      ...decisionFacts(people, inForce, standing, readAt),
      ...gone(book, 'contact/', areContactsKnown),
      ...(areContactsKnown ? people.contacts.rows.map(contactFact) : []),
      ...gone(book, 'holiday/', people.holidays.readable),
      ...people.holidays.rows.map(
        (holiday) => [`holiday/${holiday.day}`, `${holiday.kind}; ${holiday.status}`] as const,
      ),
      ...gone(book, 'doubt/', true),
      ...doubtFacts(doubts),
      ...gone(book, STILL, true),
      ...stillFacts(policy.still ?? []),
      ...gone(book, 'cap/', true),
      ...capFacts(decided),
      runFact(book, readAt),
      ...gone(book, 'task/', areTasksKnown),
      ...gone(book, 'helpers/', areTasksKnown),
      ...(areTasksKnown ? taskFacts(policy) : []),
      ...gone(book, 'lacking/', areRoundsKnown),
      ...(areRoundsKnown ? policy.statuses.flatMap(lackingFact) : []),
      ...(unread.has('settingsTab')
        ? []
        : ACTED_ON.map((name) => [`setting/${name}`, settingText(name, settings[name])] as const)),
    ]),
  );
}

function contactFact(row: ContactRow): readonly [string, string] {
  const marks = contactsIn(row).map(contactMark).join(' ');
  return [`contact/${row.id}`, [row.unit, row.role, marks, row.active ? 'đang dùng' : 'thôi dùng'].join('; ')];
}

/** A round never acted on that may be a lost one under another name: nothing is on record of it until that is settled. */
function isStranger({ id }: Round, book: ChangeBook, doubts: readonly Doubt[]): boolean {
  const isDoubted = doubts.some(({ scope }) => scope !== 'all' && scope.round === id && scope.unit === undefined);
  return isDoubted && book.last(roundSubject(id, 'opens')) === null;
}

/** Why mail was held that day, so that a past day can be proven from the logs alone, and people are told since when. */
function doubtFacts(doubts: readonly Doubt[]): readonly (readonly [string, string])[] {
  return [...Map.groupBy(doubts, doubtSubject)].map(
    ([subject, all]) => [subject, [...new Set(all.map(({ reason }) => reason))].join('; ')] as const,
  );
}

/** What stands still besides, for the same. */
function stillFacts(all: readonly Still[]): readonly (readonly [string, string])[] {
  const kept = all.flatMap(({ subject, what }) => (subject === undefined ? [] : [{ subject, what }]));
  return [...Map.groupBy(kept, ({ subject }) => subject)].map(
    ([subject, of]) => [subject, of.map(({ what }) => what).join('; ')] as const,
  );
}

/** Which budgets are spent while mails wait for another day: in the log each is told once, however many wait. */
function capFacts(decided: readonly Decided[]): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const { fate } of decided) {
    if (fate.do === 'wait' && fate.budget) facts.set(`cap/${fate.budget}`, fate.reason ?? '');
  }
  return facts;
}

/** That somebody looked that day, and when first. */
function runFact(book: ChangeBook, now: Snapshot['readAt']): readonly [string, string] {
  const subject = `run/${localDay(now)}`;
  return [subject, book.last(subject) ?? now.toString()];
}

function settingText(name: SettingName, value: unknown): string | null {
  return String((declared[name] as Setting<unknown>).kind.codec.encode(value)) || null;
}

/** A subject that is there again is overwritten by the entries after this one. */
function gone(book: ChangeBook, prefix: string, readable: boolean): readonly (readonly [string, null])[] {
  return readable ? book.under(prefix).map(([subject]) => [subject, null] as const) : [];
}

/** The units each task is chased for, with the deadline of each, and who takes part; and what was approved of it. */
function taskFacts(policy: PolicyInput): readonly (readonly [string, string | null])[] {
  const chased = Map.groupBy(policy.tasks.filter(isChased), ({ task }) => task.id);
  return [
    ...[...chased].flatMap(([id, statuses]) => {
      const whom = statuses.map(({ unit, deadline }) => `${unit.code}@${deadlineKey(deadline)}`);
      const helpers = statuses[0]?.told?.map(({ code }) => code) ?? [];
      return [[taskSubject(id), whom.join('; ')] as const, [helpersSubject(id), helpersText(helpers)] as const];
    }),
    ...policy.tasks.map(({ task, approvedAt, changedSince }) => {
      const approved = approvedAt ? approvalText(task) : (changedSince ?? null);
      return [approvalSubject(task.id), approved] as const;
    }),
  ];
}

/** What a unit's report lacks, as it would be asked for. */
function lackingFact(status: UnitStatus): readonly (readonly [string, string])[] {
  const items = status.round.state === 'Đang mở' && status.filedAt ? absentItems(status) : [];
  const subject = `lacking/${status.unit.code}/${status.round.id}`;
  return items.length === 0 ? [] : [[subject, items.map(({ item }) => item).join('; ')]];
}

/**
 * What cannot be acted on as it stands is no decision yet: nothing is on record of it, and what was on record stays. Nor is
 * a deadline given that was taken back before any run saw it.
 */
function decisionFacts(
  people: Snapshot['people'],
  { changeBook, decisions }: Pick<Outlook['inForce'], 'changeBook' | 'decisions'>,
  { reports }: Pick<Outlook['standing'], 'reports'>,
  now: Snapshot['readAt'],
): readonly (readonly [string, string])[] {
  const facts = people.decisions.rows.map(
    (decision) => ({ decision, subject: decisionSubject(decision), value: encodeDecision(decision) }) as const,
  );
  const fresh = facts.filter(({ subject, value }) => changeBook.last(subject) !== value);
  if (fresh.length === 0) return [];
  const known = knownKeys(people, reports, now);
  const isGiven = (decision: Decision) => !namesADeadline(decision) || decisions.isInForce(decision);
  return fresh.flatMap(({ decision, subject, value }) =>
    decisionProblem(decision, known) === null && isGiven(decision) ? [[subject, value] as const] : [],
  );
}

/** Cells of an approved round that somebody just agreed to take over as they stand. */
function agreedFacts(
  { id }: Round,
  { people, typedRounds, book }: Pick<Snapshot, 'people' | 'typedRounds'> & { readonly book: ChangeBook },
): readonly (readonly [string, string | null])[] {
  const typed = typedRounds.find((round) => round.id === id);
  if (!typed || !isRecorded(book, id)) return [];
  const cells = boundFacts(typed);
  return people.decisions.rows.flatMap((decision) => {
    const cell = decision.subject === id ? agreedCell(decision) : null;
    if (cell === null || book.last(decisionSubject(decision)) !== null) return [];
    const field = cell === 'steps' ? 'steps' : 'outline';
    const agreed = [[roundSubject(id, field), cells.get(field) ?? null] as const];
    if (field === 'steps') return agreed;
    const { outlineVersion } = typed;
    return [...agreed, [roundSubject(id, 'questions'), wholeQuestions(people.outline, outlineVersion)] as const];
  });
}

function roundFacts(
  round: Round,
  expected: readonly string[],
  wasRecorded: boolean,
): readonly (readonly [string, string | null])[] {
  const fact = (field: string, value: string | null) => [roundSubject(round.id, field), value] as const;
  return [
    ...[...boundFacts(round)].map(([field, value]) => fact(field, value)),
    fact('opens', round.opensAt.toString()),
    fact('locks', round.locksOn?.toString() ?? null),
    fact('state', round.state),
    fact('task', round.task),
    fact('approved', round.approved ? 'Có' : null),
    fact('expected', round.approved || wasRecorded ? expected.join('; ') : null),
  ];
}

/** The questions that an approval binds, once: what comes to them later waits for a word. */
function questionFacts(
  { id, approved, outlineVersion }: Round,
  outline: Snapshot['people']['outline'],
  book: ChangeBook,
): readonly (readonly [string, string])[] {
  const subject = roundSubject(id, 'questions');
  if (book.last(subject) !== null || !(approved || isRecorded(book, id))) return [];
  const questions = wholeQuestions(outline, outlineVersion);
  return questions === null ? [] : [[subject, questions]];
}

/** The questions of a version, as they are recorded; null while a row of it may be lost or half typed. */
function wholeQuestions(
  { readable, rows, broken, rivals }: Snapshot['people']['outline'],
  version: string,
): string | null {
  return readable && broken.length === 0 && rivals.length === 0 ? writeQuestions(rows, version) : null;
}

/** What an approval may act on from the next run on; of an approved round, each cell for while somebody types in it. */
function asTyped(round: Round, { units, outline }: Pick<Snapshot['people'], 'units' | 'outline'>, book: ChangeBook) {
  const fact = (field: string, value: string) => [[roundSubject(round.id, field), value] as const];
  if (isRecorded(book, round.id)) return fact('row', rowText(round));
  return fact('shown', shownMark(round, units.rows, outline.rows));
}
