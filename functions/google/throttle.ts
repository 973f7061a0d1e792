import { setTimeout } from 'node:timers/promises';

const MINUTE = 60_000;

/** Waits until one more call may start. */
export type Throttle = () => Promise<void>;

export type ThrottleOptions = {
  /** Calls that may start within any minute. */
  readonly most: number;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** Lets calls start in the order they ask, never more than `most` within any minute: a burst waits instead of being refused. */
export function createThrottle({ most, now, pause }: ThrottleOptions): Throttle {
  let starts: readonly number[] = [];
  return async () => {
    const asked = now();
    const blocking = starts.length < most ? undefined : starts[0];
    const start = blocking === undefined ? asked : Math.max(asked, blocking + MINUTE);
    starts = [...starts, start].slice(-most);
    if (start > asked) await pause(start - asked);
  };
}

/** The least that Google allows an account in a minute of any kind of call: 60 reads and 60 writes of sheets. */
export const QUOTA = 60;

/** Everything in this process that calls Google draws on the same minute. */
export const withinQuota = createThrottle({
  most: QUOTA,
  now: () => performance.now(),
  pause: (milliseconds) => setTimeout(milliseconds),
});
