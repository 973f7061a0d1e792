import { fold } from '../../../sheets-schema/text.ts';

const LANES = 4;
/** Enough for counters up to 16 million words. */
const PLANES = 24;
const FEWEST_WORDS = 12;
const SHINGLE = 3;

/**
 * A simhash of the words in threes: texts that share most of their words get fingerprints that share most of their
 * bits. Figures are left out, so a report where only dates were changed keeps its fingerprint; so are tone marks.
 * @returns 32 hexadecimal digits; '' for fewer than 12 words, where likeness means nothing.
 */
export function fingerprintOf(text: string): string {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return '';
  const hashes = words.map(hashOf);
  const planes = new Int32Array(LANES * PLANES);
  for (let at = SHINGLE - 1; at < hashes.length; at++) {
    const shingle = mixed(mixed(hashes[at - 2] ?? 0, hashes[at - 1] ?? 0), hashes[at] ?? 0);
    for (let lane = 0; lane < LANES; lane++) tally(planes, lane * PLANES, mixed(shingle, lane + 1));
  }
  return hexOf(planes, (hashes.length - SHINGLE + 1) / 2);
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3 over two words: every bit of either moves every bit of the result. */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Counts set bits, 32 at a time: plane n holds bit n of each of the 32 counters, a carry runs up the planes. */
function tally(planes: Int32Array, from: number, hash: number): void {
  let carry = hash;
  for (let at = from; carry !== 0; at++) {
    const before = planes[at] ?? 0;
    planes[at] = before ^ carry;
    carry &= before;
  }
}

function hexOf(planes: Int32Array, half: number): string {
  const digits = Array.from({ length: LANES * 8 }, (_, digit) => {
    const bits = [3, 2, 1, 0].map((bit) => (countOf(planes, digit * 4 + bit) > half ? 1 : 0));
    return Number.parseInt(bits.join(''), 2).toString(16);
  });
  return digits.join('');
}

function countOf(planes: Int32Array, bit: number): number {
  const lane = (bit >>> 5) * PLANES;
  let sum = 0;
  for (let plane = 0; plane < PLANES; plane++) sum += (((planes[lane + plane] ?? 0) >>> (bit & 31)) & 1) * 2 ** plane;
  return sum;
}

/**
 * How alike two texts are by their fingerprints: 1 the same words, about 0 unrelated. The angle between the texts as
 * bags of shingles, estimated from the share of differing bits.
 */
export function similarity(a: string, b: string): number {
  if (a === '' || a.length !== b.length) return 0;
  let differing = 0;
  for (let at = 0; at < a.length; at += 8) {
    let bits = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) differing++;
  }
  return Math.max(0, Math.cos((Math.PI * differing) / (a.length * 4)));
}
