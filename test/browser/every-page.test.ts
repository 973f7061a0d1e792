import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { runDashboard, runSync } from '../../functions/app.ts';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { ROUND } from '../../scripts/story/stage.ts';
import { fillForm } from '../../scripts/workspace/city.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import { city } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';
import { useRound } from './a-workspace.ts';
import { violationsOn, widthOf } from './axe.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const round = useRound();
let dashboard = '';

/** Something to see: one report that is whole, one that lacks an item, cities that are late. */
beforeAll(async () => {
  const { workspace } = round;
  const { config, emulator, environment, provisioned } = workspace;
  const secret = environment['LINK_SECRET'] ?? '';
  for (const unit of ['HPG', 'DNG']) {
    const answers = unit === 'DNG' ? withoutPlan(fullReport(unit)) : fullReport(unit);
    await fillForm(emulator.url, provisioned.formId, { unit: city(unit), round: ROUND, secret, answers });
  }
  workspace.setTime('2025-10-30T08:30:00+07:00');
  await runSync(config);
  const served = await runDashboard(config, { round: null });
  if (served.kind === 'page') dashboard = served.html;
});

/** As it looks when no script of the page runs; axe-core itself does. */
async function silence(page: Page): Promise<void> {
  await page.route('**/_pages/*.js', (route) => route.abort());
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await widthOf(page)).toBe(360);
}

describeInBrowser('everything there is to see', () => {
  const openWindow = openBrowser();

  test.each(allTabs.filter(({ hidden }) => !hidden).map((tab) => [tab.title, tab] as const))(
    'the tab %s is accessible, and fits a phone',
    async (_, tab) => {
      const page = await openWindow({ bypassCSP: true });
      await page.goto(round.addressOf(tab));
      await expectAccessible(page);
    },
  );

  test.each(['Theo dõi', 'Tổng quan', 'Quyết định'])('the tab %s is so without scripts', async (title) => {
    const page = await openWindow({ bypassCSP: true });
    await silence(page);
    const tab = allTabs.find((one) => one.title === title);
    await page.goto(tab ? round.addressOf(tab) : '');
    expect(await page.getByRole('grid').count()).toBe(0);
    await expectAccessible(page);
  });

  test('the home page with everything on it is so', async () => {
    const page = await openWindow({ bypassCSP: true });
    await page.goto(round.workspace.emulator.url);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining(['Làm thử', 'Đồng hồ', 'Chạy ngay', 'Đã xảy ra']),
    );
    await expectAccessible(page);
  });

  test('every section of the real form is so', async () => {
    const page = await openWindow({ bypassCSP: true });
    await page.goto(round.linkOf('HNI'));
    for (const label of ['Đơn vị lập', 'Họ và tên', 'Chức vụ', 'E-mail', 'Điện thoại']) {
      await page.getByLabel(label).fill('mau@hanoi.example');
    }
    await page.getByRole('checkbox').check();
    for (const section of ['identification', 'Mục 1', 'Mục 2', 'Mục 3']) {
      await page.setViewportSize({ width: 1280, height: 800 });
      if (section !== 'identification') {
        await page.getByRole('button', { name: 'Tiếp', exact: true }).click();
        expect(await page.locator('h2').first().textContent()).toContain(section);
      }
      await expectAccessible(page);
    }
  });

  test('the inbox and a mail are so', async () => {
    const page = await openWindow({ bypassCSP: true });
    await page.goto(`${round.workspace.emulator.url}/inbox`);
    await expectAccessible(page);
    await page.locator('tbody a').first().click();
    await expectAccessible(page);
  });

  test('the dashboard is so, on paper too', async () => {
    const page = await openWindow({ bypassCSP: true });
    await page.setContent(dashboard);
    expect(await page.getByText(/^Đã nhận 2\/6/).count()).toBeGreaterThan(0);
    expect(await page.locator('script').count()).toBe(0);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    expect(await violationsOn(page)).toEqual([]);
  });
});
