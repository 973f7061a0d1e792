import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords, deadlineKey, deadlineOfKey } from '../../time/deadline.ts';
import { ledgerKey } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import {
  aboutRound,
  filedAlready,
  invitedAt,
  ladderGroup,
  lateNoticesInHand,
  roundCandidate,
} from './round-notices.ts';

/**
 * Tells a unit of its later deadline, and takes back a late notice sent under the earlier one. Also when the later
 * deadline is the whole round's and the unit has a late notice in hand.
 */
export function extensionNotices(desk: Desk, status: UnitStatus): readonly Candidate[] {
  const grant = grantTo(desk, status);
  if (!grant || (status.filedAt && isBefore(status.filedAt, grant.at))) return [];
  const { round, unit, effective } = status;
  const step = '1';
  const key = ledgerKey({ subject: round.id, unit: unit.code, kind: 'Gia hạn', step, at: deadlineKey(effective) });
  const notice: Notice = {
    ...aboutRound(desk, status),
    key,
    kind: 'Gia hạn',
    step,
    dueAt: grant.at,
    rank: ranks.extension,
    why: `Được gia hạn: ${deadlineInWords(effective)}.${grant.late ? ' Rút thư quá hạn đã gửi.' : ''}`,
    ...(grant.late && { withdraws: grant.late.sentAt, formerly: grant.late.deadline }),
  };
  return [
    roundCandidate(status, notice, { group: ladderGroup(status), moot: filedAlready(status) ?? tooLate(desk, status) }),
  ];
}

type Late = { readonly sentAt: Temporal.Instant; readonly deadline: Deadline };
type Grant = { readonly at: Temporal.Instant; readonly late: Late | null };

/** An invitation sent on a later day already named the new deadline. */
function grantTo(desk: Desk, status: UnitStatus): Grant | null {
  const invited = invitedAt(desk, status);
  if (!invited) return null;
  const late = withdrawnLateNotice(desk, status);
  const { extension } = status;
  if (!extension) return late && { at: late.sentAt, late };
  const wasInvitedBefore = Temporal.PlainDate.compare(localDay(invited), localDay(extension.at)) <= 0;
  return wasInvitedBefore ? { at: extension.at, late } : null;
}

/** The last late notice in hand that was sent under a deadline earlier than the one in force. */
function withdrawnLateNotice(desk: Desk, status: UnitStatus): Late | null {
  const earlier = lateNoticesInHand(desk, status).flatMap(({ parts, sentAt }) => {
    const deadline = parts && deadlineOfKey(parts.at);
    return deadline && isBefore(deadline.before, status.effective.before) ? [{ sentAt, deadline }] : [];
  });
  return earlier.at(-1) ?? null;
}

function tooLate(desk: Desk, { effective }: UnitStatus): Candidate['moot'] {
  const isOver = !isBefore(desk.now, effective.before);
  return isOver ? { state: 'không cần nữa', reason: 'Hạn mới đã qua trước khi thư đi.' } : null;
}
