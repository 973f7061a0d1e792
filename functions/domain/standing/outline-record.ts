import * as z from 'zod';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { type ChangeBook, recordedOfRounds, roundSubject } from './change-log.ts';

/** What an approval binds of a question: that it is asked, of whom, and what its answer is held against. Words are free. */
type Bound = Pick<OutlineQuestion, 'question' | 'section' | 'sectionFor' | 'appliesTo' | 'rule' | 'params' | 'item'>;

const stored = z.array(
  z.tuple([
    z.string(),
    z.string(),
    z.array(z.string()).nullable(),
    z.array(z.string()).nullable(),
    z.string(),
    z.string().nullable(),
    z.string().default(''),
  ]),
);

/** The questions that an outline version asks, as the change log keeps them for a round: bound facts in their order. */
export function writeQuestions(outline: readonly OutlineQuestion[], version: string): string | null {
  const asked = outline.filter((one) => one.used && one.version === version);
  const facts = asked.map((one) => [
    one.question,
    one.section,
    one.sectionFor,
    one.appliesTo,
    one.rule,
    one.params,
    one.item,
  ]);
  return asked.length === 0 ? null : JSON.stringify(facts);
}

function readQuestions(text: string): readonly Bound[] {
  try {
    return stored.parse(JSON.parse(text)).map(([question, section, sectionFor, appliesTo, rule, params, item]) => ({
      question,
      section,
      sectionFor,
      appliesTo,
      rule: rule as Bound['rule'],
      params,
      item,
    }));
  } catch {
    return [];
  }
}

/** The questions on record of a round, by key; null where none are. */
export function recordedQuestions(book: ChangeBook, round: string): ReadonlyMap<string, Bound> | null {
  const text = book.last(roundSubject(round, 'questions'));
  const questions = text === null ? [] : readQuestions(text);
  return questions.length === 0 ? null : new Map(questions.map((one) => [one.question, one]));
}

/** Where a question stood in its version when a round was first approved with it: so a tab that was sorted otherwise says the same. */
export function recordedPlaces(book: ChangeBook): (question: OutlineQuestion) => number {
  const places = new Map<string, number>();
  for (const [round, text] of recordedOfRounds(book, 'questions')) {
    const version = book.last(roundSubject(round, 'outline')) ?? '';
    for (const { question } of readQuestions(text)) {
      const name = nameOf({ version, question });
      if (!places.has(name)) places.set(name, places.size);
    }
  }
  return (question) => places.get(nameOf(question)) ?? Number.MAX_SAFE_INTEGER;
}

function nameOf({ version, question }: Pick<OutlineQuestion, 'version' | 'question'>): string {
  return JSON.stringify([version, question]);
}

/**
 * The questions of a round as they bind: what came to its outline after the approval is not asked, whom a question was for
 * it is for, and what its answer was held against it is held against. Fewer questions, fewer units, other words pass. Where
 * a question of an item is gone another of the item takes its place: its key was changed, and what becomes of answers under
 * the former is asked about elsewhere.
 */
export function questionsInForce(
  outline: readonly OutlineQuestion[],
  version: string,
  { recorded, units }: { readonly recorded: ReadonlyMap<string, Bound> | null; readonly units: readonly Unit[] },
): readonly OutlineQuestion[] {
  const own = outline.filter((one) => one.version === version);
  if (recorded === null) return own;
  const keys = new Set(own.map(({ question }) => question));
  const gone = [...recorded.values()].filter(({ question }) => !keys.has(question));
  const inPlaceOf = ({ item }: OutlineQuestion) => {
    const at = gone.findIndex((bound) => bound.item === item);
    return at < 0 ? undefined : gone.splice(at, 1)[0];
  };
  return own.flatMap((one) => {
    const bound = recorded.get(one.question) ?? (one.used ? inPlaceOf(one) : undefined);
    if (!bound) return one.used ? [] : [one];
    return [{ ...one, ...(isWider(one, bound, units) && whomOf(bound)), ...(isStricter(one, bound) && ruleOf(bound)) }];
  });
}

function whomOf({ section, sectionFor, appliesTo }: Bound): Pick<Bound, 'section' | 'sectionFor' | 'appliesTo'> {
  return { section, sectionFor, appliesTo };
}

function isSameWhom(a: Bound, b: Bound): boolean {
  return JSON.stringify(whomOf(a)) === JSON.stringify(whomOf(b));
}

function ruleOf({ rule, params }: Bound): Pick<Bound, 'rule' | 'params'> {
  return { rule, params };
}

/** Whether some unit would be asked that was not. */
function isWider(one: OutlineQuestion, bound: Bound, units: readonly Unit[]): boolean {
  if (isSameWhom(one, bound)) return false;
  return units.some((unit) => asks(one, unit) && !asks(bound, unit));
}

/** Another rule asks for other things; only the free one asks for nothing. */
function isStricter({ rule, params }: OutlineQuestion, bound: Bound): boolean {
  return rule !== 'Tự do' && (rule !== bound.rule || params !== bound.params);
}

/** What of an outline waits for a word, and how it came to be. */
export type Growth = { readonly question: OutlineQuestion; readonly how: 'added' | 'wider' | 'stricter' };

/** What the rows of an approved round's outline ask beyond what was approved. */
export function growthOf(round: Round, outline: readonly OutlineQuestion[]): readonly Growth[] {
  const { asked, outlineVersion } = round;
  if (!asked) return [];
  const binding = new Map(asked.map((one) => [one.question, one]));
  return outline.flatMap((question): Growth[] => {
    if (!question.used || question.version !== outlineVersion) return [];
    const bound = binding.get(question.question);
    if (!bound) return [{ question, how: 'added' }];
    if (!isSameWhom(bound, question)) return [{ question, how: 'wider' }];
    const isSame = JSON.stringify(ruleOf(bound)) === JSON.stringify(ruleOf(question));
    return isSame ? [] : [{ question, how: 'stricter' }];
  });
}

const HOW: Readonly<Record<Growth['how'], string>> = {
  added: 'có câu hỏi mới thêm',
  wider: 'áp dụng thêm cho đơn vị khác',
  stricter: 'đổi quy tắc kiểm tra',
};

/** `có câu hỏi mới thêm (4.1)`. */
export function growthWords(grown: readonly Growth[]): string {
  const byHow = Map.groupBy(grown, ({ how }) => how);
  return [...byHow]
    .map(([how, of]) => `${HOW[how]} (${of.map(({ question: { question } }) => question).join(', ')})`)
    .join(', ');
}
