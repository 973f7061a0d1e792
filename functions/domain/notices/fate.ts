import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { claimState, isStillRefused, type LedgerEntry } from './ledger.ts';
import type { Fate, Notice } from './notice.ts';
import { type Desk, isBefore, later } from './notice-desk.ts';

/** A temporary refusal is tried again after this, doubled with each attempt. */
const RETRY_MINUTES = 15;
const LONGEST_RETRY_MINUTES = 240;

/**
 * What becomes of one notice at a moment, other mails not considered. The order matters: nothing is even settled while
 * something is in doubt, and what has become pointless is settled although mail is off.
 * @param moment now, or for the mail schedule the day to come.
 */
export function fateAlone(desk: Desk, notice: Notice, moment: Temporal.Instant): Fate {
  const entry = desk.ledger.entries.get(notice.key);
  if (claimState(entry, desk.now) === 'live') return { do: 'hold', reason: 'Đang gửi, chờ kết quả.' };
  const distrust = desk.doubtAbout(notice.subject, notice.unit) ?? beforeGoLive(desk, notice);
  if (distrust) return { do: 'hold', reason: distrust };
  if (notice.moot) return { do: 'settle', ...notice.moot };
  const reason = lockReason(desk, notice) ?? notice.heldBy ?? addressReason(notice, entry);
  if (reason) return { do: 'hold', reason };
  const goesAt = firstMoment(desk, notice, entry, moment);
  return isBefore(desk.now, goesAt) ? { do: 'wait', until: goesAt } : { do: 'send' };
}

/** What answers somebody who acts today does not ask how old the deadline is. */
function beforeGoLive({ settings, confirmedRounds }: Desk, { kind, deadline, round }: Notice): string | null {
  if (round === null || deadline === null || settings.goLive === null || kinds[kind].isReply) return null;
  if (isBefore(settings.goLive, deadline.before) || confirmedRounds.includes(round.id)) return null;
  return 'Dữ liệu trước vận hành – chờ xác nhận.';
}

function lockReason({ settings }: Desk, { round }: Notice): string | null {
  if (settings.mail !== 'Bật') return 'Gửi thư đang Tắt trong Cài đặt.';
  return round && !round.approved ? 'Kỳ báo cáo chưa được Duyệt gửi.' : null;
}

function addressReason({ recipients }: Notice, entry: LedgerEntry | undefined): string | null {
  if (recipients.length === 0) return 'Chưa có người nhận đang dùng trong Danh bạ.';
  if (!entry || !isStillRefused(entry, recipients)) return null;
  return 'Địa chỉ không nhận thư; sửa Danh bạ thì thư được gửi lại.';
}

function firstMoment(
  { calendar }: Desk,
  { kind, dueAt }: Notice,
  entry: LedgerEntry | undefined,
  moment: Temporal.Instant,
) {
  const due = later(moment, dueAt);
  const from = entry?.state === 'gửi lại sau' ? later(due, retryAt(entry)) : due;
  return kinds[kind].hours === 'windows' ? calendar.nextSendAt(from) : from;
}

function retryAt({ at, attempts }: LedgerEntry): Temporal.Instant {
  const minutes = RETRY_MINUTES * 2 ** Math.max(0, attempts - 1);
  return at.add({ minutes: Math.min(minutes, LONGEST_RETRY_MINUTES) });
}
