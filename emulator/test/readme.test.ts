import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runEmulator } from './core/running-emulator.ts';

const page = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const running = runEmulator();

const named = [...page.matchAll(/`(GET|PUT|POST|DELETE) (\/_emulator\/[^`]*)`/g)].map(([, method = '', path = '']) => ({
  method,
  path: path.replace('{n}', '0'),
}));

/** Whether the control plane knows the call at all, whatever it says of this one. */
async function isServed(method: string, path: string): Promise<boolean> {
  const answer = await fetch(`${running.emulator.url}${path}`, { method, ...(method !== 'GET' && { body: '{}' }) });
  return !(await answer.text()).includes('The emulator has no control');
}

test.each(named)('the page names $method $path, and it is served', async ({ method, path }) => {
  expect(await isServed(method, path)).toBe(true);
});

test('a control that is not there would be noticed', async () => {
  expect(named.length).toBeGreaterThan(12);
  expect(await isServed('PUT', '/_emulator/weather')).toBe(false);
});
