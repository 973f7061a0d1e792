import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { Notice, PolicyInput } from '../domain/notices/notice.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import type { Letter } from '../ports.ts';

/** What a lead agency is told of its overdue tasks. */
export function taskVariables(notice: Notice, { calendar, now }: PolicyInput): Letter['variables'] {
  const today = localDay(now);
  const tasks = notice.tasks ?? [];
  return {
    so_nhiem_vu: tasks.length,
    han_phan_hoi: `trước 16:00 ngày ${formatDate(calendar.addWorkingDays(today, 2))}`,
    nhiem_vu: tasks.map(({ task, deadline }) => ({
      ma_nhiem_vu: task.id,
      tom_tat: task.summary,
      van_ban: task.source,
      khoan: task.clause,
      nguyen_van_han: task.deadlineText ?? '',
      han_cuoi: deadline ? deadlineInWords(deadline) : '',
      so_ngay_qua_han: deadline ? Math.max(1, calendar.workingDaysBetween(deadline.lastDay, today)) : 0,
    })),
  };
}
