import { Temporal } from 'temporal-polyfill';
import { verifyDay } from '../../functions/domain/notices/verify.ts';
import { pastLogs } from '../../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { dayOf, isoDay, minuteOf, momentOf, WINDOWS } from './calendar.ts';
import { createModelWorkbook } from './model-workbook.ts';
import type { OracleFinding } from './oracle.ts';
import type { Run } from './runs.ts';
import type { World } from './world.ts';

/** Days of which the logs owe a full account: a run in the last sending hour, and no run of the day in trouble. */
export type ProvableDays = { note(run: Run): void; days(): readonly number[] };

const LAST_HOUR = WINDOWS[1][1] - 60;

export function createProvableDays(): ProvableDays {
  const looked = new Set<number>();
  const troubled = new Set<number>();
  return {
    note({ startedAt, state, isHurt, isAlone }) {
      const day = dayOf(startedAt);
      const minute = minuteOf(startedAt);
      if (state !== 'done' || isHurt || !isAlone) troubled.add(day);
      else if (minute >= LAST_HOUR && minute < WINDOWS[1][1]) looked.add(day);
    },
    days: () => [...looked].filter((day) => !troubled.has(day)),
  };
}

const MOST_DAYS = 4;

/** Proves some of these days from the logs as they stand at the end, as `verify-ledger` does. */
export async function proveDays(world: World, days: readonly number[]): Promise<readonly OracleFinding[]> {
  const now = Temporal.Instant.fromEpochMilliseconds(world.agenda.now());
  const snapshot = await readSnapshot(createModelWorkbook(world.file), NO_RESPONSES, now, { sealed: 'all' });
  const logs = pastLogs(snapshot);
  const chosen = days.filter(() => world.random.chance(MOST_DAYS / Math.max(1, days.length)));
  return chosen.flatMap((day) =>
    verifyDay(Temporal.PlainDate.from(isoDay(day)), logs).map(({ key, problem }) => ({
      offence: 'unaccounted' as const,
      at: momentOf(day),
      what: `${isoDay(day)} ${key}: ${problem}`,
      run: 0,
    })),
  );
}
