import type { UnitStatus } from '../standing/unit-status.ts';
import { isTerminal } from './ledger.ts';
import { lostNotices } from './lost-notices.ts';
import type { Candidate, PlannedNotice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';
import { fateAlone } from './notice-fate.ts';
import { arrange, type Judged } from './notice-grouping.ts';
import { contentNotices } from './owed/content-notices.ts';
import { digestNotices } from './owed/digest-notice.ts';
import { extensionNotices } from './owed/extension-notices.ts';
import { ladder } from './owed/ladder-notices.ts';
import { leadersNotices } from './owed/leaders-notices.ts';
import { invitation, receipts } from './owed/round-notices.ts';
import { taskNotices } from './owed/task-notices.ts';

/**
 * Every notice that has fallen due and is not settled, with what becomes of it now, strongest first. Pure: each run
 * plans anew from the facts, so what an earlier run missed is found again and what was done is not done twice.
 */
export function planNotices(input: PolicyInput): readonly PlannedNotice[] {
  const { desk, due } = laidOut(input);
  return decideNow(desk, due).map(({ candidate, fate }) => ({ notice: candidate.notice, fate }));
}

const known = new WeakMap<PolicyInput, ReturnType<typeof layOut>>();

/** The desk with all that is owed on it, parted by time; once for the plan and its schedule. */
export function laidOut(input: PolicyInput): ReturnType<typeof layOut> {
  const before = known.get(input);
  if (before) return before;
  const now = layOut(input);
  known.set(input, now);
  return now;
}

function layOut(input: PolicyInput) {
  const desk = setDesk(input);
  return { desk, ...partByTime(desk, owed(desk)) };
}

/** What is due now, decided. */
export function decideNow(desk: Desk, due: readonly Candidate[]): readonly Judged[] {
  const judged = due.map((candidate) => ({ candidate, fate: fateAlone(desk, candidate, desk.now) }));
  return arrange(desk, judged);
}

/** What is due now, what was begun and is owed no more; and what falls due later. */
function partByTime(desk: Desk, all: ReadonlyMap<string, Candidate>) {
  const unsettled = [...all.values()].filter(({ notice }) => !isSettled(desk, notice.key));
  const { due = [], coming = [] } = Object.groupBy(unsettled, ({ notice }) =>
    isBefore(desk.now, notice.dueAt) ? 'coming' : 'due',
  );
  return { due: [...due, ...lostNotices(desk, (key) => all.has(key))], coming };
}

/** Everything the facts ask for, settled or not, past and to come. */
function owed(desk: Desk): ReadonlyMap<string, Candidate> {
  const all = [
    ...desk.statuses.flatMap((status) => owedToUnit(desk, status)),
    ...taskNotices(desk),
    ...leadersNotices(desk),
    ...digestNotices(desk),
  ];
  return new Map(all.map((candidate) => [candidate.notice.key, candidate]));
}

function owedToUnit(desk: Desk, status: UnitStatus): readonly Candidate[] {
  switch (status.round.state) {
    case 'Chuẩn bị':
      return [invitation(desk, status), ...ladder(desk, status)];
    case 'Đang mở':
      return [
        ...receipts(desk, status),
        invitation(desk, status),
        ...extensionNotices(desk, status),
        ...ladder(desk, status),
        ...contentNotices(desk, status),
      ];
    case 'Đã đóng':
      return receipts(desk, status);
  }
}

function isSettled({ ledger }: Desk, key: string): boolean {
  const entry = ledger.entries.get(key);
  return entry !== undefined && isTerminal(entry.state);
}
