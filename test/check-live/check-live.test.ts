import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { checkLive } from '../../scripts/check-live/check-live.ts';
import { fewOf } from '../support/properties.ts';
import { switches } from '../support/switches.ts';

const running = runEmulator();
const TOPIC = 'projects/p/topics/t';
/** What no machine can see, with or without an account. */
const NEEDS_MORE = ['S8', 'F8', 'F8b', 'F11', 'F5d', 'F5f', 'F6', 'F6b'];

async function run(options: Partial<Parameters<typeof checkLive>[1]> = {}, environment = {}) {
  await running.control('PUT', '/subscriptions', [{ topic: TOPIC, endpoint: 'http://127.0.0.1:9/' }]);
  const base = {
    GOOGLE_WORKSPACE_EMULATOR_URL: running.emulator.url,
    WATCH_TOPIC: TOPIC,
    SERVICE_ACCOUNT_EMAIL: 'run@project.iam.gserviceaccount.example',
    SMTP_URL: running.emulator.smtpUrl,
    MAIL_FROM: 'dothithongminh@boxaydung.example',
    ALERT_TO: 'quantri@boxaydung.example',
  };
  return checkLive({ ...base, ...environment }, { isServiceAccount: false, say: () => {}, ...options });
}

const idsOf = (results: readonly { id: string; kind: string }[], kind: string) =>
  results.filter((result) => result.kind === kind).map(({ id }) => id);

/** One run on a well-behaved service, and what it left there. */
let usual: Promise<Usual> | undefined;
type Usual = Awaited<ReturnType<typeof run>> & { readonly mails: readonly string[][]; readonly accepts: boolean };
async function usualRun(): Promise<Usual> {
  await running.control('PUT', '/switches', Object.fromEntries(switches.map((name) => [name, false])));
  const report = await run();
  const mails = (await running.control('GET', '/mail')) as { envelope: { to: string[] } }[];
  const formId = report.leftBehind[1]?.split('/').at(-2) ?? '';
  const { data } = await running.forms.forms.get({ formId });
  const accepts = data.publishSettings?.publishState?.isAcceptingResponses ?? false;
  return { ...report, mails: mails.map(({ envelope }) => envelope.to), accepts };
}
const asUsual = () => (usual ??= usualRun());

test('against the emulator nothing differs, and all is checked that a machine can check', async () => {
  const { results } = await asUsual();
  expect(results.filter(({ kind }) => kind === 'differs')).toEqual([]);
  expect(idsOf(results, 'unchecked').sort()).toEqual([...NEEDS_MORE].sort());
});

// By default some of them and all at once; each of them in the long set.
const some = fewOf(switches, 2).map((name) => [name]);
test.each([...some, switches])('where Google may do either, nothing relies on it: %s', async (...names) => {
  await running.control('PUT', '/switches', Object.fromEntries(names.map((name) => [name, true])));
  const { results } = await run();
  expect(results.filter(({ kind }) => kind === 'differs')).toEqual([]);
});

test('every point that only a real account confirms has its line', async () => {
  const points = new Set((await asUsual()).results.map(({ id }) => id.replace(/[a-z]$/, '')));
  const sheets = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'];
  const forms = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'];
  expect([...sheets, ...forms].filter((point) => !points.has(point))).toEqual([]);
});

test('a second run on the same files finds the same', async () => {
  const first = await run();
  const [spreadsheet, form] = first.leftBehind.map((address) => address.split('/').at(-2) ?? '');
  const second = await run({ spreadsheet: spreadsheet ?? '', form: form ?? '' });
  const seen = ({ results }: typeof first) =>
    results.filter(({ id }) => !id.startsWith('P')).map(({ id, kind }) => [id, kind]);
  expect(seen(second)).toEqual(seen(first));
  expect(second.leftBehind).toEqual(first.leftBehind.slice(0, 2));
});

test('an account that can make no spreadsheet is told what to do, and the form is checked all the same', async () => {
  await running.control('PUT', '/faults', [{ path: '^/v4/spreadsheets$', kind: '500' }]);
  const { results, leftBehind } = await run();
  const sheets = results.filter(({ id }) => /^[SP]/.test(id));
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

test('what to do is said of every line, when it differs', async () => {
  for (const { remedy } of (await asUsual()).results) expect(remedy).toMatch(/\p{L}{3}/u);
});

test('an administrator gets a mail', async () => {
  expect((await asUsual()).mails).toEqual([['quantri@boxaydung.example']]);
});

test('without a topic watches are not checked', async () => {
  const { results } = await run({}, { WATCH_TOPIC: '' });
  expect(results.find(({ id }) => id === 'F10')).toMatchObject({ kind: 'unchecked', because: 'không có WATCH_TOPIC' });
});

test('afterwards the form is closed', async () => {
  expect((await asUsual()).accepts).toBe(false);
});
