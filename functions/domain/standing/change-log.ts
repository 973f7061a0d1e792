import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { rowKey } from '../../../sheets-schema/parse-tab.ts';
import { type Decision, decisionKinds, decisions } from '../../../sheets-schema/tabs/decisions.ts';
import type { ChangeRow } from '../../../sheets-schema/tabs/logs.ts';
import { legible } from '../../../sheets-schema/text.ts';
import { partsOf } from '../reading/examine-answer.ts';
import { type Deadline, deadlineOfKey } from '../time/deadline.ts';

/**
 * `Nhật ký thay đổi`: what people's tabs said when the system first acted on it. Subjects:
 * `round/<id>/<field>`, `decision/<key>`, `contact/<id>`, `holiday/<day>`, `setting/<name>`; what holds many mails,
 * `doubt/all|round|unit|late/…`, `still/…`, `cap/<budget>`; what else falls due, `task/<id>` with
 * `approval/<id>` and `helpers/<id>`, `lacking/<unit>/<round>`; and that somebody looked, `run/<day>`.
 */
export type ChangeBook = {
  /** The last value written under a subject; null when there is none or it was taken back. */
  last(subject: string): string | null;
  /** When the value was first seen; null when there is none. */
  since(subject: string): Temporal.Instant | null;
  /** Whether a subject ever had a value. */
  ever(subject: string, value: string): boolean;
  /** Since when a subject's value has held these words without a break; null when it does not now. */
  saidSince(subject: string, words: string): Temporal.Instant | null;
  /** How many subjects that begin with a prefix lost their value together, last; or still have one. */
  lostUnder(prefix: string): { readonly count: number; readonly at: Temporal.Instant | null };
  /** Subjects that begin with a prefix and still have a value. */
  under(prefix: string): readonly (readonly [subject: string, value: string])[];
};

/** The subject of one fact of a round; an id may hold `/` itself, a field does not. */
export function roundSubject(round: string, field: string): string {
  return `round/${round}/${field}`;
}

/** @returns null for a subject that is no round's. */
export function readRoundSubject(subject: string): { readonly round: string; readonly field: string } | null {
  const [, round, field] = /^round\/(.+)\/([^/]+)$/.exec(subject) ?? [];
  return round === undefined || field === undefined ? null : { round, field };
}

/** What is on record of every round under one field: round and value. */
export function recordedOfRounds(book: ChangeBook, field: string): readonly (readonly [string, string])[] {
  return book.under('round/').flatMap(([subject, value]) => {
    const read = readRoundSubject(subject);
    return read?.field === field ? [[read.round, value] as const] : [];
  });
}

/** When each round that is closed was first seen so. */
export function closedRounds(rows: readonly ChangeRow[]): ReadonlyMap<string, Temporal.Instant> {
  const states = rows.filter(({ subject }) => readRoundSubject(subject)?.field === 'state');
  return new Map(
    [...Map.groupBy(states, ({ subject }) => subject)].flatMap(([subject, ofRound]) => {
      const closing = latest(ofRound.filter((row) => row.new === CLOSED));
      const isClosed = closing !== null && lastOf(ofRound) === CLOSED;
      return isClosed ? [[readRoundSubject(subject)?.round ?? '', closing.seenAt] as const] : [];
    }),
  );
}

const CLOSED = 'Đã đóng';

/** Of the same rows the same: a snapshot asks for it, and what is in force by it. */
const books = new WeakMap<readonly ChangeRow[], ChangeBook>();

export function readChanges(rows: readonly ChangeRow[]): ChangeBook {
  const book = books.get(rows) ?? bookOf(rows);
  books.set(rows, book);
  return book;
}

function bookOf(rows: readonly ChangeRow[]): ChangeBook {
  const values = lastValues(rows);
  const last = (subject: string) => {
    let value = values.get(subject) ?? null;
    for (let part = 2; value !== null; part += 1) {
      const more = values.get(partSubject(subject, part));
      if (more === undefined || more === null) return value;
      value += more;
    }
    return value;
  };
  return {
    last,
    since: (subject) =>
      last(subject) === null ? null : (latest(rows.filter((row) => row.subject === subject))?.seenAt ?? null),
    ever: (subject, value) => rows.some((row) => row.subject === subject && (row.new === value || row.old === value)),
    saidSince: (subject, words) => {
      if (!last(subject)?.includes(words)) return null;
      const inTurn = rows
        .filter((row) => row.subject === subject)
        .toSorted((a, b) => Temporal.Instant.compare(a.seenAt, b.seenAt));
      return inTurn[inTurn.findLastIndex((row) => !row.new?.includes(words)) + 1]?.seenAt ?? null;
    },
    lostUnder: (prefix) => {
      const own = [...values.keys()].filter((subject) => subject.startsWith(prefix) && !A_PART.test(subject));
      const kept = own.filter((subject) => values.get(subject) !== null);
      if (kept.length > 0) return { count: kept.length, at: null };
      const at = latest(rows.filter(({ subject }) => subject.startsWith(prefix)))?.seenAt ?? null;
      const together = rows.filter(
        ({ subject, seenAt, ...row }) => subject.startsWith(prefix) && row.new === null && at?.equals(seenAt),
      );
      return { count: together.length, at };
    },
    under: (prefix) =>
      [...values.keys()].flatMap((subject) => {
        const value = subject.startsWith(prefix) && !A_PART.test(subject) ? last(subject) : null;
        return value === null ? [] : [[subject, value] as const];
      }),
  };
}

/** By subject the value it came to. */
function lastValues(rows: readonly ChangeRow[]): ReadonlyMap<string, string | null> {
  const values = new Map<string, string | null>();
  const several = new Map<string, ChangeRow[]>();
  const first = new Map<string, ChangeRow>();
  for (const row of rows) {
    const before = first.get(row.subject);
    if (before === undefined) {
      first.set(row.subject, row);
      values.set(row.subject, row.new);
      continue;
    }
    const all = several.get(row.subject);
    if (all) all.push(row);
    else several.set(row.subject, [before, row]);
  }
  for (const [subject, all] of several) values.set(subject, lastOf(all));
  return values;
}

/**
 * What a subject came to, in whatever order its rows stand: each begins where the one before ended, so the end is the value
 * that was reached once more than it was left. Where rows are gone the latest of such values counts.
 */
function lastOf(rows: readonly ChangeRow[]): string | null {
  const reached = new Map<string | null, number>();
  for (const row of rows) {
    reached.set(row.new, (reached.get(row.new) ?? 0) + 1);
    reached.set(row.old, (reached.get(row.old) ?? 0) - 1);
  }
  const ends = rows.filter((row) => (reached.get(row.new) ?? 0) > 0);
  if (ends.length === 0 && rows.some((row) => row.old === null)) return null;
  return latest(ends.length > 0 ? ends : rows)?.new ?? null;
}

function latest(rows: readonly ChangeRow[]): ChangeRow | null {
  return rows.reduce<ChangeRow | null>(
    (last, row) => (last !== null && Temporal.Instant.compare(last.seenAt, row.seenAt) > 0 ? last : row),
    null,
  );
}

/** What stands in one cell of the log; the list of the units a round asks may be longer. In UTF-16 units. */
const LONGEST_PART = 40_000;
const A_PART = /#\d+$/;

/** Under which the further parts of a long value stand, from 2. */
function partSubject(subject: string, part: number): string {
  return part === 1 ? subject : `${subject}#${part}`;
}

/**
 * Since when a unit has been on record as having a task, where others were before it. Null for whoever had the task as
 * soon as anybody; now for whoever is not on record yet.
 */
export type TaskJoined = (task: string, unit: string) => Temporal.Instant | null;

/** As `task/<id>` tells it: the units that each task was chased for, whenever that list changed. */
export function createTaskJoined(rows: readonly ChangeRow[], now: Temporal.Instant): TaskJoined {
  const named = createNamed(rows, 'task/');
  const known = new Map<string, ReadonlyMap<string, Temporal.Instant>>();
  return (task, unit) => {
    const since = known.get(task) ?? byUnit(named(task));
    known.set(task, since);
    const [first] = since.values();
    if (!first) return null;
    const joined = since.get(unit);
    if (joined === undefined) return now;
    return first.equals(joined) ? null : joined;
  };
}

function byUnit(named: ReadonlyMap<string, Temporal.Instant>): ReadonlyMap<string, Temporal.Instant> {
  const since = new Map<string, Temporal.Instant>();
  for (const [entry, at] of named) {
    const [unit = ''] = entry.split('@');
    if (!since.has(unit)) since.set(unit, at);
  }
  return since;
}

/** When each entry of a task's list was first there, in that order. @param prefix of the subjects of such lists */
export function createNamed(
  rows: readonly ChangeRow[],
  prefix: 'task/' | 'helpers/',
): (task: string) => ReadonlyMap<string, Temporal.Instant> {
  const lists = Map.groupBy(
    rows.filter(({ subject }) => subject.startsWith(prefix)),
    ({ subject }) => subject.replace(A_PART, ''),
  );
  const known = new Map<string, ReadonlyMap<string, Temporal.Instant>>();
  return (task) => {
    const subject = `${prefix}${task}`;
    const named = known.get(subject) ?? firstNamed(lists.get(subject) ?? []);
    known.set(subject, named);
    return named;
  };
}

/** When each entry was first in a list, which may stand in several parts; in that order. */
function firstNamed(rows: readonly ChangeRow[]): ReadonlyMap<string, Temporal.Instant> {
  const inTime = rows.toSorted((a, b) => Temporal.Instant.compare(a.seenAt, b.seenAt));
  const parts = new Map<string, string>();
  const since = new Map<string, Temporal.Instant>();
  for (const ofRun of Map.groupBy(inTime, ({ seenAt }) => seenAt.epochMilliseconds).values()) {
    for (const { subject, new: text } of ofRun) parts.set(subject, text ?? '');
    const list = [...parts].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([, text]) => text);
    for (const entry of list.join('').split('; ')) {
      if (entry !== '' && !since.has(entry)) since.set(entry, ofRun[0]?.seenAt as Temporal.Instant);
    }
  }
  return since;
}

/** The rows that bring the book up to what is true now; values that did not move write nothing. */
export function changesSince(
  book: ChangeBook,
  now: Temporal.Instant,
  wanted: ReadonlyMap<string, string | null>,
): readonly ChangeRow[] {
  return [...wanted].flatMap(([subject, text]) => {
    const old = book.last(subject);
    // A cell holds nothing that shows nothing: an empty list is none.
    const value = text === null ? null : legible(text).trim() || null;
    return old === value ? [] : changeRows(subject, now, cellsOf(old), cellsOf(value));
  });
}

function cellsOf(value: string | null): readonly string[] {
  return value === null ? [] : partsOf(value, LONGEST_PART);
}

function changeRows(
  subject: string,
  seenAt: Temporal.Instant,
  old: readonly string[],
  now: readonly string[],
): readonly ChangeRow[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => ({
    seenAt,
    subject: partSubject(subject, at + 1),
    old: old[at] ?? null,
    new: now[at] ?? null,
  }));
}

export function decisionSubject(decision: Decision): string {
  return `decision/${rowKey(decisions, decision)}`;
}

const stored = z.object({
  at: z.string(),
  subject: z.string(),
  unit: z.string().nullable(),
  item: z.string().nullable(),
  decision: z.enum(decisionKinds),
  value: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
});

/** A decision as one cell, so that it keeps acting when its row is lost. */
export function encodeDecision(decision: Decision): string {
  const { at, subject, unit, item, decision: kind, value, reason, by } = decision;
  return JSON.stringify({ at: at.toString(), subject, unit, item, decision: kind, value, reason, by });
}

/** @returns null for what is none */
export function decodeDecision(text: string): Decision | null {
  try {
    const { at, ...rest } = stored.parse(JSON.parse(text));
    return { ...rest, at: Temporal.Instant.from(at) };
  } catch {
    return null;
  }
}

/** What applied to a round at a moment of the past, as it was on record then; null when nothing was. */
export function createDeadlineThen(
  rows: readonly ChangeRow[],
): (round: string, at: Temporal.Instant) => Deadline | null {
  const byField = (round: string, field: string, at: Temporal.Instant) => {
    const subject = roundSubject(round, field);
    const past = rows.filter((row) => row.subject === subject && Temporal.Instant.compare(row.seenAt, at) <= 0);
    return lastOf(past);
  };
  const known = new Map<string, Deadline | null>();
  return (round, at) => {
    const name = JSON.stringify([round, at.toString()]);
    const found = known.get(name) ?? byField(round, 'effective', at) ?? byField(round, 'strict', at);
    const deadline = typeof found === 'string' ? deadlineOfKey(found) : found;
    known.set(name, deadline);
    return deadline;
  };
}

/** Every decision ever acted on, as it read each time. */
export function recordedDecisions(rows: readonly ChangeRow[]): readonly Decision[] {
  return rows.flatMap(({ subject, new: value }) =>
    value !== null && subject.startsWith('decision/') ? (decodeDecision(value) ?? []) : [],
  );
}

/** Decisions acted on before whose rows are gone: they hold until somebody withdraws them. */
export function vanishedDecisions(book: ChangeBook, present: readonly Decision[]): readonly Decision[] {
  const there = new Set(present.map(decisionSubject));
  return book
    .under('decision/')
    .filter(([subject]) => !there.has(subject))
    .flatMap(([, value]) => decodeDecision(value) ?? []);
}
