import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../functions/domain/notices/notice.ts';
import { planNotices } from '../../../../functions/domain/notices/plan-notices.ts';
import type { TaskStatus } from '../../../../functions/domain/standing/task-status.ts';
import type { LedgerRow } from '../../../../sheets-schema/tabs/logs.ts';
import {
  aContact,
  aTask,
  aTaskStatus,
  at,
  aUnit,
  clock,
  ledgerRow,
  lines,
  policyInput,
  usualSettings,
} from '../notice-world.ts';

const live = { ...usualSettings, goLive: at('2025-10-01 08:00') };
const contacts = ['HPG-1', 'BTP-1', 'BCA-1'].map((id) => aContact(id));
const BEFORE = at('2025-06-02 08:00');

/** Of BTP, until 31/12, with BCA taking part. */
const helped = (id: string, own: Partial<TaskStatus> = {}): TaskStatus =>
  aTaskStatus(id, '2025-12-31', { unit: aUnit('BTP'), toTell: [{ unit: aUnit('BCA'), shownAt: BEFORE }], ...own });
/** Of BCA itself, whose last day is Friday 31/10. */
const own = (id: string) => aTaskStatus(id, '2025-10-31', { unit: aUnit('BCA') });

type Own = Partial<PolicyInput> & { readonly rows?: readonly LedgerRow[] };
const plan = (now: string, tasks: PolicyInput['tasks'], more: Own = {}) =>
  planNotices(policyInput(now, { tasks, statuses: [], settings: live, contacts, rows: [], ...more }));
const sent = (now: string, tasks: PolicyInput['tasks'], more: Own = {}) =>
  plan(now, tasks, more).leaving.map(
    ({ notice }) =>
      `${notice.unit} ${notice.kind}: ${[...(notice.tasks ?? []), ...(notice.helps ?? [])].map(({ task }) => task.id).join(' ')}`,
  );
const NOW = '2025-10-22 08:30';
const key = (task: string, step = 1) => `${task}/BCA/phoi-hop-nhiem-vu/${step}@mot-lan`;
const row = (task: string, state: LedgerRow['state'], when: string, step = 1) =>
  ledgerRow(key(task, step), state, when);

describe('who takes part in a task is told so', () => {
  test('once, all tasks in one mail, and never again', () => {
    expect(sent(NOW, [helped('T1'), helped('T2')])).toEqual(['BCA Nhiệm vụ phối hợp: T1 T2']);
    const rows = [row('T1', 'đã gửi', '2025-10-22 08:30'), row('T2', 'gộp vào thư mạnh hơn', '2025-10-22 08:30')];
    for (const day of ['2025-10-22 10:00', '2025-10-23 08:30', '2026-01-15 08:30'])
      expect(sent(day, [helped('T1'), helped('T2')], { rows }).filter((mail) => mail.startsWith('BCA'))).toEqual([]);
  });

  test('in the mail that it gets anyway about what it has to do', () => {
    expect(sent('2025-10-24 08:30', [helped('T1'), own('T9')])).toEqual(['BCA Nhắc nhiệm vụ: T9 T1']);
  });

  test('in the mail of another day where its own comes later; the one does not tell of the other', () => {
    expect(sent(NOW, [helped('T1'), own('T9')])).toEqual(['BCA Nhiệm vụ phối hợp: T1']);
    const rows = [row('T1', 'đã gửi', '2025-10-22 08:30')];
    expect(sent('2025-10-24 08:30', [helped('T1'), own('T9')], { rows })).toEqual(['BCA Nhắc nhiệm vụ: T9']);
  });

  test('it is not called late, nor reminded, when its lead is', () => {
    const task = helped('T1', { deadline: own('T9').deadline });
    const rows = [row('T1', 'đã gửi', '2025-10-22 08:30')];
    expect(sent('2025-11-05 08:30', [task], { rows })).toEqual(['BTP Nhiệm vụ quá hạn: T1']);
  });

  test('when it joins later it alone is told', () => {
    const toTell = ['BCA', 'HPG'].map((code) => ({ unit: aUnit(code), shownAt: BEFORE }));
    const rows = [row('T1', 'đã gửi', '2025-10-21 08:30')];
    expect(sent(NOW, [helped('T1', { toTell })], { rows })).toEqual(['HPG Nhiệm vụ phối hợp: T1']);
  });

  test('of a day that is over too, where the task was taken up after it', () => {
    const task = helped('T1', { deadline: own('T9').deadline, approvedAt: at('2025-11-19 09:00') });
    expect(sent('2025-11-19 09:00', [task])).toEqual(['BTP Nhắc nhiệm vụ: T1', 'BCA Nhiệm vụ phối hợp: T1']);
  });

  test.each<[string, Partial<TaskStatus>, Own?]>([
    ['it is done', { done: true }],
    ['it has no day', { deadline: null }],
    ['a round asks for it', { isAskedByRound: true }],
    ['it was due before the go-live mark', { isBeforeOperation: true }],
    ['its doer alone gets the results', { isOwnRecipient: true }],
    ['nobody takes part any more', { toTell: [] }],
  ])('not when %s', (_, task, more) => {
    const { decided, coming } = plan(NOW, [helped('T1', task)], more);
    expect([...decided.map(({ notice }) => notice), ...coming].filter(({ unit }) => unit === 'BCA')).toEqual([]);
  });

  test.each<[string, Partial<TaskStatus>, string, Own?]>([
    ['nobody ticked it', { task: aTask('T1', { approved: false }) }, 'Nhiệm vụ chưa được Duyệt nhắc.'],
    ['no run has shown the task', { shownAt: null }, 'Lần chạy này mới nêu'],
    [
      'no run has shown that it takes part',
      { toTell: [{ unit: aUnit('BCA'), shownAt: null }] },
      'Lần chạy này mới nêu',
    ],
    ['the task rests', { paused: true }, 'Điều phối viên tạm dừng'],
    ['there is no go-live mark', {}, 'Cài đặt chưa có Mốc', { settings: usualSettings }],
    ['it has no address', {}, 'Chưa có người nhận', { contacts: [] }],
    ['the row is in doubt', {}, 'dòng 3', { doubts: [{ scope: { round: 'T1' }, reason: 'dòng 3' }] }],
    ['mail is off', {}, 'Gửi thư đang Tắt', { settings: { ...live, mail: 'Tắt' } }],
  ])('not yet while %s', (_, task, reason, more) => {
    const { decided, leaving } = plan(NOW, [helped('T1', task)], more);
    expect(leaving).toEqual([]);
    expect(lines(decided)).toEqual([expect.stringContaining(`Nhiệm vụ phối hợp 1: hold: ${reason}`)]);
  });

  test('what may not go stands in no other mail', () => {
    const rest = helped('T1', { paused: true });
    expect(sent('2025-10-24 08:30', [rest, own('T9')])).toEqual(['BCA Nhắc nhiệm vụ: T9']);
    const doubts = [{ scope: { round: 'T1' }, reason: 'dòng 3' }];
    expect(sent('2025-10-24 08:30', [helped('T1'), own('T9')], { doubts })).toEqual(['BCA Nhắc nhiệm vụ: T9']);
  });

  test('outside hours it waits for the next window', () => {
    const [{ fate } = { fate: null }] = plan('2025-10-25 09:00', [helped('T1')]).decided;
    expect(fate?.do === 'wait' && clock(fate.until)).toBe('2025-10-27 08:30');
  });

  test('more than twenty at once wait a run', () => {
    const many = Array.from({ length: 21 }, (_, nth) => aUnit(`C${nth}`));
    const task = helped('T1', { toTell: many.map((unit) => ({ unit, shownAt: BEFORE })) });
    const known = { contacts: many.map(({ code }) => aContact(`${code}-1`)) };
    expect(sent(NOW, [task], known)).toEqual([]);
    expect(sent(NOW, [task], { ...known, isCrowdShown: true })).toHaveLength(21);
  });
});

describe('what went along with a mail', () => {
  const reminder = 'T9/BCA/nhac-nhiem-vu/-5@2025-10-31';
  const along = [row('T1', 'gộp vào thư mạnh hơn', '2025-10-24 08:30')];
  const claimed = ledgerRow(reminder, 'đang gửi', '2025-10-24 08:30');

  test('is in it when it is sent again', () => {
    const rows = [...along, claimed, ledgerRow(reminder, 'gửi lại sau', '2025-10-24 08:31')];
    expect(sent('2025-10-24 10:30', [helped('T1'), own('T9')], { rows })).toEqual(['BCA Nhắc nhiệm vụ: T9 T1']);
  });

  test('is told once that went, not before', () => {
    const rows = [...along, claimed, ledgerRow(reminder, 'đã gửi', '2025-10-24 08:31')];
    expect(sent('2025-10-28 08:30', [helped('T1'), own('T9')], { rows })).toEqual(['BCA Nhắc nhiệm vụ: T9']);
    const settled = ledgerRow(reminder, 'không cần nữa', '2025-10-24 10:00');
    const lost = plan('2025-10-27 08:30', [helped('T1')], { rows: [...along, claimed, settled] });
    expect(lost.leaving.map(({ notice }) => notice.key)).toEqual([key('T1')]);
  });

  test('a mail that tells of that alone tells nothing of what its reader has to do itself', () => {
    const rows = [
      ledgerRow('T9/BCA/nhiem-vu/1@2025-10-31', 'gộp vào thư mạnh hơn', '2025-11-03 08:30'),
      row('T1', 'đã gửi', '2025-11-04 08:30'),
    ];
    const [late] = plan('2025-11-05 08:30', [own('T9')], { rows }).leaving;
    expect(late?.notice.nth).toBe(1);
  });

  test('who left before it was told has an end in the ledger, and is told when it is back', () => {
    const rows = [ledgerRow(key('T1'), 'đến hạn', '2025-10-22 08:30', { heldBy: 'Chưa có người nhận' })];
    const left = plan('2025-10-23 08:30', [helped('T1', { toTell: [] })], { rows });
    expect(lines(left.decided)).toEqual(['Nhiệm vụ phối hợp 1: không cần nữa']);
    const back = [...rows, row('T1', 'không cần nữa', '2025-10-23 08:30')];
    expect(sent('2025-10-24 08:30', [helped('T1')], { rows: back })).toEqual(['BCA Nhiệm vụ phối hợp: T1']);
  });
});
