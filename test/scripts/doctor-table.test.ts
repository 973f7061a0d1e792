import { expect, test } from 'vitest';
import { broken, note, ok, some } from '../../functions/upkeep/doctor/check.ts';
import { doctorTable } from '../../scripts/doctor/doctor-table.ts';

const checks = [
  ok('Bảng tính', 'đủ 21 tab'),
  note('Gửi thư', 'đang Tắt', 'điều phối viên Bật ở tab Cài đặt'),
  broken('Máy chủ thư', 'không kết nối được', 'kiểm tra SMTP_URL'),
];

test('every state is a word, in columns, with what to do below', () => {
  expect(doctorTable(checks, false).split('\n')).toEqual([
    'tốt        Bảng tính    đủ 21 tab',
    'lưu ý      Gửi thư      đang Tắt',
    '                        → điều phối viên Bật ở tab Cài đặt',
    'CẦN XỬ LÝ  Máy chủ thư  không kết nối được',
    '                        → kiểm tra SMTP_URL',
    '',
    '1 việc cần người xử lý.',
  ]);
});

test('a terminal with colours gets the same words, coloured', () => {
  const coloured = doctorTable(checks, true);
  expect(coloured).toContain('\x1b[31mCẦN XỬ LÝ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  expect(coloured.replaceAll(/\x1b\[\d+m/g, '')).toBe(doctorTable(checks, false));
});

test('nothing to do is said, too', () => {
  expect(doctorTable([ok('Bảng tính', 'đủ 21 tab')], false)).toContain('Không có việc nào cần người xử lý.');
});

test('a long list is cut, with how much is left out', () => {
  expect(some(['a', 'b'])).toBe('a; b');
  expect(some(['a', 'b', 'c', 'd'], 2)).toBe('a; b; và 2 điều nữa');
});
