import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rows of a long table are alike: the first ones stand for all. */
const RUN = `axe.run(
  { exclude: ['tbody tr:nth-child(n+20)'] },
  { iframes: false, resultTypes: ['violations'] },
)`;

/** What axe-core finds wrong with a page, by rule, with the markup it is about. The window needs `bypassCSP`. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(RUN);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How wide the content is, which is the window unless something sticks out of it. */
export const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');
