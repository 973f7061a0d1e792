import { expect, test } from 'vitest';
import { createForm, refusalOf, runEmulator } from '../core/running-emulator.ts';

const running = runEmulator();

const publish = (formId: string, publishState: object, updateMask?: string) =>
  running.forms.forms.setPublishSettings({
    formId,
    requestBody: { publishSettings: { publishState }, ...(updateMask !== undefined && { updateMask }) },
  });

test.each([
  {
    state: { isPublished: true, isAcceptingResponses: true },
    shown: { isPublished: true, isAcceptingResponses: true },
  },
  { state: { isPublished: true, isAcceptingResponses: false }, shown: { isPublished: true } },
  { state: { isPublished: false, isAcceptingResponses: false }, shown: {} },
])('$state is set, answered and read back as an object', async ({ state, shown }) => {
  const formId = await createForm(running);
  const { data } = await publish(formId, state, 'publishState');
  expect(data).toEqual({ formId, publishSettings: { publishState: shown } });
  expect((await running.forms.forms.get({ formId })).data.publishSettings).toEqual({ publishState: shown });
});

test.each([
  undefined,
  '*',
  'publishState',
  'publish_state',
  'publishState.isPublished,publishState.isAcceptingResponses',
])('the mask may be %s', async (mask) => {
  const formId = await createForm(running);
  await expect(publish(formId, { isPublished: true, isAcceptingResponses: true }, mask)).resolves.toBeDefined();
});

test.each([
  ['only one of the two', { isPublished: true }],
  ['accepting without being published', { isPublished: false, isAcceptingResponses: true }],
])('%s is refused', async (_, state) => {
  const formId = await createForm(running);
  expect(await refusalOf(publish(formId, state, 'publishState'))).toMatchObject({ code: 400 });
});

test('the flat body of Google’s own sample is refused', async () => {
  const formId = await createForm(running);
  const requestBody = { publishSettings: { isPublished: true } } as object;
  expect((await refusalOf(running.forms.forms.setPublishSettings({ formId, requestBody }))).message).toContain(
    'Unknown name "isPublished"',
  );
});
