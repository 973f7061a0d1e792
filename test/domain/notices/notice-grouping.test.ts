import { describe, expect, test } from 'vitest';
import { planNotices } from '../../../functions/domain/notices/notice-policy.ts';
import { aContact, aStatus, aUnit, dueBy, filed, invitedRows, ledgerRow, lines, policyInput } from './notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('one mail a working day, and the cap', () => {
  test('after a mail of the morning the next one waits for tomorrow', () => {
    const rows = [...invitedRows, sent('T1/HPG/nhiem-vu/1@2025-10-20', '2025-10-24 08:30')];
    expect(lines(planNotices(policyInput('2025-10-24 09:00', { rows })))).toEqual([
      'Nhắc việc -5: wait 2025-10-27 08:30',
    ]);
  });

  test('a receipt does not count', () => {
    const rows = [...invitedRows, sent('2025-10/HPG/tiep-nhan/1@BC-1', '2025-10-24 08:29')];
    expect(lines(planNotices(policyInput('2025-10-24 09:00', { rows })))).toEqual(['Nhắc việc -5: send']);
  });

  test('a reminder held by the cap keeps the weaker ones waiting with it', () => {
    const plan = planNotices(policyInput('2025-10-28 09:00', { sentToday: 400 }));
    expect(plan.map(({ notice, fate }) => [notice.step, fate.do])).toEqual([
      ['-3', 'hold'],
      ['-5', 'hold'],
    ]);
  });

  test('under the cap receipts go first, then late notices, then reminders', () => {
    const late = aStatus({ unit: aUnit('HUE'), effective: dueBy('2025-10-23') });
    const reported = aStatus({ unit: aUnit('DNG'), ...filed('2025-10-24 08:00') });
    const contacts = ['HPG-1', 'HUE-1', 'DNG-1'].map((id) => aContact(id));
    const rows = ['HPG', 'HUE', 'DNG'].map((unit) => sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-22 08:40'));
    const statuses = [aStatus(), late, reported];
    const fates = (sentToday: number) =>
      planNotices(policyInput('2025-10-24 09:00', { rows, statuses, contacts, sentToday }))
        .filter(({ notice }) => notice.step !== '0')
        .map(({ notice, fate }) => `${notice.unit} ${fate.do}`);
    expect(fates(397)).toEqual(['DNG send', 'HUE send', 'HPG send']);
    expect(fates(398)).toEqual(['DNG send', 'HUE send', 'HPG hold']);
    expect(fates(399)).toEqual(['DNG send', 'HUE hold', 'HPG hold']);
    expect(fates(400)).toEqual(['DNG hold', 'HUE hold', 'HPG hold']);
  });
});
