import * as z from 'zod';
import { type Cell, cellSchema, EMPTY, isEmpty } from '../cell.ts';

/** A data-validation rule in the words of the Sheets API; `range` names a column that offers its values. */
export type SheetsRule =
  | {
      readonly type: 'ONE_OF_LIST';
      readonly values: readonly string[];
      readonly strict: boolean;
    }
  | {
      readonly type: 'ONE_OF_COLUMN';
      readonly tab: string;
      readonly column: string;
    }
  | { readonly type: 'DATE_IS_VALID' }
  | { readonly type: 'BOOLEAN' };

/** How the same kind is asked on the Form. Choices come from the question itself. */
export type FormQuestionKind = 'short' | 'paragraph' | 'choice' | 'date';

/**
 * One kind of column: how a cell is read and written, what the Sheet checks, how the Form asks it, how the docs and
 * findings describe it.
 */
export type ColumnKind<T> = {
  readonly codec: z.ZodCodec<typeof cellSchema, z.ZodType<T>>;
  /** What a right cell looks like, in Vietnamese, with an example. */
  readonly expected: string;
  /** The type in the schema reference. */
  readonly doc: string;
  readonly rule?: SheetsRule;
  /** A Sheets number format; absent means plain text. */
  readonly format?: {
    readonly type: 'DATE' | 'DATE_TIME' | 'NUMBER';
    readonly pattern: string;
  };
  readonly question: FormQuestionKind;
  readonly empty: 'refused' | 'allowed';
};

/** @internal What decode answers when a cell is not of the kind. */
export const WRONG = Symbol('not of this kind');

type Plain = { readonly read: (cell: Cell) => unknown; readonly write: (value: unknown) => Cell };

/** The two functions inside each codec: a log has cells by the hundred thousand, and none needs an account of what is wrong. */
const plain = new WeakMap<object, Plain>();

/** What a cell says, or {@link WRONG}. */
export function readCell<T>({ codec }: ColumnKind<T>, cell: Cell): T | typeof WRONG {
  return plain.get(codec)?.read(cell) as T | typeof WRONG;
}

export function writeCell<T>({ codec }: ColumnKind<T>, value: T): Cell {
  return plain.get(codec)?.write(value) as Cell;
}

function remembered<C extends object>(codec: C, read: Plain['read'], write: Plain['write']): C {
  plain.set(codec, { read, write });
  return codec;
}

/** Builds the codec of a kind from two plain functions; an empty cell is refused. */
export function cellCodec<T>(
  decode: (cell: Cell) => T | typeof WRONG,
  encode: (value: T) => Cell,
): z.ZodCodec<typeof cellSchema, z.ZodType<T>> {
  const read = (cell: Cell) => (isEmpty(cell) ? WRONG : decode(cell));
  return remembered(zodCodec(read, encode), read, (value) => encode(value as T));
}

function zodCodec<T>(
  read: (cell: Cell) => T | typeof WRONG,
  write: (value: T) => Cell,
): z.ZodCodec<typeof cellSchema, z.ZodType<T>> {
  return z.codec(cellSchema, z.custom<T>(), {
    decode: (cell, context) => {
      const value = read(cell);
      if (value !== WRONG) return value;
      context.issues.push({ code: 'custom', message: 'not of this kind', input: cell });
      return z.NEVER;
    },
    encode: (value) => write(value as T),
  });
}

/** The same kind where the cell may be empty. */
export function optional<T>(kind: ColumnKind<T>): ColumnKind<T | null> {
  const read = (cell: Cell) => (isEmpty(cell) ? null : readCell(kind, cell));
  const write = (value: T | null) => (value === null ? EMPTY : writeCell(kind, value));
  return {
    ...kind,
    empty: 'allowed',
    codec: remembered(zodCodec<T | null>(read, write), read, (value) => write(value as T | null)),
  };
}
