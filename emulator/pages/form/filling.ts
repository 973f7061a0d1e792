import type { Form } from '../../forms/form.ts';
import { type Question, questionsOf } from '../../forms/item-schema.ts';

/** A form half filled in, as it travels between the pages of the form. */
export type Filling = {
  /** By question id. */
  answers: Record<string, string[]>;
  email: string;
  /** The response that is being changed; '' for a new one. */
  editing: string;
};

/** What a choice's "other" sends in the place of its text, which comes in a field of its own. */
export const OTHER = '__other_option__';
export const otherFieldOf = (question: Question): string => `${fieldOf(question)}.other_option_response`;

/** The field of a question: its hexadecimal id as a decimal number, as prefilled links have it. */
export const fieldOf = ({ questionId = '' }: Question): string => `entry.${Number.parseInt(questionId, 16)}`;

/** Reads what a link prefills, or a page of the form sends. Fields the form has no question for are passed over. */
export function readFilling({ content }: Form, fields: URLSearchParams): Filling {
  const answers: Record<string, string[]> = {};
  for (const question of content.items.flatMap(questionsOf)) {
    const values = fields.getAll(fieldOf(question)).map((value) => valueSent(question, value, fields));
    if (question.questionId !== undefined && values.some((value) => value !== '')) {
      answers[question.questionId] = values.filter((value) => value !== '');
    }
  }
  return { answers, email: fields.get('emailAddress')?.trim() ?? '', editing: fields.get('edit2') ?? '' };
}

/** Browsers send CRLF and `2025-10-24T08:30`; a response holds LF and `2025-10-24 08:30`. */
function valueSent(question: Question, sent: string, fields: URLSearchParams): string {
  const value = sent === OTHER ? (fields.get(otherFieldOf(question)) ?? '') : sent;
  return question.dateQuestion?.includeTime ? value.replace('T', ' ') : value.replaceAll('\r\n', '\n');
}

/** A response as its writer goes on with it. */
export function fillingOf(form: Form, responseId: string): Filling | undefined {
  const response = form.responses.get(responseId);
  return response && { answers: response.answers, email: response.respondentEmail ?? '', editing: responseId };
}
