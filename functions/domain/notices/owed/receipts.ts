import type { Report } from '../../../../sheets-schema/tabs/logs.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { oweUnit } from './owe.ts';

/** One for each version whose unit is known, as soon as it is seen; those that wait for a decision are told so too. */
export function receipts(desk: Desk, status: UnitStatus): readonly Notice[] {
  return [...status.versions, ...status.afterLock].map((report) => {
    const { version, seenAt } = report;
    return oweUnit(desk, status, 'Xác nhận tiếp nhận', {
      step: '1',
      dueAt: seenAt,
      why: `Đã nhận báo cáo, mã tiếp nhận ${version}.`,
      heldBy: receivedBefore(desk, report),
      version,
    });
  });
}

/** What was imported from before the system ran needs no receipt of today. */
function receivedBefore({ settings }: Desk, { seenAt }: Report): string | null {
  const isOld = settings.goLive !== null && isBefore(seenAt, settings.goLive);
  return isOld ? 'Báo cáo nhận trước Mốc vận hành, không gửi xác nhận tự động.' : null;
}
