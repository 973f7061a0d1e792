import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { describe, expect, test } from 'vitest';
import { createForm, publish, runEmulator, textQuestion, update } from '../core/running-emulator.ts';

const running = runEmulator();
type Answers = Record<string, string[]>;
type Submitted = { responseId: string; createTime: string; lastSubmittedTime: string; answers?: object };

const submit = (formId: string, answers: Answers, more: object = {}) =>
  running.control('POST', `/forms/${formId}/responses`, { answers, ...more }) as Promise<Submitted>;

async function openForm(requests: forms_v1.Schema$Request[]): Promise<string> {
  const formId = await createForm(running);
  for (const request of requests) await update(running, formId, [request]);
  await publish(running, formId);
  return formId;
}

const q = '00000001';
const asked = (title: string, question: forms_v1.Schema$Question): forms_v1.Schema$Request => ({
  createItem: { item: { title, questionItem: { question: { questionId: q, ...question } } }, location: { index: 0 } },
});
const choice = (type: string, ...values: string[]): forms_v1.Schema$Question => ({
  choiceQuestion: { type, options: values.map((value) => (value === 'other' ? { isOther: true } : { value })) },
});

describe('who may answer', () => {
  test('nobody, while the form is not published', async () => {
    const formId = await createForm(running);
    await expect(submit(formId, {})).rejects.toThrow('400 The form is not published.');
  });

  test('nobody, once it accepts no more', async () => {
    const formId = await openForm([]);
    const publishState = { isPublished: true, isAcceptingResponses: false };
    await running.forms.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
    await expect(submit(formId, {})).rejects.toThrow('400 The form is no longer accepting responses.');
  });

  test('nobody, when it is published and shared with no responder', async () => {
    const formId = await createForm(running);
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await running.forms.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
    await expect(submit(formId, {})).rejects.toThrow('400 The form is not shared with this responder');
  });

  test.each([
    [{ type: 'domain', domain: 'hanoi.example' }, 'an@hanoi.example', 'chi@hue.example'],
    [{ type: 'user', emailAddress: 'an@hanoi.example' }, 'An@hanoi.example', undefined],
  ])('those whom %j grants the published view', async (grant, allowed, refused) => {
    const formId = await createForm(running);
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await running.forms.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
    const requestBody = { role: 'reader', view: 'published', ...grant };
    await running.drive.permissions.create({ fileId: formId, requestBody });
    await expect(submit(formId, {}, { respondentEmail: allowed })).resolves.toBeDefined();
    await expect(submit(formId, {}, { respondentEmail: refused })).rejects.toThrow('not shared with this responder');
  });

  test('of no form, 404', async () => {
    await expect(submit('none', {})).rejects.toThrow('404 There is no form none.');
  });
});

describe('an answer the form takes, or refuses', () => {
  const scale = { scaleQuestion: { low: 0, high: 5 } };
  const date = { dateQuestion: { includeYear: true } };

  test.each<[string, forms_v1.Schema$Question, string[], string | null]>([
    ['a line', { textQuestion: {} }, ['An'], null],
    ['lines in a line', { textQuestion: {} }, ['a\nb'], 'takes a single line'],
    ['lines in a paragraph', { textQuestion: { paragraph: true } }, ['a\nb'], null],
    ['two texts', { textQuestion: {} }, ['a', 'b'], 'takes one answer'],
    ['nothing, where it is required', { textQuestion: {}, required: true }, [], 'is required'],
    ['an empty text, where it is required', { textQuestion: {}, required: true }, [''], 'is required'],
    ['an option', choice('RADIO', 'Có', 'Không'), ['Có'], null],
    ['no option', choice('RADIO', 'Có', 'Không'), ['có'], 'has no option "có"'],
    ['two options of one', choice('DROP_DOWN', 'Có', 'Không'), ['Có', 'Không'], 'takes one answer'],
    ['two options of many', choice('CHECKBOX', 'Có', 'Không'), ['Có', 'Không'], null],
    ['an option twice', choice('CHECKBOX', 'Có', 'Không'), ['Có', 'Có'], 'has an option chosen twice'],
    ['free text as "Other"', choice('RADIO', 'Có', 'other'), ['Một phần'], null],
    ['two free texts', choice('CHECKBOX', 'Có', 'other'), ['a', 'b'], 'has no option "a"'],
    ['a point of the scale', scale, ['0'], null],
    ['a point beyond it', scale, ['6'], 'takes a number from 0 to 5'],
    ['a date', date, ['2026-11-30'], null],
    ['a date as people write it', date, ['30/11/2026'], 'does not take "30/11/2026"'],
    ['a day of a year it does not ask', { dateQuestion: {} }, ['11-30'], null],
    ['a date with time', { dateQuestion: { includeYear: true, includeTime: true } }, ['2026-11-30 08:15'], null],
    ['a time', { timeQuestion: {} }, ['08:15'], null],
    ['a time beyond the day', { timeQuestion: {} }, ['24:00'], 'does not take "24:00"'],
    ['a rating', { ratingQuestion: { ratingScaleLevel: 5, iconType: 'STAR' } }, ['5'], null],
  ])('%s', async (_, question, answer, fault) => {
    const formId = await openForm([asked('Câu hỏi', question)]);
    const outcome = submit(formId, { [q]: answer });
    if (fault === null) await expect(outcome).resolves.toBeDefined();
    else await expect(outcome).rejects.toThrow(`400 Question ${q} ("Câu hỏi") ${fault}.`);
  });

  test('a question the form does not have is refused', async () => {
    const formId = await openForm([]);
    await expect(submit(formId, { '00000009': ['x'] })).rejects.toThrow('400 The form has no question 00000009.');
  });

  test('each row of a grid takes one of its columns', async () => {
    const item: forms_v1.Schema$Item = {
      questionGroupItem: {
        questions: [{ questionId: q, rowQuestion: { title: 'Hàng 1' } }],
        grid: { columns: { type: 'RADIO', options: [{ value: 'Đạt' }] } },
      },
    };
    const formId = await openForm([{ createItem: { item, location: { index: 0 } } }]);
    await expect(submit(formId, { [q]: ['Đạt'] })).resolves.toBeDefined();
    await expect(submit(formId, { [q]: ['Tốt'] })).rejects.toThrow('("Hàng 1") has no option "Tốt"');
  });

  test('an empty text counts as unanswered', async () => {
    const formId = await openForm([asked('A', { textQuestion: {} })]);
    expect((await submit(formId, { [q]: [''] })).answers).toBeUndefined();
  });
});

describe('the way through the sections', () => {
  const [role, two, three] = ['00000001', '00000002', '00000003'];
  const at = (item: forms_v1.Schema$Item, index: number): forms_v1.Schema$Request => ({
    createItem: { item, location: { index } },
  });
  const required = (questionId: string) => ({
    questionItem: { question: { questionId, required: true, textQuestion: {} } },
  });
  const options = [
    { value: 'Mục 2', goToAction: 'NEXT_SECTION' },
    { value: 'Mục 3', goToSectionId: '0000000c' },
    { value: 'Xong', goToAction: 'SUBMIT_FORM' },
    { value: 'Lại', goToAction: 'RESTART_FORM' },
  ];
  const branching = (): Promise<string> =>
    openForm([
      at({ itemId: '0000000b', pageBreakItem: {} }, 0),
      at({ title: 'Hai', ...required(two) }, 1),
      at({ itemId: '0000000c', pageBreakItem: {} }, 2),
      at({ title: 'Ba', ...required(three) }, 3),
      at(
        { title: 'Vai', questionItem: { question: { questionId: role, choiceQuestion: { type: 'RADIO', options } } } },
        0,
      ),
    ]);

  test.each<[string, Answers, string | null]>([
    ['falls through to the next', { [role]: ['Mục 2'], [two]: ['a'], [three]: ['b'] }, null],
    ['falls through without an answer', { [two]: ['a'], [three]: ['b'] }, null],
    ['asks what is required on it', { [role]: ['Mục 2'], [two]: ['a'] }, 'Question 00000003 ("Ba") is required.'],
    ['leaps to a section', { [role]: ['Mục 3'], [three]: ['b'] }, null],
    [
      'asks nothing in what it leaps over',
      { [role]: ['Mục 3'], [two]: ['a'], [three]: ['b'] },
      'Question 00000002 is in a section that these answers do not reach.',
    ],
    ['ends where an option submits', { [role]: ['Xong'] }, null],
    [
      'takes nothing past the end',
      { [role]: ['Xong'], [three]: ['b'] },
      'Question 00000003 is in a section that these answers do not reach.',
    ],
    ['cannot be walked in a circle', { [role]: ['Lại'] }, 'The answers lead back to a section already filled in.'],
  ])('%s', async (_, answers, fault) => {
    const outcome = submit(await branching(), answers);
    if (fault === null) await expect(outcome).resolves.toBeDefined();
    else await expect(outcome).rejects.toThrow(`400 ${fault}`);
  });
});

test('of two options that lead on in a section, the one further down decides', async () => {
  const [first, second] = ['00000001', '00000002'];
  const branch = (questionId: string, options: forms_v1.Schema$Option[], index: number): forms_v1.Schema$Request => ({
    createItem: {
      item: { questionItem: { question: { questionId, choiceQuestion: { type: 'RADIO', options } } } },
      location: { index },
    },
  });
  const formId = await openForm([
    branch(first, [{ value: 'Tiếp', goToAction: 'NEXT_SECTION' }], 0),
    branch(second, [{ value: 'Xong', goToAction: 'SUBMIT_FORM' }], 1),
    { createItem: { item: { pageBreakItem: {} }, location: { index: 2 } } },
    textQuestion('Ba', 3, { questionId: '00000003', required: true }),
  ]);
  await expect(submit(formId, { [first]: ['Tiếp'] })).rejects.toThrow('is required');
  await expect(submit(formId, { [first]: ['Tiếp'], [second]: ['Xong'] })).resolves.toBeDefined();
});

describe('the address the form keeps', () => {
  const collecting = async (emailCollectionType: string): Promise<string> => {
    const settings = { emailCollectionType };
    return openForm([{ updateSettings: { settings, updateMask: 'emailCollectionType' } }]);
  };
  const emailIn = async (formId: string) =>
    (await running.forms.forms.responses.list({ formId })).data.responses?.[0]?.respondentEmail;

  test('is none where none is collected', async () => {
    const formId = await collecting('DO_NOT_COLLECT');
    await submit(formId, {}, { respondentEmail: 'an@hanoi.example' });
    expect(await emailIn(formId)).toBeUndefined();
  });

  test.each(['VERIFIED', 'RESPONDER_INPUT'])('is respondentEmail under %s, and no item of the form', async (type) => {
    const formId = await collecting(type);
    await submit(formId, {}, { respondentEmail: 'an@hanoi.example' });
    expect(await emailIn(formId)).toBe('an@hanoi.example');
    expect((await running.forms.forms.get({ formId })).data.items).toBeUndefined();
  });

  test.each(['VERIFIED', 'RESPONDER_INPUT'])('is required under %s', async (type) => {
    await expect(submit(await collecting(type), {})).rejects.toThrow('400 The form asks for');
  });
});

describe('an edit', () => {
  test('keeps the id and the first time, moves the last, and replaces the answers', async () => {
    const formId = await openForm([asked('A', { textQuestion: {} }), textQuestion('B', 1, { questionId: '00000002' })]);
    await running.control('PUT', '/clock', { now: '2026-11-23T01:00:00Z' });
    const first = await submit(formId, { [q]: ['một'], '00000002': ['hai'] });
    await running.control('PUT', '/clock', { now: '2026-11-23T02:00:00Z' });
    const edited = await submit(formId, { [q]: ['ba'] }, { responseId: first.responseId });
    expect(edited).toEqual({
      responseId: first.responseId,
      createTime: first.createTime,
      lastSubmittedTime: expect.stringMatching(/^2026-11-23T02:00:00/),
      answers: { [q]: { questionId: q, textAnswers: { answers: [{ value: 'ba' }] } } },
    });
    expect((await running.forms.forms.responses.list({ formId })).data.responses).toHaveLength(1);
  });

  test('of a response that is not there is refused', async () => {
    await expect(submit(await openForm([]), {}, { responseId: 'none' })).rejects.toThrow(
      '400 The form has no response none.',
    );
  });
});

test('a submission the control plane cannot read is refused', async () => {
  const formId = await openForm([]);
  await expect(running.control('POST', `/forms/${formId}/responses`, { answers: { [q]: 'text' } })).rejects.toThrow(
    `400 answers.${q}: Invalid input: expected array`,
  );
});
