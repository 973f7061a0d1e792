import type { MailPlanRow } from '../../sheets-schema/tabs/projections.ts';
import { localDay, startOfDay } from '../../sheets-schema/zone.ts';
import type { Fate, Notice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, setDesk } from './notice-desk.ts';
import { fateAlone } from './notice-fate.ts';
import { type Judged, strongestFirst } from './notice-grouping.ts';
import { owedBy, planNotices } from './notice-policy.ts';

/**
 * Every mail of the days to come as things stand now: when, to whom, why; held ones with the reason. What is due now
 * stands as {@link planNotices} decides it; what comes later is judged for its own day.
 */
export function planMailSchedule(input: PolicyInput, days = 60): readonly MailPlanRow[] {
  const desk = setDesk(input);
  const due = planNotices(input).flatMap(({ notice, fate }) => rowOf(desk, notice, fate));
  const horizon = startOfDay(localDay(desk.now).add({ days }));
  const coming = owedBy(desk, horizon)
    .filter(({ notice }) => isBefore(desk.now, notice.dueAt))
    .map((candidate) => ({ candidate, fate: fateAlone(desk, candidate, candidate.notice.dueAt) }));
  const rows = [...due, ...onePerMorning(coming).flatMap(({ candidate, fate }) => rowOf(desk, candidate.notice, fate))];
  return rows.toSorted(byTime);
}

/** Of a group that falls due at the same moment only the strongest will go. */
function onePerMorning(coming: readonly Judged[]): readonly Judged[] {
  const first = new Map<string, Judged>();
  for (const one of coming.toSorted(strongestFirst)) {
    const { group, notice } = one.candidate;
    const key = `${group}@${notice.dueAt.epochMilliseconds}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

function rowOf(desk: Desk, { unit, kind, why, key, dueAt }: Notice, fate: Fate): readonly MailPlanRow[] {
  switch (fate.do) {
    case 'settle':
      return [];
    case 'send':
      return [{ at: desk.now, unit, kind, state: 'Sẽ gửi', why, key }];
    case 'wait':
      return [{ at: fate.until, unit, kind, state: 'Sẽ gửi', why, key }];
    case 'hold':
      return [{ at: dueAt, unit, kind, state: 'Giữ lại', why: `${fate.reason} ${why}`, key }];
  }
}

function byTime(a: MailPlanRow, b: MailPlanRow): number {
  const difference = (a.at?.epochMilliseconds ?? 0) - (b.at?.epochMilliseconds ?? 0);
  if (difference !== 0) return difference;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
