import { createEmulator, type Emulator } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsOn, widthOf } from './axe.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

let emulator: Emulator;
let runs = 0;
let erased = 0;
const runners = [
  { name: 'sync', label: 'Đồng bộ', run: countRun },
  {
    name: 'fresh',
    label: 'Chơi lại từ đầu',
    asks: 'Mọi thứ sẽ bị xóa.',
    run: async (tellStep: (words: string) => void) => {
      tellStep('Xóa mọi thứ');
      erased += 1;
    },
  },
  { name: 'doctor', label: 'Kiểm tra sức khỏe', run: () => Promise.reject(new Error('Bảng tính <không> mở được')) },
];
let next: string | undefined;
const blocks = async () => [
  { heading: 'Làm thử', isInOrder: true, links: [{ label: 'Bước <một>' }, { label: 'Hộp thư', href: '/inbox' }] },
  { heading: 'Xem', links: [{ label: 'Bảng', href: '/bang', about: 'cho lãnh đạo' }] },
  { heading: 'Không có gì', links: [] },
];
const intro = async () => ({ title: 'Sổ <theo dõi>', about: 'Mời, nhận, nhắc.', headline: 'Đã nhận 5/6' });
async function countRun(): Promise<object> {
  runs += 1;
  return { runs };
}
beforeAll(async () => {
  emulator = await createEmulator({ runners, intro, blocks, nextEvent: async () => next });
});
beforeEach(() => {
  emulator.reset();
  runs = 0;
  erased = 0;
  next = undefined;
  // A Thursday.
  emulator.clock.set(Temporal.Instant.from('2025-10-23T13:30:00+07:00'));
});
afterAll(() => emulator.close());

describeInBrowser('the home page', () => {
  const openWindow = openBrowser();
  async function open() {
    const page = await openWindow({ javaScriptEnabled: false });
    await page.goto(emulator.url);
    return page;
  }

  test.each([
    ['Giờ tiếp theo', '2025-10-23T14:00:00+07:00'],
    ['Sáng làm việc tiếp theo, 08:30', '2025-10-24T08:30:00+07:00'],
    ['Ngày hôm sau', '2025-10-24T13:30:00+07:00'],
  ])('moves the clock: %s', async (button, instant) => {
    const page = await open();
    await page.getByRole('button', { name: button }).click();
    expect(Temporal.Instant.from(emulator.clock.now()).equals(Temporal.Instant.from(instant))).toBe(true);
  });

  test('the next working morning passes a weekend over', async () => {
    emulator.clock.set(Temporal.Instant.from('2025-10-24T08:30:00+07:00'));
    const page = await open();
    await page.getByRole('button', { name: 'Sáng làm việc tiếp theo' }).click();
    expect(await page.locator('.clock').textContent()).toBe('Thứ Hai, 27/10/2025 08:30');
  });

  test('sets the clock to a time written as people write it, and refuses one that is none', async () => {
    const page = await open();
    await page.getByLabel('Đặt giờ').fill('02/09/2026 07:05');
    await page.getByRole('button', { name: 'Đặt', exact: true }).click();
    expect(emulator.clock.now()).toBe('2026-09-02T00:05:00Z');
    await page.getByLabel('Đặt giờ').fill('31/02/2026 07:05');
    await page.getByRole('button', { name: 'Đặt', exact: true }).click();
    expect(await page.getByRole('heading').textContent()).toBe('Không đặt được giờ');
    expect(emulator.clock.now()).toBe('2026-09-02T00:05:00Z');
  });

  test('goes on to what comes next, when there is something', async () => {
    const page = await open();
    expect(await page.getByRole('button', { name: 'Việc kế tiếp' }).isDisabled()).toBe(true);
    expect(await page.getByText('không còn việc nào được hẹn').count()).toBe(1);
    next = '2025-10-24T01:30:00Z';
    await page.reload();
    await page.getByRole('button', { name: 'Việc kế tiếp' }).click();
    expect(emulator.clock.now()).toBe(next);
    expect(runs).toBe(1);
  });

  test('shows what the host says: steps in their order, places, and nothing for an empty list', async () => {
    const page = await open();
    expect(await page.locator('ol.steps li').allTextContents()).toEqual(['Bước <một>', 'Hộp thư']);
    expect(await page.getByRole('link', { name: 'Bảng' }).getAttribute('href')).toBe('/bang');
    expect(await page.getByRole('heading', { name: 'Không có gì' }).count()).toBe(0);
  });

  test('runs the sync after a move, unless told not to', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Giờ tiếp theo' }).click();
    expect(runs).toBe(1);
    await page.getByLabel('Chuyển giờ xong thì chạy Đồng bộ').uncheck();
    await page.getByRole('button', { name: 'Giờ tiếp theo' }).click();
    expect(runs).toBe(1);
  });

  test('says what the program is and how things stand, and what a button did, where one sees it without scrolling', async () => {
    const page = await open();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sổ <theo dõi>');
    expect(await page.getByText('Mời, nhận, nhắc.').count()).toBe(1);
    expect(await page.getByText('Đã nhận 5/6').count()).toBe(1);
    await page.getByRole('button', { name: 'Giờ tiếp theo' }).click();
    const box = await page.getByRole('status').boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 800)).toBeLessThan(800);
  });

  test('Enter in the field of the clock sets the time that stands there', async () => {
    const page = await open();
    await page.getByLabel('Đặt giờ').fill('02/09/2026 07:05');
    await page.getByLabel('Đặt giờ').press('Enter');
    expect(await page.locator('.clock').textContent()).toBe('Thứ Tư, 02/09/2026 07:05');
  });

  test('asks before it erases, and tells each step while it does', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Chơi lại từ đầu' }).click();
    expect(await page.getByText('Mọi thứ sẽ bị xóa.').count()).toBe(1);
    await page.getByRole('link', { name: 'Thôi' }).click();
    expect(erased).toBe(0);
    await page.getByRole('button', { name: 'Chơi lại từ đầu' }).click();
    await page.getByRole('button', { name: 'Chơi lại từ đầu' }).click();
    await page.getByRole('status').filter({ hasText: 'Xong.' }).waitFor();
    expect(await page.locator('main p').allTextContents()).toContain('Xóa mọi thứ…');
    expect(erased).toBe(1);
    await page.getByRole('link', { name: 'Về bàn làm việc' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Chơi lại từ đầu: xong');
  });

  test('what asks, and what tells of the steps, is accessible on a desk and on a phone', async () => {
    const page = await openWindow({ bypassCSP: true });
    await page.goto(emulator.url);
    for (const words of ['Mọi thứ sẽ bị xóa.', 'Xong. Về bàn làm việc']) {
      await page.getByRole('button', { name: 'Chơi lại từ đầu' }).click();
      await page.getByText(words).waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await violationsOn(page)).toEqual([]);
        expect(await widthOf(page)).toBe(width);
      }
    }
  });

  test('the journal ends: a day is told to its twelfth entry, what came before unfolds', async () => {
    for (const day of ['22', '23']) {
      emulator.clock.set(Temporal.Instant.from(`2025-10-${day}T13:30:00+07:00`));
      for (let write = 0; write < 20; write += 1) {
        await fetch(`${emulator.url}/v1/forms`, { method: 'POST', body: JSON.stringify({ info: { title: 'Mẫu' } }) });
      }
    }
    const page = await open();
    expect(await page.locator('.timeline li').filter({ visible: true }).count()).toBe(12);
    await page.getByText('Còn 8 việc trong ngày').click();
    expect(await page.locator('.timeline li').filter({ visible: true }).count()).toBe(20);
    await page.getByText('Ngày 22/10/2025: 20 việc').click();
    expect(await page.locator('.timeline li').filter({ visible: true }).count()).toBe(40);
  });

  test('runs what the host offers, and tells what came of it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Đồng bộ' }).click();
    await page.getByRole('button', { name: 'Kiểm tra sức khỏe' }).click();
    const told = await page.locator('.timeline .what').allTextContents();
    expect(await page.getByRole('status').textContent()).toBe(
      'Lần chạy gần nhất, 23/10/2025 13:30 · Kiểm tra sức khỏe: lỗi.',
    );
    expect(told.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Kiểm tra sức khỏe: lỗi Chi tiếtBảng tính <không> mở được',
      'Đồng bộ: xong Chi tiết{ "runs": 1 }',
    ]);
  });

  test('tells newest first what programs wrote, and what they were refused', async () => {
    await fetch(`${emulator.url}/v1/forms`, {
      method: 'POST',
      body: JSON.stringify({ info: { title: 'Kỳ báo cáo' } }),
    });
    emulator.clock.set(Temporal.Instant.from('2025-10-23T14:00:00+07:00'));
    await fetch(`${emulator.url}/v1/forms/none:batchUpdate`, {
      method: 'POST',
      body: JSON.stringify({ requests: [] }),
    });
    const page = await open();
    const told = await page.locator('.timeline li').allTextContents();
    expect(told.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      '23/10/2025 14:00 Chương trình Sửa biểu mẫu «none»: 0 thay đổi, bị từ chối (404)',
      '23/10/2025 13:30 Chương trình Tạo biểu mẫu',
    ]);
    expect(await page.getByRole('link', { name: 'Kỳ báo cáo' }).getAttribute('href')).toMatch(/\/viewform$/);
  });
});
