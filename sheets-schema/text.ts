/**
 * Text as people type it, made comparable. Vietnamese reaches us composed or decomposed, with no-break spaces from
 * Word, zero-width marks from web pages and three different letters that look like Đ.
 */

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;

/** More marks on one letter than any script has; the limit is that of the Stream-Safe Text Format (Unicode Annex 15). */
const LONGEST_RUN = 30;
const LONG_RUN = /(\p{M}{30})\p{M}+/gu;

/**
 * NFC, in linear time: normalisation sorts runs of combining marks in quadratic time, so that 60,000 marks on one letter
 * take seconds. No Vietnamese letter carries more than two; longer runs are cut before anything else reads the text.
 */
export function composed(text: string): string {
  return (text.length > LONGEST_RUN ? text.replace(LONG_RUN, '$1') : text).normalize('NFC');
}

/**
 * Words of letters that are composed already (ASCII, Latin-1 to Latin Extended-B, the Vietnamese block), a plain space
 * between two: what most cells hold, and nothing there to clean.
 */
const CLEAN = /^[!-~À-ɏẠ-ỹ]+(?: [!-~À-ɏẠ-ỹ]+)*$/;

/** The same words in NFC, spaces single and plain, invisible marks gone, ends trimmed. Meaning is untouched. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return composed(text).replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Like {@link clean}, but line breaks stay: for long answers. */
export function cleanLines(text: string): string {
  return composed(text)
    .replace(INVISIBLE, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(SPACES, ' ').trim())
    .join('\n')
    .trim();
}

/** Đ, Ð (Eth) and Ɖ look alike and all occur in old documents; only the first is Vietnamese. */
export function sameD(text: string): string {
  return text.replace(/[\u00D0\u0189]/g, 'Đ').replace(/[\u00F0\u0256]/g, 'đ');
}

/**
 * The key under which two spellings of a name meet: no tone marks, no case, single spaces. It loses meaning (Hương and
 * Hường meet), so it serves headers, aliases and placeholders, never the identity of a person.
 */
export function fold(text: string): string {
  return sameD(clean(text)).normalize('NFD').replace(/\p{M}/gu, '').replace(/[Đđ]/g, 'd').toLowerCase();
}
