import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, startOfDay, toInstant } from '../../sheets-schema/zone.ts';
import { ledgerKey } from './ledger-key.ts';
import { type Candidate, type Notice, ranks } from './notice.ts';
import { type Desk, isBefore } from './notice-desk.ts';

const DIGEST_TIME = Temporal.PlainTime.from('08:00');

/** The coordinators' digest: in the morning of working days, later the same day if missed, never of a day gone by. */
export function digestNotices(desk: Desk): readonly Candidate[] {
  if (!desk.digestContent?.hasNews) return [];
  const day = digestDay(desk);
  const step = '1';
  const notice: Notice = {
    key: ledgerKey({ subject: 'digest', unit: null, kind: 'Bản tin điều phối', step, at: day.toString() }),
    kind: 'Bản tin điều phối',
    subject: 'digest',
    unit: null,
    step,
    deadline: null,
    dueAt: toInstant(day.toPlainDateTime(DIGEST_TIME)),
    rank: ranks.digest,
    why: `Bản tin ngày ${formatDate(day)}.`,
    recipients: desk.contactsOf(null, 'Điều phối'),
  };
  return [{ notice, round: null, status: null, group: notice.key, lane: null, hours: 'any', moot: null, heldBy: null }];
}

/** Today until the last sending hour is over, then the next day on which mails go. */
function digestDay({ calendar, now }: Desk): Temporal.PlainDate {
  const today = localDay(now);
  const end = calendar.windowsOn(today).at(-1)?.until;
  if (end && isBefore(now, end)) return today;
  return localDay(calendar.nextSendAt(startOfDay(today.add({ days: 1 }))));
}
