import { isAsked, isOtherwiseTyped, isPaused, joinsTooLate, type Knowledge, pendingUntil } from './knowledge.ts';
import type { NoticeName } from './notice-name.ts';

/** Why a notice may not leave at a moment, from what the office typed; null when nothing holds it. */
export function holdReason(known: Knowledge, name: NoticeName, moment: number): string | null {
  const { office } = known;
  const round = office.rounds.get(name.subject);
  if (!office.mailOn) return 'mail is off';
  const bound = round && known.bindings.of(round.id);
  if (!round?.approved || !bound) return 'not approved';
  if (office.isHeaderLost) return 'a header is lost';
  if (office.isForeign) return 'the file reads days otherwise';
  if (office.isLedgerSpoilt) return 'the ledger is spoilt';
  const wrong = office.wrongDay;
  if (wrong?.round === name.subject && wrong.unit === name.unit) return 'a last day that is none';
  const isUnread = wrong?.round === name.subject && wrong.unit === null;
  if (callsLate(name) && (isUnread || isOtherwiseTyped(known, round))) return 'somebody types in an approved round';
  const half = office.halfTyped;
  if (half && (half.round ?? name.subject) === name.subject && (half.unit ?? name.unit) === name.unit)
    return 'half typed';
  if (name.kind !== 'tiep-nhan' && round.state !== 'Đang mở') return 'not open';
  if (name.kind !== 'tiep-nhan' && !isAsked(known, name.subject, name.unit)) return 'the unit has left';
  if (name.kind === 'moi' && joinsTooLate(known, round, name.unit, moment)) return 'joins too late';
  const isLadder = name.kind === 'nhac' || name.kind === 'qua-han';
  if ((isLadder || name.kind === 'lanh-dao' || name.kind === 'bo-sung') && isPaused(known, name.subject, name.unit))
    return 'paused';
  if (isLadder && moment < pendingUntil(known, name.subject, name.unit)) return 'a report waits to be verified';
  return null;
}

/** To the unit, or to the leadership about it. */
function callsLate({ kind }: NoticeName): boolean {
  return kind === 'qua-han' || kind === 'lanh-dao';
}
