import { expect, test } from 'vitest';
import type { TaskStatus } from '../../functions/domain/standing/task-status.ts';
import { contactFindings } from '../../functions/findings/contacts.ts';
import {
  aContact,
  aStatus,
  aTask,
  aTaskStatus,
  aUnit,
  ledgerRow,
  policyInput,
} from '../domain/notices/notice-world.ts';

const helped = { toTell: [{ unit: aUnit('BCA'), shownAt: null }] };
const contacts = [aContact('HPG-1'), aContact('BXD-1', { role: 'Điều phối' })];

/** Whom the tab says that nobody there is to write to. */
function silent(own: Parameters<typeof policyInput>[1]): readonly string[] {
  const tabs = { rows: [], broken: [], readable: true };
  const policy = policyInput('2025-10-28 08:30', { statuses: [], contacts, rows: [], ...own });
  return contactFindings({ units: tabs, contacts: tabs } as never, policy, 0).map(({ found }) => found);
}

const nobodyAt = (unit: string) => [`không có dòng Đầu mối đang dùng của ${unit}`];
const about = (own: Partial<TaskStatus>) => ({ tasks: [aTaskStatus('T1', '2025-12-31', own)] });
const told = (state: 'đã gửi' | 'không gửi được') => [
  ledgerRow('T1/BCA/phoi-hop-nhiem-vu/1@mot-lan', state, '2025-10-24 08:30'),
];

test.each([
  ['a unit that an open round asks', { statuses: [aStatus({ unit: aUnit('HUE') })] }, nobodyAt('HUE')],
  ['an agency of an approved task', about({ unit: aUnit('BTP') }), nobodyAt('BTP')],
  ['who takes part in one', about(helped), nobodyAt('BCA')],
  ['who was not reached when it was to be told', { ...about(helped), rows: told('không gửi được') }, nobodyAt('BCA')],
  ['not who was told that it takes part', { ...about(helped), rows: told('đã gửi') }, []],
  ['not who can be reached', about({}), []],
  ['not while nobody approved the task', about({ unit: aUnit('BTP'), task: aTask('T1', { approved: null }) }), []],
  ['not of a task without a day', { tasks: [aTaskStatus('T1', null, { unit: aUnit('BTP') })] }, []],
  ['not of one that is done', about({ unit: aUnit('BTP'), done: true }), []],
  ['not of one at rest', about({ unit: aUnit('BTP'), paused: true }), []],
])('nobody to write to is a line of Kiểm tra: %s', (_, own, found) => {
  expect(silent(own)).toEqual(found);
});

test('a unit of a round and of tasks is one line', () => {
  const unit = aUnit('HUE');
  expect(silent({ statuses: [aStatus({ unit })], ...about({ unit }) })).toHaveLength(1);
});
