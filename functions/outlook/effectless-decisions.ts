import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type Decision, decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import { closedRounds, decisionSubject } from '../domain/standing/change-log.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';
import { type Effectless, effectlessness } from '../domain/standing/decision-effects.ts';
import type { TaskStatus } from '../domain/standing/task-status.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Doubts } from '../workbook/doubts.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { decisionName } from './decision-doubts.ts';

type Sources = Pick<Snapshot, 'readAt'> & {
  readonly people: Pick<Snapshot['people'], 'decisions' | 'rounds'>;
  readonly logs: Pick<Snapshot['logs'], 'changes'>;
};

type Used = {
  readonly decisions: DecisionBook;
  readonly statuses: readonly UnitStatus[];
  readonly tasks: readonly TaskStatus[];
};

/** Decisions in force that change nothing although they look as if they did; of one that may mean another unit the mail waits. */
export function effectlessDecisions(snapshot: Sources, { decisions, statuses, tasks }: Used): Doubts {
  const { rows } = snapshot.people.decisions;
  const wasClosed = closedBefore(snapshot);
  const on = { rounds: snapshot.people.rounds.rows, statuses, tasks, decisions: rows, given: decisions, wasClosed };
  const found = rows.flatMap((row) => {
    const lack = decisions.isInForce(row) ? effectlessness(row, on) : null;
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

/** Whether a decision was first seen when its round was closed already. */
function closedBefore({ logs, readAt }: Pick<Sources, 'logs' | 'readAt'>): (decision: Decision) => boolean {
  const { rows } = logs.changes;
  const closedAt = closedRounds(rows);
  const firstSeen = new Map<string, Temporal.Instant>();
  for (const { subject, seenAt } of rows) {
    const before = firstSeen.get(subject);
    if (!before || Temporal.Instant.compare(seenAt, before) < 0) firstSeen.set(subject, seenAt);
  }
  return (decision) => {
    const closed = closedAt.get(decision.subject);
    return !!closed && Temporal.Instant.compare(closed, firstSeen.get(decisionSubject(decision)) ?? readAt) <= 0;
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
