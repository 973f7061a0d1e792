import { Temporal } from 'temporal-polyfill';
import type { Cell } from '../../../sheets-schema/cell.ts';
import type { ColumnKind } from '../../../sheets-schema/columns/kind.ts';
import { type Settings, settings } from '../../../sheets-schema/setting-list.ts';
import { type Holiday, holidays } from '../../../sheets-schema/tabs/holidays.ts';
import type { ChangeRow, LedgerFact, Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { type Contact, contacts } from '../../../sheets-schema/tabs/units.ts';
import {
  type ChangeBook,
  createDeadlineThen,
  readChanges,
  recordedDecisions,
  vanishedDecisions,
} from '../standing/change-log.ts';
import { linkChangesOf, readDecisions } from '../standing/decision-book.ts';
import type { TaskStatus } from '../standing/task-status.ts';
import { deadlineOfKey } from '../time/deadline.ts';
import { createCalendar } from '../time/working-calendar.ts';
import { readLedger } from './ledger.ts';
import type { Doubt, PolicyInput } from './notice.ts';
import { isBefore } from './notice-desk.ts';
import { pastRounds, unitOf } from './past-rounds.ts';

/** What the logs keep of the past; nothing of people's tabs as they stand today. */
export type PastLogs = {
  readonly ledger: readonly LedgerFact[];
  readonly changes: readonly ChangeRow[];
  readonly reports: readonly Report[];
  /** Versions with a real answer, as `Nội dung` tells. */
  readonly realVersions: ReadonlySet<string>;
  /** Versions whose words Google would not store. */
  readonly setAside: ReadonlySet<string>;
};

/**
 * What the policy looked at in the past, from `Nhật ký thay đổi` (see change-log.ts) and `Báo cáo`. Subjects:
 * - `round/<id>/strict|effective|opens|locks|steps|state|approved|expected`
 * - `decision/<key>`
 * - `contact/<id>`: `unit; role; mark; đang dùng`
 * - `holiday/<day>`: `Nghỉ; chốt`
 * - `setting/<name>`: as its cell
 * - `task/<id>`: the units it was chased of and by when, `BTP@2025-10-31`
 * - `lacking/<unit>/<round>`: the items absent in its report
 * - `doubt/all`, `doubt/round/<id>`, `doubt/unit/<code>/<id>`, `doubt/late/<id>`: the reason, while mail was held for it
 *
 * Kinds that depend on more say so in their declaration (`unproven`), and are not proven by replay: what was news of a
 * morning, for one, is not in the logs.
 * @param facts what had been seen by this moment counts
 * @param records ledger rows written before this moment count
 */
export function pastInput(logs: PastLogs, facts: Temporal.Instant, records: Temporal.Instant): PolicyInput {
  const seen = logs.changes.filter(({ seenAt }) => !isBefore(facts, seenAt));
  const book = readChanges(seen);
  const reports = logs.reports.filter(({ seenAt }) => !isBefore(facts, seenAt));
  const decided = vanishedDecisions(book, []);
  const decisions = readDecisions(decided, recordedDecisions(seen));
  const rows = logs.ledger.filter(({ at }) => isBefore(at, records));
  const current = settingsOf(book);
  const statuses = pastRounds(book, { ...logs, decisions, reports, now: facts });
  return {
    now: facts,
    calendar: createCalendar(holidaysOf(book), current.windows),
    settings: current,
    statuses,
    tasks: pastTasks(book),
    contacts: contactsOf(book),
    ledger: readLedger(rows),
    doubts: doubtsOf(book),
    confirmedRounds: [...new Set(statuses.map(({ round }) => round.id))].filter(
      (id) => decisions.all(id, ['Xác nhận dữ liệu trước vận hành']).length > 0,
    ),
    linkChanges: linkChangesOf(decided, facts),
    samplesAsked: [],
    resentAt: (subject, unit) => decisions.last({ subject, unit }, ['Gửi lại'])?.at ?? null,
    deadlineThen: createDeadlineThen(seen),
    digestContent: null,
  };
}

/** A cell kept as text: numbers come back as digits. */
function decoded<T>(kind: ColumnKind<T>, text: string): T | null {
  const cells: readonly Cell[] = [text, Number(text)];
  const read = cells.map((cell) => kind.codec.safeParse(cell)).find(({ success }) => success);
  return read?.success ? (read.data as T) : null;
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

/** Addresses are not logged; a mark stands for each. */
function contactsOf(book: ChangeBook): readonly Contact[] {
  return book.under('contact/').flatMap(([subject, value]) => {
    const [unit = '', roleText = '', marks = '', use] = value.split('; ');
    const role = decoded(contacts.columns.role, roleText);
    if (!role) return [];
    const row = { id: subject.slice('contact/'.length), unit, role, honorific: null, name: null };
    return marks.split(' ').map((mark) => ({ ...row, email: `${mark}@nhat-ky.example`, active: use === 'đang dùng' }));
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

/** The tasks that were chased, of whom and by when. */
function pastTasks(book: ChangeBook): readonly TaskStatus[] {
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
