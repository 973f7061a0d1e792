import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { counted } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { Notice, PolicyInput, TaskLine } from '../domain/notices/notice.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import { dayOf } from '../domain/time/moment-words.ts';
import type { Letter } from '../ports.ts';

/** What an agency is told of its tasks. */
export function taskVariables(notice: Notice, policy: PolicyInput): Letter['variables'] {
  const { calendar, now, settings } = policy;
  const today = localDay(now);
  const tasks = notice.tasks ?? [];
  const { news = [], late = [], ask: asked = [], due = [] } = Object.groupBy(tasks, ({ tells }) => tells);
  const nth = Math.max(0, ...late.map(({ lateOn }) => lateOn.length + 1));
  const named = (line: TaskLine) => ({ ...taskNamed(line, settings.officeName), phoi_hop: helpersOf(line) });
  return {
    so_nhiem_vu: counted(subjectOf(notice, { news, late, asked, due }).length),
    so_cho_biet: asked.length > 0 ? counted(asked.length) : '',
    lan: nth > 1 ? nth : '',
    tu_lan_ba: nth > 2,
    han_phan_hoi: `trước 16:00 ngày ${formatDate(calendar.addWorkingDays(today, 2))}`,
    co_han_moi: news.length > 0,
    han_moi: news.map((line) => ({
      ...named(line),
      han_truoc: line.formerly ? deadlineInWords(line.formerly) : '',
      ly_do: line.extension?.reason?.replace(/\.$/, '') ?? '',
      ngay_thong_bao: line.withdraws ? dayOf(line.withdraws) : '',
    })),
    co_qua_han: late.length > 0,
    nhiem_vu: late.map((line) => ({ ...named(line), ...latenessOf(line, policy) })),
    co_cho_biet: asked.length > 0,
    cho_biet: asked.map(named),
    co_den_han: due.length > 0,
    den_han: due.map((line) => ({
      ...named(line),
      con_lai: leftWords(
        calendar.workingDaysBetween(today, line.deadline.lastDay),
        today.equals(line.deadline.lastDay),
      ),
    })),
  };
}

type Lines = readonly TaskLine[];

/** The tasks that the first sentence counts: those that the mail goes for. */
function subjectOf(
  { tasks = [], kind }: Notice,
  { news, late, asked, due }: Readonly<Record<'news' | 'late' | 'asked' | 'due', Lines>>,
): Lines {
  const all: Readonly<Record<string, Lines>> = {
    'Hạn mới của nhiệm vụ': news,
    'Nhiệm vụ quá hạn': late,
    'Nhắc nhiệm vụ': due.length > 0 ? due : asked,
  };
  return all[kind] ?? tasks;
}

function latenessOf({ deadline, lateOn }: TaskLine, { calendar, now }: PolicyInput) {
  return {
    so_ngay_qua_han: counted(Math.max(1, calendar.workingDaysBetween(deadline.lastDay, localDay(now)))),
    cac_ngay_da_nhac: lateOn.map(formatDate).join(', '),
  };
}

function leftWords(left: number, isToday: boolean): string {
  if (isToday) return 'hôm nay là ngày cuối';
  return left > 0 ? `còn ${counted(left)} ngày làm việc` : 'hôm nay là ngày làm việc cuối cùng trước khi hết hạn';
}

/** A task with its clause, its deadline as the document words it, and who set the one that counts where that is another. */
function taskNamed({ task, deadline, extension, isWritten }: TaskLine, office: string) {
  const source = isWritten ? '' : extension ? '(đã gia hạn)' : `do ${office} ấn định`;
  return {
    ma_nhiem_vu: task.id,
    tom_tat: task.summary,
    nguyen_van: task.exact?.replace(/\s+/g, ' ') ?? '',
    van_ban: task.source,
    khoan: task.clause,
    nguyen_van_han: task.deadlineText ?? '',
    han_cuoi: deadlineInWords(deadline),
    nguon_han: source,
  };
}

const MOST_NAMED = 6;

/** Who takes part besides. */
function helpersOf({ told = [] }: TaskLine): string {
  const names = told.slice(0, MOST_NAMED).map(({ shortName }) => shortName);
  return [...names, told.length > MOST_NAMED && `${counted(told.length - MOST_NAMED)} cơ quan khác`]
    .filter(Boolean)
    .join(', ');
}

/** What the ministry's leadership is told of tasks that are late. */
export function leadersOnTasksVariables({ tasks = [] }: Notice, policy: PolicyInput): Letter['variables'] {
  return {
    chuc_danh_lanh_dao: `Lãnh đạo ${policy.settings.officeName.split(',')[0]}`,
    so_nhiem_vu: counted(tasks.length),
    nhiem_vu: tasks.map((line) => ({
      ...taskNamed(line, policy.settings.officeName),
      ten_don_vi: line.unit.shortName,
      ...latenessOf(line, policy),
    })),
  };
}
