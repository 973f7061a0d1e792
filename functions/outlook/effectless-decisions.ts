import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type Decision, decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import type { LedgerBook } from '../domain/notices/ledger.ts';
import { closedRounds, decisionSubject, roundSubject } from '../domain/standing/change-log.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';
import { type Effectless, effectlessness } from '../domain/standing/decision-effects.ts';
import { decisionProblem } from '../domain/standing/decision-problems.ts';
import { onRounds } from '../domain/standing/decisions-on-rounds.ts';
import { expectedOf, recordedUnits } from '../domain/standing/expected-units.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { isOver } from '../domain/time/deadline.ts';
import type { Doubts } from '../workbook/doubts.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { decisionName, knownKeys } from './decision-doubts.ts';

type Sources = Pick<Snapshot, 'readAt' | 'settings'> & {
  readonly people: Pick<Snapshot['people'], 'decisions' | 'rounds' | 'tasks' | 'units' | 'outline'>;
  readonly logs: Pick<Snapshot['logs'], 'changes'>;
};

type Used = {
  readonly decisions: DecisionBook;
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
  readonly reports: readonly Report[];
  readonly ledger: LedgerBook;
};

/**
 * Decisions in force that change nothing although they look as if they did; of one that may mean another unit the mail waits.
 * One that cannot be acted on as it stands is told as such, and not once more.
 */
export function effectlessDecisions(snapshot: Sources, used: Used): Doubts {
  const { decisions, statuses, tasks, reports } = used;
  const { rows } = snapshot.people.decisions;
  const on = {
    rounds: snapshot.people.rounds.rows,
    statuses,
    tasks,
    decisions: [...rows, ...onRounds(rows, snapshot.people.rounds.rows)],
    given: decisions,
    wasClosed: closedBefore(snapshot),
    wasAsked: askedBefore(snapshot, used),
    hadTrouble: mailHadTrouble(used),
    isBeforeOperation: beforeOperation(snapshot, used),
  };
  const known = knownKeys(snapshot.people, reports, snapshot.readAt);
  const found = rows.flatMap((row) => {
    const isClear = decisions.isInForce(row) && decisionProblem(row, known) === null;
    // On the task of a round it acts on the round.
    const [acting = row] = onRounds([row], on.rounds);
    const wasClosed = () => on.wasClosed(acting, row);
    const lack = isClear ? effectlessness(acting, { ...on, wasClosed }) : null;
    return lack ? [{ row, lack }] : [];
  });
  return {
    doubts: found
      .filter(({ lack }) => lack.holds)
      .map(({ row, lack }) => ({
        scope: { round: row.subject, ...(row.unit !== null && { unit: row.unit }) },
        reason: `quyết định ${decisionName(row)}: ${lack.why}`,
      })),
    findings: found.map(({ row, lack }) => effectlessFinding(row, lack)),
  };
}

function askedBefore({ people, logs }: Sources, { decisions }: Used): (decision: Decision) => boolean {
  return ({ subject, unit }) => {
    const round = people.rounds.rows.find(({ id }) => id === subject);
    if (!round || unit === null) return false;
    const recorded = logs.changes.rows.filter((row) => row.subject === roundSubject(subject, 'expected'));
    return (
      expectedOf(round, people.units.rows, null).includes(unit) ||
      recorded.some((row) => [row.old, row.new].some((list) => recordedUnits(list)?.includes(unit))) ||
      decisions.all(subject, ['Bổ sung đơn vị']).some((one) => one.unit === unit)
    );
  };
}

function mailHadTrouble({ ledger }: Used): (decision: Decision) => boolean {
  return ({ subject, unit }) =>
    [...ledger.entries.values()].some(
      ({ parts, attempts, unclear, state }) =>
        parts?.subject === subject &&
        (unit === null || parts.unit === unit) &&
        (attempts > 1 || unclear > 0 || state === 'không gửi được' || state === 'đã xuất' || state === 'đang gửi'),
    );
}

function beforeOperation({ settings }: Sources, { statuses }: Used): (decision: Decision) => boolean {
  const { goLive } = settings;
  return ({ subject }) =>
    goLive === null || statuses.some(({ round, effective }) => round.id === subject && isOver(effective, goLive));
}

/** Whether a decision was first seen when its round was closed already. */
function closedBefore({
  logs,
  readAt,
}: Pick<Sources, 'logs' | 'readAt'>): (acting: Decision, row: Decision) => boolean {
  const { rows } = logs.changes;
  const closedAt = closedRounds(rows);
  const firstSeen = new Map<string, Temporal.Instant>();
  for (const { subject, seenAt } of rows) {
    const before = firstSeen.get(subject);
    if (!before || Temporal.Instant.compare(seenAt, before) < 0) firstSeen.set(subject, seenAt);
  }
  return ({ subject }, row) => {
    const closed = closedAt.get(subject);
    return !!closed && Temporal.Instant.compare(closed, firstSeen.get(decisionSubject(row)) ?? readAt) <= 0;
  };
}

function effectlessFinding(decision: Decision, { column, why, holds, misleads }: Effectless): Finding {
  return finding(where(decisionsTab, decisionName(decision), column), {
    level: holds || misleads ? 'error' : 'warning',
    found: `"${decision.decision}" không có tác dụng: ${why}`,
    expected: 'quyết định về đúng kỳ, nhiệm vụ và đơn vị mà nó thay đổi được',
    fix: holds
      ? 'sửa đơn vị hoặc xóa dòng này; thư của đơn vị đang giữ lại'
      : 'sửa dòng này nếu muốn nói về kỳ, nhiệm vụ hoặc đơn vị khác; nếu không thì để nguyên hoặc xóa',
  });
}
