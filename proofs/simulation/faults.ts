import { problem } from '../../functions/shared/problem.ts';
import type { Random } from './random.ts';

/** The steps of a run at which the world may fail it. */
export type Step = 'read' | 'responses' | 'commit' | 'claims' | 'mail';

/**
 * What goes wrong in one step.
 * - crash: the process ends before or after the effect;
 * - error: 429, 500 or a timeout, with no effect, or with its effect and the answer lost, the client having given up;
 * - again: the answer was lost and the client sent the same request once more;
 * - stray: the client gave up, and the request has its effect minutes later;
 * - slow: the step takes minutes;
 * - later, unknown: the mail server puts off, or its answer is lost before or after it took the mail;
 * - tarpit: the mail server takes the mail, and minutes to say so.
 */
export type Fault =
  | 'crash before'
  | 'crash after'
  | 'error before'
  | 'error after'
  | 'again'
  | 'stray'
  | 'slow'
  | 'later'
  | 'unknown before'
  | 'unknown after'
  | 'tarpit';

const OF_CALLS = ['crash before', 'crash after', 'error before', 'error after', 'again', 'stray', 'slow'] as const;
const OF_MAIL = ['crash before', 'crash after', 'later', 'unknown before', 'unknown after', 'slow'] as const;

/** Draws the fault of each step of one run; null is the usual answer. */
export type FaultPlan = (step: Step) => Fault | null;

export const noFaults: FaultPlan = () => null;

/** One fault somewhere in the run, or now and then a run in which everything may fail. */
export function drawFaults(random: Random): FaultPlan {
  const own = random.fork();
  const isStorm = own.chance(0.15);
  let untilFault = own.int(0, 9);
  return (step) => {
    const strikes = isStorm ? own.chance(0.25) : untilFault-- === 0;
    if (!strikes) return null;
    return step === 'mail' ? own.pick(OF_MAIL) : own.pick(OF_CALLS);
  };
}

/** How a mail server is for hours: it lets everybody wait, takes mail and says nothing of it, takes none just now. */
export const MOODS: readonly [FaultPlan, ...FaultPlan[]] = (['tarpit', 'unknown after', 'later'] as const).map(
  (fault) => (step: Step) => (step === 'mail' ? fault : null),
) as [FaultPlan, ...FaultPlan[]];

/** What the client throws when it gives up on Google. */
export function gaveUp(step: Step): Error {
  return problem('google.unreachable', [step, 'simulated', 1]);
}

/** Of a process that has ended nothing more is heard. */
export function forever(): Promise<never> {
  return new Promise(() => {});
}
