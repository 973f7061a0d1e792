import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/import-graph.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What people read: one word for one thing, and the words that would be another one for it. */
const terms: readonly { readonly word: string; readonly instead: RegExp }[] = [
  // Of a spreadsheet; "Google Trang tính" is the product.
  { word: 'tab', instead: /(?<![Gg]oogle )\btrang tính/ },
  { word: 'dòng', instead: /(?<!\p{L}|ngân )hàng(?! (?:ngày|tuần|tháng|năm|hóa|hải))(?!\p{L})/iu },
  { word: 'ô', instead: /(?<!\p{L})ô tính(?!\p{L})/iu },
  { word: 'Nhật ký phiên bản', instead: /lịch sử phiên bản/i },
  // What came by the form; "phản hồi" is the answer to a mail.
  { word: 'báo cáo', instead: /(?:hai|các) phản hồi|(?<!\p{L})phản hồi (?:mới|này|ghi)/iu },
  { word: 'đề nghị', instead: /vui lòng|làm ơn/i },
  { word: '08:30', instead: /\d{2}\/\d{2}\/\d{4} \d:\d{2}/ },
];

const PEOPLE_READ = /^(?:functions|sheets-schema|emulator\/pages|scripts)\//;
const docs = readdirSync(`${root}docs`).filter((name) => name.endsWith('.md'));
const scripts = readdirSync(`${root}emulator/pages/assets`).filter((name) => name.endsWith('.js'));

/** Every text that is shown to somebody, by its file. */
const texts: readonly (readonly [string, string])[] = [
  ...[...sourceFiles()].filter(([file]) => PEOPLE_READ.test(file)),
  ...docs.map((name) => `docs/${name}`).map(read),
  ...scripts.map((name) => `emulator/pages/assets/${name}`).map(read),
];

function read(file: string): readonly [string, string] {
  return [file, readFileSync(`${root}${file}`, 'utf8')];
}

test.each(terms)('people read "$word", and no other word for it', ({ instead }) => {
  const others = texts.flatMap(([file, text]) =>
    text.split('\n').flatMap((line, at) => (instead.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(others).toEqual([]);
});

test('another word would be found', () => {
  const wrong =
    'Mở trang tính, xem hàng 3 và Lịch sử phiên bản lúc 23/10/2025 8:00; vui lòng chờ; ô tính; hai phản hồi';
  expect(terms.filter(({ instead }) => !instead.test(wrong))).toEqual([]);
  const right =
    'Google Trang tính, Ngân hàng Nhà nước, hàng năm, hằng ngày, Nhật ký phiên bản, 23/10/2025 08:00, xin phản hồi thư này';
  expect(terms.filter(({ instead }) => instead.test(right))).toEqual([]);
});
