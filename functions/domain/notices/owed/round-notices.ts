import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../../../../sheets-schema/tabs/logs.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { deadlineInWords } from '../../time/deadline.ts';
import { aboutKey, isTerminal, type LedgerEntry } from '../ledger.ts';
import { ledgerKey, ONCE } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import { type Desk, isBefore, later } from '../notice-desk.ts';

/** What every notice of a round to a unit has in common. */
export function aboutRound(desk: Desk, { round, unit, effective }: UnitStatus) {
  return {
    subject: round.id,
    unit: unit.code,
    deadline: effective,
    recipients: desk.contactsOf(unit.code, 'Đầu mối'),
  } as const;
}

/** The usual candidate of a round: in working hours, one a day for its unit. */
export function roundCandidate(status: UnitStatus, notice: Notice, own: Partial<Candidate> = {}): Candidate {
  const { round, unit } = status;
  return {
    notice,
    round,
    status,
    group: notice.key,
    lane: unit.code,
    hours: 'windows',
    moot: null,
    heldBy: null,
    ...own,
  };
}

/** Of what is due in one group only the strongest goes. */
export function ladderGroup({ round, unit }: UnitStatus): string {
  return `ladder/${round.id}/${unit.code}`;
}

/** One leadership report a day for each round. */
export function leadersLane(round: string): string {
  return `leaders/${round}`;
}

export function filedAlready(status: UnitStatus): Candidate['moot'] {
  return status.filedAt ? { state: 'đã nộp', reason: 'Đơn vị đã gửi báo cáo trước khi thư đi.' } : null;
}

/** Once per round and unit, whatever happens to the deadline afterwards. */
export function invitation(desk: Desk, status: UnitStatus): Candidate {
  const { round } = status;
  const key = ledgerKey({ subject: round.id, unit: status.unit.code, kind: 'Mời gửi báo cáo', step: '0', at: ONCE });
  const notice: Notice = {
    ...aboutRound(desk, status),
    key,
    kind: 'Mời gửi báo cáo',
    step: '0',
    dueAt: round.opensAt,
    rank: ranks.invitation,
    why: `Kỳ báo cáo đang mở; hạn ${deadlineInWords(status.effective)}.`,
  };
  return roundCandidate(status, notice, { moot: filedAlready(status), heldBy: inPreparation(status) });
}

/** What a round will send is shown before it opens. */
export function inPreparation({ round }: UnitStatus): string | null {
  return round.state === 'Chuẩn bị' ? 'Kỳ báo cáo chưa chuyển sang Đang mở.' : null;
}

/** Why what would remind a unit rests. */
export function pausedBy({ paused }: UnitStatus): string | null {
  return paused ? 'Điều phối viên tạm dừng nhắc đơn vị.' : null;
}

/** When the unit was invited, or the matter was settled otherwise; null before that. */
export function invitedAt(desk: Desk, { round, unit }: UnitStatus): Temporal.Instant | null {
  const entry = desk.entriesOf(round.id, unit.code, 'moi').find(({ state }) => isTerminal(state));
  return entry ? (entry.sentAt ?? entry.at) : null;
}

/** From when on steps count: what fell due before the unit was invited, or before it was granted more time, is dropped. */
export function countsFrom(desk: Desk, status: UnitStatus): Temporal.Instant {
  const invited = invitedAt(desk, status) ?? desk.calendar.nextSendAt(later(desk.now, status.round.opensAt));
  return status.extension ? later(invited, status.extension.at) : invited;
}

/** One for each version whose unit is known, as soon as it is seen; those that wait for a decision are told so too. */
export function receipts(desk: Desk, status: UnitStatus): readonly Candidate[] {
  return [...status.versions, ...status.afterLock].map((report) => {
    const { version } = report;
    const key = ledgerKey({
      subject: status.round.id,
      unit: status.unit.code,
      kind: 'Xác nhận tiếp nhận',
      step: '1',
      at: version,
    });
    const notice: Notice = {
      ...aboutRound(desk, status),
      key,
      kind: 'Xác nhận tiếp nhận',
      step: '1',
      dueAt: report.seenAt,
      rank: ranks.receipt,
      why: `Đã nhận báo cáo, mã tiếp nhận ${version}.`,
      version,
    };
    return roundCandidate(status, notice, { lane: null, hours: 'any', heldBy: receivedBefore(desk, report) });
  });
}

/** What was imported from before the system ran needs no receipt of today. */
function receivedBefore({ settings }: Desk, { seenAt }: Report): string | null {
  const isOld = settings.goLive !== null && isBefore(seenAt, settings.goLive);
  return isOld ? 'Báo cáo nhận trước Mốc vận hành, không gửi xác nhận tự động.' : null;
}

/** Late notices the unit has in hand: those that went since it was last told of an extension, which withdraws them. */
export function lateNoticesInHand({ ledger }: Pick<Desk, 'ledger'>, { round, unit }: UnitStatus): readonly SentEntry[] {
  const entries = ledger.about.get(aboutKey(round.id, unit.code)) ?? [];
  const told = sentEntries(entries.filter(({ parts }) => parts?.kind === 'gia-han')).at(-1);
  const late = sentEntries(entries.filter(({ parts }) => parts?.kind === 'qua-han'));
  return told ? late.filter(({ sentAt }) => isBefore(told.sentAt, sentAt)) : late;
}

type SentEntry = LedgerEntry & { readonly sentAt: Temporal.Instant };

/** In the order they went. */
function sentEntries(entries: readonly LedgerEntry[]): readonly SentEntry[] {
  const sent = entries.filter((entry): entry is SentEntry => entry.sentAt !== null);
  return sent.toSorted((a, b) => a.sentAt.epochMilliseconds - b.sentAt.epochMilliseconds);
}
