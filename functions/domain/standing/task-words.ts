import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { deadlineInWords, isOnTime } from '../time/deadline.ts';
import { readTaskDeadline } from '../time/deadline-words.ts';
import type { TaskStatus } from './task-status.ts';
import type { TimingSources } from './tracking-words.ts';

/** Where a task stands, for people to read. Vietnamese. */
export type TaskWords = {
  readonly state: string;
  readonly doneOn: Temporal.PlainDate | null;
  /** What the state rests on. */
  readonly basis: string | null;
  /** What register and report say differently. */
  readonly contradiction: string | null;
};

const BEFORE_OPERATION = 'Dữ liệu trước vận hành – chờ xác nhận';

/** The state of a task in the field's own words (QĐ 42/2014/QĐ-TTg and common practice). */
export function taskWords(status: TaskStatus, sources: TimingSources): TaskWords {
  const doneOn = status.done && status.doneAt ? localDay(status.doneAt) : null;
  return {
    state: stateOf(status, sources) + besides(status),
    doneOn,
    basis: basisOf(status),
    contradiction: contradictionOf(status),
  };
}

/** What holds beside the state itself. */
function besides({ lacks, isExtended, done }: TaskStatus): string {
  const lack = lacks === null || lacks === undefined ? '' : LACKING[lacks];
  return [lack, isExtended && !done && ' · được gia hạn'].filter(Boolean).join('');
}

const LACKING = { Thiếu: ' · đề nghị bổ sung', 'Cần làm rõ': ' · đề nghị làm rõ' };

function stateOf(status: TaskStatus, sources: TimingSources): string {
  const { deadline } = status;
  if (status.done && status.isBeforeOperation && status.doneBy === 'evidence') return BEFORE_OPERATION;
  if (status.done) return doneState(status, sources);
  if (deadline === null) return undatedState(status);
  if (status.isBeforeOperation) return BEFORE_OPERATION;
  const today = localDay(sources.now);
  const left = sources.calendar.workingDaysBetween(today, deadline.lastDay);
  if (!isOnTime(sources.now, deadline)) return left < 0 ? `Quá hạn (${-left} ngày làm việc)` : 'Quá hạn';
  if (today.equals(deadline.lastDay)) return 'Đến hạn hôm nay';
  return left <= sources.soonDays ? `Sắp đến hạn (còn ${left} ngày làm việc)` : 'Chưa đến hạn';
}

/** Without a deadline nothing is in time or late. */
function doneState({ deadline, doneAt }: TaskStatus, { now }: TimingSources): string {
  if (deadline === null) return 'Hoàn thành';
  return isOnTime(doneAt ?? now, deadline) ? 'Hoàn thành đúng hạn' : 'Hoàn thành quá hạn';
}

function undatedState({ task, item }: TaskStatus): string {
  if (item) return item;
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

/** What the state rests on: who says that it is done, else how the words of the deadline are understood. */
function basisOf(status: TaskStatus): string | null {
  const { task, reported } = status;
  const parts = [
    status.done ? doneBasis(status) : deadlineBasis(task),
    lateIssueOf(status),
    reported && saidBy(reported),
  ];
  return parts.filter(Boolean).join('; ') || null;
}

function doneBasis({ task, doneBy }: TaskStatus): string {
  switch (doneBy) {
    case 'decision':
      return task.evidence ? `Quyết định của điều phối viên; ${task.evidence}` : 'Quyết định của điều phối viên';
    case 'evidence':
      return `Minh chứng: ${task.evidence}`;
    default:
      return 'Báo cáo đã nhận';
  }
}

function deadlineBasis(task: Task): string | null {
  if (!task.deadlineText) return null;
  const read = readTaskDeadline(task);
  const words = `Văn bản ghi "${task.deadlineText}"`;
  return read.kind === 'unreadable' ? words : `${words}, hiểu là: ${read.explained}`;
}

function saidBy({ item, versions, state }: NonNullable<TaskStatus['reported']>): string {
  return `Báo cáo mục ${item}${state ? `: "${state}"` : ''} (${versions.join(', ')})`;
}

/** Where the register and the unit's own report say different things of a task; null when they agree. Vietnamese. */
export function contradictionOf({ reported, decided }: TaskStatus): string | null {
  if (!reported || reported.state === null) return null;
  const said = `báo cáo ${reported.versions.join(', ')} (mục ${reported.item}) ghi "${reported.state}"`;
  if (!decided) return reported.isIssued ? `${capital(said)}${onDay(reported)}, sổ chưa ghi hoàn thành` : null;
  const done = `sổ ghi hoàn thành ngày ${formatDate(localDay(decided.at))}`;
  if (!reported.isIssued) return `${capital(said)}, ${done}`;
  if (reported.issuedOn === null || !decided.isDated || reported.issuedOn.equals(localDay(decided.at))) return null;
  return `${capital(said)}${onDay(reported)}, ${done}`;
}

/** A plan whose own day lies after the task's deadline; it was late whatever the day of the report. Vietnamese. */
export function lateIssueOf({ task, reported, deadline }: TaskStatus): string | null {
  if (!reported?.isIssued || reported.issuedOn === null || deadline === null) return null;
  if (isOnTime(startOfDay(reported.issuedOn), deadline)) return null;
  return `Báo cáo ghi ban hành ngày ${formatDate(reported.issuedOn)}, sau thời hạn của nhiệm vụ ${task.id} (${deadlineInWords(deadline)})`;
}

function onDay({ issuedOn }: NonNullable<TaskStatus['reported']>): string {
  return issuedOn ? ` ngày ${formatDate(issuedOn)}` : '';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
