import { isWholeSection, questionsOf, sectionHeading, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion, RuleName } from '../../../sheets-schema/tabs/outline.ts';
import type { ItemStatus, UnitStatus } from '../../domain/standing/unit-status.ts';
import { type Texts, type WholeAnswer, wholeAnswers } from './unit-content.ts';

/** What one unit says of one item, and how it was judged. */
export type Content = {
  readonly status: UnitStatus;
  readonly judged: ItemStatus;
  readonly answers: readonly WholeAnswer[];
};

/** One item of the outline across the units of a round. */
export type ItemAcrossUnits = {
  readonly item: string;
  readonly wording: string;
  readonly rule: RuleName;
  /** The heading of the part it belongs to. */
  readonly section: string;
  /** It is a part of its own: its heading has been written. */
  readonly isWhole: boolean;
  readonly contents: readonly Content[];
};

export function itemsAcrossUnits(
  statuses: readonly UnitStatus[],
  outline: readonly OutlineQuestion[],
  texts: Texts,
): readonly ItemAcrossUnits[] {
  const round = statuses[0]?.round;
  const asked = round ? questionsOf(round, outline).filter(({ used }) => used) : [];
  const sections = sectionsOf(asked).flatMap((section) => section.questions.map((question) => ({ section, question })));
  return [...Map.groupBy(sections, ({ question }) => question.item)].flatMap(([item, own]) => {
    const [first] = own;
    if (!first) return [];
    const questions = own.map(({ question }) => question);
    const contents = statuses.flatMap((status): Content[] => {
      const judged = status.items.find((one) => one.item === item);
      return judged ? [{ status, judged, answers: wholeAnswers(status, judged, questions, texts) }] : [];
    });
    const { wording, rule } = first.question;
    const section = sectionHeading(first.section);
    return [{ item, wording, rule, section, isWhole: isWholeSection(first.question), contents }];
  });
}

export function isDifficulty({ rule }: ItemAcrossUnits): boolean {
  return rule === 'Khó khăn hoặc không có';
}

export function isProposal({ rule }: ItemAcrossUnits): boolean {
  return rule === 'Kiến nghị hoặc không có';
}

/** The list a unit wrote, when it wrote one that says something. */
export function writtenList({ answers }: Content): WholeAnswer | null {
  return answers.find(({ question, class: sort }) => question.part === 'nội dung' && SAYS.has(sort)) ?? null;
}

const SAYS: ReadonlySet<WholeAnswer['class']> = new Set(['text', 'bare-status', 'reference'] as const);

/** Whether anything came from the unit that counts as its own. */
export function hasSent({ filedAt, versions }: UnitStatus): boolean {
  return filedAt !== null || versions.length > 0;
}

/** The unit says that there is nothing to list. */
export function saysNone(content: Content): boolean {
  return writtenList(content) === null && content.answers.some(({ class: sort }) => sort === 'negative');
}
