import * as z from 'zod';
import { bounded, legible } from '../../sheets-schema/text.ts';

/** What the Form was last made to be; kept in one cell of `_hệ thống`. */
export type AppliedForm = {
  /** Of everything that was wanted to stand on it. */
  readonly hash: string;
  /** By item id, and `info` for title and description: hash as last applied, to tell a hand edit from a change of ours. */
  readonly items: Readonly<Record<string, string>>;
  /** By the same keys: hash as Google gave it back after the edit, where that is another one. */
  readonly given: Readonly<Record<string, string>>;
  /** The round whose form it was made; '' where an earlier release made it, or there was none. */
  readonly round: string;
  /** What people changed on the live form by hand, and what could not be taken off while it accepts. Vietnamese. */
  readonly strange: readonly string[];
  /** Why Google would not take what the Sheet asks for now, in its own words; '' when it took it. */
  readonly refused: string;
  /** Why Google would not open or close it, as it should be; '' when it did. */
  readonly doorRefused: string;
  /** Whether it accepts, as it was last made or seen; null before anybody looked. */
  readonly accepting: boolean | null;
};

/** Where the hash of title and description stands among those of the items. */
export const INFO = 'info';

const applied = z.object({
  hash: z.string(),
  items: z.record(z.string(), z.string()),
  given: z.record(z.string(), z.string()).default({}),
  round: z.string().default(''),
  strange: z.array(z.string()),
  refused: z.string().default(''),
  doorRefused: z.string().default(''),
  accepting: z.boolean().nullable().default(null),
});

const NEVER_APPLIED: AppliedForm = {
  hash: '',
  items: {},
  given: {},
  round: '',
  strange: [],
  refused: '',
  doorRefused: '',
  accepting: null,
};

export function readApplied(cell: string): AppliedForm {
  try {
    return applied.parse(JSON.parse(cell));
  } catch {
    return NEVER_APPLIED;
  }
}

/** So much stands in the one cell, whatever was done to the form. */
const MOST_WORDS = 20;
const LONGEST_WORDS = 500;

export function writeApplied(form: AppliedForm): string {
  const { strange, refused, doorRefused } = form;
  const more = strange.length - MOST_WORDS;
  const some = strange.slice(0, MOST_WORDS).map((words) => bounded(words, LONGEST_WORDS));
  const told = more > 0 ? [...some, `… và ${more} chỗ khác trên biểu mẫu`] : some;
  // As the cell will give it back, or it would seem to have changed.
  return legible(
    JSON.stringify({
      ...form,
      strange: told,
      refused: bounded(refused, LONGEST_WORDS),
      doorRefused: bounded(doorRefused, LONGEST_WORDS),
    }),
  );
}

/** Whether questions and words of ours ever came to stand on it. */
export function hasWording({ items }: AppliedForm): boolean {
  return items[INFO] !== undefined;
}
