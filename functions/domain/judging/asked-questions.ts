import { branch, formKindOf, identification } from '../../../sheets-schema/form.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { questionId } from '../links/form-ids.ts';

/** Every question any outline version ever asked, by its id on the form. */
export function questionsById(outline: readonly OutlineQuestion[]): ReadonlyMap<string, OutlineQuestion> {
  return new Map(outline.map((question) => [questionId(question.question, formKindOf[question.type]), question]));
}

/** The ids of the identification page, and of the question that leads past section 2. */
export const fixedIds: ReadonlySet<string> = new Set(
  [...Object.values(identification), branch].map(({ key, kind }) => questionId(key, kind)),
);

/** The key under which `Nội dung` keeps why Google would not store a response. */
export const SET_ASIDE = '(phản hồi)';

/** The key under which `Nội dung` keeps the answer to a question that the outline did not know when it came. */
export function unknownKey(id: string): string {
  return `?${id}`;
}

export function isUnknownKey(key: string): boolean {
  return key.startsWith('?');
}

/** The question of a stored answer; one unknown when it came may be known by now, as when its row was being typed in. */
export function knownKey(stored: string, byId: ReadonlyMap<string, OutlineQuestion>): string {
  return isUnknownKey(stored) ? (byId.get(stored.slice(1))?.question ?? stored) : stored;
}
