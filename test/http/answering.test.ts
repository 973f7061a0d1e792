import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answering } from '../../functions/http/answering.ts';
import { createLog } from '../../functions/http/log.ts';
import type { CountedBy } from '../../functions/http/run.ts';
import { problem } from '../../functions/shared/problem.ts';

/** What the served function does when it is called. */
let act: (countedBy: CountedBy) => Promise<object>;
/** What it logs meanwhile. */
const lines: string[] = [];
const log = createLog((line) => void lines.push(line));
http(
  'anything',
  answering('anything', (countedBy) => act(countedBy), log),
);

const server = getTestServer('anything');
let url: string;
beforeEach(async () => {
  lines.length = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function post(body = '{}') {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: answer.status, body: (await answer.json()) as { error?: { code: string; message: string } } };
}

test('the summary of a run is its answer', async () => {
  act = async () => ({ sent: 3, googleCalls: 2 });
  expect(await post()).toEqual({ status: 200, body: { sent: 3, googleCalls: 2 } });
});

test('a push without data is as good as one with data', async () => {
  act = async () => ({ sent: 0 });
  const message = { attributes: { eventType: 'RESPONSES', formId: 'f', watchId: 'w' }, messageId: '1' };
  expect((await post(JSON.stringify({ message, subscription: 's' }))).status).toBe(200);
  expect((await post(JSON.stringify({ message: { ...message, data: 'e30=' } }))).status).toBe(200);
});

test('what is known and passes asks to be called again, in words', async () => {
  act = async () => {
    throw problem('workbook.unprovisioned', ['the tab "_hệ thống"']);
  };
  const { status, body } = await post();
  expect(status).toBe(503);
  expect(body.error).toEqual({
    code: 'workbook.unprovisioned',
    message: 'The spreadsheet lacks the tab "_hệ thống". Run: npm run provision',
  });
});

test('what nobody foresaw keeps its details in the log', async () => {
  act = async () => {
    throw new Error('password of mail.example is wrong');
  };
  const { status, body } = await post();
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('password');
});

test.each(['GET', 'PUT', 'DELETE', 'HEAD'])('%s does nothing', async (method) => {
  let called = 0;
  act = async () => ({ called: ++called });
  const answer = await fetch(url, { method });
  expect([answer.status, answer.headers.get('allow'), called]).toEqual([405, 'POST', 0]);
});

test('a body no caller of ours sends is refused before anything is done', async () => {
  let called = 0;
  act = async () => ({ called: ++called });
  const { status, body } = await post(JSON.stringify({ message: 'x'.repeat(262_144) }));
  expect([status, body.error?.code, called]).toEqual([413, 'body', 0]);
});

test('a run that fails is logged with its time and its Google calls', async () => {
  act = async (countedBy) => {
    countedBy(() => 7);
    throw problem('commit.disputed', [6]);
  };
  await post();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    severity: 'ERROR',
    function: 'anything',
    run: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ms: expect.any(Number),
    googleCalls: 7,
    code: 'commit.disputed',
  });
});
