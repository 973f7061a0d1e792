import { describe, expect, test } from 'vitest';
import type { PastLogs } from '../../../functions/domain/notices/past-day.ts';
import { verifyDay } from '../../../functions/domain/notices/verify.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { ChangeRow, LedgerRow, Report } from '../../../sheets-schema/tabs/logs.ts';
import { aReport, at, day, dueBy, ledgerRow } from './notice-world.ts';

function change(subject: string, value: string | null, when = '2025-10-20 08:00'): ChangeRow {
  return { seenAt: at(when), subject, old: null, new: value };
}

function decided(decision: Decision['decision'], when: string, own: Partial<Decision> = {}): ChangeRow {
  const about = { subject: '2025-10', unit: 'HPG', item: null, value: null, reason: null, by: 'Điều phối', ...own };
  return change(`decision/${decision}`, JSON.stringify({ at: at(when).toString(), decision, ...about }), when);
}

/** One unit, asked by 31/10, and mail on. */
const facts: readonly ChangeRow[] = [
  change('round/2025-10/strict', '2025-10-31'),
  change('round/2025-10/opens', at('2025-10-20 08:00').toString()),
  change('round/2025-10/state', 'Đang mở'),
  change('round/2025-10/approved', 'Có'),
  change('round/2025-10/expected', 'HPG'),
  change('setting/mail', 'Bật'),
  change('setting/goLive', '45940.5'),
];

function sent(key: string, when: string, own: Partial<LedgerRow> = {}): readonly LedgerRow[] {
  const unit = key.split('/')[1] || null;
  return (['đang gửi', 'đã gửi'] as const).map((state) => ledgerRow(key, state, when, { unit, ...own }));
}

/** Every mail of a unit that never files, and its day. */
const MAILS = [
  ['moi/0@mot-lan', '2025-10-20'],
  ['nhac/-5@2025-10-31', '2025-10-24'],
  ['nhac/-3@2025-10-31', '2025-10-28'],
  ['nhac/-1@2025-10-31', '2025-10-30'],
  ['nhac/0@2025-10-31', '2025-10-31'],
  ['qua-han/1@2025-10-31', '2025-11-03'],
  ['qua-han/3@2025-10-31', '2025-11-05'],
  ['lanh-dao/5@2025-10-31', '2025-11-07'],
] as const;

const ladder = MAILS.flatMap(([key, when]) => sent(`2025-10/HPG/${key}`, `${when} 09:00`));

function logsOf(own: Partial<Omit<PastLogs, 'saying' | 'asking'>> = {}): PastLogs {
  const logs = { ledger: ladder, changes: facts, reports: [], ...own };
  return { ...logs, saying: new Map(logs.reports.map(({ version }) => [version, true])), asking: new Map() };
}

const without = (...parts: readonly string[]) => ladder.filter(({ key }) => !parts.some((part) => key.includes(part)));
const problemsOn = (iso: string, logs: PastLogs) => verifyDay(day(iso), logs).map(({ problem }) => problem);
const keysOn = (iso: string, logs: PastLogs) => verifyDay(day(iso), logs).map(({ key }) => key);

const days = Array.from({ length: 19 }, (_, n) => day('2025-10-20').add({ days: n }));
const gapDays = (logs: PastLogs) => days.filter((each) => verifyDay(each, logs).length > 0).map(String);

describe('what the logs of past days prove', () => {
  test('whoever was written to on each of its days has no gap', () => {
    expect(gapDays(logsOf())).toEqual([]);
  });

  test.each(MAILS)('%s is missed from its day on', (key, when) => {
    expect(gapDays(logsOf({ ledger: without(key) }))[0]).toBe(when);
  });

  test('a gap names the mail and since when it was due', () => {
    expect(verifyDay(day('2025-10-28'), logsOf({ ledger: without('/nhac/-3@') }))).toEqual([
      {
        key: '2025-10/HPG/nhac/-3@2025-10-31',
        unit: 'HPG',
        problem: 'Nhắc việc: đến lúc gửi từ 08:30 ngày 28/10/2025, nhật ký không ghi gì.',
      },
    ]);
  });

  test.each(['2025-10/HPG/nhac/-3@2025-10-31', 'digest//ban-tin/1@2025-10-28', '2025-10/HPG/loai-moi/1@mot-lan'])(
    'a claim that never got a result is a gap, of whatever kind: %s',
    (key) => {
      const claim = ledgerRow(key, 'đang gửi', '2025-10-28 09:00');
      const ledger = [
        ...without('/nhac/-3@'),
        claim,
        ...(key.includes('-3') ? [] : sent('2025-10/HPG/nhac/-3@2025-10-31', '2025-10-28 09:00')),
      ];
      const known = key.includes('loai-moi') ? [] : [expect.stringContaining('chỉ có "đang gửi", không có kết quả.')];
      expect(problemsOn('2025-10-28', logsOf({ ledger }))).toEqual(known);
    },
  );

  const silent = without('/nhac/-5@');
  test.each([
    ['mail was off', change('setting/mail', 'Tắt', '2025-10-24 08:40')],
    ['the day became a holiday', change('holiday/2025-10-24', 'Nghỉ; đề xuất', '2025-10-23 15:00')],
    ['the file was in doubt', change('doubt/all', 'Bảng được khôi phục.', '2025-10-24 08:40')],
    ['the round was in doubt', change('doubt/round/2025-10', 'Kỳ đọc không rõ.', '2025-10-24 08:40')],
    ['the unit was in doubt', change('doubt/unit/HPG/2025-10', 'Quyết định dở.', '2025-10-24 08:40')],
    ['the daily cap was reached', change('cap/cap', 'Đã đủ hạn mức.', '2025-10-24 08:40')],
    ['the mark of operation was moved', change('setting/goLive', '46000', '2025-10-24 08:00')],
    ['the approval was taken back', { ...change('round/2025-10/approved', null, '2025-10-24 08:00'), old: 'Có' }],
  ])('a mail held because %s is no gap', (_, held) => {
    const on = (changes: readonly ChangeRow[]) => problemsOn('2025-10-24', logsOf({ ledger: silent, changes }));
    expect(on(facts)).toHaveLength(1);
    expect(on([...facts, held])).toEqual([]);
  });

  test('what holds late notices alone excuses no reminder', () => {
    const held = (when: string) => [...facts, change('doubt/late/2025-10', 'Ô hạn đang ghi khác.', when)];
    const on = (iso: string, part: string) =>
      problemsOn(
        iso,
        logsOf({
          ledger: [...without(part), ...sent('digest//ban-tin/1@2025-11-03', '2025-11-03 08:00')],
          changes: held(`${iso} 08:40`),
        }),
      );
    expect(on('2025-11-03', '/qua-han/1@')).toEqual([]);
    expect(on('2025-10-24', '/nhac/-5@')).toHaveLength(1);
  });

  test('a mail that waits for a reason of its own is no gap while the reason stands', () => {
    const due = (heldBy: string | null, when: string) =>
      ledgerRow('2025-10/HPG/nhac/-5@2025-10-31', 'đến hạn', when, { unit: 'HPG', heldBy });
    const paused = due('Điều phối viên tạm dừng nhắc đơn vị.', '2025-10-24 08:30');
    expect(problemsOn('2025-10-24', logsOf({ ledger: [...silent, paused] }))).toEqual([]);
    expect(problemsOn('2025-10-24', logsOf({ ledger: [...silent, paused, due(null, '2025-10-24 11:30')] }))).toEqual([
      expect.stringContaining('chỉ có "đến hạn", không có kết quả'),
    ]);
  });

  test('what was decided only later does not excuse an earlier day', () => {
    const changes = [...facts, change('setting/mail', 'Tắt', '2025-10-27 08:00')];
    expect(problemsOn('2025-10-24', logsOf({ ledger: silent, changes }))).toHaveLength(1);
  });

  test('what the last run of the day learned excuses what it did not send', () => {
    const learned = (time: string) =>
      problemsOn(
        '2025-10-24',
        logsOf({ ledger: silent, changes: [...facts, change('doubt/round/2025-10', 'dòng 3', `2025-10-24 ${time}`)] }),
      );
    expect(learned('15:55')).toEqual([]);
    expect(learned('16:05')).toHaveLength(1);
  });

  test('a day without any run is said to be one, and nothing else of it', () => {
    const runs = ['2025-10-23', '2025-10-27'].map((iso) => change(`run/${iso}`, 'x', `${iso} 08:00`));
    expect(verifyDay(day('2025-10-24'), logsOf({ ledger: silent, changes: [...facts, ...runs] }))).toEqual([
      {
        key: 'run/2025-10-24',
        unit: null,
        problem: 'Cả ngày không có lần chạy nào; 1 thư đến lúc gửi không có kết quả.',
      },
    ]);
  });

  test('a mail put off is tried again every day', () => {
    const later = ledgerRow('2025-10/HPG/nhac/-5@2025-10-31', 'gửi lại sau', '2025-10-24 09:00', { unit: 'HPG' });
    expect(gapDays(logsOf({ ledger: [...silent, later] }))[0]).toBe('2025-10-27');
  });
});

/** A task that was shown on 20/10, and approved. */
const taskBy = (last: string, approvedAt: string) => [
  change('task/T1', `HPG@${last}`, '2025-10-20 07:00'),
  change('approval/T1', `${last}; ; văn bản; HPG`, approvedAt),
];

test.each([
  ['after the windows', '23:26', []],
  ['in the last hour', '15:30', []],
  ['before it', '14:30', ['2025-10/HPG/nhac/-3@2025-10-31']],
])('what was held until that evening is accounted for, what was freed with time to go is not: %s', (_, freed, gaps) => {
  const key = '2025-10/HPG/nhac/-3@2025-10-31';
  const waited = (when: string, heldBy: string | null) => ledgerRow(key, 'đến hạn', `2025-10-28 ${when}`, { heldBy });
  const ledger = [
    ...without('/nhac/-3@'),
    waited('08:30', 'Điều phối viên tạm dừng nhắc đơn vị.'),
    waited(freed, null),
  ];
  expect(keysOn('2025-10-28', logsOf({ ledger }))).toEqual(gaps);
});

test('the leadership is owed nothing of a task on a day on which a mail to its agency had no end', () => {
  const ledger = [
    ...sent('T1/HPG/nhiem-vu/1@2025-10-24', '2025-10-27 09:00'),
    ...sent('T1/HPG/nhiem-vu/3@2025-10-24', '2025-10-29 09:00'),
  ];
  const changes = [...facts, ...taskBy('2025-10-24', '2025-10-24 15:00')];
  const owed = (...rows: readonly LedgerRow[]) =>
    keysOn('2025-11-03', logsOf({ ledger: [...ledger, ...rows], changes })).filter((key) => key.includes('/lanh-dao-'));
  const begun = ledgerRow('T2/HPG/nhiem-vu/1@2025-10-31', 'gửi lại sau', '2025-11-03 08:30', { unit: 'HPG' });
  expect(owed(begun)).toEqual([]);
  const ended = { ...begun, at: at('2025-11-03 09:00'), state: 'không cần nữa' } as const;
  for (const rows of [[], [begun, ended]]) expect(owed(...rows)).toEqual(['T1/HPG/lanh-dao-nhiem-vu/5@2025-10-24']);
});

/** What falls due by a record: on which day it is missed, and under which key the ledger tells of it. */
const BY_RECORD: readonly (readonly [string, string, string, readonly ChangeRow[], readonly Report[]])[] = [
  ['a task', 'T1/HPG/nhiem-vu/1@2025-10-24', '2025-10-27', taskBy('2025-10-24', '2025-10-24 15:00'), []],
  ['a task to come', 'T1/HPG/nhac-nhiem-vu/0@2025-10-29', '2025-10-29', taskBy('2025-10-29', '2025-10-28 15:00'), []],
  [
    'a task taken up late',
    'T1/HPG/nhac-nhiem-vu/hoi@2025-10-24',
    '2025-10-27',
    taskBy('2025-10-24', '2025-10-27 10:00'),
    [],
  ],
  [
    'who takes part in a task',
    'T1/BTP/phoi-hop-nhiem-vu/1@mot-lan',
    '2025-10-28',
    [...taskBy('2025-12-31', '2025-10-28 10:00'), change('helpers/T1', 'BTP', '2025-10-20 07:00')],
    [],
  ],
  [
    'who takes part in a task since it was approved',
    'T1/BTP/phoi-hop-nhiem-vu/1@mot-lan',
    '2025-10-28',
    [
      ...taskBy('2025-12-31', '2025-10-21 10:00'),
      change('helpers/T1', '–', '2025-10-20 07:00'),
      { ...change('helpers/T1', 'BTP', '2025-10-28 10:00'), old: '–' },
    ],
    [],
  ],
  ['a receipt', '2025-10/HPG/tiep-nhan/1@BC-1', '2025-10-29', [], [aReport('BC-1', '2025-10-29 10:00')]],
  [
    'a supplement',
    '2025-10/HPG/bo-sung/1.3+1.4@mot-lan',
    '2025-10-29',
    [change('lacking/HPG/2025-10', '1.3; 1.4', '2025-10-28 07:00')],
    [aReport('BC-1', '2025-10-28 07:00')],
  ],
  [
    'a report that was returned',
    '2025-10/HPG/tra-lai/1@BC-1',
    '2025-10-29',
    [decided('Trả lại để bổ sung', '2025-10-29 10:00')],
    [aReport('BC-1', '2025-10-28 07:00')],
  ],
  [
    'a question about an unverified report',
    '2025-10/HPG/chua-xac-minh/1@2025-10-31',
    '2025-10-29',
    [],
    [
      aReport('BC-1', '2025-10-29 10:00', {
        identity: 'Chờ xác minh đơn vị',
        unit: null,
        claimedUnit: 'HPG',
        formId: 'f',
      }),
    ],
  ],
  [
    'an extension',
    '2025-10/HPG/gia-han/1@2025-11-10',
    '2025-10-29',
    [decided('Gia hạn', '2025-10-29 10:00', { value: '10/11/2025' })],
    [],
  ],
  [
    'a deadline that was brought forward',
    '2025-10/HPG/doi-han/1@2025-10-30',
    '2025-10-27',
    [decided('Đồng ý thay đổi', '2025-10-27 10:00', { value: '30/10/2025' })],
    [],
  ],
  [
    'a link that was changed',
    `2025-10/HPG/doi-duong-dan/${at('2025-10-29 10:00')}@mot-lan`,
    '2025-10-29',
    [decided('Đổi đường dẫn', '2025-10-29 10:00')],
    [],
  ],
  [
    'samples',
    `2025-10//thu-mau/${at('2025-10-29 10:00')}+moi@mot-lan`,
    '2025-10-29',
    [decided('Gửi thư mẫu', '2025-10-29 10:00', { unit: null })],
    [],
  ],
  [
    'the digest of a morning without a coordinator',
    'digest//ban-tin/1@2025-10-29',
    '2025-10-29',
    [change('still/contacts', 'Danh bạ không có dòng Điều phối đang dùng', '2025-10-28 15:00')],
    [],
  ],
  [
    'the digest of a morning on which something stood still',
    'digest//ban-tin/1@2025-10-29',
    '2025-10-29',
    [change('doubt/round/X', 'Ô "Hạn điều chỉnh" chưa đọc được', '2025-10-28 15:00')],
    [],
  ],
];

describe('what is due by a record', () => {
  /** Steps of a deadline that moved are none of this. */
  const usual = MAILS.filter(([key]) => /^(?:moi|nhac\/-[53])/.test(key));
  const before = usual.flatMap(([key, when]) => sent(`2025-10/HPG/${key}`, `${when} 09:00`));

  test.each(BY_RECORD)('%s has an account, or is missed: %s', (_, key, when, changes, reports) => {
    const world = { changes: [...facts, ...changes], reports };
    const receipts = reports.flatMap(({ version, unit }) =>
      unit && !key.includes('/tiep-nhan/') ? sent(`2025-10/${unit}/tiep-nhan/1@${version}`, '2025-10-28 07:00') : [],
    );
    const isOf = (one: string) => one.split('/')[2] === key.split('/')[2];
    const ledger = [...before, ...receipts];
    expect(keysOn(when, logsOf({ ...world, ledger })).filter(isOf)).toHaveLength(1);
    const told = key.includes('-han/') ? { told: [{ day: dueBy(key.slice(-10)).lastDay, time: null }] } : {};
    const mailed = [...ledger, ...sent(key, `${when} 14:00`, { unit: null, ...told })];
    expect(keysOn(when, logsOf({ ...world, ledger: mailed })).filter(isOf)).toEqual([]);
  });

  test('who is asked first how things stand is called late only after that, however long the question rests', () => {
    const asked = ledgerRow('T1/HPG/nhac-nhiem-vu/hoi@2025-10-24', 'đến hạn', '2025-10-27 10:00', {
      unit: 'HPG',
      heldBy: 'Điều phối viên tạm dừng nhắc đơn vị.',
    });
    const late = (...changes: readonly ChangeRow[]) => {
      const world = { changes: [...facts, ...taskBy('2025-10-24', '2025-10-27 10:00'), ...changes] };
      return keysOn('2025-11-03', logsOf({ ...world, ledger: [...before, asked] })).filter((key) =>
        key.startsWith('T1/'),
      );
    };
    const contact = change('contact/HPG-1', 'HPG; Đầu mối; HPG-1#a1b2c3; đang dùng', '2025-10-20 07:00');
    expect(late(contact)).toEqual([]);
    // Whoever no address reaches has had its time all the same.
    expect(late()).toEqual(['T1/HPG/nhiem-vu/1@2025-10-24', 'T1/HPG/nhiem-vu/3@2025-10-24']);
  });

  test('of a task that was approved before anybody kept who takes part nobody is told', () => {
    const helps = (...changes: readonly ChangeRow[]) =>
      keysOn(
        '2025-10-28',
        logsOf({ changes: [...facts, ...taskBy('2025-12-31', '2025-10-21 10:00'), ...changes] }),
      ).filter((key) => key.includes('phoi-hop'));
    const kept = change('helpers/T1', 'BTP', '2025-10-28 08:00');
    expect(helps(kept)).toEqual([]);
    const again = [
      change('approval/T1', null, '2025-10-28 10:00'),
      change('approval/T1', '2025-12-31; ; văn bản; HPG', '2025-10-28 10:10'),
    ];
    expect(helps(kept, ...again)).toEqual(['T1/BTP/phoi-hop-nhiem-vu/1@mot-lan']);
    const joined = { ...change('helpers/T1', 'BTP; BCA', '2025-10-28 09:00'), old: 'BTP' };
    expect(helps(kept, joined)).toEqual(['T1/BCA/phoi-hop-nhiem-vu/1@mot-lan']);
    // A run that had to write twice shows and approves at one moment.
    expect(helps(change('helpers/T1', 'BTP', '2025-10-21 10:00'))).toEqual(['T1/BTP/phoi-hop-nhiem-vu/1@mot-lan']);
  });

  test('mail that was switched off is told the next morning, and then once a week', () => {
    const off = change('setting/mail', 'Tắt', '2025-10-28 10:00');
    const told = sent('digest//ban-tin/1@2025-10-29', '2025-10-29 08:05');
    const world = {
      changes: [...facts, off],
      ledger: [...ladder.filter((row) => row.at.epochMilliseconds < at('2025-10-28 10:00').epochMilliseconds), ...told],
    };
    expect(gapDays(logsOf(world))).toEqual(['2025-11-05', '2025-11-06', '2025-11-07']);
    expect(gapDays(logsOf({ ...world, ledger: world.ledger.filter(({ key }) => !key.startsWith('digest')) }))[0]).toBe(
      '2025-10-29',
    );
  });

  test('nobody can tell of a morning on which the ledger itself could not be written', () => {
    const lost = change('doubt/all', 'không đọc được tab "Nhật ký thư"', '2025-10-28 15:00');
    expect(gapDays(logsOf({ changes: [...facts, lost] }))).toEqual([]);
  });
});

describe('a report', () => {
  const report = aReport('BC-1', '2025-10-28 07:00');
  const receipt = sent('2025-10/HPG/tiep-nhan/1@BC-1', '2025-10-28 07:00');
  const asked = ladder.filter(({ at: when }) => when.epochMilliseconds < report.seenAt.epochMilliseconds);

  test('ends the ladder', () => {
    expect(gapDays(logsOf({ ledger: [...asked, ...receipt], reports: [report] }))).toEqual([]);
    expect(gapDays(logsOf({ ledger: [...asked, ...receipt] }))[0]).toBe('2025-10-28');
  });

  test('after the lock stops nothing until somebody takes it', () => {
    const late = aReport('BC-1', '2025-11-03 10:00');
    const ledger = [...ladder, ...sent('2025-10/HPG/tiep-nhan/1@BC-1', '2025-11-03 10:00')];
    const locked = [...facts, change('round/2025-10/locks', '2025-10-31')];
    expect(gapDays(logsOf({ ledger, changes: locked, reports: [late] }))).toEqual([]);
    expect(gapDays(logsOf({ ledger, reports: [late] }))).toContain('2025-11-05');
  });

  test.each<[string, LedgerRow, string]>([
    [
      'twice',
      ledgerRow('2025-10/HPG/nhac/-5@2025-10-31', 'đã gửi', '2025-10-29 09:00'),
      'Thư này đã gửi trước đó rồi.',
    ],
    [
      'out of hours',
      ledgerRow('2025-10/HPG/nhac/-2@2025-10-31', 'đang gửi', '2025-10-29 12:00'),
      'Gửi ngoài khung giờ, lúc 12:00.',
    ],
    [
      'although the report was there',
      ledgerRow('2025-10/HPG/nhac/-2@2025-10-31', 'đang gửi', '2025-10-29 09:00'),
      'Nhắc đơn vị đã gửi báo cáo BC-1.',
    ],
  ])('a mail sent %s is shown', (_, row, problem) => {
    const ledger = [...asked, ...receipt, row];
    expect(problemsOn('2025-10-29', logsOf({ ledger, reports: [report] }))).toContain(problem);
  });

  test('a second mail to a unit on one day is shown, a receipt beside it is not', () => {
    const again = (key: string) =>
      problemsOn('2025-10-28', logsOf({ ledger: [...ladder, ...sent(key, '2025-10-28 15:00')] }));
    expect(again('T1/HPG/nhiem-vu/1@2025-10-20')).toEqual(['Đơn vị nhận quá một thư trong ngày.']);
    expect(again('2025-10/HPG/tiep-nhan/1@BC-1')).toEqual([]);
  });
});
