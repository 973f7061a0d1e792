import { z } from 'zod';
import { regularExpression } from './regular-expression.ts';

/** How often a fault strikes: after `skip` calls that fit it, then `times` times; without `times`, until replaced. */
export const countdown = {
  skip: z.int().min(0).default(0),
  times: z.int().min(1).optional(),
};

/** What goes wrong with the API calls that fit. `path` is searched in the path without its query, `body` in what was sent. */
export const faultSchema = z.strictObject({
  method: z.string().toUpperCase().optional(),
  path: regularExpression.optional(),
  body: regularExpression.optional(),
  kind: z.enum(['400', '429', '500', '503', 'drop-before', 'drop-after', 'late', 'delay']),
  /** Milliseconds to wait before the work; with any kind, and what `delay` is for. */
  ms: z.int().min(0).default(0),
  ...countdown,
});

export type Fault = z.output<typeof faultSchema>;

/** A list of faults that remembers how often each has been met. */
export type FaultList<F> = {
  replace(faults: readonly F[]): void;
  /** Whether any fault there is is like this. */
  some(isLike: (fault: F) => boolean): boolean;
  /** The faults that strike what fits: every delay, and the first of the others. */
  strike(fits: (fault: F) => boolean): F[];
};

export function createFaultList<F extends { kind: string; skip: number; times?: number | undefined }>(): FaultList<F> {
  let live: { fault: F; skipped: number; struck: number }[] = [];
  return {
    replace(faults) {
      live = faults.map((fault) => ({ fault, skipped: 0, struck: 0 }));
    },
    some: (isLike) => live.some(({ fault }) => isLike(fault)),
    strike(fits) {
      const striking: F[] = [];
      for (const entry of live.filter(({ fault }) => fits(fault))) {
        if (entry.skipped < entry.fault.skip) entry.skipped += 1;
        else if (entry.struck < (entry.fault.times ?? Number.POSITIVE_INFINITY)) {
          if (entry.fault.kind !== 'delay' && striking.some(({ kind }) => kind !== 'delay')) continue;
          entry.struck += 1;
          striking.push(entry.fault);
        }
      }
      return striking;
    },
  };
}
