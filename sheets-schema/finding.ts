/** Something in a tab or a report that a person should look at: where, what, what is expected, how to mend it. */
export type Finding = {
  /** `error`: what it concerns is held or ignored; `warning`: everything goes on. */
  readonly level: 'error' | 'warning';
  readonly tab: string;
  /** The row's key, or `dòng n` where it has none. */
  readonly row: string;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
};
