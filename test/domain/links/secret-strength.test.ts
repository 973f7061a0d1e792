import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { bitsOf, ENOUGH_BITS } from '../../../functions/domain/links/secret-strength.ts';

test.each([
  ['dothithongminh25', 82],
  ['1234567890123456', 53],
  ['a'.repeat(64), 0],
  ['ababababababababababababababababababab', 38],
  ['', 0],
])('%j can hold %i random bits', (secret, bits) => {
  expect(bitsOf(secret)).toBe(bits);
  expect(bits).toBeLessThan(ENOUGH_BITS);
});

test.each(['hex', 'base64', 'base64url'] as const)('sixteen random bytes as %s are enough', (form) => {
  for (let time = 0; time < 200; time += 1) expect(bitsOf(randomBytes(16).toString(form))).toBeGreaterThanOrEqual(128);
});
