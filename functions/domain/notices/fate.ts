import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { claimState, isStillRefused, isTerminal, type LedgerEntry, maybeSent } from './ledger.ts';
import type { Fate, Notice } from './notice.ts';
import { type Desk, isBefore, later } from './notice-desk.ts';
import { isMissed, MAIL_OFF } from './standstill.ts';

/** A temporary refusal is tried again after this, doubled with each attempt. */
const RETRY_MINUTES = 15;
const LONGEST_RETRY_MINUTES = 240;

/**
 * What becomes of one notice at a moment, other mails not considered. The order matters: nothing is even settled while
 * something is in doubt, and what has become pointless is settled although mail is off.
 * @param moment now, or for the mail schedule the day to come.
 */
export function fateAlone(desk: Desk, notice: Notice, moment: Temporal.Instant): Fate {
  const entry = ledgerEntryOf(desk, notice);
  if (claimState(entry, desk.now) === 'live') return { do: 'hold', reason: 'Đang gửi, chờ kết quả.' };
  const doubt = desk.doubtAbout(notice.subject, notice.unit) ?? whyNotLate(desk, notice) ?? beforeGoLive(desk, notice);
  // What tells of doubts is sent in spite of them, never settled.
  const distrust = tellsOfDoubts(notice) && !notice.moot ? null : doubt;
  if (distrust) return { do: 'hold', reason: distrust };
  if (notice.moot) return { do: 'settle', ...notice.moot };
  const shared = lockReason(desk, notice) ?? notice.waitsFor;
  if (shared) return { do: 'hold', reason: shared };
  const own =
    notice.heldBy ?? exportReason(desk, entry) ?? addressReason(desk, notice, entry) ?? repeatReason(desk, entry);
  // That an address refused it, or that it lies ready as a file, its last row says.
  if (own) return { do: 'hold', reason: own, isOwn: own !== REFUSED && own !== EXPORTED };
  const goesAt = firstMoment(desk, notice, entry, moment);
  return isBefore(desk.now, goesAt) ? { do: 'wait', until: goesAt } : { do: 'send' };
}

/** What the ledger says of a notice; of what is left of one, that alone. */
export function ledgerEntryOf({ ledger }: Pick<Desk, 'ledger'>, notice: Notice): LedgerEntry | undefined {
  const entry = ledger.entries.get(notice.key);
  return notice.firstSentAt ? (entry?.rest ?? undefined) : entry;
}

/** Whoever is called late must be so beyond doubt. */
function whyNotLate(desk: Desk, { kind, subject, unit }: Notice): string | null {
  const { callsLate, about } = kinds[kind];
  return callsLate || about === 'late reports' || about === 'late tasks' ? desk.lateDoubtAbout(subject, unit) : null;
}

/** What answers somebody who acts today does not ask how old the deadline is. */
function beforeGoLive({ settings, confirmedRounds }: Desk, { kind, deadline, round }: Notice): string | null {
  if (round === null || deadline === null || settings.goLive === null || kinds[kind].isReply) return null;
  if (isBefore(settings.goLive, deadline.before) || confirmedRounds.includes(round.id)) return null;
  return BEFORE_OPERATION;
}

/** What tells coordinators that something stands still does not stand still itself. */
function tellsOfDoubts({ kind }: Notice): boolean {
  return kinds[kind].about === 'morning';
}

function lockReason(desk: Desk, notice: Notice): string | null {
  if (desk.settings.mail !== 'Bật' && !(tellsOfDoubts(notice) && isMissed(desk))) return MAIL_OFF;
  return notice.round && !notice.round.approved ? NOT_APPROVED : null;
}

const BEFORE_OPERATION = 'Dữ liệu trước vận hành – chờ xác nhận.';
const NOT_APPROVED = 'Kỳ báo cáo chưa được Duyệt gửi.';
const NO_ADDRESS = 'Chưa có người nhận đang dùng trong Danh bạ.';
const REFUSED = 'Địa chỉ không nhận thư; sửa Danh bạ hoặc thêm dòng quyết định "Gửi lại" thì thư được gửi lại.';
const EXPORTED = 'Đã xuất thành tệp, chờ người gửi; gửi xong thì chuyển tệp vào da-gui.';
const UNCLEAR = 'Máy chủ thư hai lần không cho biết đã nhận thư hay chưa; để gửi nữa, thêm dòng quyết định "Gửi lại".';

/** Why mails are held that a person alone can free, each of them by itself: no doubt tells of these. */
export const waitsForAPerson: ReadonlySet<string> = new Set([
  BEFORE_OPERATION,
  NOT_APPROVED,
  NO_ADDRESS,
  REFUSED,
  UNCLEAR,
]);

function addressReason(desk: Desk, { recipients }: Notice, entry: LedgerEntry | undefined): string | null {
  if (recipients.length === 0) return NO_ADDRESS;
  if (!entry || !isStillRefused(entry, recipients) || isAskedForSince(desk, entry)) return null;
  return REFUSED;
}

/** Written once, and from then on a person's to send; again only when one asks for it. */
function exportReason(desk: Desk, entry: LedgerEntry | undefined): string | null {
  return entry?.state === 'đã xuất' && !isAskedForSince(desk, entry) ? EXPORTED : null;
}

/** A person asked that the mail be sent again, after what is known of it. */
function isAskedForSince({ resentAt }: Pick<Desk, 'resentAt'>, { parts, at }: LedgerEntry): boolean {
  const asked = parts && resentAt(parts.subject, parts.unit);
  return !!asked && isBefore(at, asked);
}

/** How often a mail may be sent in all while nobody knows whether the one before arrived. */
const MOST_UNCLEAR = 2;

/**
 * True for a mail that may lie in the mailbox twice already, nobody knows: one repeat for a lost answer and no more, until
 * a person asks for it.
 */
export function mustBeAskedFor(desk: Pick<Desk, 'now' | 'resentAt'>, entry: LedgerEntry): boolean {
  if (isTerminal(entry.state) || maybeSent(entry, desk.now) < MOST_UNCLEAR) return false;
  return !isAskedForSince(desk, entry);
}

function repeatReason(desk: Desk, entry: LedgerEntry | undefined): string | null {
  if (!entry || !mustBeAskedFor(desk, entry)) return null;
  return UNCLEAR;
}

function firstMoment(
  { calendar, isMailBack = false }: Desk,
  { kind, dueAt }: Notice,
  entry: LedgerEntry | undefined,
  moment: Temporal.Instant,
) {
  const due = later(moment, dueAt);
  const isPutOff = entry?.state === 'chờ người nhận còn lại' || (entry?.state === 'gửi lại sau' && !isMailBack);
  const isRetry = isPutOff || entry?.state === 'chưa rõ kết quả';
  const from = entry && isRetry ? later(due, retryAt(entry)) : due;
  return kinds[kind].hours === 'windows' ? calendar.nextSendAt(from) : from;
}

/** A lost answer says nothing of the server's load: its mail is due again as after a run that died. */
function retryAt({ at, attempts, state }: LedgerEntry): Temporal.Instant {
  if (state === 'chưa rõ kết quả') return at.add({ minutes: RETRY_MINUTES });
  const minutes = RETRY_MINUTES * 2 ** Math.max(0, attempts - 1);
  return at.add({ minutes: Math.min(minutes, LONGEST_RETRY_MINUTES) });
}
