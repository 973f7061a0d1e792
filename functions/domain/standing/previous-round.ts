import { Temporal } from 'temporal-polyfill';
import type { UnitStatus } from './unit-status.ts';

/** Finds where the same unit stood in the last round before, if it filed then. */
export function previousStatuses(statuses: readonly UnitStatus[]): (status: UnitStatus) => UnitStatus | null {
  const filed = statuses.filter((status) => status.versions.length > 0);
  const byUnit = Map.groupBy(filed, (status) => status.unit.code);
  return ({ unit, round }) =>
    (byUnit.get(unit.code) ?? [])
      .filter((other) => Temporal.Instant.compare(other.round.opensAt, round.opensAt) < 0)
      .sort((a, b) => Temporal.Instant.compare(a.round.opensAt, b.round.opensAt))
      .at(-1) ?? null;
}
