import type { Emulator } from 'google-workspace-emulator';
import type { Commit } from '../../functions/ports.ts';
import { furnish } from '../../scripts/workspace/start-workspace.ts';
import { askTheCities, createOffice, type Office } from '../../test/support/office.ts';
import { keepingCommits } from '../crash/late-repeats.ts';
import { type Rewire, syncThrough } from '../crash/runs.ts';
import { sealingNight } from '../crash/scenes.ts';
import type { PersonAct } from '../people/person-acts.ts';
import { createRandom, type Random } from '../simulation/random.ts';

/** One file from its provisioning on, and everything that happens to it. */
export type Life = {
  readonly office: Office;
  /** Mails that had arrived when it began, and where. */
  readonly mailed: readonly string[];
  readonly random: Random;
  /** Wires every run: keeps its commits, and plants a bug where one is wanted. */
  readonly rewire: Rewire;
  /** Every commit that went over the wire. */
  readonly commits: readonly Commit[];
  /** Puts right what a hand has just spoilt; nobody touches the Sheet before. */
  repair: (() => Promise<void>) | null;
  /** Whose mail waits until then. */
  holds: PersonAct['holds'];
  /** Runs go at night too, when closed rounds are put away. */
  readonly hasNights: boolean;
};

/** What one step was, for the watch and for whoever repeats it. */
export type Did = {
  readonly what: string;
  /** People typed, or a form was sent: the product did nothing. */
  readonly isByPeople: boolean;
  /** A run died, gave up, or an answer about a mail was lost. */
  readonly isHurt: boolean;
  /** What went wrong that should not have. */
  readonly errors: readonly string[];
};

const START = '2025-10-23T14:05:00+07:00';

/** Begins a life; the seed decides all that happens to it. */
export type Birth = (seed: number, plant: Rewire) => Life;

/** A fresh sheet and form, to be had again and again: six cities were asked and invited, one was given more time. */
export function firstDay(emulator: Emulator): Promise<Birth> {
  return bornFrom(emulator, false, async (office) => {
    await askTheCities(office);
    await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:00', 'Đơn vị': 'HUE', 'Giá trị': '31/10/2025' });
    await syncThrough(office.workspace);
  });
}

/** Two rounds that have been closed for months: the older is put away in these nights, whatever people do with it. */
export function firstNight(emulator: Emulator): Promise<Birth> {
  return bornFrom(emulator, true, (office) => sealingNight(0).prepare(office));
}

async function bornFrom(
  emulator: Emulator,
  hasNights: boolean,
  prepare: (office: Office) => Promise<void>,
): Promise<Birth> {
  const office = createOffice(await furnish(emulator, START));
  await prepare(office);
  const mailed = (await office.mails()).flatMap(({ messageId, envelope }) =>
    envelope.to.map((to) => `${messageId} to ${to}`),
  );
  const reset = emulator.checkpoint();
  return (seed, plant) => {
    reset();
    const { rewire, commits } = keepingCommits();
    return {
      office,
      mailed,
      random: createRandom(seed),
      rewire: (ports, google) => plant(rewire(ports, google), google),
      commits,
      repair: null,
      holds: undefined,
      hasNights,
    };
  };
}
