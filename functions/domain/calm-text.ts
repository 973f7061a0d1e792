import { clean } from '../../sheets-schema/text.ts';

/**
 * Unicode normalisation sorts runs of combining marks in quadratic time: 60,000 marks on one letter take seconds. No
 * Vietnamese letter carries more than two, so longer runs are cut before anything else reads the text.
 * The limit of 30 is that of the Stream-Safe Text Format (Unicode Standard Annex 15).
 */
export function calm(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

const SIGN = String.raw`[!-~\u00A1-\u00AC\u00AE-\u017F\u01A0\u01A1\u01AF\u01B0\u1E00-\u1EF9\u2010-\u2027\u2030-\u205E\u20AB\u20AC\u2190-\u22FF\uD83C-\uD83E\uDC00-\uDFFF]`;
/** What {@link clean} leaves as it is: common letters, figures and signs with single spaces between them. */
const PLAIN = new RegExp(`^(?:${SIGN}+(?: ${SIGN}+)*)?$`);

/** Any text on one line, cleaned; a text that already is comes back at once, so that several readers may ask. */
export function plain(text: string): string {
  return PLAIN.test(text) ? text : clean(calm(text));
}
