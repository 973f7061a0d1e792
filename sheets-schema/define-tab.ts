import type { ColumnKind } from './columns/kind.ts';

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
  readonly owner: Owner;
  readonly hidden: boolean;
  /** One sentence for the docs and the guide block. Vietnamese. */
  readonly about: string;
  /** The columns that together identify a row; empty where rows have no key of their own. */
  readonly key: readonly string[];
  readonly columns: C;
};

type ValueOf<K> = K extends ColumnKind<infer T> ? T : never;

/** A parsed row: one property per column, by its name in code. */
export type RowOf<T extends Tab> = {
  readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]>;
};

export function column<T>(kind: ColumnKind<T>, header: string, note: string, width = 140): Column<T> {
  return { ...kind, header, note, width };
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
