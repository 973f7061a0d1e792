import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, similarity } from '../../../functions/domain/reading/similarity.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { LONG_NARRATIVE, LONG_REVIEW } from '../judging/judge-world.ts';

const REPORT = `${LONG_NARRATIVE}, hoàn thành trước ngày 15/12/2025, đạt 60%. ${LONG_REVIEW}`;
const alike = (one: string, other: string) => similarity(fingerprintOf(one), fingerprintOf(other));

describe('two texts are alike', () => {
  test('entirely when only dates and figures were changed', () => {
    expect(alike(REPORT, REPORT.replace('15/12/2025', '28/02/2026').replace('60%', '75%').replace('05', '06'))).toBe(1);
  });

  test('entirely in NFD, in capitals, with other spacing, hoà for hòa', () => {
    const text = `${REPORT} Mạng lưới được hòa chung, thủy lợi, ủy ban.`;
    const others = [
      text.normalize('NFD'),
      text.toUpperCase(),
      text.replaceAll(' ', '\n \u00A0'),
      text.replace('hòa', 'hoà'),
    ];
    expect(others.map((other) => alike(text, other))).toEqual([1, 1, 1, 1]);
  });

  test('closely when a word or two were changed', () => {
    const changed = REPORT.replace('tập huấn', 'bồi dưỡng').replace('kinh phí', 'ngân sách');
    expect(alike(REPORT, changed)).toBeGreaterThan(0.8);
    expect(alike(REPORT, changed)).toBeLessThan(1);
  });

  test('hardly when they say different things', () => {
    const texts = outlineSeeds.map((question) => question.help ?? '').filter((help) => fingerprintOf(help) !== '');
    const different = [...new Set(texts)].slice(0, 4);
    for (const [at, one] of different.entries()) {
      for (const other of different.slice(at + 1))
        expect([one, other, alike(one, other) < 0.7]).toEqual([one, other, true]);
    }
    expect(different.length).toBeGreaterThan(2);
  });
});

test('a fingerprint is 32 hexadecimal digits, and nothing for fewer than twelve words', () => {
  expect(fingerprintOf(REPORT)).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprintOf('một hai ba bốn năm sáu bảy tám chín mười mười')).toBe('');
  expect(fingerprintOf('một hai ba bốn năm sáu bảy tám chín mười mười một')).not.toBe('');
  expect(similarity('', '')).toBe(0);
});

test('likeness is symmetric, within 0 and 1, and 1 with itself', () => {
  const words = fc.array(fc.constantFrom('đô', 'thị', 'thông', 'minh', 'dữ', 'liệu', 'phường'), { minLength: 12 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [fingerprintOf(one.join(' ')), fingerprintOf(other.join(' '))];
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
      expect(similarity(a, a)).toBe(1);
    }),
  );
});
