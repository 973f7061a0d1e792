import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createClock } from '../../clock.ts';
import { runEmulator } from './running-emulator.ts';

const running = runEmulator();
const morning = Temporal.Instant.from('2026-11-23T08:00:00+07:00');

test('the clock follows the machine until it is set', () => {
  const clock = createClock();
  expect(clock.isStanding()).toBe(false);
  expect(Math.abs(clock.nowMillis() - Date.now())).toBeLessThan(1000);
});

test('once set it stands still', () => {
  const clock = createClock();
  clock.set(morning);
  expect([clock.now(), clock.now()]).toEqual(['2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z']);
});

test('microseconds rise within one standing instant', () => {
  const clock = createClock();
  clock.set(morning);
  const first = clock.nowMicros();
  expect(first).toBe(1_795_395_600_000_000n);
  expect(clock.nowMicros()).toBe(first + 1n);
});

test('setting it to where it stands gives out no instant twice', () => {
  const clock = createClock();
  clock.set(morning);
  const first = clock.nowMicros();
  clock.set(morning);
  expect(clock.nowMicros()).toBe(first + 1n);
});

test('set back, it gives out the instants of the past', () => {
  const clock = createClock();
  clock.set(morning);
  clock.nowMicros();
  clock.set(morning.subtract({ hours: 1 }));
  expect(clock.nowMicros()).toBe(1_795_392_000_000_000n);
});

test('whoever listens hears every set', () => {
  const clock = createClock();
  let moves = 0;
  clock.onMove(() => {
    moves += 1;
  });
  clock.set(morning);
  clock.set(null);
  expect(moves).toBe(2);
});

test('the control plane sets the clock from any offset, and shows it in UTC', async () => {
  expect(await running.control('PUT', '/clock', { now: '2026-11-23T08:00:00+07:00' })).toEqual({
    now: '2026-11-23T01:00:00Z',
  });
  expect(await running.control('GET', '/clock')).toEqual({ now: '2026-11-23T01:00:00Z' });
});

test('null lets the clock follow the machine again', async () => {
  await running.control('PUT', '/clock', { now: '2020-01-01T00:00:00Z' });
  await running.control('PUT', '/clock', { now: null });
  expect(running.emulator.clock.isStanding()).toBe(false);
});
