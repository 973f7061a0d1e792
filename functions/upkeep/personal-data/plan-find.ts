import { matches, nameKey, type PersonTerm, resembles } from './person-term.ts';
import type { FilerRow, People, TypedContact } from './read-people.ts';

/** Where a person stands in the Sheet. */
export type PersonFound = {
  readonly filed: readonly FilerRow[];
  readonly contacts: readonly TypedContact[];
  /** Rows that may be of the same person: a like name, or the same address or name as a row found. Nothing acts on them. */
  readonly alike: readonly FilerRow[];
};

/** What stands for the unit of a version nobody knows the unit of yet, as in its code `BC-CXM-…`. */
const UNKNOWN_UNIT = 'CXM';

/** Finds one person. @param unit only what concerns this unit, or `CXM`; all units when null. */
export function planFind({ filers, contacts }: People, term: PersonTerm, unit: string | null): PersonFound {
  const within = <R extends { readonly unit: string | null }>(rows: readonly R[]) =>
    rows.filter((row) => unit === null || (row.unit ?? UNKNOWN_UNIT) === unit);
  const filed = within(filers).filter((row) => matches(term, row));
  return {
    filed,
    contacts: within(contacts).filter((row) => matches(term, { ...row, phone: null })),
    alike: within(filers).filter(
      (row) => !filed.includes(row) && (resembles(term, row) || filed.some((one) => isAlike(one, row))),
    ),
  };
}

function isAlike(found: FilerRow, other: FilerRow): boolean {
  const sameAddress = found.email !== null && found.email.toLowerCase() === other.email?.toLowerCase();
  const sameName = found.name !== null && other.name !== null && nameKey(found.name) === nameKey(other.name);
  return sameAddress || (sameName && found.unit === other.unit);
}

/**
 * Why rows found by one term may be of several people; null when they are of one. A name borne in two units may be two
 * people; a mailbox or an office telephone is often shared.
 */
export function doubtOf(term: PersonTerm, filed: readonly FilerRow[]): 'several-units' | 'several-names' | null {
  if (term.kind === 'name') return distinct(filed.map((row) => row.unit)) > 1 ? 'several-units' : null;
  return distinct(filed.map((row) => nameKey(row.name ?? ''))) > 1 ? 'several-names' : null;
}

function distinct(values: readonly unknown[]): number {
  return new Set(values).size;
}
