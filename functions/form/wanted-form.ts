import {
  branch,
  type FixedQuestion,
  type FormSection,
  formKindOf,
  IN_SECTION_2,
  identification,
  pageTitles,
  sectionOf,
} from '../../sheets-schema/form.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { GROUP_CITIES, type Unit } from '../../sheets-schema/tabs/units.ts';
import { itemId, questionId } from '../domain/links/form-links.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';
import { roundDeadline } from '../domain/standing/unit-deadline.ts';
import { type Deadline, deadlineInWords } from '../domain/time/deadline.ts';
import type { FormItem } from '../ports.ts';
import { shownRound } from './form-rounds.ts';

/** What stands on the form, as the Sheet wants it. */
export type WantedForm = {
  readonly title: string;
  readonly description: string;
  /** In order, with their ids. */
  readonly items: readonly FormItem[];
  /** How many of the items come from the outline. */
  readonly questions: number;
};

export type FormSources = {
  readonly rounds: readonly Round[];
  readonly units: readonly Unit[];
  readonly outline: readonly OutlineQuestion[];
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** What has moved the deadlines of rounds. */
  readonly decisions: Pick<DecisionBook, 'deadlines'>;
};

/** The questions and words of the round it shows. Whether it accepts is another matter. */
export function wantedForm(sources: FormSources): WantedForm {
  const { round } = shownRound(sources.rounds);
  const version = round?.outlineVersion ?? sources.outline.at(-1)?.version;
  const questions = sources.outline.filter((question) => question.version === version && isAsked(question));
  return {
    title: 'Báo cáo tình hình triển khai đô thị thông minh',
    description: round ? describe(round, roundDeadline(round, sources.decisions)) : '',
    questions: questions.length,
    items: [
      ...Object.values(identification).map((question) => fixedItem(question, unitNames(round, sources))),
      page('section-1'),
      ...inSection(questions, 'section-1'),
      fixedItem(branch, []),
      page('section-2'),
      ...inSection(questions, 'section-2'),
      page('section-3'),
      ...inSection(questions, 'section-3'),
    ],
  };
}

/** A choice without options cannot be asked: it waits until it has some. */
function isAsked({ used, type, options }: OutlineQuestion): boolean {
  return used && !isWithoutOptions({ type, options });
}

export function isWithoutOptions({ type, options }: Pick<OutlineQuestion, 'type' | 'options'>): boolean {
  return type === 'Chọn một' && (options ?? []).length === 0;
}

function describe(round: Round, inForce: Deadline): string {
  const deadline = `${deadlineInWords(inForce)}, trừ đơn vị được gia hạn riêng`;
  const basis = `${round.basisType} số ${round.basisNumber} của ${round.basisIssuer}`;
  return [
    `${round.title}, theo ${basis}. Thời hạn gửi: ${deadline}.`,
    'Đề nghị dùng đường dẫn riêng trong thư mời. Có thể gửi bổ sung từng mục: các mục để trống giữ nguyên nội dung đã gửi.',
    'Đề nghị không gửi nội dung thuộc bí mật nhà nước qua biểu mẫu này.',
  ].join('\n');
}

function unitNames(round: Round | undefined, { units, expected }: FormSources): readonly string[] {
  const codes = new Set(round && expected.get(round.id));
  const asked = units.filter(codes.size > 0 ? (unit) => codes.has(unit.code) : isCity);
  return asked.map((unit) => unit.shortName);
}

function isCity(unit: Unit): boolean {
  return (unit.groups ?? []).includes(GROUP_CITIES);
}

function inSection(questions: readonly OutlineQuestion[], section: FormSection): readonly FormItem[] {
  return questions.filter((question) => sectionOf(question) === section).map(outlineItem);
}

function pageId(section: FormSection): string {
  return itemId(`page/${section}`, 'page');
}

function page(section: Exclude<FormSection, 'identification'>): FormItem {
  return { itemId: pageId(section), title: pageTitles[section], pageBreakItem: {} };
}

function outlineItem(question: OutlineQuestion): FormItem {
  const kind = formKindOf[question.type];
  return {
    itemId: itemId(question.question, kind),
    title: question.title,
    ...(question.help && { description: question.help }),
    questionItem: {
      question: { questionId: questionId(question.question, kind), ...answering(kind, question.options ?? []) },
    },
  };
}

function fixedItem(question: FixedQuestion, units: readonly string[]): FormItem {
  const options = question.kind === 'units' ? units : (question.options ?? []);
  return {
    itemId: itemId(question.key, question.kind),
    title: question.title,
    description: question.help,
    questionItem: {
      question: {
        questionId: questionId(question.key, question.kind),
        ...(question.required && { required: true }),
        ...answering(question.kind, options),
      },
    },
  };
}

/** How a kind is asked. Dates are asked with their year: the default is month and day only. Fact: google-forms, createItem. */
function answering(kind: FixedQuestion['kind'], values: readonly string[]): object {
  const options = [...new Set(values)].map((value) => ({ value }));
  switch (kind) {
    case 'short':
      return { textQuestion: {} };
    case 'paragraph':
      return { textQuestion: { paragraph: true } };
    case 'date':
      return { dateQuestion: { includeYear: true } };
    case 'choice':
      return { choiceQuestion: { type: 'RADIO', options } };
    case 'tick':
      return { choiceQuestion: { type: 'CHECKBOX', options } };
    case 'units':
      return { choiceQuestion: { type: 'DROP_DOWN', options } };
    case 'branch':
      return {
        choiceQuestion: {
          type: 'RADIO',
          options: values.map((value) => ({
            value,
            goToSectionId: pageId(value === IN_SECTION_2 ? 'section-2' : 'section-3'),
          })),
        },
      };
  }
}
