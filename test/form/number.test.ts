import { describe, expect, test } from 'vitest';
import { questionId } from '../../functions/domain/links/form-links.ts';
import { classifyAnswer } from '../../functions/domain/reading/answer-class.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { wantedForm } from '../../functions/form/wanted-form.ts';
import { valuesOf } from '../../sheets-schema/form.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { aRound } from '../domain/notices/notice-world.ts';

test.each<[readonly string[] | null, readonly string[] | null]>([
  [
    ['0', '3'],
    ['0', '1', '2', '3'],
  ],
  [
    ['-1', '1'],
    ['-1', '0', '1'],
  ],
  [null, null],
  [['0'], null],
  [['5', '1'], null],
  [['0', '201'], null],
  [['0', '1', '2'], null],
  [['0', 'nhiều'], null],
  [['0,5', '1'], null],
])('a number between %j is one of %j', (options, values) => {
  expect(valuesOf({ type: 'Số', options })).toEqual(values);
});

test('other questions have no range', () => {
  expect(valuesOf({ type: 'Chọn một', options: ['0', '3'] })).toBeNull();
});

describe('on the form', () => {
  function asked(options: readonly string[] | null) {
    const question: OutlineQuestion = { ...outlineSeeds[0], question: 'ty-le', type: 'Số', options } as OutlineQuestion;
    const round = aRound({ outlineVersion: OUTLINE_VERSION });
    const none = { expected: new Map(), decisions: readDecisions([]), kept: '' };
    const { items } = wantedForm({ rounds: [round], units: citySeeds, outline: [question], ...none });
    return items.at(-1)?.questionItem?.question;
  }

  test('a percentage is chosen, so nothing beside its range can be sent', () => {
    const { questionId: id, choiceQuestion } = asked(['0', '100']) ?? {};
    expect(id).toBe(questionId('ty-le', 'number'));
    expect(choiceQuestion?.type).toBe('DROP_DOWN');
    expect(choiceQuestion?.options).toHaveLength(101);
    expect(choiceQuestion?.options?.at(-1)).toEqual({ value: '100' });
  });

  test('a number without a range is typed', () => {
    expect(asked(null)).toMatchObject({ questionId: questionId('ty-le', 'short'), textQuestion: {} });
  });
});

test.each([
  ['0', 'text'],
  ['0%', 'text'],
  ['1.234,5', 'text'],
  ['', 'blank'],
  ['không', 'negative'],
])('asked for a number, "%s" is %s', (text, sort) => {
  expect(classifyAnswer(text, { wording: '', title: '', help: null, type: 'Số' })).toBe(sort);
});
