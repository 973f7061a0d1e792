import { Temporal } from 'temporal-polyfill';
import { formatDate, formatTime } from '../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, toLocal } from '../../sheets-schema/zone.ts';
import { deadlineInWords, isOnTime } from '../domain/deadline.ts';
import { aboutKey, type LedgerBook } from '../domain/ledger.ts';
import type { PolicyInput } from '../domain/notice.ts';
import { fourCounts } from '../domain/round-figures.ts';
import { lackingWords } from '../domain/tracking-words.ts';
import type { UnitStatus } from '../domain/unit-status.ts';
import { submittedAt } from '../domain/unit-statuses.ts';
import type { MailOrder } from '../ports.ts';
import type { MailSources } from './plan-mail.ts';

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

function decisionsOf({ unit, pending, afterLock }: UnitStatus): readonly string[] {
  return [
    ...pending.map((report) => `${unit.shortName}: báo cáo ${report.version} chờ xác minh đơn vị`),
    ...afterLock.map((report) => `${unit.shortName}: báo cáo ${report.version} gửi sau khi khóa, chờ chấp nhận`),
  ];
}

function lastDigest({ about }: LedgerBook): Temporal.Instant | null {
  const sent = (about.get(aboutKey('digest', null)) ?? []).flatMap((entry) => entry.sentAt ?? []);
  return sent.sort(Temporal.Instant.compare).at(-1) ?? null;
}

function receivedSince({ unit, versions, onTime }: UnitStatus, since: Temporal.Instant | null): readonly string[] {
  return versions
    .filter((version) => since === null || Temporal.Instant.compare(version.seenAt, since) > 0)
    .map(
      (version) =>
        `${unit.shortName}: ${version.version}, ${momentWords(submittedAt(version))}, ${onTime ? 'đúng hạn' : 'sau thời hạn'}`,
    );
}

function lateWords(status: UnitStatus, days: number, { about }: LedgerBook): string {
  const entries = about.get(aboutKey(status.round.id, status.unit.code)) ?? [];
  const reminded = entries.filter((entry) => entry.parts?.kind === 'qua-han' && entry.sentAt !== null).length;
  const times = reminded === 0 ? 'chưa nhắc sau hạn' : `đã nhắc sau hạn ${reminded} lần`;
  return `${status.unit.shortName}: quá hạn ${days} ngày làm việc, ${times}`;
}

function momentWords(instant: Temporal.Instant): string {
  return `${formatTime(toLocal(instant).toPlainTime())} ngày ${formatDate(localDay(instant))}`;
}

export function digestVariables(sources: MailSources): MailOrder['variables'] {
  const { policy, lastGoodRun, findingCount, sheetUrl } = sources;
  const lists = digestLists(policy);
  const counts = fourCounts(policy.tasks, policy.now);
  const today = localDay(policy.now);
  const dueToday = policy.statuses.filter(
    (status) => status.filedAt === null && status.effective.lastDay.equals(today),
  );
  const lines = (list: readonly string[]) => list.map((dong) => ({ dong }));
  return {
    ten_co_quan: 'Điều phối viên',
    link: sheetUrl,
    so_qua_han: lists.overdue.length,
    so_hom_nay: dueToday.length,
    so_can_xu_ly: lists.toDecide.length,
    co_viec: lists.toDecide.length > 0,
    can_quyet_dinh: lines(lists.toDecide),
    moi_nhan: lines(lists.received),
    can_bo_sung: lines(lists.toSupplement),
    qua_han: lines(lists.overdue),
    sap_den_han: lines(lists.soon),
    ht_dung_han: counts.doneOnTime,
    ht_qua_han: counts.doneLate,
    cht_trong_han: counts.openInTime,
    cht_qua_han: counts.openOverdue,
    lan_chay_cuoi: lastGoodRun ? momentWords(Temporal.Instant.from(lastGoodRun)) : '',
    loi: findingCount === 0 ? [] : [{ dong: `${findingCount} điểm cần xem ở tab Kiểm tra` }],
  };
}
