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
  | { readonly type: 'TEXT_CONTAINS'; readonly text: string }
  | { readonly type: 'BOOLEAN' };

/** How the same kind is asked on the Form. Choices come from the question itself. */
export type FormQuestionKind = 'short' | 'paragraph' | 'choice' | 'date';

/** What people are told of a place: what was found, what is expected, how to mend it. Vietnamese. */
export type Remark = {
  /** `error`: what it concerns is held or ignored; `warning`: everything goes on. */
  readonly level: 'error' | 'warning';
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
};

/**
 * One kind of column: how a cell is read and written, what the Sheet checks, how the Form asks it, how the docs and
 * findings describe it.
 */
export type ColumnKind<T> = {
  readonly codec: CellCodec<T>;
  /** What a right cell looks like, in Vietnamese, with an example. */
  readonly expected: string;
  /** The type in the schema reference. */
  readonly doc: string;
  readonly rule?: SheetsRule;
  /** Looks once more at a cell that could be read: what of it was put right, or left out. */
  readonly remark?: (cell: Cell) => Remark | null;
  /** A Sheets number format; absent means plain text. */
  readonly format?: {
    readonly type: 'DATE' | 'DATE_TIME' | 'NUMBER';
    readonly pattern: string;
  };
  readonly question: FormQuestionKind;
  readonly empty: 'refused' | 'allowed';
  /** UTF-16 units that a text of this kind has at most; a longer one is refused where people type, cut where we write. */
  readonly longest?: number;
};

/** @internal What decode answers when a cell is not of the kind. */
export const WRONG = Symbol('not of this kind');

/**
 * A codec with its two functions bare beside it: a log has cells by the hundred thousand, and none needs zod's account
 * of what is wrong.
 */
export type CellCodec<T> = z.ZodCodec<typeof cellSchema, z.ZodType<T>> & Bare<T>;

type Bare<T> = {
  /** What a cell says, or {@link WRONG}. */
  read(cell: Cell): T | typeof WRONG;
  write(value: T): Cell;
};

/**
 * Builds the codec of a kind from two plain functions; an empty cell is refused. Of a log or projection, what `write`
 * gives `decode` must read back the same: a row that cannot be read is a row nobody knows of.
 */
export function cellCodec<T>(decode: (cell: Cell) => T | typeof WRONG, write: (value: T) => Cell): CellCodec<T> {
  return codecOf((cell) => (isEmpty(cell) ? WRONG : decode(cell)), write);
}

function codecOf<T>(read: (cell: Cell) => T | typeof WRONG, write: (value: T) => Cell): CellCodec<T> {
  const codec: z.ZodCodec<typeof cellSchema, z.ZodType<T>> = z.codec(cellSchema, z.custom<T>(), {
    decode: (cell, context) => {
      const value = read(cell);
      if (value !== WRONG) return value;
      context.issues.push({ code: 'custom', message: 'not of this kind', input: cell });
      return z.NEVER;
    },
    encode: (value) => write(value as T),
  });
  const bare: Bare<T> = { read, write };
  return Object.assign(codec, bare);
}

/** The same kind where an empty cell means something. */
export function emptyMeaning<T>(kind: ColumnKind<T>, meaning: T): ColumnKind<T> {
  const { read, write } = kind.codec;
  return { ...kind, empty: 'allowed', codec: codecOf((cell) => (isEmpty(cell) ? meaning : read(cell)), write) };
}

/** The same kind where the cell may be empty. */
export function optional<T>(kind: ColumnKind<T>): ColumnKind<T | null> {
  return {
    ...kind,
    empty: 'allowed',
    codec: codecOf<T | null>(
      (cell) => (isEmpty(cell) ? null : kind.codec.read(cell)),
      (value) => (value === null ? EMPTY : kind.codec.write(value)),
    ),
  };
}

/** The same optional kind in a log of ours: what an earlier release wrote there and nobody can read is as if left out. */
export function readableOrNull<T>(kind: ColumnKind<T | null>): ColumnKind<T | null> {
  return {
    ...kind,
    codec: codecOf<T | null>((cell) => {
      const value = kind.codec.read(cell);
      return value === WRONG ? null : value;
    }, kind.codec.write),
  };
}
