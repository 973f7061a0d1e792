import { composed } from '../../../sheets-schema/text.ts';
import type { AnswerMark } from './answer-facts.ts';
import { isMarkedSecret } from './secrecy.ts';

/** What makes a text one that a person should look at: an old encoding, a broken one, a mark of secrecy. */
export function textMarks(text: string): readonly AnswerMark[] {
  const lines = composed(text).split(/\r\n|\r|\n/);
  const broken = lines.some((line) => outweighs(line, BROKEN));
  const old = !broken && lines.some((line) => outweighs(line, OLD));
  return [
    ...(old ? (['legacy-encoding'] as const) : []),
    ...(broken ? (['mojibake'] as const) : []),
    ...(isMarkedSecret(text) ? (['secret'] as const) : []),
  ];
}

/** Letters that only Vietnamese in Unicode has; text in TCVN3, in VNI or broken has none of them. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/g;

/**
 * Traces of TCVN3 and VNI in what claims to be Unicode: a letter foreign to Vietnamese inside a word (`Hµ`, `Naüng`),
 * `§` or `®` for Đ, a capital with a mark after a small letter (`HuÕ`), a pair of vowels Vietnamese does not have (`Caàn`).
 * One word proves nothing, VNI `Hoà` is good Unicode; a line is judged as a whole.
 */
const OLD = new RegExp(
  [
    String.raw`(?<=[A-Za-z\u00AD\u00C0-\u00FF])[\u00A8-\u00AA\u00AC\u00AE\u00B5-\u00B9\u00BC-\u00BE\u00C4-\u00C7\u00CB\u00CE\u00CF\u00D1\u00D6-\u00D8\u00DB\u00DC\u00DE\u00DF\u00E4-\u00E7\u00EB\u00EE\u00EF\u00F1\u00F6-\u00F8\u00FB\u00FC\u00FE\u00FF]`,
    String.raw`(?<![\p{L}\d])[\u00A7\u00AE\u00D1\u00F1](?=\p{L})`,
    String.raw`(?<=[a-z])[\u00C0-\u00D6\u00D8-\u00DD]`,
    String.raw`a[\u00E0-\u00E3\u00E8-\u00EA\u00F9]|e[\u00E0-\u00E3\u00F9\u00F5]|o[\u00E2\u00F9\u00F5]|u[\u00F9\u00F5]|y[\u00F9\u00F5]`,
    String.raw`A[\u00C0-\u00C3\u00C8-\u00CA\u00D9]|E[\u00C0-\u00C3\u00D9\u00D5]|O[\u00C2\u00D9\u00D5]|U[\u00D9\u00D5]|Y[\u00D9\u00D5]`,
  ].join('|'),
  'gu',
);

/** UTF-8 read as Windows-1252: a lead byte and what follows it; or a replacement mark. */
const BROKEN =
  /(?:\u00E1[\u00BA\u00BB]|[\u00C2-\u00C6])[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]|\uFFFD|\u00EF\u00BF\u00BD/gu;

/** Traces outnumber true Vietnamese letters and are not a stray foreign name in a long line. */
function outweighs(line: string, traces: RegExp): boolean {
  const signs = count(line, traces);
  return signs > 0 && signs * 40 >= line.length && signs > count(line, VIETNAMESE);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
