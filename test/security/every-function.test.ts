import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TargetName, targets } from '../../functions/config.ts';
import { useOffice } from '../support/office.ts';

const office = useOffice();
const TOPIC = 'projects/p/topics/t';
const names = Object.keys(targets) as TargetName[];

beforeAll(() => import('../../functions/index.ts'));
beforeEach(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const { emulator } = office.workspace;
  const topic = { topic: TOPIC, endpoint: 'http://127.0.0.1:9/' };
  await fetch(`${emulator.url}/_emulator/subscriptions`, { method: 'PUT', body: JSON.stringify([topic]) });
  for (const [name, value] of Object.entries(office.workspace.environment)) vi.stubEnv(name, value);
  vi.stubEnv('WATCH_TOPIC', TOPIC);
});

afterAll(() => vi.unstubAllEnvs());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  body,
  headers,
});

/** Requests no caller of ours sends. */
const hostile: readonly (readonly [what: string, request: RequestInit, query?: string])[] = [
  ['another method', { method: 'DELETE' }],
  ['a method of its own', { method: 'PROPFIND' }],
  ['a body of 300,000 bytes', post(JSON.stringify({ message: 'x'.repeat(300_000) }))],
  ['half a body', post('{"message":')],
  ['a body nested 50,000 deep', post('['.repeat(50_000))],
  ['bytes that are no text', post(Uint8Array.from({ length: 400 }, (_, at) => at % 256))],
  ['a body in a character set nobody has', post('{}', { 'content-type': 'application/json; charset=x-none' })],
  ['a body that says it is packed', post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' })],
  ['an event that is none', post('{}', { ...JSON_TYPE, 'ce-id': '1', 'ce-type': '\u00e9', 'ce-specversion': '9' })],
  ['a prototype', post('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
  [
    'a prototype in the query',
    {},
    '?__proto__[polluted]=1&constructor[prototype][polluted]=1&round[__proto__][polluted]=1',
  ],
  ['a round that is several', {}, '?round=a&round=b&unit[]=c'],
  ['a round that is a path', {}, '?round=../../etc/passwd&unit=%00'],
  ['a round that is markup', {}, '?round=%3Cscript%3Ealert(1)%3C/script%3E'],
  ['a round of 10,000 letters', {}, `?round=${'x'.repeat(10_000)}`],
  ['a query that is badly encoded', {}, '?round=%E0%A4%A'],
];

/** How a function answers what it should not be asked; nothing when it is as it should be. */
async function faultsOf(url: string, request: RequestInit, query = ''): Promise<readonly string[]> {
  office.workspace.emulator.log.clear();
  const answer = await fetch(url + query, request);
  const body = await answer.text();
  const isMarkup = answer.headers.get('content-type')?.includes('html') === true;
  return [
    ...([200, 400, 404, 405, 413, 415].includes(answer.status) ? [] : [`status ${answer.status}`]),
    ...(/node_modules|\bat .+:\d+:\d+|root:/.test(body) ? ['tells of its insides'] : []),
    ...(isMarkup && body.includes('<script') ? ['takes markup for its own'] : []),
    ...('polluted' in {} ? ['a polluted prototype'] : []),
    ...(answer.status === 200 ? [] : writes()),
  ];
}

test.each(names)('%s survives what nobody of ours would send', async (name) => {
  const server: Server = getTestServer(name);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const faults: Record<string, readonly string[]> = {};
  for (const [what, request, query] of hostile) {
    const found = await faultsOf(url, request, query);
    if (found.length > 0) faults[what] = found;
  }
  const { status } = await fetch(url, { method: 'PUT' });
  server.closeAllConnections();
  server.close();
  expect(faults).toEqual({});
  expect(status).toBe(405);
});

/** Calls that change something at Google. */
function writes(): readonly string[] {
  const calls = office.workspace.emulator.log.list();
  const wrote = calls.filter(({ method, path }) => method !== 'GET' && !/:batchGetByDataFilter$|:search$/.test(path));
  return wrote.map(({ path }) => `wrote ${path}`);
}
