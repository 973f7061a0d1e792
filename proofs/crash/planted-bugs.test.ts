import { expect, test } from 'vitest';
import { useOffice } from '../../test/support/office.ts';
import { syncAtOnce } from './at-once.ts';
import { arriveAgain, keepingCommits } from './late-repeats.ts';
import { violations } from './outcome.ts';
import { claimsDeleted, resultsForgotten, withoutClaims } from './planted-bugs.ts';
import { stageOf } from './replay.ts';
import { type Rewire, syncThrough } from './runs.ts';
import { newReports } from './scenes.ts';
import { syncTooLate } from './too-late.ts';

const office = useOffice();

/** As many orders of steps as the suite itself plays. */
const ORDERS = 4;

/** Where a list comes in pages a run has more steps, and the order that shows a bug comes later. */
const MORE_ORDERS = 4 * ORDERS;

/** What the suite says of copies, over its own orders of steps; of a bug, in the first order that shows it. */
async function saidOfCopies(rewire?: Rewire): Promise<readonly string[]> {
  const { quiet, play } = await stageOf(office, newReports);
  const said: string[] = [];
  for (let seed = 1; seed <= (rewire ? MORE_ORDERS : ORDERS); seed += 1) {
    const outcome = await play(() => syncAtOnce(office.workspace, { copies: 2, seed, ...(rewire && { rewire }) }));
    said.push(...violations(quiet, outcome, { copies: 1 }));
    if (rewire && said.length > 0) break;
  }
  return said;
}

test('without a bug there is nothing to say', async () => {
  expect(await saidOfCopies()).toEqual([]);
});

test('a commit without its claim doubles rows', async () => {
  expect(await saidOfCopies(withoutClaims)).toContainEqual(expect.stringMatching(/^Báo cáo (differs|has)/));
});

test('a commit without its claim doubles rows when its first attempt comes late', async () => {
  const { quiet, play } = await stageOf(office, newReports);
  const outcome = await play(() => syncTooLate(office, { rewire: withoutClaims }));
  expect(violations(quiet, outcome, { copies: 1 })).toContainEqual(expect.stringMatching(/^Báo cáo (differs|has)/));
});

test('results forgotten when a plan is made anew repeat mails', async () => {
  expect(await saidOfCopies(resultsForgotten)).toContainEqual(expect.stringMatching(/arrived 2 times$/));
});

test('claims that commits delete let an old commit pass again', async () => {
  const { quiet, play } = await stageOf(office, newReports);
  const { rewire, commits } = keepingCommits();
  const outcome = await play(async () => {
    await syncThrough(office.workspace, { rewire: (ports, google) => claimsDeleted(rewire(ports, google), google) });
    expect(await arriveAgain(office.workspace, commits)).toContain('done');
  });
  expect(violations(quiet, outcome, { copies: 1 })).toContainEqual(expect.stringMatching(/^Báo cáo differs/));
});
