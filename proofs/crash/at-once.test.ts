import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { type AtOnce, syncAtOnce } from './at-once.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { lateUnits, newReports, openingRound, type Scene } from './scenes.ts';

const office = useOffice();

type Crowd = Omit<AtOnce, 'seed'> & { readonly name: string };
const crowds: readonly Crowd[] = [
  { name: 'two copies', copies: 2 },
  { name: 'three copies', copies: 3 },
  { name: 'two copies, one of which dies,', copies: 2, oneDies: true },
];
const scenes: readonly Scene[] = [openingRound, newReports, lateUnits];

/** As many orders of steps for each scene and crowd; the seed of a failing one stands in its message. */
const ORDERS = 4;

test.each(scenes)('$name: copies at once lose nothing and double nothing', async (scene) => {
  const { quiet, play } = await stageOf(office, scene);
  for (const { name, ...crowd } of crowds) {
    for (let seed = 1; seed <= ORDERS; seed += 1) {
      const outcome = await play(() => syncAtOnce(office.workspace, { ...crowd, seed }));
      expect(violations(quiet, outcome, { copies: crowd.oneDies ? 2 : 1 }), `${name} with seed ${seed}`).toEqual([]);
    }
  }
});
