import type { Form } from 'google-workspace-emulator';
import { createForm, publish, type Running, update } from 'google-workspace-emulator/testing';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';

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

/** A question of every kind, none of them required. */
const everyKind: readonly Item[] = [
  asked('Có hay không', { questionId: '00000011', choiceQuestion: choices('RADIO', 'Có', 'Không') }),
  asked('Lĩnh vực', {
    questionId: '00000012',
    choiceQuestion: { type: 'CHECKBOX', options: [{ value: 'Giao thông' }, { value: 'Y tế' }, { isOther: true }] },
  }),
  asked('Mức độ', { questionId: '00000013', scaleQuestion: { low: 0, high: 5, lowLabel: 'Thấp', highLabel: 'Cao' } }),
  asked('Ngày giờ họp', { questionId: '00000014', dateQuestion: { includeYear: true, includeTime: true } }),
  asked('Giờ mở cửa', { questionId: '00000015', timeQuestion: {} }),
  asked('Thời lượng', { questionId: '00000016', timeQuestion: { duration: true } }),
  asked('Ngày truyền thống', { questionId: '00000017', dateQuestion: {} }),
  {
    title: 'Tiến độ từng quý',
    questionGroupItem: {
      questions: [{ questionId: '00000018', rowQuestion: { title: 'Quý I' } }],
      grid: { columns: choices('RADIO', 'Xong', 'Chưa') },
    },
  },
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

const create = (item: Item, index: number) => ({ createItem: { item, location: { index } } });

/** A form of three sections, open to anyone. */
export const openSectionedForm = (running: Running): Promise<Form> =>
  openForm(running, [items.map(create), [create(asked('Thuộc diện báo cáo Mục 2?', branch), 4)]]);

export const openFormOfEveryKind = (running: Running): Promise<Form> => openForm(running, [everyKind.map(create)]);

export async function openForm(
  running: Running,
  batches: readonly (readonly forms_v1.Schema$Request[])[],
): Promise<Form> {
  const formId = await createForm(running, 'Báo cáo đô thị thông minh');
  for (const batch of batches) await update(running, formId, [...batch]);
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
