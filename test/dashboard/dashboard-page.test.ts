import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dashboardPage } from '../../functions/dashboard/dashboard-page.ts';
import { planDashboard } from '../../functions/dashboard/plan-dashboard.ts';
import { toneClass } from '../../functions/dashboard/tone.ts';
import { aRound, aStatus, aTask, aUnit, dueBy } from '../domain/notices/notice-world.ts';
import { aDashboard } from './a-dashboard.ts';

const page = dashboardPage(planDashboard(aDashboard()));

test('the first words are the answer', () => {
  const words = page
    .slice(page.indexOf('<main>'))
    .replaceAll(/<[^>]*>/g, '')
    .trim();
  expect(words.startsWith('Đã nhận 4/6 · đúng hạn 3 · cần bổ sung 2 · quá hạn 2')).toBe(true);
});

test('every verdict stands in words beside its colour', () => {
  for (const words of ['Đủ', 'Cần làm rõ', 'Thiếu', 'Không áp dụng', 'Chưa gửi', 'Gửi muộn']) {
    expect(page).toContain(`<td class="${toneClass(words)}">${words}`);
    expect(toneClass(words)).not.toBe('');
  }
});

test('the picture has a title and words that say the same', () => {
  expect(page).toMatch(/<svg role="img" aria-labelledby="chart-title chart-words"/);
  expect(page).toContain('<title id="chart-title">');
  expect(page).toMatch(/<desc id="chart-words">Khi hết hạn chung \(hết ngày 24\/10\/2025\) có 3\/6/);
});

test('it leads on: to the sheet, and to the draft report as a file; on paper it does not', () => {
  expect(page).toContain('<a href="https://sheet.example/1">Mở bảng tính</a>');
  expect(page).toMatch(/<a href="\?file=docx&amp;round=[^"]+">Dự thảo báo cáo tổng hợp \(\.docx\)<\/a>/);
  expect(page).toMatch(/<a href="\?date=\d\d\/\d\d\/\d{4}&amp;round=[^"]+">Tình hình hết ngày /);
  expect(page).toMatch(/@media print\{[^@]*@page[^}]*\}\n\.ways\{display:none\}/);
  const closed = dashboardPage(planDashboard({ ...aDashboard({ statuses: [], tasks: [] }), sheetUrl: 'javascript:1' }));
  expect(closed).not.toMatch(/<a href=/);
});

test('of a day gone by it says what is counted as it was then; of now there is nothing to say', () => {
  const past = dashboardPage(planDashboard({ ...aDashboard(), schedule: null }));
  expect(past).toMatch(/Số liệu lúc [^<]*; báo cáo, quyết định và việc hoàn thành tính theo những gì đã ghi nhận/);
  expect(page).not.toContain('đã ghi nhận đến lúc đó');
});

describe('safety', () => {
  test('nothing runs, nothing is loaded, and the policy names the one style block there is', () => {
    expect(page).toContain('<link rel="icon" href="data:,">');
    expect(page).not.toMatch(
      /<script|<link (?!rel="icon" href="data:,")|<img|<iframe|\bon[a-z]+=|\bstyle="|url\(|@import/i,
    );
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;`);
  });

  test('what people typed is text, wherever it stands', () => {
    const hostile = '"><script>alert(1)</script>';
    const round = aRound({ title: hostile, basisNumber: hostile, deadlineText: hostile });
    const unit = aUnit('HPG', { shortName: hostile });
    const item = { item: hostile, wording: hostile, verdict: 'Thiếu', counts: true } as const;
    const status = aStatus({
      round,
      unit,
      items: [{ ...item, reasons: [hostile], versions: [], excerpt: hostile, content: [], difference: null }],
    });
    const task = { task: aTask('N1', { summary: hostile, source: hostile }), unit, deadline: dueBy('2025-07-31') };
    const told = dashboardPage(
      planDashboard({
        ...aDashboard({ statuses: [status], tasks: [{ ...task, done: false, confirmed: true }] }),
        schedule: [{ at: null, unit: 'HPG', kind: hostile, state: 'Giữ lại', why: hostile, key: 'k' }],
      }),
    );
    expect(told).not.toContain('<script');
    expect(told.split('&lt;script&gt;').length).toBeGreaterThan(8);
  });

  test('no person and no address is named', () => {
    expect(page).not.toContain('Nguyễn Văn Mẫu');
    expect(page).not.toMatch(/[^\s"'>]@[^\s{]/);
  });
});

describe('empty places say that they are empty', () => {
  const empty = dashboardPage(planDashboard({ ...aDashboard({ statuses: [], tasks: [] }), schedule: [] }));
  test.each([
    'Chưa có kỳ báo cáo nào đang mở',
    'Không có việc nào cần xử lý.',
    'Không có nhiệm vụ nào quá hạn.',
    'Không có thư nào',
  ])('%s', (words) => {
    expect(empty).toContain(words);
  });
});

test('it prints', () => {
  expect(page).toContain('@media print');
});

test('every table that may be wider than a phone scrolls in a box the keyboard reaches', () => {
  const boxes = [...page.matchAll(/<div class="box"[^>]*>/g)].map(([tag]) => tag);
  expect(boxes.length).toBe(3);
  for (const tag of boxes) expect(tag).toMatch(/role="region" aria-label="[^"]+" tabindex="0"/);
});
