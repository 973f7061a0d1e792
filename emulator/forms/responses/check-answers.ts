import { type ChoiceQuestion, type Item, type Question, questionsOf } from '../item-schema.ts';
import { answerFault } from './check-answer.ts';
import { SubmissionError } from './submission-error.ts';
import { walkSections } from './walk-sections.ts';

type Answers = Readonly<Record<string, readonly string[]>>;
type Asked = { question: Question; title: string; columns?: ChoiceQuestion };

/**
 * The answers as the form keeps them: without the empty ones. @throws SubmissionError naming the question that is
 * unknown, not reached on the way these answers take, required and unanswered, or answered as it cannot be
 */
export function checkAnswers(items: readonly Item[], given: Answers): Record<string, string[]> {
  const answers = withoutEmpty(given);
  const known = new Set(items.flatMap(questionsOf).map(({ questionId }) => questionId));
  const unknown = Object.keys(given).find((questionId) => !known.has(questionId));
  if (unknown !== undefined) throw new SubmissionError(`The form has no question ${unknown}.`);
  const asked = walkSections(items, answers).flatMap(askedBy);
  const reached = new Set(asked.map(({ question }) => question.questionId));
  const unreached = Object.keys(answers).find((questionId) => !reached.has(questionId));
  if (unreached !== undefined) {
    throw new SubmissionError(`Question ${unreached} is in a section that these answers do not reach.`);
  }
  for (const entry of asked) checkAsked(entry, answers[entry.question.questionId ?? ''] ?? []);
  return answers;
}

function withoutEmpty(given: Answers): Record<string, string[]> {
  const answers = Object.entries(given).map(([questionId, values]) => [
    questionId,
    values.filter((value) => value !== ''),
  ]);
  return Object.fromEntries(answers.filter(([, values]) => (values?.length ?? 0) > 0));
}

function askedBy(item: Item): Asked[] {
  const columns = item.questionGroupItem?.grid?.columns;
  return questionsOf(item).map((question) => ({
    question,
    title: question.rowQuestion?.title ?? item.title ?? '',
    ...(columns && { columns }),
  }));
}

function checkAsked({ question, title, columns }: Asked, values: readonly string[]): void {
  const name = `Question ${question.questionId} ("${title}")`;
  if (question.required && values.length === 0) throw new SubmissionError(`${name} is required.`);
  const fault = answerFault(question, values, columns);
  if (fault !== null) throw new SubmissionError(`${name} ${fault}.`);
}
