import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  filesOf,
  googleOf,
  mailDomainOf,
  mailerOf,
  newToken,
  runRenewWatch,
  runSelfTest,
} from '../../../functions/app.ts';
import { createGoogle } from '../../../functions/google/client.ts';
import { createTrial } from '../../../functions/google/trial.ts';
import type { Result } from '../../../functions/upkeep/self-test/proof.ts';
import { type SelfTestPorts, selfTest } from '../../../functions/upkeep/self-test/self-test.ts';
import { furnish } from '../../../scripts/workspace/start-workspace.ts';
import { askTheCities, useOffice } from '../../support/office.ts';
import { switches } from '../../support/switches.ts';

const TOPIC = 'projects/p/topics/t';
const TO = 'quantri@boxaydung.example';
const office = useOffice();
const configured = () => ({ ...office.workspace.config, WATCH_TOPIC: TOPIC, ALERT_TO: TO });

beforeAll(() => import('../../../functions/index.ts'));
beforeEach(async () => {
  await control('subscriptions', [{ topic: TOPIC, endpoint: 'http://127.0.0.1:9/' }]);
  await askTheCities(office);
  await office.sync();
  await runRenewWatch(configured());
});
afterEach(() => vi.unstubAllEnvs());

async function control(name: string, body: unknown): Promise<void> {
  const { url } = office.workspace.emulator;
  const answer = await fetch(`${url}/_emulator/${name}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Everything of the Sheet but revision and token, and the form. */
async function standing(): Promise<unknown> {
  const { emulator, provisioned } = office.workspace;
  const { data } = await office.sheet.spreadsheets.get({ spreadsheetId: provisioned.spreadsheetId });
  return [data.sheets, [...emulator.forms.store.all()].map(({ content, revision }) => ({ content, revision }))];
}

const ids = (results: readonly Result[], kind: Result['kind']) =>
  results.filter((one) => one.kind === kind).map(({ id }) => id);

test('the deployed check-up asked for a self-test proves every line, undoes it, and mails the table', async () => {
  const environment = { ...office.workspace.environment, WATCH_TOPIC: TOPIC, ALERT_TO: TO };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const before = await standing();
  const server = getTestServer('doctor').listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/?self-test=1`, { method: 'POST' });
  server.close();
  const summary = (await answer.json()) as Awaited<ReturnType<typeof runSelfTest>>;
  expect(ids(summary.results, 'ok')).toHaveLength(summary.results.length);
  expect(summary).toMatchObject({ needsPerson: 0, table: expect.stringContaining('khác 0 · chưa kiểm 0') });
  expect(await standing()).toEqual(before);
  const mail = (await office.mails()).find(({ subject }) => subject.startsWith('[Tự kiểm tra]'));
  expect(mail).toMatchObject({ envelope: { to: [TO] } });
  for (const { assumption, remedy } of summary.results.slice(0, -1)) {
    expect(mail?.text).toContain(assumption);
    expect(mail?.text).toContain(`nếu khác: ${remedy}`);
  }
});

test('where Google may do either, nothing differs', async () => {
  const { emulator } = office.workspace;
  emulator.reset();
  await control('switches', Object.fromEntries(switches.map((name) => [name, true])));
  const { config } = await furnish(emulator, '2025-10-23T14:05:00+07:00');
  expect(ids((await runSelfTest({ ...config, ALERT_TO: TO })).results, 'differs')).toEqual([]);
});

test('a trial that broke off is cleared away by the next', async () => {
  await office.edit({ addSheet: { properties: { sheetId: 999_000_001, title: '_thử' } } });
  expect(ids((await runSelfTest(configured())).results, 'differs')).toEqual([]);
});

test('what is not set is not checked, and said', async () => {
  const { results } = await runSelfTest(office.workspace.config);
  expect(results.flatMap((one) => (one.kind === 'unchecked' ? [`${one.id} ${one.because}`] : []))).toEqual([
    'D10 chưa đặt WATCH_TOPIC',
    'D11 không có ALERT_TO',
  ]);
});

/** With something else in the place of what is wired. */
function planted(change: (ports: SelfTestPorts) => SelfTestPorts) {
  const config = configured();
  const ports = { ...filesOf(config, googleOf(config)), mailer: mailerOf(config), newToken };
  const now = Temporal.Instant.from(office.workspace.emulator.clock.now());
  return selfTest(change(ports), { now, topic: TOPIC, to: TO, mailDomain: mailDomainOf(config) });
}

describe('what is otherwise than relied on differs, and nothing else', () => {
  test('a form edited by hand', async () => {
    const [form] = office.workspace.emulator.forms.store.all();
    for (const item of form?.content.items.slice(3, 4) ?? []) item.title = 'Sửa tay';
    expect(ids((await runSelfTest(configured())).results, 'differs')).toEqual(['D7']);
  });

  test('a mail server that takes nothing, a watch that is gone', async () => {
    await office.breakMail({ kind: 'refuse-permanent' });
    for (const { watches } of office.workspace.emulator.forms.store.all()) watches.clear();
    const { results, needsPerson } = await runSelfTest(configured());
    expect([ids(results, 'differs'), needsPerson]).toEqual([['D10', 'D11'], 2]);
  });

  test('tabs that the account may not write, a form that it may not edit, a form that nobody may open', async () => {
    const { config } = office.workspace;
    const google = createGoogle({ emulator: office.workspace.emulator.url });
    const tab = { title: 'Theo dõi', cells: 1, writable: false };
    const { results } = await planted((ports) => ({
      ...ports,
      checkup: { ...ports.checkup, tabs: async () => [tab], isOpenToResponders: async () => false },
      trial: createTrial(google, config.SPREADSHEET_ID, 'nobody-knows-this-form'),
    }));
    expect(ids(results, 'differs')).toEqual(['D2', 'D8', 'D9']);
  });

  test('a Google that takes everything', async () => {
    const agreeable = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(agreeable, 'listening');
    const google = createGoogle({ emulator: `http://127.0.0.1:${(agreeable.address() as AddressInfo).port}` });
    const trial = createTrial(google, 'any', 'any');
    const { results } = await planted((ports) => ({ ...ports, trial }));
    agreeable.close();
    expect(ids(results, 'differs')).toEqual(['D3', 'D4', 'D5', 'D8']);
  });
});
