import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import {
  aContact,
  aReport,
  aStatus,
  aUnit,
  clock,
  decidedFor,
  filed,
  ledgerRow,
  lines,
  policyInput,
  scheduleFor,
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

  describe('a unit that stays silent after the last late notice', () => {
    const reported = sent('2025-10/HPG/lanh-dao/5@2025-10-31', '2025-11-07 08:30');
    const again = [13, 23, 33].map((step, at) =>
      late('HPG', ['2025-11-19 08:30', '2025-12-03 08:30', '2025-12-17 08:30'][at] ?? '', step),
    );
    const silent = [...both, reported, ...again];
    const january = sent('2025-10/HPG/lanh-dao/2026-01@2025-10-31', '2026-01-01 08:30');

    test.each([
      ['not before it', '2025-12-16 15:00', [...both, reported], []],
      ['not in what is left of its month', '2025-12-31 15:00', silent, []],
      ['on the first day of the next', '2026-01-01 08:30', silent, ['Báo cáo lãnh đạo 2026-01: send']],
      ['later in it, if that was missed', '2026-01-20 09:00', silent, ['Báo cáo lãnh đạo 2026-01: send']],
      ['once a month', '2026-01-30 09:00', [...silent, january], []],
      ['every month', '2026-02-02 08:30', [...silent, january], ['Báo cáo lãnh đạo 2026-02: send']],
      ['on a day without mail it waits', '2026-02-01 09:00', [...silent, january], []],
      [
        'a month that was missed is not made up for beside the next',
        '2026-03-02 08:30',
        silent,
        ['Báo cáo lãnh đạo 2026-03: send'],
      ],
      [
        'not beside the last late notice that was missed, which gives its time to answer',
        '2026-01-01 08:30',
        [...both, reported, ...again.slice(0, 2)],
        ['Báo cáo lãnh đạo 2026-01: hold: Chờ thư quá hạn được gửi trước.'],
      ],
      [
        'once that time is over',
        '2026-01-06 08:30',
        [...both, reported, ...again.slice(0, 2), late('HPG', '2026-01-01 08:30', 33)],
        ['Báo cáo lãnh đạo 2026-01: send'],
      ],
    ])('is reported every month: %s', (_, now, rows, expected) => {
      expect(lines(plan(now, rows))).toEqual(expected);
    });

    test('until its report comes', () => {
      const statuses = [aStatus({ ...filed('2026-01-15 10:00'), onTime: false })];
      expect(lines(plan('2026-02-02 08:30', [...silent, january], { statuses }))).toEqual([]);
    });

    test('is in the schedule, once', () => {
      const ahead = scheduleFor(policyInput('2025-12-18 09:00', { rows: silent, contacts }));
      expect(ahead.filter(({ kind }) => kind === 'Báo cáo lãnh đạo').map(({ at }) => at && clock(at))).toEqual([
        '2026-01-01 08:30',
        '2026-02-02 08:30',
      ]);
    });
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
