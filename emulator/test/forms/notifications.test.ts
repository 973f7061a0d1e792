import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createForm, publish, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
const topic = 'projects/p/topics/t';
type Received = { headers: IncomingHttpHeaders; body: { message: Record<string, unknown>; subscription: string } };

let server: Server;
let received: Received[] = [];
let status = 204;
const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
beforeEach(async () => {
  received = [];
  status = 204;
  await at('01:00:00');
  await running.control('PUT', '/subscriptions', [{ topic, endpoint: endpoint() }]);
});

const at = (time: string) => running.control('PUT', '/clock', { now: `2026-11-23T${time}Z` });
const submit = (formId: string) => running.control('POST', `/forms/${formId}/responses`, { answers: {} });
/** The pushes so far, once none is on its way. */
const pushes = () => running.control('GET', '/pushes') as Promise<{ attempt: number; status: number }[]>;

async function watchedForm(eventType = 'RESPONSES', as = running.forms): Promise<{ formId: string; watchId: string }> {
  const formId = await createForm(running);
  await publish(running, formId);
  return { formId, watchId: await watch(formId, eventType, as) };
}
async function watch(formId: string, eventType: string, as = running.forms): Promise<string> {
  const requestBody = { watch: { target: { topic: { topicName: topic } }, eventType } };
  return (await as.forms.watches.create({ formId, requestBody })).data.id ?? '';
}

describe('a notification', () => {
  test('has attributes, messageId and publishTime with their twins, and no data at all', async () => {
    const { formId, watchId } = await watchedForm();
    await submit(formId);
    await pushes();
    const [push] = received;
    const id = expect.stringMatching(/^\d{16}$/);
    const time = '2026-11-23T01:00:00Z';
    expect(push?.body).toEqual({
      message: {
        attributes: { eventType: 'RESPONSES', formId, watchId },
        messageId: id,
        message_id: id,
        publishTime: time,
        publish_time: time,
      },
      subscription: 'projects/p/subscriptions/push-1',
    });
    expect(push?.headers).not.toHaveProperty('ce-id');
  });

  test('in ce-binary has the event in its headers and the same body', async () => {
    await running.control('PUT', '/subscriptions', [{ topic, endpoint: endpoint(), format: 'ce-binary' }]);
    const { formId } = await watchedForm();
    await submit(formId);
    await pushes();
    const [push] = received;
    expect(push?.headers).toMatchObject({
      'ce-id': push?.body.message['messageId'],
      'ce-type': 'google.cloud.pubsub.topic.v1.messagePublished',
      'ce-source': '//pubsub.googleapis.com/projects/p/topics/t',
      'ce-specversion': '1.0',
    });
    expect(push?.body.message).not.toHaveProperty('data');
  });

  test('tells of a change of the form to SCHEMA watches', async () => {
    const { formId } = await watchedForm('SCHEMA');
    await submit(formId);
    expect(await pushes()).toHaveLength(0);
    await update(running, formId, [textQuestion('A', 0)]);
    expect(await pushes()).toMatchObject([{ attributes: { eventType: 'SCHEMA', formId } }]);
  });

  test('comes once for each watch', async () => {
    const { formId } = await watchedForm();
    const grant = { type: 'user', role: 'reader', emailAddress: 'binh@city.example' };
    await running.drive.permissions.create({ fileId: formId, requestBody: grant });
    await watch(formId, 'RESPONSES', running.formsAs('binh@city.example'));
    await submit(formId);
    expect(new Set((await pushes()).map((push) => JSON.stringify(push))).size).toBe(2);
  });

  test('of an edit comes as of a new response', async () => {
    const { formId } = await watchedForm();
    const { responseId } = (await submit(formId)) as { responseId: string };
    await at('01:01:00');
    await running.control('POST', `/forms/${formId}/responses`, { answers: {}, responseId });
    expect(await pushes()).toHaveLength(2);
  });

  test('goes to nobody before a watch is there: creating one replays nothing', async () => {
    const formId = await createForm(running);
    await publish(running, formId);
    await submit(formId);
    await watch(formId, 'RESPONSES');
    expect(await pushes()).toEqual([]);
  });

  test.each([
    [
      'suspended',
      (formId: string, watchId: string) => running.control('PUT', '/watches', { formId, watchId, state: 'SUSPENDED' }),
    ],
    ['expired', () => running.control('PUT', '/clock', { now: '2026-11-30T01:00:00Z' })],
    ['deleted', (formId: string, watchId: string) => running.forms.forms.watches.delete({ formId, watchId })],
  ])('is not sent by a %s watch', async (_, end) => {
    const { formId, watchId } = await watchedForm();
    await end(formId, watchId);
    await submit(formId);
    expect(await pushes()).toEqual([]);
  });
});

describe('the throttle', () => {
  test('lets one notification a watch through in 30 seconds, and sends the rest as one at its end', async () => {
    const { formId } = await watchedForm();
    for (let n = 0; n < 5; n += 1) await submit(formId);
    expect(await pushes()).toHaveLength(1);
    await at('01:00:29');
    expect(await pushes()).toHaveLength(1);
    await at('01:00:30');
    expect(await pushes()).toHaveLength(2);
    await at('01:05:00');
    expect(await pushes()).toHaveLength(2);
  });
});

describe('what may go wrong on the way', () => {
  test('what is not acknowledged comes again, with the same id', async () => {
    const { formId } = await watchedForm();
    status = 500;
    await submit(formId);
    await pushes();
    status = 200;
    await at('01:00:10');
    expect(await pushes()).toMatchObject([
      { attempt: 1, status: 500 },
      { attempt: 2, status: 200 },
    ]);
    expect(received[0]?.body.message['messageId']).toBe(received[1]?.body.message['messageId']);
    await at('01:30:00');
    expect(await pushes()).toHaveLength(2);
  });

  test('what is not acknowledged comes no more once its subscription is gone', async () => {
    const { formId } = await watchedForm();
    status = 500;
    await submit(formId);
    await running.control('PUT', '/subscriptions', []);
    await pushes();
    await at('01:00:10');
    expect(await pushes()).toHaveLength(1);
  });

  test('an endpoint that cannot be reached counts as not acknowledged', async () => {
    await running.control('PUT', '/subscriptions', [{ topic, endpoint: 'http://127.0.0.1:9/' }]);
    const { formId } = await watchedForm();
    await submit(formId);
    expect(await pushes()).toMatchObject([{ attempt: 1, status: 0 }]);
  });

  test('notifications come twice while forms.duplicate-notifications is on', async () => {
    await running.control('PUT', '/switches', { 'forms.duplicate-notifications': true });
    const { formId } = await watchedForm();
    await submit(formId);
    expect(await pushes()).toHaveLength(2);
  });

  test('notifications are lost while forms.drop-notifications is on', async () => {
    await running.control('PUT', '/switches', { 'forms.drop-notifications': true });
    const { formId } = await watchedForm();
    await submit(formId);
    await at('01:01:00');
    expect(await pushes()).toEqual([]);
  });

  test('each subscription of a topic gets its own', async () => {
    const subscription = { topic, endpoint: endpoint() };
    await running.control('PUT', '/subscriptions', [subscription, subscription]);
    const { formId } = await watchedForm();
    await submit(formId);
    await pushes();
    expect(received.map(({ body }) => body.subscription)).toEqual([
      'projects/p/subscriptions/push-1',
      'projects/p/subscriptions/push-2',
    ]);
  });
});
