import { Temporal } from 'temporal-polyfill';
import type { Office } from '../../test/support/office.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { type RunOptions, syncThrough, syncUntilQuiet } from './runs.ts';
import type { Scene } from './scenes.ts';

/** Past the lease of a claim, and past the pause after a temporary refusal. */
const LATER = { minutes: 16 };

/** A situation that can be had again and again, and what an undisturbed run makes of it in the end. */
export type Stage = {
  readonly quiet: Outcome;
  /** Plays the situation again with something else in the place of the first run. */
  play(act: () => Promise<unknown>): Promise<Outcome>;
};

export async function stageOf(office: Office, scene: Scene, options: RunOptions = {}): Promise<Stage> {
  await scene.prepare(office);
  const { emulator } = office.workspace;
  const reset = emulator.checkpoint();
  async function play(act: () => Promise<unknown>): Promise<Outcome> {
    reset();
    await act();
    await office.breakGoogle();
    await office.breakMail();
    await settle(office, options);
    return readOutcome(office);
  }
  return { quiet: await play(async () => {}), play };
}

/** One more run at the same moment, then runs until nothing is left to do when claims without a result have run out. */
async function settle({ workspace }: Office, options: RunOptions): Promise<void> {
  const { revision } = await syncThrough(workspace, options);
  workspace.setTime(Temporal.Instant.from(workspace.emulator.clock.now()).add(LATER).toString());
  await syncUntilQuiet(workspace, options, revision);
}
