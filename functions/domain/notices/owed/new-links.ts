import { formatDate } from '../../../../sheets-schema/columns/vietnamese-date.ts';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { invitedAt } from './already-told.ts';
import { oweUnit } from './owe.ts';

/** The new link of a unit that had one: once for each decision that changed it; of several the last one's mail goes. */
export function newLinks(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { round, unit } = status;
  const changed = desk.linkChanges(round.id, unit.code);
  const invited = changed.length > 0 ? invitedAt(desk, status) : null;
  if (!invited) return [];
  return changed.map(({ at }, index) =>
    oweUnit(desk, status, 'Đổi đường dẫn', {
      step: at.toString(),
      dueAt: at,
      why: `Đường dẫn riêng của đơn vị đã đổi ngày ${formatDate(localDay(at))}; thư này gửi đường dẫn mới.`,
      moot: isBefore(at, invited) ? INVITED : index < changed.length - 1 ? CHANGED_AGAIN : null,
    }),
  );
}

const INVITED: Moot = { state: 'không cần nữa', reason: 'Thư đề nghị gửi báo cáo đi sau khi đổi đã có đường dẫn mới.' };
const CHANGED_AGAIN: Moot = { state: 'không cần nữa', reason: 'Đường dẫn đã được đổi lần nữa trước khi thư đi.' };
