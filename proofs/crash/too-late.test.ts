import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { manyUnits, situations } from './scenes.ts';
import { syncTooLate } from './too-late.ts';

const office = useOffice();

test.each([...situations, [manyUnits, { isRestoring: false }] as const])(
  '$name: each call that takes too long is given up, and its late effect changes nothing',
  async (scene, options) => {
    const { quiet, play } = await stageOf(office, scene, options);
    const outcome = await play(() => syncTooLate(office, options));
    const late = office.workspace.emulator.log.list().filter(({ status }) => status === 0);
    expect(late.length).toBeGreaterThan(2);
    expect(violations(quiet, outcome, { copies: 1 })).toEqual([]);
  },
);
