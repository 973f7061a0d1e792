import { expect, test } from 'vitest';
import { deadlineInWords, deadlineOf } from '../../../functions/domain/time/deadline.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import { plain } from './seeded-tabs.ts';

const [round] = roundSeeds;

test('one round is prepared: the letter of 23/10/2025', () => {
  expect(roundSeeds).toHaveLength(1);
  expect(plain(round)).toMatchObject({
    id: '2025-10',
    task: 'L12112-BC',
    basisType: 'Công văn',
    basisNumber: '12112/BXD-PTĐT',
    basisDate: '2025-10-23',
    basisIssuer: 'Bộ Xây dựng',
    deadlineText: 'trước ngày 24/10/2025',
    deadlineKind: 'Trước ngày',
    effectiveDeadline: null,
    opensAt: '2025-10-23T07:00:00Z',
    locksOn: null,
    outlineVersion: 'PL1-12112',
    expected: ['TP-TW'],
    steps: null,
  });
});

test('by the letter it ends with the day it was signed', () => {
  expect(deadlineInWords(deadlineOf(round!.strictDeadline))).toBe('hết ngày 23/10/2025');
});

test('no mail can leave before somebody opens and approves it', () => {
  expect([round?.state, round?.approved]).toEqual(['Chuẩn bị', false]);
});

test('what it refers to exists', () => {
  expect(taskSeeds.some((task) => task.id === round?.task)).toBe(true);
  expect(outlineSeeds.some((one) => one.version === round?.outlineVersion)).toBe(true);
  expect(unitSeeds.filter((unit) => unit.groups?.some((group) => round?.expected.includes(group)))).toHaveLength(6);
});

test('the doubt about its day is told to the coordinator', () => {
  expect(round?.note).toContain('hết chính ngày ký');
  expect(round?.note).toContain('Hạn điều chỉnh');
});
