import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runRenewWatch } from '../../../functions/app.ts';
import { createGoogle } from '../../../functions/google/client.ts';
import { createWatches } from '../../../functions/google/watches.ts';
import { renewWatch } from '../../../functions/upkeep/watch/renew-watch.ts';

const TOPIC = 'projects/p/topics/t';
const OTHER = 'projects/p/topics/left-over';
const START = '2025-10-23T08:00:00+07:00';

let emulator: Emulator;
let formId: string;

beforeAll(async () => {
  emulator = await createEmulator({});
});
afterAll(() => emulator.close());
beforeEach(async () => {
  emulator.reset();
  at(START);
  await subscribe(TOPIC, OTHER);
  const { data } = await google().forms.forms.create({ requestBody: { info: { title: 'Báo cáo' } } });
  formId = data.formId ?? '';
});

const google = () => createGoogle({ emulator: emulator.url, backoff: 1 });
const at = (time: string) => emulator.clock.set(Temporal.Instant.from(time));
const run = (topic = TOPIC) =>
  runRenewWatch({ FORM_ID: formId, WATCH_TOPIC: topic, GOOGLE_WORKSPACE_EMULATOR_URL: emulator.url });
const put = async (name: string, body: unknown) => {
  const answer = await fetch(`${emulator.url}/_emulator/${name}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
};
const subscribe = (...topics: readonly string[]) =>
  put(
    'subscriptions',
    topics.map((topic) => ({ topic, endpoint: 'http://127.0.0.1:9/' })),
  );

async function living() {
  const { data } = await google().forms.forms.watches.list({ formId });
  return (data.watches ?? []).map(({ id, eventType, target, expireTime, state }) => ({
    id,
    event: eventType,
    topic: target?.topic?.topicName,
    expires: expireTime,
    state,
  }));
}

async function suspend(errorType: string): Promise<void> {
  for (const { id } of await living()) await put('watches', { formId, watchId: id, state: 'SUSPENDED', errorType });
}

const did = ({ watches }: Awaited<ReturnType<typeof run>>) => watches.map((watch) => watch.did);

test('a form nobody watches gets a watch for answers and one for edits', async () => {
  expect(did(await run())).toEqual(['created', 'created']);
  expect((await living()).map(({ event, topic }) => [event, topic])).toEqual([
    ['RESPONSES', TOPIC],
    ['SCHEMA', TOPIC],
  ]);
});

test('a second run keeps the watches and puts their end off', async () => {
  await run();
  const before = await living();
  at('2025-10-25T08:00:00+07:00');
  const summary = await run();
  expect(did(summary)).toEqual(['renewed', 'renewed']);
  expect(summary.googleCalls).toBe(3);
  expect((await living()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect((await living()).map(({ expires }) => expires)).toEqual(Array(2).fill('2025-11-01T00:59:59.866Z'));
});

test('watches that ran out are made anew', async () => {
  await run();
  at('2025-10-30T08:00:01+07:00');
  expect(did(await run())).toEqual(['created', 'created']);
});

test.each([false, true])(
  'a watch that runs out between the list and its renewal is made anew (403 for what is gone: %s)',
  async (is403) => {
    await put('switches', { 'forms.gone-watches-forbidden': is403 });
    const watches = createWatches(google(), formId);
    const gone = await watches.create('RESPONSES', TOPIC);
    await watches.remove(gone?.id ?? '');
    const asListed = { ...watches, list: async () => (gone ? [gone] : []) };
    expect((await renewWatch(asListed, TOPIC)).watches.map((watch) => watch.did)).toEqual(['replaced', 'created']);
    expect(await living()).toHaveLength(2);
  },
);

test('a watch that is gone already is gone: its removal is done', async () => {
  const watches = createWatches(google(), formId);
  const { id = '' } = (await watches.create('RESPONSES', TOPIC)) ?? {};
  await watches.remove(id);
  await expect(watches.remove(id)).resolves.toBeUndefined();
});

test('a suspended watch wakes when its cause is gone', async () => {
  await run();
  await suspend('OTHER_ERRORS');
  const summary = await run();
  expect(summary.watches.map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE']);
});

const situations: readonly (readonly [name: string, prepare: () => Promise<unknown>])[] = [
  ['was never there', async () => {}],
  [
    'is gone under a watch that Google suspended',
    async () => {
      await run();
      await suspend('PROJECT_NOT_AUTHORIZED');
    },
  ],
  ['is not there to replace another', () => run(OTHER)],
];

test.each(situations)(
  'a topic that %s is named, with who must publish to it and what still works',
  async (_, prepare) => {
    await prepare();
    await subscribe(OTHER);
    const refusal = await run().catch((error) => error);
    expect(refusal).toMatchObject({ code: 'watch.topic', cause: { status: 403 } });
    for (const words of [
      TOPIC,
      '403 Topic parent project not found or permission denied. Check that this topic exists',
      'forms-notifications@system.gserviceaccount.com',
      'Reports still arrive',
    ])
      expect(refusal.message).toContain(words);
    expect(refusal.message).not.toContain('may edit the file');
  },
);

test('a form out of reach is no matter of the topic', async () => {
  formId = '1noSuchFormAnywhere';
  const refusal = await run().catch((error) => error);
  expect(refusal).toMatchObject({ code: 'google.refused' });
  expect(refusal.message).toContain('the list of watches');
  expect(refusal.message).not.toContain('opic');
});

test('a watch on a topic of earlier days makes room', async () => {
  await run(OTHER);
  expect(did(await run())).toEqual(['replaced', 'replaced']);
  expect((await living()).map(({ topic }) => topic)).toEqual([TOPIC, TOPIC]);
});

test('two runs at once end with one watch for each event', async () => {
  const runs = await Promise.all([run(), run()]);
  expect(runs.flatMap(({ watches }) => watches.map(({ state }) => state))).toEqual(Array(4).fill('ACTIVE'));
  expect(await living()).toHaveLength(2);
});

test('a lost answer of the making leaves one watch, adopted', async () => {
  await put('faults', [{ method: 'POST', path: '/watches$', times: 1, kind: 'drop-after' }]);
  expect(did(await run())).toEqual(['created', 'created']);
  expect(await living()).toHaveLength(2);
});

test('a topic that is mistyped takes no working watch away: answers are told as before', async () => {
  await run(OTHER);
  const before = await living();
  await expect(run('projects/p/topics/mistyped')).rejects.toMatchObject({ code: 'watch.topic' });
  const after = await living();
  expect(after.map(({ event, topic, state }) => [event, topic, state]).sort()).toEqual([
    ['RESPONSES', OTHER, 'ACTIVE'],
    ['SCHEMA', OTHER, 'ACTIVE'],
  ]);
  const ofAnswers = (all: typeof before) => all.find(({ event }) => event === 'RESPONSES')?.id;
  expect(ofAnswers(after)).toBe(ofAnswers(before));
});
