import type { Temporal } from 'temporal-polyfill';
import type { Outlook } from '../../outlook/outlook.ts';
import type { Bounce, Checkup, LiveForm, Watch } from '../../ports.ts';
import type { Snapshot } from '../../workbook/snapshot.ts';

/** What was found, or why it could not be looked at. */
export type LookedUp<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export type SheetFacts = {
  readonly snapshot: Snapshot;
  readonly outlook: Outlook;
  readonly tabs: Awaited<ReturnType<Checkup['tabs']>>;
  readonly settings: ReturnType<Checkup['settings']>;
  /** Read before the snapshot: none of them can be above the revision of a file that goes on normally. */
  readonly claims: readonly number[];
  /** Characters of metadata that other programs keep in the file. */
  readonly othersMetadata: number;
};

export type FormFacts = {
  readonly live: LiveForm;
  /** Null when Drive does not tell. */
  readonly open: boolean | null;
};

/** Everything a check-up looked at; deciding about it needs nothing else. */
export type DoctorFacts = {
  readonly now: Temporal.Instant;
  /** How many seconds our clock is ahead of Google's; null when Google told no time. */
  readonly ahead: number | null;
  readonly sheet: LookedUp<SheetFacts>;
  readonly form: LookedUp<FormFacts>;
  /** Null when no topic is set: then only the scheduler wakes the loop. */
  readonly watches: LookedUp<readonly Watch[]> | null;
  /** Where mail is handed over, and what is wrong with it; null when it lets us in. */
  readonly mail: { readonly trouble: string | null; readonly isFolder: boolean };
  /** Who was given up today; null where no mailbox is named. */
  readonly bounces: LookedUp<readonly Bounce[]> | null;
};
