import { askedAs, type FixedQuestion, identification, valuesOf } from '../../sheets-schema/form.ts';
import {
  type Gate,
  type OutlineSection,
  questionsOf,
  reportTitle,
  sectionsOf,
  sectionTitle,
} from '../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { GROUP_CITIES, type Unit } from '../../sheets-schema/tabs/units.ts';
import { fold, unnumbered } from '../../sheets-schema/text.ts';
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
  /** How many of them ask whether a part is the unit's. */
  readonly gates: number;
  /** The round whose form it is; '' without any. */
  readonly round: string;
};

export type FormSources = {
  readonly rounds: readonly Round[];
  readonly units: readonly Unit[];
  readonly outline: readonly OutlineQuestion[];
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** The round whose form it is; '' where nobody knows. */
  readonly kept: string;
  /** What has moved the deadlines of rounds. */
  readonly decisions: Pick<DecisionBook, 'deadlines'>;
};

/** The questions and words of the round it shows. Whether it accepts is another matter. */
export function wantedForm(sources: FormSources): WantedForm {
  const { round } = shownRound(sources.rounds, sources.kept);
  const shown = round ?? { outlineVersion: sources.outline.at(-1)?.version ?? '' };
  const questions = questionsOf(shown, sources.outline).filter(isAsked);
  const sections = sectionsOf(questions);
  return {
    title: reportTitle(questions) || (round?.title ?? UNTITLED),
    description: round ? describe(round, roundDeadline(round, sources.decisions)) : '',
    questions: questions.length,
    gates: sections.filter(({ gate }) => gate !== null).length,
    round: round?.id ?? '',
    items: [
      ...Object.values(identification).map((question) => fixedItem(question, unitNames(round, sources))),
      ...sections.flatMap((section, index) => sectionItems(section, sections[index - 1], sections[index + 1])),
    ],
  };
}

/** Of a form without a round and an outline. */
const UNTITLED = 'Báo cáo';

/**
 * A part on a page of its own. Whether a part for some units is the unit's is asked before it: last on the page before,
 * where all come by; else on a page of its own, for a page asks one such question.
 */
function sectionItems(
  section: OutlineSection,
  before: OutlineSection | undefined,
  after: OutlineSection | undefined,
): readonly FormItem[] {
  const { gate, questions } = section;
  return [
    ...(gate && isApart(before) ? [pageItem(gatePageId(gate), `Diện báo cáo Mục ${section.number}`)] : []),
    ...(gate ? [gateItem(gate, section, after)] : []),
    pageItem(pageId(section), sectionTitle(section)),
    ...questions.map((question, index) => outlineItem(question, question.item !== questions[index - 1]?.item)),
  ];
}

/** Whether some units never see the page of a part, so nothing may be asked of all there. */
function isApart(section: OutlineSection | undefined): boolean {
  return section !== undefined && section.gate !== null;
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
    'Đề nghị dùng đường dẫn riêng trong thư đề nghị gửi báo cáo. Có thể gửi bổ sung từng mục: các mục để trống giữ nguyên nội dung đã gửi.',
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

function pageId({ number }: OutlineSection): string {
  return itemId(`page/section-${number}`, 'page');
}

function gatePageId({ key }: Gate): string {
  return itemId(`page/${key}`, 'page');
}

function pageItem(id: string, title: string): FormItem {
  return { itemId: id, title, pageBreakItem: {} };
}

/** @param isFirst of its item: the letter's own words stand there once, where the title is shorter */
function outlineItem(question: OutlineQuestion, isFirst: boolean): FormItem {
  const kind = askedAs(question);
  const { title, wording, help } = question;
  const quoted = isFirst && bare(title) !== bare(wording) ? `Nguyên văn Đề cương: “${wording}”` : '';
  const description = [quoted, help ?? ''].filter(Boolean).join('\n');
  return {
    itemId: itemId(question.question, kind),
    title,
    ...(description && { description }),
    questionItem: {
      question: {
        questionId: questionId(question.question, kind),
        ...answering(kind, valuesOf(question) ?? question.options ?? []),
      },
    },
  };
}

/** Words without the number before them and the full stop behind. */
function bare(text: string): string {
  return fold(unnumbered(text)).replace(/[ .]+$/, '');
}

function fixedItem(question: FixedQuestion, units: readonly string[]): FormItem {
  return asked(question, answering(question.kind, question.kind === 'units' ? units : (question.options ?? [])));
}

/** Yes leads to the part, no to what comes after it: the page of the next question of this kind, the next part, the end. */
function gateItem(gate: Gate, section: OutlineSection, after: OutlineSection | undefined): FormItem {
  const past = after && (after.gate ? gatePageId(after.gate) : pageId(after));
  const options = [
    { value: gate.yes, goToSectionId: pageId(section) },
    { value: gate.no, ...(past ? { goToSectionId: past } : { goToAction: 'SUBMIT_FORM' }) },
  ];
  return asked(gate, { choiceQuestion: { type: 'RADIO', options } });
}

function asked({ key, kind, title, help, required }: FixedQuestion | Gate, answer: object): FormItem {
  return {
    itemId: itemId(key, kind),
    title,
    description: help,
    questionItem: { question: { questionId: questionId(key, kind), ...(required && { required: true }), ...answer } },
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
    case 'number':
    case 'units':
      return { choiceQuestion: { type: 'DROP_DOWN', options } };
  }
}
