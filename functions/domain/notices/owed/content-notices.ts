import { localDay } from '../../../../sheets-schema/zone.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { openingOn } from '../../time/working-calendar.ts';
import { ledgerKey, ONCE } from '../ledger-key.ts';
import { type Candidate, type Notice, ranks } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';
import { aboutRound, pausedBy, roundCandidate } from './round-notices.ts';

/** What is asked of a unit that has filed: a returned report to be redone, or items that are still absent. */
export function contentNotices(desk: Desk, status: UnitStatus): readonly Candidate[] {
  const notice = returnNotice(desk, status) ?? supplement(desk, status);
  if (!notice) return [];
  return [roundCandidate(status, notice, { heldBy: notice.kind === 'Đề nghị bổ sung' ? pausedBy(status) : null })];
}

/** Once for each version that was returned. */
function returnNotice(desk: Desk, status: UnitStatus): Notice | null {
  const { returned, round, unit, versions } = status;
  if (!returned) return null;
  const version = versions.at(-1)?.version;
  const step = '1';
  const at = version ?? localDay(returned.at).toString();
  return {
    ...aboutRound(desk, status),
    key: ledgerKey({ subject: round.id, unit: unit.code, kind: 'Trả lại', step, at }),
    kind: 'Trả lại',
    step,
    dueAt: returned.at,
    rank: ranks.returned,
    why: `Điều phối viên trả lại báo cáo để bổ sung: ${returned.reason}`,
    ...(version !== undefined && { version }),
  };
}

/** What a supplement asks for. */
export function absentItems({ items }: UnitStatus): UnitStatus['items'] {
  return items.filter(({ counts, verdict }) => counts && verdict === 'Thiếu');
}

/**
 * Only what is absent is asked for without a person's word; what is merely unclear is for the coordinator. A working
 * day lies between, in which the coordinator may stop it and the unit may send the rest by itself. The same set of
 * items is asked for once.
 */
function supplement(desk: Desk, status: UnitStatus): Notice | null {
  const { round, unit } = status;
  const items = absentItems(status);
  const last = status.versions.at(-1);
  if (!status.filedAt || !last || status.supplementStopped || items.length === 0) return null;
  const step = items
    .map(({ item }) => item)
    .sort()
    .join('+');
  const sent = desk.entriesOf(round.id, unit.code, 'bo-sung').filter(({ sentAt }) => sentAt !== null);
  return {
    ...aboutRound(desk, status),
    key: ledgerKey({ subject: round.id, unit: unit.code, kind: 'Đề nghị bổ sung', step, at: ONCE }),
    kind: 'Đề nghị bổ sung',
    step,
    dueAt: openingOn(desk.calendar, desk.calendar.addWorkingDays(localDay(last.seenAt), 1)),
    rank: ranks.supplement,
    why: `Báo cáo ${last.version} còn thiếu mục ${items.map(({ item }) => item).join(', ')}.`,
    items,
    nth: sent.length + 1,
  };
}
