import { regexes } from 'zod';
import { clean, cutBefore, fold, straight } from '../../../sheets-schema/text.ts';
import { ASKED, ASKED_PLAINLY, ASKS, ASKS_PLAINLY, NAMED } from './addressee-phrases.ts';
import { classifyAnswer, type OutlineWords } from './answer-class.ts';
import { type AnswerFacts, answerClasses, answerMarks } from './answer-facts.ts';
import { citedNumbers, parseDocumentNumber } from './document-number.ts';
import { datesIn, expectedIn, findPercents, periodsIn, timeWords } from './found-dates.ts';
import { fingerprintOf } from './similarity.ts';
import { textMarks } from './text-suspicion.ts';

const SHORT = 120;
const MOST = 8;
const MOST_DOCUMENTS = 5;
/** A day belongs to the number that stands so near before it, in characters. */
const WITH_ITS_DAY = 60;

/**
 * Reads an answer once, for all later steps. Of a text marked as secret nothing but the mark and its length is kept.
 * @param asked what the form asked; null for a question that nothing of ours asks
 */
export function examineAnswer(text: string, asked: OutlineWords | null = null): AnswerFacts {
  const answer = clean(text);
  const marks = textMarks(text);
  const outline = { class: classifyAnswer(text, asked), length: lengthOf(answer), marks };
  if (marks.includes('secret')) return { ...NOTHING, ...outline };
  const words = timeWords(answer);
  return {
    ...outline,
    value: answer.length <= SHORT ? answer : '',
    ...documentsOf(answer),
    dates: datesIn(words, MOST).map(String),
    periods: periodsIn(words, MOST),
    expected: expectedIn(words, MOST),
    percents: findPercents(answer, MOST),
    namesAddressee: namesAddressee(answer),
    fingerprint: fingerprintOf(answer),
  };
}

const NOTHING = {
  value: '',
  documents: [],
  documentDays: {},
  dates: [],
  periods: [],
  expected: [],
  percents: [],
  namesAddressee: false,
  fingerprint: '',
} as const;

/** Letters and digits; NFC, so that a letter with its marks counts once. */
function lengthOf(answer: string): number {
  return answer.replace(/[^\p{L}\p{N}]+/gu, '').length;
}

function documentsOf(answer: string): Pick<AnswerFacts, 'documents' | 'documentDays'> {
  const cited = citedNumbers(answer, MOST_DOCUMENTS).filter(({ number }) => number.text.length <= SHORT);
  const alone = cited.length === 0 && answer.length <= SHORT ? parseDocumentNumber(answer) : null;
  const days = cited.flatMap(({ number, after }) => {
    const [day] = datesIn(timeWords(after.slice(0, WITH_ITS_DAY)), 1);
    return day ? [[number.text, `${day}`] as const] : [];
  });
  return {
    documents: alone ? [alone.text] : cited.map(({ number }) => number.text),
    documentDays: Object.fromEntries(days),
  };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const like = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);
const oneOf = (words: readonly unknown[]) => (value: unknown) => words.includes(value);
const listOf = (check: Check) => (value: unknown) => Array.isArray(value) && value.every(check);

/** What stands under each short key of a cell. */
type Stored = {
  readonly c: AnswerFacts['class'];
  readonly n: number;
  readonly v?: string;
  readonly d?: readonly string[];
  readonly t?: readonly string[];
  readonly q?: readonly string[];
  readonly p?: readonly number[];
  readonly a?: 1;
  readonly m?: AnswerFacts['marks'];
  readonly f?: string;
};

/**
 * Generous: what any release wrote is read, or an item that was answered would count as lacking. Looked at by hand: each
 * run reads one such cell for every answer of the log, and a schema library takes five times as long for it.
 */
const checks: { readonly [key in keyof Stored]-?: Check } = {
  c: oneOf(answerClasses),
  n: isCount,
  v: isText,
  d: listOf(isText),
  t: listOf(like(regexes.date)),
  q: listOf(isText),
  p: listOf(isNumber),
  a: oneOf([1]),
  m: listOf(oneOf(answerMarks)),
  f: like(/^(?:[0-9a-f]{32})?$/),
};

function isStored(read: unknown): read is Stored {
  if (typeof read !== 'object' || read === null || !('c' in read && 'n' in read)) return false;
  return Object.entries(read).every(([key, value]) => Object.hasOwn(checks, key) && checks[key as keyof Stored](value));
}

/** Before a day or period that is to come; alone when some were found and none is. */
const TO_COME = '→';

/**
 * Facts as they stand in a cell: short keys in a fixed order, what is empty left out. Earlier releases refuse keys they
 * do not know and only count these lists, so what is new stands in the lists: a document with its day behind it, a
 * period to come behind an arrow.
 */
export function encodeFacts(facts: AnswerFacts): string {
  const { value, dates, percents, marks, fingerprint } = facts;
  const documents = facts.documents.map((text) => [text, facts.documentDays[text]].filter(Boolean).join(' '));
  const isDated = dates.length + facts.periods.length > 0;
  const expected = isDated && facts.expected?.length === 0 ? [''] : (facts.expected ?? []);
  const periods = [...facts.periods, ...expected.map((one) => `${TO_COME}${one}`)];
  return JSON.stringify({
    c: facts.class,
    n: facts.length,
    ...(value && { v: value }),
    ...(documents.length > 0 && { d: documents }),
    ...(dates.length > 0 && { t: dates }),
    ...(periods.length > 0 && { q: periods }),
    ...(percents.length > 0 && { p: percents }),
    ...(facts.namesAddressee && { a: 1 }),
    ...(marks.length > 0 && { m: marks }),
    ...(fingerprint && { f: fingerprint }),
  });
}

/** Most answers name no document, day or period: what they share is held once for a country. */
const NONE: readonly never[] = [];
const NO_DAYS: AnswerFacts['documentDays'] = {};

/** @returns null when the cell does not hold facts that {@link encodeFacts} wrote. */
export function decodeFacts(text: string): AnswerFacts | null {
  const read = jsonOf(text);
  if (!isStored(read)) return null;
  const { c, n, v = '', d = NONE, t = NONE, q = NONE, p = NONE, a, m = NONE, f = '' } = read;
  const documents = d.length === 0 ? NONE : d.map((entry) => entry.split(' '));
  const toCome = q.length === 0 ? NONE : q.filter((entry) => entry.startsWith(TO_COME));
  const wasLookedFor = toCome.length > 0 || t.length + q.length === 0;
  return {
    class: c,
    length: n,
    value: v,
    documents: d.length === 0 ? NONE : documents.map(([text = '']) => text),
    documentDays: d.length === 0 ? NO_DAYS : Object.fromEntries(documents.filter(([, day]) => day !== undefined)),
    dates: t,
    periods: q.length === toCome.length ? NONE : q.filter((entry) => !entry.startsWith(TO_COME)),
    expected: wasLookedFor ? toCome.map((entry) => entry.slice(TO_COME.length)).filter(Boolean) : null,
    percents: p,
    namesAddressee: a === 1,
    marks: m,
    fingerprint: f,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let segmenter: Intl.Segmenter | null = null;

/** Made by the first long text: making it takes some milliseconds of every start. */
function graphemes(line: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('vi', { granularity: 'grapheme' });
  return segmenter.segment(line);
}

/**
 * The beginning of an answer on one line, for a table. Never more than `max` UTF-16 units; a letter is never parted
 * from its marks; ends with … when something was left out.
 */
export function excerptOf(text: string, max = 300): string {
  const line = clean(text.slice(0, max * 20));
  if (line.length <= max && text.length <= max * 20) return line;
  let end = 0;
  for (const { segment, index } of graphemes(line.slice(0, max + 40))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${line.slice(0, end).trimEnd()}…`;
}

/**
 * A long answer in parts that fit a cell; joined they are the answer again, unit for unit. A surrogate pair or a letter
 * and its marks stay together.
 * @param max UTF-16 units; a cell holds 50,000.
 */
export function partsOf(text: string, max = 40_000): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const end = cutBefore(text, start + max, start + Math.floor(max / 2));
    parts.push(text.slice(start, end));
    start = end;
  }
  return [...parts, text.slice(start)];
}

/** Whoever has not said it in ten pages leaves it open. In UTF-16 units. */
const FAR_ENOUGH = 20_000;

/**
 * True when a text says which body it asks to act. What stands before the word of asking speaks ("UBND thành phố đề nghị
 * …"), what stands behind it is asked ("… đề nghị Bộ Xây dựng …"); a body that is only mentioned is not asked for
 * anything ("bổ sung biên chế cho UBND cấp xã"). Where nobody asks in words, as in a table, a body named is enough.
 */
function namesAddressee(answer: string): boolean {
  const line = straight(answer.slice(0, FAR_ENOUGH)).toLowerCase();
  if (/^[ -~]*$/.test(line)) return (ASKS_PLAINLY.test(line) ? ASKED_PLAINLY : NAMED).test(line);
  return ASKS.test(line) ? ASKED.some((form) => form.test(line)) : NAMED.test(fold(line));
}
