import { describe, expect, test } from 'vitest';
import {
  anItem,
  aReport,
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
const receipt = (version: string, when = '2025-10-29 10:01') => sent(`2025-10/HPG/tiep-nhan/1@${version}`, when);

describe('supplements', () => {
  const lacking = (own: Parameters<typeof aStatus>[0] = {}) =>
    aStatus({
      ...filed('2025-10-29 10:00'),
      items: [anItem('1.2', 'Đủ'), anItem('1.4', 'Thiếu'), anItem('1.3', 'Thiếu')],
      ...own,
    });
  const plan = (now: string, status = lacking(), rows = [receipt('BC-1')]) =>
    lines(decidedFor(policyInput(now, { rows: [...invitedRows, ...rows], statuses: [status] }))).filter((line) =>
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

  /** A mail of the ledger, with the day that it named; none in rows of the first release. */
  const asked = (key: string, when: string, named: string | null) =>
    ledgerRow(`2025-10/HPG/${key}`, 'đã gửi', when, {
      told:
        named === null
          ? null
          : [
              { day: day('2025-10-31'), time: null },
              { day: day(named), time: null },
            ],
    });
  const first = asked('bo-sung/1.3+1.4@mot-lan', '2025-10-30 08:30', '2025-11-04');
  const unnamed = asked('bo-sung/1.3+1.4@mot-lan', '2025-10-30 08:30', null);
  const second = asked('bo-sung/2@2025-11-04', '2025-11-05 08:30', '2025-11-10');
  const third = asked('bo-sung/3@2025-11-10', '2025-11-11 08:30', '2025-11-14');
  const still = (...items: readonly string[]) =>
    lacking({
      versions: [aReport('BC-1'), aReport('BC-2', '2025-10-30 14:00'), aReport('BC-3', '2025-10-31 10:00')],
      items: items.map((item) => anItem(item, 'Thiếu')),
    });

  test.each<readonly [string, readonly string[], Parameters<typeof plan>[2], string, string, readonly string[]]>([
    ['what is supplied at once moves nothing', ['1.4'], [first], '2025-11-03 09:00', '2025-11-04 15:59', []],
    ['another thing lacking moves nothing', ['1.4', '1.5'], [first], '2025-11-03 09:00', '2025-11-04 15:59', []],
    ['nor in a row that names no day', ['1.4'], [unnamed], '2025-11-03 09:00', '2025-11-04 15:59', []],
    [
      'after the day what is left is asked for',
      ['1.4'],
      [first],
      '2025-11-05 08:30',
      '2025-11-05 08:30',
      ['2 2025-11-10'],
    ],
    [
      'or all of it',
      ['1.3', '1.4'],
      [unnamed],
      '2025-11-05 08:30',
      '2025-11-07 15:00',
      ['2 2025-11-10', '2 2025-11-12'],
    ],
    ['and once more', ['1.4'], [first, second], '2025-11-11 08:30', '2025-11-11 08:30', ['3 2025-11-14']],
    ['and no more than that', ['1.4'], [first, second, third], '2025-11-17 08:30', '2025-12-17 08:30', []],
    [
      'a report returned has its day too',
      ['1.4'],
      [asked('tra-lai/1@BC-1', '2025-10-30 08:30', '2025-11-04')],
      '2025-11-03 09:00',
      '2025-11-04 15:59',
      [],
    ],
  ])('one list, one day: %s', (_, items, rows, from, until, expected) => {
    const going = [from, until].flatMap((now) =>
      decidedFor(
        policyInput(now, {
          rows: [...invitedRows, receipt('BC-1'), receipt('BC-2'), receipt('BC-3'), ...(rows ?? [])],
          statuses: [still(...items)],
        }),
      )
        .filter(({ notice, fate }) => notice.kind === 'Đề nghị bổ sung' && fate.do === 'send')
        .map(({ notice }) => `${notice.nth} ${notice.answerBy?.lastDay}`),
    );
    expect([...new Set(going)]).toEqual(expected);
  });

  test.each([
    ['2025-11-03', null, '2025-11-04'],
    ['2025-11-04', '17:00', '2025-11-04'],
    ['2025-11-28', null, '2025-11-28'],
    ['2025-11-28', '17:00', '2025-11-28 17:00'],
  ])('no day before the deadline of the unit, %s %s, is named: %s', (last, time, expected) => {
    const [day = '', hour] = expected.split(' ');
    const named = (kind: string, own: Parameters<typeof aStatus>[0]) =>
      decidedFor(
        policyInput('2025-10-30 08:30', {
          rows: [...invitedRows, receipt('BC-1')],
          statuses: [lacking({ effective: dueBy(last, time), ...own })],
        }),
      ).find(({ notice }) => notice.kind === kind)?.notice.answerBy;
    expect(named('Đề nghị bổ sung', {})).toEqual(dueBy(day, hour));
    const returned = { at: at('2025-10-30 08:00'), reason: 'Thiếu số liệu' };
    expect(named('Trả lại', { returned })).toEqual(dueBy(day, hour));
  });

  test('what is unclear is named beside what is absent, by the same day', () => {
    const items = [anItem('1.2', 'Đủ'), anItem('1.3', 'Cần làm rõ'), anItem('1.4', 'Thiếu')];
    const [found] = decidedFor(
      policyInput('2025-10-30 08:30', { rows: [...invitedRows, receipt('BC-1')], statuses: [lacking({ items })] }),
    ).filter(({ notice }) => notice.kind === 'Đề nghị bổ sung');
    expect(found?.notice.items?.map(({ item }) => item)).toEqual(['1.3', '1.4']);
    expect(found?.notice.answerBy).toEqual(dueBy('2025-11-04'));
  });

  test('one whose answer was lost is repeated with the day that it named, though less lacks by now', () => {
    const told = [
      { day: day('2025-10-31'), time: null },
      { day: day('2025-11-04'), time: null },
    ];
    const lost = ledgerRow('2025-10/HPG/bo-sung/1.3+1.4@mot-lan', 'chưa rõ kết quả', '2025-10-30 15:55', { told });
    const rows = [...invitedRows, receipt('BC-1'), receipt('BC-2'), receipt('BC-3'), lost];
    const found = decidedFor(policyInput('2025-11-03 08:30', { rows, statuses: [still('1.4')] })).filter(
      ({ notice }) => notice.kind === 'Đề nghị bổ sung',
    );
    expect(found.map(({ notice, fate }) => [notice.key, fate.do, notice.answerBy])).toEqual([
      [lost.key, 'send', dueBy('2025-11-04')],
    ]);
  });

  test.each([
    ['chưa rõ kết quả', '2025-11-03', '2025-11-04'],
    ['chưa rõ kết quả', '2025-11-28', '2025-11-28'],
    ['đang gửi', '2025-11-03', '2025-11-04'],
    ['đang gửi', '2025-11-28', '2025-11-28'],
    ['gửi lại sau', '2025-11-28', '2025-11-28'],
  ] as const)(
    'one begun (%s) names no day before the deadline that the unit has by now, %s: %s',
    (state, last, named) => {
      const told = [
        { day: day('2025-10-31'), time: null },
        { day: day('2025-11-04'), time: null },
      ];
      const begun = ledgerRow('2025-10/HPG/bo-sung/1.3+1.4@mot-lan', state, '2025-10-30 15:00', { told });
      const rows = [...invitedRows, receipt('BC-1'), begun];
      const status = lacking({ effective: dueBy(last) });
      const found = decidedFor(policyInput('2025-10-31 08:30', { rows, statuses: [status] })).find(
        ({ notice }) => notice.kind === 'Đề nghị bổ sung',
      );
      expect(found?.notice.answerBy).toEqual(dueBy(named));
    },
  );

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
    lines(decidedFor(policyInput(now, { rows: [...invitedRows, ...rows], statuses: [returned] }))).filter((line) =>
      line.startsWith('Trả lại'),
    );

  test('speak of a report that came after the lock, where it is the last', () => {
    const late = { ...returned, afterLock: [aReport('BC-9', '2025-10-29 11:00')] };
    for (const status of [late, { ...late, versions: [], filedAt: null }]) {
      const found = decidedFor(policyInput('2025-10-29 13:45', { rows: invitedRows, statuses: [status] }));
      const back = found.find(({ notice }) => notice.kind === 'Trả lại');
      expect(back?.notice.key).toBe('2025-10/HPG/tra-lai/1@BC-9');
    }
  });

  test('go in working hours, once for the version returned', () => {
    expect(plan('2025-10-29 11:31')).toEqual(['Trả lại 1: wait 2025-10-29 13:45']);
    expect(plan('2025-10-29 13:45')).toEqual(['Trả lại 1: send']);
    const input = policyInput('2025-10-29 13:45', { rows: [...invitedRows, receipt('BC-1')], statuses: [returned] });
    expect(decidedFor(input).find(({ notice }) => notice.kind === 'Trả lại')?.notice.answerBy).toEqual(
      dueBy('2025-11-03'),
    );
    expect(plan('2025-10-29 14:00', [receipt('BC-1'), sent('2025-10/HPG/tra-lai/1@BC-1', '2025-10-29 13:45')])).toEqual(
      [],
    );
  });
});
