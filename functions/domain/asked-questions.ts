import { branch, formKindOf, identification } from '../../sheets-schema/form.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { questionId } from './form-ids.ts';

/** Every question any outline version ever asked, by its id on the form. */
export function questionsById(outline: readonly OutlineQuestion[]): ReadonlyMap<string, OutlineQuestion> {
  return new Map(outline.map((question) => [questionId(question.question, formKindOf[question.type]), question]));
}

/** The ids of the identification page, and of the question that leads past section 2. */
export const fixedIds: ReadonlySet<string> = new Set(
  [...Object.values(identification), branch].map(({ key, kind }) => questionId(key, kind)),
);
