import { dayOf } from './calendar.ts';
import type { LastMoment, Office, OfficeDecision, OfficeRound, OfficeTask } from './office.ts';
import { createTaskBook, type TaskBook } from './task-book.ts';

/** What of the office one reading of the sheet shows. */
export type Reading = Pick<Office, 'wrongDay'> & {
  readonly rounds: ReadonlyMap<string, OfficeRound>;
  readonly tasks: ReadonlyMap<string, OfficeTask>;
  readonly decisions: readonly OfficeDecision[];
};

/** What an approval binds. */
type Bound = Pick<OfficeRound, 'strict' | 'adjusted' | 'steps'>;

/**
 * What binds, kept beside the product's own logs: a run that writes puts on record what it read. An approval binds once a run
 * before has shown just what it approves; a decision once it was seen, whatever becomes of its row.
 */
export type Bindings = {
  /** A run that read this at a moment has written. */
  written(reading: Reading, startedAt: number): void;
  /** What was approved of a round; null before. */
  of(round: string): Bound | null;
  isSeen(decision: OfficeDecision): boolean;
  seen(): readonly OfficeDecision[];
  readonly tasks: Omit<TaskBook, 'written'>;
};

export function readingOf({ rounds, tasks, decisions, wrongDay, erased }: Office): Reading {
  return {
    wrongDay,
    rounds: new Map(rounds),
    tasks: new Map(tasks),
    decisions: decisions.filter((one) => !erased.has(one)),
  };
}

export function createBindings(): Bindings {
  const shown = new Map<string, { readonly what: string; readonly at: number; readonly by: Reading }>();
  const known = new Set<string>();
  const bound = new Map<string, Bound>();
  const seen = new Set<OfficeDecision>();
  const tasks = createTaskBook();

  function look(round: OfficeRound, reading: Reading, at: number): void {
    const { wrongDay } = reading;
    const { id, strict, adjusted, steps, opensAt } = round;
    const unread = wrongDay?.unit === null ? wrongDay.round : null;
    if (unread === id || bound.has(id)) return;
    const what = JSON.stringify([strict, adjusted, steps, opensAt]);
    const before = shown.get(id);
    const isShown = before?.what === what;
    // What a run has just shown itself nobody has looked at.
    const isSeenBefore = isShown && before.by !== reading;
    // A round never seen before may be the one that cannot be read, under another name.
    const isStranger = unread !== null && !known.has(id);
    if (!isStranger) known.add(id);
    if (!isShown) shown.set(id, { what, at, by: reading });
    if (isSeenBefore && round.approved && !isStranger && !isOdd(round, before.at))
      bound.set(id, { strict, adjusted, steps });
  }

  return {
    tasks,
    written(reading, startedAt) {
      tasks.written(reading, startedAt);
      for (const round of reading.rounds.values()) look(round, reading, startedAt);
      // Of a round that is not there yet nothing is decided.
      const made = reading.decisions.filter(({ round }) => reading.rounds.has(round));
      for (const decision of made) if (!isWithdrawn(decision, reading.decisions)) seen.add(decision);
    },
    of: (round) => bound.get(round) ?? null,
    isSeen: (decision) => seen.has(decision),
    seen: () => [...seen],
  };
}

/** Taken back, in whole or by its name. */
export function isWithdrawn({ round, unit, at, kind }: OfficeDecision, all: readonly OfficeDecision[]): boolean {
  return all.some(
    (one) =>
      one.kind === 'Rút lại' &&
      one.round === round &&
      one.unit === unit &&
      one.at >= at &&
      (one.value === null || one.value === kind),
  );
}

const MOST_DAYS_AHEAD = 400;

/** A day that nobody means by an adjusted deadline. */
function isOdd({ adjusted, opensAt }: OfficeRound, shownAt: number): boolean {
  if (!adjusted) return false;
  const today = dayOf(shownAt);
  return adjusted.day < dayOf(opensAt) || adjusted.day < today || adjusted.day > today + MOST_DAYS_AHEAD;
}

export function isSame(a: LastMoment | null, b: LastMoment | null): boolean {
  return a?.day === b?.day && a?.minute === b?.minute;
}

/** Since when each cause stands on record, by the runs that have read it and written. */
export type StillBook = {
  written(causes: readonly string[], startedAt: number): void;
  since(cause: string): number;
};

export function createStillBook(): StillBook {
  let seen: ReadonlyMap<string, number> = new Map();
  return {
    written(causes, startedAt) {
      seen = new Map(causes.map((cause) => [cause, seen.get(cause) ?? startedAt]));
    },
    since: (cause) => seen.get(cause) ?? Number.POSITIVE_INFINITY,
  };
}
