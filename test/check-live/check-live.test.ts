import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { checkLive } from '../../scripts/check-live/check-live.ts';
import { switches } from '../support/switches.ts';

const running = runEmulator();
const TOPIC = 'projects/p/topics/t';
/** What no machine can see, with or without an account. */
const NEEDS_MORE = ['S8', 'F8', 'F8b', 'F11', 'F5d', 'F5f', 'F6', 'F6b'];

async function run(options: Partial<Parameters<typeof checkLive>[1]> = {}, environment = {}) {
  await running.control('PUT', '/subscriptions', [{ topic: TOPIC, endpoint: 'http://127.0.0.1:9/' }]);
  const base = { GOOGLE_WORKSPACE_EMULATOR_URL: running.emulator.url, WATCH_TOPIC: TOPIC };
  return checkLive({ ...base, ...environment }, { isServiceAccount: false, say: () => {}, ...options });
}

const idsOf = (results: readonly { id: string; kind: string }[], kind: string) =>
  results.filter((result) => result.kind === kind).map(({ id }) => id);

test('against the emulator nothing differs, and all is checked that a machine can check', async () => {
  const { results } = await run();
  expect(results.filter(({ kind }) => kind === 'differs')).toEqual([]);
  expect(idsOf(results, 'unchecked').sort()).toEqual([...NEEDS_MORE].sort());
});

test.each(switches)('where Google may do either, nothing relies on it: %s', async (name) => {
  await running.control('PUT', '/switches', { [name]: true });
  const { results } = await run();
  expect(results.filter(({ kind }) => kind === 'differs')).toEqual([]);
});

test('every point that only a real account confirms has its line', async () => {
  const points = new Set((await run()).results.map(({ id }) => id.replace(/[a-z]$/, '')));
  const sheets = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'];
  const forms = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'];
  expect([...sheets, ...forms].filter((point) => !points.has(point))).toEqual([]);
});

test('a second run on the same files finds the same', async () => {
  const first = await run();
  const [spreadsheet, form] = first.leftBehind.map((address) => address.split('/').at(-2) ?? '');
  const second = await run({ spreadsheet: spreadsheet ?? '', form: form ?? '' });
  expect(second.results.map(({ id, kind }) => [id, kind])).toEqual(first.results.map(({ id, kind }) => [id, kind]));
  expect(second.leftBehind).toEqual(first.leftBehind);
});

test('an account that can make no spreadsheet is told what to do, and the form is checked all the same', async () => {
  await running.control('PUT', '/faults', [{ path: '^/v4/spreadsheets$', kind: '500' }]);
  const { results, leftBehind } = await run();
  const sheets = results.filter(({ id }) => id.startsWith('S'));
  expect(sheets.map((result) => result.kind === 'unchecked' && result.because)).toEqual(
    sheets.map(() => expect.stringContaining('--spreadsheet')),
  );
  expect(idsOf(results, 'ok').length).toBeGreaterThan(10);
  expect(leftBehind).toHaveLength(1);
});

test('a service account that can make a form is told which one to delete', async () => {
  const { results } = await run({ isServiceAccount: true });
  expect(results.find(({ id }) => id === 'F8')).toMatchObject({ kind: 'ok', seen: expect.stringContaining('cần xóa') });
});

test('without a topic watches are not checked', async () => {
  const { results } = await run({}, { WATCH_TOPIC: '' });
  expect(results.find(({ id }) => id === 'F10')).toMatchObject({ kind: 'unchecked', because: 'không có WATCH_TOPIC' });
});

test('afterwards the form is closed', async () => {
  const { leftBehind } = await run();
  const formId = leftBehind[1]?.split('/').at(-2) ?? '';
  const { data } = await running.forms.forms.get({ formId });
  expect(data.publishSettings?.publishState?.isAcceptingResponses ?? false).toBe(false);
});
