import { html } from 'hono/html';
import type { ChoiceQuestion, Question } from '../../forms/item-schema.ts';
import type { Html } from '../page.ts';
import { fieldOf, OTHER, otherFieldOf } from './filling.ts';
import type { Asked } from './sections.ts';

export type Field = { asked: Asked; description: string; values: readonly string[]; fault: string | undefined };

/** One question with its answer so far and, beside it, what is wrong with it. */
export function questionField(field: Field): Html {
  const { asked, fault } = field;
  const choices = choicesOf(asked);
  const name = fieldOf(asked.question);
  const state = fault === undefined ? '' : 'faulty';
  const error = fault !== undefined && html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>`;
  if (choices && choices.type !== 'DROP_DOWN') {
    return html`<fieldset class="card ${state}" aria-describedby="${describedBy(field)}">
<legend>${titleOf(asked)}</legend>${help(field)}${tickOptions(field, choices)}${error}</fieldset>`;
  }
  const control = choices ? dropDown(field, choices) : input(field);
  return html`<div class="card ${state}"><label for="${name}">${titleOf(asked)}</label>${help(field)}${control}${error}</div>`;
}

const titleOf = ({ title, question }: Asked): Html =>
  html`${title}${question.required ? html` <span class="star" title="Bắt buộc"><span aria-hidden="true">*</span><span class="unseen">(bắt buộc)</span></span>` : ''}`;

const help = ({ asked, description }: Field): Html | '' =>
  description === '' ? '' : html`<p class="help" id="${fieldOf(asked.question)}-help">${description}</p>`;

function describedBy({ asked, description, fault }: Field): string {
  const name = fieldOf(asked.question);
  return [description && `${name}-help`, fault !== undefined && `${name}-fault`].filter(Boolean).join(' ');
}

/** What every single control carries. The first faulty one is where the reader is taken. */
const traits = (field: Field): Html => {
  const { required = false } = field.asked.question;
  const isFaulty = field.fault !== undefined;
  return html`aria-describedby="${describedBy(field)}" ${required ? html`aria-required="true"` : ''} ${isFaulty ? html`aria-invalid="true" autofocus` : ''}`;
};

/** A scale and a rating are asked as choices of their numbers. */
function choicesOf({ question, columns }: Asked): ChoiceQuestion | undefined {
  const { choiceQuestion, scaleQuestion, ratingQuestion } = question;
  if (scaleQuestion) return numbers(scaleQuestion.low ?? 0, scaleQuestion.high ?? 0);
  if (ratingQuestion) return numbers(1, ratingQuestion.ratingScaleLevel ?? 0);
  return columns ?? choiceQuestion;
}

const numbers = (low: number, high: number): ChoiceQuestion => ({
  type: 'RADIO',
  options: Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => ({ value: String(low + index) })),
});

function dropDown(field: Field, { options = [] }: ChoiceQuestion): Html {
  const name = fieldOf(field.asked.question);
  const chosen = field.values[0];
  return html`<select id="${name}" name="${name}" ${traits(field)}>
<option value="">Chọn</option>
${options.map(({ value = '' }) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${value}</option>`)}
</select>`;
}

function tickOptions(field: Field, { type, options = [] }: ChoiceQuestion): Html {
  const { question } = field.asked;
  const name = fieldOf(question);
  const kind = type === 'CHECKBOX' ? 'checkbox' : 'radio';
  const known = options.map(({ value }) => value);
  const other = field.values.find((value) => !known.includes(value));
  const focus = field.fault === undefined ? '' : 'autofocus';
  const rows = options.map(({ value = '', isOther }, index) =>
    isOther
      ? html`<div class="option"><input type="${kind}" id="${name}-other" name="${name}" value="${OTHER}" ${other === undefined ? '' : 'checked'}>
<label for="${name}-other">Mục khác:</label> <input type="text" name="${otherFieldOf(question)}" aria-label="Nội dung của mục khác" value="${other ?? ''}"></div>`
      : html`<div class="option"><input type="${kind}" id="${name}-${index}" name="${name}" value="${value}" ${field.values.includes(value) ? 'checked' : ''} ${index === 0 ? focus : ''}>
<label for="${name}-${index}">${value}</label></div>`,
  );
  // Shown as soon as something is chosen.
  const canBeTakenBack = kind === 'radio' && !question.required;
  return html`${scaleEnd(question, 'lowLabel')}${rows}${scaleEnd(question, 'highLabel')}
${canBeTakenBack ? html`<p class="taken-back"><button class="plain" name="clear" value="${name}">Xóa lựa chọn</button></p>` : ''}`;
}

function scaleEnd({ scaleQuestion }: Question, end: 'lowLabel' | 'highLabel'): Html | '' {
  const label = scaleQuestion?.[end];
  return label ? html`<p class="muted">${label}</p>` : '';
}

function input(field: Field): Html {
  const { question } = field.asked;
  const name = fieldOf(question);
  const [value = ''] = field.values;
  if (question.fileUploadQuestion) return html`<p class="muted" id="${name}">Không tải tệp lên được ở đây.</p>`;
  if (question.textQuestion?.paragraph) {
    const rows = Math.min(16, Math.max(4, value.split('\n').length + 1));
    return html`<textarea id="${name}" name="${name}" rows="${rows}" ${traits(field)}>
${value}</textarea>`;
  }
  const { type, hint = '' } = inputOf(question);
  const shown = type === 'datetime-local' ? value.replace(' ', 'T') : value;
  return html`<input type="${type}" id="${name}" name="${name}" value="${shown}" placeholder="${hint}" ${traits(field)}>`;
}

/** No browser has a field for a day without a year, or for a duration. */
function inputOf({ dateQuestion, timeQuestion }: Question): { type: string; hint?: string } {
  if (timeQuestion) return timeQuestion.duration ? { type: 'text', hint: '1:30:00' } : { type: 'time' };
  if (!dateQuestion) return { type: 'text' };
  if (dateQuestion.includeYear) return { type: dateQuestion.includeTime ? 'datetime-local' : 'date' };
  return { type: 'text', hint: dateQuestion.includeTime ? '10-24 08:30' : '10-24' };
}
