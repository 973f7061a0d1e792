import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import { aStatus, aTask, at, aUnit, decidedFor, dueBy, lines, policyInput, usualSettings } from '../notice-world.ts';

describe('tasks overdue', () => {
  const overdue = (id: string, deadline = '2025-10-31', own: Partial<PolicyInput['tasks'][number]> = {}) => ({
    task: aTask(id),
    unit: aUnit(),
    deadline: dueBy(deadline),
    done: false,
    confirmed: false,
    ...own,
  });
  const live = { ...usualSettings, goLive: at('2025-10-01 08:00') };
  const plan = (now: string, tasks: PolicyInput['tasks'], own: Partial<PolicyInput> = {}) =>
    decidedFor(policyInput(now, { tasks, statuses: [], settings: live, ...own }));

  test('the lead agency hears a working day after the deadline, not before', () => {
    expect(plan('2025-11-01 09:00', [overdue('T1')])).toEqual([]);
    expect(lines(plan('2025-11-03 08:30', [overdue('T1')]))).toEqual(['Nhiệm vụ quá hạn 1: send']);
  });

  test('several go as one mail that lists all of them', () => {
    const found = plan('2025-11-03 09:00', [overdue('T1'), overdue('T2'), overdue('T3', '2025-12-31')]);
    expect(found.map(({ fate }) => fate.do)).toEqual(['send', 'settle']);
    expect(found[0]?.notice.tasks?.map(({ task }) => task.id)).toEqual(['T1', 'T2']);
  });

  test.each([
    ['done', overdue('T1', '2025-10-31', { done: true })],
    ['without a deadline', overdue('T1', '2025-10-31', { deadline: null })],
    ['due before the go-live mark', overdue('T1', '2025-09-30')],
    ['due before the unit was asked', overdue('T1', '2025-10-31', { isBeforeOperation: true })],
  ])('silent when %s', (_, task) => {
    expect(plan('2025-11-03 09:00', [task])).toEqual([]);
  });

  test('one due before the mark speaks once it is confirmed', () => {
    expect(lines(plan('2025-11-03 09:00', [overdue('T1', '2025-09-30', { confirmed: true })]))).toEqual([
      'Nhiệm vụ quá hạn 1: send',
    ]);
  });

  test('without a mark whatever is already overdue counts as before it', () => {
    expect(plan('2025-11-03 09:00', [overdue('T1')], { settings: usualSettings })).toEqual([]);
  });

  test('a task that a round asks for has the notices of the round', () => {
    const found = plan('2025-11-03 09:00', [{ ...overdue('L12112-BC'), isAskedByRound: true }], {
      statuses: [aStatus()],
    });
    expect(found.filter(({ notice }) => notice.kind === 'Nhiệm vụ quá hạn')).toEqual([]);
  });

  test('a late notice of a round goes first, the task waits for the next working day', () => {
    const found = plan('2025-11-03 09:00', [overdue('T1')], { statuses: [aStatus()] });
    expect(lines(found)).toContain('Quá hạn lần 1 1: send');
    expect(lines(found)).toContain('Nhiệm vụ quá hạn 1: wait 2025-11-04 08:30');
  });
});
