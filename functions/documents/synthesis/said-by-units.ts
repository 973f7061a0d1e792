import { fold } from '../../../sheets-schema/text.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';
import { type Rendered, type Statement, statement } from './document-model.ts';
import { ofAll, sentence, unitNoun } from './official-words.ts';

/** One matter in a unit's own words. */
export type Said = {
  readonly status: UnitStatus;
  readonly text: string;
  readonly note: string;
  readonly rendered: Rendered;
};

/** A matter that one unit or several raise, in one wording or in several; in each wording by these units. */
export type Matter = { readonly wordings: readonly (readonly Said[])[] };

/** The same words: marks, case and what ends them aside. Figures count. */
function wordsOf(text: string): string {
  return fold(text).replace(/[\s.;,]+$/, '');
}

/** Matters word for word the same stand together, in the order in which they first come. */
export function sameMatters(all: readonly Said[]): readonly Matter[] {
  const alike = Map.groupBy(all, ({ text }) => wordsOf(text));
  return [...alike.values()].map((own) => ({ wordings: [onePerUnit(own)] }));
}

/** Besides, wordings that share most of their words are one matter. */
export function alikeMatters(all: readonly Said[]): readonly Matter[] {
  const groups: { readonly words: ReadonlySet<string>; readonly wordings: (readonly Said[])[] }[] = [];
  for (const { wordings } of sameMatters(all)) {
    const words = new Set(wordsOf(wordings[0]?.[0]?.text ?? '').match(/[\p{L}\d]+/gu) ?? []);
    const group = groups.find((one) => isAlike(one.words, words));
    if (group) group.wordings.push(...wordings);
    else groups.push({ words, wordings: [...wordings] });
  }
  return groups.map(({ wordings }) => ({ wordings: wordings.toSorted((a, b) => b.length - a.length) }));
}

/** Too short a matter is like anything. */
const FEWEST_WORDS = 7;
/** Of the words of both, those that both have. */
const SHARED = 0.5;
/** Folded; where only one has them, the two say different things. */
const TURNING = ['chua', 'khong', 'da', 'het', 'dung', 'giam', 'tang'];

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size < FEWEST_WORDS || b.size < FEWEST_WORDS) return false;
  if (TURNING.some((word) => a.has(word) !== b.has(word))) return false;
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both) >= SHARED;
}

function onePerUnit(said: readonly Said[]): readonly Said[] {
  return said.filter(({ status }, i) => said.findIndex((one) => one.status === status) === i);
}

/** Every unit that raises a matter, once. @param order all units, in the order of the round */
export function unitsOf({ wordings }: Matter, order: readonly UnitStatus[]): readonly string[] {
  return namesIn(wordings.flat(), order);
}

/** Who says something. @param order all units, in the order of the round */
export function namesIn(said: readonly Said[], order: readonly UnitStatus[]): readonly string[] {
  const saying = new Set(said.map(({ status }) => status.unit.code));
  return order.filter(({ unit }) => saying.has(unit.code)).map(({ unit }) => unit.shortName);
}

/**
 * A matter as the report tells it: what several say in the same words once, with who; where wordings differ, who raises
 * it, then each wording. Nobody is made to say another's words.
 * @param asked all units that are asked, in the order of the round
 */
export function matterStatements(matter: Matter, asked: readonly UnitStatus[]): readonly Statement[] {
  const names = unitsOf(matter, asked);
  const share = `${ofAll(names.length, asked.length)} ${unitNoun(asked)}`;
  const [only, another] = matter.wordings;
  if (!only) return [];
  if (!another) {
    const lead = names.length > 1 ? `${share} cùng nêu (${names.join(', ')})` : only[0]?.status.unit.shortName;
    return [wordingStatement(only, lead ?? null)];
  }
  return [
    ...(names.length > 1 ? [statement(`${share} nêu nội dung tương tự (${names.join(', ')}):`)] : []),
    ...matter.wordings.map((said) => wordingStatement(said, namesIn(said, asked).join(', ') || null)),
  ];
}

function wordingStatement(said: readonly Said[], lead: string | null): Statement {
  const notes = said.map(({ note }) => note);
  return statement(sentence(said[0]?.text ?? ''), { lead, notes, renders: said.map(({ rendered }) => rendered) });
}
