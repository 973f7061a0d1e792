import type { Workspace } from '../../scripts/workspace/start-workspace.ts';
import { dyingAt, type Gate } from './gates.ts';
import { type RunOptions, syncThrough } from './runs.ts';
import { createTurns, drawing } from './turns.ts';

export type AtOnce = RunOptions & {
  readonly copies: number;
  /** Decides the order of all steps. */
  readonly seed: number;
  /** One of the copies ends at a step drawn from the seed. */
  readonly oneDies?: boolean;
};

/** More steps than a copy makes before it dies. */
const STEPS = 14;

/** Copies of `sync` at once, their steps interleaved as the seed says. */
export async function syncAtOnce(workspace: Workspace, { copies, seed, oneDies, ...options }: AtOnce): Promise<void> {
  const draw = drawing(seed);
  const turns = createTurns(copies, draw);
  const death = dyingAt({ step: draw(STEPS), side: draw(2) === 0 ? 'before' : 'after' });
  await Promise.all(
    Array.from({ length: copies }, async (_, copy) => {
      const turn = turns.gateOf(copy);
      const gate: Gate = oneDies && copy === 0 ? (name, act) => death(name, () => turn(name, act)) : turn;
      try {
        await syncThrough(workspace, { ...options, gate });
      } catch (error) {
        if (!oneDies || copy !== 0) throw error;
      } finally {
        turns.ended(copy);
      }
    }),
  );
}
