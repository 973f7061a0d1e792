import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { MailPlanRow } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { localDay, startOfDay } from '../../sheets-schema/zone.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { isBefore } from '../domain/notices/notice-desk.ts';
import type { NoticePlan } from '../domain/notices/plan-notices.ts';
import { type Approval, type Foretold, ifApproved, leavesAt, noticeThen } from '../domain/notices/schedule.ts';
import { growthOf } from '../domain/standing/outline-record.ts';
import { momentWords, timeOf } from '../domain/time/moment-words.ts';

/** Puts a mail to come into words, as it will be at that moment. */
export type Foretell = (notice: Notice, at: Temporal.Instant) => { readonly subject: string; readonly text: string };

type Sources = {
  readonly notices: NoticePlan;
  readonly foretell: Foretell;
  /** What units are called, by their codes. */
  readonly names: ReadonlyMap<string, string>;
  /** Every row there is. */
  readonly outline: readonly OutlineQuestion[];
};

/** `Lịch thư`: what an approval would do, then every mail to come, the next ones in full. */
export function mailPlanRows(schedule: readonly Foretold[], sources: Sources): readonly MailPlanRow[] {
  const { notices, names, outline } = sources;
  const isInFull = new Set(inFull(schedule, notices));
  return [
    ...approvalRows(notices),
    ...growthRows(notices, outline),
    ...schedule.map((row) => ({
      at: row.at,
      unit: row.unit,
      name: row.unit === null ? null : (names.get(row.unit) ?? null),
      kind: row.kind,
      state: row.state,
      why: row.why,
      to: [...new Set(row.notice.recipients.map(({ id }) => id))].join('; ') || null,
      ...(isInFull.has(row) ? wordsOf(row, sources) : NO_WORDS),
      key: row.key,
    })),
  ];
}

const NO_WORDS = { subject: null, text: null };

/** Nobody knows what will have come by then. */
const WRITTEN_THEN = 'Được soạn khi gửi, theo tình hình lúc đó.';

function wordsOf(row: Foretold, { notices: { desk }, foretell }: Sources): Pick<MailPlanRow, 'subject' | 'text'> {
  if (kinds[row.notice.kind].about === 'morning') return { subject: null, text: WRITTEN_THEN };
  return foretell(noticeThen(desk, row), leavesAt(desk, row));
}

/** Working days ahead for which a mail is shown in full, and how many are: a country is not written out in every run. */
const DAYS_IN_FULL = 2;
const MOST_IN_FULL = 50;

/** What leaves soon, and of what leaves later the first of each kind and step. */
function inFull(schedule: readonly Foretold[], { desk: { now, calendar } }: NoticePlan): readonly Foretold[] {
  const end = startOfDay(calendar.addWorkingDays(localDay(now), DAYS_IN_FULL).add({ days: 1 }));
  const soon = schedule.filter(({ at }) => isBefore(at, end)).slice(0, MOST_IN_FULL);
  const shown = new Set(soon);
  const first = new Map<string, Foretold>();
  for (const row of schedule) {
    const { kind, step } = row.notice;
    const name = kinds[kind].repeats === 'each step' ? `${kind}/${step}` : kind;
    if (!shown.has(row) && !first.has(name)) first.set(name, row);
  }
  return [...soon, ...first.values()];
}

/** Of each round that waits for its approval what that would do, above everything else. */
function approvalRows(notices: NoticePlan): readonly MailPlanRow[] {
  const { statuses, settings, now } = notices.desk;
  const waiting = new Set(
    statuses.flatMap(({ round }) => (round.approved || round.state === 'Đã đóng' ? [] : [round.id])),
  );
  return [...waiting].map((round) => ({
    at: null,
    unit: null,
    name: null,
    kind: rounds.columns.approved.header,
    state: 'Giữ lại',
    why: approvalWords(round, ifApproved(notices, round), { isOff: settings.mail !== 'Bật', now }),
    to: null,
    ...NO_WORDS,
    key: null,
  }));
}

/** Of each round what its outline asks beyond what was approved, and what lets it in. */
function growthRows({ desk }: NoticePlan, outline: readonly OutlineQuestion[]): readonly MailPlanRow[] {
  const begun = new Set(desk.statuses.flatMap(({ round }) => (round.state === 'Đã đóng' ? [] : [round])));
  return [...begun].flatMap((round) => {
    const items = [...new Set(growthOf(round, outline).map(({ question: { item } }) => item))];
    if (items.length === 0) return [];
    const { header } = rounds.columns.outlineVersion;
    const why = `Kỳ ${round.id}: mục ${items.join(', ')} của đề cương thêm hoặc mở rộng sau khi duyệt; biểu mẫu và thư chưa hỏi cho tới khi có quyết định "Đồng ý thay đổi" với Giá trị "${header}"`;
    return [
      { at: null, unit: null, name: null, kind: header, state: 'Giữ lại', why, to: null, ...NO_WORDS, key: null },
    ];
  });
}

type Switch = { readonly isOff: boolean; readonly now: Temporal.Instant };

/** One sentence that stays the same for as long as it is true. */
function approvalWords(round: string, approval: Approval, { isOff, now }: Switch): string {
  const { first, later, held, at } = approval;
  const begin = `Đánh dấu ${rounds.columns.approved.header} ở kỳ ${round} thì`;
  const rest = held.length > 0 ? ` ${held.length} thư vẫn giữ lại vì lý do khác, ghi ở cột Vì sao.` : '';
  if (at === null) return `${begin} chưa thư nào đi.${rest}`;
  const then = later.length > 0 ? `; ${later.length} thư khác đi trong tuần này` : '';
  const leave = `${countsOf(first)} đi ${whenOf(at, now)}${then}`;
  const mails = isOff ? `chưa thư nào đi vì Gửi thư đang Tắt ở tab Cài đặt; khi Bật, ${leave}` : leave;
  return `${begin} ${mails}.${rest}`;
}

/** `6 thư đề nghị gửi báo cáo`. */
function countsOf(mails: readonly Foretold[]): string {
  const byKind = Map.groupBy(mails, ({ kind }) => kind);
  return [...byKind].map(([kind, of]) => `${of.length} thư "${kind}"`).join(', ');
}

function whenOf(at: Temporal.Instant, now: Temporal.Instant): string {
  if (!isBefore(now, at)) return 'ngay';
  return localDay(at).equals(localDay(now))
    ? `lúc ${timeOf(at)} hôm nay, ngày ${formatDate(localDay(at))}`
    : `lúc ${momentWords(at)}`;
}
