import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import { reportFacts } from '../../../functions/domain/standing/report-facts.ts';
import { type TaskSources, taskStatuses } from '../../../functions/domain/standing/task-statuses.ts';
import { taskWords } from '../../../functions/domain/standing/task-words.ts';
import { unitStatuses } from '../../../functions/domain/standing/unit-statuses.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Decision, DecisionKind } from '../../../sheets-schema/tabs/decisions.ts';
import type { ProgressRow } from '../../../sheets-schema/tabs/projections.ts';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import { aReport, aRound, at } from '../notices/notice-world.ts';

type World = {
  readonly now?: string;
  readonly goLive?: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly decisions?: readonly Decision[];
  readonly task?: Partial<Task>;
  readonly taskJoined?: TaskSources['taskJoined'];
};

function decided(decision: DecisionKind, subject: string, value: string | null, unit: string | null = 'HPG'): Decision {
  return { at: at('2025-10-24 09:00'), subject, unit, item: null, decision, value, reason: null, by: 'Điều phối viên' };
}

/** How one task of one unit stands, as `Tiến độ` words it. */
function progressOf(id: string, unit: string, world: World = {}): Partial<ProgressRow> | undefined {
  const { now = '2025-10-29 08:00', goLive = '2025-07-01 08:00', answers = {}, decisions = [] } = world;
  const book = readDecisions(decisions);
  const report = aReport('BC-1', '2025-10-27 10:00');
  const given = Object.entries(answers).map(([question, text]) => {
    return { version: 'BC-1', responseId: report.responseId, question, facts: examineAnswer(text), excerpt: text };
  });
  const statuses = unitStatuses(aRound(), {
    units: unitSeeds,
    expected: new Map([['2025-10', ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE']]]),
    decisions: book,
    reports: given.length > 0 ? [report] : [],
    answers: new Map([['BC-1', given]]),
    outline: outlineSeeds,
  });
  const tasks = taskSeeds.filter((task) => task.id === id).map((task) => ({ ...task, ...world.task }));
  const sources = {
    now: at(now),
    goLive: at(goLive),
    units: unitSeeds,
    decisions: book,
    reports: reportFacts(statuses, outlineSeeds),
    outline: outlineSeeds,
    ...(world.taskJoined && { taskJoined: world.taskJoined }),
  };
  const status = taskStatuses(tasks, sources).find((one) => one.unit.code === unit);
  const timing = {
    now: at(now),
    calendar: createCalendar([], []),
    soonDays: 5,
    goLive: at(goLive),
    confirmedRounds: [],
  };
  return status && taskWords(status, timing);
}

const ISSUED = { '1.3-trang-thai': 'Đã ban hành', '1.3-so-ky-hieu': '305/KH-UBND', '1.3-ngay': '2025-07-30' };
const PLAN = 'N382-II3c';

test.each<[string, string, string, World, string]>([
  ['a task due in three weeks', 'L12112-BC', 'HPG', { now: '2025-10-10 08:00' }, 'Chưa đến hạn'],
  ['one due in two days', 'L12112-BC', 'HPG', {}, 'Sắp đến hạn (còn 2 ngày làm việc)'],
  ['one due today', 'L12112-BC', 'HPG', { now: '2025-10-31 08:00' }, 'Đến hạn hôm nay'],
  ['one overdue', 'L12112-BC', 'HPG', { now: '2025-11-04 08:00' }, 'Quá hạn (2 ngày làm việc)'],
  ['one whose report came', 'L12112-BC', 'HPG', { answers: ISSUED }, 'Hoàn thành đúng hạn · đề nghị bổ sung'],
  ['an item its report answers', 'L12112-PL1-1.3', 'HPG', { answers: ISSUED }, 'Hoàn thành đúng hạn'],
  [
    'an item its report leaves out',
    'L12112-PL1-1.1',
    'HPG',
    { answers: ISSUED },
    'Sắp đến hạn (còn 2 ngày làm việc) · đề nghị bổ sung',
  ],
  [
    'a unit with more time',
    'L12112-BC',
    'HPG',
    { decisions: [decided('Gia hạn', '2025-10', '28/11/2025')] },
    'Chưa đến hạn · được gia hạn',
  ],
  [
    'a task of its own with more time',
    PLAN,
    'HPG',
    { decisions: [decided('Gia hạn', PLAN, '28/11/2025')] },
    'Chưa đến hạn · được gia hạn',
  ],
  [
    'one a coordinator closed in time',
    PLAN,
    'HPG',
    { decisions: [decided('Hoàn thành nhiệm vụ', PLAN, '30/07/2025')] },
    'Hoàn thành đúng hạn',
  ],
  [
    'one closed late',
    PLAN,
    'HPG',
    { decisions: [decided('Hoàn thành nhiệm vụ', PLAN, '05/08/2025')] },
    'Hoàn thành quá hạn',
  ],
  ['one an agency leads, with its own deadline', 'N382-II1a-1', 'BXD', {}, 'Quá hạn (54 ngày làm việc)'],
  ['one with evidence, done by its one doer', 'N382-II3a-1', 'BXD', {}, 'Hoàn thành quá hạn'],
  [
    'the same before operation',
    'N382-II3a-1',
    'BXD',
    { goLive: '2025-10-01 08:00' },
    'Dữ liệu trước vận hành – chờ xác nhận',
  ],
  ['one due before operation', PLAN, 'HPG', { goLive: '2025-10-01 08:00' }, 'Dữ liệu trước vận hành – chờ xác nhận'],
  ['one without a day, urgent', 'N382-II3b-2', 'HPG', {}, 'Khẩn trương – chưa ấn định ngày'],
  ['one that goes on', 'N382-I', 'BXD', {}, 'Thường xuyên'],
  ['one on request', 'N382-II3a-3', 'HPG', {}, 'Khi có yêu cầu'],
  ['what is only expected', 'L12112-2', 'BXD', {}, 'Dự kiến khoảng từ 24-31/10/2025'],
  ['what is only told', 'L12112-3', 'BXD', {}, 'Thông tin, không tính thời hạn'],
  [
    'a task that names only who leads it',
    PLAN,
    'HPG',
    { task: { appliesTo: null, lead: 'Hải Phòng' }, goLive: '2025-10-01 08:00' },
    'Dữ liệu trước vận hành – chờ xác nhận',
  ],
])('%s', (_, id, unit, world, state) => {
  expect(progressOf(id, unit, world)?.state).toBe(state);
});

test('a report that says issued, against a register that does not, is a contradiction; so is the reverse', () => {
  expect(progressOf(PLAN, 'HPG', { answers: ISSUED })?.contradiction).toBe(
    'Báo cáo BC-1 (mục 1.3) ghi "Đã ban hành" ngày 30/07/2025, chưa ghi ngày gửi, sổ chưa ghi hoàn thành',
  );
  const done = [decided('Hoàn thành nhiệm vụ', PLAN, '30/07/2025')];
  expect(progressOf(PLAN, 'HPG', { answers: ISSUED, decisions: done })?.contradiction).toBeNull();
  expect(
    progressOf(PLAN, 'HPG', { answers: { '1.3-trang-thai': 'Đang dự thảo' }, decisions: done })?.contradiction,
  ).toBe('Báo cáo BC-1 (mục 1.3) ghi "Đang dự thảo", sổ ghi hoàn thành ngày 30/07/2025');
  const other = { ...ISSUED, '1.3-ngay': '2025-07-28' };
  expect(progressOf(PLAN, 'HPG', { answers: other, decisions: done })?.contradiction).toContain('ngày 28/07/2025, sổ');
  expect(progressOf(PLAN, 'HPG', { answers: { '1.3-trang-thai': 'Đang dự thảo' } })?.contradiction).toBeNull();
});

const SENT = { ...ISSUED, '1.3-ngay-gui': '2025-07-31' };

test.each<[string, string, Readonly<Record<string, string>>, Partial<ProgressRow>]>([
  ['a plan sent on the last day', PLAN, SENT, { state: 'Hoàn thành đúng hạn', contradiction: null }],
  [
    'one issued in July and sent in August',
    PLAN,
    { ...SENT, '1.3-ngay-gui': '2025-08-04' },
    { state: 'Hoàn thành quá hạn' },
  ],
  [
    'one issued, not known to be sent',
    PLAN,
    ISSUED,
    { state: expect.stringMatching(/^Quá hạn .* · báo cáo ghi: Đã ban hành$/) as string },
  ],
  [
    'one issued in part, though sent',
    PLAN,
    { ...SENT, '1.3-trang-thai': 'Đã ban hành 80%' },
    { state: expect.stringMatching(/^Quá hạn .* · báo cáo ghi: Đã ban hành 80%$/) as string },
  ],
  [
    'one sent after the report that says so',
    PLAN,
    { ...SENT, '1.3-ngay-gui': '2025-12-01' },
    { state: expect.stringMatching(/^Quá hạn/) as string },
  ],
  [
    'one still drafted',
    PLAN,
    { '1.3-trang-thai': 'Đang dự thảo', '1.3-du-kien': '2025-12-10', '1.3-ly-do': 'Đang lấy ý kiến các sở, ngành.' },
    { state: expect.stringMatching(/^Quá hạn .* · báo cáo ghi: Đang dự thảo$/) as string },
  ],
  [
    'an urgent task that the report answers',
    'N382-II3b-1',
    {
      '1.1':
        'Đã rà soát hoàn thành ngày 10/10/2025: Đề án đô thị thông minh theo Quyết định số 12/QĐ-UBND ngày 5/1/2024, giai đoạn 2024-2030, đang thực hiện, đề nghị giữ và bổ sung kinh phí.',
    },
    { state: 'Đã báo cáo – chờ xác nhận' },
  ],
  [
    'one whose answer is not clear',
    'N382-II3b-2',
    { '1.2': 'Đang triển khai', '1.4': 'Thiếu kinh phí cho hạ tầng.' },
    { state: 'Đã báo cáo – cần làm rõ' },
  ],
])('by what the report says: %s', (_, id, answers, row) => {
  expect(progressOf(id, 'HPG', { answers })).toMatchObject(row);
});

test.each<[string, Partial<Task>, string, string]>([
  [
    'a plan in the register is no completion',
    { evidence: 'Dự kiến trình ngày 10/12/2025' },
    '2025-12-11 08:00',
    'Quá hạn (85 ngày làm việc)',
  ],
  [
    'nor is a document before its day',
    { evidence: '45/TTr-BXD ngày 31/12/2025' },
    '2025-10-29 08:00',
    'Quá hạn (54 ngày làm việc)',
  ],
  [
    'the day in its own column is',
    { doneOn: Temporal.PlainDate.from('2025-08-14') },
    '2025-10-29 08:00',
    'Hoàn thành đúng hạn',
  ],
  [
    'before that day it is not',
    { doneOn: Temporal.PlainDate.from('2025-08-13') },
    '2025-08-12 08:00',
    'Sắp đến hạn (còn 2 ngày làm việc)',
  ],
])('%s', (_, task, now, state) => {
  expect(progressOf('N382-II1a-1', 'BXD', { task, now })?.state).toBe(state);
});

test('a decision that names a day to come completes nothing, then or on that day', () => {
  const planned = [decided('Hoàn thành nhiệm vụ', PLAN, '05/11/2025')];
  expect(progressOf(PLAN, 'HPG', { decisions: planned })?.state).toMatch(/^Quá hạn/);
  expect(progressOf(PLAN, 'HPG', { decisions: planned, now: '2025-11-06 08:00' })?.state).toMatch(/^Quá hạn/);
});

test('nor does one whose day cannot be read, whenever it was written', () => {
  for (const value of ['tháng bảy', '31/7', '305/KH-UBND ngày 30/7/2025']) {
    const unread = [decided('Hoàn thành nhiệm vụ', PLAN, value)];
    expect(progressOf(PLAN, 'HPG', { decisions: unread })?.state).toMatch(/^Quá hạn/);
  }
});

test('one that completes nothing leaves an earlier one in force; one taken back does not', () => {
  const done = decided('Hoàn thành nhiệm vụ', PLAN, '30/07/2025');
  const after = (decision: DecisionKind, value: string) => ({
    ...decided(decision, PLAN, value),
    at: at('2025-10-24 10:00'),
  });
  const stateAfter = (...more: readonly Decision[]) => progressOf(PLAN, 'HPG', { decisions: [done, ...more] })?.state;
  for (const value of ['30/11/2025', 'hôm qua'])
    expect(stateAfter(after('Hoàn thành nhiệm vụ', value))).toBe('Hoàn thành đúng hạn');
  expect(stateAfter(after('Hoàn thành nhiệm vụ', '05/08/2025'))).toBe('Hoàn thành quá hạn');
  expect(stateAfter(after('Rút lại', 'Hoàn thành nhiệm vụ'))).toMatch(/^Quá hạn/);
});

test('a plan issued after July is late for the notice of July, and says so without being sent back', () => {
  const late = progressOf(PLAN, 'HPG', { answers: { ...ISSUED, '1.3-ngay': '2025-08-05' } });
  expect(late?.basis).toContain(
    'Báo cáo ghi ban hành ngày 05/08/2025, sau thời hạn của nhiệm vụ N382-II3c (hết ngày 31/07/2025)',
  );
  expect(progressOf(PLAN, 'HPG', { answers: ISSUED })?.basis).not.toContain('sau thời hạn');
});

test('the basis says how the words of a deadline were understood', () => {
  expect(progressOf(PLAN, 'HPG')?.basis).toMatch(
    /^Văn bản ghi ".*trong tháng 7 năm 2025.*", hiểu là: .*hết ngày 31\/07\/2025/,
  );
});

test('whoever gets the results itself is asked by nobody and overdue like the others, not new to the task', () => {
  // On record are those that were asked; who is not is taken for new.
  const taskJoined = (_: string, unit: string) => (unit === 'BXD' ? at('2025-10-29 08:00') : null);
  const timing = ['BCA', 'BXD'].map((unit) => progressOf('N382-II3c', unit, { taskJoined })?.state);
  expect(timing).toEqual([expect.stringContaining('Quá hạn'), expect.stringContaining('Quá hạn')]);
});
