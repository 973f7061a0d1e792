import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates, findPercents, findPeriods } from '../../../functions/domain/reading/found-dates.ts';

describe('days in running text', () => {
  test.each<[string, string[]]>([
    ['gửi ngày 24/10/2025.', ['2025-10-24']],
    ['24-10-2025', ['2025-10-24']],
    ['24.10.2025', ['2025-10-24']],
    ['2025-10-24', ['2025-10-24']],
    ['ngày 24 tháng 10 năm 2025', ['2025-10-24']],
    ['Ngày 5 tháng 01 năm 2026', ['2026-01-05']],
    ['24 / 10 / 2025', ['2025-10-24']],
    ['từ 24-31/10/2025', ['2025-10-24', '2025-10-31']],
    ['từ 24–31/10/2025', ['2025-10-24', '2025-10-31']],
    ['24/10-31/10/2025', []],
    ['(24/10/2025; 31/10/2025)', ['2025-10-24', '2025-10-31']],
    ['24/10/2025 và 24/10/2025', ['2025-10-24']],
    ['24/10', []],
    ['24/10/25', []],
    ['10/24/2025', []],
    ['31/02/2025', []],
    ['29/02/2028', ['2028-02-29']],
    ['269/2025/NĐ-CP', []],
    ['12/2025', []],
    ['tháng 7 năm 2025', []],
    ['1.234.567', []],
    ['số 24/10/2025/QĐ', []],
    ['192.168.10.2025', []],
    ['24/10.2025', []],
    ['mã 124/10/2025', []],
    ['ngày 30/6/2025 của Thủ tướng; ngày 31/7/2025', ['2025-06-30', '2025-07-31']],
  ])('%j', (text, days) => {
    expect(findDates(text).map(String)).toEqual(days);
  });

  test('NFD and no-break spaces change nothing', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(day, ([number, month]) => {
        const text = `hoàn thành ngày ${number} tháng ${month} năm 2026, hoặc ${number}/${month}/2027`;
        const expected = findDates(text).map(String);
        expect(expected).toHaveLength(2);
        expect(findDates(text.normalize('NFD').replaceAll(' ', '\u00A0')).map(String)).toEqual(expected);
      }),
    );
  });
});

describe('months and quarters in running text', () => {
  test.each<[string, string[]]>([
    ['trong tháng 7 năm 2025', ['2025-07']],
    ['tháng 07/2025', ['2025-07']],
    ['T12/2025', ['2025-12']],
    ['đến 12/2025', ['2025-12']],
    ['Quý III, IV năm 2025', ['2025-Q3', '2025-Q4']],
    ['quý 4/2025', ['2025-Q4']],
    ['quý I năm 2026', ['2026-Q1']],
    ['quý I và quý II năm 2026', ['2026-Q2']],
    ['tháng 13/2025', []],
    ['ngày 24 tháng 10 năm 2025', []],
    ['24/10/2025', []],
    ['269/2025/NĐ-CP', []],
    ['trong tháng 7', []],
    ['năm 2025', []],
    ['quỹ 4/2025', ['2025-04']],
  ])('%j', (text, periods) => {
    expect(findPeriods(text)).toEqual(periods);
  });
});

describe('percentages in running text', () => {
  test.each<[string, number[]]>([
    ['85%', [85]],
    ['85,5 %', [85.5]],
    ['đạt 85,5% và 100%', [85.5, 100]],
    ['85.5%', [85.5]],
    ['1.234%', []],
    ['1.234,5%', []],
    ['60 phần trăm', [60]],
    ['từ 10-20%', [20]],
    ['85', []],
    ['50%, 50%', [50, 50]],
    ['đạt 120%', [120]],
    ['%', []],
  ])('%j', (text, percents) => {
    expect(findPercents(text)).toEqual(percents);
  });
});
