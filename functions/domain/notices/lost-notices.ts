import { keyFacts, kinds } from '../../../sheets-schema/notice-kinds.ts';
import { claimState, isTerminal, type LedgerEntry, openRest } from './ledger.ts';
import { kindOf } from './ledger-key.ts';
import type { Notice } from './notice.ts';
import type { Desk } from './notice-desk.ts';
import { filedAlready } from './owed/owe.ts';

/**
 * Notices that the ledger tells of (claimed and lost, refused for a time, or held when they fell due) and that the facts of
 * today no longer ask for: the report came, the deadline moved, the round closed. They are settled, so that each of them
 * has an end. One whose round or task is gone from the tabs is held: a row that vanished may come back. So may a unit that
 * left by decision, as long as the round is open.
 * @param isOwed whether the facts still ask for a key, now or later.
 */
export function lostNotices(desk: Desk, isOwed: (key: string) => boolean): readonly Notice[] {
  return [...desk.ledger.entries.values()]
    .filter((entry) => isOpen(desk, entry) && !isOwed(entry.key))
    .flatMap((entry) => lostNotice(desk, entry) ?? []);
}

function isOpen(desk: Desk, whole: LedgerEntry): boolean {
  const entry = openRest(whole) ?? whole;
  if (isTerminal(entry.state) || entry.state === 'không gửi được') return false;
  return claimState(entry, desk.now) !== 'live';
}

function lostNotice(desk: Desk, entry: LedgerEntry): Notice | null {
  const { parts, key } = entry;
  if (!parts) return null;
  const status = desk.statusOf(parts.subject, parts.unit);
  // Who takes part no more has left by the cell that named it.
  const isHelp = parts.kind === kinds['Nhiệm vụ phối hợp'].key;
  const left = status === null ? (desk.leftBy?.(parts.subject, parts.unit) ?? null) : null;
  const isKnown =
    status !== null ||
    left?.state === 'Đã đóng' ||
    keyFacts[parts.kind].to === 'coordinators' ||
    desk.tasks.some(({ task, unit }) => task.id === parts.subject && (unit.code === parts.unit || isHelp));
  return {
    key,
    kind: kindOf(parts.kind, entry.kind),
    subject: parts.subject,
    unit: parts.unit,
    step: parts.step,
    deadline: status?.effective ?? null,
    dueAt: entry.claimedAt ?? entry.at,
    rank: 0,
    why: BEGUN[entry.state] ?? 'Thư đã bắt đầu gửi nhưng chưa rõ kết quả.',
    recipients: [],
    round: status?.round ?? null,
    status,
    group: key,
    moot: isKnown ? ((status && filedAlready(parts.kind, status)) ?? noLongerNeeded) : null,
    ...(openRest(entry) && entry.sentAt && { firstSentAt: entry.sentAt }),
    waitsFor: null,
    heldBy: isKnown
      ? null
      : left
        ? HAS_LEFT
        : `Không còn thấy ${parts.subject} cho đơn vị ${parts.unit ?? ''} trong bảng.`,
  };
}

const BEGUN: Partial<Record<LedgerEntry['state'], string>> = {
  'đến hạn': 'Thư đã đến lúc gửi và phải chờ.',
  'đã xuất': 'Thư đã xuất thành tệp, chưa thấy tệp trong da-gui.',
};

const HAS_LEFT = 'Đơn vị đã rút khỏi kỳ báo cáo; có lại trong kỳ thì thư được xem lại.';

const noLongerNeeded = { state: 'không cần nữa', reason: 'Thư không còn cần gửi theo dữ liệu hiện tại.' } as const;
