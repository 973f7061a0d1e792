import type { Remark } from './columns/kind.ts';
import type { Columns } from './define-tab.ts';

/** Where a person should look. */
export type Where = {
  /** A tab as people see it named, or what else is meant. */
  readonly tab: string;
  /** The row's key, or `dòng n` where it has none; '' where it is about the whole. */
  readonly row: string;
  readonly column: string;
};

/** Something in a tab or a report that a person should look at: where, what, what is expected, how to mend it. */
export type Finding = Where & Remark;

/**
 * A cell by its tab, the row's key and the column's name in code; several columns where they mean something together,
 * none where the row or the whole tab is meant.
 */
export function where<C extends Columns>(
  { title, columns }: { readonly title: string; readonly columns?: C },
  row = '',
  ...names: readonly (keyof C & string)[]
): Where {
  return { tab: title, row, column: names.map((name) => columns?.[name]?.header ?? '').join(' + ') };
}

export function finding(place: Where, remark: Remark): Finding {
  return { ...place, ...remark };
}
