import { runEmulator } from 'google-workspace-emulator/testing';
import { expect, test } from 'vitest';
import { aRegister, cell, choose, copy, told } from './a-sheet.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const running = runEmulator();

describeInBrowser('what a coordinator did in the sheet', () => {
  const openWindow = openBrowser();
  async function open() {
    const register = await aRegister(running);
    const page = await openWindow({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(register.address);
    return { register, page, before: await register.values() };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  const edits: readonly [string, (opened: Opened) => Promise<unknown>][] = [
    [
      'a cell that was written',
      async ({ page }) => {
        await cell(page, 'A2').click();
        await page.keyboard.type('NV-9');
        await page.keyboard.press('Enter');
        await told(page, 'Đã ghi ô A2.');
      },
    ],
    [
      'a block that was pasted',
      async ({ page }) => {
        await copy(page, 'x\ty\nz\tw');
        await cell(page, 'A2').click();
        await page.keyboard.press('Control+v');
        await told(page, 'Đã dán 2 dòng.');
      },
    ],
    [
      'cells that were cleared',
      async ({ page }) => {
        await cell(page, 'A2').click();
        await cell(page, 'C4').click({ modifiers: ['Shift'] });
        await page.keyboard.press('Delete');
        await told(page, 'Đã xóa nội dung.');
      },
    ],
    [
      'rows that were deleted',
      async ({ page }) => {
        await cell(page, 'A2').click();
        await cell(page, 'A4').click({ modifiers: ['Shift'] });
        await choose(page, 'Dòng ▾', 'Xóa dòng');
        await told(page, 'Đã xóa 3 dòng.');
      },
    ],
    [
      'a column that was deleted',
      async ({ page }) => {
        await cell(page, 'B2').click();
        await choose(page, 'Cột ▾', 'Xóa cột');
        await told(page, 'Đã xóa 1 cột.');
      },
    ],
    [
      'a sort',
      async ({ page }) => {
        await cell(page, 'B2').click();
        await choose(page, 'Cột ▾', 'Sắp xếp A→Z');
        await told(page, 'Đã sắp xếp.');
      },
    ],
    [
      'a row that was inserted',
      async ({ page }) => {
        await cell(page, 'A2').click();
        await choose(page, 'Dòng ▾', 'Chèn dòng trên');
        await told(page, 'Đã chèn 1 dòng.');
      },
    ],
  ];

  test.each(edits)('%s is undone by Ctrl+Z, and made again by Ctrl+Y', async (_, edit) => {
    const opened = await open();
    const { page, register, before } = opened;
    await edit(opened);
    const after = await register.values();
    expect(after).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await told(page, 'Đã hoàn tác.');
    expect(await register.values()).toEqual(before);
    await page.keyboard.press('Control+y');
    await told(page, 'Đã làm lại.');
    expect(await register.values()).toEqual(after);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await told(page, 'Đã hoàn tác.');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await told(page, 'không còn thao tác nào để hoàn tác.');
  });

  test('a deleted tab comes back as it was, and a renamed one to its name', async () => {
    const { page, register, before } = await open();
    await choose(page, 'Tab ▾', 'Đổi tên tab');
    await page.getByRole('textbox', { name: 'Tên tab' }).fill('Sổ khác');
    await page.getByRole('button', { name: 'Đổi tên', exact: true }).click();
    await told(page, 'Đã đổi tên tab.');
    expect(await page.getByRole('link', { name: 'Sổ khác' }).count()).toBe(1);
    await page.keyboard.press('Control+z');
    await told(page, 'Đã hoàn tác.');
    await choose(page, 'Tab ▾', 'Thêm tab');
    await page.getByRole('textbox', { name: 'Tên tab' }).fill('Tạm');
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('grid', { name: 'Tạm' }).waitFor();
    await page.getByRole('link', { name: "Nhiệm vụ 'A'" }).click();
    await page.getByRole('grid', { name: "Nhiệm vụ 'A'" }).waitFor();
    await choose(page, 'Tab ▾', 'Xóa tab');
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa tab' }).click();
    await page.getByRole('grid', { name: 'Tạm' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('grid', { name: "Nhiệm vụ 'A'" }).waitFor();
    expect(await register.values()).toEqual(before);
  });

  test('an undo takes away nothing that a program wrote since: elsewhere it stays, in the same tab the undo is refused', async () => {
    const { page, register } = await open();
    const write = (sheetId: number, text: string) =>
      register.batchUpdate([
        {
          updateCells: {
            start: { sheetId, rowIndex: 9, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    await cell(page, 'A2').click();
    await choose(page, 'Dòng ▾', 'Xóa dòng');
    await told(page, 'Đã xóa 1 dòng.');
    await write(2, 'nhật ký của chương trình');
    await page.keyboard.press('Control+z');
    await told(page, 'Đã hoàn tác.');
    expect((await register.values())[1]?.[0]).toBe('NV-2');
    const { emulator } = running;
    const [book] = emulator.sheets.spreadsheets().values();
    expect(book?.sheets[1]?.rows[9]?.cells[0]?.userEnteredValue).toEqual({ stringValue: 'nhật ký của chương trình' });
    await page.keyboard.press('Control+y');
    await told(page, 'Đã làm lại.');
    await write(1, 'chương trình ghi sau');
    await page.keyboard.press('Control+z');
    await told(page, 'chương trình đã ghi vào tab này');
  });

  test('every version is listed with its time and who made it, can be looked at, and comes back', async () => {
    const { page, register, before } = await open();
    await cell(page, 'A2').click();
    await cell(page, 'A4').click({ modifiers: ['Shift'] });
    await choose(page, 'Dòng ▾', 'Xóa dòng');
    await told(page, 'Đã xóa 3 dòng.');
    await page.getByRole('link', { name: 'Nhật ký phiên bản' }).click();
    const versions = page.locator('.versions li');
    expect(await versions.first().textContent()).toMatch(
      /^\d\d\/\d\d\/\d{4} \d\d:\d\d · Người dùng · Nhiệm vụ 'A' \(bản hiện tại\)$/,
    );
    expect(await versions.nth(1).textContent()).toContain('· Chương trình · ');
    await versions.nth(1).getByRole('link').click();
    expect(await page.getByText('Phiên bản cũ, chỉ để đọc').count()).toBe(1);
    expect(await page.getByRole('row', { name: 'NV-2' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Khôi phục phiên bản này' }).click();
    await page.getByRole('grid', { name: "Nhiệm vụ 'A'" }).waitFor();
    expect(await register.values()).toEqual(before);
    await page.keyboard.press('Control+z');
    await told(page, 'Đã hoàn tác.');
    expect(await register.values()).toHaveLength(1);
  });
});
