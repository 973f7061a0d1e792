import { expect, test } from 'vitest';
import { clean, cleanLines, fold } from '../../sheets-schema/text.ts';

test.each([
  ['no-break spaces of Word', 'Hải\u00A0Phòng', 'Hải Phòng'],
  ['decomposed letters', 'Hải Phòng'.normalize('NFD'), 'Hải Phòng'],
  ['zero-width marks and a soft hyphen', '\uFEFFHải\u200B Phò\u00ADng', 'Hải Phòng'],
  ['spaces at the ends and in a row', '  Hải \t Phòng ', 'Hải Phòng'],
])('%s are cleaned away', (_, typed, expected) => {
  expect(clean(typed)).toBe(expected);
});

test('lines stay lines', () => {
  expect(cleanLines(' một\u00A0dòng \r\n\r\n hai dòng\n')).toBe('một dòng\n\nhai dòng');
});

test('a run of marks longer than any script has is cut, the words around it stay', () => {
  expect([...clean(`Huế${'\u0301\u0323'.repeat(1000)} xưa`)].length).toBeLessThan(40);
  expect(fold(`Huế${'\u0301'.repeat(1000)} xưa`)).toBe('hue xua');
});

test.each([
  ['hòa', 'hoà'],
  ['Ủy', 'Uỷ'],
  ['Đà Nẵng', 'ÐÀ NẴNG'],
  ['Đơn vị', 'Đơn  vị'.normalize('NFD')],
])('%s and %s are one key', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test('letters that are composed already are left as they are, whatever stands beside them', () => {
  const ranges: readonly (readonly [number, number])[] = [
    [0xc0, 0x24f],
    [0x1ea0, 0x1ef9],
  ];
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)),
  );
  for (const text of [letters.join(''), letters.join(' ')]) {
    expect(text.normalize('NFC')).toBe(text);
    expect(clean(text)).toBe(text);
  }
});
