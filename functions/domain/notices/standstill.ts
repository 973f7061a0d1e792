import type { Temporal } from 'temporal-polyfill';
import { keyFacts } from '../../../sheets-schema/notice-kinds.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { ChangeBook } from '../standing/change-log.ts';
import { contactBook } from '../standing/contact-book.ts';
import { momentWords } from '../time/moment-words.ts';
import { aboutKey, type LedgerBook } from './ledger.ts';
import type { Doubt, PolicyInput, Still } from './notice.ts';
import { type Desk, isBefore } from './notice-desk.ts';

type Sources = Pick<PolicyInput, 'tasks' | 'doubts' | 'settings' | 'contacts' | 'ledger'> & {
  readonly book: ChangeBook;
  /** Whether contacts can be read: of a tab that cannot, nothing more is known. */
  readonly areContactsKnown: boolean;
  /** What cannot be read and holds no mail, each in words. */
  readonly unread: readonly string[];
  /** Whether the change log can be read. */
  readonly isLogKept: boolean;
};

/** All that stands still as far as the file tells, gravest first. */
export function standstill(sources: Sources): readonly Still[] {
  const { doubts, book, unread, isLogKept } = sources;
  const tasks = new Set(sources.tasks.map(({ task }) => task.id));
  const byReason = Map.groupBy(doubts, ({ reason }) => reason);
  const all = [
    ...[...byReason].map(([reason, of]) => doubted(reason, of, { book, tasks })),
    ...mailOff(sources),
    ...nobodyToWriteTo(sources),
    ...unread.map((what, at) => (at < MOST_KEPT ? kept(book, UNREAD, what) : still(what))),
  ];
  return isLogKept ? all : all.map((one) => ({ ...one, isUndated: true }));
}

/** Under which the change log keeps what no doubt tells of. */
export const STILL = 'still/';
const NOBODY = `${STILL}contacts`;
const UNREAD = `${STILL}unread`;
/** Whatever else cannot be read is told beside these. */
const MOST_KEPT = 100;

function still(what: string, own: Partial<Still> = {}): Still {
  return { what, since: null, reason: null, isMeant: false, ...own };
}

function kept(book: ChangeBook, subject: string, what: string): Still {
  return still(what, { subject, since: book.saidSince(subject, what) });
}

type Recorded = { readonly book: ChangeBook; readonly tasks: ReadonlySet<string> };

function doubted(reason: string, doubts: readonly Doubt[], { book, tasks }: Recorded): Still {
  const seen = doubts.flatMap((doubt) => book.saidSince(doubtSubject(doubt), reason) ?? []);
  const since = seen.reduce<Temporal.Instant | null>((a, b) => (a === null || isBefore(b, a) ? b : a), null);
  return still(`${reason}; ${restsWords(doubts, tasks)}`, { since, reason });
}

/** `Từ 09:12 ngày 27/10/2025: …`. @param mails how many wait for it */
export function stillWords({ what, since }: Still, now: Temporal.Instant, mails = 0): string {
  const waits = mails > 0 ? ` (${mails} thư đang chờ)` : '';
  return `Từ ${momentWords(since ?? now)}: ${what}${waits}`;
}

/** Under which the change log remembers a doubt. */
export function doubtSubject({ scope, only }: Doubt): string {
  if (scope === 'all') return 'doubt/all';
  if (only === 'late') return `doubt/late/${scope.round}`;
  return scope.unit ? `doubt/unit/${scope.unit}/${scope.round}` : `doubt/round/${scope.round}`;
}

const MOST_NAMES = 20;

/** @param tasks ids that are tasks of the register, and no rounds */
function restsWords(doubts: readonly Doubt[], tasks: ReadonlySet<string>): string {
  const scopes = doubts.flatMap(({ scope }) => (scope === 'all' ? [] : [scope]));
  if (scopes.length < doubts.length) return 'mọi thư gửi đơn vị tạm giữ';
  const mails = doubts.every(({ only }) => only === 'late') ? 'thư quá hạn' : 'thư';
  const { about = [], of = [] } = Object.groupBy(new Set(scopes.map(({ round }) => round)), (id) =>
    tasks.has(id) ? 'about' : 'of',
  );
  const subjects = [of.length > 0 && `của kỳ ${named(of)}`, about.length > 0 && `về nhiệm vụ ${named(about)}`];
  const units = [...new Set(scopes.flatMap(({ unit }) => unit ?? []))];
  const to = units.length === scopes.length ? ` gửi ${named(units)}` : '';
  return `${mails}${to} ${subjects.filter(Boolean).join(' và ')} tạm giữ`;
}

function named(all: readonly string[]): string {
  const rest = all.length > MOST_NAMES ? ` … và ${all.length - MOST_NAMES} nữa` : '';
  return `${all.slice(0, MOST_NAMES).join(', ')}${rest}`;
}

export const MAIL_OFF = 'Gửi thư đang Tắt trong Cài đặt.';

/** Off before it was ever on is how a new file begins. */
function mailOff({ settings, ledger, book }: Sources): readonly Still[] {
  if (settings.mail === 'Bật' || !(hasEverMailed(ledger) || book.ever(SWITCH, 'Bật'))) return [];
  const since = book.saidSince(SWITCH, 'Tắt');
  const count = mailsSent(ledger);
  const gone = count > 0 ? `${count} thư đã gửi, các thư sau đó` : 'chưa thư nào đã gửi, mọi thư';
  const words = `Gửi thư đang Tắt ở tab Cài đặt: ${gone} đang giữ lại`;
  return [still(words, { since, reason: MAIL_OFF, isMeant: true })];
}

const SWITCH = 'setting/mail';

/** How many left for others than the coordinators. */
function mailsSent({ entries }: LedgerBook): number {
  const isToOthers = (kind: keyof typeof keyFacts) => keyFacts[kind].about !== 'morning';
  return [...entries.values()].filter(({ sentAt, parts }) => sentAt !== null && (!parts || isToOthers(parts.kind)))
    .length;
}

/** Whether mail that is off keeps nobody from telling so. */
export function isMissed({ ledger, still = [] }: Pick<PolicyInput, 'ledger' | 'still'>): boolean {
  return hasEverMailed(ledger) || still.some(({ isMeant }) => isMeant);
}

export function hasEverMailed({ entries }: LedgerBook): boolean {
  return [...entries.values()].some(({ sentAt }) => sentAt !== null);
}

/** An empty `Danh bạ` is the cause of every unit without an address, and of the missing coordinator. */
function nobodyToWriteTo({ contacts, book, areContactsKnown }: Sources): readonly Still[] {
  if (!areContactsKnown) return [];
  if (contacts.length === 0) {
    const { count, at } = book.lostUnder('contact/');
    if (count > 0) return [still(`${emptied(count)}; không thư nào gửi được`, { since: at })];
    return [kept(book, NOBODY, 'Danh bạ chưa có ai')];
  }
  if (contactBook(contacts)(null, 'Điều phối').length > 0) return [];
  return [kept(book, NOBODY, 'Danh bạ không có dòng Điều phối đang dùng: không ai nhận bản tin và cảnh báo')];
}

/** `Danh bạ trống: 10 dòng vừa mất` */
export function emptied(count: number): string {
  return `Danh bạ trống: ${count} dòng vừa mất`;
}

/**
 * Whether it is told on the morning of a day: what was seen before mails of that day may go. Somebody who types a cell in
 * the afternoon is not written to in the middle of the word.
 */
export function isToldOn(desk: Desk, { since, isUndated, isMeant }: Still, day: Temporal.PlainDate): boolean {
  const opening = desk.calendar.windowsOn(day)[0]?.from;
  const seenAt = since ?? (isUndated ? null : desk.now);
  if (opening && seenAt && isBefore(opening, seenAt)) return false;
  if (!isMeant) return true;
  const last = lastDigest(desk.ledger);
  if (last === null || since === null || isBefore(last, since)) return true;
  return localDay(last).until(day).days >= 7;
}

/** When the digest last went; null when it never did. */
export function lastDigest({ about }: LedgerBook): Temporal.Instant | null {
  const sent = (about.get(aboutKey('digest', null)) ?? []).flatMap((entry) => entry.sentAt ?? []);
  return sent.reduce<Temporal.Instant | null>((a, b) => (a !== null && isBefore(b, a) ? a : b), null);
}
