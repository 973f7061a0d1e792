import { once } from 'node:events';
import { request } from 'node:http';
import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';

const running = runEmulator();

/** Sends a path as it stands: `fetch` would tidy it first. */
async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port } = new URL(running.emulator.url);
  const asked = request({ hostname, port, path });
  asked.end();
  const [answer] = await once(asked, 'response');
  const chunks: Buffer[] = await answer.toArray();
  return { status: answer.statusCode, text: Buffer.concat(chunks).toString() };
}

test.each([
  '/_pages/../assets.ts',
  '/_pages/..%2Fassets.ts',
  '/_pages/%2e%2e/%2e%2e/server.ts',
  '/_pages/..%5c..%5cserver.ts',
  '/_pages/....//....//package.json',
  '/_pages/%252e%252e%252fassets.ts',
  '/_pages/sheet.js%00.css',
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/spreadsheets/d/..%2F..%2Fpackage.json/edit',
  '/forms/d/e/..%2F..%2Fpackage.json/viewform',
  '/inbox/..%2F..%2Fpackage.json',
  '/inbox/__proto__/html',
  '/_emulator/forms/__proto__/responses',
])('%s leads to no file', async (path) => {
  const { status, text } = await get(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/root:|import |"dependencies"/);
});

test('a file the pages need is served by its own name', async () => {
  expect((await get('/_pages/sheet.js')).status).toBe(200);
});

test('it listens on this machine alone', () => {
  expect(new URL(running.emulator.url).hostname).toBe('127.0.0.1');
  expect(new URL(running.emulator.smtpUrl).hostname).toBe('127.0.0.1');
});
