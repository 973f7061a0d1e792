import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { findings, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { fullReport } from '../support/reports.ts';
import { told } from './a-sheet.ts';
import { useRound } from './a-workspace.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const round = useRound();
const home = () => round.workspace.emulator.url;

/** Presses the button of the home page. @returns what it says came of it */
async function sync(page: Page): Promise<void> {
  await page.goto(home());
  await page.getByRole('button', { name: 'Đồng bộ', exact: true }).click();
}

/** Selects the cell of a row of a tab, in the column of this title, and types into it. */
async function typeInto(page: Page, row: number, title: string, text: string): Promise<void> {
  const head = page.locator('thead td').filter({ hasText: new RegExp(`^${title}$`) });
  const cell = page.locator(`td[data-row="${row - 1}"][data-column="${await head.getAttribute('data-column')}"]`);
  await cell.click();
  await page.keyboard.press('Enter');
  const control = cell.locator('select, input, textarea');
  if (await control.evaluate((one) => one.tagName === 'SELECT')) await control.selectOption(text);
  else await control.fill(text);
  await page.keyboard.press('Tab');
  await told(page, `Đã ghi ô ${(await cell.getAttribute('data-name')) ?? ''}`);
}

/** What a city answers on every page but the first, by the start of its questions. */
const answer = Object.values(fullReport('HPG')).find((text) => String(text).length > 100) as string;

async function fillFirstPage(page: Page): Promise<void> {
  const typed = { 'Đơn vị lập': 'Sở Xây dựng', 'Họ và tên': 'Trần Thị Mẫu', 'Chức vụ': 'Chuyên viên' };
  const reached = { 'E-mail': 'mau@haiphong.example', 'Điện thoại': '0225 000 000' };
  for (const [label, text] of Object.entries({ ...typed, ...reached })) await page.getByLabel(label).fill(text);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Tiếp' }).click();
}

async function fillOtherPages(page: Page): Promise<string[]> {
  const headings: string[] = [];
  for (;;) {
    headings.push((await page.locator('h2').first().textContent())?.split('.')[0] ?? '');
    for (const area of await page.locator('textarea').all()) await area.fill(`${headings.at(-1)}: ${answer}`);
    const isLast = (await page.getByRole('button', { name: 'Gửi', exact: true }).count()) > 0;
    await page.getByRole('button', { name: isLast ? 'Gửi' : 'Tiếp', exact: true }).click();
    if (isLast) return headings;
  }
}

describeInBrowser('a round is lived through by clicking', () => {
  const openWindow = openBrowser();

  test('nothing goes out until the coordinator ticks Duyệt gửi; then every city is invited', async () => {
    const page = await openWindow();
    await sync(page);
    expect(
      (await page.getByText('Chưa có thư').count()) + (await page.getByRole('link', { name: 'thư đã nhận' }).count()),
    ).toBe(1);
    const before = (await round.workspace.emulator.inbox.messages()).length;
    await page.getByRole('link', { name: 'Duyệt gửi ở Kỳ báo cáo' }).click();
    await page.getByRole('grid', { name: 'Kỳ báo cáo' }).waitFor();
    const head = page.locator('thead td').filter({ hasText: /^Duyệt gửi$/ });
    await page.locator(`td[data-row="1"][data-column="${await head.getAttribute('data-column')}"] .tick`).click();
    await told(page, 'Đã ghi ô');
    await sync(page);
    expect((await round.workspace.emulator.inbox.messages()).length - before).toBe(6);
  });

  test('the clock goes on to the next mail that is planned', async () => {
    const page = await openWindow({ javaScriptEnabled: false });
    await page.goto(home());
    await page.getByRole('button', { name: 'Việc kế tiếp' }).click();
    expect(await page.locator('.clock').textContent()).toBe('Thứ Tư, 29/10/2025 08:30');
  });

  test('a city opens the form from its mail, fills it and gets its receipt; it is not asked section 2', async () => {
    const page = await openWindow();
    await page.goto(`${home()}/inbox`);
    await page.getByRole('row', { name: 'Hải Phòng' }).getByRole('link').first().click();
    const link = page.frameLocator('iframe').locator('a[href*="viewform"]').first();
    const [form] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    expect(await form.getByLabel('Đơn vị báo cáo').inputValue()).toBe('Hải Phòng');
    await form.getByRole('button', { name: 'Tiếp' }).click();
    expect(await form.getByRole('alert').count()).toBe(6);
    await fillFirstPage(form);
    expect(await fillOtherPages(form)).toEqual(['Mục 1', 'Mục 3']);
    expect(await form.getByText('Báo cáo của Quý cơ quan đã được ghi nhận').count()).toBe(1);
    await sync(page);
    await page
      .getByRole('link', { name: /\[Đã tiếp nhận\].*Hải Phòng/ })
      .first()
      .click();
    await page.frameLocator('iframe').getByText('đã tiếp nhận nội dung báo cáo').first().waitFor();
  });

  test.each([
    ['HNI', ['Mục 1', 'Mục 2', 'Mục 3']],
    ['HCM', ['Mục 1', 'Mục 2', 'Mục 3']],
    ['DNG', ['Mục 1', 'Mục 2', 'Mục 3']],
    ['CTO', ['Mục 1', 'Mục 3']],
    ['HUE', ['Mục 1', 'Mục 3']],
  ])('the link of %s leads through %j', async (unit, sections) => {
    const page = await openWindow({ javaScriptEnabled: false });
    await page.goto(round.linkOf(unit));
    await fillFirstPage(page);
    expect(await fillOtherPages(page)).toEqual(sections);
  });

  test('a coordinator extends a deadline in the grid, and the next sync follows', async () => {
    const page = await openWindow();
    await page.goto(round.addressOf(decisions));
    const row = Number(await page.locator('main.sheet').getAttribute('data-used')) + 1;
    const cells = {
      'Thời điểm': '23/10/2025 14:05',
      'Kỳ hoặc nhiệm vụ': '2025-10',
      'Đơn vị': 'HUE',
      'Quyết định': 'Gia hạn',
      'Giá trị': '31/10/2025',
      'Người quyết định': 'Điều phối viên',
    };
    for (const [title, text] of Object.entries(cells)) await typeInto(page, row, title, text);
    await sync(page);
    await page.goto(round.addressOf(tracking));
    await page.getByRole('row', { name: 'Huế' }).getByText('31/10/2025', { exact: true }).waitFor();
  });

  test('a cell that is half typed is told in Kiểm tra, whose link leads to its tab', async () => {
    const page = await openWindow();
    await page.goto(round.addressOf(rounds));
    await typeInto(page, 2, 'Hạn điều chỉnh', '29/10');
    await sync(page);
    await page.goto(round.addressOf(findings, `&fvid=${findings.sheetId * 10 + 1}`));
    const finding = page.getByRole('row', { name: 'Hạn điều chỉnh' });
    expect(await finding.textContent()).toContain('"29/10"');
    await finding.getByRole('link', { name: 'Kỳ báo cáo' }).click();
    await page.getByRole('grid', { name: 'Kỳ báo cáo' }).waitFor();
    await typeInto(page, 2, 'Hạn điều chỉnh', '29/10/2025');
    await sync(page);
    await page.goto(round.addressOf(findings));
    expect(await page.getByRole('row', { name: 'Hạn điều chỉnh' }).count()).toBe(0);
  });
});
