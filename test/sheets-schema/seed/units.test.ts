import { describe, expect, test } from 'vitest';
import { citySeeds, unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold } from '../../../sheets-schema/text.ts';

function inGroup(group: string): readonly string[] {
  return unitSeeds.filter((unit) => unit.groups?.includes(group)).map((unit) => unit.code);
}

/** A name as people shorten it: marks, case, dots, dashes and spaces do not count. */
function bare(name: string): string {
  return fold(name).replaceAll(/[\s.–-]/g, '');
}

function namesOf(unit: Unit): readonly string[] {
  return [...new Set([unit.code, unit.name, unit.shortName, ...(unit.aliases ?? [])].map(bare))];
}

describe('groups', () => {
  test.each([
    ['TP-TW', ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE']],
    ['MUC-2', ['HNI', 'HCM', 'DNG']],
    ['BO-NGANH', 'BXD BKHCN VPCP BTP BCA BQP BNNMT BGDDT BNV BTC BYT BCT BVHTTDL'.split(' ')],
    [
      'TV-TCT',
      'HNI HCM HPG DNG CTO HUE BXD BKHCN BCA BQP BNNMT BGDDT BNV BTC BYT BCT BVHTTDL VNPT VIETTEL CMC FPT HUST PTIT'.split(
        ' ',
      ),
    ],
  ])('%s', (group, codes) => expect(inGroup(group)).toEqual(codes));

  test('Đồng Nai is a city from 30/4/2026 and was not asked in 2025', () => {
    const dongNai = unitSeeds.find((unit) => unit.code === 'DNI')!;
    expect(dongNai.activeFrom?.toString()).toBe('2026-04-30');
    expect(inGroup('TP-TW')).not.toContain('DNI');
  });
});

describe('names', () => {
  test.each([
    ['HNI', 'Ủy ban nhân dân thành phố Hà Nội'],
    ['HCM', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
    ['HPG', 'Ủy ban nhân dân thành phố Hải Phòng'],
    ['DNG', 'Ủy ban nhân dân thành phố Đà Nẵng'],
    ['CTO', 'Ủy ban nhân dân thành phố Cần Thơ'],
    ['HUE', 'Ủy ban nhân dân thành phố Huế'],
  ])('%s is addressed as %s', (code, name) => {
    expect(citySeeds.find((unit) => unit.code === code)?.name).toBe(name);
  });

  test('no name, shortened or not, means two units', () => {
    const owners = Map.groupBy(
      unitSeeds.flatMap((unit) => namesOf(unit).map((name) => ({ name, code: unit.code }))),
      ({ name }) => name,
    );
    expect([...owners.values()].filter((claims) => claims.length > 1)).toEqual([]);
  });

  test.each(['TPH', 'ĐN', 'DN', 'TP ĐN'])('%s could be two cities and so names none', (name) => {
    expect(unitSeeds.filter((unit) => namesOf(unit).includes(bare(name)))).toEqual([]);
  });
});

describe('mail domains', () => {
  test.each([
    ['HNI', ['hanoi.gov.vn']],
    ['HCM', ['tphcm.gov.vn', 'hochiminhcity.gov.vn', 'binhduong.gov.vn', 'baria-vungtau.gov.vn']],
    ['HPG', ['haiphong.gov.vn', 'haiduong.gov.vn']],
    ['DNG', ['danang.gov.vn', 'quangnam.gov.vn']],
    ['CTO', ['cantho.gov.vn', 'soctrang.gov.vn', 'haugiang.gov.vn']],
    ['HUE', ['hue.gov.vn', 'thuathienhue.gov.vn']],
    ['BXD', ['moc.gov.vn']],
  ])('%s writes from its own and its merged provinces’ domains', (code, domains) => {
    expect(unitSeeds.find((unit) => unit.code === code)?.domains).toEqual(domains);
  });

  test('no domain belongs to two units', () => {
    const domains = unitSeeds.flatMap((unit) => unit.domains ?? []);
    expect(new Set(domains).size).toBe(domains.length);
  });
});
