import { expect, test } from 'vitest';
import { expandUnits, expectedOf } from '../../../functions/domain/standing/expected-units.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { aRound, aUnit, day } from '../notices/notice-world.ts';

const cities = ['HNI', 'HPG', 'HUE'].map((code) => aUnit(code));
const ministry = aUnit('BXD', { groups: null });
const joined = aUnit('DNI', { activeFrom: day('2026-04-30') });
const merged = aUnit('HDG', { activeTo: day('2025-06-30'), successor: 'HPG' });
const units: readonly Unit[] = [...cities, ministry, joined, merged];

test.each<[readonly string[], string, readonly string[]]>([
  [['TP-TW'], '2025-10-23', ['HNI', 'HPG', 'HUE']],
  [['tp-tw'], '2025-10-23', ['HNI', 'HPG', 'HUE']],
  [['HUE', 'HNI'], '2025-10-23', ['HNI', 'HUE']],
  [['TP-TW', 'HPG', 'BXD'], '2025-10-23', ['HNI', 'HPG', 'HUE', 'BXD']],
  [['TP-TW'], '2026-04-29', ['HNI', 'HPG', 'HUE']],
  [['TP-TW'], '2026-04-30', ['HNI', 'HPG', 'HUE', 'DNI']],
  [['TP-TW'], '2025-06-30', ['HNI', 'HPG', 'HUE', 'HDG']],
  [['TP-TW'], '2025-07-01', ['HNI', 'HPG', 'HUE']],
  [[], '2025-10-23', []],
])('%j on %s names %j', (entries, on, codes) => {
  expect(expandUnits(entries, units, day(on)).codes).toEqual(codes);
});

test('an entry that names nobody is told', () => {
  expect(expandUnits(['TP-TW', 'tp-tw', 'HPQ'], units, day('2025-10-23')).unknown).toEqual(['HPQ']);
  expect(expandUnits(['TP TW'], units, day('2025-10-23')).unknown).toEqual(['TP TW']);
});

test('a unit that was merged stands for the one that took over', () => {
  expect(expandUnits(['HDG'], units, day('2025-10-23'))).toMatchObject({ codes: ['HPG'], unknown: [] });
});

test('a unit that is not there yet is nobody, but known', () => {
  expect(expandUnits(['DNI'], units, day('2025-10-23'))).toMatchObject({ codes: [], unknown: [] });
});

test('whom an approved round asks is frozen, whatever its list says later', () => {
  const round = aRound({ expected: ['HUE'], approved: true });
  expect(expectedOf(round, units, 'HPG; HUE')).toEqual(['HPG', 'HUE']);
  expect(expectedOf(round, units, null)).toEqual(['HUE']);
  expect(expectedOf({ ...round, approved: false }, units, 'HPG; HUE')).toEqual(['HPG', 'HUE']);
});
