import type { Cell } from '../cell.ts';
import { clean, cleanLines } from '../text.ts';
import { type ColumnKind, cellCodec, WRONG } from './kind.ts';

/** One line of text, cleaned: NFC, single spaces. A number typed into it is kept as its digits. */
export const text: ColumnKind<string> = {
  codec: cellCodec(
    (cell) => clean(String(cell)) || WRONG,
    (value) => value,
  ),
  expected: 'một dòng chữ',
  doc: 'text',
  question: 'short',
  empty: 'refused',
};

/** Text of several lines. */
export const longText: ColumnKind<string> = {
  codec: cellCodec(
    (cell) => cleanLines(String(cell)) || WRONG,
    (value) => value,
  ),
  expected: 'đoạn văn',
  doc: 'long text',
  question: 'paragraph',
  empty: 'refused',
};

/** Text exactly as received: nothing normalised, nothing trimmed. For logs of what others wrote. */
export const verbatim: ColumnKind<string> = {
  codec: cellCodec(String, (value) => value),
  expected: 'nguyên văn',
  doc: 'verbatim text',
  question: 'paragraph',
  empty: 'refused',
};

/** Whatever stands in the cell, untouched: what it must be is decided by the row. */
export const anything: ColumnKind<Cell> = {
  codec: cellCodec<Cell>(
    (cell) => cell,
    (value) => value,
  ),
  expected: 'giá trị như cột Giải thích nói',
  doc: 'any value',
  question: 'short',
  empty: 'refused',
};

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._@/+:-]{0,119}$/u;

/** The key of a row: letters, digits and `. _ - @ / + :`, no spaces. */
export const key: ColumnKind<string> = {
  codec: cellCodec(
    (cell) => {
      const value = clean(String(cell));
      return KEY.test(value) ? value : WRONG;
    },
    (value) => value,
  ),
  expected: 'mã không dấu cách, ví dụ N382-II3c',
  doc: 'key',
  question: 'short',
  empty: 'refused',
};
