import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import {
  aContact,
  aReport,
  aStatus,
  aUnit,
  decidedFor,
  filed,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('reports to the leadership', () => {
  const leader = aContact('BXD-1', { role: 'Lãnh đạo' });
  const cityLeader = aContact('HPG-9', { role: 'Lãnh đạo' });
  const contacts = [aContact('HPG-1'), aContact('HUE-1'), leader, cityLeader];
  const late = (unit: string, when: string, step = 1) => sent(`2025-10/${unit}/qua-han/${step}@2025-10-31`, when);
  const merged = (unit: string, step: number) =>
    ledgerRow(`2025-10/${unit}/qua-han/${step}@2025-10-31`, 'gộp vào thư mạnh hơn', '2025-11-05 08:30');
  const pressed = (unit: string, when: string) =>
    ledgerRow(`2025-10/${unit}/qua-han/3@2025-10-31`, 'đã gửi', when, { kind: 'Quá hạn lần 2' });
  const ladderDone = (unit: string) => [
    sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-20 08:30'),
    ...[-5, -3, -1, 0].map((step) =>
      ledgerRow(`2025-10/${unit}/nhac/${step}@2025-10-31`, 'gộp vào thư mạnh hơn', '2025-10-31 08:30'),
    ),
  ];
  const plan = (now: string, rows: readonly ReturnType<typeof sent>[], own: Partial<PolicyInput> = {}) =>
    decidedFor(policyInput(now, { rows, contacts, ...own })).filter(({ notice }) => notice.kind === 'Báo cáo lãnh đạo');
  const both = [...ladderDone('HPG'), late('HPG', '2025-11-03 08:30'), late('HPG', '2025-11-05 08:30', 3)];

  test.each([
    ['not before the fifth working day', '2025-11-06 15:00', both, []],
    ['on the fifth', '2025-11-07 08:30', both, ['Báo cáo lãnh đạo 5: send']],
    [
      'not before the time is over that the second late notice gave',
      '2025-11-10 08:29',
      [...ladderDone('HPG'), late('HPG', '2025-11-03 08:30'), pressed('HPG', '2025-11-06 08:30')],
      [],
    ],
    [
      'but then',
      '2025-11-11 08:30',
      [...ladderDone('HPG'), late('HPG', '2025-11-03 08:30'), pressed('HPG', '2025-11-06 08:30')],
      ['Báo cáo lãnh đạo 5: send'],
    ],
    [
      'to a unit that had one late notice, two working days after it',
      '2025-11-10 08:30',
      [...ladderDone('HPG'), merged('HPG', 1), late('HPG', '2025-11-06 08:30', 3)],
      ['Báo cáo lãnh đạo 5: send'],
    ],
    ['and not while no late notice went', '2025-11-07 09:00', ladderDone('HPG'), []],
  ])('%s', (_, now, rows, expected) => {
    expect(lines(plan(now, rows))).toEqual(expected);
  });

  test("it goes to the ministry's own leaders, never a city's", () => {
    expect(plan('2025-11-07 09:00', both)[0]?.notice.recipients).toEqual([leader]);
  });

  test.each([
    ['in its name', { pending: [aReport('BC-9', '2025-11-06 15:00')] }],
    ['after the lock', { afterLock: [aReport('BC-9', '2025-11-06 15:00')] }],
  ])('no report %s that waits for a word hides a unit from it', (_, own) => {
    const [found] = plan('2025-11-07 09:00', both, { statuses: [aStatus(own)] });
    expect([found?.fate.do, found?.notice.units?.map(({ unit }) => unit.code)]).toEqual(['send', ['HPG']]);
  });

  test('one mail lists all units of the round', () => {
    const rows = [...both, ...ladderDone('HUE'), late('HUE', '2025-11-03 08:30'), late('HUE', '2025-11-05 08:30', 3)];
    const statuses = [aStatus(), aStatus({ unit: aUnit('HUE') })];
    const found = plan('2025-11-07 09:00', rows, { statuses });
    expect(found.map(({ fate }) => fate.do)).toEqual(['send', 'settle']);
    expect(found[0]?.notice.units?.map(({ unit }) => unit.code)).toEqual(['HPG', 'HUE']);
  });

  test('a unit that is late for longer is reported the next day, when today has had its report', () => {
    const rows = [
      ...both,
      sent('2025-10/HPG/lanh-dao/5@2025-10-31', '2025-11-07 08:30'),
      ...ladderDone('HUE'),
      merged('HUE', 1),
      late('HUE', '2025-11-05 08:30', 3),
    ];
    const statuses = [aStatus(), aStatus({ unit: aUnit('HUE') })];
    expect(lines(plan('2025-11-07 09:00', rows, { statuses }))).toEqual(['Báo cáo lãnh đạo 5: wait 2025-11-10 08:30']);
  });

  test.each([
    ['the setting says so', { settings: { ...usualSettings, leaders: false } }],
    ['the unit filed', { statuses: [aStatus(filed('2025-11-06 10:00', { versions: [] }))] }],
  ])('none when %s', (_, own) => {
    expect(plan('2025-11-07 09:00', both, own)).toEqual([]);
  });
});
