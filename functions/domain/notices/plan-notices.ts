import type { NoticeKind } from '../../../sheets-schema/notice-kinds.ts';
import { fateAlone } from './fate.ts';
import { isTerminal } from './ledger.ts';
import { lostNotices } from './lost-notices.ts';
import type { Decided, Notice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';
import { owed } from './owed/makers.ts';
import { sendOnDay, today } from './send-on-day.ts';

/**
 * Every notice that has fallen due and is not settled, with what becomes of it now, strongest first. Pure: each run
 * plans anew from the facts, so what an earlier run missed is found again and what was done is not done twice.
 * @param counts which kinds are looked at; the others make way for nobody.
 */
export function planNotices(
  input: PolicyInput,
  counts: (kind: NoticeKind) => boolean = () => true,
): readonly Decided[] {
  const { desk, due } = laidOut(input);
  const counted = due.filter(({ kind }) => counts(kind));
  return decideNow(desk, counted).decided;
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

/** What becomes of all that is due, now. */
export function decideNow(desk: Desk, due: readonly Notice[]): ReturnType<typeof sendOnDay> {
  const judged = due.map((notice) => ({ notice, fate: fateAlone(desk, notice, desk.now) }));
  return sendOnDay(desk, judged, today(desk));
}

/** What is due now, what was begun and is owed no more; and what falls due later. */
function partByTime(desk: Desk, all: ReadonlyMap<string, Notice>) {
  const unsettled = [...all.values()].filter(({ key }) => !isSettled(desk, key));
  const { due = [], coming = [] } = Object.groupBy(unsettled, ({ dueAt }) =>
    isBefore(desk.now, dueAt) ? 'coming' : 'due',
  );
  return { due: [...due, ...lostNotices(desk, (key) => all.has(key))], coming };
}

function isSettled({ ledger }: Desk, key: string): boolean {
  const entry = ledger.entries.get(key);
  return entry !== undefined && isTerminal(entry.state);
}
