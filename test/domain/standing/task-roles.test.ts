import { expect, test } from 'vitest';
import { rolesOf } from '../../../functions/domain/standing/task-roles.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { aTask, day } from '../notices/notice-world.ts';

const TODAY = day('2025-10-24');
const CITIES = ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'];

test.each<[string, Partial<Task>, { doers: string[]; ownRecipients?: string[]; told?: string[] }]>([
  ['the lead alone', { lead: 'BXD' }, { doers: ['BXD'] }],
  ['whom it applies to, not who leads it', { lead: 'BXD', appliesTo: ['TP-TW'] }, { doers: CITIES }],
  ['who helps is told', { lead: 'BXD', cooperating: ['VPCP'] }, { doers: ['BXD'], told: ['VPCP'] }],
  [
    'and not asked, even where the task applies to it',
    { lead: 'BXD', cooperating: ['VPCP'], appliesTo: ['BXD', 'VPCP'] },
    { doers: ['BXD'], told: ['VPCP'] },
  ],
  [
    'a lead that is also said to help is asked',
    { lead: 'BTP; VPCP', cooperating: ['VPCP', 'BCA'] },
    { doers: ['VPCP', 'BTP'], told: ['BCA'] },
  ],
  [
    'who leads what others do is not told that it helps',
    { lead: 'BTP', appliesTo: ['HUE'], cooperating: ['BTP', 'BCA'] },
    { doers: ['HUE'], told: ['BCA'] },
  ],
  ['a group helps', { lead: 'BTP', cooperating: ['TP-TW'] }, { doers: ['BTP'], told: CITIES }],
  ['what is no code tells nobody', { lead: 'BTP', cooperating: ['các cơ quan liên quan'] }, { doers: ['BTP'] }],
  ['who receives it alone', { lead: 'BTP; BXD', recipient: 'BXD' }, { doers: ['BXD', 'BTP'], ownRecipients: ['BXD'] }],
  ['who receives it beside others', { lead: 'BXD', recipient: 'BXD; VPCP' }, { doers: ['BXD'] }],
  ...['Bộ Xây dựng (Cục Phát triển đô thị)', 'BXD (Cục PTĐT)', 'Cục Phát triển đô thị, Bộ Xây dựng'].map(
    (recipient): [string, Partial<Task>, { doers: string[]; ownRecipients: string[] }] => [
      `who receives it by a part of its own: ${recipient}`,
      { lead: 'BTP; BXD', recipient },
      { doers: ['BXD', 'BTP'], ownRecipients: ['BXD'] },
    ],
  ),
  ['who receives it beside others, a comma between', { lead: 'BXD', recipient: 'BXD, VPCP' }, { doers: ['BXD'] }],
  [
    'who leads it with others, a comma between',
    { lead: 'Bộ Tư pháp, VPCP', cooperating: ['VPCP', 'BCA'] },
    { doers: ['VPCP', 'BTP'], told: ['BCA'] },
  ],
  ['or beside somebody without a code', { lead: 'BXD', recipient: 'BXD; Chính phủ' }, { doers: ['BXD'] }],
  ['all that it applies to help', { appliesTo: ['BTP'], lead: null, cooperating: ['BTP'] }, { doers: ['BTP'] }],
])('%s', (_, task, { doers, ownRecipients = [], told = [] }) => {
  const roles = rolesOf(aTask('T', { lead: null, ...task }), unitSeeds, TODAY);
  expect(roles.doers.toSorted()).toEqual(doers.toSorted());
  expect(roles.ownRecipients).toEqual(ownRecipients);
  expect(roles.told.toSorted()).toEqual(told.toSorted());
});

test('of both documents nobody is doer and helper at once, and every task has a doer', () => {
  for (const task of taskSeeds) {
    const { doers, told } = rolesOf(task, unitSeeds, TODAY);
    expect(doers.length, task.id).toBeGreaterThan(0);
    expect(
      told.filter((code) => doers.includes(code)),
      task.id,
    ).toEqual([]);
  }
  const of = (id: string) => rolesOf(taskSeeds.find((task) => task.id === id) ?? aTask(id), unitSeeds, TODAY);
  expect(of('N382-II1d-1')).toMatchObject({ doers: ['BXD'], told: ['VPCP'] });
  expect(of('N382-II1a-2').ownRecipients).toEqual(['BXD']);
  expect(of('L12112-2')).toMatchObject({ doers: ['BXD'], told: CITIES });
});
