import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { localDay, startOfDay } from '../../../sheets-schema/zone.ts';
import { deadlineInWords, isOnTime } from '../time/deadline.ts';
import type { TaskStatus } from './task-status.ts';

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
