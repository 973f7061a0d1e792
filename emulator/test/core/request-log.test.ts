import { expect, test } from 'vitest';
import { createForm, runEmulator } from './running-emulator.ts';

const running = runEmulator();

test('each API call is in the log with its method, path, status, time and bytes', async () => {
  const formId = await createForm(running);
  await running.forms.forms.responses.list({ formId, pageSize: 7 });
  const requests = await running.control('GET', '/requests');
  expect(requests).toMatchObject([
    { method: 'POST', path: '/v1/forms', query: '', status: 200, ms: expect.any(Number) },
    { method: 'GET', path: `/v1/forms/${formId}/responses`, query: '?pageSize=7', status: 200, bytes: 2 },
  ]);
});

test('the bytes of an entry are those of both bodies', async () => {
  await createForm(running, 'Báo cáo');
  const [entry] = running.emulator.log.list();
  expect(entry?.requestBytes).toBe(Buffer.byteLength(JSON.stringify({ info: { title: 'Báo cáo' } })));
  expect(entry?.responseBytes).toBeGreaterThan(100);
  expect(entry?.bytes).toBe((entry?.requestBytes ?? 0) + (entry?.responseBytes ?? 0));
});

test('an entry says who called', async () => {
  await running.formsAs('binh@city.example').forms.create({ requestBody: { info: { title: 'A' } } });
  await createForm(running);
  expect(running.emulator.log.list().map(({ user }) => user)).toEqual(['binh@city.example', 'owner@emulator.example']);
});

test('control calls and paths that are no API are not in the log', async () => {
  await running.control('GET', '/clock');
  await fetch(`${running.emulator.url}/favicon.ico`);
  expect(await running.control('GET', '/requests')).toEqual([]);
});

test('the log can be emptied', async () => {
  await createForm(running);
  await running.control('DELETE', '/requests');
  expect(await running.control('GET', '/requests')).toEqual([]);
});
