import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runEmulator } from '../emulator/core/running-emulator.ts';
import { ids, linkTo, openFormOfEveryKind, openSectionedForm, YES } from './a-form.ts';
import { aRegister } from './a-sheet.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = mkdtempSync(join(tmpdir(), 'pages-'));

/** Everything there is to see: how to come to each page. */
const pages: readonly [string, (page: Page, url: string) => Promise<unknown>][] = [
  ['home', (page, url) => page.goto(url)],
  ['inbox', (page, url) => page.goto(`${url}/inbox`)],
  ['mail', (page, url) => page.goto(`${url}/inbox/0`)],
  ['no mail', (page, url) => page.goto(`${url}/inbox/9`)],
  ['sheet', async (page) => page.goto((await aRegister(running)).address)],
  ['form', async (page) => page.goto(linkTo(running, await openSectionedForm(running)))],
  ['form with faults', faultyForm],
  ['second section', secondSection],
  ['confirmation', confirmation],
  ['closed form', closedForm],
  ['every kind', async (page) => page.goto(linkTo(running, await openFormOfEveryKind(running), { '00000011': 'Có' }))],
];

async function faultyForm(page: Page): Promise<void> {
  await page.goto(linkTo(running, await openSectionedForm(running)));
  await page.getByRole('button', { name: 'Tiếp' }).click();
}
async function secondSection(page: Page): Promise<void> {
  const answers = { [ids.city]: 'Huế', [ids.code]: 'HUE-123', [ids.secrecy]: 'Không mật', [ids.reports]: YES };
  await page.goto(linkTo(running, await openSectionedForm(running), answers));
  await page.getByRole('button', { name: 'Tiếp' }).click();
}
async function confirmation(page: Page): Promise<void> {
  await secondSection(page);
  await page.getByRole('button', { name: 'Tiếp' }).click();
  await page.getByRole('button', { name: 'Gửi' }).click();
}
async function closedForm(page: Page): Promise<void> {
  const form = await openSectionedForm(running);
  form.publishState = { isPublished: true, isAcceptingResponses: false };
  await page.goto(linkTo(running, form));
}

async function sendMail(): Promise<void> {
  const transport = createTransport(running.emulator.smtpUrl);
  const html = '<p>Đề nghị Quý cơ quan gửi báo cáo.</p>';
  await transport.sendMail({
    from: 'to@bo.example',
    to: 'an@hue.example',
    subject: 'Nhắc việc',
    text: 'Đề nghị',
    html,
  });
  transport.close();
}

describeInBrowser('on a desk and on a phone', () => {
  const openWindow = openBrowser();

  test.each(pages)('%s is accessible, and never wider than the window', async (name, come) => {
    await sendMail();
    const page = await openWindow({ bypassCSP: true });
    await come(page, running.emulator.url);
    await page.evaluate(axe);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}-${width}.png`), fullPage: true });
      const { violations } = await page.evaluate<AxeResults>('axe.run({ iframes: false })');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });
});
