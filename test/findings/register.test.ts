import { describe, expect, test } from 'vitest';
import { registerFindings } from '../../functions/findings/register.ts';
import type { PeopleTabs } from '../../functions/workbook/snapshot.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { taskSeeds } from '../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { visitSeeds } from '../../sheets-schema/seed/visits.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import type { Visit } from '../../sheets-schema/tabs/visits.ts';
import { aRound, day } from '../domain/notices/notice-world.ts';

const open = aRound({ outlineVersion: OUTLINE_VERSION });

function found({
  outline = outlineSeeds,
  rounds = [open],
  visits = visitSeeds,
  lead = null,
  units = unitSeeds,
}: {
  outline?: readonly OutlineQuestion[];
  rounds?: Round[];
  visits?: readonly Visit[];
  lead?: string | null;
  units?: readonly Unit[];
}) {
  const tab = <T>(rows: readonly T[]) => ({
    rows: rows.map((row, index) => ({ ...row, at: index + 2 })),
    lines: [],
    findings: [],
    broken: [],
    rivals: [],
    readable: true,
  });
  const people: Pick<PeopleTabs, 'outline' | 'rounds' | 'tasks' | 'units' | 'visits'> = {
    outline: tab(outline),
    rounds: tab(rounds),
    tasks: tab(taskSeeds.map((task, nth) => (lead !== null && nth === 0 ? { ...task, lead } : task))),
    units: tab(units),
    visits: tab(visits),
  };
  return registerFindings(people, day('2025-10-24'), open.id).map(({ level, row, column, found: what }) => [
    level,
    row,
    column,
    what,
  ]);
}

test('a unit that a mistyped year keeps from being one is named where it is left out', () => {
  const hue = (own: Partial<Unit>) => unitSeeds.map((unit) => (unit.code === 'HUE' ? { ...unit, ...own } : unit));
  const named = [aRound({ outlineVersion: OUTLINE_VERSION, expected: ['HPG', 'HUE'] })];
  const group = [aRound({ outlineVersion: OUTLINE_VERSION, expected: ['TP-TW'] })];
  const late = hue({ activeFrom: day('2052-01-01') });
  const told = 'danh sách không tính Huế (HUE): ';
  const far = ['warning', 'HUE', 'Hiệu lực từ', 'ngày 01/01/2052: cho tới đó không nhóm nào hỏi đơn vị này'];
  expect(found({ rounds: named, units: late })).toEqual([
    ['error', open.id, 'Đơn vị phải báo cáo', `${told}chưa có hiệu lực trước ngày 01/01/2052`],
    far,
  ]);
  expect(found({ rounds: group, units: late })).toEqual([far]);
  expect(found({ rounds: named, units: hue({ activeTo: day('2015-12-31') }) })).toEqual([
    ['error', open.id, 'Đơn vị phải báo cáo', `${told}hết hiệu lực sau ngày 31/12/2015`],
  ]);
  expect(found({ rounds: named, units: hue({ activeTo: day('2035-12-31') }) })).toEqual([]);
});

test('a visit of no round, or to nobody known, is told', () => {
  const [visit] = visitSeeds;
  const odd = visit
    ? [
        { ...visit, round: '2025-99' },
        { ...visit, unit: 'HPX' },
      ]
    : [];
  expect(found({ visits: odd })).toEqual([
    ['error', '2025-10/HPX', 'Đơn vị', '"HPX" không phải mã, tên hay nhóm đơn vị nào'],
    ['warning', '2025-99/HNI', 'Mã kỳ', '"2025-99" không có ở tab "Kỳ báo cáo"'],
  ]);
});

test.each([
  ['Bộ Tư pháp, VPCP; BCA', []],
  ['Bộ Tư pháp, Bộ Không Có', ['"Bộ Tư pháp, Bộ Không Có" không phải mã, tên hay nhóm đơn vị nào']],
])('whoever leads a task is named as in any list: %s', (lead, told) => {
  expect(found({ lead }).map(([, , , what]) => what)).toEqual(told);
});

const changed = (question: string, own: Partial<OutlineQuestion>) =>
  outlineSeeds.map((one) => (one.question === question ? { ...one, ...own } : one));

test('of the letter as it is seeded nothing is to be said', () => {
  expect(found({})).toEqual([]);
});

describe('rows of one part that say different things of it', () => {
  test('are told, with the row that counts', () => {
    expect(found({ outline: changed('2.2', { heading: 'Tên khác' }) })).toEqual([
      ['error', 'PL1-12112/2.2', 'Tên phần (nguyên văn)', expect.stringContaining('trong khi dòng 2.1 của cùng phần')],
    ]);
    expect(found({ outline: changed('2.3', { sectionFor: ['HUE'] }) })).toEqual([
      ['error', 'PL1-12112/2.3', 'Phần áp dụng cho', '"HUE", trong khi dòng 2.1 của cùng phần ghi "MUC-2"'],
    ]);
  });

  test('are right where all but one say nothing', () => {
    expect(found({ outline: changed('2.2', { heading: '', sectionFor: null }) })).toEqual([]);
  });
});

test('a key that means another item in another outline is told, one that recurs is not', () => {
  const next = outlineSeeds.slice(0, 2).map((one) => ({ ...one, version: 'DC-2' }));
  expect(found({ outline: [...outlineSeeds, ...next] })).toEqual([]);
  const other = next.map((one) => ({ ...one, wording: `Nội dung khác ${one.question}` }));
  expect(found({ outline: [...outlineSeeds, ...other] }).map(([level, row]) => [level, row])).toEqual(
    other.map(({ question }) => ['warning', `DC-2/${question}`]),
  );
});

test.each([
  ['a task that is none', { task: 'L13500-BC' }, 1],
  ['a task of the register', {}, 0],
  ['a closed round', { task: 'L13500-BC', state: 'Đã đóng' as const }, 0],
])('a round of %s', (_what, own, count) => {
  expect(found({ rounds: [{ ...open, ...own }] })).toHaveLength(count);
});

test('a range of numbers that the form cannot check', () => {
  expect(found({ outline: changed('1.1', { type: 'Số', options: ['0', 'nhiều'] }) })).toEqual([
    ['warning', 'PL1-12112/1.1', 'Lựa chọn', '"0; nhiều" không phải khoảng số mà biểu mẫu kiểm tra được'],
  ]);
});
