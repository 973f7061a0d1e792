import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { aRegister, cell, choose, told } from './a-sheet.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();

describeInBrowser('a coordinator looks for something in the sheet', () => {
  const openWindow = openBrowser();
  async function open(options = {}) {
    const register = await aRegister(running);
    const page = await openWindow(options);
    await page.goto(register.address);
    return { register, page };
  }
  const shownRows = (page: Awaited<ReturnType<ReturnType<typeof openBrowser>>>) =>
    page.locator('tbody td[data-column="0"]').allTextContents();

  test('Ctrl+F leads from one cell that holds the text to the next', async () => {
    const { page } = await open();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('nv-');
    await page.keyboard.press('Enter');
    await page.getByText('Ô 1/3 có “nv-”.').waitFor();
    await page.locator('[aria-selected][data-row="1"][data-column="0"]').waitFor();
    await page.getByRole('link', { name: 'Ô sau' }).click();
    await page.getByText('Ô 2/3').waitFor();
    await page.locator('[aria-selected][data-row="2"][data-column="0"]').waitFor();
  });

  test('a filter shows the rows that hold the text in a column, and changes nothing for anybody', async () => {
    const { page, register } = await open({ javaScriptEnabled: false });
    const before = await register.values();
    await page.getByLabel('Tìm trong tab này').fill('thiếu');
    await page.getByLabel('Trong cột').selectOption('Kết quả');
    await page.getByRole('button', { name: 'Lọc' }).click();
    expect(await shownRows(page)).toEqual(['NV-1']);
    expect(await register.values()).toEqual(before);
    await page.getByRole('link', { name: 'Bỏ lọc' }).click();
    expect((await shownRows(page)).filter((text) => text !== '')).toEqual(['NV-2', 'NV-1', 'NV-3']);
  });

  test('what one clears or deletes under a filter spares the rows that are hidden', async () => {
    const { page, register } = await open();
    await register.batchUpdate([
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 2, columnIndex: 1 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'chưa định' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    await page.goto(`${register.address}?gid=1&text=${encodeURIComponent('/10/2025')}&as=filter`);
    expect(await shownRows(page)).toEqual(['NV-2', 'NV-3']);
    await cell(page, 'A2').click();
    await cell(page, 'A4').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await told(page, 'Đã xóa nội dung.');
    expect((await register.values()).map(([first]) => first)).toEqual(['Mã', '', 'NV-1', '']);
    await choose(page, 'Dòng ▾', 'Xóa dòng');
    await told(page, 'Đã xóa 2 dòng.');
    expect((await register.values()).map(([first]) => first)).toEqual(['Mã', 'NV-1']);
  });

  test('a day that does not exist is marked, and said', async () => {
    const { page, register } = await open();
    await register.batchUpdate([
      {
        setDataValidation: {
          range: { sheetId: 1, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
          rule: { condition: { type: 'DATE_IS_VALID' }, strict: false },
        },
      },
    ]);
    await cell(page, 'B3').click();
    await page.keyboard.type('31/11/2025');
    await page.keyboard.press('Enter');
    await told(page, 'Đã ghi ô B3.');
    expect(await cell(page, 'B3').getAttribute('aria-invalid')).toBe('true');
    await cell(page, 'B3').click();
    expect(await page.locator('.current .note').textContent()).toBe(
      'Không hợp lệ: dữ liệu nhập phải là một ngày có thật.',
    );
    expect(await cell(page, 'B2').getAttribute('aria-invalid')).toBe(null);
  });

  test('before a protected cell is written over, the page asks', async () => {
    const { page, register } = await open();
    const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1 };
    await register.batchUpdate([
      { addProtectedRange: { protectedRange: { range, description: 'Chỉ hệ thống ghi.' } } },
    ]);
    await page.reload();
    await cell(page, 'A1').click();
    await page.keyboard.type('Khác');
    await page.keyboard.press('Enter');
    await page.getByText('Chỉ hệ thống ghi. Vẫn sửa?').waitFor();
    await page.getByRole('button', { name: 'Thôi' }).click();
    await told(page, 'Đã thôi, không sửa gì.');
    expect((await register.values())[0]?.[0]).toBe('Mã');
    await cell(page, 'A1').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Vẫn sửa' }).click();
    await told(page, 'Đã xóa nội dung.');
    expect((await register.values())[0]?.[0]).toBe('');
    await cell(page, 'A2').click();
    await page.keyboard.press('Delete');
    await told(page, 'Đã xóa nội dung.');
  });

  test('the field over a cell is named after the cell, a list too', async () => {
    const { page } = await open();
    await cell(page, 'C3').click();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Nội dung ô C3' }).waitFor();
  });
});
