import { type Cell, LONGEST_CELL } from '../cell.ts';
import { bounded, clean, cleanLines, legible } from '../text.ts';
import { type ColumnKind, cellCodec, WRONG } from './kind.ts';
import { isDaySerial } from './serial.ts';
import { serialInWords } from './vietnamese-date.ts';

/** What the Sheet shows for a formula that failed or has not come back yet: no text that anybody wrote. */
const FORMULA_ERROR =
  /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)|(?:Loading|Đang tải)(?:\.\.\.|…))$/i;

/** Whether a cell shows what became of a formula, and nothing that anybody wrote. */
export function isFormulaError(cell: Cell): boolean {
  return typeof cell === 'string' && FORMULA_ERROR.test(clean(cell));
}

/** What people typed: where the Sheet made a day of it, the words are put back. A tick is no text of anybody. */
function typedWords(cell: Cell): string {
  if (typeof cell === 'boolean') return '';
  return typeof cell === 'number' && isDaySerial(cell) ? serialInWords(cell) : String(cell);
}

/** Text that people type: cleaned, refused when it is a tick, a formula's error or longer than the column holds. */
function typed(tidy: (text: string) => string, longest: number): ColumnKind<string>['codec'] {
  return cellCodec<string>(
    (cell) => {
      const value = tidy(typedWords(cell));
      return value === '' || value.length > longest || FORMULA_ERROR.test(value) ? WRONG : value;
    },
    (value) => bounded(tidy(value), longest),
  );
}

/** Text that the system writes: made to fit the column here, whoever it is from; read back as it stands. */
function written(tidy: (text: string) => string, longest: number): ColumnKind<string>['codec'] {
  return cellCodec(String, (value) => bounded(tidy(value), longest));
}

const LINE = 2000;

/** One line of text, cleaned: NFC, single spaces. A number typed into it is kept as its digits. */
export const text: ColumnKind<string> = {
  codec: typed(clean, LINE),
  expected: 'một dòng chữ',
  doc: 'text',
  question: 'short',
  empty: 'refused',
  longest: LINE,
};

/** A name, a title, a number: whoever pasted more of something there meant another cell. */
export const shortText: ColumnKind<string> = { ...text, codec: typed(clean, 300), longest: 300 };

const PARAGRAPHS = 20_000;

/** Text of several lines. */
export const longText: ColumnKind<string> = {
  codec: typed(cleanLines, PARAGRAPHS),
  expected: 'đoạn văn',
  doc: 'long text',
  question: 'paragraph',
  empty: 'refused',
  longest: PARAGRAPHS,
};

/** A few sentences that mails and logs repeat. */
export const sentences: ColumnKind<string> = { ...longText, codec: typed(cleanLines, LINE), longest: LINE };

/** One line of text in a tab of the system, cleaned and made to fit as it is written. */
export const line: ColumnKind<string> = lineUpTo(LINE);

/** The same for what is short by its nature, in UTF-16 units. */
export function lineUpTo(longest: number): ColumnKind<string> {
  return { ...text, codec: written(clean, longest), longest };
}

/** Text as received, not normalised, not trimmed. For logs of what others wrote. */
export const verbatim: ColumnKind<string> = {
  codec: written(legible, LONGEST_CELL),
  expected: 'nguyên văn',
  doc: 'verbatim text',
  question: 'paragraph',
  empty: 'refused',
  longest: LONGEST_CELL,
};

/** The same for what is short by its nature, in UTF-16 units. */
export function verbatimUpTo(longest: number): ColumnKind<string> {
  return { ...verbatim, codec: written(legible, longest), longest };
}

/** Whatever stands in the cell, untouched: what it must be is decided by the row. */
export const anything: ColumnKind<Cell> = {
  codec: cellCodec<Cell>(
    (cell) => cell,
    (value) => (typeof value === 'string' ? verbatim.codec.write(value) : value),
  ),
  expected: 'giá trị như cột Giải thích nói',
  doc: 'any value',
  question: 'short',
  empty: 'refused',
};

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._@/+:-]{0,119}$/u;
/** What parts lists, keys and parts of keys from each other is in none of them. */
const SPACED_KEY = /^[\p{L}\p{N}][^;|#%="\\\p{C}]{0,119}$/u;

/** A key that somebody typed: neither a tick nor a formula's error, nor a day that the Sheet made of it. */
function typedKey(shape: RegExp): ColumnKind<string>['codec'] {
  return cellCodec((cell) => {
    const value = clean(String(cell));
    const isNone = typeof cell === 'boolean' || (typeof cell === 'number' && isDaySerial(cell));
    return shape.test(value) && !isNone && !isFormulaError(value) ? value : WRONG;
  }, clean);
}

/** The key of a row: letters, digits and `. _ - @ / + :`, no spaces. */
export const key: ColumnKind<string> = {
  codec: typedKey(KEY),
  expected: 'mã không dấu cách, ví dụ N382-II3c',
  doc: 'key',
  question: 'short',
  empty: 'refused',
};

/** The key of a row as people write it, blanks inside too: `Tháng 10/2025`. */
export const spacedKey: ColumnKind<string> = {
  ...key,
  codec: typedKey(SPACED_KEY),
  expected: 'mã dạng chữ, không có ; | # % = " \\, ví dụ 2025-10',
  doc: 'key, blanks allowed',
};
