import { clean, fold } from '../../../sheets-schema/text.ts';
import type { AnswerClass } from './answer-facts.ts';
import { BLANKS, type PhraseBook, PLACEHOLDER_PHRASES } from './placeholder-phrases.ts';

/** A longer cell says something of its own, whatever its words. In UTF-16 units. */
const LONGEST_PLACEHOLDER = 240;
const LONGEST_BARE_STATUS = 6;
const LONGEST_PHRASE = 5;

/**
 * What sort of answer a cell is. Only the whole cell counts: "Không có cơ chế thuê dịch vụ" is a real answer though it
 * begins like "không có". Spelling is forgiven: tone marks, case, spacing, punctuation, NFC or NFD.
 */
export function classifyAnswer(text: string): AnswerClass {
  const cell = clean(text);
  if (!/[\p{L}\p{N}]/u.test(cell)) return 'blank';
  if (cell.length > LONGEST_PLACEHOLDER) return 'text';
  const folded = fold(cell);
  if (BLANKS.has(folded.replace(/[^\p{L}\p{N}%]/gu, ''))) return 'blank';
  const words = wordsOf(folded);
  if (isMadeOf(words, PLACEHOLDER_PHRASES.deferral)) return 'deferral';
  if (isMadeOf(words, PLACEHOLDER_PHRASES.negative)) return 'negative';
  if (isMadeOf(words, PLACEHOLDER_PHRASES.reference) || /^(?:https?:\/\/|www\.)\S+$/.test(folded)) return 'reference';
  return words.length <= LONGEST_BARE_STATUS && isMadeOf(words, PLACEHOLDER_PHRASES.status) ? 'bare-status' : 'text';
}

function wordsOf(folded: string): readonly string[] {
  return folded
    .split(/[\s,;:()]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter(Boolean);
}

/** True when phrases of the book, longest first, cover every word and at least one of them carries the meaning. */
function isMadeOf(words: readonly string[], book: PhraseBook): boolean {
  let meant = false;
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, book);
    if (phrase === null) return false;
    meant ||= book.heads.has(phrase);
    at += phrase.split(' ').length;
  }
  return meant;
}

function phraseAt(words: readonly string[], at: number, book: PhraseBook): string | null {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (book.heads.has(phrase) || book.fillers.has(phrase)) return phrase;
  }
  const word = words[at] ?? '';
  return book.figures && /\d/.test(word) ? word : null;
}
