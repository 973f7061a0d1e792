import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { quotaClassOf } from '../../quotas.ts';
import { createForm, refusalOf, runEmulator } from './running-emulator.ts';

const running = runEmulator();

test('no quota holds until one is set', async () => {
  const formId = await createForm(running);
  for (let n = 0; n < 20; n += 1) await running.forms.forms.get({ formId });
  expect(running.emulator.log.list().every(({ status }) => status === 200)).toBe(true);
});

test('over quota is 429 RESOURCE_EXHAUSTED in Google’s words, without Retry-After', async () => {
  const formId = await createForm(running);
  running.emulator.clock.set(Temporal.Instant.from('2025-10-23T08:00:00Z'));
  await running.control('PUT', '/quotas', { formsReads: 2 });
  await running.forms.forms.get({ formId });
  await running.forms.forms.get({ formId });
  const response = await fetch(`${running.emulator.url}/v1/forms/${formId}`);
  expect(response.headers.get('retry-after')).toBeNull();
  expect(await response.json()).toMatchObject({
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'forms.googleapis.com' for consumer 'project_number:100000000000'.",
      details: [
        {
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: { quota_limit_value: '2', window_start_time: '2025-10-23T08:00:00.000Z' },
        },
      ],
    },
  });
});

test('a minute of the emulator’s clock after the first call, the quota is open again', async () => {
  const { clock } = running.emulator;
  const formId = await createForm(running);
  const read = () => running.forms.forms.get({ formId });
  clock.set(Temporal.Instant.from('2025-10-23T08:00:00Z'));
  await running.control('PUT', '/quotas', { formsReads: 1 });
  await read();
  clock.set(Temporal.Instant.from('2025-10-23T08:00:59.999Z'));
  expect(await refusalOf(read())).toMatchObject({ code: 429 });
  clock.set(Temporal.Instant.from('2025-10-23T08:01:00Z'));
  await read();
});

test('listing responses has a quota of its own', async () => {
  const formId = await createForm(running);
  await running.control('PUT', '/quotas', { formsExpensiveReads: 0 });
  await running.forms.forms.get({ formId });
  expect(await refusalOf(running.forms.forms.responses.list({ formId }))).toMatchObject({ code: 429 });
});

test.each([
  ['GET', '/v4/spreadsheets/x/values/A1', 'sheetsReads'],
  ['POST', '/v4/spreadsheets/x/values:batchGetByDataFilter', 'sheetsReads'],
  ['POST', '/v4/spreadsheets/x:getByDataFilter', 'sheetsReads'],
  ['POST', '/v4/spreadsheets/x/developerMetadata:search', 'sheetsReads'],
  ['POST', '/v4/spreadsheets/x:batchUpdate', 'sheetsWrites'],
  ['PUT', '/v4/spreadsheets/x/values/A1', 'sheetsWrites'],
  ['GET', '/v1/forms/x', 'formsReads'],
  ['GET', '/v1/forms/x/responses/y', 'formsReads'],
  ['GET', '/v1/forms/x/responses', 'formsExpensiveReads'],
  ['POST', '/v1/forms/x:batchUpdate', 'formsWrites'],
  ['DELETE', '/v1/forms/x/watches/y', 'formsWrites'],
  ['GET', '/drive/v3/files/x', null],
])('%s %s counts as %s', (method, path, quotaClass) => {
  expect(quotaClassOf(method, path)).toBe(quotaClass);
});
