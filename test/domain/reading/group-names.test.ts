import { expect, test } from 'vitest';
import { loneGroups, withKnownGroups } from '../../../functions/domain/reading/group-names.ts';
import { aUnit } from '../notices/notice-world.ts';

test.each([
  [
    ['TP-TW', 'MUC-2'],
    ['TP-TW', 'MUC-2'],
  ],
  [['TP-TW, MUC-2'], ['TP-TW', 'MUC-2']],
  [
    ['tp-tw', 'tv-tct'],
    ['TP-TW', 'TV-TCT'],
  ],
  [['Vùng ĐB, TP-TW'], ['Vùng ĐB', 'TP-TW']],
])('%j are the groups %j', (typed, groups) => {
  expect(withKnownGroups([aUnit('HNI', { groups: typed })])[0]?.groups).toEqual(groups);
});

test('of a group spelled in two ways the first spelling holds', () => {
  const units = withKnownGroups([aUnit('HNI', { groups: ['Vùng Bắc'] }), aUnit('HPG', { groups: ['vung bac'] })]);
  expect(units.map(({ groups }) => groups)).toEqual([['Vùng Bắc'], ['Vùng Bắc']]);
});

/** @returns the lone group of HNI, and what may be meant */
function lone(group: string, named: readonly string[] = []) {
  const units = [
    aUnit('HNI', { groups: [group] }),
    aUnit('HPG', { groups: ['VUNG-1'] }),
    aUnit('HUE', { groups: ['VUNG-1'] }),
  ];
  return loneGroups(units, named).map((one) => [one.group, one.meant]);
}

test.each<[string, readonly string[], string | null | undefined]>([
  ['MUC2', ['MUC-2'], 'MUC-2'],
  ['MUC 2', ['MUC-2'], 'MUC-2'],
  ['MUC-3', ['MUC-2'], 'MUC-2'],
  ['MUC-', ['MUC-2'], 'MUC-2'],
  ['MUCC-2', ['MUC-2'], 'MUC-2'],
  ['HPGG', ['HPG'], null],
  ['TPTW', [], 'TP-TW'],
  ['TV-TCTT', [], 'TV-TCT'],
  ['VUNG-2', [], 'VUNG-1'],
  ['Miền Trung', [], null],
  ['Miền Trung', ['miền trung'], undefined],
  ['MUC-2', ['MUC-2'], undefined],
  ['VUNG-1', [], undefined],
])('%s, named elsewhere %j: %s', (group, named, meant) => {
  expect(lone(group, named)).toEqual(meant === undefined ? [] : [[group, meant]]);
});
