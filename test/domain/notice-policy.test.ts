import { describe, expect, test } from 'vitest';
import { planNotices } from '../../functions/domain/notice-policy.ts';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  aUnit,
  dueBy,
  filed,
  INVITED,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from './notice-world.ts';

const rung = (step: number, kind = 'nhac') => `2025-10/HPG/${kind}/${step}@2025-10-31`;
const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('the ladder of a unit that has not filed', () => {
  test.each([
    ['before the first step nothing is due', '2025-10-23 10:00', []],
    ['five working days before the last day', '2025-10-24 08:30', ['Nhắc việc -5: send']],
    ['before the hours of that day', '2025-10-24 08:29', []],
    ['a missed morning is made good the same day', '2025-10-24 15:00', ['Nhắc việc -5: send']],
    ['outside the hours it waits for the next window', '2025-10-24 12:00', ['Nhắc việc -5: wait 2025-10-24 13:45']],
    ['over the weekend it waits for Monday', '2025-10-25 09:00', ['Nhắc việc -5: wait 2025-10-27 08:30']],
    [
      'several missed steps become one mail',
      '2025-10-30 09:00',
      ['Nhắc việc -1: send', 'Nhắc việc -3: gộp vào thư mạnh hơn', 'Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    [
      'on Saturday after the deadline reminders have become pointless',
      '2025-11-01 09:00',
      [0, -1, -3, -5].map((step) => `Nhắc việc ${step}: không cần nữa`),
    ],
    [
      'a late notice takes all missed reminders with it',
      '2025-11-03 08:30',
      ['Quá hạn lần 1 1: send', ...[0, -1, -3, -5].map((step) => `Nhắc việc ${step}: gộp vào thư mạnh hơn`)],
    ],
  ])('%s', (_, now, expected) => {
    expect(lines(planNotices(policyInput(now)))).toEqual(expected);
  });

  test.each([
    ['a step that went is not planned again', '2025-10-24 14:00', sent(rung(-5), '2025-10-24 08:30'), []],
    [
      'a step added below one that went is settled',
      '2025-10-29 09:00',
      sent(rung(-3), '2025-10-28 08:30'),
      ['Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    ['a restored file repeats nothing', '2025-10-24 14:00', ledgerRow(rung(-5), 'khôi phục', '2025-10-24 13:50'), []],
  ])('%s', (_, now, row, expected) => {
    expect(lines(planNotices(policyInput(now, { rows: [...invitedRows, row] })))).toEqual(expected);
  });

  test('late notices are numbered by those that went, not by their step', () => {
    const late = (rows: readonly ReturnType<typeof sent>[]) => {
      const plan = planNotices(policyInput('2025-11-05 09:00', { rows: [...invitedRows, ...rows] }));
      const first = plan.find(({ fate }) => fate.do === 'send');
      return [first?.notice.kind, first?.notice.step, first?.notice.nth];
    };
    expect(late([])).toEqual(['Quá hạn lần 1', '3', 1]);
    expect(late([sent(rung(1, 'qua-han'), '2025-11-03 08:30')])).toEqual(['Quá hạn lần 2', '3', 2]);
    expect(late([ledgerRow(rung(1, 'qua-han'), 'gộp vào thư mạnh hơn', '2025-11-03 08:30')])).toEqual([
      'Quá hạn lần 1',
      '3',
      1,
    ]);
  });

  test.each([
    ['filed before a step was due: it never was', '2025-10-28 08:29', '2025-10-28 09:00', []],
    ['filed after it was due: settled', '2025-10-28 08:31', '2025-10-28 09:00', ['Nhắc việc -3: đã nộp']],
  ])('%s', (_, filedAt, now, expected) => {
    const rows = [...invitedRows, sent(rung(-5), '2025-10-24 08:30')];
    const plan = planNotices(policyInput(now, { rows, statuses: [aStatus({ ...filed(filedAt), versions: [] })] }));
    expect(lines(plan)).toEqual(expected);
  });

  test('a last day on Sunday is reminded of on Friday, and late on Monday at the earliest', () => {
    const statuses = [aStatus({ effective: dueBy('2025-11-02') })];
    const on = (now: string) => lines(planNotices(policyInput(now, { statuses })))[0];
    expect(on('2025-10-31 08:30')).toBe('Nhắc việc 0: send');
    expect(on('2025-11-03 08:30')).toBe('Quá hạn lần 1 1: send');
  });

  test('a deadline that moved is a new ladder', () => {
    const rows = [...invitedRows, sent(rung(-5), '2025-10-24 08:30'), sent(rung(-3), '2025-10-28 08:30')];
    const statuses = [aStatus({ effective: dueBy('2025-11-04') })];
    const plan = planNotices(policyInput('2025-10-28 14:00', { rows, statuses }));
    expect(plan.map(({ notice, fate }) => [notice.key, fate.do])).toEqual([['2025-10/HPG/nhac/-5@2025-11-04', 'wait']]);
  });

  test('the steps of the round stand before those of Cài đặt', () => {
    const statuses = [aStatus({ round: aRound({ steps: ['-2', '2'] }) })];
    expect(lines(planNotices(policyInput('2025-10-28 09:00', { statuses })))).toEqual([]);
    expect(lines(planNotices(policyInput('2025-10-29 09:00', { statuses })))).toEqual(['Nhắc việc -2: send']);
  });
});

describe('the invitation', () => {
  test.each([
    ['not before the round opens', '2025-10-20 07:59', {}, []],
    ['then at the first sending hour', '2025-10-20 08:00', {}, ['Mời gửi báo cáo 0: wait 2025-10-20 08:30']],
    ['and it stands alone: earlier steps are dropped', '2025-10-30 09:00', {}, ['Mời gửi báo cáo 0: send']],
    ['even when the deadline has passed', '2025-11-05 09:00', {}, ['Mời gửi báo cáo 0: send']],
    [
      'not to a unit that has filed',
      '2025-10-30 09:00',
      filed('2025-10-29 10:00', { versions: [] }),
      ['Mời gửi báo cáo 0: đã nộp'],
    ],
  ])('%s', (_, now, status, expected) => {
    expect(lines(planNotices(policyInput(now, { rows: [], statuses: [aStatus(status)] })))).toEqual(expected);
  });

  test('a moved deadline does not invite again', () => {
    const statuses = [aStatus({ effective: dueBy('2025-12-31') })];
    expect(planNotices(policyInput('2025-10-30 09:00', { statuses }))).toEqual([]);
  });

  test('late steps that fell due before it are dropped, those after it count as the first', () => {
    const plan = planNotices(policyInput('2025-11-05 09:00', { rows: [sent(INVITED, '2025-11-03 10:00')] }));
    expect(lines(plan)).toEqual(['Quá hạn lần 1 3: send']);
  });

  test.each([
    ['a closed round asks for nothing', 'Đã đóng', []],
    [
      'one in preparation shows what is missing',
      'Chuẩn bị',
      ['Mời gửi báo cáo 0: hold: Kỳ báo cáo chưa chuyển sang Đang mở.'],
    ],
  ] as const)('%s', (_, state, expected) => {
    const statuses = [aStatus({ round: aRound({ state }) })];
    expect(lines(planNotices(policyInput('2025-10-30 09:00', { rows: [], statuses })))).toEqual(expected);
  });
});

describe('the letter of 23/10/2025, due the day it was signed', () => {
  const letter = aRound({
    opensAt: aReport('x', '2025-10-23 14:00').seenAt,
    strictDeadline: { day: dueBy('2025-10-23').lastDay, time: null },
  });
  const plan = (now: string, rows: readonly ReturnType<typeof sent>[], effective = '2025-10-23') =>
    lines(planNotices(policyInput(now, { rows, statuses: [aStatus({ round: letter, effective: dueBy(effective) })] })));
  const invited = [sent(INVITED, '2025-10-23 14:00')];

  test('the invitation goes at once and is the only mail of the day', () => {
    expect(plan('2025-10-23 14:00', [])).toEqual(['Mời gửi báo cáo 0: send']);
    expect(plan('2025-10-23 15:00', invited)).toEqual([]);
  });

  test('by the letter alone the unit is late the next working day', () => {
    expect(plan('2025-10-24 08:30', invited)).toEqual(['Quá hạn lần 1 1: send']);
  });

  test('with an effective deadline of 27/10 reminders and late notices follow that one', () => {
    expect(plan('2025-10-24 08:30', invited, '2025-10-27')).toEqual(['Nhắc việc -1: send']);
    expect(
      plan('2025-10-27 08:30', [...invited, sent('2025-10/HPG/nhac/-1@2025-10-27', '2025-10-24 08:30')], '2025-10-27'),
    ).toEqual(['Nhắc việc 0: send']);
    expect(plan('2025-10-28 08:30', invited, '2025-10-27')[0]).toBe('Quá hạn lần 1 1: send');
  });
});

describe('what holds a mail', () => {
  const hold = (reason: string) => [`Nhắc việc -5: hold: ${reason}`];
  const statusWith = (own: Parameters<typeof aStatus>[0]) => ({ statuses: [aStatus(own)] });
  test.each([
    ['mail is off', { settings: { ...usualSettings, mail: 'Tắt' } }, 'Gửi thư đang Tắt trong Cài đặt.'],
    [
      'the round is not approved',
      statusWith({ round: aRound({ approved: false }) }),
      'Kỳ báo cáo chưa được Duyệt gửi.',
    ],
    ['all is in doubt', { doubts: [{ scope: 'all', reason: 'Bảng được khôi phục.' }] }, 'Bảng được khôi phục.'],
    [
      'the round is in doubt',
      { doubts: [{ scope: { round: '2025-10' }, reason: 'Kỳ đọc không rõ.' }] },
      'Kỳ đọc không rõ.',
    ],
    [
      'the unit is in doubt',
      { doubts: [{ scope: { round: '2025-10', unit: 'HPG' }, reason: 'Quyết định dở.' }] },
      'Quyết định dở.',
    ],
    ['the unit is paused', statusWith({ paused: true }), 'Điều phối viên tạm dừng nhắc đơn vị.'],
    ['nobody is to write to', { contacts: [] }, 'Chưa có người nhận đang dùng trong Danh bạ.'],
    [
      'the contact is out of use',
      { contacts: [aContact('HPG-1', { active: false })] },
      'Chưa có người nhận đang dùng trong Danh bạ.',
    ],
    [
      'the contact is a leader',
      { contacts: [aContact('HPG-1', { role: 'Lãnh đạo' })] },
      'Chưa có người nhận đang dùng trong Danh bạ.',
    ],
    [
      'the cap of the day is reached',
      { sentToday: 400 },
      'Đã đủ hạn mức 400 thư của ngày 24/10/2025; thư đi vào ngày làm việc sau.',
    ],
    [
      'the deadline lies before the go-live mark',
      { settings: { ...usualSettings, goLive: dueBy('2025-10-31').before } },
      'Dữ liệu trước vận hành – chờ xác nhận.',
    ],
    [
      'a report waits for somebody to say whose it is',
      statusWith({ pending: [aReport('BC-9', '2025-10-23 10:00')] }),
      'Có báo cáo BC-9 chờ xác minh đơn vị; giữ thư đến 10:00 ngày 27/10/2025.',
    ],
  ] as const)('%s', (_, own, reason) => {
    expect(lines(planNotices(policyInput('2025-10-24 09:00', own)))).toEqual(hold(reason));
  });

  test.each([
    ['a doubt about another unit', { doubts: [{ scope: { round: '2025-10', unit: 'HUE' }, reason: 'x' }] }],
    ['a doubt about another round', { doubts: [{ scope: { round: '2025-11' }, reason: 'x' }] }],
    [
      'a confirmed round from before the mark',
      { confirmedRounds: ['2025-10'], settings: { ...usualSettings, goLive: dueBy('2025-10-31').before } },
    ],
    ['a report pending for more than two working days', statusWith({ pending: [aReport('BC-9', '2025-10-22 09:00')] })],
  ] as const)('%s holds nothing', (_, own) => {
    expect(lines(planNotices(policyInput('2025-10-24 09:00', own)))).toEqual(['Nhắc việc -5: send']);
  });

  test('in doubt nothing is settled either', () => {
    const doubts = [{ scope: 'all', reason: 'Nhật ký thiếu dòng.' }] as const;
    const plan = planNotices(policyInput('2025-11-01 09:00', { doubts }));
    expect(new Set(plan.map(({ fate }) => fate.do))).toEqual(new Set(['hold']));
  });

  test('with mail off what became pointless is still settled', () => {
    const settings = { ...usualSettings, mail: 'Tắt' } as const;
    const statuses = [aStatus(filed('2025-10-24 10:00', { versions: [] }))];
    expect(lines(planNotices(policyInput('2025-10-24 11:00', { settings, statuses })))).toEqual([
      'Nhắc việc -5: đã nộp',
    ]);
  });
});

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

describe('claims and refusals', () => {
  const contact = aContact('HPG-1');
  const claimed = (when: string) => ledgerRow(rung(-5), 'đang gửi', when);
  test.each([
    [
      'a live claim is left alone',
      [claimed('2025-10-24 08:50')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: hold: Đang gửi, chờ kết quả.'],
    ],
    [
      'a lost claim is sent again while still due',
      [claimed('2025-10-24 08:30')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: send'],
    ],
    [
      'a lost claim makes way for a stronger step',
      [claimed('2025-10-24 08:30')],
      '2025-10-28 09:00',
      ['Nhắc việc -3: send', 'Nhắc việc -5: gộp vào thư mạnh hơn'],
    ],
    [
      'a temporary refusal waits a quarter of an hour',
      [claimed('2025-10-24 08:30'), ledgerRow(rung(-5), 'gửi lại sau', '2025-10-24 08:50')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: wait 2025-10-24 09:05'],
    ],
    [
      'then it is tried again',
      [claimed('2025-10-24 08:30'), ledgerRow(rung(-5), 'gửi lại sau', '2025-10-24 08:31')],
      '2025-10-24 09:00',
      ['Nhắc việc -5: send'],
    ],
  ])('%s', (_, rows, now, expected) => {
    expect(lines(planNotices(policyInput(now, { rows: [...invitedRows, ...rows], contacts: [contact] })))).toEqual(
      expected,
    );
  });

  test.each([
    ['the deadline moved', { effective: dueBy('2025-12-31') }, 'không cần nữa'],
    ['the report came', filed('2025-10-24 08:29', { versions: [] }), 'đã nộp'],
    ['the round was closed', { round: aRound({ state: 'Đã đóng' }) }, 'không cần nữa'],
  ] as const)('a lost claim is settled when %s', (_, own, state) => {
    const rows = [...invitedRows, claimed('2025-10-24 08:30')];
    expect(lines(planNotices(policyInput('2025-10-24 09:00', { rows, statuses: [aStatus(own)] })))).toEqual([
      `Nhắc việc -5: ${state}`,
    ]);
  });

  test('a lost claim whose round is gone from the tab is held', () => {
    const rows = [...invitedRows, claimed('2025-10-24 08:30')];
    expect(lines(planNotices(policyInput('2025-10-24 09:00', { rows, statuses: [] })))).toEqual([
      'Nhắc việc -5: hold: Không còn thấy 2025-10 cho đơn vị HPG trong bảng.',
    ]);
  });

  test('a claim that may still come due later is not settled', () => {
    const rows = [...invitedRows, ledgerRow('2025-10/HPG/nhac/-5@2025-12-31', 'đang gửi', '2025-10-24 08:30')];
    const statuses = [aStatus({ effective: dueBy('2025-12-31') })];
    expect(planNotices(policyInput('2025-10-24 09:00', { rows, statuses }))).toEqual([]);
  });
});
