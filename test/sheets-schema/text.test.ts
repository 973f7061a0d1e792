import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmpty, shown } from '../../sheets-schema/cell.ts';
import { clean, cleanLines, fold, legible } from '../../sheets-schema/text.ts';

test.each([
  ['no-break spaces of Word', 'Hải\u00A0Phòng', 'Hải Phòng'],
  ['decomposed letters', 'Hải Phòng'.normalize('NFD'), 'Hải Phòng'],
  ['zero-width marks and a soft hyphen', '\uFEFFHải\u200B Phò\u00ADng', 'Hải Phòng'],
  ['spaces at the ends and in a row', '  Hải \t Phòng ', 'Hải Phòng'],
])('%s are cleaned away', (_, typed, expected) => {
  expect(clean(typed)).toBe(expected);
});

test.each([
  0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2061, 0x2064,
  0x2066, 0x2067, 0x2069, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0041, 0xfffe, 0x00, 0x07, 0x7f, 0x9b,
])('U+%s shows nothing: a cell of it is empty, it leaves a name, and a finding names it', (code) => {
  const sign = String.fromCodePoint(code);
  expect(isEmpty(sign.repeat(3))).toBe(true);
  expect(clean(`Hải${sign} Phòng${sign}`)).toBe('Hải Phòng');
  expect(legible(`Hải${sign} Phòng`)).toBe('Hải Phòng');
  expect(shown(`HPG${sign}`)).toMatch(/^HPG\[U\+[0-9A-F]{4,5}\]$/);
});

test('what makes one emoji of several signs stays in the words of others', () => {
  for (const emoji of ['👨‍👩‍👧', '🏙️', '1️⃣', '❤️‍🔥', '👍🏽']) expect(legible(`x ${emoji} y`)).toBe(`x ${emoji} y`);
});

test.each(['\u2800', '\u00A0\u2800\u3000', ' \u2800\t'])('blanks of any script are an empty cell: %j', (blank) => {
  expect(isEmpty(blank)).toBe(true);
  expect(clean(`${blank}Hải${blank}Phòng${blank}`)).toBe('Hải Phòng');
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

test('what is taken for clean is clean', () => {
  /** A sign that shows nothing, so that the text is looked at. */
  const looked = (line: string) => clean(`${line}\u200B`);
  const lines = fc.string({ unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)) });
  fc.assert(
    fc.property(lines, (line) => {
      expect(clean(line)).toBe(looked(line));
    }),
  );
  for (let code = 0x20; code < 0x1fbff; code++) {
    const line = `a${String.fromCodePoint(code)}b`;
    if (clean(line) !== looked(line)) expect.fail(`U+${code.toString(16)}`);
  }
});

test('letters, figures and signs as wide as they are high are the usual ones, composed with their marks', () => {
  expect(clean('ＵＢＮＤ　Ｔ．Ｐ　Ｈｕｅ\u0302\u0301：１２／ＫＨ－ＵＢＮＤ')).toBe('UBND T.P Huế:12/KH-UBND');
});
