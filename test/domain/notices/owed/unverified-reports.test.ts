import { expect, test } from 'vitest';
import {
  aContact,
  aReport,
  aRound,
  aStatus,
  at,
  aUnit,
  decidedFor,
  dueBy,
  filed,
  invitedRows,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

type Own = Parameters<typeof aStatus>[0];
const KIND = 'Báo cáo chưa xác minh';
const stranger = (code: string, when: string) =>
  aReport(code, when, { unit: null, identity: 'Chờ xác minh đơn vị', formId: '1aForm' });
const one = { pending: [stranger('BC-CXM-1', '2025-10-25 22:00')] };
const two = { pending: [...one.pending, stranger('BC-CXM-2', '2025-10-25 22:10')] };
const askedBefore = ledgerRow('2025-10/HPG/chua-xac-minh/1@2025-10-31', 'đã gửi', '2025-10-25 22:01');
const extended = {
  effective: dueBy('2025-11-10'),
  extension: { at: at('2025-10-27 08:45'), deadline: dueBy('2025-11-10') },
};

const planOf = (now: string, own: Own, rows = invitedRows, settings = usualSettings) =>
  decidedFor(policyInput(now, { statuses: [aStatus(own)], rows, settings })).filter(
    ({ notice }) => notice.kind === KIND,
  );

test.each<[string, string, Own, readonly string[]]>([
  ['goes at once, on a Saturday night', '2025-10-25 22:01', one, [`${KIND} 1: send`]],
  ['is one, whatever a stranger sends', '2025-10-25 22:11', two, [`${KIND} 1: send`]],
  [
    'goes also to a unit that has filed',
    '2025-10-25 22:01',
    { ...filed('2025-10-24 09:00'), ...one },
    [`${KIND} 1: send`],
  ],
  [
    'goes after the deadline too',
    '2025-11-08 22:01',
    { pending: [stranger('BC-CXM-1', '2025-11-08 22:00')] },
    [`${KIND} 1: send`],
  ],
  ['is not held by a pause', '2025-10-25 22:01', { ...one, paused: true }, [`${KIND} 1: send`]],
  [
    'waits for the approval',
    '2025-10-25 22:01',
    { ...one, round: aRound({ approved: false }) },
    [`${KIND} 1: hold: Kỳ báo cáo chưa được Duyệt gửi.`],
  ],
  ['is owed for nothing that says nothing', '2025-10-25 22:01', { ...one, doubtful: [] }, []],
  [
    'is owed for nothing that came by the unit’s link after the lock',
    '2025-10-25 22:01',
    { afterLock: [aReport('BC-1', '2025-10-25 22:00')] },
    [],
  ],
  [
    'is owed for nothing that an earlier release recorded',
    '2025-10-25 22:01',
    { pending: one.pending.map((report) => ({ ...report, formId: null })) },
    [],
  ],
  [
    'is owed for nothing that was decided',
    '2025-10-25 22:01',
    { doubtful: one.pending.map((report) => ({ ...report, waits: false })) },
    [],
  ],
  ['is owed for no round that is closed', '2025-10-25 22:01', { ...one, round: aRound({ state: 'Đã đóng' }) }, []],
])('the question about a report in a unit’s name %s', (_, now, own, expected) => {
  expect(lines(planOf(now, own))).toEqual(expected);
});

test('it is asked once for each deadline, and under a new one only of what came since', () => {
  const rows = [...invitedRows, askedBefore];
  expect(planOf('2025-10-26 09:00', two, rows)).toEqual([]);
  expect(planOf('2025-10-27 09:00', { ...one, ...extended }, rows)).toEqual([]);
  const since = { pending: [...two.pending, stranger('BC-CXM-3', '2025-10-28 10:00')], ...extended };
  expect(planOf('2025-10-28 10:01', since, rows).map(({ notice, fate }) => [notice.version, fate.do])).toEqual([
    ['BC-CXM-2', 'send'],
  ]);
});

test('it takes the place of no other mail to the unit that day, nor at most a quarter of the cap, after all others', () => {
  const late = { ...one, pending: [stranger('BC-CXM-1', '2025-10-23 07:00')], effective: dueBy('2025-10-24') };
  const both = decidedFor(policyInput('2025-10-27 09:00', { statuses: [aStatus(late)] }));
  expect(lines(both)).toEqual(expect.arrayContaining([`${KIND} 1: send`, 'Quá hạn lần 1 1: send']));

  const codes = Array.from({ length: 20 }, (_, n) => `U${n}`);
  const statuses = codes.map((code) => aStatus({ unit: aUnit(code), ...late }));
  const rows = codes.map((code) => ledgerRow(`2025-10/${code}/moi/0@mot-lan`, 'đã gửi', '2025-10-20 08:30'));
  const contacts = codes.map((code) => aContact(`${code}-1`));
  const plan = decidedFor(
    policyInput('2025-10-27 09:00', { statuses, rows, contacts, settings: { ...usualSettings, dailyCap: 24 } }),
  );
  const sent = (kind: string) => plan.filter(({ notice, fate }) => notice.kind === kind && fate.do === 'send').length;
  expect([sent('Quá hạn lần 1'), sent(KIND)]).toEqual([20, 4]);
  const quiet = decidedFor(
    policyInput('2025-10-26 09:00', { statuses, rows, contacts, settings: { ...usualSettings, dailyCap: 24 } }),
  );
  const waits = quiet.filter(({ notice, fate }) => notice.kind === KIND && fate.do === 'wait');
  expect([waits.length, waits[0]?.fate]).toEqual([
    14,
    expect.objectContaining({
      until: at('2025-10-27 00:00'),
      reason: 'Đã đủ 6 thư loại này, bằng một phần tư hạn mức của ngày 26/10/2025; thư đi vào ngày hôm sau.',
    }),
  ]);
});

test('what was imported from before the go-live mark is asked about by nobody', () => {
  const settings = { ...usualSettings, goLive: at('2025-10-26 08:00') };
  expect(planOf('2025-10-26 09:00', one, invitedRows, settings)[0]?.fate.do).toBe('hold');
});
