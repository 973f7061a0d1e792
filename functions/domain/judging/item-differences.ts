import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { isRealAnswer, type StoredAnswer } from './valid-content.ts';

/** Two responses of one unit that answer one item differently; the newer one counts until somebody says otherwise. */
export type Difference = { readonly older: StoredAnswer; readonly newer: StoredAnswer };

/** Edits of one response are its own history; two responses are two people, who may not know of each other. */
export function differenceIn(
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
): Difference | null {
  if (answers.every(({ responseId }) => responseId === answers[0]?.responseId)) return null;
  for (const question of questions) {
    const real = answers.filter((one) => one.question === question.question && isRealAnswer(question, one.facts));
    const newer = real.at(-1);
    const older = real.findLast((one) => one.responseId !== newer?.responseId);
    if (newer && older && !isSame(older, newer)) return { older, newer };
  }
  return null;
}

function isSame(a: StoredAnswer, b: StoredAnswer): boolean {
  return a.excerpt === b.excerpt && a.facts.length === b.facts.length && a.facts.fingerprint === b.facts.fingerprint;
}
