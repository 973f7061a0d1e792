import { describe, expect, test } from 'vitest';
import {
  anItem,
  aReport,
  aStatus,
  at,
  decidedFor,
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
    const first = decidedFor(policyInput('2025-11-03 09:00', { rows, statuses: [again(['1.4'])] })).find(
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
    expect(plan('2025-10-29 14:00', [receipt('BC-1'), sent('2025-10/HPG/tra-lai/1@BC-1', '2025-10-29 13:45')])).toEqual(
      [],
    );
  });
});
