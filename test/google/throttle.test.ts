import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createThrottle } from '../../functions/google/throttle.ts';

const MINUTE = 60_000;

/** A clock that pauses move on. */
function createTime() {
  let time = 0;
  return {
    now: () => time,
    idle: (milliseconds: number) => {
      time += milliseconds;
    },
    pause: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** When each of the calls started, one asked after the other with idle time in between. */
async function startsOf(most: number, idle: readonly number[]): Promise<readonly number[]> {
  const time = createTime();
  const throttle = createThrottle({ most, now: time.now, pause: time.pause });
  const starts: number[] = [];
  for (const milliseconds of idle) {
    time.idle(milliseconds);
    await throttle();
    starts.push(time.now());
  }
  return starts;
}

test('no minute ever holds more calls than allowed, whatever the load', async () => {
  const loads = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), loads, async (most, idle) => {
      const starts = await startsOf(most, idle);
      for (const [index, start] of starts.entries()) {
        expect((starts[index + most] ?? Number.POSITIVE_INFINITY) - start).toBeGreaterThanOrEqual(MINUTE);
      }
    }),
  );
});

test('calls below the limit do not wait', async () => {
  expect(await startsOf(3, [10, 0, 0])).toEqual([10, 10, 10]);
});

test('callers that ask at once each get a place of their own', async () => {
  const waits: number[] = [];
  const pause = async (milliseconds: number) => void waits.push(milliseconds);
  const throttle = createThrottle({ most: 2, now: () => 0, pause });
  await Promise.all(Array.from({ length: 6 }, throttle));
  expect(waits).toEqual([MINUTE, MINUTE, 2 * MINUTE, 2 * MINUTE]);
});
