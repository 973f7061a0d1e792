import type { Temporal } from 'temporal-polyfill';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { type Deadline, deadlineInWords, deadlineKey } from '../../time/deadline.ts';
import { isTerminal, type LedgerEntry } from '../ledger.ts';
import { ledgerKey } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';
import { stillPending } from '../pending-hold.ts';
import {
  aboutRound,
  countsFrom,
  filedAlready,
  inPreparation,
  ladderGroup,
  lateNoticesInHand,
  pausedBy,
  roundCandidate,
} from './round-notices.ts';

type Rung = {
  readonly step: number;
  readonly dueAt: Temporal.Instant;
  readonly key: string;
  readonly entry: LedgerEntry | undefined;
};

/**
 * Reminders and late notices of a unit, counted from the deadline that applies to it now. A rung is due from its day on
 * until it is settled, so a missed morning is made good; what fell due after the report had come never was due.
 */
export function ladder(desk: Desk, status: UnitStatus): readonly Candidate[] {
  const all = allRungs(desk, status);
  const highest = highestSent(all);
  const rungs = all.filter(isOpen(desk, status));
  const isLateDue = rungs.some(({ step, dueAt }) => step > 0 && !isBefore(desk.now, dueAt));
  return rungs.map((rung, index) => {
    const isLate = rung.step > 0;
    const notice = isLate
      ? lateNotice(desk, status, rung, lateBefore(desk, rungs.slice(0, index), rung))
      : reminder(desk, status, rung);
    return roundCandidate(status, notice, {
      group: ladderGroup(status),
      moot:
        filedAlready(status) ??
        overtaken(rung, highest) ??
        (isLate || isLateDue ? null : tooLateToRemind(desk, status.effective, rung)),
      heldBy: inPreparation(status) ?? pausedBy(status) ?? stillPending(desk, status, later(desk.now, rung.dueAt)),
    });
  });
}

/** Every step of the ladder under the deadline in force. */
function allRungs(desk: Desk, { round, unit, effective }: UnitStatus): readonly Rung[] {
  const { reminders, late } = desk.stepsOf(round);
  const dueAt = desk.stepsFrom(effective);
  const deadline = deadlineKey(effective);
  return [...reminders, ...late].map((step) => {
    const kind = step > 0 ? 'Quá hạn lần 1' : 'Nhắc việc';
    const key = ledgerKey({ subject: round.id, unit: unit.code, kind, step: String(step), at: deadline });
    return { step, dueAt: dueAt(step), key, entry: desk.ledger.entries.get(key) };
  });
}

function isOpen(desk: Desk, status: UnitStatus): (rung: Rung) => boolean {
  const from = countsFrom(desk, status);
  return ({ dueAt, entry }) =>
    !(entry && isTerminal(entry.state)) &&
    isBefore(from, dueAt) &&
    (status.filedAt === null || isBefore(dueAt, status.filedAt));
}

/** A step added below one that went out has nothing more to say. */
function highestSent(rungs: readonly Rung[]): number {
  const sent = rungs.filter(({ entry }) => entry?.sentAt).map(({ step }) => step);
  return Math.max(Number.NEGATIVE_INFINITY, ...sent);
}

function overtaken({ step }: Rung, highest: number): Candidate['moot'] {
  return step < highest ? { state: 'gộp vào thư mạnh hơn', reason: 'Thư của bước sau đã gửi.' } : null;
}

/** A reminder that could only go after the deadline would be untrue. */
function tooLateToRemind(desk: Desk, { before }: Deadline, { dueAt }: Rung): Candidate['moot'] {
  const goesAt = desk.calendar.nextSendAt(later(desk.now, dueAt));
  return isBefore(goesAt, before)
    ? null
    : { state: 'không cần nữa', reason: 'Không còn giờ gửi nào trước khi hết hạn.' };
}

function reminder(desk: Desk, status: UnitStatus, { step, dueAt, key }: Rung): Notice {
  const deadline = deadlineInWords(status.effective);
  return {
    ...aboutRound(desk, status),
    key,
    kind: 'Nhắc việc',
    step: String(step),
    dueAt,
    rank: ranks.reminder + step / 1000,
    why: step === 0 ? `Ngày cuối của thời hạn (${deadline}).` : `Trước hạn ${-step} ngày làm việc (${deadline}).`,
  };
}

/** Those due now go as one mail, as do those of one moment, so they count once among what will have been sent before. */
function lateBefore(
  desk: Desk,
  rungs: readonly Rung[],
  { dueAt }: Rung,
): { readonly due: number; readonly ahead: number } {
  const late = rungs.filter((one) => one.step > 0 && isBefore(one.dueAt, dueAt));
  const ahead = new Set(late.flatMap((one) => (isBefore(desk.now, one.dueAt) ? one.dueAt.epochMilliseconds : [])));
  return { due: late.filter((one) => !isBefore(desk.now, one.dueAt)).length, ahead: ahead.size };
}

function lateNotice(
  desk: Desk,
  status: UnitStatus,
  { step, dueAt, key }: Rung,
  before: ReturnType<typeof lateBefore>,
): Notice {
  const isDue = !isBefore(desk.now, dueAt);
  const expected = isDue ? 0 : before.ahead + Math.min(before.due, 1);
  const nth = lateNoticesInHand(desk, status).length + expected + 1;
  const about = { ...aboutRound(desk, status), key, step: String(step), dueAt, rank: ranks.late + step / 1000 };
  return { ...about, ...numbered(about, nth) };
}

/** The part of a late notice that tells which one it is. */
export function numbered({ step, deadline }: Pick<Notice, 'step' | 'deadline'>, nth: number) {
  const words = deadline ? ` (hạn ${deadlineInWords(deadline)})` : '';
  return {
    kind: nth === 1 ? 'Quá hạn lần 1' : 'Quá hạn lần 2',
    why: `Quá hạn từ ${step} ngày làm việc${words}; thư quá hạn lần ${nth}.`,
    nth,
  } as const;
}
