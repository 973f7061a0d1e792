import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { fold } from '../../../sheets-schema/text.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // no I, L, O, U: nothing to mistake when read aloud
const LENGTH = 12;

/**
 * The code of one unit in one round, `HPG-…`: whoever fills the form through the unit's own link shows it.
 * @param epoch how often it was changed; those never changed are as they always were
 */
export function linkCode(secret: string, round: string, unit: string, epoch = 0): string {
  return `${unit}-${proof(secret, { round, unit, epoch })}`;
}

/** What nobody can make without the secret. */
function proof(secret: string, { round, unit, epoch }: LinkOwner): string {
  const of = [round, unit, ...(epoch > 0 ? [epoch] : [])];
  return signs(createHmac('sha256', secret).update(of.join('\n')).digest());
}

/** What tells a secret from another without giving it away. */
export function secretMark(secret: string): string {
  return signs(createHmac('sha256', secret).update('the secret of the links').digest(), 8);
}

/** Whose link a code comes from, and after how many changes of it. */
export type LinkOwner = { readonly round: string; readonly unit: string; readonly epoch: number };

/**
 * Reads codes as people copy them: in any case, with dashes of every kind, blanks or none, O for 0, I or L for 1, full
 * width, words around it. Only the units that the text can mean are tried, against every round, comparing in constant
 * time.
 * @param secrets the one in use, and the one before it: links made with it are still about
 * @param known the rounds whose links are good, and the units a code may name; a unit not among them is still known by a
 * code copied as it was written.
 * @returns what reads one text; null for anything that is no code of ours.
 */
export function linkCodeReader(
  secrets: readonly string[],
  known: {
    readonly rounds: readonly string[];
    readonly units: readonly string[];
    /** How often the link of a unit was changed in a round. */
    readonly changes?: (round: string, unit: string) => number;
  },
): (typed: string) => LinkOwner | null {
  const unitsBy = Map.groupBy(known.units, (unit) => compact(plainSigns(unit)));
  const longest = Math.max(0, ...[...unitsBy.keys()].map((unit) => unit.length));
  return (typed) => {
    const readings = [...asWritten(typed), ...asCopied(typed, unitsBy, longest)].slice(0, MOST_READINGS);
    for (const { unit, shown } of readings) {
      for (const round of known.rounds) {
        for (let epoch = known.changes?.(round, unit) ?? 0; epoch >= 0; epoch -= 1) {
          const owner = { round, unit, epoch };
          if (secrets.some((secret) => equal(proof(secret, owner), shown))) return owner;
        }
      }
    }
    return null;
  };
}

/** A unit that a text may name, and what the text shows for it. */
type Reading = { readonly unit: string; readonly shown: string };

/** Longer texts hold no code: what is typed by whom must not cost time. */
const LONGEST = 200;
const MOST_READINGS = 20;

function asWritten(typed: string): readonly Reading[] {
  const code = typed.trim().slice(0, LONGEST);
  const dash = code.lastIndexOf('-');
  return dash > 0 ? [{ unit: code.slice(0, dash), shown: code.slice(dash + 1) }] : [];
}

/** Every place where {@link LENGTH} signs end at the end of a word and a unit's own code stands before them. */
function asCopied(typed: string, units: ReadonlyMap<string, readonly string[]>, longest: number): readonly Reading[] {
  const text = plainSigns(typed.slice(0, LONGEST));
  return [...text.matchAll(ENDS)].flatMap(({ index }) => {
    const before = text.slice(0, index);
    return [...wordsEnding(before, LENGTH + 1, LENGTH + longest)].flatMap((word) => {
      const named = units.get(word.slice(0, -LENGTH)) ?? [];
      return named.map((unit) => ({ unit, shown: word.slice(-LENGTH) }));
    });
  });
}

const ENDS = /(?<=[0-9A-Z])(?![\p{L}\p{N}])/gu;
/** What may stand between the signs of a code: blanks, points and dashes; the minus sign is no dash to Unicode. */
const BETWEEN = /[\s\p{Pd}\u2212_.]/u;

/** The signs at the end of a text, what stands between them left out: each time a word begins, from the shortest on. */
function* wordsEnding(text: string, least: number, most: number): Generator<string> {
  let word = '';
  for (let at = text.length - 1; at >= 0 && word.length < most; at -= 1) {
    const sign = text.charAt(at);
    if (BETWEEN.test(sign)) continue;
    if (!/[0-9A-Z]/.test(sign)) return;
    word = sign + word;
    if (word.length >= least && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) yield word;
  }
}

/** Capitals without marks in plain width, and the letters that {@link ALPHABET} leaves out as what they are taken for. */
function plainSigns(text: string): string {
  return fold(text.normalize('NFKC')).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

function compact(text: string): string {
  return text.replace(/[^0-9A-Z]/g, '');
}

/** A short code of something long: {@link LENGTH} signs of base 32. */
function signs(digest: Buffer, length = LENGTH): string {
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('');
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `BC-HPG-7K3M2QXW`: the code of one version of a response, the same however often it is read. */
export function versionCode(unit: string | null, responseId: string, lastSubmittedTime: string): string {
  const digest = createHash('sha256').update(submissionKey({ responseId, lastSubmittedTime })).digest();
  return `BC-${unit ?? 'CXM'}-${signs(digest, MARK)}`;
}

/** A code of three parts: of whom, and which. */
const CODE_OF_A_UNIT = /^BC-.+-([0-9A-Z]{8})$/;

/**
 * A version's code with the name of the unit whose it is: of one that came unverified the log keeps `BC-CXM-…` for ever,
 * and the unit reads its own. Both find it.
 */
export function ownCode(version: string, unit: string): string {
  return version.replace(CODE_OF_A_UNIT, `BC-${unit}-$1`);
}

/** True for two codes of one version, whosever name they bear. */
export function isSameVersion(version: string, typed: string | null): boolean {
  return typed !== null && versionSigns(version) === versionSigns(typed);
}

/** What is left of a version's code without the name of a unit. */
export function versionSigns(code: string): string {
  return CODE_OF_A_UNIT.exec(code.trim())?.[1] ?? code.trim();
}

/** How many signs at its end tell a version from every other, whatever unit stands before them. */
const MARK = 8;

/** The signs of all versions that a text can name, read as people copy codes, and how many codes it shows. */
export function versionsNamedIn(typed: string): { readonly signs: ReadonlySet<string>; readonly codes: number } {
  const text = plainSigns(typed.slice(0, LONGEST));
  const words = [...text.matchAll(ENDS)].flatMap(({ index }) => [
    ...wordsEnding(text.slice(0, index), MARK, MARK + LONGEST_BEFORE),
  ]);
  return { signs: new Set(words.map((word) => word.slice(-MARK))), codes: [...text.matchAll(BEGINS)].length };
}

/** Where a code begins: `BC`, a unit of one sign or more, the mark; a document's number is shorter. */
const BEGINS = /(?<![\p{L}\p{N}])BC(?:[\s\p{Pd}\u2212_.]*[0-9A-Z]){9}/gu;
/** `BC` and the code of a unit, where nothing parts them from the mark. */
const LONGEST_BEFORE = 40;

/** What makes a version: an edit of a response keeps its id and moves its time; a document entered again is the same. */
export function submissionKey(of: { readonly responseId: string; readonly lastSubmittedTime: string }): string {
  return of.responseId.startsWith(ENTERED) ? of.responseId : `${of.responseId}\n${of.lastSubmittedTime}`;
}

/** No id of Google's begins so. */
const ENTERED = 'tep:';

/** The id of a document that was entered as a unit's report: the same file for the same round is one version. */
export function enteredId(file: Uint8Array, round: string, unit: string): string {
  const digest = createHash('sha256').update(`${round}\n${unit}\n`).update(file).digest('hex');
  return `${ENTERED}${digest.slice(0, 32)}`;
}
