import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords, deadlineOfKey } from '../../time/deadline.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { invitedAt, lateNoticesInHand, restSince } from './already-told.ts';
import { ladderGroup } from './ladder.ts';
import { keyOf, oweUnit } from './owe.ts';

/**
 * Tells a unit of its later deadline, and takes back a late notice sent under the earlier one. Also when the later
 * deadline is the whole round's and the unit has a late notice in hand.
 */
export function extensions(desk: Desk, status: UnitStatus): readonly Notice[] {
  const grant = grantTo(desk, status);
  if (!grant || (status.filedAt && isBefore(status.filedAt, grant.at))) return [];
  const { effective, extension } = status;
  const notice = oweUnit(desk, status, 'Gia hạn', {
    step: STEP,
    dueAt: grant.at,
    why: `Được gia hạn: ${deadlineInWords(effective)}.${grant.late ? ' Rút thư quá hạn đã gửi.' : ''}`,
    group: ladderGroup(status),
    moot: tooLate(desk, status),
    ...(extension?.reason && { reason: extension.reason }),
    ...(grant.late && { withdraws: grant.late.sentAt, formerly: grant.late.deadline }),
  });
  return [notice];
}

const STEP = '1';

type Late = { readonly sentAt: Temporal.Instant; readonly deadline: Deadline };
type Grant = { readonly at: Temporal.Instant; readonly late: Late | null };

/** An invitation sent on a later day already named the new deadline. */
function grantTo(desk: Desk, status: UnitStatus): Grant | null {
  const invited = invitedAt(desk, status);
  if (!invited) return null;
  const { round, unit, effective, extension } = status;
  const about = { subject: round.id, unit: unit.code, step: STEP, deadline: effective, dueAt: desk.now };
  const late = withdrawnLateNotice(desk, status, restSince(desk, keyOf('Gia hạn', about)));
  if (!extension) return late && { at: late.sentAt, late };
  const wasInvitedBefore = Temporal.PlainDate.compare(localDay(invited), localDay(extension.at)) <= 0;
  return wasInvitedBefore ? { at: extension.at, late } : null;
}

/** The last late notice in hand, or in hand at a moment, that was sent under a deadline earlier than the one in force. */
function withdrawnLateNotice(desk: Desk, status: UnitStatus, asOf: Temporal.Instant | null): Late | null {
  const earlier = lateNoticesInHand(desk, status, asOf).flatMap(({ parts, sentAt }) => {
    const deadline = parts && deadlineOfKey(parts.at);
    return deadline && isBefore(deadline.before, status.effective.before) ? [{ sentAt, deadline }] : [];
  });
  return earlier.at(-1) ?? null;
}

function tooLate(desk: Desk, { effective }: UnitStatus): Moot | null {
  const isOver = !isBefore(desk.now, effective.before);
  return isOver ? { state: 'không cần nữa', reason: 'Hạn mới đã qua trước khi thư đi.' } : null;
}
