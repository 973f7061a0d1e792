import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const PASSWORD = 'mat-khau-khong-ai-biet';
const FILER = 'Trần Thị Mẫu';

let server: Server;
let url: string;
let said: string[];

beforeAll(() => import('../../functions/index.ts'));
beforeEach(async () => {
  said = [];
  const listen = (text: unknown) => {
    said.push(String(text));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  for (const [name, value] of Object.entries(office.workspace.environment)) vi.stubEnv(name, value);
  server = getTestServer('sync');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await askTheCities(office, { cities: ['HPG'] });
  await office.sync();
  await office.file('HPG', { ...fullReport('HPG'), '1.4': 'Câu trả lời chỉ cơ quan được đọc.' }, { filer: FILER });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

/** Runs the served loop and gives its status; what it answered is among what was said. */
async function run(): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  said.push(await answer.text());
  return answer.status;
}

function expectNothingPersonal(): void {
  const text = said.join('\n');
  expect(text).toMatch(/"severity":"(?:INFO|ERROR)"/);
  const kept = [office.workspace.config.LINK_SECRET, PASSWORD, FILER, mailboxOf('HPG'), 'chỉ cơ quan được đọc'];
  for (const secret of kept) expect(text).not.toContain(secret);
}

test('a run that goes well tells nobody’s name, address, words or secret', async () => {
  expect(await run()).toBe(200);
  expectNothingPersonal();
});

test('a mail server that does not let us in makes no password known', async () => {
  vi.stubEnv('SMTP_URL', office.workspace.environment['SMTP_URL']?.replace('//', `//register:${PASSWORD}@`) ?? '');
  await run();
  expectNothingPersonal();
});

test('a mail server that refuses names nobody', async () => {
  await office.breakMail({ kind: 'refuse-permanent' });
  await run();
  expectNothingPersonal();
});

test.each(['503', '429', 'drop-after'] as const)('Google failing with %s makes no request known', async (kind) => {
  await office.breakGoogle({ kind, method: 'POST', path: ':batchUpdate$', times: 40 });
  await run();
  expectNothingPersonal();
});
