import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import type { ChangeBook } from '../domain/standing/change-log.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';

/** A tab, as far as it could be read. */
type Rows<T> = {
  readonly rows: readonly T[];
  readonly readable: boolean;
  readonly broken: readonly { readonly at: number; readonly values: Readonly<Record<string, unknown>> }[];
  readonly rivals: readonly (T & { readonly at: number })[];
};

/** The tabs that the Form is made from. */
export type FormTabs = {
  readonly outline: Rows<OutlineQuestion>;
  readonly rounds: Rows<Round>;
  readonly units: Rows<Unit>;
};

/** What is on record of the rounds, and whom each asks. */
export type FormRecord = {
  readonly changeBook: ChangeBook;
  readonly expected: ReadonlyMap<string, readonly string[]>;
  readonly decisions: Pick<DecisionBook, 'deadlines'>;
};
