import type { Temporal } from 'temporal-polyfill';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { fold } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';

/** The units a list of codes and groups names on a day, in the order of `Đơn vị`; and the entries that name nobody. */
export function expandUnits(
  entries: readonly string[],
  units: readonly Unit[],
  on: Temporal.PlainDate,
): { readonly codes: readonly string[]; readonly unknown: readonly string[] } {
  const names = new Set(entries.map(fold));
  const isNamed = (unit: Unit) => namesOf(unit).some((name) => names.has(name));
  const known = new Set(units.flatMap(namesOf));
  return {
    codes: units.filter((unit) => isNamed(unit) && isActive(unit, on)).map((unit) => unit.code),
    unknown: entries.filter((entry) => !known.has(fold(entry))),
  };
}

function namesOf(unit: Unit): readonly string[] {
  return [unit.code, ...(unit.groups ?? [])].map(fold);
}

/** Both ends count: a unit that came or went by merger acts only in its own time. */
export function isActive(unit: Unit, on: Temporal.PlainDate): boolean {
  const began = unit.activeFrom === null || unit.activeFrom.since(on).sign <= 0;
  const lasts = unit.activeTo === null || unit.activeTo.since(on).sign >= 0;
  return began && lasts;
}

/** Whom a round asks: as frozen when it was approved, else as its list reads on its opening day. */
export function expectedOf(round: Round, units: readonly Unit[], frozen: string | null): readonly string[] {
  if (round.approved && frozen !== null) return frozen.split('; ').filter(Boolean);
  return expandUnits(round.expected, units, localDay(round.opensAt)).codes;
}
