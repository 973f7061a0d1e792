import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { deadlineInWords, isOnTime } from '../time/deadline.ts';
import { readTaskDeadline } from '../time/deadline-words.ts';
import { leadsOf } from './task-roles.ts';
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
function besides(status: TaskStatus): string {
  const { lacks, isExtended, done } = status;
  const lack = lacks === null || lacks === undefined ? '' : LACKING[lacks];
  const said = done || status.isBeforeOperation || status.item ? '' : saidOf(status);
  return [lack, said, isExtended && !done && ' · được gia hạn'].filter(Boolean).join('');
}

/** What a report says of a task that is not done by it. */
function saidOf({ reported, deadline, task }: TaskStatus): string {
  if (!reported || isReportedState(task, deadline)) return '';
  if (reported.state) return ` · báo cáo ghi: ${reported.state}`;
  return reported.verdict === 'Đủ' ? ' · đã có báo cáo' : '';
}

/** Urgent, without a day: the report is what there is to see of it. */
function isReportedState({ deadlineKind }: Task, deadline: TaskStatus['deadline']): boolean {
  return deadline === null && deadlineKind === 'Khẩn trương';
}

/** Somebody reported on it, and a person says whether it is done. */
function awaitsWord({ done, isBeforeOperation, item, reported, deadline, task }: TaskStatus): boolean {
  if (done || isBeforeOperation || item || reported?.verdict !== 'Đủ') return false;
  return reported.isIssued || (reported.state === null && isReportedState(task, deadline));
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

function undatedState({ task, item, deadline, reported }: TaskStatus): string {
  if (item) return item;
  if (reported && isReportedState(task, deadline)) return reportedState(reported);
  switch (task.deadlineKind) {
    case 'Khẩn trương':
      return 'Khẩn trương – chưa ấn định ngày';
    case 'Khi có yêu cầu':
      return 'Khi có yêu cầu';
    case 'Dự kiến':
      return task.deadlineText ? `Dự kiến ${task.deadlineText}` : 'Không xác định thời hạn';
    case 'Thông tin':
      return 'Thông tin, không tính thời hạn';
    default:
      return 'Thường xuyên';
  }
}

function reportedState({ state, verdict }: NonNullable<TaskStatus['reported']>): string {
  if (verdict !== 'Đủ') return 'Đã báo cáo – cần làm rõ';
  return state === null ? 'Đã báo cáo – chờ xác nhận' : `Đã báo cáo: ${state}`;
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

function doneBasis({ task, doneBy, reported }: TaskStatus): string {
  switch (doneBy) {
    case 'decision':
      return task.evidence ? `Quyết định của điều phối viên; ${task.evidence}` : 'Quyết định của điều phối viên';
    case 'evidence':
      return task.evidence ? `Minh chứng: ${task.evidence}` : 'Ngày hoàn thành ghi ở tab Nhiệm vụ';
    case 'report':
      return reported?.sentOn ? `Báo cáo ghi đã gửi ngày ${formatDate(reported.sentOn)}` : 'Báo cáo đã nhận';
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
export function contradictionOf({ reported, decided, doneBy }: TaskStatus): string | null {
  if (!reported || reported.state === null) return null;
  const said = `báo cáo ${reported.versions.join(', ')} (mục ${reported.item}) ghi "${reported.state}"`;
  if (!decided) {
    if (!reported.isIssued || doneBy === 'report') return null;
    const unsent = reported.asksSent && !reported.sentOn ? ', chưa ghi ngày gửi' : '';
    return `${capital(said)}${onDay(reported)}${unsent}, sổ chưa ghi hoàn thành`;
  }
  const done = `sổ ghi hoàn thành ngày ${formatDate(localDay(decided.at))}`;
  if (!reported.isIssued) return `${capital(said)}, ${done}`;
  const day = reported.sentOn ?? reported.issuedOn;
  if (day === null || !decided.isDated || day.equals(localDay(decided.at))) return null;
  return `${capital(said)}${onDay(reported)}, ${done}`;
}

/** A plan that was sent after the task's deadline, or issued after it and so sent later still. Vietnamese. */
export function lateIssueOf({ task, reported, deadline }: TaskStatus): string | null {
  if (!reported?.isIssued || deadline === null) return null;
  const [day, what] = reported.sentOn ? [reported.sentOn, 'gửi'] : [reported.issuedOn, 'ban hành'];
  if (day === null || isOnTime(startOfDay(day), deadline)) return null;
  return `Báo cáo ghi ${what} ngày ${formatDate(day)}, sau thời hạn của nhiệm vụ ${task.id} (${deadlineInWords(deadline)})`;
}

function onDay({ issuedOn, sentOn }: NonNullable<TaskStatus['reported']>): string {
  const sent = sentOn ? `, gửi ngày ${formatDate(sentOn)}` : '';
  return `${issuedOn ? ` ngày ${formatDate(issuedOn)}` : ''}${sent}`;
}

/** What somebody has to decide about tasks of the register, each with the row of `Quyết định` that does it. Vietnamese. */
export function toDecideOf(tasks: readonly TaskStatus[]): readonly string[] {
  return [...contradictions(tasks), ...awaiting(tasks)];
}

function contradictions(tasks: readonly TaskStatus[]): readonly string[] {
  return tasks.flatMap((status) => {
    const words = contradictionOf(status);
    return words ? [`${status.task.id}, ${status.unit.shortName}: ${words}. ${toWrite(status, status.unit.code)}`] : [];
  });
}

/** What contradicts the register already is decided by the same row. */
function awaiting(tasks: readonly TaskStatus[]): readonly string[] {
  const waiting = tasks.filter((status) => awaitsWord(status) && contradictionOf(status) === null);
  return [...Map.groupBy(waiting, ({ task }) => task.id)].flatMap(([id, group]) => {
    const [first] = group;
    if (!first) return [];
    const code = group.length === 1 ? first.unit.code : 'mã đơn vị';
    return [`${id}: ${unitsInWords(group)} đã báo cáo, chờ xác nhận hoàn thành. ${toWrite(first, code)}`];
  });
}

/** A row of `Quyết định` in the order of its columns, ready to copy. */
function toWrite({ task }: TaskStatus, unit: string): string {
  return `Đã xong thì ghi ở tab Quyết định: ${task.id} · ${unit} · Hoàn thành nhiệm vụ · ngày hoàn thành`;
}

const MOST_UNITS = 12;

/** `Hà Nội, Huế và 3 đơn vị khác`. */
export function unitsInWords(group: readonly TaskStatus[]): string {
  const names = group.slice(0, MOST_UNITS).map(({ unit }) => unit.shortName);
  const more = group.length > MOST_UNITS ? ` và ${group.length - MOST_UNITS} đơn vị khác` : '';
  return `${names.join(', ')}${more}`;
}

/** Who leads a task and who takes part, as people read it; null where nobody is named. Vietnamese. */
export function partiesOf({ task, told = [] }: TaskStatus): {
  readonly lead: string | null;
  readonly cooperating: string | null;
} {
  const names = told.map(({ shortName }) => shortName);
  const shown = names.length > MOST_NAMED ? (task.cooperating ?? []) : names;
  return { lead: leadsOf(task).join('; ') || null, cooperating: shown.join('; ') || null };
}

/** Beyond these a group goes by its own name. */
const MOST_NAMED = 6;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
