/**
 * Unicode normalisation sorts runs of combining marks in quadratic time: 60,000 marks on one letter take seconds. No
 * Vietnamese letter carries more than two, so longer runs are cut before anything else reads the text.
 * The limit of 30 is that of the Stream-Safe Text Format (Unicode Standard Annex 15).
 */
export function calm(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}
