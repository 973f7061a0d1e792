import type { Temporal } from 'temporal-polyfill';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import type { Verdict } from '../judging/judge.ts';
import type { Difference, StoredAnswer } from '../judging/valid-content.ts';
import type { Deadline } from '../time/deadline.ts';
import type { ExtensionRequest } from './extension-requests.ts';

/** An outline item of one unit's report, judged on the valid content. */
export type ItemStatus = {
  readonly item: string;
  readonly wording: string;
  readonly verdict: Verdict;
  /** Written for the city: what to add or make clear. */
  readonly reasons: readonly string[];
  /** Versions whose answers make up the valid content, oldest first. */
  readonly versions: readonly string[];
  readonly excerpt: string;
  /** The valid content itself. */
  readonly content: readonly StoredAnswer[];
  /** Two responses that do not agree; null once a coordinator accepted the item. */
  readonly difference: Difference | null;
  /** What the last version brought that was not so before it; null where it left the item as it was, or is the first. */
  readonly change?: {
    /** Nothing counted before. */
    readonly isNew: boolean;
    readonly version: string;
    /** The version that counted before; where none did, the one before the last. */
    readonly before: string;
  } | null;
  /** Versions that say anything of it, in use or not. */
  readonly answeredBy?: readonly string[];
  /** False for items that never count towards completeness (item 3, or outside section 2). */
  readonly counts: boolean;
};

/** With the moment of the decision about it. */
type Denied = Report & { readonly deniedAt: Temporal.Instant };

/** Whether it still waits. */
export type Doubtful = Report & { readonly waits: boolean };

/** A response that says which unverified version is the unit's. */
type Claim = Report & {
  /** Somebody must look at it: it names a version that does not wait for this unit, and nothing was said since. */
  readonly isOpen: boolean;
};

/** Where one unit stands in one round, from people's tabs and logs alone. */
export type UnitStatus = {
  readonly round: Round;
  readonly unit: Unit;
  /** By the letter's own words. */
  readonly strict: Deadline;
  /** What applies to this unit now: an extension, else the round's adjusted deadline, else the strict one. */
  readonly effective: Deadline;
  /** How the effective deadline was reached, in words. */
  readonly explained: string;
  /** The extension in force, if one was granted. */
  readonly extension: {
    readonly at: Temporal.Instant;
    readonly deadline: Deadline;
    /** What applied to the unit before. */
    readonly before?: Deadline;
    readonly reason?: string | null;
  } | null;
  /** When a decision brought it into the round; null for those the round asked from the first. */
  readonly joinedAt: Temporal.Instant | null;
  /** Deadlines that a document told the unit of, as somebody recorded it. */
  readonly announced: readonly { readonly at: Temporal.Instant; readonly deadline: Deadline }[];
  /** The first accepted version with a real answer, or the official document's day if earlier. */
  readonly filedAt: Temporal.Instant | null;
  readonly onTime: boolean | null;
  /** By what the filing is judged in time; before there is one, what applies now. */
  readonly judgedBy: Deadline;
  /** Accepted versions, oldest first. */
  readonly versions: readonly Report[];
  /** Versions that wait for somebody to say whose they are. */
  readonly pending: readonly Report[];
  /** Versions sent after the lock, or for a round that was closed, that wait to be accepted. */
  readonly afterLock: readonly Report[];
  /** Versions that waited and were said not to be the unit's. */
  readonly denied: readonly Denied[];
  /** All that waits or waited for a word and may be a report, in the order seen; placeholders alone are none. */
  readonly doubtful: readonly Doubtful[];
  /** What came from the unit, or in its name, and says that an unverified version is the unit's; oldest first. */
  readonly claims: readonly Claim[];
  /** What the unit asked of more time by its own link, oldest first. */
  readonly requests: readonly ExtensionRequest[];
  readonly items: readonly ItemStatus[];
  /** Versions with a cell marked as a state secret that nobody has dealt with yet. */
  readonly secrets: readonly string[];
  readonly official: { readonly number: string; readonly date: Temporal.PlainDate | null } | null;
  /** What the unit wrote of it, as typed, and what nobody can tell from that; null when there is nothing to ask. */
  readonly officialUnclear: { readonly typed: string; readonly lacks: 'số, ký hiệu' | 'ngày ban hành' } | null;
  /** Where the unit says that the document is: the last that it wrote. */
  readonly officialLink: string | null;
  readonly paused: boolean;
  /** A coordinator returned the report; null once a newer version arrived. */
  readonly returned: {
    readonly at: Temporal.Instant;
    readonly reason: string;
    /** The same version was returned before. */
    readonly again?: true;
  } | null;
  /** A coordinator said that no supplement is to be asked. */
  readonly supplementStopped: boolean;
};
