import { Temporal } from 'temporal-polyfill';
import type { Decision, DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { versionSigns } from '../links/codes.ts';

/** What a decision is about; the last decision on a matter wins. */
type Matter = {
  readonly subject: string;
  /** Decisions without a unit hold for every unit. */
  readonly unit: string | null;
  readonly item?: string | null;
};

export type DecisionBook = {
  /** The last decision of these kinds on a matter, its unit's own or one for every unit; withdrawn ones do not count. */
  last(matter: Matter, kinds: readonly DecisionKind[]): Decision | null;
  /** All decisions in force of these kinds on a subject, oldest first. */
  all(subject: string, kinds: readonly DecisionKind[]): readonly Decision[];
  /**
   * The decisions that have given a subject a deadline, oldest first. Once on record they bind although they were
   * withdrawn or retyped since: only another one moves what was given.
   */
  deadlines(subject: string): readonly Decision[];
  /** By the signs of a version: the round for which it was last confirmed. */
  readonly confirmedFor: ReadonlyMap<string, string>;
  /** False for a decision that was withdrawn. */
  isInForce(decision: Decision): boolean;
  /** Decisions of the same moment on the same matter that say different things: somebody must say which holds. */
  readonly ties: readonly (readonly [Decision, Decision])[];
};

/** Kinds that answer each other: the later of a pair is what holds. */
const OPPOSITES: readonly (readonly DecisionKind[])[] = [
  ['Tạm dừng nhắc', 'Nhắc trở lại'],
  ['Xác nhận đơn vị', 'Không phải của đơn vị'],
];

/** Clocks differ by a little; nobody decides tomorrow. */
const TO_COME = { minutes: 15 };

/** A decision dated in time to come: a slip, or one that is not to act yet. */
export function isToCome({ at }: Pick<Decision, 'at'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now.add(TO_COME)) > 0;
}

/** Kinds that name a deadline. */
const NAME_A_DEADLINE: ReadonlySet<DecisionKind> = new Set(['Gia hạn', 'Đồng ý thay đổi', 'Bổ sung đơn vị'] as const);

/** Kinds that only ever give more time. */
const ONLY_GIVES: ReadonlySet<DecisionKind> = new Set(['Gia hạn'] as const);

export function onlyGivesTime({ decision }: Pick<Decision, 'decision'>): boolean {
  return ONLY_GIVES.has(decision);
}

export function namesADeadline({ decision }: Pick<Decision, 'decision'>): boolean {
  return NAME_A_DEADLINE.has(decision);
}

/**
 * Orders decisions by their moment and leaves out the withdrawn ones.
 * @param recorded every decision that was ever acted on, as it read then
 */
export function readDecisions(rows: readonly Decision[], recorded: readonly Decision[] = []): DecisionBook {
  const ordered = [...rows].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const force = inForce(ordered);
  const bySubject = Map.groupBy(force, (decision) => decision.subject);
  const all = (subject: string, kinds: readonly DecisionKind[]) =>
    (bySubject.get(subject) ?? []).filter((decision) => kinds.includes(decision.decision));
  const given = [...recorded, ...force].filter(namesADeadline);
  const distinct = new Map(given.map((one) => [JSON.stringify([momentAndMatter(one), one.decision, one.value]), one]));
  const deadlines = Map.groupBy(
    [...distinct.values()].sort((a, b) => Temporal.Instant.compare(a.at, b.at)),
    ({ subject }) => subject,
  );
  return {
    all,
    deadlines: (subject) => deadlines.get(subject) ?? [],
    last: ({ subject, unit, item }, kinds) =>
      bySubject
        .get(subject)
        ?.findLast(
          (one) =>
            kinds.includes(one.decision) &&
            (one.unit === null || one.unit === unit) &&
            (item === undefined || one.item === item),
        ) ?? null,
    confirmedFor: new Map(
      force.flatMap(({ decision, subject, value }) =>
        decision === 'Xác nhận đơn vị' && value !== null ? [[versionSigns(value), subject] as const] : [],
      ),
    ),
    isInForce: (decision) => decision.decision === 'Rút lại' || force.includes(decision),
    ties: findTies(ordered),
  };
}

/** What changed a unit's own link in a round, oldest first: as often as that, the code in it is another one. */
export type LinkChanges = (round: string, unit: string) => readonly Pick<Decision, 'at'>[];

/**
 * A link that was changed stays changed: a code that somebody else may hold is never good again, so those withdrawn
 * count too. What is dated ahead waits for its moment.
 */
export function linkChangesOf(rows: readonly Decision[], now: Temporal.Instant): LinkChanges {
  const changes = rows
    .filter(({ decision, at }) => decision === CHANGES_LINK && Temporal.Instant.compare(at, now) <= 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  const bySubject = Map.groupBy(changes, ({ subject }) => subject);
  return (round, unit) => (bySubject.get(round) ?? []).filter((one) => one.unit === null || one.unit === unit);
}

const CHANGES_LINK: DecisionKind = 'Đổi đường dẫn';

/** *Rút lại* ends the decisions before it on the same subject, unit and item: those of the kind its value names, or all. */
function inForce(ordered: readonly Decision[]): readonly Decision[] {
  const withdrawals = ordered.filter((decision) => decision.decision === 'Rút lại');
  return ordered.filter(
    (decision) => decision.decision !== 'Rút lại' && !withdrawals.some((withdrawal) => withdraws(withdrawal, decision)),
  );
}

function withdraws(withdrawal: Decision, decision: Decision): boolean {
  return (
    withdrawal.subject === decision.subject &&
    withdrawal.unit === decision.unit &&
    withdrawal.item === decision.item &&
    Temporal.Instant.compare(withdrawal.at, decision.at) >= 0 &&
    (withdrawal.value === null || fold(withdrawal.value) === fold(decision.decision))
  );
}

/** Kinds that are about the version their value names. */
const OF_A_VERSION: ReadonlySet<DecisionKind> = new Set(['Xác nhận đơn vị', 'Không phải của đơn vị'] as const);

function findTies(ordered: readonly Decision[]): readonly (readonly [Decision, Decision])[] {
  const groups = Map.groupBy(ordered, momentAndMatter);
  return [...groups.values()].flatMap((group) => {
    for (const [index, first] of group.entries()) {
      const second = group.slice(index + 1).find((one) => contradict(first, one));
      if (second) return [[first, second] as const];
    }
    return [];
  });
}

function momentAndMatter({ at, subject, unit, item, decision, value }: Decision): string {
  return JSON.stringify([
    at.toString(),
    subject,
    unit,
    item,
    OF_A_VERSION.has(decision) ? versionSigns(value ?? '') : null,
  ]);
}

function contradict(a: Decision, b: Decision): boolean {
  if (a.decision === b.decision) return a.value !== b.value;
  return OPPOSITES.some((pair) => pair.includes(a.decision) && pair.includes(b.decision));
}
