import { describe, expect, test } from 'vitest';
import { kinds } from '../../../sheets-schema/notice-kinds.ts';
import { exactWords } from '../../../sheets-schema/seed/exact-words.ts';
import { MAIL_FOOTER } from '../../../sheets-schema/seed/mail-footer.ts';
import { plain, seededTabs, textsIn } from './seeded-tabs.ts';

const texts = [...seededTabs.map(({ seeds }) => seeds), MAIL_FOOTER, kinds].flatMap((one) => textsIn(plain(one)));

function holding(pattern: RegExp): readonly string[] {
  return texts.filter((text) => pattern.test(text));
}

describe.each(seededTabs)('$title', ({ seeds, writeAndRead }) => {
  test('written to the sheet and read back, every row is the same', () => {
    const { rows, findings } = writeAndRead();
    expect(findings).toEqual([]);
    expect(plain(rows)).toEqual(plain(seeds));
  });
});

/** Without the documents' own words. */
const ours = texts.filter((text) => !Object.values(exactWords).includes(text));

describe('the words people read', () => {
  test('there are many', () => expect(texts.length).toBeGreaterThan(500));

  test('are composed characters (NFC)', () => {
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  });

  test('hold no invisible or no-break marks', () => {
    expect(holding(/[\u00A0\u00AD\u200B-\u200F\u202F\u2060\uFEFF]/)).toEqual([]);
  });

  test('put the tone mark where the letters do: hòa, ủy, hóa', () => {
    expect(holding(/(?:hoà|hoá|khoá|toà|uỷ|thuý)(?!\p{L})/iu)).toEqual([]);
  });

  test('ask, and neither demand nor accuse', () => {
    const without = ours.map((text) => text.replaceAll(/khi có yêu cầu/gi, ''));
    expect(without.filter((text) => /yêu cầu|vi phạm|xử phạt|phê bình/i.test(text))).toEqual([]);
  });

  test('say "yêu cầu" only where the document does', () => {
    expect(ours.filter((text) => /yêu cầu/i.test(text))).toEqual(['khi có yêu cầu', 'Khi có yêu cầu']);
  });

  test('carry no research marks', () => {
    expect(holding(/\[(?:SL|S0|S2|NHỚ|GIÁN TIẾP)\b/)).toEqual([]);
  });
});

describe('personal data', () => {
  const surnames = 'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Tô';
  const person = new RegExp(`(?<!\\p{L})(?:${surnames})(?: \\p{Lu}\\p{Ll}+){1,3}`, 'u');

  test('no text names a person', () => {
    const named = texts.map((text) => text.replaceAll('Hồ Chí Minh', '')).filter((text) => person.test(text));
    expect(named).toEqual([]);
  });

  test('the pattern does see a person', () => expect(person.test('Thứ trưởng Lê Văn Mẫu')).toBe(true));

  test('no text holds a telephone number', () => {
    expect(holding(/(?:\+84|(?<!\d)0)[\d. ]{8,}\d/)).toEqual([]);
  });

  test('every address is invented', () => {
    const addresses = texts.flatMap((text) => text.match(/[\w.+-]+@[\w.-]+/g) ?? []);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});
