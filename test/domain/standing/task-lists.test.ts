import { expect, test } from 'vitest';
import { silentTasks, taskLists } from '../../../functions/domain/standing/task-lists.ts';
import type { TaskStatus } from '../../../functions/domain/standing/task-status.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { aTask, at, aUnit, dueBy } from '../notices/notice-world.ts';

const sources = {
  now: at('2025-10-29 08:00'),
  calendar: createCalendar([], []),
  soonDays: 5,
  goLive: null,
  confirmedRounds: [],
};

function aStatusOf(id: string, unit: string, own: Partial<TaskStatus> = {}): TaskStatus {
  return { task: aTask(id), unit: aUnit(unit), deadline: null, done: false, confirmed: false, ...own };
}

const reported = {
  item: '1.1',
  round: '2025-10',
  versions: ['BC-1'],
  verdict: 'Đủ' as const,
  state: null,
  isIssued: false,
  issuedOn: null,
  sentOn: null,
  asksSent: false,
  filedAt: null,
};
const issued = { ...reported, item: '1.3', state: 'Đã ban hành', isIssued: true };

test.each<[string, readonly TaskStatus[], Partial<ReturnType<typeof taskLists>>]>([
  [
    'overdue tasks come by their deadlines, one line for all who have the same',
    [
      aStatusOf('B', 'HUE', { deadline: dueBy('2025-10-28') }),
      aStatusOf('A', 'HPG', { deadline: dueBy('2025-10-24') }),
      aStatusOf('A', 'HNI', { deadline: dueBy('2025-10-24') }),
    ],
    {
      overdue: [
        'A (HPG, HNI): quá hạn 3 ngày làm việc, hết ngày 24/10/2025',
        'B (HUE): quá hạn 1 ngày làm việc, hết ngày 28/10/2025',
      ],
    },
  ],
  [
    'what is due this week, and no later',
    [
      aStatusOf('A', 'HPG', { deadline: dueBy('2025-10-29') }),
      aStatusOf('B', 'HPG', { deadline: dueBy('2025-11-05') }),
      aStatusOf('C', 'HPG', { deadline: dueBy('2025-11-06') }),
    ],
    {
      soon: ['A (HPG): hết ngày 29/10/2025, hôm nay', 'B (HPG): hết ngày 05/11/2025, còn 5 ngày làm việc'],
      overdue: [],
    },
  ],
  [
    'done, asked by a round, an item of a report: none of them',
    [
      aStatusOf('A', 'HPG', { deadline: dueBy('2025-10-24'), done: true, doneAt: at('2025-10-20 08:00') }),
      aStatusOf('B', 'HPG', { deadline: dueBy('2025-10-24'), isAskedByRound: true }),
      aStatusOf('C', 'HPG', { deadline: dueBy('2025-10-24'), isPart: true }),
    ],
    { toDecide: [], overdue: [], soon: [] },
  ],
  [
    'what was reported and waits for a word, in one line',
    ['HPG', 'HUE'].map((unit) => {
      const task = aTask('U', { deadlineKind: 'Khẩn trương' });
      return aStatusOf('U', unit, { task, reported });
    }),
    {
      toDecide: [
        'U: HPG, HUE đã báo cáo, chờ xác nhận hoàn thành. Đã xong thì ghi ở tab Quyết định: U · mã đơn vị · Hoàn thành nhiệm vụ · ngày hoàn thành',
      ],
    },
  ],
  [
    'a contradiction, once',
    [aStatusOf('P', 'HPG', { deadline: dueBy('2025-11-20'), reported: issued })],
    {
      toDecide: [
        'P, HPG: Báo cáo BC-1 (mục 1.3) ghi "Đã ban hành", sổ chưa ghi hoàn thành. Đã xong thì ghi ở tab Quyết định: P · HPG · Hoàn thành nhiệm vụ · ngày hoàn thành',
      ],
    },
  ],
])('%s', (_, tasks, lists) => {
  expect(taskLists(tasks, sources)).toMatchObject(lists);
});

test('what lies before operation is in no list, and counted by itself', () => {
  const old = ['HPG', 'HUE'].map((unit) =>
    aStatusOf('O', unit, { deadline: dueBy('2025-07-31'), isBeforeOperation: true }),
  );
  expect(taskLists(old, sources)).toEqual({ toDecide: [], overdue: [], soon: [] });
  expect(silentTasks(old, sources)).toBe(2);
});
