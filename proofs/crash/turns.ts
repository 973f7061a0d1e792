import type { Gate } from './gates.ts';

/** Copies of a function at once, one step at a time. */
export type Turns = {
  /** The gate of one copy: each of its steps waits until it is drawn. */
  gateOf(copy: number): Gate;
  /** That copy makes no more steps. */
  ended(copy: number): void;
};

type Waiter = { readonly copy: number; readonly pass: () => void };

/**
 * Lets one step of one copy happen at a time. The next is drawn only when every copy that lives stands at a step, so that
 * the order is decided by `draw` and not by the machine.
 * @param draw a whole number below its argument.
 */
export function createTurns(copies: number, draw: (below: number) => number): Turns {
  const alive = new Set(Array.from({ length: copies }, (_, copy) => copy));
  const waiting: Waiter[] = [];
  let isActing = false;

  function next(): void {
    if (isActing || ![...alive].every((copy) => waiting.some((waiter) => waiter.copy === copy))) return;
    const [drawn] = waiting.splice(draw(waiting.length), 1);
    if (!drawn) return;
    isActing = true;
    drawn.pass();
  }
  return {
    gateOf: (copy) => async (_name, act) => {
      await new Promise<void>((pass) => {
        waiting.push({ copy, pass });
        next();
      });
      try {
        return await act();
      } finally {
        isActing = false;
        next();
      }
    },
    ended(copy) {
      alive.delete(copy);
      next();
    },
  };
}

/** Numbers that look drawn and follow from the seed alone: mulberry32. */
export function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
