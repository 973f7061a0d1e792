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
