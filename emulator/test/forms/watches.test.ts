import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { createForm, refusalOf, runEmulator } from '../core/running-emulator.ts';

const running = runEmulator();
const topicName = 'projects/p/topics/t';
const start = '2026-11-23T01:00:00Z';
const gone = { code: 403, status: 'PERMISSION_DENIED', message: 'Watch not found or permission denied.' };

beforeEach(async () => {
  await running.control('PUT', '/clock', { now: start });
  const topics = [topicName, 'projects/other/topics/t'];
  const subscriptions = topics.map((topic) => ({ topic, endpoint: 'http://127.0.0.1:9/' }));
  await running.control('PUT', '/subscriptions', subscriptions);
});

type Wanted = { topic?: string; eventType?: string; watchId?: string; as?: forms_v1.Forms };
async function watch(
  formId: string,
  { topic = topicName, eventType = 'RESPONSES', watchId, as = running.forms }: Wanted = {},
) {
  const requestBody = {
    watch: { target: { topic: { topicName: topic } }, eventType },
    ...(watchId !== undefined && { watchId }),
  };
  return (await as.forms.watches.create({ formId, requestBody })).data;
}

describe('watches.create', () => {
  test('answers an active watch of seven days, not exact to the millisecond', async () => {
    const formId = await createForm(running);
    expect(await watch(formId)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      target: { topic: { topicName } },
      eventType: 'RESPONSES',
      createTime: start,
      expireTime: '2026-11-30T00:59:59.866Z',
      state: 'ACTIVE',
    });
  });

  test('a form that is not there is 404 before the topic is looked at', async () => {
    expect(await refusalOf(watch('none', { topic: 'projects/p/topics/none' }))).toMatchObject({ code: 404 });
  });

  test('a topic that does not exist, or of which nobody knows the grant, is 403', async () => {
    const formId = await createForm(running);
    expect(await refusalOf(watch(formId, { topic: 'projects/p/topics/none' }))).toEqual({
      code: 403,
      status: 'PERMISSION_DENIED',
      message: 'Topic parent project not found or permission denied.',
    });
  });

  test('a second of the same user, project, form and event type is FAILED_PRECONDITION', async () => {
    const formId = await createForm(running);
    await watch(formId);
    expect(await refusalOf(watch(formId))).toEqual({
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: 'A watch for the given end user, project, form, and event type already exists.',
    });
  });

  test.each<[string, (formId: string) => Promise<unknown>]>([
    ['another event type', (formId) => watch(formId, { eventType: 'SCHEMA' })],
    ['another project', (formId) => watch(formId, { topic: 'projects/other/topics/t' })],
    ['another form', async () => watch(await createForm(running))],
  ])('one for %s is another watch', async (_, again) => {
    const formId = await createForm(running);
    await watch(formId);
    await expect(again(formId)).resolves.toBeDefined();
  });

  test('one of another user is another watch, and each lists only their own', async () => {
    const formId = await createForm(running);
    const grant = { type: 'user', role: 'reader', emailAddress: 'binh@city.example' };
    await running.drive.permissions.create({ fileId: formId, requestBody: grant });
    const binh = running.formsAs('binh@city.example');
    const [own, theirs] = [await watch(formId), await watch(formId, { as: binh })];
    expect((await running.forms.forms.watches.list({ formId })).data).toEqual({ watches: [own] });
    expect((await binh.forms.watches.list({ formId })).data).toEqual({ watches: [theirs] });
  });

  test('an expired watch makes room for a new one', async () => {
    const formId = await createForm(running);
    await watch(formId);
    await running.control('PUT', '/clock', { now: '2026-11-30T01:00:00Z' });
    expect((await running.forms.forms.watches.list({ formId })).data).toEqual({});
    await expect(watch(formId)).resolves.toBeDefined();
  });

  test('an id may be chosen: 4 to 63 of a-z and the hyphen', async () => {
    expect((await watch(await createForm(running), { watchId: 'bao-cao' })).id).toBe('bao-cao');
  });

  test.each<[string, Wanted]>([
    ['an id too short', { watchId: 'abc' }],
    ['an id with a digit', { watchId: 'watch1' }],
    ['no event type', { eventType: 'EVENT_TYPE_UNSPECIFIED' }],
    ['a misspelt event type', { eventType: 'responses' }],
    ['no topic', { topic: '' }],
  ])('%s is refused', async (_, wanted) => {
    expect(await refusalOf(watch(await createForm(running), wanted))).toMatchObject({ code: 400 });
  });

  test('a project has 20 watches of an event type at most', async () => {
    for (let n = 0; n < 20; n += 1) await watch(await createForm(running));
    const formId = await createForm(running);
    expect(await refusalOf(watch(formId))).toMatchObject({ code: 400 });
    await expect(watch(formId, { eventType: 'SCHEMA' })).resolves.toBeDefined();
  });
});

describe('watches.renew', () => {
  const renew = async (formId: string, watchId: string) =>
    (await running.forms.forms.watches.renew({ formId, watchId, requestBody: {} })).data;

  test('gives seven days from now, and keeps id and createTime', async () => {
    const formId = await createForm(running);
    const made = await watch(formId);
    await running.control('PUT', '/clock', { now: '2026-11-25T01:00:00Z' });
    expect(await renew(formId, made.id ?? '')).toEqual({ ...made, expireTime: '2026-12-02T00:59:59.866Z' });
  });

  test('after expiry is NOT_FOUND, or 403 while forms.gone-watches-forbidden is on', async () => {
    const formId = await createForm(running);
    const { id } = await watch(formId);
    await running.control('PUT', '/clock', { now: '2026-11-30T01:00:00Z' });
    expect(await refusalOf(renew(formId, id ?? ''))).toMatchObject({ code: 404, status: 'NOT_FOUND' });
    await running.control('PUT', '/switches', { 'forms.gone-watches-forbidden': true });
    expect(await refusalOf(renew(formId, id ?? ''))).toEqual(gone);
  });

  test('brings a suspended watch back', async () => {
    const formId = await createForm(running);
    const { id: watchId = '' } = await watch(formId);
    const suspended = { formId, watchId, state: 'SUSPENDED', errorType: 'PROJECT_NOT_AUTHORIZED' };
    await running.control('PUT', '/watches', suspended);
    const { data } = await running.forms.forms.watches.list({ formId });
    expect(data.watches).toMatchObject([{ state: 'SUSPENDED', errorType: 'PROJECT_NOT_AUTHORIZED' }]);
    const renewed = await renew(formId, watchId ?? '');
    expect(renewed.state).toBe('ACTIVE');
    expect(renewed).not.toHaveProperty('errorType');
  });

  test('does not, while the cause is still there', async () => {
    const formId = await createForm(running);
    const { id: watchId = '' } = await watch(formId);
    await running.control('PUT', '/subscriptions', []);
    await running.control('PUT', '/watches', {
      formId,
      watchId,
      state: 'SUSPENDED',
      errorType: 'PROJECT_NOT_AUTHORIZED',
    });
    expect(await refusalOf(renew(formId, watchId ?? ''))).toMatchObject({ code: 403 });
  });
});

describe('watches.delete', () => {
  test('answers {}, and again 403, not 404', async () => {
    const formId = await createForm(running);
    const { id: watchId = '' } = await watch(formId);
    const remove = () => running.forms.forms.watches.delete({ formId, watchId: watchId ?? '' });
    expect((await remove()).data).toEqual({});
    expect(await refusalOf(remove())).toEqual(gone);
  });
});
