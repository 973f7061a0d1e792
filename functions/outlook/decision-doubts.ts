import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type Decision, decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import type { ChangeRow, Report } from '../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { LedgerBook } from '../domain/notices/ledger.ts';
import type { Doubt } from '../domain/notices/notice.ts';
import { readRoundSubject } from '../domain/standing/change-log.ts';
import { type DecisionProblem, decisionProblem, type KnownKeys } from '../domain/standing/decision-problems.ts';
import { type Doubts, unreadRow } from '../workbook/doubts.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

type Sources = {
  readonly readAt: Temporal.Instant;
  readonly people: Pick<Snapshot['people'], 'decisions' | 'rounds' | 'tasks' | 'units' | 'outline'>;
  readonly logs: Pick<Snapshot['logs'], 'changes'>;
};
type Tie = readonly [Decision, Decision];
type Used = { readonly reports: readonly Report[]; readonly ledger: LedgerBook; readonly ties: readonly Tie[] };

/** A decision half typed, unclear or contradicted may be the one that would have stopped a mail: what it is about waits. */
export function decisionDoubts({ people, logs, readAt }: Sources, used: Used): Doubts {
  const known = knownKeys(people, used.reports, readAt);
  const former = formerSubjects(logs.changes.rows, used.ledger);
  const rounds = people.rounds.rows.map((round) => round.id);
  const doubt = (about: { subject?: unknown; unit?: unknown }, reason: string) =>
    scopesOf(about, { ...known, former }, rounds).map((scope) => ({ scope, reason }));
  const lacking = people.decisions.rows.flatMap((row) => {
    const lack = decisionProblem(row, known);
    return lack ? [{ row, lack }] : [];
  });
  const title = decisionsTab.title;
  return {
    doubts: [
      ...people.decisions.broken.flatMap((row) => doubt(row.values, unreadRow(title, row))),
      ...lacking.flatMap(({ row }) => doubt(row, `dòng ${decisionName(row)} của tab "${title}" chưa rõ`)),
      ...people.decisions.rivals.flatMap((row) =>
        doubt(row, `dòng ${decisionName(row)} của tab "${title}" trùng khóa với dòng khác`),
      ),
      ...used.ties.flatMap(([row]) => doubt(row, `hai dòng của tab "${title}" cùng thời điểm nói khác nhau`)),
    ],
    findings: [...lacking.map(({ row, lack }) => lackFinding(row, lack)), ...used.ties.map(tieFinding)],
  };
}

/** What decisions may name just now. */
export function knownKeys(
  { rounds, tasks, units, outline }: Sources['people'],
  reports: readonly Report[],
  now: Temporal.Instant,
): KnownKeys {
  // A document of time to come is a slip of its own: no decision is doubted for it.
  const signed = rounds.rows.filter(({ basisDate }) => Temporal.PlainDate.compare(basisDate, localDay(now)) <= 0);
  const days = new Map(signed.map(({ id, basisDate }) => [id, basisDate]));
  const subjects = [...rounds.rows, ...tasks.rows].map((row) => row.id);
  return {
    subjects: rounds.readable && tasks.readable ? new Set(subjects) : null,
    units: units.readable ? new Set(units.rows.map((unit) => unit.code)) : null,
    items: outline.readable ? new Set(outline.rows.map((question) => question.item)) : null,
    versions: new Set(reports.map((report) => report.version)),
    signedOn: (subject) => days.get(subject) ?? null,
    now,
  };
}

/** Rounds and tasks that once were: a decision on one of them is about nothing else, though its row is gone. */
function formerSubjects(changes: readonly ChangeRow[], { entries }: LedgerBook): ReadonlySet<string> {
  const rounds = changes.flatMap(({ subject }) => readRoundSubject(subject)?.round ?? []);
  return new Set([...rounds, ...[...entries.values()].flatMap(({ parts }) => parts?.subject ?? [])]);
}

/** A matter nobody knows may be any round; a unit nobody knows, any unit. */
function scopesOf(
  { subject, unit }: { subject?: unknown; unit?: unknown },
  known: KnownKeys & { readonly former: ReadonlySet<string> },
  rounds: readonly string[],
): readonly Doubt['scope'][] {
  const one = typeof unit === 'string' && known.units?.has(unit) ? { unit } : {};
  const isKnown = typeof subject === 'string' && (known.subjects?.has(subject) || known.former.has(subject));
  if (isKnown) return [{ round: subject, ...one }];
  return 'unit' in one ? rounds.map((round) => ({ round, ...one })) : ['all'];
}

export function decisionName({ at, subject, unit, item }: Decision): string {
  return [formatDate(localDay(at)), subject, unit, item].filter(Boolean).join(' · ');
}

function lackFinding(decision: Decision, { column, expected }: DecisionProblem): Finding {
  const found = column === 'at' ? formatDate(localDay(decision.at)) : decision[column];
  return finding(where(decisionsTab, decisionName(decision), column), {
    level: 'error',
    found: found === null ? 'ô trống' : `"${found}"`,
    expected,
    fix: 'sửa ô này; quyết định chưa dùng được và thư liên quan đang giữ lại',
  });
}

function tieFinding([first, second]: Tie): Finding {
  return finding(where(decisionsTab, decisionName(first), 'decision'), {
    level: 'error',
    found: `hai quyết định cùng thời điểm nói khác nhau: "${first.decision} ${first.value ?? ''}" và "${second.decision} ${second.value ?? ''}"`,
    expected: 'một quyết định cho mỗi thời điểm',
    fix: 'sửa thời điểm của quyết định sau, hoặc xóa một dòng; thư liên quan đang giữ lại',
  });
}
