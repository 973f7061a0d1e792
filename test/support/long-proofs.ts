import fc from 'fast-check';

/** How often a property is tried: `short` on every change, `long` where LONG_PROOFS=1, which the long set sets. */
export const numRuns = (short: number, long: number): number => (process.env['LONG_PROOFS'] === '1' ? long : short);

// For properties that do not say how often; the long set loads this file before each test file.
fc.configureGlobal({ numRuns: numRuns(100, 2_000) });
