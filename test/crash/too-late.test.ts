import { expect, test } from 'vitest';
import { useOffice } from '../support/office.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { manyUnits, situations } from './scenes.ts';

const office = useOffice();

/** Longer than any call here takes, milliseconds. */
const PATIENCE = 300;
/** The first attempt has its effect all the same: after the client gave it up, and mostly after the second had its own. */
const TOO_LATE = PATIENCE + 100;

/** More calls than a run makes. */
const CALLS = 40;

test.each([...situations, [manyUnits, { isRestoring: false }] as const])(
  '$name: each call that takes too long is given up, and its late effect changes nothing',
  async (scene, options) => {
    const { quiet, play } = await stageOf(office, scene, options);
    const { log } = office.workspace.emulator;
    const outcome = await play(async () => {
      const delays = Array.from({ length: CALLS }, (_, call) => ({ ms: TOO_LATE, skip: 2 * call, times: 1 }));
      await office.breakGoogle(...delays.map((delay) => ({ kind: 'delay' as const, ...delay })));
      await syncThrough(office.workspace, { ...options, retries: { patience: PATIENCE } });
    });
    expect(log.list().filter(({ ms }) => ms >= TOO_LATE).length).toBeGreaterThan(2);
    expect(violations(quiet, outcome, { copies: 1 })).toEqual([]);
  },
  120_000,
);
