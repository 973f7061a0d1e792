import * as z from 'zod';

/** What the Form was last made to be; kept in one cell of `_hệ thống`. */
export type AppliedForm = {
  /** Of the whole wanted form. */
  readonly hash: string;
  /** By item id, and `info` for title and description: hash as last applied, to tell a hand edit from a change of ours. */
  readonly items: Readonly<Record<string, string>>;
  /** What people changed on the live form by hand, and what could not be taken off while it accepts. Vietnamese. */
  readonly strange: readonly string[];
  /** Why Google would not take what the Sheet asks for now, in its own words; '' when it took it. */
  readonly refused: string;
};

/** Where the hash of title and description stands among those of the items. */
export const INFO = 'info';

const applied = z.object({
  hash: z.string(),
  items: z.record(z.string(), z.string()),
  strange: z.array(z.string()),
  refused: z.string().default(''),
});

const NEVER_APPLIED: AppliedForm = { hash: '', items: {}, strange: [], refused: '' };

export function readApplied(cell: string): AppliedForm {
  try {
    return applied.parse(JSON.parse(cell));
  } catch {
    return NEVER_APPLIED;
  }
}
