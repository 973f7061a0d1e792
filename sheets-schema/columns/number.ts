import { clean } from '../text.ts';
import { type ColumnKind, cellCodec, WRONG } from './kind.ts';

/** A whole number, typed as a number or as plain digits. */
export const wholeNumber: ColumnKind<number> = {
  codec: cellCodec<number>(
    (cell) => {
      if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : WRONG;
      return /^[+-]?\d{1,9}$/.test(clean(String(cell))) ? Number(clean(String(cell))) : WRONG;
    },
    (value) => value,
  ),
  expected: 'số nguyên, ví dụ 50',
  doc: 'whole number',
  format: { type: 'NUMBER', pattern: '0' },
  question: 'short',
  empty: 'refused',
};
