import type { Temporal } from 'temporal-polyfill';
import { ladder } from './ladder-notices.ts';
import { isTerminal } from './ledger.ts';
import type { Candidate, PlannedNotice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';
import { fateAlone } from './notice-fate.ts';
import { arrange } from './notice-grouping.ts';
import { invitation, receipts } from './round-notices.ts';
import type { UnitStatus } from './unit-status.ts';

/**
 * Every notice that has fallen due and is not settled, with what becomes of it now, strongest first. Pure: each run
 * plans anew from the facts, so what an earlier run missed is found again and what was done is not done twice.
 */
export function planNotices(input: PolicyInput): readonly PlannedNotice[] {
  const desk = setDesk(input);
  const due = owedBy(desk, desk.now);
  return arrange(
    desk,
    due.map((candidate) => ({ candidate, fate: fateAlone(desk, candidate, desk.now) })),
  );
}

/** Everything owed and not settled that falls due by a moment. */
export function owedBy(desk: Desk, until: Temporal.Instant): readonly Candidate[] {
  const all = desk.statuses.flatMap((status) => owedToUnit(desk, status));
  const byKey = new Map(all.map((candidate) => [candidate.notice.key, candidate]));
  return [...byKey.values()].filter(({ notice }) => !isBefore(until, notice.dueAt) && !isSettled(desk, notice.key));
}

function owedToUnit(desk: Desk, status: UnitStatus): readonly Candidate[] {
  switch (status.round.state) {
    case 'Chuẩn bị':
      return [invitation(desk, status)];
    case 'Đang mở':
      return [...receipts(desk, status), invitation(desk, status), ...ladder(desk, status)];
    case 'Đã đóng':
      return receipts(desk, status);
  }
}

function isSettled({ ledger }: Desk, key: string): boolean {
  const entry = ledger.entries.get(key);
  return entry !== undefined && isTerminal(entry.state);
}
