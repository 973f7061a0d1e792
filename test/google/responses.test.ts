import fc from 'fast-check';
import { createForm, publish, runEmulator, textQuestion, update } from 'google-workspace-emulator/testing';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createResponses } from '../../functions/google/responses.ts';
import type { FormResponse } from '../../functions/ports.ts';
import { problem } from '../../functions/shared/problem.ts';
import { allSince, partsSince } from '../contracts/responses.ts';
import { numRuns } from '../support/properties.ts';

const running = runEmulator();
const questionId = '00000001';

async function openForm(): Promise<string> {
  const formId = await createForm(running);
  await update(running, formId, [textQuestion('Kết quả', 0, { questionId })]);
  await publish(running, formId);
  // What is filed is to be read at once; each test says how the list comes.
  await turn({ 'forms.late-visibility': false });
  return formId;
}

const turn = (switches: Readonly<Record<string, boolean>>) => running.control('PUT', '/switches', switches);

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
  const found = await allSince(createResponses(interrupted, formId), null);
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
  await turn(Object.fromEntries(switches.map((name) => [name, true])));
  const found = await readWhileOneComesIn(formId);
  expect(found.filter((text) => text !== 'đến giữa chừng')).toEqual(['ba', 'hai', 'một']);
  expect(found.length).toBeLessThan(5);
});

test('where Google itself gives up over all of them at once, they are read one by one', async () => {
  const formId = await openForm();
  await turn({ 'forms.short-pages': false });
  for (const text of ['một', 'hai', 'ba']) await file(formId, text);
  const google = createGoogle({ emulator: running.emulator.url });
  let tries = 0;
  const outlasted: typeof google = {
    ...google,
    async call(what, request) {
      tries += 1;
      if (tries === 1) throw problem('google.unreachable', [what, 'timeout', 4]);
      return google.call(what, request);
    },
  };
  const found = await allSince(createResponses(outlasted, formId), null);
  expect(found.map(({ answers }) => answers.get(questionId))).toEqual([['một'], ['hai'], ['ba']]);
  expect(tries).toBe(1 + 1 + 3);
});

/** Ways in which the list may come, several at once: in each a page may be something else by the time it is read again. */
const MANNERS = ['forms.shuffle-order', 'forms.pages-by-place', 'forms.short-pages', 'forms.order-by-create-time'];
const MOST_BYTES = 3_000;
/** Half of that, and the longest response, whose letters are two bytes each. */
const AT_ONCE = MOST_BYTES / 2 + MOST_BYTES;

test('whatever the sizes of responses and the order of their list, each comes once, oldest first, few at a time', async () => {
  const sending = fc.record({ length: fc.oneof(fc.nat(300), fc.nat(4_000)), of: fc.nat(20) });
  const property = fc.asyncProperty(fc.array(sending, { maxLength: 12 }), fc.subarray(MANNERS), async (sent, on) => {
    const formId = await openForm();
    const ids: string[] = [];
    for (const { length, of } of sent) {
      const by = 'an@hanoi.example';
      const body = {
        respondentEmail: by,
        answers: { [questionId]: ['á'.repeat(length + 1)] },
        ...(ids[of] && { responseId: ids[of] }),
      };
      const filled = await running.control('POST', `/forms/${formId}/responses`, body);
      if (!ids[of]) ids.push((filled as { responseId: string }).responseId);
    }
    await turn(Object.fromEntries(MANNERS.map((name) => [name, on.includes(name)])));
    const google = createGoogle({ emulator: running.emulator.url });
    const parts = await partsSince(createResponses(google, formId, MOST_BYTES), null);
    const all = parts.flatMap(({ responses }) => responses);
    expect(all.map(({ responseId }) => responseId).toSorted()).toEqual(ids.toSorted());
    expect(all.toSorted(byTime)).toEqual(all);
    for (const { responses } of parts) expect(charactersOf(responses)).toBeLessThanOrEqual(AT_ONCE);
    for (const { answers, isTooLong } of all) expect(answers.size).toBe(isTooLong ? 0 : 1);
  });
  await fc.assert(property, { numRuns: numRuns(15, 300) });
});

function byTime(a: FormResponse, b: FormResponse): number {
  return Temporal.Instant.compare(a.lastSubmittedTime, b.lastSubmittedTime);
}

function charactersOf(responses: readonly FormResponse[]): number {
  return responses.flatMap(({ answers }) => [...answers.values()].flat()).reduce((sum, { length }) => sum + length, 0);
}
