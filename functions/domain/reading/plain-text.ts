import { clean } from '../../../sheets-schema/text.ts';

const SIGN = String.raw`[!-~\u00A1-\u00AC\u00AE-\u017F\u01A0\u01A1\u01AF\u01B0\u1E00-\u1EF9\u2010-\u2027\u2030-\u205E\u20AB\u20AC\u2190-\u22FF\uD83C-\uD83E\uDC00-\uDFFF]`;
/** What {@link clean} leaves as it is: common letters, figures and signs with single spaces between them. */
const PLAIN = new RegExp(`^(?:${SIGN}+(?: ${SIGN}+)*)?$`);

/** Any text on one line, cleaned; a text that already is comes back at once, so that several readers may ask. */
export function plain(text: string): string {
  return PLAIN.test(text) ? text : clean(text);
}
