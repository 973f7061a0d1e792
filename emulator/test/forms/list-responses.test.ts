import { describe, expect, test } from 'vitest';
import { createForm, publish, refusalOf, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
const q = '00000001';

async function openForm(): Promise<string> {
  const formId = await createForm(running);
  await update(running, formId, [
    textQuestion('A', 0, { questionId: q }),
    textQuestion('B', 1, { questionId: '00000002' }),
  ]);
  await publish(running, formId);
  return formId;
}

type Submitted = { responseId: string; createTime: string; lastSubmittedTime: string };

const at = (now: string) => running.control('PUT', '/clock', { now });
const submit = (formId: string, text: string, more: object = {}) =>
  running.control('POST', `/forms/${formId}/responses`, { answers: { [q]: [text] }, ...more }) as Promise<Submitted>;

async function list(
  formId: string,
  query: { filter?: string; pageSize?: number; pageToken?: string; fields?: string } = {},
) {
  return (await running.forms.forms.responses.list({ formId, ...query })).data;
}
async function texts(formId: string, query: Parameters<typeof list>[1] = {}) {
  const { responses = [] } = await list(formId, query);
  return responses.map(({ answers }) => answers?.[q]?.textAnswers?.answers?.[0]?.value);
}

describe('a row', () => {
  test('without responses there is no member at all', async () => {
    expect(await list(await openForm())).toEqual({});
  });

  test('has createTime cut to milliseconds, lastSubmittedTime in microseconds, and no formId in a list', async () => {
    const formId = await openForm();
    await at('2026-11-23T01:00:00.123456Z');
    const { responseId } = await submit(formId, 'một');
    expect(responseId).toMatch(/^ACYDBN[\w-]{64}$/);
    expect((await list(formId)).responses).toEqual([
      {
        responseId,
        createTime: '2026-11-23T01:00:00.123Z',
        lastSubmittedTime: '2026-11-23T01:00:00.123456Z',
        answers: { [q]: { questionId: q, textAnswers: { answers: [{ value: 'một' }] } } },
      },
    ]);
  });

  test('has a formId when got alone', async () => {
    const formId = await openForm();
    const { responseId } = await submit(formId, 'một');
    const { data } = await running.forms.forms.responses.get({ formId, responseId });
    expect(data).toEqual({ formId, ...(await list(formId)).responses?.[0] });
  });

  test('of a response that is not there is 404', async () => {
    const formId = await openForm();
    expect(await refusalOf(running.forms.forms.responses.get({ formId, responseId: 'none' }))).toMatchObject({
      code: 404,
    });
  });

  test('leaves out questions left unanswered', async () => {
    const formId = await openForm();
    await submit(formId, 'một');
    expect(Object.keys((await list(formId)).responses?.[0]?.answers ?? {})).toEqual([q]);
  });

  test('of several options is several values', async () => {
    const formId = await openForm();
    const options = [{ value: 'Có' }, { value: 'Không' }];
    const question = { questionId: '00000003', choiceQuestion: { type: 'CHECKBOX', options } };
    await update(running, formId, [{ createItem: { item: { questionItem: { question } }, location: { index: 0 } } }]);
    await running.control('POST', `/forms/${formId}/responses`, { answers: { '00000003': ['Có', 'Không'] } });
    expect((await list(formId)).responses?.[0]?.answers?.['00000003']?.textAnswers?.answers).toEqual(options);
  });
});

describe('the filter', () => {
  const [first, second] = ['2026-11-23T01:00:00.000001Z', '2026-11-23T01:00:00.000002Z'];

  test.each([
    [`timestamp > ${first}`, ['hai']],
    [`timestamp >= ${first}`, ['hai', 'một']],
    [`timestamp > ${second}`, []],
    ['timestamp > 2026-11-23T01:00:00.000001999Z', ['hai']],
    ['timestamp >= 2026-11-23T01:00:00Z', ['hai', 'một']],
    [`timestamp>${first}`, ['hai']],
  ])('%s is microsecond-exact', async (filter, found) => {
    const formId = await openForm();
    await at(first);
    await submit(formId, 'một');
    await at(second);
    await submit(formId, 'hai');
    expect(await texts(formId, { filter })).toEqual(found);
  });

  test('a cursor cut to milliseconds finds the same response for ever', async () => {
    const formId = await openForm();
    await at('2026-11-23T01:00:00.123456Z');
    const { lastSubmittedTime } = await submit(formId, 'một');
    const cut = new Date(lastSubmittedTime).toISOString();
    expect(await texts(formId, { filter: `timestamp > ${cut}` })).toEqual(['một']);
    expect(await texts(formId, { filter: `timestamp > ${lastSubmittedTime}` })).toEqual([]);
  });

  test('timestamp is that of the latest submission: an edited response comes again', async () => {
    const formId = await openForm();
    await at('2026-11-23T01:00:00Z');
    const { responseId } = await submit(formId, 'một');
    await at('2026-11-23T03:00:00Z');
    await submit(formId, 'một, sửa', { responseId });
    expect(await texts(formId, { filter: 'timestamp > 2026-11-23T02:00:00Z' })).toEqual(['một, sửa']);
  });

  test.each([
    'timestamp < 2026-11-23T01:00:00Z',
    'timestamp > 2026-11-23T08:00:00+07:00',
    'timestamp > 2026-11-23',
    'timestamp > 2026-13-23T01:00:00Z',
    'timestamp > 2026-11-23T01:00:00Z AND timestamp > 2026-11-24T01:00:00Z',
    'create_time > 2026-11-23T01:00:00Z',
  ])('%s is refused', async (filter) => {
    expect(await refusalOf(list(await openForm(), { filter }))).toMatchObject({ code: 400 });
  });
});

describe('the order', () => {
  /** Three responses, the first edited last. */
  async function threeResponses(): Promise<string> {
    const formId = await openForm();
    await at('2026-11-23T01:00:00Z');
    const { responseId } = await submit(formId, 'một');
    for (const text of ['hai', 'ba']) await submit(formId, text);
    await submit(formId, 'một, sửa', { responseId });
    return formId;
  }

  test('is newest first by the latest submission', async () => {
    expect(await texts(await threeResponses())).toEqual(['một, sửa', 'ba', 'hai']);
  });

  test('is by the first submission while forms.order-by-create-time is on', async () => {
    const formId = await threeResponses();
    await running.control('PUT', '/switches', { 'forms.order-by-create-time': true });
    expect(await texts(formId)).toEqual(['ba', 'hai', 'một, sửa']);
  });

  test('is none while forms.shuffle-order is on, and pages still hold each response once', async () => {
    const formId = await openForm();
    const sent = Array.from({ length: 30 }, (_, n) => `báo cáo ${n}`);
    for (const text of sent) await submit(formId, text);
    await running.control('PUT', '/switches', { 'forms.shuffle-order': true });
    const shown = await texts(formId);
    expect(shown).not.toEqual(sent);
    expect(shown).not.toEqual(sent.toReversed());
    const half = await list(formId, { pageSize: 15 });
    const rest = await texts(formId, { pageToken: half.nextPageToken ?? '' });
    expect([...new Set([...rest, ...(await texts(formId, { pageSize: 15 }))])]).toHaveLength(30);
  });
});

describe('pages', () => {
  async function formWith(count: number): Promise<string> {
    const formId = await openForm();
    await at('2026-11-23T01:00:00Z');
    for (let n = 1; n <= count; n += 1) await submit(formId, String(n));
    return formId;
  }

  test('follow each other until there is no token', async () => {
    const formId = await formWith(5);
    const first = await list(formId, { pageSize: 2 });
    const second = await list(formId, { pageSize: 2, pageToken: first.nextPageToken ?? '' });
    const third = await list(formId, { pageSize: 2, pageToken: second.nextPageToken ?? '' });
    expect([first, second, third].map(({ responses }) => responses?.length)).toEqual([2, 2, 1]);
    expect(third.nextPageToken).toBeUndefined();
  });

  test('are not moved by what comes in between', async () => {
    const formId = await formWith(4);
    const { nextPageToken } = await list(formId, { pageSize: 2 });
    await submit(formId, 'mới');
    expect(await texts(formId, { pageToken: nextPageToken ?? '' })).toEqual(['2', '1']);
  });

  test('are moved by it while forms.pages-by-place is on: a response comes again', async () => {
    const formId = await formWith(4);
    await running.control('PUT', '/switches', { 'forms.pages-by-place': true });
    const { nextPageToken } = await list(formId, { pageSize: 2 });
    await submit(formId, 'mới');
    expect(await texts(formId, { pageToken: nextPageToken ?? '' })).toEqual(['3', '2', '1']);
  });

  test('lose their token to a fields mask that does not name it', async () => {
    const formId = await formWith(2);
    expect(await list(formId, { pageSize: 1, fields: 'responses(answers)' })).not.toHaveProperty('nextPageToken');
    const { responses, nextPageToken } = await list(formId, {
      pageSize: 1,
      fields: 'responses(responseId),nextPageToken',
    });
    expect(responses).toEqual([{ responseId: expect.any(String) }]);
    expect(nextPageToken).toBeDefined();
  });

  test('hold one while forms.short-pages is on, whatever was asked for', async () => {
    const formId = await formWith(2);
    await running.control('PUT', '/switches', { 'forms.short-pages': true });
    const { nextPageToken } = await list(formId, { pageSize: 5000 });
    expect(await texts(formId)).toEqual(['2']);
    expect(await texts(formId, { pageToken: nextPageToken ?? '' })).toEqual(['1']);
  });

  test('can be turned for ever, or for a minute while forms.brief-page-tokens is on', async () => {
    const formId = await formWith(2);
    const { nextPageToken } = await list(formId, { pageSize: 1 });
    const next = () => texts(formId, { pageToken: nextPageToken ?? '' });
    await at('2026-11-23T01:01:01Z');
    expect(await next()).toEqual(['1']);
    await running.control('PUT', '/switches', { 'forms.brief-page-tokens': true });
    expect(await refusalOf(next())).toMatchObject({ code: 400 });
    await at('2026-11-23T01:01:00Z');
    expect(await next()).toEqual(['1']);
  });

  test.each([-1, 5001])('of %i are refused', async (pageSize) => {
    expect(await refusalOf(list(await openForm(), { pageSize }))).toMatchObject({ code: 400 });
  });

  test('a token is good for its form and filter only', async () => {
    const formId = await formWith(2);
    const { nextPageToken } = await list(formId, { pageSize: 1 });
    const pageToken = nextPageToken ?? '';
    expect(await refusalOf(list(await formWith(1), { pageToken }))).toMatchObject({ code: 400 });
    const filter = 'timestamp > 2020-01-01T00:00:00Z';
    expect(await refusalOf(list(formId, { pageToken, filter }))).toMatchObject({ code: 400 });
    expect(await refusalOf(list(formId, { pageToken: 'abc' }))).toMatchObject({ code: 400 });
  });
});

describe('what may also be so', () => {
  test('a response may become visible late, after a newer one was read', async () => {
    const formId = await openForm();
    await at('2026-11-23T01:00:00Z');
    await submit(formId, 'chậm', { visibleAfterMs: 5000 });
    await at('2026-11-23T01:00:01Z');
    await submit(formId, 'nhanh');
    expect(await texts(formId)).toEqual(['nhanh']);
    await at('2026-11-23T01:00:05Z');
    expect(await texts(formId)).toEqual(['nhanh', 'chậm']);
  });

  test('while forms.late-visibility is on, every response is listed a minute late', async () => {
    const formId = await openForm();
    await running.control('PUT', '/switches', { 'forms.late-visibility': true });
    await at('2026-11-23T01:00:00Z');
    const { responseId } = await submit(formId, 'một');
    expect(await texts(formId)).toEqual([]);
    expect(await refusalOf(running.forms.forms.responses.get({ formId, responseId }))).toMatchObject({ code: 404 });
    await at('2026-11-23T01:01:00Z');
    expect(await texts(formId)).toEqual(['một']);
  });

  test('answers to deleted questions stay, or go while forms.drop-deleted-answers is on', async () => {
    const formId = await openForm();
    await submit(formId, 'một');
    await update(running, formId, [{ deleteItem: { location: { index: 0 } } }]);
    expect(await texts(formId)).toEqual(['một']);
    await running.control('PUT', '/switches', { 'forms.drop-deleted-answers': true });
    expect((await list(formId)).responses?.[0]).not.toHaveProperty('answers');
  });
});
