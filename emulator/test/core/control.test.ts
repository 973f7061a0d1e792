import { describe, expect, test, vi } from 'vitest';
import { createEmulator } from '../../server.ts';
import { createForm, refusalOf, runEmulator, textQuestion, update } from './running-emulator.ts';

const running = runEmulator();

describe('a control request that cannot be read is refused with the reason', () => {
  test.each([
    ['/clock', { now: 'soon' }, '400 now: "soon" is not an instant; write it like 2026-11-22T08:30:00+07:00'],
    ['/clock', {}, '400 now: Invalid input: expected string, received undefined'],
    ['/faults', [{ kind: '418' }], /^400 0\.kind: Invalid option/],
    ['/faults', [{ kind: '500', path: '(' }], '400 0.path: "(" is not a regular expression'],
    ['/faults', [{ kind: '500', tiems: 1 }], '400 0: Unrecognized key: "tiems"'],
    ['/switches', { 'forms.shuffle-order': 'on' }, /^400 forms\.shuffle-order: /],
    ['/quotas', { formsReads: -1 }, /^400 formsReads: /],
    ['/smtp-faults', [{ kind: 'refuse' }], /^400 0\.kind: /],
    [
      '/subscriptions',
      [{ topic: 't', endpoint: 'http://127.0.0.1/' }],
      '400 0.topic: must look like projects/P/topics/T',
    ],
    ['/watches', { formId: 'none', watchId: 'none', state: 'ACTIVE' }, '404 There is no form none.'],
  ])('PUT %s %j', async (path, body, message) => {
    await expect(running.control('PUT', path, body)).rejects.toThrow(message);
  });

  test('a body that is no JSON', async () => {
    const response = await fetch(`${running.emulator.url}/_emulator/clock`, { method: 'PUT', body: 'now' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { message: 'The request body is not JSON.' } });
  });

  test('a control that does not exist', async () => {
    await expect(running.control('PUT', '/weather', {})).rejects.toThrow('404 The emulator has no control PUT');
  });
});

test.each(['https://push.city.example/', 'http://push.city.example/', 'http://10.0.0.1/', 'https://127.0.0.1/', 'x'])(
  'pushes go to the loopback only, never to %s',
  async (endpoint) => {
    const subscriptions = [{ topic: 'projects/p/topics/t', endpoint }];
    await expect(running.control('PUT', '/subscriptions', subscriptions)).rejects.toThrow(
      'must be an http URL on the loopback',
    );
  },
);

test('reset goes back to empty', async () => {
  const formId = await createForm(running);
  await running.control('PUT', '/clock', { now: '2026-01-01T00:00:00Z' });
  await running.control('PUT', '/switches', { 'forms.shuffle-order': true });
  await running.control('PUT', '/faults', [{ kind: '500' }]);
  await running.control('PUT', '/quotas', { formsReads: 0 });
  await running.control('POST', '/reset');
  expect(await refusalOf(running.forms.forms.get({ formId }))).toMatchObject({ code: 404 });
  expect(running.emulator.clock.isStanding()).toBe(false);
  expect(await running.control('GET', '/switches')).toEqual({});
  expect(running.emulator.files.size).toBe(0);
});

test('switches named in the environment are on from the start, and again after a reset', async () => {
  vi.stubEnv('EMULATOR_SWITCHES', 'forms.batch-cap,forms.shuffle-order');
  const { url, reset, close } = await createEmulator({});
  vi.unstubAllEnvs();
  const switches = async () => (await fetch(`${url}/_emulator/switches`)).json();
  const named = { 'forms.batch-cap': true, 'forms.shuffle-order': true };
  expect(await switches()).toEqual(named);
  await fetch(`${url}/_emulator/switches`, { method: 'PUT', body: JSON.stringify({ 'forms.batch-cap': false }) });
  reset();
  expect(await switches()).toEqual(named);
  await close();
});

test('a checkpoint brings back files, answers and the time, and nothing else', async () => {
  const { emulator } = running;
  const then = '2026-11-22T01:30:00Z';
  await running.control('PUT', '/clock', { now: then });
  const formId = await createForm(running);
  await update(running, formId, [textQuestion('Tên', 0)]);
  const { data: book } = await running.sheets.spreadsheets.create({ requestBody: {} });
  const spreadsheetId = book.spreadsheetId ?? '';
  const read = async () => [
    (await running.forms.forms.get({ formId })).data,
    (await running.sheets.spreadsheets.get({ spreadsheetId })).data,
    (await running.drive.files.get({ fileId: spreadsheetId, fields: 'version,permissions' })).data,
  ];
  const before = await read();
  const goBack = emulator.checkpoint();
  for (const _ of ['once', 'and again']) {
    await running.control('PUT', '/clock', { now: '2026-11-23T01:30:00Z' });
    await running.control('PUT', '/switches', { 'forms.batch-cap': true });
    await update(running, formId, [textQuestion('Họ', 0)]);
    const addSheet = { properties: { title: 'Nữa' } };
    await running.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet }] } });
    await running.drive.permissions.create({ fileId: spreadsheetId, requestBody: { type: 'anyone', role: 'reader' } });
    const later = await createForm(running);
    goBack();
    expect(await read()).toEqual(before);
    expect(emulator.clock.now()).toBe(then);
    expect(await running.control('GET', '/switches')).toEqual({});
    expect(await refusalOf(running.forms.forms.get({ formId: later }))).toMatchObject({ code: 404 });
  }
});

describe('a Google call that is not served answers 501 by its name', () => {
  test.each([
    ['GET', '/drive/v3/files'],
    ['DELETE', '/drive/v3/files/x'],
    ['POST', '/v1/forms/x:copy'],
    ['GET', '/v1/documents/x'],
  ])('%s %s', async (method, path) => {
    const response = await fetch(running.emulator.url + path, { method });
    expect(await response.json()).toEqual({
      error: { code: 501, status: 'UNIMPLEMENTED', message: `The emulator does not serve ${method} ${path}.` },
    });
  });
});

test('a path that is neither is not there', async () => {
  expect((await fetch(`${running.emulator.url}/favicon.ico`)).status).toBe(404);
});

test('a port that is taken is refused at once', async () => {
  const port = Number(new URL(running.emulator.url).port);
  await expect(createEmulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('two emulators know nothing of each other', async () => {
  const other = await createEmulator({});
  const formId = await createForm(running);
  expect((await fetch(`${other.url}/v1/forms/${formId}`)).status).toBe(404);
  await other.close();
});
