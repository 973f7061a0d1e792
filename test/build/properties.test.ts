import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numRuns } from '../support/properties.ts';

test('a property tries the same cases on every machine, and more of them in the long set', () => {
  const { seed, numRuns: tried } = fc.readConfigureGlobal();
  expect(seed).toBe(Number(process.env['PROPERTY_SEED'] ?? 382));
  expect(tried).toBe(numRuns(100, 2_000));
});
