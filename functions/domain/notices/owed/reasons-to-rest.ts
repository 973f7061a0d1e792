import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../../../../sheets-schema/tabs/logs.ts';
import { toInstant, toLocal } from '../../../../sheets-schema/zone.ts';
import type { TaskStatus } from '../../standing/task-status.ts';
import { whyItWaits } from '../../standing/tracking-words.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { bySeen } from '../../standing/unit-statuses.ts';
import { momentWords } from '../../time/moment-words.ts';
import { type Desk, isBefore } from '../notice-desk.ts';

/** What a round will send is shown before it opens. */
export function inPreparation({ round }: UnitStatus): string | null {
  return round.state === 'Chuẩn bị' ? 'Kỳ báo cáo chưa chuyển sang Đang mở.' : null;
}

export const PAUSED = 'Điều phối viên tạm dừng nhắc đơn vị.';

/** Why what would remind a unit rests. */
export function pausedBy({ paused }: UnitStatus): string | null {
  return paused ? PAUSED : null;
}

export const NOT_SHOWN = 'Lần chạy này mới nêu ở Lịch thư; từ lần chạy sau thư mới đi.';
const TASK_NOT_APPROVED = 'Nhiệm vụ chưa được Duyệt nhắc.';

/** What lets nothing about a task go, for the agency and the leadership alike. Vietnamese. */
export function taskLock({ settings }: Pick<Desk, 'settings'>, status: TaskStatus): string | null {
  if (!status.confirmed && settings.goLive === null) return 'Cài đặt chưa có Mốc vận hành.';
  if (!status.task.approved) return TASK_NOT_APPROVED;
  return status.shownAt && status.approvedAt ? null : NOT_SHOWN;
}

/**
 * Somebody filed in this unit's name without its code, or the unit after the lock, or by the link of a round that is
 * closed: coordinators have this long to decide.
 */
const HOLD_WORKING_DAYS = 2;

/**
 * Why reminders and late notices of the unit rest at a moment; null when nothing waits or the time is over. It is given
 * once for each deadline, from the first that came, waiting or decided: whoever sends another has it no second time.
 */
export function stillPending(desk: Desk, status: UnitStatus, moment: Temporal.Instant): string | null {
  const { doubtful, extension } = status;
  const all = [...doubtful, ...desk.sentElsewhere(status)];
  if (!all.some(({ waits }) => waits)) return null;
  const isOfThisDeadline = ({ seenAt }: Report) => extension === null || !isBefore(seenAt, extension.at);
  for (const reports of Map.groupBy(all.sort(bySeen), isOfThisDeadline).values()) {
    const open = reports.find(({ waits }) => waits);
    const until = reports[0] && restsUntil(desk, reports[0]);
    if (open && until && isBefore(moment, until))
      return `Có báo cáo ${open.version} ${whyItWaits(open)}; giữ thư đến ${momentWords(until)}.`;
  }
  return null;
}

function restsUntil({ calendar }: Desk, { seenAt }: Report): Temporal.Instant {
  const seen = toLocal(seenAt);
  const day = calendar.addWorkingDays(seen.toPlainDate(), HOLD_WORKING_DAYS);
  return toInstant(day.toPlainDateTime(seen.toPlainTime()));
}
