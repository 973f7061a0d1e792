import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Settings } from '../../../sheets-schema/setting-list.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { itemWordings } from '../../../sheets-schema/tabs/outline.ts';
import { bounded } from '../../../sheets-schema/text.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { isOnTime } from '../time/deadline.ts';
import { momentWords } from '../time/moment-words.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { UnitStatus } from './unit-status.ts';

/** What has come in from a unit, apart from whether it came in time. */
export type Filing =
  | 'Chưa gửi'
  | 'Chờ xác minh đơn vị'
  | 'Gửi sau khi khóa – chờ chấp nhận'
  | 'Trả lại để bổ sung'
  | 'Đề nghị bổ sung'
  | 'Cần làm rõ'
  | 'Đã tiếp nhận nội dung'
  | 'Đã nhận văn bản chính thức';

export function filingOf(status: UnitStatus): Filing {
  if (status.returned) return 'Trả lại để bổ sung';
  if (status.versions.length === 0) return status.filedAt ? 'Đã nhận văn bản chính thức' : notFiled(status);
  if (hasVerdict(status, 'Thiếu')) return 'Đề nghị bổ sung';
  if (hasVerdict(status, 'Cần làm rõ')) return 'Cần làm rõ';
  return status.official?.number ? 'Đã nhận văn bản chính thức' : 'Đã tiếp nhận nội dung';
}

/** Why a version waits for a word. */
export function whyItWaits({ identity }: Pick<Report, 'identity'>): string {
  switch (identity) {
    case 'Chờ xác minh đơn vị':
      return 'chờ xác minh đơn vị';
    case 'Mã của kỳ đã đóng':
      return 'gửi qua đường dẫn của kỳ đã đóng, chờ xác nhận';
    default:
      return 'gửi sau khi khóa, chờ chấp nhận';
  }
}

/** `báo cáo BC-1`; of several their number, and the newest. */
export function versionsInWords(versions: readonly string[]): string {
  const newest = versions.at(-1) ?? '';
  return versions.length > 1 ? `${versions.length} báo cáo (mới nhất ${newest})` : `báo cáo ${newest}`;
}

/** What came from a unit, or in its name, and waits for a word: one line for each reason, however many came. */
export function waitingWords({ pending, afterLock }: Pick<UnitStatus, 'pending' | 'afterLock'>): readonly string[] {
  const reasons = Map.groupBy(
    [
      ...pending.map(({ version }) => [version, 'chờ xác minh đơn vị'] as const),
      ...afterLock.map((report) => [report.version, whyItWaits(report)] as const),
    ],
    ([, why]) => why,
  );
  return [...reasons].map(([why, reports]) => `${versionsInWords(reports.map(([version]) => version))} ${why}`);
}

/** More time that a unit asked for and that waits for a word. */
export function requestWords({ requests }: Pick<UnitStatus, 'requests'>): readonly string[] {
  return requests.flatMap(({ isOpen, words, day, askedAt }) =>
    isOpen
      ? `đề nghị gia hạn${day ? ` đến ngày ${formatDate(day)}` : ''}, gửi lúc ${momentWords(askedAt)}: "${bounded(words, LONGEST_REQUEST)}"`
      : [],
  );
}

const LONGEST_REQUEST = 200;

/** What stands in place of "chưa gửi" where something waits for a word; null where nothing does. */
export function insteadOfSilence({ filedAt, pending, afterLock }: UnitStatus): string | null {
  if (filedAt !== null) return null;
  const last = afterLock.at(-1);
  if (last) return `báo cáo ${whyItWaits(last)}`;
  if (pending.length === 0) return null;
  return pending.length === 1 ? 'có một báo cáo chưa xác minh' : `có ${pending.length} báo cáo chưa xác minh`;
}

function notFiled(status: UnitStatus): Filing {
  if (status.pending.length > 0) return 'Chờ xác minh đơn vị';
  return status.afterLock.length > 0 ? 'Gửi sau khi khóa – chờ chấp nhận' : 'Chưa gửi';
}

export function hasVerdict(status: UnitStatus, verdict: 'Thiếu' | 'Cần làm rõ'): boolean {
  return status.items.some((item) => item.counts && item.verdict === verdict);
}

/** A report that came and is not all of it, or not clear; an official document alone is asked for nothing. */
export function isLacking(status: UnitStatus): boolean {
  return status.filedAt !== null && lackingWords(status) !== null;
}

/** A report with every counting item *Đủ*. */
export function isComplete(status: UnitStatus): boolean {
  return status.filedAt !== null && status.items.every((item) => !item.counts || item.verdict === 'Đủ');
}

export type TimingSources = {
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
  /** Working days at and below which a deadline is near. */
  readonly soonDays: number;
  /** What was due before this is silent until confirmed. */
  readonly goLive: Temporal.Instant | null;
  readonly confirmedRounds: readonly string[];
};

/** What whoever decides about mails knows, as far as words about time need it. */
export function timingOf({
  now,
  calendar,
  settings,
  confirmedRounds,
}: Pick<TimingSources, 'now' | 'calendar' | 'confirmedRounds'> & {
  readonly settings: Pick<Settings, 'soonDays' | 'goLive'>;
}): TimingSources {
  return { now, calendar, soonDays: settings.soonDays, goLive: settings.goLive, confirmedRounds };
}

/** Whether a unit is in time, in the words of the tables; late counts are working days. */
export function timingWords(status: UnitStatus, sources: TimingSources): string {
  const { lastDay } = status.judgedBy;
  const days = (until: Temporal.Instant) => sources.calendar.workingDaysBetween(lastDay, localDay(until));
  if (status.filedAt) return status.onTime ? 'Đúng hạn' : counted('Gửi muộn', days(status.filedAt));
  if (isBeforeOperation(status, sources)) return 'Dữ liệu trước vận hành – chờ xác nhận';
  if (!isOnTime(sources.now, status.effective)) return counted('Quá hạn', days(sources.now));
  const today = localDay(sources.now);
  if (today.equals(lastDay)) return 'Đến hạn hôm nay';
  const left = sources.calendar.workingDaysBetween(today, lastDay);
  return left <= sources.soonDays ? `Sắp đến hạn (còn ${left} ngày làm việc)` : 'Chưa đến hạn';
}

function counted(words: string, days: number): string {
  return days > 0 ? `${words} ${days} ngày làm việc` : words;
}

export function isBeforeOperation(status: UnitStatus, { goLive, confirmedRounds }: TimingSources): boolean {
  if (goLive === null || confirmedRounds.includes(status.round.id)) return false;
  return Temporal.Instant.compare(status.effective.before, goLive) <= 0;
}

export type ItemWords = (typeof itemWordings)[number];

/** A unit that has sent nothing lacks no item in particular; an optional item left blank is nobody's fault. */
export function itemWords(status: UnitStatus, name: string): ItemWords {
  const item = status.items.find((one) => one.item === name);
  if (!item || item.verdict === 'Không áp dụng') return 'Không áp dụng';
  const hasSent = status.filedAt !== null || status.versions.length > 0;
  if (!item.counts && item.versions.length === 0) return hasSent ? 'Không nêu' : 'Không bắt buộc';
  if (hasSent) return item.verdict;
  if (status.pending.length > 0) return 'Chờ xác minh';
  return status.afterLock.length > 0 ? 'Chờ chấp nhận' : 'Chưa gửi';
}

/** `1.3 Thiếu; 1.4 Cần làm rõ`; null when nothing lacks or nothing was sent. */
export function lackingWords(status: UnitStatus): string | null {
  if (status.versions.length === 0) return null;
  const lacking = status.items.filter((item) => item.counts && item.verdict !== 'Đủ');
  return lacking.map((item) => `${item.item} ${item.verdict}`).join('; ') || null;
}

/** `12/BC-UBND ngày 24/10/2025`, as far as it is known; null without a number. */
export function officialWords({ official }: Pick<UnitStatus, 'official'>): string | null {
  if (!official?.number) return null;
  return official.date ? `${official.number} ngày ${formatDate(official.date)}` : official.number;
}
