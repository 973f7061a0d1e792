import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { aRegister, cell, choose, copied, copy, type Register, told } from './a-sheet.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();
const firstColumn = async ({ values }: Register) => (await values()).map(([first]) => first);

describeInBrowser('a coordinator works in the sheet', () => {
  const openWindow = openBrowser();
  async function open() {
    const register = await aRegister(running);
    const page = await openWindow({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(register.address);
    return { register, page };
  }

  test('what is typed into a cell reaches the API as typed, dates as dates', async () => {
    const { register, page } = await open();
    await cell(page, 'B3').click();
    await page.keyboard.type('1/11/2025');
    await page.keyboard.press('Enter');
    await told(page, 'Đã ghi ô B3.');
    expect(await cell(page, 'B3').textContent()).toBe('01/11/2025');
    expect((await register.values())[2]?.[1]).toBe('01/11/2025');
    expect(await cell(page, 'B4').evaluate((td) => td === td.ownerDocument.activeElement)).toBe(true);
  });

  test('Escape gives an edit up, and an edit that changes nothing writes nothing', async () => {
    const { register, page } = await open();
    const before = await register.values();
    await cell(page, 'A2').dblclick();
    await page.keyboard.type(' sửa');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await told(page, 'Đã xóa nội dung.');
    const [header, ...rows] = before;
    expect(await register.values()).toEqual([header, ['', ...(rows[0]?.slice(1) ?? [])], ...rows.slice(1)]);
  });

  test('a list offers its values only; a tick box is ticked by Space', async () => {
    const { register, page } = await open();
    await cell(page, 'C3').click();
    await page.keyboard.press('Enter');
    const list = page.getByRole('grid').getByRole('combobox');
    expect(await list.locator('option').allTextContents()).toEqual(['', 'Đủ', 'Thiếu']);
    await list.selectOption('Đủ');
    await page.keyboard.press('Tab');
    await told(page, 'Đã ghi ô C3.');
    await page.keyboard.press('Space');
    await told(page, 'Đã ghi ô D3.');
    expect((await register.values())[2]?.slice(2)).toEqual(['Đủ', 'TRUE']);
  });

  test('rows are sorted by a column, below the header', async () => {
    const { register, page } = await open();
    await cell(page, 'B2').click();
    await choose(page, 'Cột ▾', 'Sắp xếp A→Z');
    await told(page, 'Đã sắp xếp.');
    expect(await firstColumn(register)).toEqual(['Mã', 'NV-1', 'NV-2', 'NV-3']);
  });

  test('rows are inserted, moved and deleted', async () => {
    const { register, page } = await open();
    await cell(page, 'A3').click();
    await choose(page, 'Dòng ▾', 'Chèn dòng trên');
    await told(page, 'Đã chèn 1 dòng.');
    expect(await firstColumn(register)).toEqual(['Mã', 'NV-2', undefined, 'NV-1', 'NV-3']);
    await choose(page, 'Dòng ▾', 'Xóa dòng');
    await told(page, 'Đã xóa 1 dòng.');
    await choose(page, 'Dòng ▾', 'Chuyển dòng xuống');
    await told(page, 'Đã chuyển dòng.');
    expect(await firstColumn(register)).toEqual(['Mã', 'NV-2', 'NV-3', 'NV-1']);
    for (const _ of ['twice', 'without waiting']) await choose(page, 'Dòng ▾', 'Chuyển dòng lên');
    await expect.poll(() => firstColumn(register)).toEqual(['Mã', 'NV-1', 'NV-2', 'NV-3']);
  });

  test('a block is copied with its quotes and lines, and pasted elsewhere', async () => {
    const { register, page } = await open();
    await copy(page, 'NV-8\t1/12/2025\n"NV-9\n""kép"""\t\n');
    await cell(page, 'A5').click();
    await page.keyboard.press('Control+v');
    await told(page, 'Đã dán 2 dòng.');
    expect((await register.values()).slice(4)).toEqual([['NV-8', '01/12/2025'], ['NV-9\n"kép"']]);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    expect(await copied(page)).toBe('NV-8\t01/12/2025\n"NV-9\n""kép"""\t');
  });

  test('a refused change is told in the words of the API', async () => {
    const { page } = await open();
    await copy(page, '1\t2\t3');
    await cell(page, 'D2').click();
    await page.keyboard.press('Control+v');
    await told(page, 'Không thực hiện được: ');
    expect(await page.getByRole('status').textContent()).toContain('exceeds grid limits');
  });

  test('notes, colours and the hidden tab are shown; what looks like markup is text', async () => {
    const { page } = await open();
    expect(await cell(page, 'A1').getAttribute('title')).toBe('Mã cố định. Ví dụ: NV-1');
    expect(await cell(page, 'C3').getAttribute('style')).toContain('rgb(255 204 0)');
    expect(await cell(page, 'C4').textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.getByRole('link', { name: 'Nhật ký', exact: true }).isVisible()).toBe(false);
    await page.getByText('Tab ẩn (1)').click();
    await page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await page.getByRole('grid', { name: 'Nhật ký' }).waitFor();
    expect(await page.getByRole('grid', { name: 'Nhật ký' }).count()).toBe(1);
  });

  test('without scripts the tab is a plain table', async () => {
    const register = await aRegister(running);
    const page = await openWindow({ javaScriptEnabled: false });
    await page.goto(register.address);
    expect(await page.getByRole('row', { name: 'NV-1' }).locator('td').allTextContents()).toEqual([
      'NV-1',
      '23/10/2025',
      'Thiếu',
      '☐',
      '',
    ]);
    expect(await page.getByRole('button').allTextContents()).toEqual(['Tìm', 'Lọc']);
  });
});
