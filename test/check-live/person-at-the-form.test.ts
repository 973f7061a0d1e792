import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { runProofs } from '../../functions/upkeep/self-test/proof.ts';
import { responseChecks } from '../../scripts/check-live/form-responses.ts';
import type { LiveForm } from '../../scripts/check-live/live-form.ts';
import { emulatedRespondents, personAtTheForm } from '../../scripts/check-live/respondents.ts';

const running = runEmulator();

/** A form, and a person who answers each link as soon as it is shown; `read` is what the page makes of the link. */
async function formWithPerson(read: (link: URL) => [questionId: string, text: string] | null): Promise<LiveForm> {
  const { data } = await running.forms.forms.create({ requestBody: { info: { title: 'Thử' } }, unpublished: true });
  const formId = data.formId ?? '';
  const google = createGoogle({ emulator: running.emulator.url });
  const hands = emulatedRespondents(running.emulator.url, formId);
  const say = (line: string) => {
    const filled = line.includes('entry.') ? read(new URL(line.trim())) : null;
    if (filled) void hands.answer(filled[0], [filled[1]]);
  };
  const respondents = personAtTheForm(google, formId, { say, pollMs: 1, polls: 200 });
  return { google, formId, respondents, watchTopic: null, isServiceAccount: false };
}

const asGoogle = (link: URL): [string, string] => {
  const [name = '', text = ''] = [...link.searchParams].find(([key]) => key.startsWith('entry.')) ?? [];
  return [Number(name.slice('entry.'.length)).toString(16).padStart(8, '0'), text];
};
const outcome = async (form: LiveForm, id: string) =>
  (await runProofs(responseChecks, form)).find((one) => one.id === id);

test('a person who opens the links lets order and prefilled answers be checked', async () => {
  const form = await formWithPerson(asGoogle);
  expect(await outcome(form, 'F11')).toMatchObject({ kind: 'ok' });
});

test('a link that fills in something else differs', async () => {
  const form = await formWithPerson((link) => [asGoogle(link)[0], 'khác']);
  expect(await outcome(form, 'F11')).toMatchObject({ kind: 'differs', seen: 'nhận được ["khác"]' });
});

test('when nobody comes, the line says so', async () => {
  const form = await formWithPerson(() => null);
  expect(await outcome(form, 'F1a')).toMatchObject({
    kind: 'unchecked',
    because: expect.stringContaining('không có ai'),
  });
});
