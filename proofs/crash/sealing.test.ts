import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { crashPoints, dyingAt, recording } from './gates.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { sealingNight } from './scenes.ts';

const office = useOffice();

test.each([sealingNight(0), sealingNight(1)])(
  '$name: a night that ends before or after any call is made good',
  async (scene) => {
    const { quiet, play } = await stageOf(office, scene);
    const calls = recording();
    expect(violations(quiet, await play(() => syncThrough(office.workspace, calls)), { copies: 1 })).toEqual([]);
    // The step of this night is among what died.
    expect(calls.names.filter((name) => /commit|batchUpdate/i.test(name)).length).toBeGreaterThan(0);
    for (const point of crashPoints(calls.names)) {
      const outcome = await play(() => syncThrough(office.workspace, { gate: dyingAt(point) }).catch(() => {}));
      expect(violations(quiet, outcome, { copies: 1 }), `${point.side} ${point.name}, call ${point.step}`).toEqual([]);
    }
  },
);
