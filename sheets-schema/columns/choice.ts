import type { Cell } from '../cell.ts';
import { clean, fold } from '../text.ts';
import { type ColumnKind, cellCodec, WRONG } from './kind.ts';
import { isFormulaError, text } from './text.ts';

/**
 * One of fixed words; case, accents and spacing of what was typed are forgiven.
 * @param former words that once stood for one of these: read for ever, offered no longer.
 */
export function choice<const V extends string>(
  values: readonly V[],
  former: Readonly<Record<string, NoInfer<V>>> = {},
): ColumnKind<V> {
  const words = [...Object.entries(former), ...values.map((value) => [value, value] as const)];
  const byFold = new Map(words.map(([word, value]) => [fold(word), value]));
  const asDeclared = new Map<Cell, V>(values.map((value) => [value, value]));
  return {
    codec: cellCodec<V>(
      (cell) => asDeclared.get(cell) ?? byFold.get(fold(String(cell))) ?? WRONG,
      (value) => value,
    ),
    expected: `một trong: ${values.join(' · ')}`,
    doc: `one of ${values.map((value) => `\`${value}\``).join(', ')}`,
    rule: { type: 'ONE_OF_LIST', values, strict: true },
    question: 'choice',
    empty: 'refused',
  };
}

/** A key of another tab, offered as a drop-down. Whether it exists is checked where the tabs meet. */
export function reference(tab: string, column: string): ColumnKind<string> {
  return {
    codec: text.codec,
    expected: `một giá trị của cột "${column}" ở tab "${tab}"`,
    doc: `reference to ${tab} › ${column}`,
    rule: { type: 'ONE_OF_COLUMN', tab, column },
    question: 'choice',
    empty: 'refused',
  };
}

/** The same kind with a drop-down of what stands in a column; anything else may be typed, several values for instance. */
export function offered<T>(kind: ColumnKind<T>, tab: string, column: string): ColumnKind<T> {
  return { ...kind, rule: { type: 'ONE_OF_COLUMN', tab, column } };
}

const LONGEST_LIST = 20_000;

/** Several values in one cell, parted by `;` or line breaks. */
export const list: ColumnKind<readonly string[]> = {
  codec: cellCodec<readonly string[]>(
    (cell) => {
      const typed = String(cell);
      const values = typed.split(/[;\n]/).map(clean).filter(Boolean);
      return typeof cell === 'boolean' ||
        values.length === 0 ||
        typed.length > LONGEST_LIST ||
        values.some(isFormulaError)
        ? WRONG
        : values;
    },
    (values) => values.join('; '),
  ),
  expected: 'các giá trị cách nhau bằng dấu chấm phẩy, ví dụ HNI; HPG',
  doc: 'list parted by `;`',
  question: 'short',
  empty: 'refused',
  longest: LONGEST_LIST,
};

const YES = new Set(['co', 'x', 'dung', 'true', 'yes', '1']);
const NO = new Set(['khong', 'sai', 'false', 'no', '0']);

/** A tick box; the words people type instead of ticking are understood too. */
export const yesNo: ColumnKind<boolean> = {
  codec: cellCodec<boolean>(
    (cell) => {
      if (typeof cell === 'boolean') return cell;
      const word = fold(String(cell));
      if (YES.has(word)) return true;
      return NO.has(word) ? false : WRONG;
    },
    (value) => value,
  ),
  expected: 'ô đánh dấu (Có hoặc Không)',
  doc: 'tick box',
  rule: { type: 'BOOLEAN' },
  question: 'choice',
  empty: 'refused',
};
