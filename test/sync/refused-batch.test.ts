import fc from 'fast-check';
import { expect, test } from 'vitest';
import { submissionKey } from '../../functions/domain/links/codes.ts';
import {
  afterRefusal,
  halfOfSuspects,
  NOTHING_REFUSED,
  type RefusedBatch,
} from '../../functions/sync/refused-batch.ts';
import { numRuns } from '../support/properties.ts';

const submission = (n: number) => ({ responseId: `r${n}`, lastSubmittedTime: '2025-10-24T02:00:00Z' });
type Submission = ReturnType<typeof submission>;

/** Plays commits against a Google that refuses every batch with a bad response whose words are still in it. */
function play(count: number, bad: ReadonlySet<string>) {
  let state: RefusedBatch | null = NOTHING_REFUSED;
  let waiting: readonly Submission[] = Array.from({ length: count }, (_, n) => submission(n));
  const recorded: string[] = [];
  let commits = 0;
  while (state !== null && waiting.length > 0 && commits < 10_000) {
    const batch = waiting.slice(0, state.atMost);
    const { found } = state;
    commits += 1;
    if (batch.some((one) => bad.has(one.responseId) && !found.has(submissionKey(one)))) {
      state = afterRefusal(state, { reports: batch, why: 'why' });
    } else {
      recorded.push(...batch.map(({ responseId }) => responseId));
      waiting = waiting.slice(batch.length);
      if (state.atMost === 0) state = halfOfSuspects(state);
    }
  }
  return { recorded, found: [...(state?.found.keys() ?? [])].map((key) => key.split('\n')[0]), commits };
}

test('the bad responses are found, each one alone; every other is recorded, and few commits are spent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.uniqueArray(fc.nat(299), { maxLength: 4 }), (count, picks) => {
      const bad = new Set(picks.map((pick) => `r${pick % count}`));
      const { recorded, found, commits } = play(count, bad);
      expect(recorded).toHaveLength(count);
      expect(new Set(found)).toEqual(bad);
      // Per bad one: the try without any, a halving, and what passes on the way.
      expect(commits).toBeLessThanOrEqual(2 + bad.size * (3 + 2 * Math.ceil(Math.log2(count + 1))));
    }),
    { numRuns: numRuns(100, 2000) },
  );
});

test('where nothing of a response is the cause, no response is blamed', () => {
  const reports = [submission(0), submission(1)];
  const second = afterRefusal(NOTHING_REFUSED, { reports, why: 'why' });
  const without = second && afterRefusal(second, { reports, why: 'why' });
  expect(without).toMatchObject({ atMost: 0 });
  expect(without && afterRefusal(without, { reports: [], why: 'why' })).toBeNull();
});
