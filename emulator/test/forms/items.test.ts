import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { describe, expect, test } from 'vitest';
import { createForm, refusalOf, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
type Item = forms_v1.Schema$Item;
type Choice = forms_v1.Schema$ChoiceQuestion;

const create = (item: Item, index = 0): forms_v1.Schema$Request => ({ createItem: { item, location: { index } } });
const asked = (question: forms_v1.Schema$Question): Item => ({ title: 'Q', questionItem: { question } });
const choice = (choiceQuestion: Choice): Item => asked({ choiceQuestion });
const radio = (...options: forms_v1.Schema$Option[]): Item => choice({ type: 'RADIO', options });
const grid = (columns: Choice, rows = ['Hàng 1']): Item => ({
  questionGroupItem: { questions: rows.map((title) => ({ rowQuestion: { title } })), grid: { columns } },
});

async function itemsAfter(requests: forms_v1.Schema$Request[]): Promise<Item[]> {
  const formId = await createForm(running);
  await update(running, formId, requests);
  return (await running.forms.forms.get({ formId })).data.items ?? [];
}

describe('an item reads back as the API prints it', () => {
  const id = expect.stringMatching(/^[0-7][0-9a-f]{7}$/);

  test.each<[string, Item, Item]>([
    [
      'a short answer',
      asked({ textQuestion: { paragraph: false }, required: false }),
      asked({ questionId: id, textQuestion: {} }),
    ],
    [
      'a paragraph',
      asked({ textQuestion: { paragraph: true } }),
      asked({ questionId: id, textQuestion: { paragraph: true } }),
    ],
    [
      'a scale from 0',
      asked({ scaleQuestion: { low: 0, high: 5 } }),
      asked({ questionId: id, scaleQuestion: { high: 5 } }),
    ],
    [
      'a date',
      asked({ dateQuestion: { includeYear: true } }),
      asked({ questionId: id, dateQuestion: { includeYear: true } }),
    ],
    ['a page break', { title: 'Phần 2', pageBreakItem: {} }, { title: 'Phần 2', pageBreakItem: {} }],
    [
      'a text of many lines',
      { title: 'T', description: 'a\nb', textItem: {} },
      { title: 'T', description: 'a\nb', textItem: {} },
    ],
  ])('%s', async (_, sent, shown) => {
    expect(await itemsAfter([create(sent)])).toEqual([{ ...shown, itemId: id }]);
  });

  test('each row of a grid has a question id of its own', async () => {
    const [item] = await itemsAfter([
      create(grid({ type: 'RADIO', options: [{ value: 'Đạt' }] }, ['Hàng 1', 'Hàng 2'])),
    ]);
    const ids = item?.questionGroupItem?.questions?.map(({ questionId }) => questionId) ?? [];
    expect(new Set([...ids, item?.itemId]).size).toBe(3);
  });

  test('a question’s id is not its item’s', async () => {
    const [item] = await itemsAfter([textQuestion('A', 0)]);
    expect(item?.questionItem?.question?.questionId).not.toBe(item?.itemId);
  });
});

describe('an item that the API would refuse', () => {
  const two = [{ value: 'Có' }, { value: 'Không' }];

  test.each<[string, Item, string]>([
    ['a title of two lines', { title: 'A\nB', textItem: {} }, 'Displayed text cannot contain newlines'],
    ['an option of two lines', radio({ value: 'A\nB' }), 'Displayed text cannot contain newlines'],
    ['a row of two lines', grid({ type: 'RADIO', options: two }, ['A\nB']), 'Displayed text cannot contain newlines'],
    ['no options', radio(), 'ChoiceQuestion.options is required'],
    ['an option without a value', radio({}), 'option.value was not provided'],
    ['"Other" with a value', radio({ isOther: true, value: 'Khác' }), 'Cannot set option.value when isOther is true'],
    ['"Other" in a list', choice({ type: 'DROP_DOWN', options: [{ isOther: true }] }), 'isOther on DROP_DOWN'],
    ['"Other" in a grid', grid({ type: 'RADIO', options: [{ isOther: true }] }), 'isOther in a grid'],
    ['a choice of no type', choice({ options: two }), 'ChoiceQuestion.type is required'],
    ['a list as a grid', grid({ type: 'DROP_DOWN', options: two }), 'RADIO or CHECKBOX'],
    ['a file upload', asked({ fileUploadQuestion: {} }), 'file upload'],
    ['a row outside a grid', asked({ rowQuestion: { title: 'A' } }), 'QuestionGroupItem'],
    ['a grid without rows', grid({ type: 'RADIO', options: two }, []), 'questions is required'],
    ['no kind', { title: 'A' }, 'one kind of item'],
    ['two kinds', { textItem: {}, pageBreakItem: {} }, 'one kind of item'],
    ['a question of no kind', asked({}), 'one kind of question'],
    ['a question of two kinds', asked({ textQuestion: {}, dateQuestion: {} }), 'one kind of question'],
    ['an image without a source', { imageItem: { image: {} } }, 'source_uri'],
    [
      'checkboxes that branch',
      choice({ type: 'CHECKBOX', options: [{ value: 'A', goToAction: 'SUBMIT_FORM' }] }),
      'goTo on CHECKBOX',
    ],
    ['two ways at once', radio({ value: 'A', goToAction: 'SUBMIT_FORM', goToSectionId: '00000001' }), 'Only one of'],
    ['a way to nowhere', radio({ value: 'A', goToSectionId: '00000001' }), 'does not name a section'],
  ])('%s', async (_, item, message) => {
    const formId = await createForm(running);
    const refusal = await refusalOf(update(running, formId, [create(item)]));
    expect(refusal).toMatchObject({ code: 400, message: expect.stringContaining(message) });
  });

  test('two options that read alike, unless forms.duplicate-options is on', async () => {
    const formId = await createForm(running);
    const requests = [create(radio({ value: 'Có' }, { value: 'Có' }))];
    expect(await refusalOf(update(running, formId, requests))).toMatchObject({ code: 400 });
    await running.control('PUT', '/switches', { 'forms.duplicate-options': true });
    await expect(update(running, formId, requests)).resolves.toHaveLength(1);
  });
});

describe('ids chosen by the client', () => {
  test('are kept, leading zeros included, and echoed', async () => {
    const formId = await createForm(running);
    const item: Item = { itemId: '00000000', ...asked({ questionId: '7fffffff', textQuestion: {} }) };
    const replies = await update(running, formId, [create(item)]);
    expect(replies).toEqual([{ createItem: { itemId: '00000000', questionId: ['7fffffff'] } }]);
  });

  test.each(['80000000', '0000000', '000000000', '0000000A', 'g0000000', 'ten-cua-toi'])(
    '%s is refused',
    async (itemId) => {
      const formId = await createForm(running);
      const refusal = await refusalOf(update(running, formId, [create({ itemId, textItem: {} })]));
      expect(refusal).toMatchObject({ code: 400, message: expect.stringContaining('Invalid ID') });
    },
  );

  test.each([
    ['of an item', '00000001'],
    ['of a question', '00000002'],
  ])('an id %s is not used again', async (_, itemId) => {
    const formId = await createForm(running);
    await update(running, formId, [
      create({ itemId: '00000001', ...asked({ questionId: '00000002', textQuestion: {} }) }),
    ]);
    expect(await refusalOf(update(running, formId, [create({ itemId, textItem: {} })]))).toMatchObject({ code: 400 });
  });

  test('item and question of one request need two', async () => {
    const formId = await createForm(running);
    const item = { itemId: '00000001', ...asked({ questionId: '00000001', textQuestion: {} }) };
    expect(await refusalOf(update(running, formId, [create(item)]))).toMatchObject({ code: 400 });
  });

  test('a deleted item’s id is free again', async () => {
    const formId = await createForm(running);
    const item = create({ itemId: '00000001', textItem: {} });
    await update(running, formId, [item, { deleteItem: { location: { index: 0 } } }, item]);
    expect((await running.forms.forms.get({ formId })).data.items).toHaveLength(1);
  });
});

describe('options that lead to a section', () => {
  const section = create({ itemId: '00000005', title: 'Phần 2', pageBreakItem: {} });
  const leading = create(
    radio({ value: 'Có', goToSectionId: '00000005' }, { value: 'Không', goToAction: 'SUBMIT_FORM' }),
  );

  test('name a page break made by an earlier batch', async () => {
    const formId = await createForm(running);
    await update(running, formId, [section]);
    await expect(update(running, formId, [leading])).resolves.toHaveLength(1);
  });

  test('may not name one made by the same batch, unless forms.same-batch-sections is on', async () => {
    const formId = await createForm(running);
    expect(await refusalOf(update(running, formId, [section, leading]))).toMatchObject({ code: 400 });
    await running.control('PUT', '/switches', { 'forms.same-batch-sections': true });
    await expect(update(running, formId, [section, leading])).resolves.toHaveLength(2);
  });

  test('may never name one that comes later in the batch', async () => {
    const formId = await createForm(running);
    await running.control('PUT', '/switches', { 'forms.same-batch-sections': true });
    expect(await refusalOf(update(running, formId, [leading, section]))).toMatchObject({ code: 400 });
  });

  test('may not name an item that is no page break', async () => {
    const formId = await createForm(running);
    await update(running, formId, [create({ itemId: '00000005', textItem: {} })]);
    expect(await refusalOf(update(running, formId, [leading]))).toMatchObject({ code: 400 });
  });

  test('lead on all together or not at all, unless forms.partial-navigation is on', async () => {
    const formId = await createForm(running);
    const partly = [create(radio({ value: 'Xong', goToAction: 'SUBMIT_FORM' }, { value: 'Chưa' }))];
    expect(await refusalOf(update(running, formId, partly))).toMatchObject({ code: 400 });
    await running.control('PUT', '/switches', { 'forms.partial-navigation': true });
    await expect(update(running, formId, partly)).resolves.toHaveLength(1);
  });

  test('hold their section, unless forms.delete-referenced-section is on', async () => {
    const formId = await createForm(running);
    await update(running, formId, [section]);
    await update(running, formId, [leading]);
    const deletion = [{ deleteItem: { location: { index: 1 } } }];
    expect(await refusalOf(update(running, formId, deletion))).toMatchObject({ code: 400 });
    await running.control('PUT', '/switches', { 'forms.delete-referenced-section': true });
    await update(running, formId, deletion);
    const { items } = (await running.forms.forms.get({ formId })).data;
    expect(items?.[0]?.questionItem?.question?.choiceQuestion?.options?.[0]).toEqual({ value: 'Có' });
  });
});
