import { describe, expect, test } from 'vitest';
import { createForm, publish, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();

const recorded = {
  responseId: 'ACYDBNelsewhere',
  createTime: '2025-10-24T03:12:00.250Z',
  lastSubmittedTime: '2025-10-24T09:00:01.123456Z',
  answers: { '00000001': { questionId: '00000001', textAnswers: { answers: [{ value: 'An' }, { value: 'Bình' }] } } },
};

const putBack = (formId: string, response: object = recorded, id = recorded.responseId) =>
  running.control('PUT', `/forms/${formId}/responses/${id}`, response);

describe('a response recorded elsewhere', () => {
  test('comes back with its id, its times and its answers, though the form takes none and asks other questions', async () => {
    const formId = await createForm(running);
    await putBack(formId);
    const { data } = await running.forms.forms.responses.get({ formId, responseId: recorded.responseId });
    expect(data).toEqual({ ...recorded, formId });
    expect((await running.forms.forms.responses.list({ formId })).data.responses).toEqual([recorded]);
  });

  test('can be edited by its sender as any other', async () => {
    const formId = await createForm(running);
    const [question] = await update(running, formId, [textQuestion('Tên', 0)]);
    await publish(running, formId);
    await putBack(formId);
    const id = question?.createItem?.questionId?.[0] ?? '';
    await running.control('POST', `/forms/${formId}/responses`, {
      responseId: recorded.responseId,
      answers: { [id]: ['Chi'] },
    });
    const { data } = await running.forms.forms.responses.get({ formId, responseId: recorded.responseId });
    expect(data.createTime).toBe(recorded.createTime);
    expect(Object.keys(data.answers ?? {})).toEqual([id]);
  });

  test.each([
    ['another id than its address', { ...recorded, responseId: 'other' }, 'says it is other'],
    ['an edit before its creation', { ...recorded, lastSubmittedTime: '2025-10-24T03:00:00Z' }, 'before it is created'],
    ['no time', { ...recorded, createTime: 'yesterday' }, '"yesterday" is not a time'],
    ['no lastSubmittedTime', { createTime: recorded.createTime }, 'lastSubmittedTime'],
  ])('with %s is refused', async (_what, response, why) => {
    const formId = await createForm(running);
    await expect(putBack(formId, response)).rejects.toThrow(why);
    expect((await running.forms.forms.responses.list({ formId })).data.responses).toBeUndefined();
  });

  test('of no form, 404', async () => {
    await expect(putBack('none')).rejects.toThrow('404 There is no form none.');
  });
});
