import { expect, test } from 'vitest';
import { doerFindings } from '../../functions/findings/doers.ts';
import type { Task } from '../../sheets-schema/tabs/register.ts';
import { aTask, aUnit, day } from '../domain/notices/notice-world.ts';

function found(own: Partial<Task>) {
  const row = aTask('T', { lead: 'HPG', ...own });
  const tab = <T>(rows: readonly T[]) => ({
    readable: true,
    rows,
    broken: [],
    rivals: [],
    duplicates: [],
    known: new Set(),
  });
  const people = { tasks: tab([row]), units: tab([aUnit('HPG'), aUnit('HUE')]) };
  return doerFindings(people as never, day('2025-10-24')).map(({ level, column, found: words }) => [
    level,
    column,
    words,
  ]);
}

test.each<[string, Partial<Task>, (string | undefined)[][]]>([
  ['who is known by code, name or group', { cooperating: ['HUE', 'TP-TW'] }, []],
  [
    'who helps without a code is named, all in one line',
    { cooperating: ['HUE', 'các cơ quan liên quan', 'Sở Xây dựng'] },
    [['warning', 'Phối hợp', '"các cơ quan liên quan; Sở Xây dựng" không phải mã, tên hay nhóm của một đơn vị']],
  ],
  [
    'whom the document names and nobody follows',
    { unlisted: ['Bộ Ngoại giao', 'các tỉnh'] },
    [['warning', 'Chưa có trong sổ', 'văn bản còn nêu: Bộ Ngoại giao; các tỉnh']],
  ],
  [
    'a task that nobody does',
    { lead: null },
    [['warning', 'Áp dụng cho', 'chưa có đơn vị nào thực hiện nhiệm vụ này']],
  ],
])('%s', (_, task, expected) => {
  expect(found(task)).toEqual(expected);
});
