import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import type { MailPlanRow } from '../../../sheets-schema/tabs/projections.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { type Coming, type Laid, laidOnDays } from './days-ahead.ts';
import type { Decided, Notice, PolicyInput } from './notice.ts';
import { type Desk, isBefore, MINISTRY, millisecondsOf } from './notice-desk.ts';
import { fateAlone } from './notice-fate.ts';
import { strongestFirst } from './notice-grouping.ts';
import { decideNow, laidOut } from './notice-policy.ts';
import { numbered } from './owed/ladder.ts';

/**
 * Every mail of the days to come as things stand now: when, to whom, why; held ones with the reason. What is due now
 * stands as planNotices decides it; what comes later is judged for its own day and laid on the day it will go.
 */
export function planMailSchedule(input: PolicyInput, days = 60): readonly MailPlanRow[] {
  const { desk, due, coming } = laidOut(input);
  const horizon = startOfDay(localDay(desk.now).add({ days }));
  const later = coming
    .filter(({ dueAt }) => isBefore(dueAt, horizon))
    .map((notice) => ({ notice, fate: fateAlone(desk, notice, notice.dueAt) }));
  const dueNow = decideNow(desk, due);
  const judged = [...dueNow, ...later];
  const going = judged.filter(({ fate }) => fate.do === 'send').map(({ notice }) => notice);
  const along = Map.groupBy(dueNow.flatMap(takenAlong), ({ group }) => group);
  const laid = laidOnDays(desk, going, judged.flatMap(waitingOf), horizon);
  const rows = [
    ...going.map((notice) => rowOf({ notice, at: desk.now, along: along.get(notice.group) ?? [] })),
    ...laid.map(rowOf),
    ...heldOnes(dueNow, ({ group }) => group).flatMap((one) => heldRow(desk, one)),
    ...heldOnes(later.toSorted(strongestFirst), groupAndMoment).flatMap((one) => heldRow(desk, one)),
  ];
  return rows.toSorted(byTime);
}

function waitingOf({ notice, fate }: Decided): readonly Coming[] {
  return fate.do === 'wait' ? [{ notice, at: fate.until }] : [];
}

/** What is settled because a stronger one of its group goes now. */
function takenAlong({ notice, fate }: Decided): readonly Notice[] {
  return fate.do === 'settle' && fate.state === 'gộp vào thư mạnh hơn' ? [notice] : [];
}

function groupAndMoment({ group, dueAt }: Notice): string {
  return `${group}@${millisecondsOf(dueAt)}`;
}

/** Of several held that will be one mail, the first. */
function heldOnes(judged: readonly Decided[], nameOf: (notice: Notice) => string): readonly Decided[] {
  const first = new Map<string, Decided>();
  for (const one of judged) {
    const name = nameOf(one.notice);
    if (one.fate.do === 'hold' && !first.has(name)) first.set(name, one);
  }
  return [...first.values()];
}

function rowOf({ notice: first, at, along }: Laid): MailPlanRow {
  const notice = withNumber(first, along);
  return { ...aboutMail(notice), at, state: 'Sẽ gửi', why: notice.why + alsoIn(along) };
}

/** A late notice that takes an earlier one along is the one that would have been. */
function withNumber(notice: Notice, along: readonly Notice[]): Notice {
  const { nth } = notice;
  const first = Math.min(...along.flatMap((one) => one.nth ?? []));
  return nth !== undefined && first < nth ? { ...notice, ...numbered(notice, first) } : notice;
}

/** With the first moment at which it could have gone. */
function heldRow({ calendar }: Desk, { notice, fate }: Decided): readonly MailPlanRow[] {
  if (fate.do !== 'hold') return [];
  const at = kinds[notice.kind].hours === 'windows' ? calendar.nextSendAt(notice.dueAt) : notice.dueAt;
  const why = `${fate.reason.replace(/\.$/, '')}. ${notice.why}`;
  return [{ ...aboutMail(notice), at, state: 'Giữ lại', why }];
}

/** A report on a unit goes to the ministry's own leadership. */
function aboutMail({ kind, unit, key }: Notice): Pick<MailPlanRow, 'unit' | 'kind' | 'key'> {
  return { unit: kinds[kind].to === 'leaders' ? MINISTRY : unit, kind, key };
}

const MOST_NAMES = 20;

/** The other units or tasks that one mail is about. */
function alsoIn(along: readonly Notice[]): string {
  const names = along.flatMap(({ kind, subject, status }) => {
    const { about } = kinds[kind];
    if (about === 'late reports') return status?.unit.shortName ?? [];
    return about === 'tasks' ? subject : [];
  });
  const rest = names.length > MOST_NAMES ? `, … (tất cả ${names.length})` : '';
  return names.length === 0 ? '' : ` Cùng thư: ${names.slice(0, MOST_NAMES).join(', ')}${rest}.`;
}

function byTime(a: MailPlanRow, b: MailPlanRow): number {
  const difference = (a.at ? millisecondsOf(a.at) : 0) - (b.at ? millisecondsOf(b.at) : 0);
  if (difference !== 0) return difference;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
