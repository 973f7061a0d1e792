import { Temporal } from 'temporal-polyfill';
import { list } from '../../../sheets-schema/columns/choice.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import { type Round, rounds } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { type ChangeBook, recordedOfRounds, roundSubject } from '../standing/change-log.ts';
import type { DecisionBook } from '../standing/decision-book.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { unitStatuses } from '../standing/unit-statuses.ts';
import { momentOfKey } from '../time/deadline.ts';
import { isBefore } from './notice-desk.ts';

type PastSources = {
  readonly decisions: DecisionBook;
  readonly reports: readonly Report[];
  readonly realVersions: ReadonlySet<string>;
  readonly setAside: ReadonlySet<string>;
  readonly now: Temporal.Instant;
};

/** Where the units of approved rounds stood, so far as the logs tell: what was asked by when, what came, what was decided. */
export function pastRounds(book: ChangeBook, sources: PastSources): readonly UnitStatus[] {
  return recordedOfRounds(book, 'expected').flatMap(([id, codes]) => {
    const round = roundOf(book, id);
    return round ? statusesOf(round, codes.split('; ').filter(Boolean), book, sources) : [];
  });
}

function statusesOf(
  round: Round,
  codes: readonly string[],
  book: ChangeBook,
  sources: PastSources,
): readonly UnitStatus[] {
  const { decisions, reports, realVersions, setAside, now } = sources;
  const statuses = unitStatuses(round, {
    units: codes.map(unitOf),
    expected: new Map([[round.id, codes]]),
    decisions,
    reports,
    answers: new Map(),
    outline: [],
    unread: new Set([...realVersions, ...setAside]),
    now,
  });
  return statuses.map((status) => {
    const first = status.versions.find(({ version }) => realVersions.has(version));
    const filedAt = earlier(status.filedAt, first ? Temporal.Instant.from(first.createTime) : null);
    const lacking = book.last(`lacking/${status.unit.code}/${round.id}`)?.split('; ') ?? [];
    return { ...status, filedAt, items: lacking.map(absent) };
  });
}

/** An item that was absent; nothing else of it is asked for. */
function absent(item: string): UnitStatus['items'][number] {
  const judged = { item, wording: '', verdict: 'Thiếu', reasons: [], counts: true } as const;
  return { ...judged, versions: [], excerpt: '', content: [], difference: null };
}

function earlier(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  return a && b ? (isBefore(a, b) ? a : b) : (a ?? b);
}

/** A round as far as the log keeps it; null when what decides its mails was never logged. */
function roundOf(book: ChangeBook, id: string): Round | null {
  const fact = (field: string) => book.last(roundSubject(id, field));
  const strict = fact('strict');
  const opens = fact('opens');
  const state = rounds.columns.state.codec.safeParse(fact('state') ?? '');
  if (strict === null || opens === null || !state.success) return null;
  const effective = fact('effective');
  const locks = fact('locks');
  const steps = list.codec.safeParse(fact('steps') ?? '');
  const opensAt = Temporal.Instant.from(opens);
  return {
    ...unloggedOfRound(opensAt),
    id,
    strictDeadline: momentOfKey(strict),
    effectiveDeadline: effective === null ? null : momentOfKey(effective),
    opensAt,
    locksOn: locks === null ? null : Temporal.PlainDate.from(locks),
    steps: steps.success ? (steps.data as readonly string[]) : null,
    state: state.data as Round['state'],
    approved: fact('approved') !== null,
  };
}

/** What the words of mails are made of, and no rule asks for. */
function unloggedOfRound(opensAt: Temporal.Instant) {
  return {
    title: '',
    task: '',
    basisType: '',
    basisNumber: '',
    basisDate: Temporal.PlainDate.from(opensAt.toString().slice(0, 10)),
    basisIssuer: '',
    deadlineText: '',
    deadlineKind: 'Chậm nhất',
    outlineVersion: '',
    expected: [],
    note: null,
  } as const;
}

export function unitOf(code: string): Unit {
  return {
    code,
    name: code,
    shortName: code,
    aliases: null,
    domains: null,
    groups: null,
    activeFrom: null,
    activeTo: null,
    successor: null,
  };
}
