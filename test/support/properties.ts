import fc from 'fast-check';

/** How often a property is tried: `short` on every change, `long` where LONG_PROOFS=1, which the long set sets. */
export const numRuns = (short: number, long: number): number => (process.env['LONG_PROOFS'] === '1' ? long : short);

// Loaded before each test file. A gate says whether a change broke something, so it tries the same cases on every
// machine; other cases are drawn with PROPERTY_SEED, and what they find is mended like any fault.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 382), numRuns: numRuns(100, 2_000) });
