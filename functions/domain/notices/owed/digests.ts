import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../../sheets-schema/columns/vietnamese-date.ts';
import type { Contact } from '../../../../sheets-schema/tabs/units.ts';
import { localDay, startOfDay, toInstant } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { isStillRefused, isTerminal, openRest } from '../ledger.ts';
import { contactOfMark } from '../ledger-key.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { isToldOn } from '../standstill.ts';
import { owe } from './owe.ts';

export const DIGEST_TIME = Temporal.PlainTime.from('08:00');

/** The coordinators' digest: every morning there is something to tell or something stands still, and at once when a cell was marked secret. */
export function digests(desk: Desk): readonly Notice[] {
  const open = desk.statuses.filter((status) => status.round.state === 'Đang mở');
  return [...morning(desk), ...open.flatMap((status) => atOnce(desk, status))];
}

/** In the morning of working days, later the same day if missed, never of a day gone by; after it the next one is shown. */
function morning(desk: Desk): readonly Notice[] {
  if (desk.digestContent === null) return [];
  const day = digestDay(desk);
  const next = issuesOf(desk, nextSendingDay(desk, day));
  const [issue] = issuesOf(desk, day);
  if (!issue) return next;
  const entry = desk.ledger.entries.get(issue.key);
  if (!entry || !isTerminal(entry.state)) return [issue];
  return [...(openRest(entry) ? [issue] : []), ...next];
}

/** None where that day has nothing to tell. */
function issuesOf(desk: Desk, day: Temporal.PlainDate): readonly Notice[] {
  const isWeekly = isFirstOfWeek(desk, day) && desk.digestContent?.isWeekly;
  const isTold = desk.digestContent?.hasNews || isWeekly || (desk.still ?? []).some((one) => isToldOn(desk, one, day));
  return isTold ? [issueOf(desk, day)] : [];
}

function isFirstOfWeek({ calendar }: Desk, day: Temporal.PlainDate): boolean {
  const before = Array.from({ length: day.dayOfWeek - 1 }, (_, days) => day.subtract({ days: days + 1 }));
  return !before.some((one) => calendar.maySend(one));
}

function issueOf(desk: Desk, day: Temporal.PlainDate): Notice {
  const dueAt = toInstant(day.toPlainDateTime(DIGEST_TIME));
  return digest(desk, { step: '1', dueAt, why: `Bản tin ngày ${formatDate(day)}.` });
}

/**
 * A secret must not lie in the form until the next morning: whatever the hour, once for what came from a unit in one run.
 * All that wait go as one mail, which lists each unit.
 */
function atOnce(desk: Desk, { unit, secrets, versions, pending, afterLock }: UnitStatus): readonly Notice[] {
  const isSecret = new Set(secrets);
  const marked = [...versions, ...pending, ...afterLock].filter(({ version }) => isSecret.has(version));
  const runs = Map.groupBy(marked, ({ seenAt }) => seenAt.epochMilliseconds);
  return [...runs.values()].flatMap((reports) => {
    const last = reports.at(-1);
    if (!last) return [];
    const { version, seenAt } = last;
    const why = `Báo cáo ${version} của ${unit.shortName} có nội dung mang dấu chỉ độ mật.`;
    return [digest(desk, { step: 'mat', version, dueAt: seenAt, why, group: 'digest/at once' })];
  });
}

type Issue = Pick<Notice, 'step' | 'dueAt' | 'why' | 'version'> & Partial<Pick<Notice, 'group'>>;

function digest(desk: Desk, issue: Issue): Notice {
  const notice = owe(desk, 'Bản tin điều phối', { subject: 'digest', unit: null, ...issue });
  const { recipients, key } = notice;
  const entry = desk.ledger.entries.get(key);
  const isForeign = desk.doubts.some((doubt) => doubt.isForeign);
  const isTried = entry?.marks.some((mark) => contactOfMark(mark) === ALERT_TO) ?? false;
  const isReached = recipients.length > 0 && !isTried && !(entry && isStillRefused(entry, recipients));
  return isReached && !isForeign ? notice : { ...notice, recipients: fallback(desk, isForeign ? [] : recipients) };
}

const ALERT_TO = 'ALERT_TO';

/** Of a file that may not be the one in use its people hear nothing; else whoever refuses mail hears when nobody else can. */
function fallback({ alertTo, settings }: Desk, others: readonly Contact[]): readonly Contact[] {
  if (!alertTo) return others;
  return [
    {
      id: ALERT_TO,
      unit: settings.ministry,
      role: 'Điều phối',
      honorific: null,
      name: null,
      email: alertTo,
      active: true,
    },
  ];
}

/** Today until the last sending hour is over, then the next day on which mails go. */
function digestDay(desk: Desk): Temporal.PlainDate {
  const today = localDay(desk.now);
  const end = desk.calendar.windowsOn(today).at(-1)?.until;
  return end && isBefore(desk.now, end) ? today : nextSendingDay(desk, today);
}

function nextSendingDay({ calendar }: Desk, day: Temporal.PlainDate): Temporal.PlainDate {
  return localDay(calendar.nextSendAt(startOfDay(day.add({ days: 1 }))));
}
