import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../../functions/domain/time/deadline.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';

const byId = new Map(taskSeeds.map((task) => [task.id, task]));

const notice = [
  'I II1a-1 II1a-2 II1b-1 II1b-2 II1c II1d-1 II1d-2 II2 II3a-1 II3a-2 II3a-3 II3b-1 II3b-2 II3c',
  'II3d-1 II3d-2 II3d-3 II3d-4 II3dd II4-1 II4-2',
].flatMap((line) => line.split(' '));
const letter = '1 2 3 BC PL1-1.1 PL1-1.2 PL1-1.3 PL1-1.4 PL1-1.5 PL1-2.1 PL1-2.2 PL1-2.3 PL1-3'.split(' ');

describe('the register', () => {
  test('holds the 22 tasks of the notice and the 13 of the letter, in the order of the documents', () => {
    expect(notice).toHaveLength(22);
    const expected = [...notice.map((id) => `N382-${id}`), ...letter.map((id) => `L12112-${id}`)];
    expect(taskSeeds.map((task) => task.id)).toEqual(expected);
  });

  test('names the document each task comes from', () => {
    for (const { id, source } of taskSeeds) {
      expect(source, id).toBe(id.startsWith('N382') ? '382/TB-VPCP ngày 23/7/2025' : '12112/BXD-PTĐT ngày 23/10/2025');
    }
  });

  test('every lead and every addressee is a unit or a group that exists', () => {
    const known = new Set(unitSeeds.flatMap((unit) => [unit.code, ...(unit.groups ?? [])]));
    const used = taskSeeds.flatMap((task) => [...(task.lead?.split('; ') ?? []), ...(task.appliesTo ?? [])]);
    expect(used.length).toBeGreaterThan(taskSeeds.length);
    expect(used.filter((target) => !known.has(target))).toEqual([]);
  });

  test('the evidence of 31/7/2025 stands with the regulation and the plan it belongs to', () => {
    expect(byId.get('N382-II3a-1')).toMatchObject({ evidence: '112/QĐ-TCTLN ngày 31/7/2025' });
    expect(byId.get('N382-II3a-2')).toMatchObject({ evidence: '111/KH-TCTLN ngày 31/7/2025' });
  });
});

describe('deadlines', () => {
  const before24 = ['trước ngày 24/10/2025', 'Trước ngày', '2025-10-23', '2025-10-23T17:00:00Z'] as const;
  const dated: Readonly<Record<string, readonly [text: string, kind: string, lastDay: string, before: string]>> = {
    'N382-II1a-1': ['trước ngày 15 tháng 8 năm 2025', 'Trước ngày', '2025-08-14', '2025-08-14T17:00:00Z'],
    'N382-II1a-2': ['trước ngày 25 tháng 7 năm 2025', 'Trước ngày', '2025-07-24', '2025-07-24T17:00:00Z'],
    'N382-II2': ['Hoàn thành trong tháng 7 năm 2025', 'Trong tháng', '2025-07-31', '2025-07-31T17:00:00Z'],
    'N382-II3a-1': ['Hoàn thành trước ngày 25 tháng 7 năm 2025', 'Trước ngày', '2025-07-24', '2025-07-24T17:00:00Z'],
    'N382-II3a-2': ['Hoàn thành trước ngày 25 tháng 7 năm 2025', 'Trước ngày', '2025-07-24', '2025-07-24T17:00:00Z'],
    'N382-II3c': ['khẩn trương … trong tháng 7 năm 2025', 'Trong tháng', '2025-07-31', '2025-07-31T17:00:00Z'],
    'L12112-BC': before24,
    'L12112-PL1-1.1': before24,
    'L12112-PL1-1.2': before24,
    'L12112-PL1-1.3': before24,
    'L12112-PL1-1.4': before24,
    'L12112-PL1-1.5': before24,
    'L12112-PL1-2.1': before24,
    'L12112-PL1-2.2': before24,
    'L12112-PL1-2.3': before24,
    'L12112-PL1-3': before24,
  };

  test.each(Object.entries(dated))('%s ends as the document says', (id, [text, kind, lastDay, before]) => {
    const task = byId.get(id)!;
    const deadline = deadlineOf(task.deadline!);
    expect([task.deadlineText, task.deadlineKind, deadline.lastDay.toString(), deadline.before.toString()]).toEqual([
      text,
      kind,
      lastDay,
      before,
    ]);
  });

  const undated: Readonly<Record<string, readonly [text: string | null, kind: string]>> = {
    'N382-I': [null, 'Thường xuyên'],
    'N382-II1b-1': ['khẩn trương', 'Khẩn trương'],
    'N382-II1b-2': [null, 'Khẩn trương'],
    'N382-II1c': ['tiếp tục', 'Thường xuyên'],
    'N382-II1d-1': [null, 'Thường xuyên'],
    'N382-II1d-2': [null, 'Thường xuyên'],
    'N382-II3a-3': ['khi có yêu cầu', 'Khi có yêu cầu'],
    'N382-II3b-1': [null, 'Khẩn trương'],
    'N382-II3b-2': ['khẩn trương', 'Khẩn trương'],
    'N382-II3d-1': [null, 'Thường xuyên'],
    'N382-II3d-2': [null, 'Thường xuyên'],
    'N382-II3d-3': [null, 'Thường xuyên'],
    'N382-II3d-4': [null, 'Thường xuyên'],
    'N382-II3dd': ['chủ động', 'Thường xuyên'],
    'N382-II4-1': ['kịp thời', 'Thường xuyên'],
    'N382-II4-2': [null, 'Thường xuyên'],
    'L12112-1': ['dự kiến', 'Thông tin'],
    'L12112-2': ['khoảng từ 24-31/10/2025', 'Dự kiến'],
    'L12112-3': ['dự kiến', 'Thông tin'],
  };

  test.each(Object.entries(undated))('%s has no day that could be overdue', (id, [text, kind]) => {
    const task = byId.get(id)!;
    expect([task.deadlineText, task.deadlineKind, task.deadline, task.adjusted]).toEqual([text, kind, null, null]);
  });

  test('every task stands in one of the two tables', () => {
    expect([...Object.keys(dated), ...Object.keys(undated)].sort()).toEqual([...byId.keys()].sort());
  });
});

describe('doubts stay on the row', () => {
  test.each([
    ['L12112-BC', 'hết chính ngày ký'],
    ['L12112-BC', 'có thể còn phụ lục khác'],
    ['N382-II3a-2', 'là kỳ của kế hoạch, không phải thời hạn'],
    ['N382-II3a-3', 'muộn nhất hết ngày 24/7/2025'],
    ['N382-II1a-1', 'ngày ban hành không phải ngày trình'],
    ['N382-II3b-1', 'có bao gồm việc rà soát hay không'],
    ['N382-II3b-2', 'Thành phố Đồng Nai'],
    ['N382-II1d-1', 'không có chữ "chủ trì"'],
    ['N382-II1b-2', 'hiểu là Bộ Xây dựng'],
    ['N382-II2', 'gồm cả ngày 31/7/2025'],
    ['N382-II3c', 'gồm cả ngày 31/7/2025'],
    ['N382-II1a-2', 'Quyết định 1413/QĐ-TTg'],
    ['N382-II1b-1', 'không có trong thành phần dự họp'],
    ['L12112-PL1-2.1', 'Thông báo 45-TB/TGV'],
    ['N382-II3a-1', 'quá hạn 7 ngày'],
    ['N382-I', 'lỗi gõ'],
    ['L12112-PL1-3', 'Không bắt buộc'],
  ])('%s: %s', (id, words) => expect(byId.get(id)?.note).toContain(words));
});
