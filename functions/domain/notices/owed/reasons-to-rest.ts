import type { Temporal } from 'temporal-polyfill';
import { toInstant, toLocal } from '../../../../sheets-schema/zone.ts';
import { whyItWaits } from '../../standing/tracking-words.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { momentWords } from '../../time/moment-words.ts';
import { type Desk, isBefore } from '../notice-desk.ts';

/** What a round will send is shown before it opens. */
export function inPreparation({ round }: UnitStatus): string | null {
  return round.state === 'Chuẩn bị' ? 'Kỳ báo cáo chưa chuyển sang Đang mở.' : null;
}

/** Why what would remind a unit rests. */
export function pausedBy({ paused }: UnitStatus): string | null {
  return paused ? 'Điều phối viên tạm dừng nhắc đơn vị.' : null;
}

/**
 * Somebody filed in this unit's name without its code, or the unit after the lock, or by the link of a round that is
 * closed: coordinators have this long to decide.
 */
const HOLD_WORKING_DAYS = 2;

/** Why reminders and late notices of the unit rest at a moment; null when nothing is pending or the time is over. */
export function stillPending(desk: Desk, status: UnitStatus, moment: Temporal.Instant): string | null {
  const waiting = [
    ...status.pending.map((report) => ({ ...report, words: 'chờ xác minh đơn vị' })),
    ...[...status.afterLock, ...desk.sentElsewhere(status)].map((report) => ({ ...report, words: whyItWaits(report) })),
  ];
  for (const { version, seenAt, words } of waiting) {
    const seen = toLocal(seenAt);
    const day = desk.calendar.addWorkingDays(seen.toPlainDate(), HOLD_WORKING_DAYS);
    const until = toInstant(day.toPlainDateTime(seen.toPlainTime()));
    if (isBefore(moment, until)) return `Có báo cáo ${version} ${words}; giữ thư đến ${momentWords(until)}.`;
  }
  return null;
}
