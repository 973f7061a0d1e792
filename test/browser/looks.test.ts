import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runEmulator } from 'google-workspace-emulator/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ids, linkTo, openFormOfEveryKind, openSectionedForm, YES } from './a-form.ts';
import { aRegister, cell, choose, told } from './a-sheet.ts';
import { violationsOn, widthOf } from './axe.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();
const pictures = mkdtempSync(join(tmpdir(), 'pages-'));

/** What a round does not lead to, and an empty workspace: how to come to each page. */
const pages: readonly [string, (page: Page, url: string) => Promise<unknown>][] = [
  ['home', (page, url) => page.goto(url)],
  ['no mail', (page, url) => page.goto(`${url}/inbox/9`)],
  ['sheet', async (page) => page.goto((await aRegister(running)).address)],
  ['an open menu', openMenu],
  ['a question', aQuestion],
  ['versions', async (page) => page.goto((await aRegister(running)).address.replace(/edit$/, 'versions'))],
  ['an old version', async (page) => page.goto(`${(await aRegister(running)).address}?version=1`)],
  ['cells found', async (page) => page.goto(`${(await aRegister(running)).address}?text=NV`)],
  ['a wrong value', wrongValue],
  ['form with faults', faultyForm],
  ['confirmation', confirmation],
  ['closed form', closedForm],
  ['every kind', async (page) => page.goto(linkTo(running, await openFormOfEveryKind(running), { '00000011': 'Có' }))],
];

async function openMenu(page: Page): Promise<void> {
  await page.goto((await aRegister(running)).address);
  await page.getByRole('button', { name: 'Dòng ▾' }).click();
}
async function aQuestion(page: Page): Promise<void> {
  await page.goto((await aRegister(running)).address);
  await choose(page, 'Tab ▾', 'Đổi tên tab');
}
async function wrongValue(page: Page): Promise<void> {
  await page.goto((await aRegister(running)).address);
  await cell(page, 'C3').click();
  await page.evaluate("navigator.clipboard.writeText('Khác')");
  await page.keyboard.press('Control+v');
  await told(page, 'Đã dán.');
}
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

describeInBrowser('on a desk and on a phone', () => {
  const openWindow = openBrowser();

  test.each(pages)('%s is accessible, and never wider than the window', async (name, come) => {
    const page = await openWindow({ bypassCSP: true, permissions: ['clipboard-read', 'clipboard-write'] });
    await come(page, running.emulator.url);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}-${width}.png`), fullPage: true });
      expect(await violationsOn(page)).toEqual([]);
      expect(await widthOf(page)).toBe(width);
    }
  });

  test('what a page does wrong would be found', async () => {
    const page = await openWindow({ bypassCSP: true, viewport: { width: 360, height: 800 } });
    await page.goto(running.emulator.url);
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
      '<p style="color: #ccc; width: 500px">Chữ quá nhạt và quá rộng</p><input>')`);
    const found = await violationsOn(page);
    expect(found.map((violation) => violation.split(':')[0]).sort()).toEqual(['color-contrast', 'label']);
    expect(await widthOf(page)).toBeGreaterThan(360);
  });
});
