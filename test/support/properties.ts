import fc from 'fast-check';

/** The long set tries properties at length, and everything that can be counted out. */
export const isLong = process.env['LONG_PROOFS'] === '1';

/** Of its length, as much as a gate has time for. */
const share = Number(process.env['PROPERTY_SHARE'] ?? 1);

/** How often a property is tried: `short` on every change, `long` in the long set, where a gate takes its share. */
export const numRuns = (short: number, long: number): number =>
  isLong ? Math.max(short, Math.ceil(long * share)) : short;

/** Of what can be counted out: a few on every change, all in the long set, a gate's too. */
export const fewOf = <T>(all: readonly T[], few: number): readonly T[] => (isLong ? all : all.slice(0, few));

// Loaded before each test file. A gate says whether a change broke something, so it tries the same cases on every
// machine; other cases are drawn with PROPERTY_SEED, and what they find is mended like any fault.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 382), numRuns: numRuns(100, 2_000) });
