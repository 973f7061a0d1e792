import type { Temporal } from 'temporal-polyfill';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { type Judgement, judgeItem } from '../judging/judge.ts';
import { differenceIn, type StoredAnswer, validContent } from '../judging/valid-content.ts';
import type { DecisionBook } from './decision-book.ts';
import type { ItemStatus } from './unit-status.ts';

export type ItemSources = {
  readonly unit: Unit;
  readonly round: Round;
  /** The questions of the round's outline version that are in use, by item. */
  readonly byItem: ReadonlyMap<string, readonly OutlineQuestion[]>;
  /** The item of each of these questions. */
  readonly itemOf: ReadonlyMap<string, string>;
  /** Answers of accepted versions, oldest first. */
  readonly answers: readonly StoredAnswer[];
  readonly filedOn: Temporal.PlainDate;
  readonly hasOfficialDocument: boolean;
  readonly decisions: DecisionBook;
};

/** Every outline item of one unit, judged on the valid content; *Chấp nhận mục* by a coordinator settles an item. */
export function itemStatuses(sources: ItemSources): readonly ItemStatus[] {
  const answers = Map.groupBy(sources.answers, ({ question }) => sources.itemOf.get(question));
  return Array.from(sources.byItem, ([item, questions]) =>
    itemStatus(item, questions, answers.get(item) ?? NO_ANSWERS, sources),
  );
}

const NO_ANSWERS: readonly StoredAnswer[] = [];

function itemStatus(
  item: string,
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
  sources: ItemSources,
): ItemStatus {
  const content = validContent(questions, answers);
  const stored = [...content.values()];
  const applies = questions.some((question) => appliesTo(question, sources.unit));
  const judged = judgeItem({
    item,
    questions,
    applies,
    facts: factsOf(content),
    filedOn: sources.filedOn,
    hasOfficialDocument: sources.hasOfficialDocument,
  });
  const accepted = sources.decisions.last({ subject: sources.round.id, unit: sources.unit.code, item }, [
    'Chấp nhận mục',
  ]);
  return {
    item,
    wording: questions[0]?.wording ?? '',
    ...(applies && accepted ? ({ verdict: 'Đủ', reasons: [] } satisfies Judgement) : judged),
    versions: stored.length === 0 ? [] : [...new Set(stored.map((answer) => answer.version))],
    excerpt: stored.length === 0 ? '' : excerptOf(questions, content),
    content: stored,
    difference: accepted ? null : differenceIn(questions, answers),
    counts: applies && questions.some((question) => question.rule !== 'Tự do'),
  };
}

function factsOf(content: ReadonlyMap<string, StoredAnswer>): ReadonlyMap<string, StoredAnswer['facts']> {
  const facts = new Map<string, StoredAnswer['facts']>();
  for (const [question, answer] of content) facts.set(question, answer.facts);
  return facts;
}

/** The unit decides which items apply, not what was typed. */
function appliesTo(question: OutlineQuestion, unit: Unit): boolean {
  if (question.appliesTo === null) return true;
  return question.appliesTo.some((target) => target === unit.code || (unit.groups ?? []).includes(target));
}

function excerptOf(questions: readonly OutlineQuestion[], content: ReadonlyMap<string, StoredAnswer>): string {
  return questions
    .map((question) => content.get(question.question)?.excerpt ?? '')
    .filter(Boolean)
    .join(' · ');
}
