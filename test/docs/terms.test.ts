import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { terms } from '../../sheets-schema/terms.ts';
import { sourceFiles } from '../support/import-graph.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const PEOPLE_READ = /^(?:functions|sheets-schema|emulator\/pages|scripts)\//;
/** Where the words stand that nobody should read. */
const LIST = 'sheets-schema/terms.ts';
const docs = readdirSync(`${root}docs`).filter((name) => name.endsWith('.md'));
const scripts = readdirSync(`${root}emulator/pages/assets`).filter((name) => name.endsWith('.js'));

/** Every text that is shown to somebody, by its file. */
const texts: readonly (readonly [string, string])[] = [
  ...[...sourceFiles()].filter(([file]) => PEOPLE_READ.test(file) && file !== LIST),
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
    'Mở trang tính, xem hàng 3 và Lịch sử phiên bản lúc 23/10/2025 8:00; vui lòng chờ; ô tính; hai phản hồi; thư mời; đã quá hạn cuối; thư tự động';
  expect(terms.filter(({ instead }) => !instead.test(wrong))).toEqual([]);
  const right =
    'Google Trang tính, Ngân hàng Nhà nước, hàng năm, hằng ngày, Nhật ký phiên bản, 23/10/2025 08:00, xin phản hồi thư này, đã quá thời hạn, mười ngày';
  expect(terms.filter(({ instead }) => instead.test(right))).toEqual([]);
});
