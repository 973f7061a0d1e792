import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createUnitNames } from '../../../functions/domain/reading/unit-name.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { olderTones } from '../../support/older-tones.ts';
import { respellings } from '../../support/respellings.ts';
import { aUnit } from '../notices/notice-world.ts';

const names = createUnitNames(unitSeeds);
const codeOf = (name: string, known = names) => {
  const found = known.find(name);
  if (found.kind === 'one') return found.unit.code;
  return found.kind === 'none'
    ? 'none'
    : found.units
        .map((unit) => unit.code)
        .sort()
        .join(' or ');
};

const NAMES: readonly (readonly [string, string])[] = [
  ['HNI', 'Hà Nội'],
  ['HNI', 'HÀ NỘI'],
  ['HNI', 'Ha Noi'],
  ['HNI', 'Hanoi'],
  ['HNI', 'HN'],
  ['HNI', 'TP HN'],
  ['HNI', 'TP.HN'],
  ['HNI', 'TP. Hà Nội'],
  ['HNI', 'TP.Hà Nội'],
  ['HNI', 'T.P Hà Nội'],
  ['HNI', 'thành phố Hà Nội'],
  ['HNI', 'Thủ đô Hà Nội'],
  ['HNI', 'UBND TP Hà Nội'],
  ['HNI', 'UBND thành phố Hà Nội'],
  ['HNI', 'Ủy ban nhân dân thành phố Hà Nội'],
  ['HNI', 'Uỷ ban Nhân dân Thành phố Hà Nội'],
  ['HNI', 'Hanoi City'],
  ['HCM', 'Hồ Chí Minh'],
  ['HCM', 'TP.HCM'],
  ['HCM', 'TPHCM'],
  ['HCM', 'TP HCM'],
  ['HCM', 'Tp.HCM'],
  ['HCM', 'HCM'],
  ['HCM', 'HCMC'],
  ['HCM', 'TP. Hồ Chí Minh'],
  ['HCM', 'Thành phố Hồ Chí Minh'],
  ['HCM', 'UBND TP.HCM'],
  ['HCM', 'Ho Chi Minh City'],
  ['HCM', 'Sài Gòn'],
  ['HCM', 'Saigon'],
  ['HCM', 'SG'],
  ['HPG', 'Hải Phòng'],
  ['HPG', 'Hai Phong'],
  ['HPG', 'Haiphong'],
  ['HPG', 'HP'],
  ['HPG', 'TP HP'],
  ['HPG', 'TPHP'],
  ['HPG', 'TP. Hải Phòng'],
  ['HPG', 'Thành phố Hải Phòng.'],
  ['DNG', 'Đà Nẵng'],
  ['DNG', 'Đà Nẳng'],
  ['DNG', 'Ðà Nẵng'],
  ['DNG', 'Da Nang'],
  ['DNG', 'Danang'],
  ['DNG', 'UBND TP. Đà Nẵng'],
  ['CTO', 'Cần Thơ'],
  ['CTO', 'Cantho'],
  ['CTO', 'CT'],
  ['CTO', 'TP CT'],
  ['CTO', 'TPCT'],
  ['HUE', 'Huế'],
  ['HUE', 'Hue'],
  ['HUE', 'TP Huế'],
  ['HUE', 'TP.Huế'],
  ['HUE', 'TPHuế'],
  ['HUE', 'Thừa Thiên Huế'],
  ['HUE', 'Thừa Thiên - Huế'],
  ['HUE', 'tỉnh Thừa Thiên Huế'],
  ['HUE', 'TTH'],
  ['HUE', 'TT-Huế'],
  ['HUE', '  thành  phố\u00A0Huế '],
  ['DNI', 'Tỉnh Đồng Nai'],
  ['DNI', 'thành phố Đồng Nai'],
  ['BXD', 'Bộ Xây dựng'],
  ['BXD', 'bộ xây dựng'],
  ['BXD', 'Bộ XD'],
  ['BXD', 'MOC'],
  ['BKHCN', 'Bộ Khoa học và công nghệ'],
  ['BKHCN', 'Bộ KH&CN'],
  ['BVHTTDL', 'Bộ Văn hóa Thể thao và Du lịch'],
  ['BVHTTDL', 'Bộ Văn hoá, Thể thao và Du lịch'],
  ['PTIT', 'Học viện Công nghệ bưu chính viễn thông Việt Nam'],
  ['TCTLN', 'Tổ công tác'],
  ['HPG', 'HPG'],
  ['HUE', '• UBND TP Huế'],
  ['CTO', '“UBND thành phố Cần Thơ”'],
  ['DNG', '- UBND TP. Đà Nẵng'],
  ['HPG', '1. Thành phố Hải Phòng'],
  ['HNI', '+ Ủy ban nhân dân thành phố Hà Nội'],
  ['HCM', '* TP.HCM'],
  ['HUE', '(UBND TP Huế)'],
  ['HCM', '"Thành phố Hồ Chí Minh"'],
  ['HPG', '– UBND thành phố Hải Phòng;'],
  ['CTO', 'a) UBND TP Cần Thơ'],
  ['HUE', 'ＵＢＮＤ ＴＰ Ｈuế'],
  ['HUE', 'UBND "TP Huế"'],
  ['DNG', '► Tp. Đà Nẵng'],
  ['HCM', '2) TP. Hồ Chí Minh'],
  ['HNI', '[UBND TP Hà Nội]'],
  ['HPG', 'UBND: TP Hải Phòng'],
  ['HNI', '· Thủ đô Hà Nội'],
  ['CTO', '3/ Cần Thơ'],
  ['HUE', 'UBND\nthành phố\nHuế'],
  ['BXD', '‘Bộ Xây dựng’'],
  ['BKHCN', '− Bộ KH&CN'],
];

describe('a name finds one unit', () => {
  test.each(NAMES)('%s is %j', (code, name) => {
    expect(codeOf(name)).toBe(code);
  });
});

describe('a name that could mean two is asked about', () => {
  test.each<[string, string]>([
    ['ĐN', 'DNG or DNI'],
    ['DN', 'DNG or DNI'],
    ['đn', 'DNG or DNI'],
    ['TP ĐN', 'DNG or DNI'],
    ['TP.ĐN', 'DNG or DNI'],
    ['TPĐN', 'DNG or DNI'],
    ['TPH', 'HPG or HUE'],
    ['TP H', 'HPG or HUE'],
    ['TP.H', 'HPG or HUE'],
    ['H', 'HNI or HPG or HUE'],
  ])('%j: %s', (name, codes) => {
    expect(codeOf(name)).toBe(codes);
  });

  test('even when only one of the two is in the register', () => {
    const known = createUnitNames(unitSeeds.filter((unit) => unit.code !== 'DNI'));
    expect(known.find('ĐN')).toMatchObject({ kind: 'ambiguous', units: [{ code: 'DNG' }] });
  });

  test('when two units share an alias', () => {
    const known = createUnitNames([
      aUnit('TAN-1', { aliases: ['Phường Tân An'] }),
      aUnit('TAN-2', { aliases: ['phuong tan an'] }),
    ]);
    expect(codeOf('Phường Tân An', known)).toBe('TAN-1 or TAN-2');
  });
});

describe('other names find none', () => {
  test.each([
    '',
    '-',
    'Hà',
    'TP',
    'thành phố',
    'UBND',
    'Hà Nam',
    'Hà Nội và Huế',
    'Sở Xây dựng thành phố Huế',
    'TP Thủ Đức',
    'Hải Dương',
    'Hué City Hall',
    'Bộ',
    'Đà Lạt',
    'x'.repeat(60_000),
  ])('%j', (name) => {
    expect(codeOf(name)).toBe('none');
  });
});

describe('a merged unit points to its successor', () => {
  const on = (iso: string) => Temporal.PlainDate.from(iso);
  const units: readonly Unit[] = [
    aUnit('BDG', { shortName: 'Bình Dương', successor: 'HCM', activeTo: on('2025-06-30') }),
    aUnit('SBE', { shortName: 'Sông Bé', successor: 'BDG', activeTo: on('1996-12-31') }),
    aUnit('HCM', { shortName: 'TP. Hồ Chí Minh', aliases: ['Bình Dương'] }),
    aUnit('A', { successor: 'B', activeTo: on('2020-01-01') }),
    aUnit('B', { successor: 'A', activeTo: on('2020-01-01') }),
    aUnit('C', { successor: 'GONE', activeTo: on('2020-01-01') }),
  ];
  const merged = createUnitNames(units);
  const unit = (code: string) => units.find((one) => one.code === code) as Unit;

  test.each<[string, string, string]>([
    ['BDG', '2025-06-30', 'BDG'],
    ['BDG', '2025-07-01', 'HCM'],
    ['SBE', '2000-01-01', 'BDG'],
    ['SBE', '2026-11-22', 'HCM'],
    ['HCM', '2026-11-22', 'HCM'],
    ['C', '2026-11-22', 'C'],
  ])('%s on %s is %s', (code, day, successor) => {
    expect(merged.successorOf(unit(code), on(day)).code).toBe(successor);
  });

  test('units that point to each other do not turn in a circle', () => {
    expect(['A', 'B']).toContain(merged.successorOf(unit('A'), on('2026-11-22')).code);
  });

  test('its name still finds it where the successor keeps the name as an alias', () => {
    expect(codeOf('tỉnh Bình Dương', merged)).toBe('BDG');
  });
});

describe('an address belongs to a unit', () => {
  test.each<[string, string | null]>([
    ['vp@haiphong.gov.vn', 'HPG'],
    ['sxd@sxd.haiphong.gov.vn', 'HPG'],
    ['A@SXD.HaiPhong.GOV.VN', 'HPG'],
    ['a@haiduong.gov.vn', 'HPG'],
    ['a@quangcong.thuathienhue.gov.vn', 'HUE'],
    ['a@soxaydung.hochiminhcity.gov.vn', 'HCM'],
    ['a@hanoi.gov.vn.', 'HNI'],
    ['a@hue.gov.vn ', 'HUE'],
    ['a@nothue.gov.vn', null],
    ['a@xhaiphong.gov.vn', null],
    ['a@hue.gov.vn.evil.example', null],
    ['a@gov.vn', null],
    ['a@mail.example', null],
    ['hue.gov.vn', null],
    ['@hue.gov.vn', null],
    ['"a@hue.gov.vn"@mail.example', null],
    ['', null],
  ])('%j is %s', (address, code) => {
    expect(names.byEmail(address)?.code ?? null).toBe(code);
  });

  test("a domain that two units claim is nobody's, the longer of two domains wins", () => {
    const known = createUnitNames([
      aUnit('A', { domains: ['chung.example', 'bo.example'] }),
      aUnit('B', { domains: ['@chung.example', '*.cuc.bo.example'] }),
    ]);
    expect(known.byEmail('x@chung.example')).toBeNull();
    expect(known.byEmail('x@cuc.bo.example')?.code).toBe('B');
    expect(known.byEmail('x@bo.example')?.code).toBe('A');
  });
});

test('NFD, capitals, spacing, Eth and older tone marks find the same unit', () => {
  const name = fc.constantFrom(...unitSeeds.flatMap((unit) => [unit.name, unit.shortName, ...(unit.aliases ?? [])]));
  const changes = [
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase(),
    (text: string) => ` ${text.replaceAll(' ', ' \u00A0')}. `,
    (text: string) => text.replaceAll('Đ', 'Ð'),
    olderTones,
  ];
  fc.assert(
    fc.property(name, fc.constantFrom(...changes), (text, change) => {
      expect([text, codeOf(change(text))]).toEqual([text, codeOf(text)]);
      expect(names.find(text).kind).toBe('one');
    }),
  );
});

test.each(Object.entries(respellings))('%s find the same unit', (_, respelled) => {
  for (const [code, name] of NAMES) expect([name, codeOf(respelled(name))]).toEqual([name, code]);
});
