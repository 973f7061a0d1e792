import type { Item, Option } from '../item-schema.ts';
import { SubmissionError } from './submission-error.ts';

type Answers = Readonly<Record<string, readonly string[]>>;

/**
 * The items a person sees who gives these answers: section by section, following the option chosen last in each. A
 * section without such an option goes on to the next. @throws SubmissionError when the answers lead back
 */
export function walkSections(items: readonly Item[], answers: Answers): Item[] {
  const sections = splitSections(items);
  const seen = new Set<number>();
  const path: Item[] = [];
  let at: number | 'submit' = 0;
  while (at !== 'submit' && at < sections.length) {
    if (seen.has(at)) throw new SubmissionError('The answers lead back to a section already filled in.');
    seen.add(at);
    path.push(...(sections[at] ?? []));
    at = nextSection(sections, at, answers);
  }
  return path;
}

/** Sections in order; every one but the first begins with its page break. */
function splitSections(items: readonly Item[]): Item[][] {
  const sections: Item[][] = [[]];
  for (const item of items) {
    if (item.pageBreakItem) sections.push([item]);
    else sections.at(-1)?.push(item);
  }
  return sections;
}

function nextSection(sections: Item[][], at: number, answers: Answers): number | 'submit' {
  const option = (sections[at] ?? []).map((item) => chosenOption(item, answers)).findLast((chosen) => leads(chosen));
  if (option?.goToAction === 'SUBMIT_FORM') return 'submit';
  if (option?.goToAction === 'RESTART_FORM') return 0;
  if (option?.goToSectionId === undefined) return at + 1;
  return sections.findIndex(([first]) => first?.itemId === option.goToSectionId);
}

const leads = (option: Option | undefined) => option?.goToAction !== undefined || option?.goToSectionId !== undefined;

function chosenOption(item: Item, answers: Answers): Option | undefined {
  const question = item.questionItem?.question;
  const answer = answers[question?.questionId ?? '']?.[0];
  if (answer === undefined) return undefined;
  const options = question?.choiceQuestion?.options ?? [];
  return options.find(({ value }) => value === answer) ?? options.find(({ isOther }) => isOther);
}
