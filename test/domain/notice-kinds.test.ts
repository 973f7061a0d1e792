import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../functions/domain/notice.ts';
import { planNotices } from '../../functions/domain/notice-policy.ts';
import {
  aContact,
  anItem,
  aReport,
  aRound,
  aStatus,
  aTask,
  at,
  aUnit,
  day,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from './notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);
const receipt = (version: string, when = '2025-10-29 10:01') => sent(`2025-10/HPG/tiep-nhan/1@${version}`, when);

describe('receipts', () => {
  const reported = (own: Parameters<typeof aStatus>[0] = {}) => ({
    statuses: [aStatus({ ...filed('2025-10-23 22:00'), ...own })],
  });

  test.each([
    ['go at once at night', '2025-10-23 22:01', {}, ['Xác nhận tiếp nhận 1: send']],
    ['go on a Sunday', '2025-10-26 10:00', {}, ['Xác nhận tiếp nhận 1: send']],
    [
      'one for each version',
      '2025-10-23 22:30',
      { versions: [aReport('BC-1', '2025-10-23 22:00'), aReport('BC-2', '2025-10-23 22:20')] },
      ['Xác nhận tiếp nhận 1: send', 'Xác nhận tiếp nhận 1: send'],
    ],
    [
      'also for what came after the lock and waits to be accepted',
      '2025-10-23 22:30',
      { filedAt: null, versions: [], afterLock: [aReport('BC-3', '2025-10-23 22:20')] },
      ['Xác nhận tiếp nhận 1: send'],
    ],
    [
      'none for a version nobody can tell the sender of',
      '2025-10-23 22:30',
      { filedAt: null, versions: [], pending: [aReport('BC-9', '2025-10-23 22:20')] },
      [],
    ],
    [
      'also when the round has just closed',
      '2025-10-23 22:30',
      { round: aRound({ state: 'Đã đóng' }) },
      ['Xác nhận tiếp nhận 1: send'],
    ],
    [
      'not without approval',
      '2025-10-23 22:30',
      { round: aRound({ approved: false }) },
      ['Xác nhận tiếp nhận 1: hold: Kỳ báo cáo chưa được Duyệt gửi.'],
    ],
    ['are not held by a pause', '2025-10-23 22:30', { paused: true }, ['Xác nhận tiếp nhận 1: send']],
  ] as const)('%s', (_, now, own, expected) => {
    expect(lines(planNotices(policyInput(now, reported(own))))).toEqual(expected);
  });

  test('a version received before the go-live mark gets none; one received since does, however old the deadline', () => {
    const fate = (goLive: string) => {
      const settings = { ...usualSettings, goLive: at(goLive) };
      const statuses = [aStatus({ ...filed('2025-11-23 22:00'), effective: dueBy('2025-10-31') })];
      return planNotices(policyInput('2025-11-23 22:01', { settings, statuses }))[0]?.fate.do;
    };
    expect(fate('2025-11-20 08:00')).toBe('send');
    expect(fate('2025-11-23 22:30')).toBe('hold');
  });
});

describe('extensions', () => {
  const granted = (on: string, until: string) => ({
    effective: dueBy(until),
    extension: { at: at(on), deadline: dueBy(until) },
  });
  const late = sent('2025-10/HPG/qua-han/1@2025-10-31', '2025-11-03 08:30');
  const plan = (now: string, own: Parameters<typeof aStatus>[0], rows = [...invitedRows, late]) =>
    planNotices(policyInput(now, { rows, statuses: [aStatus(own)] }));

  test('the unit is told, and the late notice it has is withdrawn', () => {
    const [first, ...others] = plan('2025-11-04 09:00', granted('2025-11-04 08:45', '2025-11-07'));
    expect(first?.notice).toMatchObject({ kind: 'Gia hạn', key: '2025-10/HPG/gia-han/1@2025-11-07' });
    expect(first?.notice.withdraws).toEqual(at('2025-11-03 08:30'));
    expect(first?.fate.do).toBe('send');
    expect(others).toEqual([]);
  });

  test('when the whole round got a later deadline, units with a late notice are told too', () => {
    expect(lines(plan('2025-11-04 09:00', { effective: dueBy('2025-12-31') }))).toEqual(['Gia hạn 1: send']);
    expect(lines(plan('2025-11-04 09:00', { effective: dueBy('2025-12-31') }, [...invitedRows]))).toEqual([]);
  });

  test('an extension taken back repeats no late notice and withdraws none', () => {
    const rows = [...invitedRows, late, sent('2025-10/HPG/gia-han/1@2025-11-07', '2025-11-04 09:00')];
    expect(lines(plan('2025-11-04 14:00', {}, rows))).toEqual(lines(plan('2025-11-04 14:00', {})));
  });

  test('it stands above reminders of the same morning', () => {
    const rows = [...invitedRows, sent('2025-10/HPG/nhac/-5@2025-10-31', '2025-10-24 08:30')];
    const found = plan('2025-11-03 09:00', granted('2025-10-30 16:30', '2025-11-06'), rows);
    expect(lines(found)).toEqual(['Gia hạn 1: send', 'Nhắc việc -3: gộp vào thư mạnh hơn']);
  });

  test('late notices after it count from one again', () => {
    const rows = [...invitedRows, late, sent('2025-10/HPG/gia-han/1@2025-11-07', '2025-11-04 09:00')];
    const [first] = plan('2025-11-10 08:30', granted('2025-11-04 08:45', '2025-11-07'), rows);
    expect([first?.notice.kind, first?.notice.nth]).toEqual(['Quá hạn lần 1', 1]);
  });

  test.each([
    ['granted before the invitation: the invitation names it', granted('2025-10-17 09:00', '2025-11-07'), []],
    ['already over', granted('2025-10-30 09:00', '2025-10-31'), ['Gia hạn 1: không cần nữa']],
    [
      'to a unit that had filed',
      { ...granted('2025-11-04 08:45', '2025-11-07'), ...filed('2025-11-01 10:00', { versions: [] }) },
      [],
    ],
    [
      'to a unit that filed before it was told',
      { ...granted('2025-11-04 08:45', '2025-11-07'), ...filed('2025-11-04 08:50', { versions: [] }) },
      ['Gia hạn 1: đã nộp'],
    ],
  ])('%s', (_, own, expected) => {
    const found = lines(plan('2025-11-04 09:00', own, [...invitedRows])).filter((line) => line.startsWith('Gia hạn'));
    expect(found).toEqual(expected);
  });
});

describe('supplements', () => {
  const lacking = (own: Parameters<typeof aStatus>[0] = {}) =>
    aStatus({
      ...filed('2025-10-29 10:00'),
      items: [anItem('1.2', 'Đủ'), anItem('1.4', 'Thiếu'), anItem('1.3', 'Thiếu')],
      ...own,
    });
  const plan = (now: string, status = lacking(), rows = [receipt('BC-1')]) =>
    lines(planNotices(policyInput(now, { rows: [...invitedRows, ...rows], statuses: [status] }))).filter((line) =>
      line.startsWith('Đề nghị'),
    );

  test.each([
    ['not on the day of the receipt', '2025-10-29 15:00', []],
    ['a working day later', '2025-10-30 08:30', ['Đề nghị bổ sung 1.3+1.4: send']],
  ])('%s', (_, now, expected) => {
    expect(plan(now)).toEqual(expected);
  });

  test.each([
    ['a coordinator stopped it', { supplementStopped: true }],
    ['nothing is absent, only unclear', { items: [anItem('1.3', 'Cần làm rõ')] }],
    ['what is absent does not count', { items: [{ ...anItem('3', 'Thiếu'), counts: false }] }],
    ['the report was returned as a whole', { returned: { at: at('2025-10-29 16:00'), reason: 'Thiếu số liệu' } }],
  ] as const)('none when %s', (_, own) => {
    expect(plan('2025-10-30 09:00', lacking(own))).toEqual([]);
  });

  const asked = [receipt('BC-1'), sent('2025-10/HPG/bo-sung/1.3+1.4@mot-lan', '2025-10-30 08:30')];
  const again = (items: readonly string[]) =>
    lacking({
      versions: [aReport('BC-1'), aReport('BC-2', '2025-10-31 10:00')],
      items: items.map((item) => anItem(item, 'Thiếu')),
    });

  test('the same items are not asked for twice, even after another version', () => {
    expect(plan('2025-11-03 09:00', again(['1.4', '1.3']), [...asked, receipt('BC-2')])).toEqual([]);
  });

  test('what is left after a supplement is asked for as the second', () => {
    const rows = [...invitedRows, ...asked, receipt('BC-2')];
    const first = planNotices(policyInput('2025-11-03 09:00', { rows, statuses: [again(['1.4'])] })).find(
      ({ fate }) => fate.do === 'send',
    );
    expect([first?.notice.step, first?.notice.nth, first?.fate.do]).toEqual(['1.4', 2, 'send']);
  });

  test('a pause holds it', () => {
    expect(plan('2025-10-30 09:00', lacking({ paused: true }))).toEqual([
      'Đề nghị bổ sung 1.3+1.4: hold: Điều phối viên tạm dừng nhắc đơn vị.',
    ]);
  });
});

describe('returns', () => {
  const returned = aStatus({
    ...filed('2025-10-29 10:00'),
    returned: { at: at('2025-10-29 11:30'), reason: 'Thiếu số liệu' },
  });
  const plan = (now: string, rows = [receipt('BC-1')]) =>
    lines(planNotices(policyInput(now, { rows: [...invitedRows, ...rows], statuses: [returned] }))).filter((line) =>
      line.startsWith('Trả lại'),
    );

  test('go in working hours, once for the version returned', () => {
    expect(plan('2025-10-29 11:31')).toEqual(['Trả lại 1: wait 2025-10-29 13:45']);
    expect(plan('2025-10-29 13:45')).toEqual(['Trả lại 1: send']);
    expect(plan('2025-10-29 14:00', [receipt('BC-1'), sent('2025-10/HPG/tra-lai/1@BC-1', '2025-10-29 13:45')])).toEqual(
      [],
    );
  });
});

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
    planNotices(policyInput(now, { tasks, statuses: [], settings: live, ...own }));

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
    const found = plan('2025-11-03 09:00', [{ ...overdue('L12112-BC'), isAskedByRound: true }], { statuses: [aStatus()] });
    expect(found.filter(({ notice }) => notice.kind === 'Nhiệm vụ quá hạn')).toEqual([]);
  });

  test('a late notice of a round goes first, the task waits for the next working day', () => {
    const found = plan('2025-11-03 09:00', [overdue('T1')], { statuses: [aStatus()] });
    expect(lines(found)).toContain('Quá hạn lần 1 1: send');
    expect(lines(found)).toContain('Nhiệm vụ quá hạn 1: wait 2025-11-04 08:30');
  });
});

describe('reports to the leadership', () => {
  const leader = aContact('BXD-1', { role: 'Lãnh đạo' });
  const cityLeader = aContact('HPG-9', { role: 'Lãnh đạo' });
  const contacts = [aContact('HPG-1'), aContact('HUE-1'), leader, cityLeader];
  const late = (unit: string, when: string, step = 1) => sent(`2025-10/${unit}/qua-han/${step}@2025-10-31`, when);
  const ladderDone = (unit: string) => [
    sent(`2025-10/${unit}/moi/0@mot-lan`, '2025-10-20 08:30'),
    ...[-5, -3, -1, 0].map((step) =>
      ledgerRow(`2025-10/${unit}/nhac/${step}@2025-10-31`, 'gộp vào thư mạnh hơn', '2025-10-31 08:30'),
    ),
  ];
  const plan = (now: string, rows: readonly ReturnType<typeof sent>[], own: Partial<PolicyInput> = {}) =>
    planNotices(policyInput(now, { rows, contacts, ...own })).filter(
      ({ notice }) => notice.kind === 'Báo cáo lãnh đạo',
    );
  const both = [...ladderDone('HPG'), late('HPG', '2025-11-03 08:30'), late('HPG', '2025-11-05 08:30', 3)];

  test.each([
    ['not before the fifth working day', '2025-11-06 15:00', both, []],
    ['on the fifth', '2025-11-07 08:30', both, ['Báo cáo lãnh đạo 5: send']],
    [
      'but two working days after the first late notice at the earliest',
      '2025-11-07 09:00',
      [...ladderDone('HPG'), late('HPG', '2025-11-06 08:30', 3)],
      [],
    ],
    [
      'and not while no late notice went',
      '2025-11-07 09:00',
      ladderDone('HPG'),
      ['Báo cáo lãnh đạo 5: hold: Chờ thư quá hạn được gửi trước.'],
    ],
  ])('%s', (_, now, rows, expected) => {
    expect(lines(plan(now, rows))).toEqual(expected);
  });

  test("it goes to the ministry's own leaders, never a city's", () => {
    expect(plan('2025-11-07 09:00', both)[0]?.notice.recipients).toEqual([leader]);
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

describe('the digest', () => {
  const coordinator = aContact('BXD-2', { role: 'Điều phối' });
  const plan = (now: string, hasNews = true, rows = invitedRows) =>
    lines(
      planNotices(
        policyInput(now, {
          statuses: [],
          contacts: [coordinator],
          rows,
          digestContent: { hasNews },
          holidays: [{ day: day('2025-10-28'), kind: 'Nghỉ', name: 'Nghỉ', status: 'đề xuất', source: null }],
        }),
      ),
    );

  test.each([
    ['not before eight', '2025-10-27 07:59', []],
    ['at eight, before the hours of other mails', '2025-10-27 08:00', ['Bản tin điều phối 1: send']],
    ['later the same day when the morning was missed', '2025-10-27 12:00', ['Bản tin điều phối 1: send']],
    ['no longer in the evening', '2025-10-27 18:00', []],
    ['not on a Sunday', '2025-10-26 09:00', []],
    ['not on a day that is only proposed as a holiday', '2025-10-28 09:00', []],
  ])('%s', (_, now, expected) => {
    expect(plan(now)).toEqual(expected);
  });

  test('not when there is nothing to say, and once a day', () => {
    expect(plan('2025-10-27 08:00', false)).toEqual([]);
    expect(plan('2025-10-27 09:00', true, [sent('digest//ban-tin/1@2025-10-27', '2025-10-27 08:00')])).toEqual([]);
  });
});
