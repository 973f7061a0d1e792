import { Temporal } from 'temporal-polyfill';
import { keyFacts } from '../../../sheets-schema/notice-kinds.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { lackingWords, versionsInWords, waitingWords } from '../standing/tracking-words.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { submittedAt } from '../standing/unit-statuses.ts';
import { deadlineInWords, isOnTime } from '../time/deadline.ts';
import { momentWords } from '../time/moment-words.ts';
import { aboutKey, type LedgerBook } from './ledger.ts';
import type { PolicyInput } from './notice.ts';

/** The lists of a coordinator's morning. */
export type DigestLists = {
  readonly toDecide: readonly string[];
  readonly received: readonly string[];
  readonly toSupplement: readonly string[];
  readonly overdue: readonly string[];
  readonly soon: readonly string[];
};

/** What there is to tell; all lists empty means that no digest goes out. */
export function digestLists({
  statuses,
  ledger,
  now,
  calendar,
  settings,
}: Omit<PolicyInput, 'digestContent'>): DigestLists {
  const open = statuses.filter((status) => status.round.state === 'Đang mở');
  const since = lastDigest(ledger);
  const today = localDay(now);
  const late = open.filter((status) => status.filedAt === null && !isOnTime(now, status.effective));
  const coming = open.filter((status) => status.filedAt === null && isOnTime(now, status.effective));
  return {
    toDecide: open.flatMap(decisionsOf),
    received: open.flatMap((status) => receivedSince(status, since)),
    toSupplement: open.flatMap((status) =>
      lackingWords(status) ? [`${status.unit.shortName}: ${lackingWords(status)}`] : [],
    ),
    overdue: late.map((status) =>
      lateWords(status, calendar.workingDaysBetween(status.effective.lastDay, today), ledger),
    ),
    soon: coming.flatMap((status) => {
      const left = calendar.workingDaysBetween(today, status.effective.lastDay);
      const words = left === 0 ? 'hôm nay' : `còn ${left} ngày làm việc`;
      return left <= settings.soonDays
        ? [`${status.unit.shortName}: ${deadlineInWords(status.effective)}, ${words}`]
        : [];
    }),
  };
}

export function hasNews(lists: DigestLists): boolean {
  return Object.values(lists).some((list) => list.length > 0);
}

/** One line for all of a kind that a unit sent: whoever sends many leaves the other lines to others. */
function decisionsOf(status: UnitStatus): readonly string[] {
  const { unit, secrets } = status;
  const secretWords = 'có nội dung mang dấu chỉ độ mật, không chép vào bảng; liên hệ ngay đơn vị';
  return [...(secrets.length > 0 ? [`${versionsInWords(secrets)} ${secretWords}`] : []), ...waitingWords(status)].map(
    (words) => `${unit.shortName}: ${words}`,
  );
}

function lastDigest({ about }: LedgerBook): Temporal.Instant | null {
  const sent = (about.get(aboutKey('digest', null)) ?? []).flatMap((entry) => entry.sentAt ?? []);
  return sent.sort(Temporal.Instant.compare).at(-1) ?? null;
}

function receivedSince({ unit, versions, onTime }: UnitStatus, since: Temporal.Instant | null): readonly string[] {
  const received = versions.filter(({ seenAt }) => since === null || Temporal.Instant.compare(seenAt, since) > 0);
  const last = received.at(-1);
  if (!last) return [];
  const others = received.length > 1 ? `, bản mới nhất trong ${received.length} bản` : '';
  const timing = onTime ? 'đúng hạn' : 'sau thời hạn';
  return [`${unit.shortName}: ${last.version}, ${momentWords(submittedAt(last))}, ${timing}${others}`];
}

function lateWords(status: UnitStatus, days: number, { about }: LedgerBook): string {
  const entries = about.get(aboutKey(status.round.id, status.unit.code)) ?? [];
  const reminded = entries.filter(
    ({ parts, sentAt }) => parts && keyFacts[parts.kind].callsLate && sentAt !== null,
  ).length;
  const times = reminded === 0 ? 'chưa nhắc sau hạn' : `đã nhắc sau hạn ${reminded} lần`;
  return `${status.unit.shortName}: quá hạn ${days} ngày làm việc, ${times}`;
}
