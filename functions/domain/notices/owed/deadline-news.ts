import type { Temporal } from 'temporal-polyfill';
import { kinds } from '../../../../sheets-schema/notice-kinds.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords, deadlineKey, deadlineOfKey, isSameDeadline } from '../../time/deadline.ts';
import { type LedgerEntry, openRest } from '../ledger.ts';
import type { Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { givesTime, invitedAt, lateNoticesInHand, toldOf } from './already-told.ts';
import { answerDay } from './answer-by.ts';
import { ladderGroup } from './ladder.ts';
import { oweUnit } from './owe.ts';

/**
 * Tells a unit of the deadline in force where it knows another: more time as an extension, which takes back a late notice
 * sent under an earlier deadline; anything else as a change. A deadline already past is no promise: the mail asks how
 * things stand and names a day to answer by. Before the invitation there is nothing to tell: that will name it.
 */
export function deadlineNews(desk: Desk, status: UnitStatus): readonly Notice[] {
  const invited = invitedAt(desk, status);
  if (!invited) return [];
  const { effective, extension, filedAt } = status;
  const left = newsLeft(desk, status);
  const told = toldOf(desk, status, left?.sentAt);
  const isOver = left ? left.parts?.kind === kinds['Thay đổi thời hạn'].key : !isBefore(desk.now, effective.before);
  const late = isOver ? null : withdrawnLateNotice(desk, status, left?.sentAt ?? null);
  if (isSameDeadline(told.deadline, effective) && !late && !left) return [];
  const decidedAt = extension?.at ?? late?.sentAt ?? told.at ?? invited;
  if (filedAt && isBefore(filedAt, decidedAt)) return [];
  const isGood = !isOver && givesTime(desk, status, told);
  const kind = isGood ? 'Gia hạn' : 'Thay đổi thời hạn';
  const dueAt = isBefore(decidedAt, invited) ? invited : decidedAt;
  return [
    oweUnit(desk, status, kind, {
      step: left?.parts?.step ?? stepOf(desk, status, kind),
      dueAt,
      why: whyOf(isGood, effective, late),
      // Reminders of the morning go along; late steps are counted anew from the word about a day that is over.
      ...(!isOver && { group: ladderGroup(status) }),
      formerly: late?.deadline ?? told.deadline,
      ...(isOver && !left && { answerBy: answerDay(desk, dueAt) }),
      ...(extension?.reason && { reason: extension.reason }),
      ...(late && isGood && { withdraws: late.sentAt }),
    }),
  ];
}

/** News of the deadline in force that some contacts took and others are still owed: it says to them what it said. */
function newsLeft(desk: Desk, { round, unit, effective }: UnitStatus): LedgerEntry | null {
  const entries = (['Gia hạn', 'Thay đổi thời hạn'] as const).flatMap((kind) =>
    desk.entriesOf(round.id, unit.code, kind),
  );
  return entries.find((entry) => entry.parts?.at === deadlineKey(effective) && openRest(entry)) ?? null;
}

function whyOf(isGood: boolean, effective: Deadline, late: Late | null): string {
  const deadline = deadlineInWords(effective);
  if (!isGood) return `Thời hạn áp dụng đã đổi: ${deadline}.`;
  return `Được gia hạn: ${deadline}.${late ? ' Rút thư quá hạn đã gửi.' : ''}`;
}

/** Told of a deadline, then of another, then of the first again: each is a mail of its own. */
function stepOf(desk: Desk, { round, unit, effective }: UnitStatus, kind: 'Gia hạn' | 'Thay đổi thời hạn'): string {
  const sent = desk
    .entriesOf(round.id, unit.code, kind)
    .filter(({ parts, sentAt }) => parts?.at === deadlineKey(effective) && sentAt !== null);
  return String(sent.length + 1);
}

type Late = { readonly sentAt: Temporal.Instant; readonly deadline: Deadline };

/** The last late notice in hand, or in hand at a moment, that was sent under a deadline earlier than the one in force. */
function withdrawnLateNotice(desk: Desk, status: UnitStatus, asOf: Temporal.Instant | null): Late | null {
  const earlier = lateNoticesInHand(desk, status, asOf).flatMap(({ parts, sentAt }) => {
    const deadline = parts && deadlineOfKey(parts.at);
    return deadline && isBefore(deadline.before, status.effective.before) ? [{ sentAt, deadline }] : [];
  });
  return earlier.at(-1) ?? null;
}
