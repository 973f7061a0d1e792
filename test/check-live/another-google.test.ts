import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { runProofs } from '../../functions/upkeep/self-test/proof.ts';
import { editChecks } from '../../scripts/check-live/form-edits.ts';
import { claimChecks } from '../../scripts/check-live/sheet-claims.ts';
import { tabChecks } from '../../scripts/check-live/sheet-tabs.ts';

/** A Google that takes everything: whatever relies on a refusal must notice. */
const agreeable = createServer((_, response) => response.end('{}'));
let google: ReturnType<typeof createGoogle>;

beforeAll(async () => {
  await new Promise<void>((resolve) => agreeable.listen(0, '127.0.0.1', resolve));
  google = createGoogle({ emulator: `http://127.0.0.1:${(agreeable.address() as AddressInfo).port}` });
});
afterAll(() => agreeable.close());

test('a claim that can be used twice differs, and so does a sheetId', async () => {
  const results = await runProofs([...claimChecks, ...tabChecks], { google, spreadsheetId: 'any' });
  expect(results.filter(({ kind }) => kind === 'differs').map(({ id }) => id)).toEqual(['S0', 'S2', 'S6a', 'S13']);
});

test('an edit of an old revision that goes through differs, and so do ids that are not kept', async () => {
  const form = { google, formId: 'any', respondents: { because: '' }, watchTopic: null, isServiceAccount: false };
  const results = await runProofs(editChecks, form);
  expect(results.filter(({ kind }) => kind === 'differs').map(({ id }) => id)).toEqual(['F3a', 'F3b', 'F5a']);
});

test('a Google that does not answer leaves every line unchecked, with its reason', async () => {
  const nobody = createGoogle({ emulator: 'http://127.0.0.1:9', backoff: 1 });
  const results = await runProofs(claimChecks, { google: nobody, spreadsheetId: 'any' });
  expect(results.every((one) => one.kind === 'unchecked' && one.because.includes('ECONNREFUSED'))).toBe(true);
});
