import { Temporal } from 'temporal-polyfill';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { instantOf } from '../../../sheets-schema/zone.ts';
import { type Judgement, judgeItem } from '../judging/judge.ts';
import { answersChosen, changeIn, differenceIn, type StoredAnswer, validContent } from '../judging/valid-content.ts';
import { isSameVersion } from '../links/codes.ts';
import type { DecisionBook } from './decision-book.ts';
import type { ItemStatus } from './unit-status.ts';

export type ItemSources = {
  readonly unit: Unit;
  readonly round: Round;
  /** The questions of the round's outline version that are in use, by item. */
  readonly byItem: ReadonlyMap<string, readonly OutlineQuestion[]>;
  /** The item of each of these questions. */
  readonly itemOf: ReadonlyMap<string, string>;
  /** Accepted versions, oldest first, and their answers. */
  readonly versions: readonly Report[];
  readonly answers: readonly StoredAnswer[];
  readonly filedOn: Temporal.PlainDate;
  readonly hasOfficialDocument: boolean;
  readonly decisions: DecisionBook;
};

/** Every outline item of one unit, judged on the valid content; *Chấp nhận mục* by a coordinator settles an item. */
export function itemStatuses(sources: ItemSources): readonly ItemStatus[] {
  return sources.answers.length === 0 && !isAnyAccepted(sources) ? unanswered(sources) : judgedItems(sources);
}

function isAnyAccepted({ decisions, round, unit }: ItemSources): boolean {
  return decisions.last({ subject: round.id, unit: unit.code }, ['Chấp nhận mục']) !== null;
}

/** Of a country half has answered nothing yet, and the same items apply to most of it. */
const blanks = new WeakMap<ItemSources['byItem'], Map<string, readonly ItemStatus[]>>();

function unanswered(sources: ItemSources): readonly ItemStatus[] {
  const { byItem, unit, hasOfficialDocument } = sources;
  const known = blanks.get(byItem) ?? new Map<string, readonly ItemStatus[]>();
  blanks.set(byItem, known);
  const applies = Array.from(byItem.values(), (own) => (own.some((question) => asks(question, unit)) ? '1' : '0'));
  const key = [...applies, hasOfficialDocument].join('');
  const items = known.get(key) ?? judgedItems({ ...sources, versions: [] });
  known.set(key, items);
  return items;
}

function judgedItems(sources: ItemSources): readonly ItemStatus[] {
  const answers = Map.groupBy(sources.answers, ({ question }) => sources.itemOf.get(question));
  return Array.from(sources.byItem, ([item, questions]) =>
    itemStatus(item, questions, answers.get(item) ?? NO_ANSWERS, sources),
  );
}

const NO_ANSWERS: readonly StoredAnswer[] = [];

function itemStatus(
  item: string,
  questions: readonly OutlineQuestion[],
  all: readonly StoredAnswer[],
  sources: ItemSources,
): ItemStatus {
  const answers = answersInUse(item, all, sources);
  const content = validContent(questions, answers);
  const stored = [...content.values()];
  // The unit decides which items apply, not what was typed.
  const applies = questions.some((question) => asks(question, sources.unit));
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
    change: changeOf(questions, answers, sources.versions),
    answeredBy: [...new Set(all.filter(({ facts }) => facts.class !== 'blank').map(({ version }) => version))],
    counts: applies && questions.some((question) => question.rule !== 'Tự do'),
  };
}

/** What the last of several versions brought of an item, and the version that it is compared with. */
function changeOf(
  questions: readonly OutlineQuestion[],
  answers: readonly StoredAnswer[],
  versions: readonly Report[],
): NonNullable<ItemStatus['change']> | null {
  const [before, last] = versions.slice(-2);
  const change = last ? changeIn(questions, answers, last.version) : null;
  if (!before || !last || !change) return null;
  return { isNew: change.before === null, version: last.version, before: change.before?.version ?? before.version };
}

/** *Dùng nội dung của* says which of several reports counts, until something new is sent; one without an answer cannot. */
function answersInUse(
  item: string,
  answers: readonly StoredAnswer[],
  { versions, decisions, round, unit }: ItemSources,
): readonly StoredAnswer[] {
  const choice = decisions.last({ subject: round.id, unit: unit.code, item }, ['Dùng nội dung của']);
  const chosen = choice && versions.find(({ version }) => isSameVersion(version, choice.value));
  if (!choice || !chosen) return answers;
  const own = versions.filter(({ responseId }) => responseId === chosen.responseId);
  const upTo = own.slice(0, own.indexOf(chosen) + 1).map(({ version }) => version);
  const since = versions.filter((one) => Temporal.Instant.compare(instantOf(one.lastSubmittedTime), choice.at) > 0);
  const left = answersChosen(answers, new Set(upTo), new Set(since.map(({ version }) => version)));
  return left.some(({ facts }) => facts.class !== 'blank') ? left : answers;
}

function factsOf(content: ReadonlyMap<string, StoredAnswer>): ReadonlyMap<string, StoredAnswer['facts']> {
  const facts = new Map<string, StoredAnswer['facts']>();
  for (const [question, answer] of content) facts.set(question, answer.facts);
  return facts;
}

function excerptOf(questions: readonly OutlineQuestion[], content: ReadonlyMap<string, StoredAnswer>): string {
  return questions
    .map((question) => content.get(question.question)?.excerpt ?? '')
    .filter(Boolean)
    .join(' · ');
}
