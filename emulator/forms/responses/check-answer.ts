import type { ChoiceQuestion, Question } from '../item-schema.ts';

/** Why the form would not take this answer to this question, or null when it would. `columns` are those of a grid's row. */
export function answerFault(question: Question, values: readonly string[], columns?: ChoiceQuestion): string | null {
  const choices = columns ?? question.choiceQuestion;
  if (choices) return choiceFault(choices, values);
  if (question.fileUploadQuestion) return 'files cannot be uploaded here';
  const [value, second] = values;
  if (value === undefined) return null;
  return second === undefined ? valueFault(question, value) : 'takes one answer';
}

function choiceFault({ type, options = [] }: ChoiceQuestion, values: readonly string[]): string | null {
  if (type !== 'CHECKBOX' && values.length > 1) return 'takes one answer';
  if (new Set(values).size < values.length) return 'has an option chosen twice';
  const others = values.filter((value) => !options.some((option) => option.value === value));
  const room = options.some(({ isOther }) => isOther) ? 1 : 0;
  return others.length > room ? `has no option "${others[0]}"` : null;
}

const date = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const time = String.raw`([01]\d|2[0-3]):[0-5]\d`;

function valueFault(question: Question, value: string): string | null {
  const { textQuestion, scaleQuestion, ratingQuestion, dateQuestion, timeQuestion } = question;
  if (textQuestion) return /[\r\n]/.test(value) && !textQuestion.paragraph ? 'takes a single line' : null;
  if (scaleQuestion) return rangeFault(value, scaleQuestion.low ?? 0, scaleQuestion.high ?? 0);
  if (ratingQuestion) return rangeFault(value, 1, ratingQuestion.ratingScaleLevel ?? 0);
  if (dateQuestion) return shapeFault(value, dateShape(dateQuestion));
  if (timeQuestion) return shapeFault(value, timeQuestion.duration ? String.raw`\d+:[0-5]\d:[0-5]\d` : time);
  return null;
}

const dateShape = ({ includeYear, includeTime }: NonNullable<Question['dateQuestion']>) =>
  `${includeYear ? date : date.slice(date.indexOf('('))}${includeTime ? ` ${time}` : ''}`;

const shapeFault = (value: string, shape: string) =>
  new RegExp(`^${shape}$`).test(value) ? null : `does not take "${value}"`;

const rangeFault = (value: string, low: number, high: number) =>
  /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high ? null : `takes a number from ${low} to ${high}`;
