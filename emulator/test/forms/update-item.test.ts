import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { expect, test } from 'vitest';
import { createForm, refusalOf, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
const change = (item: forms_v1.Schema$Item, updateMask?: string): forms_v1.Schema$Request => ({
  updateItem: { item, location: { index: 0 }, ...(updateMask !== undefined && { updateMask }) },
});
const empty = { questionItem: { question: { textQuestion: {} } } };

/** A form whose only item is the question 00000002 in the item 00000001. */
async function formWithQuestion(): Promise<string> {
  const formId = await createForm(running);
  const question = { questionId: '00000002', required: true, textQuestion: {} };
  const item = { itemId: '00000001', title: 'Tên', description: 'Mô tả', questionItem: { question } };
  await update(running, formId, [{ createItem: { item, location: { index: 0 } } }]);
  return formId;
}

const itemOf = async (formId: string) => (await running.forms.forms.get({ formId })).data.items?.[0];

test('only what the mask names is changed', async () => {
  const formId = await formWithQuestion();
  await update(running, formId, [change({ title: 'Họ và tên', ...empty }, 'title')]);
  expect(await itemOf(formId)).toEqual({
    itemId: '00000001',
    title: 'Họ và tên',
    description: 'Mô tả',
    questionItem: { question: { questionId: '00000002', required: true, textQuestion: {} } },
  });
});

test('what the mask names and the item leaves out is cleared', async () => {
  const formId = await formWithQuestion();
  await update(running, formId, [change(empty, 'description,questionItem.question.required')]);
  expect(await itemOf(formId)).toEqual({
    itemId: '00000001',
    title: 'Tên',
    questionItem: { question: { questionId: '00000002', textQuestion: {} } },
  });
});

test('ids under the mask that are left blank become new ones', async () => {
  const formId = await formWithQuestion();
  await update(running, formId, [change({ title: 'Tên', ...empty }, '*')]);
  const item = await itemOf(formId);
  expect(item?.itemId).not.toBe('00000001');
  expect(item?.questionItem?.question?.questionId).not.toBe('00000002');
});

test.each(['questionItem', 'questionItem.question', 'questionItem.question.questionId'])(
  'the mask %s covers the question’s id',
  async (mask) => {
    const formId = await formWithQuestion();
    await update(running, formId, [change(empty, mask)]);
    const item = await itemOf(formId);
    expect(item?.itemId).toBe('00000001');
    expect(item?.questionItem?.question?.questionId).not.toBe('00000002');
  },
);

test('ids under the mask that are given stay', async () => {
  const formId = await formWithQuestion();
  const question = { questionId: '00000002', textQuestion: { paragraph: true } };
  await update(running, formId, [change({ itemId: '00000001', title: 'Tên', questionItem: { question } }, '*')]);
  expect(await itemOf(formId)).toEqual({ itemId: '00000001', title: 'Tên', questionItem: { question } });
});

test('a question may become another kind of question under its id', async () => {
  const formId = await formWithQuestion();
  const question = { choiceQuestion: { type: 'RADIO', options: [{ value: 'Có' }] } };
  const mask = 'questionItem.question.choiceQuestion';
  await update(running, formId, [change({ questionItem: { question } }, mask)]);
  expect((await itemOf(formId))?.questionItem?.question).toEqual({
    questionId: '00000002',
    required: true,
    ...question,
  });
});

test.each<[string, forms_v1.Schema$Request]>([
  ['without a mask', change(empty)],
  ['with a mask of nothing known', change(empty, 'titel')],
  ['without the item’s kind', change({ title: 'A' }, 'title')],
  ['to another kind', change({ pageBreakItem: {} }, '*')],
  ['to a title of two lines', change({ title: 'A\nB', ...empty }, 'title')],
  ['to an id in use', change({ itemId: '00000002', ...empty }, 'itemId')],
  ['to an id of a wrong format', change({ itemId: 'ten', ...empty }, 'itemId')],
])('an update %s is refused', async (_, request) => {
  const formId = await formWithQuestion();
  expect(await refusalOf(update(running, formId, [request]))).toMatchObject({ code: 400 });
});

test('an update may keep a way to a section, and not add one made by the same batch', async () => {
  const formId = await createForm(running);
  const options = [{ value: 'Có', goToSectionId: '00000005' }];
  const branching = { questionItem: { question: { choiceQuestion: { type: 'RADIO', options } } } };
  const section = (itemId: string) => ({ createItem: { item: { itemId, pageBreakItem: {} }, location: { index: 0 } } });
  await update(running, formId, [section('00000005')]);
  await update(running, formId, [{ createItem: { item: branching, location: { index: 0 } } }, textQuestion('Z', 2)]);
  await expect(update(running, formId, [change({ title: 'Mới', ...branching }, 'title')])).resolves.toHaveLength(1);
  const other = {
    questionItem: { question: { choiceQuestion: { options: [{ value: 'Có', goToSectionId: '00000006' }] } } },
  };
  const requests = [
    section('00000006'),
    { updateItem: { item: other, location: { index: 1 }, updateMask: 'questionItem.question.choiceQuestion.options' } },
  ];
  expect(await refusalOf(update(running, formId, requests))).toMatchObject({ code: 400 });
});

test.each([
  [false, 'Họ  và tên', 'một\nhai', { goToSectionId: '00000005' }],
  [true, 'Họ và tên', 'một hai', { goToAction: 'NEXT_SECTION' }],
])('an item is given back otherwise than it was sent (%s)', async (isTidied, title, description, way) => {
  await running.control('PUT', '/switches', { 'forms.items-tidied': isTidied });
  const formId = await createForm(running);
  const create = (item: forms_v1.Schema$Item) => ({ createItem: { item, location: { index: 0 } } });
  await update(running, formId, [create({ itemId: '00000005', title: 'Trang sau', pageBreakItem: {} })]);
  const choiceQuestion = { type: 'RADIO', options: [{ value: 'Có', goToSectionId: '00000005' }] };
  await update(running, formId, [
    create({ title: 'Họ  và tên', description: 'một\nhai', questionItem: { question: { choiceQuestion } } }),
  ]);
  const item = await itemOf(formId);
  expect([item?.title, item?.description]).toEqual([title, description]);
  expect(item?.questionItem?.question?.choiceQuestion?.options).toEqual([{ value: 'Có', ...way }]);
});
