import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, startOfDay, toInstant } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { isTerminal } from '../ledger.ts';
import { ledgerKey } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';

const DIGEST_TIME = Temporal.PlainTime.from('08:00');

/** The coordinators' digest: every morning there is something to tell, and at once when a cell was marked secret. */
export function digestNotices(desk: Desk): readonly Candidate[] {
  const open = desk.statuses.filter((status) => status.round.state === 'Đang mở');
  return [...morning(desk), ...open.flatMap((status) => atOnce(desk, status))];
}

/** In the morning of working days, later the same day if missed, never of a day gone by; after it the next one is shown. */
function morning(desk: Desk): readonly Candidate[] {
  if (!desk.digestContent?.hasNews) return [];
  const day = digestDay(desk);
  const issue = issueOf(desk, day);
  const entry = desk.ledger.entries.get(issue.notice.key);
  return [entry && isTerminal(entry.state) ? issueOf(desk, nextSendingDay(desk, day)) : issue];
}

function issueOf(desk: Desk, day: Temporal.PlainDate): Candidate {
  const dueAt = toInstant(day.toPlainDateTime(DIGEST_TIME));
  return digest(desk, { step: '1', at: day.toString(), dueAt, why: `Bản tin ngày ${formatDate(day)}.` });
}

/** A secret must not lie in the form until the next morning: whatever the hour, once for each version. */
function atOnce(desk: Desk, { unit, secrets, versions, pending, afterLock }: UnitStatus): readonly Candidate[] {
  return [...versions, ...pending, ...afterLock]
    .filter(({ version }) => secrets.includes(version))
    .map(({ version, seenAt }) => {
      const why = `Báo cáo ${version} của ${unit.shortName} có nội dung mang dấu chỉ độ mật.`;
      return digest(desk, { step: 'mat', at: version, dueAt: seenAt, why });
    });
}

type Issue = { readonly step: string; readonly at: string; readonly dueAt: Temporal.Instant; readonly why: string };

function digest(desk: Desk, { step, at, dueAt, why }: Issue): Candidate {
  const kind = 'Bản tin điều phối';
  const notice: Notice = {
    key: ledgerKey({ subject: 'digest', unit: null, kind, step, at }),
    kind,
    subject: 'digest',
    unit: null,
    step,
    deadline: null,
    dueAt,
    rank: ranks.digest,
    why,
    recipients: desk.contactsOf(null, 'Điều phối'),
  };
  return { notice, round: null, status: null, group: notice.key, lane: null, hours: 'any', moot: null, heldBy: null };
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
