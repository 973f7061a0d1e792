import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CALLER_PATIENCE,
  FUNCTION_TIMEOUT,
  LONGEST_MAILING,
  LONGEST_PAGE,
  LONGEST_RUN,
} from '../../functions/config.ts';
import { createGoogle, type GoogleOptions } from '../../functions/google/client.ts';
import type { Problem } from '../../functions/shared/problem.ts';

/** Every pause and every limit of an attempt passes on a clock that moves only when nothing else can happen. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('The time is over.', 'TimeoutError')), milliseconds);
    return controller.signal;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What an attempt meets: a status, nothing at all, or nobody who listens. */
type Met = number | 'no answer' | 'connection refused';

/** A line on which every attempt meets the same, so many milliseconds after it started. */
function lineThatMeets(met: Met, after = 0) {
  const starts: number[] = [];
  const fetchImplementation = async (_url: unknown, { signal }: { signal?: AbortSignal | null } = {}) => {
    starts.push(performance.now());
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('The user aborted a request.', 'AbortError')));
      if (met !== 'no answer') setTimeout(resolve, after);
    });
    if (typeof met !== 'number') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return Response.json({ error: { code: met, message: 'no' } }, { status: met });
  };
  return { starts, fetchImplementation: fetchImplementation as typeof fetch };
}

/** One call on that line, to its end. */
async function play(met: Met, { after = 0, ...options }: GoogleOptions & { readonly after?: number } = {}) {
  const line = lineThatMeets(met, after);
  const google = createGoogle({ emulator: 'http://127.0.0.1:9', ...options });
  const began = performance.now();
  const read = () => google.forms.forms.get({ formId: 'x' }, { fetchImplementation: line.fetchImplementation });
  let end: unknown;
  const ending = google
    .call('the form', read)
    .catch((error) => error)
    .then((answer) => {
      end = answer;
    });
  while (end === undefined) {
    await vi.advanceTimersToNextTimerAsync();
    await new Promise(setImmediate);
  }
  await ending;
  const seconds = line.starts.map((start) => (start - began) / 1000);
  return { end: end as Partial<Problem>, seconds, took: performance.now() - began };
}

/** Seconds from each attempt to the next. */
const gaps = (starts: readonly number[]) => starts.slice(1).map((start, index) => start - (starts[index] ?? 0));

const eightTimes = [1, 2, 4, 8, 16, 32, 60];
const fourTimes = [1, 2, 4];

describe.each([
  [429, eightTimes],
  [500, eightTimes],
  [503, eightTimes],
  ['connection refused', fourTimes],
  ['no answer', fourTimes],
  [400, []],
  [403, []],
  [404, []],
] as const)('%s', (met, longest) => {
  const patience = met === 'no answer' ? 60 : 0;

  test.each([
    ['the shortest', 0, 0.5],
    ['the longest', 1 - Number.EPSILON, 1],
  ])(`is tried ${longest.length + 1} times, with %s pauses, and then left alone`, async (_name, drawn, share) => {
    vi.spyOn(Math, 'random').mockReturnValue(drawn);
    const { seconds, took } = await play(met);
    expect(gaps(seconds)).toEqual(longest.map((pause) => expect.closeTo(patience + share * pause, 2)));
    expect(took / 1000).toBeCloseTo((seconds.at(-1) ?? 0) + patience, 2);
  });

  test.each([
    [LONGEST_RUN, 0],
    [LONGEST_RUN, 59_000],
    [LONGEST_PAGE, 0],
    [LONGEST_PAGE, 20_000],
    [LONGEST_PAGE, 59_000],
    [45_000, 1_000],
    [1_500, 1_000],
    [0, 1_000],
  ])('is over within a budget of %i ms when each answer takes %i ms', async (budget, after) => {
    expect((await play(met, { budget, after })).took).toBeLessThanOrEqual(budget);
  });
});

test.each([
  [429, 8, '429 no'],
  [503, 8, '503 no'],
  ['connection refused', 4, 'ECONNREFUSED'],
  ['no answer', 4, 'TimeoutError The operation was aborted due to timeout'],
] as const)(
  '%s is reported after %i attempts, with its cause and what becomes of the work',
  async (met, times, why) => {
    const { end } = await play(met);
    expect(end).toMatchObject({ code: 'google.unreachable' });
    expect(end.message).toMatch(`Google did not answer the form after ${times} attempts: ${why}`);
    expect(end.message).toMatch('Nothing was lost; the next run completes the work.');
  },
);

test('a quota that was just used up has opened again when the last attempt starts, whatever is drawn', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect((await play(429)).seconds.at(-1)).toBeGreaterThan(60);
});

test('each waits longer than what it waits for', () => {
  const limits = [LONGEST_MAILING, LONGEST_RUN, FUNCTION_TIMEOUT * 1000, CALLER_PATIENCE * 1000];
  expect(limits).toEqual(limits.toSorted((a, b) => a - b));
  expect(new Set(limits).size).toBe(limits.length);
  expect(LONGEST_PAGE).toBeLessThan(LONGEST_RUN);
  // A batch is sent again only within ten minutes of the reading that it rests on; a run begins with it.
  expect(LONGEST_RUN).toBeLessThan(10 * 60_000);
});
