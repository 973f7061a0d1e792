import { Temporal } from 'temporal-polyfill';
import type { Cell } from '../../../sheets-schema/cell.ts';
import { list } from '../../../sheets-schema/columns/choice.ts';
import type { ColumnKind } from '../../../sheets-schema/columns/kind.ts';
import { type Settings, settings } from '../../../sheets-schema/setting-list.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { type Holiday, holidays } from '../../../sheets-schema/tabs/holidays.ts';
import type { ChangeRow, LedgerFact, Report } from '../../../sheets-schema/tabs/logs.ts';
import { type Round, rounds } from '../../../sheets-schema/tabs/rounds.ts';
import { type Contact, contacts } from '../../../sheets-schema/tabs/units.ts';
import {
  type ChangeBook,
  createDeadlineThen,
  readChanges,
  recordedDecisions,
  recordedOfRounds,
  roundSubject,
  vanishedDecisions,
} from '../standing/change-log.ts';
import { type DecisionBook, linkChangesOf, readDecisions } from '../standing/decision-book.ts';
import { onRounds, type RoundOfTask } from '../standing/decisions-on-rounds.ts';
import { readTaskRecord, type TaskRecord } from '../standing/task-record.ts';
import type { RoundRecord } from '../standing/unit-deadline.ts';
import { momentOfKey } from '../time/deadline.ts';
import { createCalendar } from '../time/working-calendar.ts';
import { readLedger } from './ledger.ts';
import { contactOfMark } from './ledger-key.ts';
import type { Doubt } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';

/** What the logs keep of the past; nothing of people's tabs as they stand today. */
export type PastLogs = {
  readonly ledger: readonly LedgerFact[];
  readonly changes: readonly ChangeRow[];
  readonly reports: readonly Report[];
  /** Versions that may make a report, as `Nội dung` tells: true for those that surely do. */
  readonly saying: ReadonlyMap<string, boolean>;
  /** Versions that ask for more time, with what they wrote of it. */
  readonly asking: ReadonlyMap<string, string>;
};

/** A round as it was on record. */
export type PastRound = RoundRecord &
  Pick<Round, 'opensAt' | 'steps' | 'state' | 'approved'> & {
    /** Whom it asked. */
    readonly units: readonly string[];
  };

/** What was on record at a moment of the past, from `Nhật ký thay đổi`. What to say is not. */
export type PastDay = Desk & {
  readonly logs: PastLogs;
  readonly book: ChangeBook;
  readonly decisions: DecisionBook;
  /** What had been seen by then. */
  readonly reports: readonly Report[];
  readonly rounds: ReadonlyMap<string, PastRound>;
  /** What of the register was shown and approved. */
  readonly record: TaskRecord;
};

/**
 * @param facts what had been seen by this moment counts
 * @param records ledger rows written before this moment count
 */
export function lookBack(logs: PastLogs, facts: Temporal.Instant, records: Temporal.Instant): PastDay {
  const seen = logs.changes.filter(({ seenAt }) => !isBefore(facts, seenAt));
  const book = readChanges(seen);
  const current = settingsOf(book);
  const ofTasks = roundsOfTasks(book);
  const withRounds = (all: readonly Decision[]) => [...all, ...onRounds(all, ofTasks)];
  const decided = withRounds(vanishedDecisions(book, []));
  const decisions = readDecisions(decided, withRounds(recordedDecisions(seen)));
  const pastRounds = recordedOfRounds(book, 'expected').flatMap(([id, codes]) => roundOf(book, id, codes) ?? []);
  const confirmed = ({ id }: PastRound) => decisions.all(id, ['Xác nhận dữ liệu trước vận hành']).length > 0;
  const desk = setDesk({
    now: facts,
    calendar: createCalendar(holidaysOf(book), current.windows),
    settings: current,
    statuses: [],
    tasks: [],
    contacts: contactsIn(book),
    ledger: readLedger(logs.ledger.filter((row) => isBefore(row.at, frees(row) ? facts : records))),
    doubts: doubtsOf(book),
    confirmedRounds: pastRounds.filter(confirmed).map(({ id }) => id),
    linkChanges: linkChangesOf(decided, facts),
    samplesAsked: pastRounds.flatMap(({ id }) => decisions.all(id, ['Gửi thư mẫu'])),
    resentAt: () => null,
    deadlineThen: createDeadlineThen(seen),
    digestContent: null,
  });
  const reports = logs.reports.filter(({ seenAt }) => !isBefore(facts, seenAt));
  const record = readTaskRecord(seen, book);
  return {
    ...desk,
    logs,
    book,
    decisions,
    reports,
    record,
    rounds: new Map(pastRounds.map((round) => [round.id, round])),
  };
}

/** What held a mail is gone: that is so from then on, while what became of the mail counts although it came later. */
function frees({ state, heldBy }: LedgerFact): boolean {
  return state === 'đến hạn' && heldBy === null;
}

/** A cell kept as text: numbers come back as digits. */
function decoded<T>(kind: ColumnKind<T>, text: string): T | null {
  const cells: readonly Cell[] = [text, Number(text)];
  const read = cells.map((cell) => kind.codec.safeParse(cell)).find(({ success }) => success);
  return read?.success ? (read.data as T) : null;
}

/** Who was there to write to; of their addresses the log keeps no more than marks. */
function contactsIn(book: ChangeBook): readonly Contact[] {
  return book.under('contact/').flatMap(([, value]) => {
    const [unit = '', roleText = '', marks = '', use = ''] = value.split('; ');
    const role = decoded(contacts.columns.role, roleText);
    if (role === null) return [];
    const own = { unit, role, honorific: null, name: null, active: use === 'đang dùng' };
    return marks
      .split(' ')
      .filter(Boolean)
      .map((mark) => ({ ...own, id: contactOfMark(mark), email: mark }));
  });
}

function settingsOf(book: ChangeBook): Settings {
  const values = Object.entries(settings).map(([name, { kind, initial }]) => {
    const text = book.last(`setting/${name}`);
    return [name, text === null ? initial : (decoded<unknown>(kind, text) ?? initial)];
  });
  return Object.fromEntries(values) as Settings;
}

function holidaysOf(book: ChangeBook): readonly Holiday[] {
  return book.under('holiday/').flatMap(([subject, value]) => {
    const [kindText = '', statusText = ''] = value.split('; ');
    const kind = decoded(holidays.columns.kind, kindText);
    const status = decoded(holidays.columns.status, statusText);
    if (!kind || !status) return [];
    const day = Temporal.PlainDate.from(subject.slice('holiday/'.length));
    return [{ day, kind, status, name: '', source: null }];
  });
}

function doubtsOf(book: ChangeBook): readonly Doubt[] {
  return book.under('doubt/').map(([subject, reason]) => {
    const [, scope, first = '', ...rest] = subject.split('/');
    if (scope === 'late') return { scope: { round: [first, ...rest].join('/') }, only: scope, reason };
    if (scope === 'all') return { scope, reason };
    if (scope === 'round') return { scope: { round: [first, ...rest].join('/') }, reason };
    return { scope: { unit: first, round: rest.join('/') }, reason };
  });
}

/** Which task each round was for. */
function roundsOfTasks(book: ChangeBook): readonly RoundOfTask[] {
  return recordedOfRounds(book, 'task').flatMap(([id, task]) => {
    const state = decoded(rounds.columns.state, book.last(roundSubject(id, 'state')) ?? '');
    return state === null ? [] : [{ id, task, state }];
  });
}

/** A round as far as the log keeps it; null when what decides its mails was never logged. */
function roundOf(book: ChangeBook, id: string, codes: string): PastRound | null {
  const fact = (field: string) => book.last(roundSubject(id, field));
  const [strict, opens] = [fact('strict'), fact('opens')];
  const state = decoded(rounds.columns.state, fact('state') ?? '');
  if (strict === null || opens === null || state === null) return null;
  const [effective, locks, steps] = [fact('effective'), fact('locks'), fact('steps')];
  return {
    id,
    strictDeadline: momentOfKey(strict),
    effectiveDeadline: effective === null ? null : momentOfKey(effective),
    deadlineText: '',
    opensAt: Temporal.Instant.from(opens),
    locksOn: locks === null ? null : Temporal.PlainDate.from(locks),
    steps: steps === null ? null : decoded(list, steps),
    state,
    approved: fact('approved') !== null,
    units: codes.split('; ').filter(Boolean),
  };
}
