import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { AnswerFacts } from '../reading/answer-facts.ts';

/** One stored answer: what was read of it when it arrived, and which version gave it. */
export type StoredAnswer = {
  readonly version: string;
  readonly responseId: string;
  readonly question: string;
  readonly facts: AnswerFacts;
  readonly excerpt: string;
};

/** Rules under which "không có" is a full answer. */
const MAY_BE_NONE = new Set(['Khó khăn hoặc không có', 'Kiến nghị hoặc không có', 'Tự do']);

/**
 * The valid content of one outline item: per question the newest answer that is not a placeholder, among accepted
 * versions, oldest first; an answer that an edit left as it was is as old as it was. Where nobody gave a real answer the newest of the others stands, so that the judge can say
 * what is wrong with it. "Không có" and a list of difficulties exclude each other: the newer of the two is what the
 * unit means, unless one version says both.
 */
export function validContent(
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
): ReadonlyMap<string, StoredAnswer> {
  const chosen = new Map<string, StoredAnswer>();
  const inOrder = inOrderGiven(answers);
  for (const question of questions) {
    const given = inOrder.filter((answer) => answer.question === question.question && answer.facts.class !== 'blank');
    const answer = given.findLast((one) => isRealAnswer(question, one.facts)) ?? given.at(-1);
    if (answer) chosen.set(question.question, answer);
  }
  return withoutOverruled(questions, chosen, inOrder);
}

/** Parts answered by choosing: what was chosen last is meant, whatever its words are like. */
const CHOSEN = new Set<OutlineQuestion['part']>(['trạng thái', 'không có']);

/** True for an answer that stands until a newer one like it comes. */
function isRealAnswer(question: OutlineQuestion, facts: AnswerFacts): boolean {
  return facts.class !== 'blank' && (CHOSEN.has(question.part) || saysSomething(question, facts));
}

/** True for an answer that makes a report of what holds it: content, or "không có" where that is an answer. */
export function saysSomething(question: OutlineQuestion, facts: AnswerFacts): boolean {
  if (facts.class === 'negative') return question.part === 'không có' || MAY_BE_NONE.has(question.rule);
  return facts.class === 'text';
}

function withoutOverruled(
  questions: readonly OutlineQuestion[],
  chosen: ReadonlyMap<string, StoredAnswer>,
  answers: readonly StoredAnswer[],
): ReadonlyMap<string, StoredAnswer> {
  const none = questions.find((question) => question.part === 'không có');
  const content = questions.find((question) => question.part === 'nội dung');
  const ticked = none && chosen.get(none.question);
  const written = content && chosen.get(content.question);
  if (!ticked || !written || ticked.version === written.version) return chosen;
  const newerIsTick = answers.lastIndexOf(ticked) > answers.lastIndexOf(written);
  return new Map([...chosen].filter(([question]) => question !== (newerIsTick ? content : none).question));
}

/** Two responses of one unit that answer one item differently; the newer one counts until somebody says otherwise. */
export type Difference = { readonly older: StoredAnswer; readonly newer: StoredAnswer };

/** Edits of one response are its own history; two responses are two people, who may not know of each other. */
export function differenceIn(
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
): Difference | null {
  if (answers.every(({ responseId }) => responseId === answers[0]?.responseId)) return null;
  const inOrder = inOrderGiven(answers);
  for (const question of questions) {
    const real = inOrder.filter((one) => one.question === question.question && isRealAnswer(question, one.facts));
    const newer = real.at(-1);
    const older = real.findLast((one) => one.responseId !== newer?.responseId);
    if (newer && older && !isSame(older, newer)) return { older, newer };
  }
  return null;
}

/** What the newest version says otherwise than what counted before it. */
export type Change = {
  readonly now: StoredAnswer;
  /** What counted before; null where nothing did. */
  readonly before: StoredAnswer | null;
};

/**
 * Whether an item is new or other by the newest version; null when it is as it was before that one.
 * @param newest the last accepted version
 */
export function changeIn(
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
  newest: string,
): Change | null {
  if (answers.every(({ version }) => version !== newest)) return null;
  const now = validContent(questions, answers);
  const before = validContent(
    questions,
    answers.filter(({ version }) => version !== newest),
  );
  const [former = null] = before.values();
  for (const question of questions) {
    const [answer, was] = [now.get(question.question), before.get(question.question)];
    const isNews = answer?.version === newest && isRealAnswer(question, answer.facts) && !(was && isSame(was, answer));
    if (isNews) return { now: answer, before: was ?? former };
  }
  return null;
}

type Given = {
  readonly answer: StoredAnswer;
  /** The version that first gave it, and its place among all. */
  readonly since: string;
  readonly at: number;
};

/**
 * Each answer with the version that first gave it: whoever edits one item of a report does not say the others anew, nor
 * does who empties a cell and fills in the same again.
 */
function given(answers: readonly StoredAnswer[]): readonly Given[] {
  const last = new Map<string, Given>();
  return answers.map((answer, index) => {
    const name = JSON.stringify([answer.responseId, answer.question]);
    const before = last.get(name);
    const one =
      before && isSame(before.answer, answer) ? { ...before, answer } : { answer, since: answer.version, at: index };
    if (answer.facts.class !== 'blank') last.set(name, one);
    return one;
  });
}

/** What one response says is in order as it is. */
function inOrderGiven(answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  if (answers.every(({ responseId }) => responseId === answers[0]?.responseId)) return answers;
  return given(answers)
    .toSorted((a, b) => a.at - b.at)
    .map(({ answer }) => answer);
}

/**
 * What is left to choose from once somebody said which report counts: what that one and those it edits say, and whatever
 * was first said since.
 * @param upTo versions of the chosen response up to the chosen one
 * @param since versions sent after it was decided
 */
export function answersChosen(
  answers: readonly StoredAnswer[],
  upTo: ReadonlySet<string>,
  since: ReadonlySet<string>,
): readonly StoredAnswer[] {
  return given(answers).flatMap((one) => (upTo.has(one.answer.version) || since.has(one.since) ? [one.answer] : []));
}

/** By all that is kept of an answer: the long text itself is not read back. */
function isSame(a: StoredAnswer, b: StoredAnswer): boolean {
  return a.excerpt === b.excerpt && keptOf(a.facts) === keptOf(b.facts);
}

function keptOf({ class: sort, length, value, documents, dates, periods, percents, fingerprint }: AnswerFacts): string {
  return JSON.stringify([sort, length, value, documents, dates, periods, percents, fingerprint]);
}
