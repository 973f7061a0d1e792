import { Temporal } from 'temporal-polyfill';
import { keyFacts, kinds, type NoticeKind } from '../../../sheets-schema/notice-kinds.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { type ContactBook, contactBook } from '../standing/contact-book.ts';
import type { Doubtful, UnitStatus } from '../standing/unit-status.ts';
import type { Deadline } from '../time/deadline.ts';
import { aboutKey, asksForResults, isTerminal, type LedgerEntry } from './ledger.ts';
import type { Doubt, PolicyInput } from './notice.ts';
import { createMonthTable, createStepTable, furtherSteps, readSteps, type Steps } from './notice-steps.ts';

/** What every rule looks up, prepared once per plan. */
export type Desk = PolicyInput & {
  /** The first moment from now on at which a mail may go. */
  readonly nextSend: Temporal.Instant;
  readonly contactsOf: ContactBook;
  readonly stepsOf: (round: Pick<Round, 'id' | 'steps'>) => Steps & { readonly again: readonly number[] };
  /** When each step counted from a deadline falls due. */
  readonly stepsFrom: (deadline: Deadline) => (step: number) => Temporal.Instant;
  /** The first moments for mail in the month of a moment and in the two after it. */
  readonly monthsFrom: ReturnType<typeof createMonthTable>;
  /** Every entry under the key of one kind about a round (or task) and unit. */
  readonly entriesOf: (subject: string, unit: string | null, kind: NoticeKind) => readonly LedgerEntry[];
  /** Every entry of a mail about tasks to a unit. */
  readonly taskEntriesTo: (unit: string) => readonly LedgerEntry[];
  /** When mails went to a unit that tell it of all that it has to do, oldest first. */
  readonly taskMailsTo: (unit: string) => readonly Temporal.Instant[];
  /** Such mails to a unit that were begun and have no end: what goes along with one may be told by it, or will be. */
  readonly taskMailsBegun: (unit: string) => readonly LedgerEntry[];
  readonly statusOf: (round: string, unit: string | null) => UnitStatus | null;
  /** What came from a unit by the links of closed rounds since this one opened, waiting or decided: it may be meant for this one. */
  readonly sentElsewhere: (status: UnitStatus) => readonly Doubtful[];
  /** Why nothing of a round, or of one unit in it, may be trusted just now; null when all is well. */
  readonly doubtAbout: DoubtAbout;
  /** Why nobody may be called late just now by what a round says. */
  readonly lateDoubtAbout: DoubtAbout;
};

type DoubtAbout = (round: string | null, unit: string | null) => string | null;

export function setDesk(input: PolicyInput): Desk {
  const stepsIn = (texts: readonly string[]) => {
    const read = readSteps(texts);
    return { ...read, again: furtherSteps(read, input.settings.repeatAfter) };
  };
  const usual = stepsIn(input.settings.steps);
  const steps = new Map<string, ReturnType<typeof stepsIn>>();
  const about = input.ledger.about;
  const statuses = new Map(input.statuses.map((status) => [aboutKey(status.round.id, status.unit.code), status]));
  return {
    ...input,
    nextSend: input.calendar.nextSendAt(input.now),
    contactsOf: contactBook(input.contacts),
    stepsOf: (round) => {
      const own = round.steps === null ? usual : (steps.get(round.id) ?? stepsIn(round.steps));
      steps.set(round.id, own);
      return own;
    },
    stepsFrom: createStepTable(input.calendar),
    monthsFrom: createMonthTable(input.calendar),
    entriesOf: (subject, unit, kind) =>
      (about.get(aboutKey(subject, unit)) ?? []).filter(({ parts }) => parts?.kind === kinds[kind].key),
    ...createTaskMails(input),
    sentElsewhere: createSentElsewhere(input.statuses),
    statusOf: (round, unit) => statuses.get(aboutKey(round, unit)) ?? null,
    doubtAbout: indexDoubts(input.doubts.filter(({ only }) => only === undefined)),
    lateDoubtAbout: indexDoubts(input.doubts.filter(({ only }) => only === 'late')),
  };
}

function createTaskMails({
  ledger,
}: Pick<PolicyInput, 'ledger'>): Pick<Desk, 'taskEntriesTo' | 'taskMailsTo' | 'taskMailsBegun'> {
  const entries = [...ledger.entries.values()].filter(
    ({ parts }) => parts?.unit && keyFacts[parts.kind].about === 'tasks',
  );
  const all = Map.groupBy(entries, ({ parts }) => parts?.unit);
  const asking = Map.groupBy(entries.filter(asksForResults), ({ parts }) => parts?.unit);
  const sent = new Map(
    [...asking].map(([unit, own]) => [unit, own.flatMap(({ sentAt }) => sentAt ?? []).sort(Temporal.Instant.compare)]),
  );
  return {
    taskEntriesTo: (unit) => all.get(unit) ?? [],
    taskMailsTo: (unit) => sent.get(unit) ?? [],
    taskMailsBegun: (unit) => (asking.get(unit) ?? []).filter(isBegun),
  };
}

/** One that no address takes is not waited for. */
function isBegun({ state }: LedgerEntry): boolean {
  return state !== 'đến hạn' && state !== 'không gửi được' && !isTerminal(state);
}

/** What was seen before a round opened cannot be meant for it. */
function createSentElsewhere(statuses: readonly UnitStatus[]): Desk['sentElsewhere'] {
  const closed = statuses.filter(({ round, doubtful }) => round.state === 'Đã đóng' && doubtful.length > 0);
  const byUnit = Map.groupBy(closed, ({ unit }) => unit.code);
  return ({ round, unit }) =>
    (byUnit.get(unit.code) ?? []).flatMap((other) =>
      other.round.id === round.id
        ? []
        : other.doubtful.filter(
            ({ identity, seenAt }) => identity === 'Mã của kỳ đã đóng' && isBefore(round.opensAt, seenAt),
          ),
    );
}

function indexDoubts(doubts: readonly Doubt[]): DoubtAbout {
  const reasons = new Map<string, string>();
  for (const { scope, reason } of doubts) {
    reasons.set(scope === 'all' ? 'all' : aboutKey(scope.round, scope.unit ?? null), reason);
  }
  return (round, unit) => {
    if (reasons.size === 0) return null;
    const scoped =
      round === null ? undefined : (reasons.get(aboutKey(round, null)) ?? reasons.get(aboutKey(round, unit)));
    return reasons.get('all') ?? scoped ?? null;
  };
}

/** True when `a` lies before `b`. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? b : a;
}

/** Saves 0.25 s of 2.3 s over 3,321 units. */
const milliseconds = new WeakMap<Temporal.Instant, number>();

/** For ordering: thousands of notices share a few moments, and each is counted out once. */
export function millisecondsOf(instant: Temporal.Instant): number {
  const known = milliseconds.get(instant) ?? instant.epochMilliseconds;
  milliseconds.set(instant, known);
  return known;
}
