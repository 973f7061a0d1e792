import { describe, expect, test } from 'vitest';
import { sentence, unitNoun, withOfficialDays } from '../../../functions/documents/synthesis/official-words.ts';
import { sixCities } from './six-cities.ts';

describe('days in one form', () => {
  test.each([
    ['ngày 15/3/2022', 'ngày 15/03/2022'],
    ['ngày 5-1-2026 và 7.12.2025', 'ngày 05/01/2026 và 07/12/2025'],
    ['2025-07-30', '30/07/2025'],
    ['ngày 24 tháng 10 năm 2025', 'ngày 24/10/2025'],
    ['(28/07/2025)', '(28/07/2025)'],
    ['từ 1/9/2025 đến 30/6/2026.', 'từ 01/09/2025 đến 30/06/2026.'],
    // No whole day, no day at all, or a part of something else.
    ['tháng 7/2025, quý I/2026', 'tháng 7/2025, quý I/2026'],
    ['31/2/2025', '31/2/2025'],
    ['số 12/5/2025/QĐ-UBND', 'số 12/5/2025/QĐ-UBND'],
    ['269/2025/NĐ-CP', '269/2025/NĐ-CP'],
    ['phiên bản 1.2.2025.4', 'phiên bản 1.2.2025.4'],
    ['1.234.5678 đồng', '1.234.5678 đồng'],
  ])('%s → %s', (text, official) => {
    expect(withOfficialDays(text)).toBe(official);
  });
});

test.each([
  ['Thiếu vốn', 'Thiếu vốn.'],
  ['Thiếu vốn; ', 'Thiếu vốn.'],
  ['Thiếu vốn!', 'Thiếu vốn!'],
  ['như sau:', 'như sau:'],
])('%s is told as the sentence %s', (text, told) => {
  expect(sentence(text)).toBe(told);
});

test('units are called by what their names have in common', () => {
  const { statuses } = sixCities();
  const [first] = statuses;
  if (!first) throw new Error('No city.');
  const named = (name: string) => ({ ...first, unit: { ...first.unit, name } });
  expect(unitNoun(statuses)).toBe('thành phố');
  expect(unitNoun([...statuses, named('Ủy ban nhân dân tỉnh Quảng Ninh')])).toBe('địa phương');
  expect(unitNoun([...statuses, named('Bộ Tư pháp')])).toBe('đơn vị');
});
