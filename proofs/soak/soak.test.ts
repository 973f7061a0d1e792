import { expect, test } from 'vitest';
import { resultsForgotten, withoutClaims } from '../crash/planted-bugs.ts';
import { playSoak } from './play-soak.ts';

test('everything holds after each of a hundred random steps', async () => {
  const { failure, steps, quietPoints } = await playSoak({ seed: 1, from: 1, until: 100 });
  expect(failure).toBeNull();
  expect([steps, quietPoints]).toEqual([100, 2]);
});

test('a round is put away while people and runs go on', async () => {
  const { failure, putAway } = await playSoak({ seed: 1, from: 151, until: 300 });
  expect(failure).toBeNull();
  expect(putAway).toBe(1);
});

test.each([
  [
    'commits without their claims',
    withoutClaims,
    /is recorded twice|are on record|arrived again|goes on as|left while all waits/,
  ],
  ['results forgotten when a plan is made anew', resultsForgotten, /arrived again/],
] as const)('it finds %s', async (_, plant, words) => {
  const { failure } = await playSoak({ seed: 3, from: 1, until: 1000, plant });
  expect(failure?.violations.join('\n')).toMatch(words);
});
