import { claimState, isTerminal, type LedgerEntry } from './ledger.ts';
import { type KeyKind, kindOf } from './ledger-key.ts';
import type { Candidate, Notice } from './notice.ts';
import type { Desk } from './notice-desk.ts';
import { filedAlready } from './owed/round-notices.ts';

/**
 * Notices that were begun (claimed and lost, or refused for a time) and that the facts of today no longer ask for: the
 * report came, the deadline moved, the round closed. They are settled, so that every begun notice has an end. One whose
 * round or task is gone from the tabs is held: a row that vanished may come back.
 * @param isOwed whether the facts still ask for a key, now or later.
 */
export function lostNotices(desk: Desk, isOwed: (key: string) => boolean): readonly Candidate[] {
  return [...desk.ledger.entries.values()]
    .filter((entry) => isOpen(desk, entry) && !isOwed(entry.key))
    .flatMap((entry) => lostNotice(desk, entry) ?? []);
}

function isOpen(desk: Desk, entry: LedgerEntry): boolean {
  if (isTerminal(entry.state) || entry.state === 'không gửi được') return false;
  return claimState(entry, desk.now) !== 'live';
}

function lostNotice(desk: Desk, entry: LedgerEntry): Candidate | null {
  const { parts, key } = entry;
  if (!parts) return null;
  const status = desk.statusOf(parts.subject, parts.unit);
  const isKnown =
    status !== null ||
    parts.kind === 'ban-tin' ||
    desk.tasks.some(({ task, unit }) => task.id === parts.subject && unit.code === parts.unit);
  const notice: Notice = {
    key,
    kind: kindOf(parts.kind, entry.kind),
    subject: parts.subject,
    unit: parts.unit,
    step: parts.step,
    deadline: status?.effective ?? null,
    dueAt: entry.claimedAt ?? entry.at,
    rank: 0,
    why: 'Thư đã bắt đầu gửi nhưng chưa rõ kết quả.',
    recipients: [],
  };
  const moot = isKnown ? (filed(parts.kind, status) ?? noLongerNeeded) : null;
  const heldBy = isKnown ? null : `Không còn thấy ${parts.subject} cho đơn vị ${parts.unit ?? ''} trong bảng.`;
  return { notice, round: status?.round ?? null, status, group: key, lane: null, hours: 'any', moot, heldBy };
}

const noLongerNeeded = { state: 'không cần nữa', reason: 'Thư không còn cần gửi theo dữ liệu hiện tại.' } as const;

/** Kinds that ask for the report itself; what is asked of a report already there does not end by its coming. */
const ASK_FOR_REPORT: ReadonlySet<KeyKind> = new Set(['moi', 'nhac', 'qua-han', 'gia-han', 'lanh-dao'] as const);

function filed(kind: KeyKind, status: Candidate['status']): Candidate['moot'] {
  return status && ASK_FOR_REPORT.has(kind) ? filedAlready(status) : null;
}
