import { createForm, publish, runEmulator, textQuestion, update } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createResponses } from '../../functions/google/responses.ts';

const running = runEmulator();
const questionId = '00000001';

async function openForm(): Promise<string> {
  const formId = await createForm(running);
  await update(running, formId, [textQuestion('Kết quả', 0, { questionId })]);
  await publish(running, formId);
  return formId;
}

const file = (formId: string, text: string) =>
  running.control('POST', `/forms/${formId}/responses`, {
    respondentEmail: 'an@hanoi.example',
    answers: { [questionId]: [text] },
  });

/** Reads all pages while a response comes in behind the first of them; what was found, in words. */
async function readWhileOneComesIn(formId: string): Promise<readonly unknown[]> {
  const google = createGoogle({ emulator: running.emulator.url });
  let pages = 0;
  const interrupted: typeof google = {
    ...google,
    async call(what, request) {
      const answer = await google.call(what, request);
      pages += 1;
      if (pages === 1) await file(formId, 'đến giữa chừng');
      return answer;
    },
  };
  const found = await createResponses(interrupted, formId).since(null);
  return found.map(({ answers }) => answers.get(questionId)?.[0]).toSorted();
}

test.each([
  ['in one page', []],
  ['in pages of one', ['forms.short-pages']],
  ['in pages that follow by place', ['forms.short-pages', 'forms.pages-by-place']],
  ['in pages in no order', ['forms.short-pages', 'forms.shuffle-order']],
  ['in pages with tokens of short life', ['forms.short-pages', 'forms.brief-page-tokens']],
])('what was there is read whole and once %s, whatever comes in meanwhile', async (_, switches) => {
  const formId = await openForm();
  for (const text of ['một', 'hai', 'ba']) await file(formId, text);
  await running.control('PUT', '/switches', Object.fromEntries(switches.map((name) => [name, true])));
  const found = await readWhileOneComesIn(formId);
  expect(found.filter((text) => text !== 'đến giữa chừng')).toEqual(['ba', 'hai', 'một']);
  expect(found.length).toBeLessThan(5);
});
