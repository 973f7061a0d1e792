import { expect, test } from 'vitest';
import { useOffice } from '../support/office.ts';
import { crashPoints, dyingAt, recording } from './gates.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { nothingNew, situations } from './scenes.ts';

const office = useOffice();

test.each([...situations, [nothingNew, { isRestoring: false }] as const])(
  '$name: a sync that ends before or after any call is made good',
  async (scene, options) => {
    const { quiet, play } = await stageOf(office, scene, options);
    const calls = recording();
    expect(
      violations(quiet, await play(() => syncThrough(office.workspace, { ...options, ...calls })), { copies: 1 }),
    ).toEqual([]);
    for (const point of crashPoints(calls.names)) {
      const outcome = await play(() =>
        syncThrough(office.workspace, { ...options, gate: dyingAt(point) }).catch(() => {}),
      );
      expect(violations(quiet, outcome, { copies: 2 }), `${point.side} ${point.name}, call ${point.step}`).toEqual([]);
    }
  },
  120_000,
);
