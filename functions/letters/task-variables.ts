import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { counted } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { Notice, PolicyInput, TaskLine, TaskToHelp } from '../domain/notices/notice.ts';
import type { ChasedTask } from '../domain/standing/task-status.ts';
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
  const helps = notice.helps ?? [];
  const named = (line: TaskLine) => ({ ...taskNamed(line, settings.officeName), phoi_hop: helpersOf(line) });
  return {
    so_nhiem_vu: counted(
      (notice.kind === 'Nhiệm vụ phối hợp' ? helps : subjectOf(notice, { news, late, asked, due })).length,
    ),
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
    co_phoi_hop: helps.length > 0,
    viec_phoi_hop: helps.map((help) => helpNamed(help, settings.officeName)),
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
function taskNamed(line: ChasedTask, office: string) {
  return { ...clauseOf(line.task), han_cuoi: deadlineInWords(line.deadline), nguon_han: sourceOf(line, office) };
}

function sourceOf({ isWritten, extension }: ChasedTask, office: string): string {
  if (isWritten) return '';
  return extension ? '(đã gia hạn)' : `do ${office} ấn định`;
}

/** What the document says of a task. */
function clauseOf(task: Task) {
  return {
    ma_nhiem_vu: task.id,
    tom_tat: task.summary,
    nguyen_van: task.exact?.replace(/\s+/g, ' ') ?? '',
    van_ban: task.source,
    khoan: task.clause,
    nguyen_van_han: task.deadlineText ?? '',
  };
}

/** Who takes part besides. */
function helpersOf({ told = [] }: TaskLine): string {
  return namesOf(told);
}

const MOST_NAMED = 6;

function namesOf(units: readonly Unit[]): string {
  const names = units.slice(0, MOST_NAMED).map(({ shortName }) => shortName);
  return [...names, units.length > MOST_NAMED && `${counted(units.length - MOST_NAMED)} cơ quan khác`]
    .filter(Boolean)
    .join(', ');
}

/** A task with whom to take part, and by when that has to do it. */
function helpNamed({ task, leads, doers }: TaskToHelp, office: string) {
  return {
    ...clauseOf(task),
    chu_tri: namesOf(leads.length > 0 ? leads : doers.map(({ unit }) => unit)),
    han_chu_tri: deadlinesOf(doers, office),
  };
}

/** The deadline of most of them, and those of others by name. */
function deadlinesOf(doers: readonly ChasedTask[], office: string): string {
  const named = (one: ChasedTask) => `${deadlineInWords(one.deadline)} ${sourceOf(one, office)}`.trim();
  const groups = [...Map.groupBy(doers, named)];
  const [[words = ''] = [], ...others] = groups.toSorted(([, a], [, b]) => b.length - a.length);
  return [words, ...others.map(([other, of]) => `riêng ${namesOf(of.map(({ unit }) => unit))} ${other}`)].join(', ');
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
