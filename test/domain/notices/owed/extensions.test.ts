import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  aStatus,
  at,
  day,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
} from '../notice-world.ts';

const sent = (key: string, when: string) => ledgerRow(key, 'đã gửi', when);

describe('extensions', () => {
  const granted = (on: string, until: string) => ({
    effective: dueBy(until),
    extension: { at: at(on), deadline: dueBy(until) },
  });
  const late = sent('2025-10/HPG/qua-han/1@2025-10-31', '2025-11-03 08:30');
  const plan = (now: string, own: Parameters<typeof aStatus>[0], rows = [...invitedRows, late]) =>
    decidedFor(policyInput(now, { rows, statuses: [aStatus(own)] }));

  test('the unit is told, and the late notice it has is withdrawn', () => {
    const [first, ...others] = plan('2025-11-04 09:00', granted('2025-11-04 08:45', '2025-11-07'));
    expect(first?.notice).toMatchObject({ kind: 'Gia hạn', key: '2025-10/HPG/gia-han/1@2025-11-07' });
    expect(first?.notice.withdraws).toEqual(at('2025-11-03 08:30'));
    expect(first?.fate.do).toBe('send');
    expect(others).toEqual([]);
  });

  test('when the whole round got a later deadline, units with a late notice are told too', () => {
    const toldThen = invitedRows.map((row) => ({ ...row, told: [{ day: day('2025-10-31'), time: null }] }));
    const all = { effective: dueBy('2025-12-31'), announced: [] };
    expect(lines(plan('2025-11-04 09:00', all, [...toldThen, late]))).toEqual(['Gia hạn 1: send']);
    expect(lines(plan('2025-11-04 09:00', all, toldThen))).toEqual(['Gia hạn 1: send']);
  });

  describe('of a later day that a mail without a known end may have named', () => {
    const moved = {
      effective: dueBy('2025-11-07'),
      announced: [],
      extension: { at: at('2025-11-04 08:45'), deadline: dueBy('2025-11-07') },
    };
    const lost = (states: readonly ('đang gửi' | 'chưa rõ kết quả' | 'không cần nữa')[], until: string) =>
      states.map((state, nth) => ledgerRow(`2025-10/HPG/gia-han/1@${until}`, state, `2025-11-03 09:0${nth}`));
    const news = (rows: Parameters<typeof plan>[2] = []) =>
      lines(plan('2025-11-04 09:00', moved, [...invitedRows, ...rows])).filter((line) =>
        /^(Gia|Thay).*send/.test(line),
      );

    test.each([
      [['đang gửi'], '2025-11-12'],
      [['đang gửi', 'chưa rõ kết quả'], '2025-11-12'],
      [['đang gửi', 'không cần nữa'], '2025-11-12'],
    ] as const)('an earlier one is told as a change, not as more time: %j', (states, until) => {
      expect(news(lost(states, until))).toEqual(['Thay đổi thời hạn 1: send']);
    });

    test.each(['2025-11-05', '2025-11-07'])('and more time stays more time beside %s', (until) => {
      expect(news(lost(['đang gửi'], until))).toEqual(['Gia hạn 1: send']);
    });

    test('told once, whatever becomes of the lost one', () => {
      const told = sent('2025-10/HPG/doi-han/1@2025-11-07', '2025-11-04 08:50');
      expect(news([...lost(['đang gửi', 'không cần nữa'], '2025-11-12'), told])).toEqual([]);
    });
  });

  test('a deadline taken back by an express word is told first; nobody is called late before', () => {
    const rows = [...invitedRows, late, sent('2025-10/HPG/gia-han/1@2025-11-07', '2025-11-04 09:00')];
    const [first, ...others] = plan('2025-11-05 14:00', {}, rows).filter(({ notice }) => notice.step !== '0');
    expect(first?.notice).toMatchObject({ kind: 'Thay đổi thời hạn', deadline: dueBy('2025-10-31') });
    expect(first?.notice.answerBy?.lastDay.toString()).toBe('2025-11-07');
    expect(others.filter(({ notice }) => Number(notice.step) > 0).map(({ fate }) => fate.do)).toEqual([]);
  });

  test.each([
    ['moi/0@mot-lan', '2025-10-31', {}],
    ['moi/0@mot-lan', '2025-10-30', { effective: dueBy('2025-10-30'), announced: [] }],
    ['doi-han/1@2025-10-30', '2025-10-30', { effective: dueBy('2025-10-30'), announced: [] }],
  ])(
    'whoever first hears of a deadline when it is past is not called late before the day to answer: %s',
    (key, last, own) => {
      const told = [
        { day: day(last), time: null },
        { day: day('2025-11-05'), time: Temporal.PlainTime.from('16:00') },
      ];
      const first = { ...sent(`2025-10/HPG/${key}`, '2025-11-03 09:00'), told };
      const rows = key.startsWith('moi') ? [first] : [...invitedRows, first];
      const isLate = (now: string) =>
        plan(now, own, rows).some(({ notice }) => Number(notice.step) > 0 && notice.kind.startsWith('Quá hạn'));
      expect([isLate('2025-11-05 08:30'), isLate('2025-11-05 15:59'), isLate('2025-11-06 08:30')]).toEqual([
        false,
        false,
        true,
      ]);
    },
  );

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
    ['already over: no promise that is past is made', granted('2025-10-30 09:00', '2025-11-03'), []],
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
