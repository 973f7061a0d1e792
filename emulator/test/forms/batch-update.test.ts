import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { describe, expect, test } from 'vitest';
import { createForm, publish, refusalOf, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
const batch = (formId: string, requestBody: forms_v1.Schema$BatchUpdateFormRequest) =>
  running.forms.forms.batchUpdate({ formId, requestBody });
const get = async (formId: string) => (await running.forms.forms.get({ formId })).data;
const titles = async (formId: string) => (await get(formId)).items?.map(({ title }) => title);

async function formWith(...names: string[]): Promise<string> {
  const formId = await createForm(running);
  await update(
    running,
    formId,
    names.map((name, n) => textQuestion(name, n)),
  );
  return formId;
}

describe('a batch', () => {
  test('is all or nothing', async () => {
    const formId = await formWith('A');
    const before = await get(formId);
    const requests = [textQuestion('B', 1), { deleteItem: { location: { index: 9 } } }];
    expect(await refusalOf(batch(formId, { requests }))).toMatchObject({ code: 400 });
    expect(await get(formId)).toEqual(before);
  });

  test('names the request that failed', async () => {
    const formId = await formWith('A');
    const requests = [textQuestion('B', 1), textQuestion('two\nlines', 2)];
    expect((await refusalOf(batch(formId, { requests }))).message).toBe(
      'Invalid requests[1].createItem: Displayed text cannot contain newlines',
    );
  });

  test('applies in order, each request seeing the indices those before it left', async () => {
    const formId = await formWith('A', 'B', 'C');
    await update(running, formId, [
      { deleteItem: { location: { index: 0 } } },
      { deleteItem: { location: { index: 0 } } },
      textQuestion('D', 0),
    ]);
    expect(await titles(formId)).toEqual(['D', 'C']);
  });

  test('is answered one to one; only createItem has content', async () => {
    const formId = await formWith('A');
    const replies = await update(running, formId, [
      textQuestion('B', 1),
      { createItem: { item: { title: 'Phần 2', pageBreakItem: {} }, location: { index: 2 } } },
      { deleteItem: { location: { index: 0 } } },
      { updateFormInfo: { info: { title: 'T' }, updateMask: 'title' } },
    ]);
    const id = expect.stringMatching(/^[0-7][0-9a-f]{7}$/);
    expect(replies).toEqual([{ createItem: { itemId: id, questionId: [id] } }, { createItem: { itemId: id } }, {}, {}]);
  });

  test('gives the form with it when asked', async () => {
    const formId = await createForm(running);
    const { data } = await batch(formId, { includeFormInResponse: true, requests: [textQuestion('A', 0)] });
    expect(data.form).toEqual(await get(formId));
  });

  test('of no requests is refused', async () => {
    const formId = await createForm(running);
    expect(await refusalOf(batch(formId, { requests: [] }))).toMatchObject({ code: 400 });
  });
});

test('a batch may be large, or hold 100 requests at most while forms.batch-cap is on', async () => {
  const formId = await createForm(running);
  const requests = Array.from({ length: 101 }, () => textQuestion('A', 0));
  await expect(batch(formId, { requests })).resolves.toBeDefined();
  await running.control('PUT', '/switches', { 'forms.batch-cap': true });
  expect(await refusalOf(batch(formId, { requests }))).toMatchObject({ code: 400 });
  await expect(batch(formId, { requests: requests.slice(1) })).resolves.toBeDefined();
});

describe('revisions', () => {
  test('a batch moves the revision; publishing and sharing leave it', async () => {
    const formId = await createForm(running);
    const first = (await get(formId)).revisionId;
    await publish(running, formId);
    expect((await get(formId)).revisionId).toBe(first);
    await update(running, formId, [textQuestion('A', 0)]);
    expect((await get(formId)).revisionId).not.toBe(first);
  });

  test('a batch that requires a stale revision is refused with 400, and nothing is applied', async () => {
    const formId = await createForm(running);
    const requiredRevisionId = (await get(formId)).revisionId ?? '';
    const writeControl = { requiredRevisionId };
    await batch(formId, { requests: [textQuestion('A', 0)], writeControl });
    const late = batch(formId, { requests: [textQuestion('B', 0)], writeControl });
    expect(await refusalOf(late)).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(await titles(formId)).toEqual(['A']);
  });

  test('the answer says which revision to require next', async () => {
    const formId = await createForm(running);
    const { data } = await batch(formId, { requests: [textQuestion('A', 0)] });
    expect(data.writeControl).toEqual({ requiredRevisionId: (await get(formId)).revisionId });
  });

  test('a target revision may be older, up to 24 hours', async () => {
    await running.control('PUT', '/clock', { now: '2026-11-23T00:00:00Z' });
    const formId = await createForm(running);
    const writeControl = { targetRevisionId: (await get(formId)).revisionId ?? '' };
    await batch(formId, { requests: [textQuestion('A', 0)] });
    await batch(formId, { requests: [textQuestion('B', 1)], writeControl });
    await running.control('PUT', '/clock', { now: '2026-11-24T00:00:01Z' });
    expect(await refusalOf(batch(formId, { requests: [textQuestion('C', 2)], writeControl }))).toMatchObject({
      code: 400,
    });
    expect(await titles(formId)).toEqual(['A', 'B']);
  });
});

describe('moveItem', () => {
  const move = (formId: string, from: number, to: number) =>
    update(running, formId, [{ moveItem: { originalLocation: { index: from }, newLocation: { index: to } } }]);

  test.each([
    { from: 0, to: 2, order: ['B', 'C', 'A'] },
    { from: 2, to: 0, order: ['C', 'A', 'B'] },
    { from: 0, to: 1, order: ['B', 'A', 'C'] },
  ])('takes out at $from, then inserts at $to', async ({ from, to, order }) => {
    const formId = await formWith('A', 'B', 'C');
    await move(formId, from, to);
    expect(await titles(formId)).toEqual(order);
  });

  test.each([
    { from: 0, to: 2, order: ['B', 'A', 'C'] },
    { from: 2, to: 0, order: ['C', 'A', 'B'] },
  ])('puts $from before $to as they stood while forms.moves-count-the-moved is on', async ({ from, to, order }) => {
    const formId = await formWith('A', 'B', 'C');
    await running.control('PUT', '/switches', { 'forms.moves-count-the-moved': true });
    await move(formId, from, to);
    expect(await titles(formId)).toEqual(order);
  });
});

describe('an index outside the form is refused', () => {
  test.each<[string, forms_v1.Schema$Request]>([
    ['createItem past the end', textQuestion('B', 2)],
    ['createItem before the start', textQuestion('B', -1)],
    ['createItem without an index', { createItem: { item: { textItem: {} } } }],
    ['deleteItem at the end', { deleteItem: { location: { index: 1 } } }],
    ['moveItem to the end', { moveItem: { originalLocation: { index: 0 }, newLocation: { index: 1 } } }],
    ['updateItem at the end', { updateItem: { item: { textItem: {} }, location: { index: 1 }, updateMask: '*' } }],
  ])('%s', async (_, request) => {
    const formId = await formWith('A');
    expect(await refusalOf(batch(formId, { requests: [request] }))).toMatchObject({ code: 400 });
  });
});

describe('updateFormInfo and updateSettings', () => {
  test('title and description change; the document title stays', async () => {
    const formId = await createForm(running);
    const info = { title: 'Mới', description: 'Dòng 1\nDòng 2' };
    await update(running, formId, [{ updateFormInfo: { info, updateMask: '*' } }]);
    expect((await get(formId)).info).toEqual({ ...info, documentTitle: 'Untitled form' });
  });

  test('what the mask does not name stays', async () => {
    const formId = await createForm(running, 'Cũ');
    const info = { title: 'Mới', description: 'Mô tả' };
    await update(running, formId, [{ updateFormInfo: { info, updateMask: 'description' } }]);
    expect((await get(formId)).info).toMatchObject({ title: 'Cũ', description: 'Mô tả' });
  });

  test('the way addresses are collected is set and read back', async () => {
    const formId = await createForm(running);
    const settings = { emailCollectionType: 'RESPONDER_INPUT' };
    await update(running, formId, [{ updateSettings: { settings, updateMask: 'emailCollectionType' } }]);
    expect((await get(formId)).settings).toEqual(settings);
  });

  test.each<[string, forms_v1.Schema$Request]>([
    ['an empty title', { updateFormInfo: { info: { title: '' }, updateMask: 'title' } }],
    ['a title of two lines', { updateFormInfo: { info: { title: 'A\nB' }, updateMask: 'title' } }],
    ['the document title', { updateFormInfo: { info: { documentTitle: 'A' }, updateMask: 'documentTitle' } }],
    ['no mask', { updateFormInfo: { info: { title: 'A' } } }],
    ['a mask of the root name', { updateSettings: { settings: {}, updateMask: 'settings.emailCollectionType' } }],
    ['no e-mail collection type', { updateSettings: { settings: {}, updateMask: '*' } }],
  ])('%s is refused', async (_, request) => {
    const formId = await createForm(running);
    expect(await refusalOf(batch(formId, { requests: [request] }))).toMatchObject({ code: 400 });
  });
});

describe('a request of the wrong shape is refused as Google words it', () => {
  test('a misspelt enum names its place in snake_case and its type', async () => {
    const formId = await createForm(running);
    const settings = { emailCollectionType: 'responderInput' };
    const requests = [{ updateSettings: { settings, updateMask: 'emailCollectionType' } }];
    const place = 'requests[0].update_settings.settings.email_collection_type';
    const message = `Invalid value at '${place}' (type.googleapis.com/google.apps.forms.v1.FormSettings.EmailCollectionType), "responderInput"`;
    expect(await refusalOf(batch(formId, { requests }))).toEqual({
      code: 400,
      message,
      status: 'INVALID_ARGUMENT',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [{ field: place, description: message }],
        },
      ],
    });
  });

  test('a page break has no way to another page', async () => {
    const formId = await createForm(running);
    const requests = [{ createItem: { item: { pageBreakItem: { goToPage: 'x' } }, location: { index: 0 } } }];
    expect((await refusalOf(batch(formId, { requests }))).message).toBe(
      `Invalid JSON payload received. Unknown name "goToPage" at 'requests[0].create_item.item.page_break_item': Cannot find field.`,
    );
  });

  test('a text question has no validation rules', async () => {
    const formId = await createForm(running);
    const textQuestion: object = { validation: {} };
    const requests = [
      { createItem: { item: { questionItem: { question: { textQuestion } } }, location: { index: 0 } } },
    ];
    expect((await refusalOf(batch(formId, { requests }))).message).toContain('Unknown name "validation"');
  });

  test('null counts as left out', async () => {
    const formId = await createForm(running);
    const item = { title: 'A', description: null, textItem: {} };
    await update(running, formId, [{ createItem: { item, location: { index: 0 } } }]);
    expect((await get(formId)).items).toEqual([{ itemId: expect.any(String), title: 'A', textItem: {} }]);
  });
});
