import { randomUUID } from 'node:crypto';

/** Tells where Google calls are counted, so that a run that fails is logged with its count too. */
export type CountedBy = (calls: () => number) => void;

/** One call of a function, as the log knows it. */
export type Run = {
  readonly id: string;
  readonly countedBy: CountedBy;
  /** What every line about it carries; `ms` and `googleCalls` so far. */
  facts(): {
    readonly function: string;
    readonly run: string;
    readonly ms: number;
    readonly googleCalls: number;
  };
};

export function startRun(name: string): Run {
  const started = performance.now();
  const id = randomUUID();
  let googleCalls = () => 0;
  return {
    id,
    countedBy(calls) {
      googleCalls = calls;
    },
    facts: () => ({
      function: name,
      run: id,
      ms: Math.round(performance.now() - started),
      googleCalls: googleCalls(),
    }),
  };
}
