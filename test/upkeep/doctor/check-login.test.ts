import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { checkLogin, loginWarning } from '../../../functions/upkeep/doctor/check-login.ts';

const madeAt = Temporal.Instant.from('2025-10-20T09:00:00+07:00');

test.each([
  [0, 'ok'],
  [4 * 24 - 1, 'ok'],
  [4 * 24, 'broken'],
  [7 * 24 - 1, 'broken'],
  // It outlived what a client in testing gives.
  [7 * 24 + 1, 'ok'],
  [90 * 24, 'ok'],
])('a login of %i hours is %s', (hours, state) => {
  expect(checkLogin(madeAt, madeAt.add({ hours })).state).toBe(state);
});

test('it is said when the end comes', () => {
  expect(loginWarning(madeAt, madeAt.add({ hours: 100 }))?.found).toContain('09:00 ngày 27/10/2025');
});
