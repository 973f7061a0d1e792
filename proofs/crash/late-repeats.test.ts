import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { arriveAgain, keepingCommits } from './late-repeats.ts';
import { violations } from './outcome.ts';
import { stageOf } from './replay.ts';
import { syncThrough } from './runs.ts';
import { lateUnits, newReports } from './scenes.ts';

const office = useOffice();

test.each([newReports, lateUnits])(
  '$name: every commit that arrives again is refused, at any later time',
  async (scene) => {
    const { quiet, play } = await stageOf(office, scene);
    const { rewire, commits } = keepingCommits();
    const outcome = await play(async () => {
      await syncThrough(office.workspace, { rewire });
      expect(await arriveAgain(office.workspace, commits)).toEqual(commits.map(() => 'claim-used'));
      await syncThrough(office.workspace, { rewire });
      expect(await arriveAgain(office.workspace, commits.toReversed())).toEqual(commits.map(() => 'claim-used'));
    });
    expect(commits.length).toBeGreaterThan(1);
    expect(violations(quiet, outcome, { copies: 1 })).toEqual([]);
  },
);
