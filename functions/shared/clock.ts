import { Temporal } from 'temporal-polyfill';
import { problem } from './problem.ts';

/** Where a run learns what time it is; asked once a run. */
export type Clock = () => Promise<Temporal.Instant>;

/** The machine's clock: the one place that asks for it. */
export const systemClock: Clock = async () => Temporal.Instant.fromEpochMilliseconds(Date.now());

/** @param date as HTTP writes it: `Thu, 23 Oct 2025 07:00:00 GMT`; null when it is none. */
function instantOfHttpDate(date: string): Temporal.Instant | null {
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

/** @param now when the run began; @param heard a time that Google told, and how many milliseconds into the run. */
export function secondsAhead(
  now: Temporal.Instant,
  heard: { readonly date: string; readonly after: number } | null,
): number | null {
  const theirs = heard && instantOfHttpDate(heard.date);
  if (!theirs) return null;
  return Math.round((now.epochMilliseconds + heard.after - theirs.epochMilliseconds) / 1_000);
}

export function fixedClock(instant: Temporal.Instant): Clock {
  return async () => instant;
}

/** The emulator's clock, so that a story can move time. */
export function emulatorClock(url: string): Clock {
  const address = new URL('/_emulator/clock', url).href;
  return async () => {
    try {
      const answer = await fetch(address);
      const { now } = (await answer.json()) as { now: string };
      return Temporal.Instant.from(now);
    } catch (cause) {
      throw problem('clock.unreachable', [address], cause);
    }
  };
}
