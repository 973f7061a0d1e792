import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords } from '../../time/deadline.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { answerDay } from './answer-by.ts';
import { oweUnit } from './owe.ts';
import { inPreparation } from './reasons-to-rest.ts';

/** Once per round and unit, whatever happens to the deadline afterwards. */
export function invitations(desk: Desk, status: UnitStatus): readonly Notice[] {
  const invitation = oweUnit(desk, status, 'Đề nghị gửi báo cáo', {
    step: '0',
    dueAt: status.joinedAt ? later(status.round.opensAt, status.joinedAt) : status.round.opensAt,
    why: `Kỳ báo cáo đang mở; hạn ${deadlineInWords(status.effective)}.`,
    waitsFor: inPreparation(status),
    heldBy: joinsTooLate(desk, status),
    ...(!isBefore(desk.now, status.effective.before) && { answerBy: answerDay(desk, status.round.opensAt) }),
  });
  return [invitation];
}

/** Nobody is asked for what there is no time left to do. */
const DAYS_FOR_WHO_JOINS = 2;

/** Why a unit that joined is not invited: the round's own first invitations are exempt. Vietnamese. */
export function joinsTooLate({ calendar, now }: Pick<Desk, 'calendar' | 'now'>, status: UnitStatus): string | null {
  if (status.joinedAt === null) return null;
  const days = calendar.workingDaysBetween(localDay(calendar.nextSendAt(now)), status.effective.lastDay);
  if (days >= DAYS_FOR_WHO_JOINS) return null;
  return `Hạn của đơn vị bổ sung còn dưới ${DAYS_FOR_WHO_JOINS} ngày làm việc; thêm dòng quyết định "Gia hạn" cho đơn vị.`;
}
