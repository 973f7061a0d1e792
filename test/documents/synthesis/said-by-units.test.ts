import { describe, expect, test } from 'vitest';
import {
  alikeMatters,
  matterStatements,
  type Said,
  sameMatters,
} from '../../../functions/documents/synthesis/said-by-units.ts';
import { words } from './a-synthesis.ts';
import { sixCities } from './six-cities.ts';

const { statuses } = sixCities();

/** What cities say, by code. */
function said(...all: readonly (readonly [unit: string, text: string])[]): readonly Said[] {
  return all.flatMap(([unit, text]) => {
    const status = statuses.find((one) => one.unit.code === unit);
    return status ? [{ status, text, note: `${unit}.`, rendered: { place: `1.4/${unit}`, words: text } }] : [];
  });
}

const told = (all: readonly Said[], matters = alikeMatters) =>
  matters(all).flatMap((matter) => matterStatements(matter, statuses).map(words));

describe('what several say', () => {
  test('word for word is said once, with who, in the order of the round', () => {
    const all = said(
      ['HUE', 'Chưa có định mức thuê dịch vụ;'],
      ['HNI', 'chưa có định mức thuê dịch vụ.'],
      ['HPG', 'Thiếu vốn'],
    );
    for (const matters of [sameMatters, alikeMatters]) {
      expect(told(all, matters)).toEqual([
        '02/06 thành phố cùng nêu (Hà Nội, Huế): Chưa có định mức thuê dịch vụ.',
        'Hải Phòng: Thiếu vốn.',
      ]);
    }
  });

  test('in other words stands together, each in its own words: nobody is made to say another’s', () => {
    const all = said(
      ['HNI', 'Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh (Bộ Tài chính)'],
      ['DNG', 'Thiếu cán bộ'],
      ['HPG', 'Định mức chi phí thuê dịch vụ nền tảng đô thị thông minh chưa có'],
    );
    expect(told(all)).toEqual([
      '02/06 thành phố nêu nội dung tương tự (Hà Nội, Hải Phòng):',
      'Hà Nội: Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh (Bộ Tài chính).',
      'Hải Phòng: Định mức chi phí thuê dịch vụ nền tảng đô thị thông minh chưa có.',
      'Đà Nẵng: Thiếu cán bộ.',
    ]);
  });

  test.each([
    ['other figures', 'Còn 37 thôn miền núi chưa có cáp quang', 'Còn 12 thôn miền núi chưa có cáp quang'],
    ['the contrary', 'Thành phố đã có quy chế chia sẻ dữ liệu', 'Thành phố chưa có quy chế chia sẻ dữ liệu'],
    ['another matter', 'Thiếu cán bộ', 'Thiếu kinh phí'],
  ])('with %s is never put into one sentence', (_, one, other) => {
    const lines = told(said(['HNI', one], ['HPG', other]));
    expect(lines).toContain(`Hà Nội: ${one}.`);
    expect(lines).toContain(`Hải Phòng: ${other}.`);
    expect(lines.join()).not.toContain('cùng nêu');
  });

  test('a city that says it twice counts once', () => {
    expect(told(said(['HNI', 'Thiếu vốn'], ['HNI', 'thiếu vốn.']))).toEqual(['Hà Nội: Thiếu vốn.']);
  });
});
