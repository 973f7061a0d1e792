import { createEmulator } from 'google-workspace-emulator';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createGoogle, type GoogleOptions } from '../../functions/google/client.ts';
import { WITHOUT_RETRY } from '../../functions/google/retries.ts';

const emulator = await createEmulator({});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

async function strike(kind: string, times: number, { url } = emulator) {
  const body = JSON.stringify([{ kind, times, ...(kind === 'delay' && { ms: 400 }) }]);
  await fetch(`${url}/_emulator/faults`, { method: 'PUT', body });
}

function makeSheet(options: GoogleOptions = {}, own = {}) {
  const google = createGoogle({ emulator: emulator.url, backoff: 1, ...options });
  return {
    google,
    answer: google.call('the making of a sheet', () => google.sheets.spreadsheets.create({ requestBody: {} }, own)),
  };
}

test.each([
  ['429', 7],
  ['500', 7],
  ['503', 7],
  ['drop-before', 3],
  ['drop-after', 3],
] as const)('%s is met by trying again, %i times', async (kind, times) => {
  await strike(kind, times);
  const { google, answer } = makeSheet();
  await expect(answer).resolves.toHaveProperty('spreadsheetId');
  expect(google.calls()).toBe(times + 1);
});

test.each([
  ['503', 8],
  ['drop-before', 4],
] as const)('a service that goes on with %s is left alone, and the error says so', async (kind, calls) => {
  await strike(kind, 100);
  const { google, answer } = makeSheet();
  await expect(answer).rejects.toMatchObject({
    code: 'google.unreachable',
    message: expect.stringContaining(`after ${calls} attempts`),
  });
  expect(google.calls()).toBe(calls);
});

test('every answer is asked for without the lines and blanks that Google puts around each cell', async () => {
  emulator.log.clear();
  await makeSheet().answer;
  expect(emulator.log.list()).toMatchObject([{ query: expect.stringContaining('prettyPrint=false') }]);
});

test('an attempt that takes too long is given up and tried again', async () => {
  // One of its own: the attempt given up makes its sheet when another test is under way.
  const slow = await createEmulator({});
  await strike('delay', 1, slow);
  const { google, answer } = makeSheet({ emulator: slow.url, patience: 200 });
  await expect(answer).resolves.toHaveProperty('spreadsheetId');
  expect(google.calls()).toBe(2);
  await slow.close();
});

test('nothing is tried again once the time for it is over', async () => {
  await strike('503', 100);
  const { google, answer } = makeSheet({ budget: 0 });
  await expect(answer).rejects.toMatchObject({ code: 'google.unreachable' });
  expect(google.calls()).toBe(1);
});

test('every attempt asks the throttle', async () => {
  let asked = 0;
  await strike('429', 2);
  const throttle = async () => {
    asked += 1;
  };
  await makeSheet({ throttle }).answer;
  expect(asked).toBe(3);
});

test.each([
  ['drop-after', 1],
  ['503', 1],
  ['429', 2],
] as const)('a request without a claim meets %s with %i attempts', async (kind, attempts) => {
  await strike(kind, 1);
  const { google, answer } = makeSheet({}, WITHOUT_RETRY);
  await answer.catch(() => {});
  expect(google.calls()).toBe(attempts);
  expect(emulator.files.size).toBeLessThanOrEqual(1);
});
