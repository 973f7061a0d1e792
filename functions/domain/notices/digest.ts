import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { keyFacts, kinds, type NoticeKind } from '../../../sheets-schema/notice-kinds.ts';
import type { DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { ownCode } from '../links/codes.ts';
import { type TaskLists, taskLists } from '../standing/task-lists.ts';
import { isLacking, lackingWords, requestWords, timingOf, versionsInWords } from '../standing/tracking-words.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { submittedAt } from '../standing/unit-statuses.ts';
import { deadlineInWords, isOnTime } from '../time/deadline.ts';
import { momentWords } from '../time/moment-words.ts';
import { waitsForAPerson } from './fate.ts';
import { aboutKey, type LedgerBook } from './ledger.ts';
import type { Notice, PolicyInput } from './notice.ts';
import type { NoticePlan } from './plan-notices.ts';
import { type Foretold, planMailSchedule } from './schedule.ts';
import { lastDigest, stillWords } from './standstill.ts';

/** The lists of a coordinator's morning. */
export type DigestLists = {
  readonly toDecide: readonly string[];
  readonly received: readonly string[];
  readonly toSupplement: readonly string[];
  readonly overdue: readonly string[];
  readonly soon: readonly string[];
  /** Of the register, beside the reports. */
  readonly tasks: TaskLists;
};

/**
 * What there is to tell; all lists empty means that no digest goes out unless something stands still.
 * @param going to whom a late notice leaves today, as {@link calledLateOn} says
 */
export function digestLists(
  policy: Omit<PolicyInput, 'digestContent'>,
  going: ReadonlySet<string> = new Set(),
): DigestLists {
  const { statuses, tasks, ledger, now, calendar, settings } = policy;
  const open = statuses.filter((status) => status.round.state === 'Đang mở');
  const since = lastDigest(ledger);
  const today = localDay(now);
  const late = open.filter((status) => status.filedAt === null && !isOnTime(now, status.effective));
  const coming = open.filter((status) => status.filedAt === null && isOnTime(now, status.effective));
  return {
    toDecide: [...open.flatMap(decisionsOf), ...statuses.flatMap(forClosedRound)],
    received: open.flatMap((status) => receivedSince(status, since)),
    toSupplement: open.flatMap((status) =>
      isLacking(status) ? [`${status.unit.shortName}: ${lackingWords(status)}`] : [],
    ),
    overdue: late.map((status) =>
      lateWords(status, calendar.workingDaysBetween(status.effective.lastDay, today), ledger, going),
    ),
    soon: coming.flatMap((status) => {
      const left = calendar.workingDaysBetween(today, status.effective.lastDay);
      const words = left === 0 ? 'hôm nay' : `còn ${left} ngày làm việc`;
      return left <= settings.soonDays
        ? [`${status.unit.shortName}: ${deadlineInWords(status.effective)}, ${words}`]
        : [];
    }),
    tasks: taskLists(tasks, timingOf(policy)),
  };
}

/** What a morning has to tell: of reports and of what is soon due every day, of the rest of the register once a week. */
export function newsOf({ tasks, ...ofReports }: DigestLists): {
  readonly hasNews: boolean;
  readonly isWeekly: boolean;
} {
  return {
    hasNews: [...Object.values(ofReports), tasks.soon].some((list) => list.length > 0),
    isWeekly: tasks.toDecide.length + tasks.overdue.length > 0,
  };
}

/** One line for all of a kind that a unit sent: whoever sends many leaves the other lines to others. */
function decisionsOf(status: UnitStatus): readonly string[] {
  const { unit, secrets, pending, afterLock, items } = status;
  const late = afterLock.filter(({ identity }) => identity !== 'Mã của kỳ đã đóng');
  return [
    ...(secrets.length > 0
      ? [`${versionsInWords(secrets)} có nội dung mang dấu chỉ độ mật, không chép vào bảng; liên hệ ngay đơn vị`]
      : []),
    ...waiting(pending, 'chờ xác minh đơn vị').map(
      ({ words, newest }) =>
        `${words}${toWrite(status, 'Xác nhận đơn vị', newest)}; không phải thì "Không phải của đơn vị"`,
    ),
    ...waiting(late, 'gửi sau khi khóa, chờ chấp nhận').map(
      ({ words }) => `${words}${toWrite(status, 'Mở lại cho đơn vị')}`,
    ),
    ...requestWords(status).map(
      (words) =>
        `${words}${toWrite(status, 'Gia hạn', dayAsked(status))}; không gia hạn thì "Không gia hạn", ghi lý do`,
    ),
    ...items.flatMap(({ item, difference }) =>
      difference
        ? [
            `mục ${item}, hai báo cáo trả lời khác nhau: ${ownCode(difference.older.version, unit.code)} và ${ownCode(difference.newer.version, unit.code)}, đang dùng bản trả lời sau${toWrite(status, 'Dùng nội dung của', 'mã của bản đúng', item)}`,
          ]
        : [],
    ),
  ].map((words) => `${unit.shortName}: ${words}`);
}

/** As the unit named it; else the coordinator names one. */
function dayAsked({ requests }: UnitStatus): string {
  const day = requests.find(({ isOpen }) => isOpen)?.day;
  return day ? formatDate(day) : 'hạn mới';
}

/** What came by the link of a round that is closed waits for a word too. */
function forClosedRound(status: UnitStatus): readonly string[] {
  if (status.round.state !== 'Đã đóng') return [];
  const meant = status.afterLock.filter(({ identity }) => identity === 'Mã của kỳ đã đóng');
  return waiting(meant, 'gửi qua đường dẫn của kỳ đã đóng, chờ xác nhận').map(
    ({ words, newest }) =>
      `${status.unit.shortName}: ${words}. Của kỳ đang mở thì ghi ở tab Quyết định: mã kỳ đang mở · ${status.unit.code} · Xác nhận đơn vị · ${newest}; bổ sung cho kỳ cũ thì ${status.round.id} · ${status.unit.code} · Mở lại cho đơn vị`,
  );
}

function waiting(reports: readonly Report[], why: string) {
  const newest = reports.at(-1)?.version;
  if (newest === undefined) return [];
  return [{ words: `${versionsInWords(reports.map(({ version }) => version))} ${why}`, newest }];
}

/** A row of `Quyết định` in the order of its columns, ready to copy. */
function toWrite(
  { round, unit }: UnitStatus,
  decision: DecisionKind,
  value: string | null = null,
  item: string | null = null,
): string {
  const cells = [round.id, unit.code, ...(item ? [`mục ${item}`] : []), decision, ...(value ? [value] : [])];
  return `. Ghi ở tab Quyết định: ${cells.join(' · ')}`;
}

function receivedSince({ unit, versions, onTime }: UnitStatus, since: Temporal.Instant | null): readonly string[] {
  const received = versions.filter(({ seenAt }) => since === null || Temporal.Instant.compare(seenAt, since) > 0);
  const last = received.at(-1);
  if (!last) return [];
  const others = received.length > 1 ? `, bản mới nhất trong ${received.length} bản` : '';
  const timing = onTime ? 'đúng hạn' : 'sau thời hạn';
  return [`${unit.shortName}: ${last.version}, ${momentWords(submittedAt(last))}, ${timing}${others}`];
}

/** @param going to whom a late notice leaves today */
function lateWords(status: UnitStatus, days: number, { about }: LedgerBook, going: ReadonlySet<string>): string {
  const key = aboutKey(status.round.id, status.unit.code);
  const reminded = (about.get(key) ?? []).filter(
    ({ parts, sentAt }) => parts && keyFacts[parts.kind].callsLate && sentAt !== null,
  ).length;
  const times = reminded === 0 ? 'chưa nhắc sau hạn' : `đã nhắc sau hạn ${reminded} lần`;
  const words = going.has(key) ? `hôm nay nhắc sau hạn lần ${reminded + 1}` : times;
  return `${status.unit.shortName}: quá hạn ${days} ngày làm việc, ${words}`;
}

/** What the mails of a day, gone and to go, and those that are held tell a coordinator. */
export type MailNews = {
  /** What stands still, with how many mails wait for it. */
  readonly still: readonly string[];
  readonly sent: readonly string[];
  readonly today: readonly string[];
};

/** @param day of the digest: today, or for `Lịch thư` a day to come */
export function mailNews(plan: NoticePlan, day: Temporal.PlainDate): MailNews {
  const { desk } = plan;
  const held = plan.decided.flatMap(({ notice, fate }) =>
    fate.do === 'hold' && !isMorning(notice.kind) ? [{ notice, reason: fate.reason }] : [],
  );
  const still = desk.still ?? [];
  return {
    still: [
      ...still.map((one) => stillWords(one, desk.now, held.filter(({ reason }) => reason === one.reason).length)),
      ...[...Map.groupBy(held, ({ reason }) => reason)].flatMap(([reason, mails]) =>
        waitsForAPerson.has(reason)
          ? [
              heldWords(
                mails.map(({ notice }) => notice),
                reason,
              ),
            ]
          : [],
      ),
    ],
    sent: sentSince(desk.ledger, lastDigest(desk.ledger), namesIn(desk)),
    today: goingWords(plan, day),
  };
}

function isMorning(kind: NoticeKind): boolean {
  return kinds[kind].about === 'morning';
}

function heldWords(mails: readonly Notice[], reason: string): string {
  const first = mails.reduce((a, b) => (Temporal.Instant.compare(b.dueAt, a.dueAt) < 0 ? b : a), mails[0] as Notice);
  const units = [...new Set(mails.flatMap(({ status, unit }) => status?.unit.shortName ?? unit ?? []))];
  const to = units.length > 0 ? ` gửi ${listed(units)}` : '';
  return `Từ ${momentWords(first.dueAt)}: ${mails.length} thư${to} đang giữ lại. ${reason.replace(/\.$/, '')}`;
}

function namesIn({ statuses, tasks }: Pick<PolicyInput, 'statuses' | 'tasks'>): ReadonlyMap<string, string> {
  const units = [...statuses.map(({ unit }) => unit), ...tasks.flatMap(({ unit, told = [] }) => [unit, ...told])];
  return new Map(units.map(({ code, shortName }) => [code, shortName]));
}

/** What went to others since the last digest: a line a kind. */
function sentSince(
  { entries }: LedgerBook,
  since: Temporal.Instant | null,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const sent = [...entries.values()].flatMap(({ sentAt, parts, kind }) => {
    const isNew = sentAt !== null && (since === null || Temporal.Instant.compare(sentAt, since) > 0);
    return isNew && parts && keyFacts[parts.kind].about !== 'morning' ? [{ kind: kind ?? '', unit: parts.unit }] : [];
  });
  return byKind(sent.map(({ kind, unit }) => ({ kind, name: unit === null ? null : (names.get(unit) ?? unit) })));
}

/** What a day sends, this moment and later. */
function goingOn(plan: NoticePlan, day: Temporal.PlainDate): readonly Foretold[] {
  return planMailSchedule(plan).filter(
    ({ state, at, notice }) => state === 'Sẽ gửi' && at && localDay(at).equals(day) && !isMorning(notice.kind),
  );
}

function goingWords(plan: NoticePlan, day: Temporal.PlainDate): readonly string[] {
  const names = namesIn(plan.desk);
  const going = goingOn(plan, day);
  const others = going.filter(({ notice }) => kinds[notice.kind].to !== 'leaders');
  const internal = going.filter(({ notice }) => kinds[notice.kind].to === 'leaders');
  return [
    ...byKind(others.map(({ kind, unit }) => ({ kind, name: unit === null ? null : (names.get(unit) ?? unit) }))),
    ...internal.map(({ kind, why }) => `${kind}: ${why ?? ''}`),
  ];
}

function byKind(mails: readonly { readonly kind: string; readonly name: string | null }[]): readonly string[] {
  return [...Map.groupBy(mails, ({ kind }) => kind)].map(([kind, of]) => {
    const names = [...new Set(of.flatMap(({ name }) => name ?? []))];
    return names.length > 0 ? `${kind}: ${listed(names)}` : `${kind}: ${of.length} thư`;
  });
}

const MOST_NAMES = 20;

function listed(names: readonly string[]): string {
  const rest = names.length > MOST_NAMES ? ` … và ${names.length - MOST_NAMES} nữa` : '';
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest}`;
}

/** To whom a late notice leaves on a day. */
export function calledLateOn(plan: NoticePlan, day: Temporal.PlainDate): ReadonlySet<string> {
  const late = goingOn(plan, day).filter(({ notice }) => kinds[notice.kind].callsLate);
  return new Set(late.map(({ notice }) => aboutKey(notice.subject, notice.unit)));
}
