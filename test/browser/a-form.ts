import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { Form } from '../../emulator/forms/form.ts';
import { createForm, publish, type Running, update } from '../emulator/core/running-emulator.ts';

export const ids = {
  city: '00000001',
  code: '00000002',
  signed: '00000003',
  secrecy: '00000004',
  reports: '00000005',
  centre: '00000006',
  other: '00000007',
} as const;
const sections = { two: '00000102', three: '00000103' } as const;

export const YES = 'Có, thuộc diện báo cáo Mục 2';
export const NO = 'Không thuộc diện';

type Item = forms_v1.Schema$Item;
const asked = (title: string, question: forms_v1.Schema$Question): Item => ({ title, questionItem: { question } });
const breakBefore = (itemId: string, title: string): Item => ({ itemId, title, pageBreakItem: {} });
const choices = (type: string, ...values: string[]) => ({ type, options: values.map((value) => ({ value })) });

/** Identification and a choice; with it section 2, without it straight to section 3. */
const items: readonly Item[] = [
  asked('Đơn vị báo cáo', {
    questionId: ids.city,
    required: true,
    choiceQuestion: choices('DROP_DOWN', 'Hà Nội', 'Huế'),
  }),
  asked('Mã của đơn vị', { questionId: ids.code, required: true, textQuestion: {} }),
  asked('Ngày của văn bản', { questionId: ids.signed, dateQuestion: { includeYear: true } }),
  asked('Bảo vệ bí mật nhà nước', {
    questionId: ids.secrecy,
    required: true,
    choiceQuestion: choices('CHECKBOX', 'Không mật'),
  }),
  breakBefore(sections.two, 'Mục 2. Ba thành phố'),
  asked('Trung tâm điều hành <b>đô thị</b>', { questionId: ids.centre, textQuestion: { paragraph: true } }),
  breakBefore(sections.three, 'Mục 3. Nội dung khác'),
  asked('Kiến nghị', { questionId: ids.other, textQuestion: { paragraph: true } }),
];

const branch: forms_v1.Schema$Question = {
  questionId: ids.reports,
  required: true,
  choiceQuestion: {
    type: 'RADIO',
    options: [
      { value: YES, goToSectionId: sections.two },
      { value: NO, goToSectionId: sections.three },
    ],
  },
};

/** A form of three sections, open to anyone. */
export async function openSectionedForm(running: Running): Promise<Form> {
  const formId = await createForm(running, 'Báo cáo đô thị thông minh');
  const create = (item: Item, index: number) => ({ createItem: { item, location: { index } } });
  await update(running, formId, items.map(create));
  await update(running, formId, [create(asked('Thuộc diện báo cáo Mục 2?', branch), 4)]);
  await publish(running, formId);
  const form = running.emulator.forms.store.find(formId);
  if (!form) throw new Error('The form that was just created is not there.');
  return form;
}

/** The address people open, with answers filled in, by question id. */
export function linkTo(running: Running, form: Form, answers: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries(answers).map(
    ([id, value]) => `&entry.${Number.parseInt(id, 16)}=${encodeURIComponent(value)}`,
  );
  return `${running.emulator.url}/forms/d/e/${form.publishedId}/viewform?usp=pp_url${fields.join('')}`;
}

/** What the form holds, latest last. */
export const responsesOf = (form: Form) => [...form.responses.values()];
