/**
 * Text as people type it, made comparable. Vietnamese reaches us composed or decomposed, with no-break spaces from
 * Word, zero-width marks from web pages and three different letters that look like Đ.
 */

/**
 * Signs that show nothing: joiners and fillers, soft hyphens, marks that turn the direction of what follows, variation
 * selectors, controls, halves of a letter that was cut in two. Line breaks, tabs and the
 * blank pattern of Braille are space.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\uFFFE\uFFFF]|(?![\s\u0085])\p{Cc}/gu;
const SPACES = /[\s\u0085\u2800]+/g;
const VISIBLE = /[^\s\u0085\u2800\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\uFFFE\uFFFF]/u;

/** More marks on one letter than any script has; the limit is that of the Stream-Safe Text Format (Unicode Annex 15). */
const LONGEST_RUN = 30;
const LONG_RUN = /(\p{M}{30})\p{M}+/gu;

/** Letters, figures and signs of the keyboards of East Asia, as wide as they are high. */
const WIDE = /[\uFF01-\uFF5E]/g;
const asUsual = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/**
 * NFC in usual width, in linear time: normalisation sorts runs of combining marks in quadratic time, so that 60,000 marks on one letter
 * take seconds. No Vietnamese letter carries more than two; longer runs are cut before anything else reads the text.
 */
export function composed(text: string): string {
  if (COMPOSED.test(text)) return text;
  const usual = text.replace(WIDE, asUsual);
  if (usual.length <= LONGEST_RUN) return usual.normalize('NFC');
  if (usual === lastLong.text || usual === lastLong.composed) return lastLong.composed;
  // Once more behind it: a few marks are two in NFC.
  lastLong = { text: usual, composed: usual.replace(LONG_RUN, '$1').normalize('NFC').replace(LONG_RUN, '$1') };
  return lastLong.composed;
}

/** An answer is read by a dozen rules one after the other: what was composed last is composed once. */
let lastLong = { text: '', composed: '' };

/** Letters that are composed already (ASCII, Latin-1 to Latin Extended-B, the Vietnamese block), common signs, emoji. */
const SIGNS = String.raw`!-~¡-¬®-ɏẠ-ỹ\u2010-\u2027\u2030-\u205E\u20AB\u20AC\u2190-\u22FF\u{1F000}-\u{1FAFF}`;
/** Nothing there to compose: what nearly every text is, and told many times faster than it is done. */
const COMPOSED = new RegExp(`^[${SIGNS} \\t\\r\\n]*$`, 'u');
/** Words of them, a plain space between two: what most cells hold, and nothing there to clean. */
const CLEAN = new RegExp(`^(?:[${SIGNS}]+(?: [${SIGNS}]+)*)?$`, 'u');
/** The same, in lines and with any spaces between: nothing there that does not show. */
const LEGIBLE = new RegExp(`^[${SIGNS}][${SIGNS} \\n]*$`, 'u');

/** The same words in NFC, spaces single and plain, invisible marks gone, ends trimmed. Meaning is untouched. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return composed(text.replace(INVISIBLE, '')).replace(SPACES, ' ').trim();
}

/** Whether a person would see anything of it. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Like {@link clean}, but line breaks stay: for long answers. */
export function cleanLines(text: string): string {
  return composed(text.replace(INVISIBLE, ''))
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(SPACES, ' ').trim())
    .join('\n')
    .trim();
}

/** The same, but for the joiners and selectors that make one emoji of several signs. */
const STRAY = new RegExp(
  String.raw`(?![\u200D\uFE0E\uFE0F])(?:${INVISIBLE.source})|\u200D(?!\p{Extended_Pictographic})|(?<!\p{Emoji}\p{Emoji_Modifier}?)[\uFE0E\uFE0F]`,
  'gu',
);

/**
 * Somebody else's text, kept word for word: nothing normalised, nothing trimmed, but without the signs that show nothing
 * and could make it read otherwise than it stands. The rarer line breaks are made plain ones.
 */
export function legible(text: string): string {
  if (LEGIBLE.test(text)) return text;
  if (!isVisible(text)) return '';
  return text.replace(STRAY, '').replace(/[\v\f\u0085]/g, '\n');
}

/** Invisible signs by their numbers, so that a person sees why a cell is not what it looks like. */
export function withSignsNamed(text: string): string {
  return text.replace(
    INVISIBLE,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** A text of at most so many UTF-16 units: a longer one ends with …, at a place where a character ends. */
export function bounded(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, cutBefore(text, longest - 1)).trimEnd()}…`;
}

/** The last place up to `end` where a character begins; where none does after `least`, `end` itself. */
export function cutBefore(text: string, end: number, least = Math.max(0, end - 100)): number {
  for (let cut = end; cut > least; cut--) if (beginsAt(text, cut)) return cut;
  return /^[\uDC00-\uDFFF]/.test(text.slice(end, end + 1)) ? end - 1 : end;
}

/** A mark, a joiner, the second half of a surrogate pair: what belongs to the character before it. */
const CONTINUES = /^(?:\p{M}|\u200D|[\uDC00-\uDFFF])/u;

function beginsAt(text: string, cut: number): boolean {
  return text[cut - 1] !== '\u200D' && !CONTINUES.test(text.slice(cut, cut + 2));
}

/** On one line with one kind of Đ and one kind of dash: what numbers of documents, days and phrases are read from. */
export function straight(text: string): string {
  return sameD(clean(text)).replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-');
}

const SIGNS_BEFORE = /^[^\p{L}\p{N}]+/u;
/** `1.4`, `1.4)`, `(2)`, `a)`, `II.`, `Mục 1.4:`, before the words that it counts. */
const NUMBER_BEFORE =
  /^(?:(?:trả lời|tra loi) )?(?:(?:mục|muc|câu|cau|phần|phan|khoản|khoan|điểm|diem|ý) )?(?:\d{1,2}(?:\.\d{1,2}){1,2}(?= )|(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4}(?:\.\d{1,2})*)(?:[.):/]{1,2}(?= )|[.):](?=\p{L}{2}))|[a-zđ](?:\)|\.(?= )))/iu;

/** A text on one line, cleaned, without what counts it or marks it off: bullets, quotation marks, the number of an item. */
export function unnumbered(text: string): string {
  let words = clean(text).replace(SIGNS_BEFORE, '');
  for (let numbers = 0; numbers < 2 && NUMBER_BEFORE.test(words); numbers++) {
    words = words.replace(NUMBER_BEFORE, '').replace(SIGNS_BEFORE, '');
  }
  return words;
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

/** How official papers write a number of things: `06 thành phố`, `12 báo cáo`. */
export function counted(number: number): string {
  return number >= 0 && number < 10 ? `0${number}` : String(number);
}

/** Without what ends a sentence, for words that are quoted inside another one. */
export function withoutStop(text: string): string {
  return text.replace(/[\s.;]+$/, '');
}
