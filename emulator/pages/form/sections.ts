import type { ChoiceQuestion, Item, Question } from '../../forms/item-schema.ts';
import { questionsOf } from '../../forms/item-schema.ts';
import { SubmissionError } from '../../forms/responses/submission-error.ts';
import { walkSections } from '../../forms/responses/walk-sections.ts';
import type { Filling } from './filling.ts';

/** A page of the form. The first one has no heading of its own. */
export type Section = { heading?: Item; items: Item[] };

/** The pages these answers lead through, in order; where they lead back, those of someone who has answered nothing. */
export function sectionsOf(items: readonly Item[], answers: Filling['answers']): Section[] {
  const sections: [Section, ...Section[]] = [{ items: [] }];
  for (const item of walked(items, answers)) {
    if (item.pageBreakItem) sections.push({ heading: item, items: [] });
    else sections.at(-1)?.items.push(item);
  }
  return sections;
}

function walked(items: readonly Item[], answers: Filling['answers']): Item[] {
  try {
    return walkSections(items, answers);
  } catch (error) {
    if (error instanceof SubmissionError) return walkSections(items, {});
    throw error;
  }
}

/** A question as it is asked: under its title, a grid's row with the grid's columns. */
export type Asked = { question: Question; title: string; columns?: ChoiceQuestion };

export function askedIn({ items }: Section): Asked[] {
  return items.flatMap(askedBy);
}

export function askedBy(item: Item): Asked[] {
  const columns = item.questionGroupItem?.grid?.columns;
  return questionsOf(item).map((question) => ({
    question,
    title: question.rowQuestion?.title ?? item.title ?? '',
    ...(columns && { columns }),
  }));
}
