import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords } from '../../time/deadline.ts';
import type { Notice } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';
import { oweUnit } from './owe.ts';
import { inPreparation } from './reasons-to-rest.ts';

/** Once per round and unit, whatever happens to the deadline afterwards. */
export function invitations(desk: Desk, status: UnitStatus): readonly Notice[] {
  const invitation = oweUnit(desk, status, 'Mời gửi báo cáo', {
    step: '0',
    dueAt: status.round.opensAt,
    why: `Kỳ báo cáo đang mở; hạn ${deadlineInWords(status.effective)}.`,
    heldBy: inPreparation(status),
  });
  return [invitation];
}
