import { expect, test } from 'vitest';
import { examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import { reportFacts } from '../../../functions/domain/standing/report-facts.ts';
import { countOf, fourCounts, isObligation } from '../../../functions/domain/standing/round-figures.ts';
import { taskStatuses } from '../../../functions/domain/standing/task-statuses.ts';
import { taskWords } from '../../../functions/domain/standing/task-words.ts';
import { unitStatuses } from '../../../functions/domain/standing/unit-statuses.ts';
import { createCalendar } from '../../../functions/domain/time/working-calendar.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { aReport, aRound, at } from '../notices/notice-world.ts';

const CITIES = ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE'];

type Filed = Readonly<Record<string, readonly [moment: string, answers: Readonly<Record<string, string>>]>>;
type Played = {
  readonly outline?: readonly OutlineQuestion[];
  readonly decisions?: readonly Decision[];
  readonly goLive?: string;
};

/** How every task stands when these cities have filed; the round of the letter is due on 31/10. */
function played(
  now: string,
  filed: Filed,
  { outline = outlineSeeds, decisions = [], goLive = '2025-10-01 08:00' }: Played = {},
) {
  const book = readDecisions(decisions);
  const reports = Object.entries(filed).map(([unit, [moment]]) => aReport(`BC-${unit}`, moment, { unit }));
  const answers = Object.entries(filed).map(([unit, [, given]]) => {
    const responseId = reports.find(({ version }) => version === `BC-${unit}`)?.responseId ?? '';
    const stored = Object.entries(given).map(([question, text]) => {
      return { version: `BC-${unit}`, responseId, question, facts: examineAnswer(text), excerpt: text };
    });
    return [`BC-${unit}`, stored] as const;
  });
  const statuses = unitStatuses(aRound(), {
    units: unitSeeds,
    expected: new Map([['2025-10', CITIES]]),
    decisions: book,
    reports,
    answers: new Map(answers),
    outline,
  });
  const sources = { now: at(now), goLive: at(goLive), units: unitSeeds, decisions: book, outline };
  return { statuses, tasks: taskStatuses(taskSeeds, { ...sources, reports: reportFacts(statuses, outline) }) };
}

function stateOf({ tasks }: ReturnType<typeof played>, now: string, id: string, unit: string): string | undefined {
  const timing = { now: at(now), calendar: createCalendar([], []), soonDays: 5, goLive: null, confirmedRounds: [] };
  const status = tasks.find(({ task, unit: { code } }) => task.id === id && code === unit);
  return status && taskWords(status, timing).state;
}

const SOME = { '1.4': 'Thiếu kinh phí cho hạ tầng dữ liệu dùng chung của thành phố.' };

test('three reports came and three did not: three obligations done and three overdue, whatever their items', () => {
  const three: Filed = {
    HNI: ['2025-10-27 10:00', SOME],
    HPG: ['2025-10-28 10:00', SOME],
    CTO: ['2025-11-03 10:00', SOME],
  };
  const { tasks } = played('2025-11-04 08:00', three);
  expect(fourCounts(tasks, at('2025-11-04 08:00'))).toEqual({
    doneOnTime: 2,
    doneLate: 1,
    openInTime: 0,
    openOverdue: 3,
  });
  const counted = tasks.filter(isObligation).map(({ task, unit }) => `${task.id} ${unit.code}`);
  expect(counted).toEqual(CITIES.map((unit) => `L12112-BC ${unit}`));
});

test('items of a round under any outline are parts of its report', () => {
  const outline = outlineSeeds.map((row) =>
    row.item === '1.5' ? { ...row, task: 'N382-II1a-1' } : { ...row, task: null },
  );
  const { tasks } = played('2025-10-28 08:00', {}, { outline, goLive: '2025-07-01 08:00' });
  expect(tasks.filter(isObligation).some(({ task }) => task.id === 'N382-II1a-1')).toBe(false);
  expect(tasks.filter(isObligation).some(({ task }) => task.id === 'N382-II1a-2')).toBe(true);
});

test('every obligation is in exactly one of the four counts', () => {
  const now = at('2025-10-30 08:00');
  const { tasks } = played('2025-10-30 08:00', { HUE: ['2025-10-27 10:00', SOME] }, { goLive: '2025-07-01 08:00' });
  const counts = fourCounts(tasks, now);
  const byHand = Object.groupBy(tasks.filter(isObligation), (task) => countOf(task, now));
  for (const [name, count] of Object.entries(counts))
    expect(byHand[name as keyof typeof byHand]?.length ?? 0).toBe(count);
});

test.each([
  ['left blank by who filed', { HUE: ['2025-10-27 10:00', SOME] }, 'Không nêu'],
  ['of who has not filed, after the deadline', {}, 'Không bắt buộc'],
  [
    'that says something',
    { HUE: ['2025-10-27 10:00', { '3': 'Đề nghị tổ chức tập huấn cho cán bộ cấp xã.' }] },
    'Hoàn thành',
  ],
] satisfies [string, Filed, string][])(
  'an item nobody has to answer, %s, is neither due nor overdue',
  (_, filed, state) => {
    const now = '2025-11-05 08:00';
    const world = played(now, filed);
    expect(stateOf(world, now, 'L12112-PL1-3', 'HUE')).toBe(state);
  },
);

test('an item that is to be made clear is not done; clear it is', () => {
  const now = '2025-10-28 08:00';
  const unclear = played(now, { HUE: ['2025-10-27 10:00', { ...SOME, '1.2': 'Đang triển khai' }] });
  expect(stateOf(unclear, now, 'L12112-PL1-1.2', 'HUE')).toBe('Sắp đến hạn (còn 3 ngày làm việc) · đề nghị làm rõ');
  const accepted: Decision = {
    at: at('2025-10-27 15:00'),
    subject: '2025-10',
    unit: 'HUE',
    item: '1.2',
    decision: 'Chấp nhận mục',
    value: null,
    reason: null,
    by: 'Điều phối viên',
  };
  const clear = played(
    now,
    { HUE: ['2025-10-27 10:00', { ...SOME, '1.2': 'Đang triển khai' }] },
    { decisions: [accepted] },
  );
  expect(stateOf(clear, now, 'L12112-PL1-1.2', 'HUE')).toBe('Hoàn thành đúng hạn');
});

test('what has no deadline is done, neither in time nor late, and in none of the four', () => {
  const now = '2025-10-28 08:00';
  const done: Decision = {
    at: at('2025-10-27 15:00'),
    subject: 'N382-II1b-1',
    unit: 'BTP',
    item: null,
    decision: 'Hoàn thành nhiệm vụ',
    value: '20/10/2025',
    reason: null,
    by: 'Điều phối viên',
  };
  const world = played(now, {}, { decisions: [done] });
  expect(stateOf(world, now, 'N382-II1b-1', 'BTP')).toBe('Hoàn thành');
  expect(world.tasks.filter(isObligation).some(({ task }) => task.id === 'N382-II1b-1')).toBe(false);
});
