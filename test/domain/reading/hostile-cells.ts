import { parseDocumentNumber } from '../../../functions/domain/reading/document-number.ts';
import { encodeFacts, examineAnswer, excerptOf, partsOf } from '../../../functions/domain/reading/examine-answer.ts';
import { createUnitNames } from '../../../functions/domain/reading/unit-name.ts';
import { readDeadlineWords } from '../../../functions/domain/time/deadline-words.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';

/** Pieces that, repeated, have made patterns like ours backtrack, or normalisation sort, without end. */
const PIECES: Readonly<Record<string, string>> = {
  'combining marks in turn': '\u0301\u0323',
  spaces: ' ',
  'no-break spaces': '\u00A0',
  'empty lines': '\n',
  dots: '.',
  brackets: '(',
  digits: '1',
  capitals: 'A',
  'numbers and slashes': '1/',
  'beginnings of document numbers': '1/A',
  'symbols without end': 'A-',
  'Party numbers': '1-A/',
  'spaced document numbers': '1234 / 2025 / QĐ - ',
  'beginnings of days': '1.1.',
  'spaced beginnings of days': '1 . 1 . ',
  'days in words': '1 tháng 1 năm ',
  'whole days': '24/10/2025 ',
  quarters: 'quý I, II, III, ',
  percentages: '50% ',
  decimals: '1,1 ',
  'the word số': 'số : ',
  placeholders: 'không có ',
  'deadline words': 'trước ngày chậm nhất ',
  'signs of TCVN3': 'aµ',
  mojibake: 'Ã\u00A0',
  'marks of secrecy': 'MẬT ',
  emoji: '👍🏽',
  'zero-width joiners': '\u200D',
  jamo: '\u1100\u1161',
  'words of asking': 'đề nghị ',
  'heads of bodies': 'Bộ ',
  'lists of months': 'tháng 1, 2, 3, ',
  numbering: '1. ',
  bullets: '- ',
  'document numbers on two lines': '1/KH-\n',
  'what is expected': 'dự kiến ',
  'clause after clause': 'a b, c. ',
  'one word a line': 'a\n',
  words: 'đô thị thông minh ',
};

/** One cell per piece, each of this length in UTF-16 units. */
export function hostileCells(length = 60_000): ReadonlyMap<string, string> {
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  return new Map(Object.entries(PIECES).map(([name, piece]) => [name, fill(piece)]));
}

const names = createUnitNames(unitSeeds);

/** Every reading that an answer from outside goes through. */
export function readEverything(cell: string): string {
  excerptOf(cell);
  partsOf(cell);
  parseDocumentNumber(cell);
  names.find(cell);
  readDeadlineWords(cell, { signedOn: null });
  return encodeFacts(examineAnswer(cell));
}
