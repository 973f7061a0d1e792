import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import { planNotices } from '../../../../functions/domain/notices/plan-notices.ts';
import {
  aContact,
  aStatus,
  aTask,
  aTaskStatus,
  at,
  aUnit,
  decidedFor,
  dueBy,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

const live = { ...usualSettings, goLive: at('2025-10-01 08:00') };
const contacts = [aContact('HPG-1'), aContact('BXD-1', { role: 'Lãnh đạo' })];

type Own = Partial<PolicyInput> & {
  readonly rows?: Parameters<typeof policyInput>[1] extends infer T
    ? T extends { rows?: infer R }
      ? R
      : never
    : never;
};

/** Friday 31/10/2025 is the last day. */
const overdue = (id: string, deadline = '2025-10-31', own: Parameters<typeof aTaskStatus>[2] = {}) =>
  aTaskStatus(id, deadline, own);
const input = (now: string, tasks: PolicyInput['tasks'], own: Own = {}) =>
  policyInput(now, { tasks, statuses: [], settings: live, contacts, rows: [], ...own });
const plan = (now: string, tasks: PolicyInput['tasks'], own: Own = {}) => decidedFor(input(now, tasks, own));
const went = (key: string, when: string, own: Parameters<typeof ledgerRow>[3] = {}) =>
  ledgerRow(key, 'đã gửi', when, own);
const merged = (key: string, when: string) => ledgerRow(key, 'gộp vào thư mạnh hơn', when);
const late = (step: number, when: string, task = 'T1') => went(`${task}/HPG/nhiem-vu/${step}@2025-10-31`, when);

/** Plays the days on which something falls due, each mail going as it is planned. */
function played(from: string, days: number, tasks: PolicyInput['tasks'], own: Own = {}): readonly string[] {
  const rows = [...((own.rows as readonly ReturnType<typeof ledgerRow>[] | undefined) ?? [])];
  const mails: string[] = [];
  for (let nth = 0; nth < days; nth += 1) {
    const day = at(`${from} 08:30`).toZonedDateTimeISO('Asia/Ho_Chi_Minh').add({ days: nth }).toPlainDate();
    const now = `${day} 08:30`;
    const { decided, leaving } = planNotices(input(now, tasks, { ...own, rows }));
    for (const { notice, along } of leaving) {
      const about = [notice, ...along].map(({ subject, unit }) => `${subject}${unit === 'HPG' ? '' : `/${unit}`}`);
      mails.push(`${day} ${notice.kind}${notice.nth ? ` ${notice.nth}` : ''}: ${[...new Set(about)].sort().join(' ')}`);
      rows.push(went(notice.key, now, { kind: notice.kind }));
    }
    for (const { notice, fate } of decided) if (fate.do === 'settle') rows.push(ledgerRow(notice.key, fate.state, now));
  }
  return mails;
}

describe('tasks climb the ladder of rounds', () => {
  test('before, on and after the deadline, three times more, and to the leaders every month', () => {
    expect(played('2025-10-20', 130, [overdue('T1')])).toEqual([
      '2025-10-24 Nhắc nhiệm vụ: T1',
      '2025-10-28 Nhắc nhiệm vụ: T1',
      '2025-10-30 Nhắc nhiệm vụ: T1',
      '2025-10-31 Nhắc nhiệm vụ: T1',
      '2025-11-03 Nhiệm vụ quá hạn 1: T1',
      '2025-11-05 Nhiệm vụ quá hạn 2: T1',
      '2025-11-10 Báo cáo lãnh đạo về nhiệm vụ: T1',
      '2025-11-19 Nhiệm vụ quá hạn 3: T1',
      '2025-12-03 Nhiệm vụ quá hạn 4: T1',
      '2025-12-17 Nhiệm vụ quá hạn 5: T1',
      '2026-01-01 Báo cáo lãnh đạo về nhiệm vụ: T1',
      '2026-02-02 Báo cáo lãnh đạo về nhiệm vụ: T1',
    ]);
  });

  test('one mail a day tells an agency of all it has to do', () => {
    const tasks = [overdue('T1'), overdue('T2'), overdue('T3', '2025-11-07'), overdue('T4', '2025-12-31')];
    const [mail] = planNotices(input('2025-11-04 08:30', tasks)).leaving;
    expect(mail?.notice.kind).toBe('Nhiệm vụ quá hạn');
    expect(mail?.notice.tasks?.map(({ task, tells }) => `${task.id} ${tells}`)).toEqual([
      'T1 late',
      'T2 late',
      'T3 due',
    ]);
    expect(plan('2025-11-04 08:30', tasks).filter(({ fate }) => fate.do === 'send')).toHaveLength(1);
  });

  test('a task that went along has been told of, so the next is its second', () => {
    const rows = [late(1, '2025-11-03 08:31'), merged('T2/HPG/nhiem-vu/1@2025-10-31', '2025-11-03 08:30')];
    const [{ notice } = {}] = plan('2025-11-05 08:30', [overdue('T2')], { rows });
    expect(notice?.nth).toBe(2);
  });

  test('but not while the mail that it went along with has not gone', () => {
    const rows = [merged('T2/HPG/nhiem-vu/1@2025-10-31', '2025-11-03 08:30')];
    const [{ notice } = {}] = plan('2025-11-05 08:30', [overdue('T2')], { rows });
    expect(notice?.nth).toBe(1);
  });

  test.each([
    ['done', overdue('T1', '2025-10-31', { done: true })],
    ['without a deadline', overdue('T1', '2025-10-31', { deadline: null })],
    ['due before the go-live mark', overdue('T1', '2025-09-30', { isBeforeOperation: true })],
    ['its doer is who gets the results', overdue('T1', '2025-10-31', { isOwnRecipient: true })],
    ['a round asks for it', overdue('T1', '2025-10-31', { isAskedByRound: true })],
  ])('silent when %s', (_, task) => {
    expect(plan('2025-11-03 09:00', [task])).toEqual([]);
  });

  test('a late notice of a round goes first, the task waits for the next working day', () => {
    const rows = [went('2025-10/HPG/moi/0@mot-lan', '2025-10-20 08:30')];
    const found = plan('2025-11-03 09:00', [overdue('T1')], { statuses: [aStatus()], rows });
    expect(lines(found)).toContain('Quá hạn lần 1 1: send');
    expect(lines(found)).toContain('Nhiệm vụ quá hạn 1: wait 2025-11-04 08:30');
  });

  test('mail of earlier releases counts as what it was', () => {
    expect(played('2025-11-04', 3, [overdue('T1')], { rows: [late(1, '2025-11-03 08:30')] })).toEqual([
      '2025-11-05 Nhiệm vụ quá hạn 2: T1',
    ]);
  });
});

describe('the third lock', () => {
  const about = (task: PolicyInput['tasks'][number], own: Own = {}) =>
    plan('2025-11-03 08:30', [task], own).flatMap(({ fate }) => (fate.do === 'hold' ? [fate.reason] : [fate.do]));
  const typed = aTask('T1', { approved: null });

  test.each([
    ['nobody approved it', { task: typed, approvedAt: null }, /Duyệt nhắc/],
    ['no run before has shown it', { shownAt: null }, /Lịch thư/],
    ['what is approved was not shown', { approvedAt: null }, /Lịch thư/],
  ])('nothing goes while %s', (_, own, reason) => {
    const reasons = about(overdue('T1', '2025-10-31', own));
    expect(reasons).not.toEqual([]);
    for (const one of reasons) expect(one).toMatch(reason);
  });

  test('nothing is said of reminders paused by decision but that they are', () => {
    const [reason, ...others] = new Set(about(overdue('T1', '2025-10-31', { paused: true })));
    expect([reason, others]).toEqual([expect.stringContaining('tạm dừng'), []]);
  });

  test('what fell due before the approval is dropped', () => {
    const approved = overdue('T1', '2025-10-31', { approvedAt: at('2025-10-29 09:00') });
    expect(played('2025-10-29', 6, [approved])).toEqual([
      '2025-10-30 Nhắc nhiệm vụ: T1',
      '2025-10-31 Nhắc nhiệm vụ: T1',
      '2025-11-03 Nhiệm vụ quá hạn 1: T1',
    ]);
  });

  test('of more than twenty mails in one run none goes before it was shown', () => {
    const units = Array.from({ length: 21 }, (_, nth) => `U${nth}`);
    const tasks = units.map((code) => overdue('T1', '2025-10-31', { unit: aUnit(code) }));
    const own = { contacts: units.map((code) => aContact(`${code}-1`)) };
    const first = planNotices(input('2025-11-03 08:30', tasks, own));
    expect(first.leaving).toEqual([]);
    expect(lines(first.decided)).toContainEqual(expect.stringMatching(/^Nhiệm vụ quá hạn 1: wait 2025-11-03 08:40/));
    expect(planNotices(input('2025-11-03 08:40', tasks, { ...own, isCrowdShown: true })).leaving).toHaveLength(21);
    expect(planNotices(input('2025-11-03 08:30', tasks.slice(1), own)).leaving).toHaveLength(20);
  });
});

describe('nobody is called late by what it was not told', () => {
  test('of a deadline that was over when the task was taken up it is asked first, then given its time', () => {
    const old = overdue('T1', '2025-10-10', { confirmed: true, approvedAt: at('2025-11-03 08:20') });
    expect(played('2025-11-03', 30, [old])).toEqual([
      '2025-11-03 Nhắc nhiệm vụ: T1',
      '2025-11-06 Nhiệm vụ quá hạn 1: T1',
      '2025-11-10 Nhiệm vụ quá hạn 2: T1',
      '2025-11-13 Báo cáo lãnh đạo về nhiệm vụ: T1',
      '2025-11-24 Nhiệm vụ quá hạn 3: T1',
    ]);
  });

  test('nor asked twice what an earlier release said already', () => {
    const old = overdue('T1', '2025-10-10', { confirmed: true, approvedAt: at('2025-11-03 08:20') });
    const rows = [went('T1/HPG/nhiem-vu/1@2025-10-10', '2025-10-13 08:30')];
    expect(played('2025-11-03', 8, [old], { rows })).toEqual(['2025-11-06 Nhiệm vụ quá hạn 2: T1']);
  });

  test.each([
    ['đang gửi', '08:25'],
    ['đang gửi', '08:05'],
    ['chưa rõ kết quả', '08:30'],
    ['gửi lại sau', '08:30'],
  ] as const)(
    'the leadership hears nothing while a mail to the agency that may tell of the task has no end: %s, %s',
    (state, time) => {
      const told = [late(1, '2025-11-03 08:30'), late(3, '2025-11-05 08:30')];
      const begun = ledgerRow('T2/HPG/nhiem-vu/1@2025-11-07', state, `2025-11-10 ${time}`);
      const decided = (...rows: NonNullable<Own['rows']>) =>
        lines(plan('2025-11-10 08:30', [overdue('T1'), overdue('T2', '2025-11-07')], { rows: [...told, ...rows] }));
      const heard = expect.stringMatching(/^Báo cáo lãnh đạo về nhiệm vụ 5: send/);
      expect(decided(begun)).not.toContainEqual(heard);
      for (const end of ['đã gửi', 'không gửi được'] as const)
        expect(decided(begun, ledgerRow(begun.key, end, '2025-11-10 08:30'))).toContainEqual(heard);
    },
  );

  test.each([
    ['its task is in doubt', 'đang gửi', {}, { doubts: [{ scope: { round: 'T2' }, reason: 'dòng 3' }] }],
    ['its task rests', 'đang gửi', { paused: true }, {}],
    ['nobody approves its task any more', 'gửi lại sau', { task: aTask('T2', { approved: null }) }, {}],
    ['it lies ready as a file', 'đã xuất', {}, {}],
  ] as const)('but hears when the time to answer is over that it would have given: %s', (_, state, task, own) => {
    const told = [late(1, '2025-11-03 08:30'), late(3, '2025-11-05 08:30')];
    const begun = 'T2/HPG/nhiem-vu/1@2025-11-07';
    const rows = [
      ...told,
      ledgerRow(begun, 'đang gửi', '2025-11-10 08:05'),
      ...(state === 'đang gửi' ? [] : [ledgerRow(begun, state, '2025-11-10 08:05')]),
    ];
    const isTold = (now: string) =>
      lines(plan(now, [overdue('T1'), overdue('T2', '2025-11-07', task)], { rows, ...own })).some((line) =>
        /^Báo cáo lãnh đạo về nhiệm vụ 5: send/.test(line),
      );
    expect(isTold('2025-11-12 15:00')).toBe(false);
    expect(isTold('2025-11-13 08:30')).toBe(true);
  });

  test.each(['gửi lại sau', 'không gửi được'] as const)(
    'and waits for one that goes again however long ago it was begun, not for one that no address takes: %s',
    (state) => {
      const begun = 'T2/HPG/nhiem-vu/1@2025-11-07';
      const rows = [
        late(1, '2025-11-03 08:30'),
        late(3, '2025-11-05 08:30'),
        ledgerRow(begun, 'đang gửi', '2025-11-10 08:05'),
        ledgerRow(begun, state, '2025-11-10 08:05'),
      ];
      const told = lines(plan('2025-11-13 08:30', [overdue('T1'), overdue('T2', '2025-11-07')], { rows }));
      const isTold = told.some((line) => /^Báo cáo lãnh đạo về nhiệm vụ 5: send/.test(line));
      expect(isTold).toBe(state === 'không gửi được');
    },
  );

  test('a day that a coordinator set is told before it counts', () => {
    const set = overdue('T1', '2025-10-31', { isWritten: false, approvedAt: at('2025-10-31 09:00') });
    expect(played('2025-11-01', 8, [set])).toEqual([
      '2025-11-03 Nhắc nhiệm vụ: T1',
      '2025-11-06 Nhiệm vụ quá hạn 1: T1',
    ]);
  });

  test('a day that it heard of on its last day counts from a whole working day later', () => {
    const set = overdue('T1', '2025-10-31', { isWritten: false, approvedAt: at('2025-10-30 09:00') });
    expect(played('2025-10-31', 6, [set])).toEqual([
      '2025-10-31 Nhắc nhiệm vụ: T1',
      '2025-11-04 Nhiệm vụ quá hạn 1: T1',
    ]);
  });

  const longer = overdue('T1', '2025-11-14', {
    isWritten: false,
    extension: { at: at('2025-11-04 09:00'), reason: 'Bão số 12' },
    shownAt: at('2025-11-04 09:00'),
  });

  test('more time is told, takes back the late notice, and counts from the beginning', () => {
    const rows = [late(1, '2025-11-03 08:30')];
    const [{ notice } = {}] = planNotices(input('2025-11-04 09:10', [longer], { rows })).leaving;
    expect(notice).toMatchObject({
      kind: 'Hạn mới của nhiệm vụ',
      tasks: [{ tells: 'news', withdraws: at('2025-11-03 08:30'), formerly: dueBy('2025-10-31') }],
    });
    expect(played('2025-11-05', 14, [longer], { rows })).toEqual([
      '2025-11-05 Hạn mới của nhiệm vụ: T1',
      '2025-11-07 Nhắc nhiệm vụ: T1',
      '2025-11-11 Nhắc nhiệm vụ: T1',
      '2025-11-13 Nhắc nhiệm vụ: T1',
      '2025-11-14 Nhắc nhiệm vụ: T1',
      '2025-11-17 Nhiệm vụ quá hạn 1: T1',
    ]);
  });

  describe('a task told of in the mail for another one alone', () => {
    const takenUp = at('2025-10-28 09:00');
    const other = overdue('T2', '2025-10-28');
    const own = overdue('T1', '2025-10-31', { approvedAt: takenUp });
    const told = (when: string, tasks: PolicyInput['tasks'], rows: NonNullable<Own['rows']> = []) =>
      planNotices(input(when, tasks, { rows })).leaving[0]?.notice.tasks?.map(
        ({ task, tells }) => `${task.id} ${tells}`,
      );
    /** The ledger after a run whose mails went. */
    const gone = (when: string, tasks: PolicyInput['tasks'], rows: NonNullable<Own['rows']> = []) => {
      const { decided } = planNotices(input(when, tasks, { rows }));
      return [
        ...rows,
        ...decided.flatMap(({ notice, fate }) => {
          if (fate.do === 'send') return [went(notice.key, when, { kind: notice.kind })];
          return fate.do === 'settle' ? [merged(notice.key, when)] : [];
        }),
      ];
    };

    const ofT1 = (rows: NonNullable<Own['rows']>) =>
      rows.filter(({ key }) => key.startsWith('T1/')).map(({ key, state }) => `${key} ${state}`);

    test('is settled with that mail, once', () => {
      const rows = gone('2025-10-29 08:30', [other, own]);
      expect(told('2025-10-29 08:30', [other, own])).toEqual(['T2 late', 'T1 due']);
      expect(ofT1(rows)).toEqual(['T1/HPG/nhac-nhiem-vu/-3@2025-10-31 gộp vào thư mạnh hơn']);
      expect(lines(plan('2025-10-29 08:40', [other, own], { rows }))).toEqual([]);
    });

    test('hears at once of more time', () => {
      const rows = gone('2025-10-29 08:30', [other, own]);
      const given = { isWritten: false, approvedAt: takenUp, shownAt: at('2025-10-29 14:00') };
      const moved = overdue('T1', '2025-11-14', given);
      expect(told('2025-10-29 14:10', [other, moved], rows)).toEqual(['T2 late', 'T1 news']);
      expect(told('2025-10-29 14:10', [other, moved], [went('T2/HPG/nhiem-vu/1@2025-10-28', '2025-10-29 08:30')])).toBe(
        undefined,
      );
    });

    test('knows from then a day that a coordinator set, and is called late by it', () => {
      const set = { ...own, isWritten: false };
      const rows = gone('2025-10-29 08:30', [other, set]);
      expect(told('2025-11-03 08:30', [set], rows)).toEqual(['T1 late']);
      expect(told('2025-11-03 08:30', [set])).toEqual(['T1 ask']);
    });

    test('and is not told of while nothing lets it be', () => {
      for (const lock of [{ approvedAt: null }, { paused: true }, { task: aTask('T1', { approved: null }) }]) {
        const held = { ...own, ...lock };
        expect(ofT1(gone('2025-10-29 08:30', [other, held]))).toEqual([]);
      }
    });
  });

  describe('what went along with a mail that came to its end without going is due as before', () => {
    const given = { extension: { at: at('2025-11-03 08:00'), reason: 'Bão số 12' }, shownAt: at('2025-11-03 08:00') };
    const takenUp = { confirmed: true, approvedAt: at('2025-11-03 08:20') };
    const toLeaders = (task: string) => `${task}/HPG/lanh-dao-nhiem-vu/5@2025-10-31`;
    const pressed = [late(1, '2025-11-03 08:30', 'T2'), late(3, '2025-11-05 08:30', 'T2')];

    test.each([
      ['a reminder', overdue('T2', '2025-11-06'), 'T2/HPG/nhac-nhiem-vu/-3@2025-11-06', '2025-11-03', []],
      ['a late notice', overdue('T2'), 'T2/HPG/nhiem-vu/1@2025-10-31', '2025-11-03', []],
      ['a question', overdue('T2', '2025-10-10', takenUp), 'T2/HPG/nhac-nhiem-vu/hoi@2025-10-10', '2025-11-03', []],
      [
        'news of more time',
        overdue('T2', '2025-11-28', { ...given, isWritten: false }),
        'T2/HPG/han-nhiem-vu/1@2025-11-28',
        '2025-11-03',
        [went('T2/HPG/nhac-nhiem-vu/0@2025-10-31', '2025-10-31 08:30')],
      ],
      ['word to the leadership', overdue('T2'), toLeaders('T2'), '2025-11-10', pressed],
    ] as const)('%s', (_, task, key, day, before) => {
      const head = key === toLeaders('T2') ? toLeaders('T1') : 'T1/HPG/nhiem-vu/1@2025-10-31';
      const claimed = [merged(key, `${day} 08:30`), ledgerRow(head, 'đang gửi', `${day} 08:30`)];
      const leaving = (...rows: NonNullable<Own['rows']>) =>
        planNotices(input(`${day} 14:00`, [task], { rows: [...before, ...claimed, ...rows] })).leaving.map(
          ({ notice }) => notice.key,
        );
      expect(leaving(ledgerRow(head, 'gửi lại sau', `${day} 13:59`))).not.toContain(key);
      expect(leaving(went(head, `${day} 08:31`))).not.toContain(key);
      expect(leaving(ledgerRow(head, 'không cần nữa', `${day} 11:00`))).toContain(key);
    });
  });

  test('good news goes beside the day’s other mail', () => {
    const rows = [late(1, '2025-11-04 08:30')];
    expect(planNotices(input('2025-11-04 09:10', [longer], { rows })).leaving).toHaveLength(1);
  });
});
