import { type ColumnKind, emptyMeaning } from './columns/kind.ts';

/** A column: its kind, the title people see, and the note that explains it. */
export type Column<T> = ColumnKind<T> & {
  /** The exact title in the header row; columns are found by it, wherever people move them. */
  readonly header: string;
  /** What belongs here, with one example; becomes the header's note. Vietnamese. */
  readonly note: string;
  /** Pixels. */
  readonly width: number;
  /** Where its texts name a tab, a ready view or an address, they are links to it. */
  readonly linked?: boolean;
  /** The schema version that brought it; absent for those of the first. */
  readonly since?: number;
  /** Titles it had before: read for ever. */
  readonly former?: readonly string[];
  /** False when nothing is decided by it: a tab that lost it still says all that anything depends on. */
  readonly decides?: boolean;
};

type Since<T> = { readonly since: number } & (null extends T
  ? { readonly existing?: T }
  : {
      /** What an empty cell means: every row older than the column has one. */
      readonly existing: T;
    });

/**
 * What a column was before it was as it is. A new one says `since`, and is optional or says what `existing` rows mean; one
 * with a new title keeps its `former` ones; one by which nothing is decided says `decides: false`, and is optional.
 */
export type ColumnPast<T> = (Since<T> | { readonly since?: never; readonly existing?: never }) & {
  readonly former?: readonly string[];
  readonly decides?: null extends T ? false : never;
};

// biome-ignore lint/suspicious/noExplicitAny: a tab holds columns of different types; RowOf gives each back its own.
export type Columns = Readonly<Record<string, Column<any>>>;

/** Who writes a tab: people, or the system (logs are append-only, projections recomputed). */
export type Owner = 'people' | 'log' | 'projection' | 'system';

export type Tab<C extends Columns = Columns> = {
  /** The name in code and docs. */
  readonly name: string;
  /** Chosen at provisioning, so a renamed tab is still found. Never reused for something else. */
  readonly sheetId: number;
  readonly title: string;
  /** The schema version that brought it; absent for those of the first. */
  readonly since?: number;
  /** Titles it had before: under these it is found too where its sheetId is gone. */
  readonly former?: readonly string[];
  readonly owner: Owner;
  readonly hidden: boolean;
  /** One sentence for the docs and the guide block. Vietnamese. */
  readonly about: string;
  /** The columns that together identify a row; empty where rows have no key of their own. */
  readonly key: readonly string[];
  /** Charts, or lists to choose from, point at its rows by their places: they are written over, never moved. */
  readonly isPointedAt?: true;
  readonly columns: C;
};

type ValueOf<K> = K extends ColumnKind<infer T> ? T : never;

/** A parsed row: one property per column, by its name in code. */
export type RowOf<T extends Tab> = {
  readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]>;
};

export function column<T>(
  kind: ColumnKind<T>,
  header: string,
  note: string,
  width = 140,
  past: ColumnPast<NoInfer<T>> = {},
): Column<T> {
  const { existing, ...rest } = past as { readonly existing?: T };
  return { ...(existing === undefined ? kind : emptyMeaning(kind, existing)), header, note, width, ...rest };
}

/** The same column, its texts as links. */
export function linked<T>(column: Column<T>): Column<T> {
  return { ...column, linked: true };
}

/** Declares a tab; its key may only name columns it has. */
export function defineTab<const C extends Columns>(
  tab: Omit<Tab<C>, 'hidden' | 'key'> & { readonly hidden?: boolean; readonly key: readonly (keyof C & string)[] },
): Tab<C> {
  return { hidden: false, ...tab };
}
