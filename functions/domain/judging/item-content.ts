import type { Temporal } from 'temporal-polyfill';
import type { OutlineQuestion, questionParts } from '../../../sheets-schema/tabs/outline.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { AnswerClass, AnswerFacts } from '../reading/answer-facts.ts';

type Part = (typeof questionParts)[number];

/** The answers to all questions of one part of an item, taken together. */
export type PartContent = {
  /** The most telling class among them. */
  readonly class: AnswerClass;
  readonly length: number;
  readonly value: string;
  readonly documents: readonly string[];
  readonly documentDays: AnswerFacts['documentDays'];
  readonly dates: readonly string[];
  readonly periods: readonly string[];
  readonly expected: AnswerFacts['expected'];
  readonly percents: readonly number[];
  readonly namesAddressee: boolean;
};

/** One item as the rules read it. */
export type ItemContent = {
  readonly asks: (part: Part) => boolean;
  readonly part: (...parts: readonly Part[]) => PartContent;
  readonly all: readonly AnswerFacts[];
  /** The least length the outline sets (`dài=100`), else the rule's own. Letters and digits. */
  readonly leastLength: (usual: number) => number;
  readonly filedOn: Temporal.PlainDate;
  readonly hasOfficialDocument: boolean;
};

type Source = {
  readonly questions: readonly OutlineQuestion[];
  readonly facts: ReadonlyMap<string, AnswerFacts>;
  readonly filedOn: Temporal.PlainDate;
  readonly hasOfficialDocument: boolean;
};

export function itemContent({ questions, facts, filedOn, hasOfficialDocument }: Source): ItemContent {
  const factsOf = (asked: readonly OutlineQuestion[]) => asked.flatMap(({ question }) => facts.get(question) ?? []);
  return {
    asks: (part) => questions.some((question) => question.part === part),
    part: (...parts) => together(factsOf(questions.filter((question) => parts.includes(question.part)))),
    all: factsOf(questions),
    leastLength: (usual) => leastLengthOf(questions) ?? usual,
    filedOn,
    hasOfficialDocument,
  };
}

/** From the least to the most telling. */
const TELLING: readonly AnswerClass[] = ['blank', 'deferral', 'negative', 'reference', 'bare-status', 'text'];

function together(all: readonly AnswerFacts[]): PartContent {
  const [only] = all;
  if (only && all.length === 1) return only;
  const rank = Math.max(0, ...all.map((facts) => TELLING.indexOf(facts.class)));
  const telling = all.filter((facts) => TELLING.indexOf(facts.class) === rank);
  return {
    class: TELLING[rank] ?? 'blank',
    length: telling.reduce((sum, facts) => sum + facts.length, 0),
    value: telling[0]?.value ?? '',
    documents: all.flatMap((facts) => facts.documents),
    documentDays: Object.assign({}, ...all.map((facts) => facts.documentDays)),
    dates: all.flatMap((facts) => facts.dates),
    periods: all.flatMap((facts) => facts.periods),
    expected: all.some((facts) => facts.expected === null) ? null : all.flatMap((facts) => facts.expected ?? []),
    percents: all.flatMap((facts) => facts.percents),
    namesAddressee: all.some((facts) => facts.namesAddressee),
  };
}

function leastLengthOf(questions: readonly OutlineQuestion[]): number | null {
  for (const { params } of questions) {
    const set = /(?:^|[;, ])dai ?= ?(\d{1,5})/.exec(fold(params ?? ''))?.[1];
    if (set !== undefined) return Number(set);
  }
  return null;
}
