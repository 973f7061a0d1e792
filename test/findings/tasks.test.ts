import { expect, test } from 'vitest';
import { taskFindings } from '../../functions/findings/tasks.ts';
import type { Task } from '../../sheets-schema/tabs/register.ts';
import { aTask, aTaskStatus, at, aUnit, day } from '../domain/notices/notice-world.ts';

const EVIDENCE = '12/QĐ-UBND ngày 20/10/2025';

/** One task of several units, as the register has it, and which of them have done it by decision. */
function found(own: Partial<Task>, units: readonly string[], done: readonly string[] = []) {
  const statuses = units.map((code) =>
    aTaskStatus('T', '2025-10-31', { task: aTask('T', own), unit: aUnit(code), done: done.includes(code) }),
  );
  return taskFindings(statuses, at('2025-10-24 09:00')).map(({ column, found: words }) => [column, words]);
}

test.each<[string, Partial<Task>, readonly string[], readonly string[], string[][]]>([
  [
    'a day for all of several is nobody’s',
    { doneOn: day('2025-10-20') },
    ['HPG', 'HUE'],
    [],
    [['Hoàn thành ngày', 'chưa có tác dụng: nhiệm vụ có 2 đơn vị thực hiện, 2 đơn vị chưa hoàn thành']],
  ],
  [
    'so is evidence, until all have done it',
    { evidence: EVIDENCE },
    ['HPG', 'HUE', 'HNI'],
    ['HPG'],
    [['Minh chứng', 'chưa có tác dụng: nhiệm vụ có 3 đơn vị thực hiện, 2 đơn vị chưa hoàn thành']],
  ],
  ['all have', { evidence: EVIDENCE }, ['HPG', 'HUE'], ['HPG', 'HUE'], []],
  ['of one it is that one’s', { evidence: EVIDENCE }, ['HPG'], [], []],
  ['nothing is said of any', {}, ['HPG', 'HUE'], [], []],
  ['today is a day on which it may be done', { doneOn: day('2025-10-24') }, ['HPG'], [], []],
  [
    'a day to come is a slip or a plan',
    { doneOn: day('2052-10-20') },
    ['HPG'],
    [],
    [['Hoàn thành ngày', 'ngày 20/10/2052 chưa tới, nên nhiệm vụ chưa hoàn thành']],
  ],
])('what the register says of a result: %s', (_, task, units, done, told) => {
  expect(found(task, units, done)).toEqual(told);
});
