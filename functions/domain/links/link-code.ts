import { createHmac, timingSafeEqual } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // no I, L, O, U: nothing to mistake when read aloud
const LENGTH = 12;

/** The code of one unit in one round, `HPG-…`: whoever fills the form through the unit's own link shows it. */
export function linkCode(secret: string, round: string, unit: string): string {
  const digest = createHmac('sha256', secret).update(`${round}\n${unit}`).digest();
  return `${unit}-${signs(digest)}`;
}

/**
 * Whose link a code comes from. Only the unit that the code itself names is tried, against every round, comparing in
 * constant time.
 * @returns null for anything that is no code of ours.
 */
export function readLinkCode(
  secret: string,
  rounds: readonly string[],
  typed: string,
): { round: string; unit: string } | null {
  const code = typed.trim().slice(0, 200);
  const unit = code.slice(0, Math.max(0, code.lastIndexOf('-')));
  if (unit === '') return null;
  const round = rounds.find((candidate) => equal(linkCode(secret, candidate, unit), code));
  return round === undefined ? null : { round, unit };
}

/** A short code of something long: {@link LENGTH} signs of base 32. */
export function signs(digest: Buffer, length = LENGTH): string {
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('');
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
