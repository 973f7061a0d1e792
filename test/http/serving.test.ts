import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../functions/http/log.ts';
import { serving } from '../../functions/http/serving.ts';
import type { Served } from '../../functions/ports.ts';

let served: Served;
http(
  'shown',
  serving(
    'shown',
    async () => served,
    createLog(() => {}),
  ),
);

const server = getTestServer('shown');
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const CASES: readonly (readonly [Served, { status: number; type: string; body: string }])[] = [
  [
    { kind: 'page', html: '<p>Đủ</p>' },
    { status: 200, type: 'text/html; charset=utf-8', body: '<p>Đủ</p>' },
  ],
  [
    { kind: 'document', filename: 'Bao-cao.docx', content: new Uint8Array([80, 75]) },
    {
      status: 200,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      body: 'PK',
    },
  ],
  [
    { kind: 'nothing', why: 'Chưa có kỳ nào.' },
    { status: 404, type: 'text/plain; charset=utf-8', body: 'Chưa có kỳ nào.' },
  ],
];

test.each(CASES)('what is served says what it is: %o', async (what, expected) => {
  served = what;
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect({
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.text(),
  }).toEqual(expected);
});
