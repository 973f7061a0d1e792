import { submissionKey } from '../domain/links/codes.ts';

type Submission = Parameters<typeof submissionKey>[0];

const ALL = Number.POSITIVE_INFINITY;

/**
 * What a run has learned of batches that Google refused. A tab that was deleted since the reading refuses a batch: so the
 * first time all is read and planned again. Refused again, it is tried without the waiting responses: when that passes,
 * one of them is to blame, and half of them at a time are tried until it stands alone and is set aside.
 */
export type RefusedBatch = {
  readonly times: number;
  /** Of how many waiting responses the next plan makes rows at most. */
  readonly atMost: number;
  /** How many responses the batch held that was tried without them next. */
  readonly suspects: number;
  /** Those found to blame, by submission key, each with Google's words. */
  readonly found: ReadonlyMap<string, string>;
};

export const NOTHING_REFUSED: RefusedBatch = {
  times: 0,
  atMost: ALL,
  suspects: 0,
  found: new Map(),
};

/**
 * After a refusal of a batch that held rows of some of the waiting responses.
 * @returns null when nothing is left to try: it was refused without any of them too.
 */
export function afterRefusal(
  before: RefusedBatch,
  { reports, why }: { readonly reports: readonly Submission[]; readonly why: string },
): RefusedBatch | null {
  const known = { ...before, times: before.times + 1 };
  if (before.times === 0) return known;
  const suspects = reports.filter((report) => !before.found.has(submissionKey(report)));
  const [only] = suspects;
  if (!only) return null;
  if (before.atMost === ALL) return { ...known, atMost: 0, suspects: suspects.length };
  if (suspects.length > 1) return { ...known, atMost: Math.floor(suspects.length / 2) };
  return { ...known, atMost: ALL, found: new Map([...before.found, [submissionKey(only), why]]) };
}

/** After a batch without any of them that passed: half of the suspects are tried next. */
export function halfOfSuspects(before: RefusedBatch): RefusedBatch {
  return { ...before, atMost: Math.ceil(before.suspects / 2) };
}
