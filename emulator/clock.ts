import { Temporal } from 'temporal-polyfill';
import type { EmulatorClock } from './service.ts';

/** The emulator's clock as its owner holds it: it can be stood still, and it tells who asks when it moved. */
export type SettableClock = EmulatorClock & {
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** Stands the clock still at this instant; null lets it follow the machine again. */
  set(instant: Temporal.Instant | null): void;
  isStanding(): boolean;
  /** Calls the listener after every set. */
  onMove(listener: () => void): void;
};

const machineMicros = () => BigInt(Math.floor((performance.timeOrigin + performance.now()) * 1000));

export function createClock(): SettableClock {
  const listeners: (() => void)[] = [];
  let standing: bigint | null = null;
  let last = 0n;
  const present = () => standing ?? machineMicros();
  return {
    nowMicros() {
      last = present() > last ? present() : last + 1n;
      return last;
    },
    nowMillis: () => Number(present() / 1000n),
    now: () => Temporal.Instant.fromEpochNanoseconds(present() * 1000n).toString(),
    set(instant) {
      const before = present();
      standing = instant === null ? null : instant.epochNanoseconds / 1000n;
      // Set back, it may give out instants again; moved on or set to where it stands, it never does.
      if (present() < before) last = 0n;
      for (const listener of listeners) listener();
    },
    isStanding: () => standing !== null,
    onMove: (listener) => void listeners.push(listener),
  };
}
