import { runEmulator } from 'google-workspace-emulator/testing';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();

const hostile = `<p>Kính gửi Quý cơ quan</p>
<script>parent.document.title = 'chiếm'</script><img src="x" onerror="top.location = '/taken'">
<a href="URL/inbox">Mở hộp thư</a>`;

async function send(more: object = {}): Promise<void> {
  const transport = createTransport(running.emulator.smtpUrl);
  await transport.sendMail({
    from: 'Tổ giúp việc <to@bo.example>',
    to: 'an@hue.example',
    subject: 'Nhắc <b>báo cáo</b>',
    text: 'Phần chữ',
    html: hostile.replace('URL', running.emulator.url),
    attachments: [{ filename: '../đề cương.docx', content: 'noi dung' }],
    ...more,
  });
  transport.close();
}

describeInBrowser('the inbox', () => {
  const openWindow = openBrowser();

  test('lists mails newest first, their subjects as text', async () => {
    await send();
    await send({ subject: 'Mới hơn' });
    const page = await openWindow();
    await page.goto(`${running.emulator.url}/inbox`);
    expect(await page.locator('tbody a').allTextContents()).toEqual(['Mới hơn', 'Nhắc <b>báo cáo</b>']);
    await page.getByRole('link', { name: 'Mới hơn' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Mới hơn');
    expect(await page.getByText('an@hue.example').first().isVisible()).toBe(true);
  });

  test('shows the markup of a mail where it can reach nothing', async () => {
    await send();
    const page = await openWindow();
    await page.goto(`${running.emulator.url}/inbox/0`);
    const mail = page.frameLocator('iframe');
    expect(await mail.getByText('Kính gửi Quý cơ quan').isVisible()).toBe(true);
    expect(await page.title()).toBe('Nhắc <b>báo cáo</b>');
    expect(new URL(page.url()).pathname).toBe('/inbox/0');
    const [opened] = await Promise.all([page.waitForEvent('popup'), mail.getByText('Mở hộp thư').click()]);
    await opened.waitForURL(`${running.emulator.url}/inbox`);
  });

  test('is filtered by kind, by who got the mail, and by words', async () => {
    await send({ subject: '[Nhắc việc] Báo cáo – Huế' });
    await send({ subject: '[Bản tin 24/10/2025] Quá hạn 0', to: 'dieuphoi@bo.example' });
    await send({ subject: '[Bản tin 27/10/2025] Quá hạn 1', to: 'dieuphoi@bo.example' });
    const page = await openWindow({ javaScriptEnabled: false });
    await page.goto(`${running.emulator.url}/inbox`);
    const subjects = page.locator('tbody a');
    expect(await page.getByLabel('Loại thư').locator('option').allTextContents()).toEqual([
      'tất cả',
      'Bản tin',
      'Nhắc việc',
    ]);
    await page.getByLabel('Loại thư').selectOption('Bản tin');
    await page.getByRole('button', { name: 'Lọc' }).click();
    expect(await subjects.count()).toBe(2);
    expect(await page.getByText('2/3 thư.').count()).toBe(1);
    await page.getByRole('link', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Người nhận').selectOption('an@hue.example');
    await page.getByRole('button', { name: 'Lọc' }).click();
    expect(await subjects.allTextContents()).toEqual(['[Nhắc việc] Báo cáo – Huế']);
    await page.goto(`${running.emulator.url}/inbox?text=hải phòng`);
    expect(await page.getByText('Không có thư nào như vậy.').count()).toBe(1);
  });

  test('on a phone each mail shows who got it and when', async () => {
    await send({ subject: 'Một tiêu đề dài: '.repeat(8) });
    const page = await openWindow({ viewport: { width: 390, height: 844 } });
    await page.goto(`${running.emulator.url}/inbox`);
    for (const part of ['td:nth-child(2)', 'td time']) {
      const box = await page.locator(`tbody ${part}`).boundingBox();
      expect((box?.x ?? 390) + (box?.width ?? 390)).toBeLessThanOrEqual(390);
    }
  });

  test('a mail is as high as it is long: the page alone scrolls', async () => {
    await send({ html: '<p style="margin: 0">Dòng</p>'.repeat(200) });
    await send({ html: '<p>Ngắn</p>' });
    const page = await openWindow();
    const height = async (n: number) => {
      await page.goto(`${running.emulator.url}/inbox/${n}`, { waitUntil: 'load' });
      return page.locator('iframe').evaluate((frame) => frame.clientHeight);
    };
    expect(await height(0)).toBeGreaterThan(200 * 15);
    expect(
      await page
        .frameLocator('iframe')
        .locator('html')
        .evaluate((root) => root.scrollHeight - root.clientHeight),
    ).toBe(0);
    expect(await height(1)).toBeLessThan(200);
  });

  test('its text, its headers and its attachments are there', async () => {
    await send();
    const page = await openWindow();
    await page.goto(`${running.emulator.url}/inbox/0`);
    await page.getByText('Phần văn bản thuần').click();
    expect((await page.locator('pre').textContent())?.trim()).toBe('Phần chữ');
    await page.getByText('Các dòng đầu thư').click();
    expect(await page.getByRole('rowheader', { name: 'message-id' }).isVisible()).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'đề cương.docx' }).click(),
    ]);
    expect(download.suggestedFilename()).not.toContain('/');
    expect(download.suggestedFilename()).toMatch(/đề cương\.docx$/);
  });
});
