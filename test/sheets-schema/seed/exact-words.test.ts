import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findDocumentNumbers } from '../../../functions/domain/reading/document-number.ts';
import { findDates } from '../../../functions/domain/reading/found-dates.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { clean } from '../../../sheets-schema/text.ts';

/** The copies as they are, typing errors and all; names of persons are left out. */
const copies = { N382: '382-TB-VPCP.txt', L12112: '12112-BXD-PTDT.txt' };

function copyOf(id: string): string {
  const [document] = Object.entries(copies).find(([start]) => id.startsWith(start)) ?? [];
  const name = copies[document as keyof typeof copies];
  return clean(readFileSync(new URL(`./wording/${name}`, import.meta.url), 'utf8'));
}

/** What the copies mistype. */
const SLIPS = ['đọt, phá', 'Ban Chỉ đạo; Trung ương', '57-NQ/TW. ', 'Tố công tác', 'các Bộ, ngành Trung ương, '];
const MARK = '[nguyên văn]';

const rows = taskSeeds.map(({ id, exact, summary, note, deadlineText }) => {
  return { id, exact: exact ?? '', told: [summary, note, deadlineText].join(' ') };
});

test.each(rows)('$id stands word for word as in the document', ({ id, exact }) => {
  const copy = copyOf(id);
  const pieces = exact.replaceAll(` ${MARK}`, '').split('[…]').map(clean).filter(Boolean);
  expect(pieces.length).toBeGreaterThan(0);
  let from = 0;
  for (const piece of pieces) {
    const place = copy.indexOf(piece, from);
    expect(place, piece).toBeGreaterThanOrEqual(0);
    from = place + piece.length;
  }
});

test('what the copies mistype is marked, not mended', () => {
  const marked = rows.flatMap(({ exact }) => exact.split(MARK).slice(0, -1));
  const ends = (text: string) => SLIPS.some((slip) => text.endsWith(slip.trim()) || text.endsWith(`${slip.trim()} `));
  expect(marked.filter((text) => !ends(text))).toEqual([]);
  for (const slip of SLIPS) {
    const unmarked = rows.filter(({ exact }) => exact.replaceAll(`${slip.trim()} ${MARK}`, '').includes(slip));
    expect(unmarked.map(({ id }) => id)).toEqual([]);
  }
});

test.each(rows.filter(({ id }) => !id.includes('-PL1-')))(
  'the summary of $id keeps the documents and days it rests on',
  ({ exact, told }) => {
    const known = new Set(findDocumentNumbers(told).map(({ text }) => text));
    expect(findDocumentNumbers(exact).filter(({ text }) => !known.has(text))).toEqual([]);
    const days = new Set(findDates(told).map(String));
    expect(findDates(exact).filter((day) => !days.has(String(day)))).toEqual([]);
  },
);

test.each([
  ['N382-II1a-2', ['theo nhiệm vụ']],
  ['N382-II1b-2', ['bảo đảm chặt chẽ, đúng quy định pháp luật']],
  ['N382-II1c', ['xã hội hóa', 'doanh nghiệp đầu tư cơ sở hạ tầng, nhà nước thuê lại', 'khuyến khích', 'nhân rộng']],
  ['N382-II1d-2', ['vừa bảo đảm mục tiêu quản lý', 'động lực phát triển']],
  ['N382-II3c', ['khẩn trương', 'theo chức năng, nhiệm vụ được giao']],
  ['N382-II3dd', ['triển khai hiệu quả']],
  ['N382-II4-2', ['đúng thời hạn']],
])('the summary of %s keeps what binds', (id, words) => {
  const { summary = '' } = taskSeeds.find((task) => task.id === id) ?? {};
  for (const word of words) expect(summary.toLowerCase()).toContain(word);
});
