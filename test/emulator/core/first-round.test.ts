import { expect, test } from 'vitest';
import { createForm, publish, runEmulator, textQuestion, update } from './running-emulator.ts';

const running = runEmulator();

test('a form is created, filled, published, answered and read', async () => {
  const formId = await createForm(running);
  const replies = await update(running, formId, [textQuestion('Tên', 0, { questionId: '00000001', required: true })]);
  expect(replies[0]?.createItem?.questionId).toEqual(['00000001']);
  await publish(running, formId);
  await running.control('POST', `/forms/${formId}/responses`, { answers: { '00000001': ['An'] } });
  const { data } = await running.forms.forms.responses.list({ formId });
  expect(data.responses).toHaveLength(1);
});
