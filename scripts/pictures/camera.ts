import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Pixels of a picture, across. */
const WIDTH = 1000;
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export type View = {
  /** Of the window. A wider one than the picture is made smaller. @default as wide as the picture */
  readonly width?: number;
  readonly height: number;
  /** What is done to the page first, such as scrolling. */
  readonly prepare?: (page: Page) => Promise<void>;
};

/** Takes pictures of pages as people see them. */
export type Camera = {
  take(name: string, url: string, view: View): Promise<void>;
  close(): Promise<void>;
};

/** @param folder where the pictures go. @throws Error when no Chromium is found; CHROMIUM_PATH names one */
export async function openCamera(folder: string): Promise<Camera> {
  const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...places].find((path) => existsSync(path));
  if (!executablePath) throw new Error(`No Chromium at ${places.join(', ')}; name one in CHROMIUM_PATH.`);
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
  return {
    async take(name, url, { width = WIDTH, height, prepare }) {
      const deviceScaleFactor = WIDTH / width;
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor, locale: 'vi-VN' });
      await page.goto(url, { waitUntil: 'networkidle' });
      await prepare?.(page);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
      await page.close();
    },
    close: () => browser.close(),
  };
}
