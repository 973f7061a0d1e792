import { describe, expect, test } from 'vitest';
import {
  aContact,
  aStatus,
  aUnit,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
} from './notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('one mail a working day, and the cap', () => {
  test('after a mail of the morning the next one waits for tomorrow', () => {
    const rows = [...invitedRows, sent('T1/HPG/nhiem-vu/1@2025-10-20', '2025-10-24 08:30')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows })))).toEqual([
      'Nhắc việc -5: wait 2025-10-27 08:30',
    ]);
  });

  test('a receipt does not count', () => {
    const rows = [...invitedRows, sent('2025-10/HPG/tiep-nhan/1@BC-1', '2025-10-24 08:29')];
    expect(lines(decidedFor(policyInput('2025-10-24 09:00', { rows })))).toEqual(['Nhắc việc -5: send']);
  });

  test('what the cap leaves over waits for the next sending day, the weaker ones with it, and says why', () => {
    const full = 'wait 2025-10-29 08:30: Đã đủ hạn mức 400 thư của ngày 28/10/2025; thư đi vào ngày làm việc sau.';
    expect(lines(decidedFor(policyInput('2025-10-28 09:00', { sentToday: 400 })))).toEqual([
      `Nhắc việc -3: ${full}`,
      `Nhắc việc -5: ${full}`,
    ]);
  });

  test('under the cap receipts go first, then late notices, then reminders', () => {
    const late = aStatus({ unit: aUnit('HUE'), effective: dueBy('2025-10-23') });
    const reported = aStatus({ unit: aUnit('DNG'), ...filed('2025-10-24 08:00') });
    const contacts = ['HPG-1', 'HUE-1', 'DNG-1'].map((id) => aContact(id));
    const rows = ['HPG', 'HUE', 'DNG'].map((unit) => sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-22 08:40'));
    const statuses = [aStatus(), late, reported];
    const fates = (sentToday: number) =>
      decidedFor(policyInput('2025-10-24 09:00', { rows, statuses, contacts, sentToday }))
        .filter(({ notice }) => notice.step !== '0')
        .map(({ notice, fate }) => `${notice.unit} ${fate.do}`);
    expect(fates(397)).toEqual(['DNG send', 'HUE send', 'HPG send']);
    expect(fates(398)).toEqual(['DNG send', 'HUE send', 'HPG wait']);
    expect(fates(399)).toEqual(['DNG send', 'HUE wait', 'HPG wait']);
    expect(fates(400)).toEqual(['DNG wait', 'HUE wait', 'HPG wait']);
  });
});

describe('of several units that one mail reports', () => {
  const leader = aContact('BXD-1', { role: 'Lãnh đạo' });
  const units = ['DNG', 'HPG', 'HUE'];
  const rows = units.flatMap((unit) => [
    sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-20 08:30'),
    ...['1', '3'].map((step) => sent(`2025-10/${unit}/qua-han/${step}@2025-10-31`, '2025-11-05 08:30')),
  ]);
  const reported = (own: Parameters<typeof policyInput>[1]) =>
    decidedFor(policyInput('2025-11-10 09:00', { rows, contacts: [leader], ...own }))
      .filter(({ notice }) => notice.kind === 'Báo cáo lãnh đạo')
      .map(({ notice, fate }) => `${notice.unit} ${fate.do}`);
  const all = (own: (unit: string) => Parameters<typeof aStatus>[0] = () => ({})) =>
    units.map((unit) => aStatus({ unit: aUnit(unit), ...own(unit) }));

  test('all that are free go together', () => {
    expect(reported({ statuses: all() })).toEqual(['DNG send', 'HPG settle', 'HUE settle']);
  });

  test.each(units)(
    'one that is paused (%s) is neither reported nor settled, and holds back none of the others',
    (held) => {
      const found = reported({ statuses: all((unit) => ({ paused: unit === held })) });
      const others = units.filter((unit) => unit !== held);
      expect(found).toEqual(
        units.map((unit) => `${unit} ${unit === held ? 'hold' : unit === others[0] ? 'send' : 'settle'}`),
      );
    },
  );

  test.each(units)('one in doubt (%s) neither', (unit) => {
    const found = reported({ statuses: all(), doubts: [{ scope: { round: '2025-10', unit }, reason: 'Chưa rõ.' }] });
    expect(found.filter((line) => line.endsWith('hold'))).toEqual([`${unit} hold`]);
    expect(found.filter((line) => line.endsWith('send'))).toHaveLength(1);
  });
});
