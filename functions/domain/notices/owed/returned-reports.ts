import type { UnitStatus } from '../../standing/unit-status.ts';
import type { Notice } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';
import { oweUnit } from './owe.ts';

/** A report to be redone: once for each version that was returned. */
export function returnedReports(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { returned, versions } = status;
  if (!returned) return [];
  const version = versions.at(-1)?.version;
  const notice = oweUnit(desk, status, 'Trả lại', {
    step: '1',
    dueAt: returned.at,
    why: `Điều phối viên trả lại báo cáo để bổ sung: ${returned.reason}`,
    reason: returned.reason,
    ...(version !== undefined && { version }),
  });
  return [notice];
}
