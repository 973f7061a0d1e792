import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { crashPoints, dyingAt, recording } from './gates.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { burst, nothingNew, situations } from './scenes.ts';

const office = useOffice();

test.each([...situations, [nothingNew, { isRestoring: false }] as const, [burst, { isRestoring: false }] as const])(
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
);

test('the burst takes two commits, the first of about two megabytes', async () => {
  await burst.prepare(office);
  const { log } = office.workspace.emulator;
  log.clear();
  await syncThrough(office.workspace);
  const commits = log.list().filter(({ path }) => path.endsWith(':batchUpdate'));
  const [first = 0, second = 0, ...results] = commits.map(({ requestBytes }) => requestBytes / 1_000_000);
  expect(first).toBeGreaterThan(1.7);
  expect(second).toBeGreaterThan(0.8);
  expect(results).toHaveLength(1);
});
