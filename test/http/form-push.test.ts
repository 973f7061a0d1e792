import { expect, test } from 'vitest';
import { isEditPush } from '../../functions/http/form-push.ts';

const push = (attributes: unknown) => ({ message: { attributes, messageId: '1' }, subscription: 'projects/p' });

test('an edit of the form is told by the push of a SCHEMA watch', () => {
  expect(isEditPush(push({ eventType: 'SCHEMA', formId: 'f', watchId: 'w' }))).toBe(true);
});

test.each([
  ['a new answer', push({ eventType: 'RESPONSES' })],
  ['the scheduler', {}],
  ['nothing', undefined],
  ['a text', 'SCHEMA'],
  ['a list', [{ message: { attributes: { eventType: 'SCHEMA' } } }]],
  ['attributes that are none', push('SCHEMA')],
  ['what only a prototype says', push(Object.create({ eventType: 'SCHEMA' }))],
])('%s tells of none', (_what, body) => {
  expect(isEditPush(body)).toBe(false);
});
