import type { ProgressRow } from '../../sheets-schema/tabs/projections.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { isOnTime } from './deadline.ts';
import type { TaskStatus } from './notice.ts';
import type { TimingSources } from './tracking-words.ts';

export type TaskWords = Pick<ProgressRow, 'state' | 'doneOn' | 'basis' | 'contradiction'>;

/** The state of a task in the field's own words (QĐ 42/2014/QĐ-TTg and common practice). */
export function taskWords(status: TaskStatus, sources: TimingSources): TaskWords {
  const doneOn = status.done && status.doneAt ? localDay(status.doneAt) : null;
  return { state: stateOf(status, sources), doneOn, basis: basisOf(status), contradiction: null };
}

function stateOf(status: TaskStatus, sources: TimingSources): string {
  const { deadline } = status;
  if (status.done)
    return deadline && !isOnTime(status.doneAt ?? sources.now, deadline) ? 'Hoàn thành quá hạn' : 'Hoàn thành đúng hạn';
  if (deadline === null) return undatedState(status);
  if (status.isBeforeOperation) return 'Dữ liệu trước vận hành – chờ xác nhận';
  const today = localDay(sources.now);
  const left = sources.calendar.workingDaysBetween(today, deadline.lastDay);
  if (!isOnTime(sources.now, deadline)) return left < 0 ? `Quá hạn (${-left} ngày làm việc)` : 'Quá hạn';
  if (today.equals(deadline.lastDay)) return 'Đến hạn hôm nay';
  return left <= sources.soonDays ? `Sắp đến hạn (còn ${left} ngày làm việc)` : 'Chưa đến hạn';
}

function undatedState({ task }: TaskStatus): string {
  switch (task.deadlineKind) {
    case 'Khẩn trương':
      return 'Khẩn trương – chưa ấn định ngày';
    case 'Khi có yêu cầu':
      return 'Khi có yêu cầu';
    case 'Dự kiến':
    case 'Thông tin':
      return 'Không xác định thời hạn';
    default:
      return 'Thường xuyên';
  }
}

function basisOf({ task, done }: TaskStatus): string | null {
  if (done) return task.evidence ?? 'Theo báo cáo đã nhận hoặc quyết định của điều phối viên';
  return task.deadlineText ? `Văn bản ghi "${task.deadlineText}"` : null;
}
