import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../standing/unit-status.ts';
import { deadlineInWords, deadlineKey } from '../time/deadline.ts';
import { ledgerKey } from './ledger-key.ts';
import { type Candidate, type Notice, ranks } from './notice.ts';
import { type Desk, isBefore } from './notice-desk.ts';
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
    why: `Được gia hạn: ${deadlineInWords(effective)}.${grant.withdraws ? ' Rút thư quá hạn đã gửi.' : ''}`,
    ...(grant.withdraws && { withdraws: grant.withdraws }),
  };
  return [
    roundCandidate(status, notice, { group: ladderGroup(status), moot: filedAlready(status) ?? tooLate(desk, status) }),
  ];
}

type Grant = { readonly at: Temporal.Instant; readonly withdraws: Temporal.Instant | null };

/** An invitation sent on a later day already named the new deadline. */
function grantTo(desk: Desk, status: UnitStatus): Grant | null {
  const invited = invitedAt(desk, status);
  if (!invited) return null;
  const withdraws = withdrawnLateNotice(desk, status);
  const { extension } = status;
  if (!extension) return withdraws && { at: withdraws, withdraws };
  const wasInvitedBefore = Temporal.PlainDate.compare(localDay(invited), localDay(extension.at)) <= 0;
  return wasInvitedBefore ? { at: extension.at, withdraws } : null;
}

/** The last late notice in hand that was sent under a deadline earlier than the one in force. */
function withdrawnLateNotice(desk: Desk, status: UnitStatus): Temporal.Instant | null {
  const inForce = deadlineKey(status.effective);
  const earlier = lateNoticesInHand(desk, status).filter(({ parts }) => parts !== null && parts.at < inForce);
  return earlier.at(-1)?.sentAt ?? null;
}

function tooLate(desk: Desk, { effective }: UnitStatus): Candidate['moot'] {
  const isOver = !isBefore(desk.now, effective.before);
  return isOver ? { state: 'không cần nữa', reason: 'Hạn mới đã qua trước khi thư đi.' } : null;
}
