import { Temporal } from 'temporal-polyfill';
import { localTime, readTime } from '../local-time.ts';

type Move = { label: string; from(now: Temporal.ZonedDateTime): Temporal.ZonedDateTime };

/** The steps the clock is moved by, by the name in the request. */
export const moves: Readonly<Record<string, Move>> = {
  hour: {
    label: 'Giờ tiếp theo',
    from: (now) => now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }),
  },
  morning: { label: 'Sáng làm việc tiếp theo, 08:30', from: nextWorkingMorning },
  day: { label: 'Ngày hôm sau', from: (now) => now.add({ days: 1 }) },
};

/** Monday to Friday; the emulator knows no holidays. */
function nextWorkingMorning(now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let morning = now.withPlainTime('08:30');
  while (morning.dayOfWeek > 5 || Temporal.ZonedDateTime.compare(morning, now) <= 0) morning = morning.add({ days: 1 });
  return morning;
}

type Wanted = { to: string; at: string; next: string | undefined };

/** Where a request moves the clock: to what comes next, by a step, or to the local time it names; nothing when it says neither. */
export function movedTo(now: string, { to, at, next }: Wanted): Temporal.Instant | undefined {
  if (to === 'next') return next === undefined ? undefined : Temporal.Instant.from(next);
  const move = Object.hasOwn(moves, to) ? moves[to] : undefined;
  return move ? move.from(localTime(now)).toInstant() : readTime(at);
}
