import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';

const named = process.env['CHROMIUM_PATH'];
const candidates = named === undefined ? ['/usr/bin/chromium', '/usr/bin/google-chrome'] : [named];
const executablePath = candidates.find((path) => existsSync(path));

const missing = `No Chromium at ${candidates.join(' or ')}: install one, or name it in CHROMIUM_PATH, to run the browser tests.`;
if (executablePath === undefined && process.env['CI'] === 'true') throw new Error(missing);
if (executablePath === undefined) console.warn(`Browser tests are skipped. ${missing}`);

/** Tests that need a browser; skipped where there is none, unless CI says that there has to be one. */
export const describeInBrowser = describe.skipIf(executablePath === undefined);

const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Where nothing says how names of files are written, Chromium gives a download with Vietnamese letters another one. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** One browser for a describe; every page is in a window of its own that ends with its test. */
export function openBrowser(): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args, env });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());
  return async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', ...options });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  };
}
