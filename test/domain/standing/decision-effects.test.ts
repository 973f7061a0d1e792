import { expect, test } from 'vitest';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import { type DecidedOn, effectlessness } from '../../../functions/domain/standing/decision-effects.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { anItem, aReport, aRound, aStatus, aTask, at, aUnit, day } from '../notices/notice-world.ts';
import { aDecision } from './a-decision.ts';

const open = aRound();
const locking = aRound({ id: '2026-04', locksOn: day('2026-04-20') });
const hpg = aStatus({
  versions: [aReport()],
  items: [
    { ...anItem('1.1', 'Đủ'), answeredBy: ['BC-1'] },
    { ...anItem('1.2', 'Thiếu'), answeredBy: [] },
    anItem('2.1', 'Không áp dụng'),
  ],
});
const hue = aStatus({ unit: aUnit('HUE'), versions: [], afterLock: [] });
const dng = aStatus({
  unit: aUnit('DNG'),
  afterLock: [aReport('BC-2')],
  denied: [{ ...aReport('BC-CXM-1'), deniedAt: at('2025-10-24 09:00') }],
});
const later = aStatus({ round: locking });
const task = { task: aTask('N382-II3c'), unit: aUnit('HPG') } as DecidedOn['tasks'][number];

const T = '2025-10-24 09:00';
const paused = aDecision('Tạm dừng nhắc', '2025-10-23 09:00');

/** @returns the column at fault, `!` behind it when mail waits; '' where the decision acts */
function fault(
  decision: Decision,
  { before = [] as readonly Decision[], wasClosed = false, wasAsked = false, hadTrouble = false, isOld = false } = {},
): string {
  const lack = effectlessness(decision, {
    rounds: [open, locking],
    statuses: [hpg, hue, dng, later],
    tasks: [task],
    decisions: [...before, decision],
    given: readDecisions([...before, decision]),
    wasClosed: () => wasClosed,
    wasAsked: () => wasAsked,
    hadTrouble: () => hadTrouble,
    isBeforeOperation: () => isOld,
  });
  return lack ? `${lack.column}${lack.holds ? '!' : ''}` : '';
}

test.each<[string, Decision, string, Parameters<typeof fault>[1]?]>([
  ['a unit that left by it', aDecision('Rút đơn vị', T, { unit: 'BTP' }), '', { wasAsked: true }],
  ['a unit that leaves and was never asked', aDecision('Rút đơn vị', T, { unit: 'BTP' }), 'unit'],
  ...(['Đồng ý thay đổi', 'Đã báo bằng văn bản', 'Bổ sung đơn vị', 'Rút đơn vị'] as const).map(
    (kind): [string, Decision, string] => [
      `${kind} of a task`,
      aDecision(kind, T, { subject: 'N382-II3c' }),
      'subject',
    ],
  ),
  ['a mail sent again that had gone', aDecision('Gửi lại', T), 'decision'],
  ['a mail sent again that had not', aDecision('Gửi lại', T), '', { hadTrouble: true }],
  ['mails of a task sent again that had gone', aDecision('Gửi lại', T, { subject: 'N382-II3c' }), 'decision'],
  ['old data confirmed that is not old', aDecision('Xác nhận dữ liệu trước vận hành', T, { unit: null }), 'decision'],
  ['old data confirmed', aDecision('Xác nhận dữ liệu trước vận hành', T, { unit: null }), '', { isOld: true }],
  ['an extension', aDecision('Gia hạn', T, { value: '05/11/2025' }), ''],
  ['an extension for all', aDecision('Gia hạn', T, { unit: null, value: '05/11/2025' }), ''],
  ['an extension to the day in force', aDecision('Gia hạn', T, { value: '31/10/2025' }), 'value'],
  ['an extension to an earlier day', aDecision('Gia hạn', T, { value: '27/10/2025' }), 'value'],
  ['an extension for a unit that is not asked', aDecision('Gia hạn', T, { unit: 'BTP', value: '31/10/2025' }), 'unit'],
  ['an extension of a task', aDecision('Gia hạn', T, { subject: 'N382-II3c', value: '31/10/2025' }), ''],
  [
    'an extension of a task for another unit',
    aDecision('Gia hạn', T, { subject: 'N382-II3c', unit: 'HUE', value: '31/10/2025' }),
    'unit',
  ],
  [
    'an extension after the round was closed',
    aDecision('Gia hạn', T, { value: '31/10/2025' }),
    'subject',
    { wasClosed: true },
  ],
  ['a return', aDecision('Trả lại để bổ sung', T), ''],
  ['a return to a unit that sent nothing', aDecision('Trả lại để bổ sung', T, { unit: 'HUE' }), 'unit!'],
  ['a return to a unit whose report came after the lock', aDecision('Trả lại để bổ sung', T, { unit: 'DNG' }), ''],
  ['a denial of all that a unit had waiting', aDecision('Không phải của đơn vị', T, { unit: 'DNG' }), ''],
  [
    'a denial of all at a time when nothing more was waiting',
    aDecision('Không phải của đơn vị', '2025-10-25 09:00', { unit: 'DNG' }),
    'unit',
  ],
  ['a denial of all of a unit that had nothing waiting', aDecision('Không phải của đơn vị', T), 'unit'],
  ['a denial of one', aDecision('Không phải của đơn vị', T, { value: 'BC-9' }), ''],
  ['a return to all, one of which sent a report', aDecision('Trả lại để bổ sung', T, { unit: null }), ''],
  ['a return of a task', aDecision('Trả lại để bổ sung', T, { subject: 'N382-II3c' }), 'subject'],
  ['a return after the round was closed', aDecision('Trả lại để bổ sung', T), 'subject', { wasClosed: true }],
  ['an item accepted', aDecision('Chấp nhận mục', T, { item: '1.1' }), ''],
  ['an item accepted that is not asked of the unit', aDecision('Chấp nhận mục', T, { item: '2.1' }), 'item'],
  ['a report picked that answers the item', aDecision('Dùng nội dung của', T, { item: '1.1', value: 'BC-1' }), ''],
  ['a report picked that does not', aDecision('Dùng nội dung của', T, { item: '1.2', value: 'BC-1' }), 'value'],
  [
    'a report picked that is not the unit’s',
    aDecision('Dùng nội dung của', T, { item: '1.1', value: 'BC-7' }),
    'value',
  ],
  ['a report picked for an item not asked', aDecision('Dùng nội dung của', T, { item: '2.1', value: 'BC-1' }), 'item'],
  ['a report picked of a task', aDecision('Dùng nội dung của', T, { subject: 'N382-II3c', item: '1.1' }), 'subject'],
  [
    'a supplement stopped after the round was closed',
    aDecision('Dừng đề nghị bổ sung', T),
    'subject',
    { wasClosed: true },
  ],
  ['a pause', aDecision('Tạm dừng nhắc', T), ''],
  ['a pause after the round was closed', aDecision('Tạm dừng nhắc', T), 'subject', { wasClosed: true }],
  ['reminders again after a pause', aDecision('Nhắc trở lại', T), '', { before: [paused] }],
  ['reminders again after a pause of all', aDecision('Nhắc trở lại', T), '', { before: [{ ...paused, unit: null }] }],
  ['reminders again without a pause', aDecision('Nhắc trở lại', T), 'decision'],
  [
    'reminders again before the pause',
    aDecision('Nhắc trở lại', T),
    'decision',
    { before: [aDecision('Tạm dừng nhắc', '2025-10-25 09:00')] },
  ],
  [
    'reminders of another unit again',
    aDecision('Nhắc trở lại', T),
    'decision',
    { before: [{ ...paused, unit: 'HUE' }] },
  ],
  ['opening again a round that locks', aDecision('Mở lại cho đơn vị', T, { subject: '2026-04' }), ''],
  ['opening again a round that never locks', aDecision('Mở lại cho đơn vị', T), 'decision'],
  ['a task done', aDecision('Hoàn thành nhiệm vụ', T, { subject: 'N382-II3c' }), ''],
  ['a round done', aDecision('Hoàn thành nhiệm vụ', T), 'subject'],
  ['taking back a pause', aDecision('Rút lại', T), '', { before: [paused] }],
  [
    'taking back an extension where there is only a pause',
    aDecision('Rút lại', T, { value: 'Gia hạn' }),
    'value',
    { before: [paused] },
  ],
  ['taking back nothing', aDecision('Rút lại', T), 'value'],
  ['a matter nobody knows', aDecision('Gia hạn', T, { subject: '2019-01', value: '31/10/2025' }), ''],
  [
    'the official document of a closed round',
    aDecision('Đã nhận văn bản chính thức', T, { value: '1/BC-UBND; 24/10/2025' }),
    '',
    { wasClosed: true },
  ],
])('%s', (_what, decision, expected, world) => {
  expect(fault(decision, world)).toBe(expected);
});
