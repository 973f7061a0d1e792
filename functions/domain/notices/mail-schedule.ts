import type { MailPlanRow } from '../../../sheets-schema/tabs/projections.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import type { PolicyInput } from './notice.ts';
import { type Desk, isBefore } from './notice-desk.ts';
import { fateAlone } from './notice-fate.ts';
import { type Judged, strongestFirst } from './notice-grouping.ts';
import { decideNow, laidOut } from './notice-policy.ts';

/**
 * Every mail of the days to come as things stand now: when, to whom, why; held ones with the reason. What is due now
 * stands as planNotices decides it; what comes later is judged for its own day.
 */
export function planMailSchedule(input: PolicyInput, days = 60): readonly MailPlanRow[] {
  const { desk, due, coming } = laidOut(input);
  const horizon = startOfDay(localDay(desk.now).add({ days }));
  const later = coming
    .filter(({ notice }) => isBefore(notice.dueAt, horizon))
    .map((candidate) => ({ candidate, fate: fateAlone(desk, candidate, candidate.notice.dueAt) }));
  const dueNow = onePer(decideNow(desk, due), ({ candidate, fate }) => `${candidate.group}/${fate.do}`);
  const mornings = onePer(later.toSorted(strongestFirst), groupAndMoment);
  return [...dueNow, ...mornings].flatMap((one) => rowOf(desk, one)).toSorted(byTime);
}

function groupAndMoment({ candidate }: Judged): string {
  return `${candidate.group}@${candidate.notice.dueAt.epochMilliseconds}`;
}

/** Of several that will be one mail, the first. */
function onePer(judged: readonly Judged[], nameOf: (one: Judged) => string): readonly Judged[] {
  const first = new Map<string, Judged>();
  for (const one of judged) {
    const name = nameOf(one);
    if (!first.has(name)) first.set(name, one);
  }
  return [...first.values()];
}

function rowOf(desk: Desk, { candidate, fate }: Judged): readonly MailPlanRow[] {
  const { unit, kind, why, key, dueAt } = candidate.notice;
  switch (fate.do) {
    case 'settle':
      return [];
    case 'send':
      return [{ at: desk.now, unit, kind, state: 'Sẽ gửi', why, key }];
    case 'wait':
      return [{ at: fate.until, unit, kind, state: 'Sẽ gửi', why, key }];
    case 'hold':
      return [{ at: dueAt, unit, kind, state: 'Giữ lại', why: `${fate.reason.replace(/\.$/, '')}. ${why}`, key }];
  }
}

function byTime(a: MailPlanRow, b: MailPlanRow): number {
  const difference = (a.at?.epochMilliseconds ?? 0) - (b.at?.epochMilliseconds ?? 0);
  if (difference !== 0) return difference;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
