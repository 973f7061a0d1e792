/** Fewer can be found out by trying, from one link and without asking anybody. */
export const ENOUGH_BITS = 128;

/** Kinds of character a random text may be made of, the plainest first, and how many there are of each. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^\d*$/, 10],
  [/^[\da-f]*$/i, 16],
  [/^(?:[\da-z]*|[\dA-Z]*)$/, 36],
  [/^[\w+/=-]*$/, 64],
];

/** So many different characters a random text of this length has, save by a miracle. */
const DIFFERENT = 8;

/** The most random bits that a secret of such length and characters can hold; a few characters over and over hold fewer. */
export function bitsOf(secret: string): number {
  const size = alphabets.find(([pattern]) => pattern.test(secret))?.[1] ?? 95;
  const different = new Set(secret).size;
  return Math.floor(secret.length * Math.log2(different < DIFFERENT ? Math.max(1, different) : size));
}
