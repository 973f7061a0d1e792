import { expect, test } from 'vitest';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import type { TaskStatus } from '../../functions/domain/standing/task-status.ts';
import { isChased } from '../../functions/domain/standing/task-status.ts';
import { taskVariables } from '../../functions/letters/task-variables.ts';
import { aContact, aTaskStatus, at, aUnit, dueBy, policyInput, usualSettings } from '../domain/notices/notice-world.ts';

const helper = { unit: aUnit('BCA'), shownAt: at('2025-06-02 08:00') };
const doer = (code: string, own: Partial<TaskStatus> = {}) =>
  aTaskStatus('T1', '2025-12-31', { unit: aUnit(code), toTell: [helper], ...own });
const given = { at: at('2025-10-01 08:00'), reason: null };

/** What who takes part reads of the task: who leads it, and by when. */
function read(tasks: readonly TaskStatus[]) {
  const settings = { ...usualSettings, goLive: at('2025-10-01 08:00') };
  const policy = policyInput('2025-10-22 08:30', {
    tasks: tasks.filter(isChased),
    statuses: [],
    contacts: [aContact('BCA-1')],
    settings,
    rows: [],
  });
  const [mail] = planNotices(policy).leaving;
  if (!mail) throw new Error('Nobody is told.');
  const { so_nhiem_vu: count, viec_phoi_hop: rows } = taskVariables(mail.notice, policy);
  const [{ chu_tri, han_chu_tri } = { chu_tri: null, han_chu_tri: null }] = rows as readonly Record<string, unknown>[];
  return [count, chu_tri, han_chu_tri];
}

const SET = 'do Cục Phát triển đô thị, Bộ Xây dựng ấn định';

test.each<[string, readonly TaskStatus[], string, string]>([
  ['one lead', [doer('BTP')], 'BTP', 'hết ngày 31/12/2025'],
  ['a day that a coordinator set', [doer('BTP', { isWritten: false })], 'BTP', `hết ngày 31/12/2025 ${SET}`],
  ['who leads what others do', [doer('HPG', { leads: [aUnit('BXD')] })], 'BXD', 'hết ngày 31/12/2025'],
  [
    'one of several who was given more time',
    [doer('HUE', { deadline: dueBy('2026-01-15'), isWritten: false, extension: given }), doer('HPG'), doer('DNG')],
    'HUE, HPG, DNG',
    'hết ngày 31/12/2025, riêng HUE hết ngày 15/01/2026 (đã gia hạn)',
  ],
  [
    'many',
    Array.from({ length: 9 }, (_, nth) => doer(`C${nth}`)),
    'C0, C1, C2, C3, C4, C5, 03 cơ quan khác',
    'hết ngày 31/12/2025',
  ],
  ['those who have done it are left out', [doer('HUE', { done: true }), doer('HPG')], 'HPG', 'hết ngày 31/12/2025'],
])('who takes part is told of %s', (_, tasks, lead, deadline) => {
  expect(read(tasks)).toEqual(['01', lead, deadline]);
});
