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

/** The same between two limits, both meant: beyond them no person means it, and some would search years of calendar. */
export function wholeNumberOf(least: number, most: number): ColumnKind<number> {
  const { read, write } = wholeNumber.codec;
  const codec = cellCodec<number>((cell) => {
    const value = read(cell);
    return value !== WRONG && value >= least && value <= most ? value : WRONG;
  }, write);
  return { ...wholeNumber, codec, expected: `số nguyên từ ${least} đến ${most}` };
}
