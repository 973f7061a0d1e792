import { beforeEach, expect, test } from 'vitest';
import { runDashboard, runSynthesis } from '../../functions/app.ts';
import type { SynthesisMarks } from '../../functions/documents/synthesis/marks.ts';
import { marksIn } from '../../scripts/papers/marks-in.ts';
import { withoutPlan } from '../../scripts/story/reports.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { unzip } from '../documents/unzip.ts';
import { askTheCities, CITIES, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';

const office = useOffice();
const ITEMS = ['1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2', '2.3', '3'];

/** Six cities are asked: two file whole, two in part, one late, one not at all. */
beforeEach(async () => {
  await askTheCities(office);
  await office.syncAt('2025-10-23 14:30');
  office.moveTo('2025-10-24 10:00');
  await office.file('HNI', fullReport('HNI'), { official: { number: '412/BC-UBND', date: '2025-10-24' } });
  await office.file('HUE', fullReport('HUE'));
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.file('CTO', without(fullReport('CTO'), '1.4', '1.5'));
  await office.syncAt('2025-10-24 10:10');
  office.moveTo('2025-10-31 11:10');
  await office.file('HCM', fullReport('HCM'));
  await office.syncAt('2025-10-31 11:20');
});

/** The draft as a file, and one line a paragraph as a reader sees it. */
async function draft(previous: SynthesisMarks | null = null, date: string | null = null) {
  const served = await runSynthesis(office.workspace.config, { round: date && '2025-10', unit: null, previous, date });
  if (served.kind !== 'document') throw new Error('No document was drafted.');
  const xml = unzip(served.content).get('word/document.xml') ?? '';
  const lines = xml.split('</w:p>').map((one) => one.replaceAll(/<[^>]*>/g, '').trim());
  return { content: served.content, lines: lines.filter((line) => line !== '') };
}

/** What `Tổng quan` says at the same moment, by its label. */
async function figures(): Promise<ReadonlyMap<string, string | number>> {
  const [, ...rows] = await office.cellsOf(overview);
  return new Map(rows.map(([label, value]) => [String(label), value as string | number]));
}

/** The lines under a heading, up to the next one. */
function under(lines: readonly string[], heading: string): string {
  const start = lines.findIndex((line) => line.startsWith(heading));
  const end = lines.findIndex((line, at) => at > start && /^(\d(\.\d)?\. |[IV]+\. )/.test(line));
  expect(start, heading).toBeGreaterThan(0);
  return lines.slice(start + 1, end).join('\n');
}

test('every figure is that of Tổng quan at the same moment', async () => {
  const { lines } = await draft();
  const told = await figures();
  const value = (label: string) => told.get(label);
  expect(['Phải gửi', 'Đã nhận', 'Đúng hạn', 'Đủ nội dung', 'Cần bổ sung', 'Quá hạn'].map(value)).toEqual([
    6, 5, 4, 3, 2, 1,
  ]);
  const two = (label: string) => String(value(label)).padStart(2, '0');
  const received = lines.find((line) => line.startsWith('Đến 11:20 ngày 31/10/2025')) ?? '';
  expect(received).toBe(
    `Đến 11:20 ngày 31/10/2025, đã nhận ${two('Đã nhận')}/${two('Phải gửi')} báo cáo (${value('Tỷ lệ nhận')}), ` +
      `trong đó ${two('Đúng hạn')} báo cáo gửi đúng hạn, 01 báo cáo gửi sau thời hạn; ` +
      `${two('Đủ nội dung')} báo cáo đủ nội dung, ${two('Cần bổ sung')} báo cáo cần bổ sung, làm rõ; ` +
      `${two('Quá hạn')} đơn vị chưa gửi báo cáo, đã quá thời hạn.`,
  );
  const tasks = lines.find((line) => line.includes('Về nhiệm vụ có thời hạn')) ?? '';
  const four = ['hoàn thành đúng hạn', 'hoàn thành quá hạn', 'chưa hoàn thành, trong hạn', 'chưa hoàn thành, quá hạn'];
  const [onTime, late, open, overdue] = four.map((words) => Number(value(`Nhiệm vụ ${words}`)));
  const both = (a = 0, b = 0) => (a > 0 && b > 0 ? [a + b, a, b] : a + b > 0 ? [a + b] : []);
  expect([...tasks.matchAll(/\d+/g)].map(Number)).toEqual([...both(onTime, late), ...both(open, overdue)]);
});

test('every item of every city is quoted, or the city is named as missing, under every heading', async () => {
  const { lines } = await draft();
  const names = CITIES.map((code) => citySeeds.find((unit) => unit.code === code)?.shortName ?? '');
  for (const item of ITEMS) {
    const told = under(lines, `${item}. `);
    for (const name of names) expect(told, `${item} ${name}`).toContain(name);
  }
  expect(under(lines, '1.1. ')).toMatch(/Chưa gửi báo cáo: Hải Phòng\./);
  expect(under(lines, '1.3. ')).toMatch(/Nội dung cần bổ sung, làm rõ: Đà Nẵng \(.+\)\./);
  expect(under(lines, '1.4. ')).toMatch(/Nội dung cần bổ sung, làm rõ: Cần Thơ \(.+\)\./);
});

test('what the decree asks for is in its place; number, day and signer are left to people', async () => {
  const { lines } = await draft();
  expect(lines.slice(0, 7)).toEqual([
    'BỘ XÂY DỰNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số:        /BC-BXD',
    'Hà Nội, ngày      tháng      năm 2025',
    'BÁO CÁO',
    'Tổng hợp tình hình triển khai đô thị thông minh (tháng 10/2025)',
  ]);
  const end = lines.findIndex((line) => line.endsWith('./.'));
  expect(lines.slice(end + 1, end + 10)).toEqual([
    'Nơi nhận:',
    '- Như trên;',
    '- Bộ trưởng (để b/c);',
    '- Bộ Khoa học và Công nghệ (để p/h);',
    '- Các cơ quan có nội dung xử lý (theo Phụ lục);',
    '- Lưu: VT, PTĐT.',
    'QUYỀN HẠN, CHỨC VỤ',
    'CỦA NGƯỜI KÝ',
    'Họ và tên',
  ]);
  expect(lines.filter((line) => line.endsWith('./.'))).toHaveLength(1);
});

const marked = (lines: readonly string[]) => lines.filter((line) => /^\((mới|cập nhật)\)/.test(line));

test('a second draft marks what came since, and nothing else', async () => {
  const first = await draft();
  expect(marked(first.lines)).toEqual([]);
  expect(marked((await draft(marksIn(first.content))).lines)).toEqual([]);
  office.moveTo('2025-11-03 09:00');
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  const since = marked((await draft(marksIn(first.content))).lines);
  expect(since.length).toBeGreaterThan(4);
  expect(since.filter((line) => !line.includes('Hải Phòng'))).toEqual([]);
});

test('of a day gone by the figures are those of that day, on the page and in the draft alike', async () => {
  const on = async (date: string) => {
    const served = await runDashboard(office.workspace.config, { round: '2025-10', date });
    return served.kind === 'page' ? served.html : served.kind;
  };
  // Four reports came on the 24th, the fifth on the 31st, after the deadline.
  expect(await on('24/10/2025')).toContain('Đã nhận 4/6 · đúng hạn 4 · cần bổ sung 2 · quá hạn 0');
  expect(await on('30/10/2025')).toContain('Đã nhận 4/6 · đúng hạn 4 · cần bổ sung 2 · quá hạn 2');
  expect(await on('31/10/2025')).toContain('Đã nhận 5/6 · đúng hạn 4 · cần bổ sung 2 · quá hạn 1');
  expect(await on('30/10/2025')).toContain('Số liệu lúc 23:59 ngày 30/10/2025');
  expect(await on('30/10/2025')).not.toContain('Thư sắp tới');
  expect(await on('hôm kia')).toBe('nothing');
  const { lines } = await draft(null, '30/10/2025');
  expect(lines.find((line) => line.startsWith('Đến 23:59 ngày 30/10/2025'))).toContain('đã nhận 04/06 báo cáo');
});
