import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { fold, straight, unnumbered } from '../../../sheets-schema/text.ts';
import type { AnswerClass } from './answer-facts.ts';
import {
  BLANKS,
  LINKING_WORDS,
  type PhraseBook,
  PLACEHOLDER_PHRASES,
  ROUNDABOUT_PHRASES,
} from './placeholder-phrases.ts';

/** What the form says around the cell: those words are the outline's, whoever copies them into it. */
export type OutlineWords = Pick<OutlineQuestion, 'wording' | 'title' | 'help'> & {
  readonly type?: OutlineQuestion['type'];
};

/** What says nothing in so many UTF-16 units says nothing. */
const FAR_ENOUGH = 10_000;
/** In words; a longer one, repetition taken away, is no phrase that stands for an answer. */
const LONGEST_PLACEHOLDER = 60;
const LONGEST_BARE_STATUS = 6;
const LONGEST_PHRASE = 5;
/** An answer has this many words of its own, or more. */
const FEWEST_OWN = 2;
/** Where it puts off or points elsewhere. */
const FEWEST_OWN_BESIDE = 4;

/**
 * What sort of answer a cell is. Only the whole cell counts: "Không có cơ chế thuê dịch vụ" is a real answer though it
 * begins like "không có". Spelling is forgiven: tone marks, case, spacing, punctuation, numbering, NFC or NFD. What has no
 * words of its own is no answer however long it is: the outline copied back, one phrase over and over, a promise to
 * report later in many words.
 */
export function classifyAnswer(text: string, asked: OutlineWords | null = null): AnswerClass {
  const cell = straight(unnumbered(text.split(LINES).map(unnumbered).join(' '))).slice(0, FAR_ENOUGH);
  if (!/[\p{L}\p{N}]/u.test(cell)) return 'blank';
  // Asked for a number, none at all is one.
  if (asked?.type === 'Số' && /^[-\d.,% ]*\d[%\d.,]*$/.test(cell)) return 'text';
  const folded = fold(cell);
  if (isBlank(folded)) return 'blank';
  if (/^(?:https?:\/\/|www\.)\S+$/.test(folded)) return 'reference';
  const outline = asked ? outlineOf(asked) : NOTHING_ASKED;
  const words = withoutTitle(withoutRepetition(folded), outline);
  if (isBlank(words.join(''))) return 'blank';
  const { deferral, negative, reference, status } = PLACEHOLDER_PHRASES;
  if (words.length <= LONGEST_PLACEHOLDER) {
    if (isMadeOf(words, deferral)) return 'deferral';
    if (isMadeOf(words, negative)) return 'negative';
    if (isMadeOf(words, reference)) return 'reference';
    if (words.length <= LONGEST_BARE_STATUS && isMadeOf(words, status)) return 'bare-status';
  }
  return ownSort(words, outline.words);
}

const LINES = /[\r\n\v\f\u0085\u2028\u2029]+/;

function isBlank(folded: string): boolean {
  return BLANKS.has(folded.replace(/[^\p{L}\p{N}%]/gu, ''));
}

function wordsOf(folded: string): readonly string[] {
  return folded
    .split(/[\s,;:()]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter(Boolean);
}

/** The words of each clause that was not said before; of one phrase over and over, the phrase. */
function withoutRepetition(folded: string): readonly string[] {
  const clauses = new Set(folded.split(/[;:!?]|[.,](?!\d)/).map((clause) => wordsOf(clause).join(' ')));
  const words = [...clauses].join(' ').split(' ').filter(Boolean);
  const period = periodOf(words);
  return period <= words.length / 2 ? words.slice(0, period) : words;
}

/** The length of the shortest phrase that, said again and again, gives these words; by Knuth, Morris and Pratt. */
function periodOf(words: readonly string[]): number {
  const borders = [0];
  for (let at = 1, border = 0; at < words.length; at++) {
    while (border > 0 && words[at] !== words[border]) border = borders[border - 1] ?? 0;
    if (words[at] === words[border]) border++;
    borders.push(border);
  }
  return words.length - (borders.at(-1) ?? 0);
}

function withoutTitle(words: readonly string[], { titles }: Outline): readonly string[] {
  const title = titles.find((one) => one.length < words.length && one.every((word, at) => word === words[at]));
  return words.slice(title?.length ?? 0);
}

type Outline = { readonly titles: readonly (readonly string[])[]; readonly words: ReadonlySet<string> };

const NOTHING_ASKED: Outline = { titles: [], words: new Set() };

/** Each question is asked of many units: saves 0.2 ms of 0.5 an answer. */
const outlines = new WeakMap<OutlineWords, Outline>();

function outlineOf(asked: OutlineWords): Outline {
  const known = outlines.get(asked);
  if (known) return known;
  const { wording, title, help } = asked;
  // An example in the guidance is what a city may well have to say.
  const guidance = (help ?? '').replace(/ví dụ.*/isu, '');
  const outline = {
    titles: [title, wording].map((heading) => wordsOf(fold(unnumbered(heading)))),
    words: new Set(wordsOf(fold(`${wording} ${title} ${guidance}`))),
  };
  outlines.set(asked, outline);
  return outline;
}

/** True when phrases of the book, longest first, cover every word and at least one of them carries the meaning. */
function isMadeOf(words: readonly string[], book: PhraseBook): boolean {
  let meant = false;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, [book]);
    if (phrase === null) return false;
    meant ||= book.heads.has(phrase);
    at += phrase.split(' ').length;
  }
  return meant;
}

function phraseAt(words: readonly string[], at: number, books: readonly PhraseBook[]): string | null {
  const word = words[at] ?? '';
  const begun = books.filter((book) => book.beginnings.has(word));
  for (let length = begun.length > 0 ? LONGEST_PHRASE : 0; length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (begun.some((book) => book.heads.has(phrase) || book.fillers.has(phrase))) return phrase;
  }
  return books.some((book) => book.figures) && /\d/.test(word) ? word : null;
}

/** What is left when the outline's words and all phrases are taken away decides whether a text says something. */
function ownSort(words: readonly string[], outline: ReadonlySet<string>): AnswerClass {
  const { negative, status } = PLACEHOLDER_PHRASES;
  const { deferral, reference } = ROUNDABOUT_PHRASES;
  const [putsOff, pointsAway] = [deferral, reference].map((book) => holdsHead(words, book));
  const books = [LINKING_WORDS, negative, status, ...(putsOff ? [deferral] : []), ...(pointsAway ? [reference] : [])];
  const fewest = putsOff || pointsAway ? FEWEST_OWN_BESIDE : FEWEST_OWN;
  const own = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const phrase = phraseAt(words, at, books);
    const isOwn = phrase === null && !outline.has(word);
    if (isOwn && isFigure(word) && !(pointsAway && isOfPaper(words[at - 1], word))) return 'text';
    if (isOwn && word.length < 30 && SPEAKABLE.test(word)) own.add(word);
    if (own.size >= fewest) return 'text';
    at += phrase === null ? 1 : phrase.split(' ').length;
  }
  if (pointsAway) return 'reference';
  return !putsOff && words.some((word) => LACKING.has(word) && !outline.has(word)) ? 'text' : 'bare-status';
}

/** Only a text short enough is about what the head says. */
function holdsHead(words: readonly string[], book: PhraseBook): boolean {
  if (words.length > LONGEST_PLACEHOLDER) return false;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, [book]);
    if (phrase !== null && book.heads.has(phrase)) return true;
    at += phrase === null ? 1 : phrase.split(' ').length;
  }
  return false;
}

/** "Thiếu …", "không …", "chưa …" say what is not there: few words are enough for that. */
const LACKING: ReadonlySet<string> = new Set(['khong', 'chua', 'thieu']);

function isFigure(word: string): boolean {
  return /^\d|\d{2}/.test(word);
}

/** The figure belongs to the paper or the place pointed at. */
function isOfPaper(before: string | undefined, figure: string): boolean {
  return /[/.-]/.test(figure) || /^(?:so|ngay|thang|nam|muc|phan|luc|diem|khoan|ky|bieu)$/.test(before ?? '');
}

/** Syllables of a language, no row of keys. */
const SPEAKABLE =
  /^(?:(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?){1,5}$/;
