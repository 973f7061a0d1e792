import { HOUR } from './calendar.ts';
import { isAsked, isOtherwiseTyped, type Knowledge } from './knowledge.ts';
import type { OfficeRound } from './office.ts';

/** Somebody meant mail to rest: told once, and then once a week. */
export const MAIL_OFF = 'mail is off';
export const DAYS_OF_REST = 7;

/**
 * What stands still by what the office typed, one text a cause: words that change are another cause, as a row is that has
 * moved meanwhile.
 */
export function causesOfStandstill(known: Knowledge): readonly string[] {
  const { office } = known;
  const open = [...office.rounds.values()].filter((one) => one.state === 'Đang mở' && known.bindings.of(one.id));
  const places = [office.isRearranged, office.rounds.size, office.decisions.length, office.erased.size];
  const causes: readonly (readonly [isThere: boolean, what: string])[] = [
    [!office.mailOn, MAIL_OFF],
    [office.isHeaderLost, 'a header is lost'],
    [office.isForeign && known.now() - office.languageSetAt >= HOUR, 'the file reads days otherwise'],
    [office.isLedgerSpoilt, 'the ledger is spoilt'],
    [!office.isHeaderLost && coordinatorsOf(known).length === 0, 'nobody is a coordinator'],
    [holdsWrongDay(known, open), `a last day that is none: ${JSON.stringify([office.wrongDay, places])}`],
    [holdsHalfTyped(known, open), `half typed: ${JSON.stringify([office.halfTyped, places])}`],
    ...open.map((round) => [isOtherwiseTyped(known, round), cellsOf(round)] as const),
  ];
  return causes.flatMap(([isThere, what]) => (isThere ? [what] : []));
}

function cellsOf({ id, strict, adjusted, steps }: OfficeRound): string {
  return `cells of ${JSON.stringify([id, strict, adjusted, steps])}`;
}

function holdsWrongDay(known: Knowledge, open: readonly OfficeRound[]): boolean {
  const { wrongDay, rounds } = known.office;
  if (wrongDay === null) return false;
  const { round, unit } = wrongDay;
  if (unit === null) return rounds.has(round);
  return open.some(({ id }) => id === round) && isAsked(known, round, unit);
}

function holdsHalfTyped({ office: { halfTyped } }: Knowledge, open: readonly OfficeRound[]): boolean {
  return halfTyped !== null && open.some(({ id }) => (halfTyped.round ?? id) === id);
}

/** Addresses of those who hear of what stands still. */
export function coordinatorsOf({ office }: Knowledge): readonly string[] {
  return [...office.contacts.values()].flatMap(({ role, active, addresses }) =>
    role === 'Điều phối' && active ? addresses : [],
  );
}
