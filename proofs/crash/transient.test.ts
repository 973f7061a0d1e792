import { expect, test } from 'vitest';
import { type Office, useOffice } from '../../test/support/office.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { manyUnits, newReports, situations } from './scenes.ts';

const office = useOffice();

type Kind = '429' | '500' | '503' | 'drop-before' | 'drop-after';
const kinds: readonly Kind[] = ['429', '500', '503', 'drop-before', 'drop-after'];

/** More calls than a run makes. */
const CALLS = 40;

/** Each call fails at its first attempt and passes at its second. */
async function failEachCallOnce({ breakGoogle }: Office, kind: Kind): Promise<void> {
  await breakGoogle(...Array.from({ length: CALLS }, (_, call) => ({ kind, skip: 2 * call, times: 1 })));
}

test.each([...situations, [manyUnits, { isRestoring: false }] as const])(
  '$name: a run in which each call fails once is like any other',
  async (scene, options) => {
    const { quiet, play } = await stageOf(office, scene, options);
    for (const kind of kinds) {
      const outcome = await play(async () => {
        await failEachCallOnce(office, kind);
        await syncThrough(office.workspace, options);
      });
      expect(violations(quiet, outcome, { copies: 1 }), kind).toEqual([]);
    }
  },
);

test.each([
  ['refuse-temporary', 1],
  ['drop-before-data', 1],
  ['drop-after-data', 2],
] as const)('mails that meet %s arrive, at most %i times each', async (kind, arrivals) => {
  const { quiet, play } = await stageOf(office, newReports);
  const outcome = await play(async () => {
    await office.breakMail({ kind });
    await syncThrough(office.workspace);
  });
  expect(violations(quiet, outcome, { copies: 2 })).toEqual([]);
  const ids = Map.groupBy(outcome.mails, ({ id }) => id);
  expect(Math.max(...[...ids.values()].map((mails) => mails.length))).toBe(arrivals);
});
