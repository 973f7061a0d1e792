import { expect, test } from 'vitest';
import { decisionSubject, encodeDecision } from '../../functions/domain/standing/change-log.ts';
import { fourCounts } from '../../functions/domain/standing/round-figures.ts';
import { deadlineKey } from '../../functions/domain/time/deadline.ts';
import { endOfDay, snapshotAsOf } from '../../functions/outlook/as-of.ts';
import { outlookOf } from '../../functions/outlook/outlook.ts';
import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { type Decision, decisions } from '../../sheets-schema/tabs/decisions.ts';
import { changes } from '../../sheets-schema/tabs/logs.ts';
import { type Task, tasks } from '../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { aTask, at, aUnit, day, dueBy } from '../domain/notices/notice-world.ts';
import { aDecision } from '../domain/standing/a-decision.ts';
import { aSnapshot } from '../workbook/a-snapshot.ts';

const gridOf = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
  [tab.sheetId, [headerRow(tab), ...rows.map((row) => encodeRow(tab, row))]] as const;

/** What a run at eight in the morning of a day wrote down. */
const seen = (on: string, subject: string, text: string | null, old: string | null = null) => ({
  seenAt: at(`${on} 08:00`),
  subject,
  old,
  new: text,
});
const decided = (value: string | null) => aDecision('Hoàn thành nhiệm vụ', '2025-09-02 07:30', { subject: 'T', value });
const acted = (on: string, value: string, old?: string) =>
  seen(on, decisionSubject(decided(value)), encodeDecision(decided(value)), old ? encodeDecision(decided(old)) : null);
const WHOM = `HPG@${deadlineKey(dueBy('2025-07-31'))}`;
const chased = (on: string) => seen(on, 'task/T', WHOM);
const done = (on: string) => seen(on, 'task/T', null, WHOM);

type World = {
  readonly task?: Partial<Task>;
  readonly now: readonly Decision[];
  readonly log: readonly RowOf<typeof changes>[];
};

/** Which of the four counts the one task of the register is, at the end of a day. */
function countOn(on: string, { task = {}, now, log }: World): string | undefined {
  const deadline = { day: day('2025-07-31'), time: null };
  const snapshot = aSnapshot(
    new Map([
      gridOf(tasks, [aTask('T', { lead: 'HPG', appliesTo: null, deadline, ...task })]),
      gridOf(units, [aUnit('HPG')]),
      gridOf(decisions, now),
      gridOf(changes, log),
      [settingsTab.sheetId, [headerRow(settingsTab), ['Mốc vận hành', '01/07/2025 08:00', '']]],
    ]),
  );
  const end = endOfDay(day(on), at('2025-12-01 08:00'));
  const counts = fourCounts(outlookOf(snapshotAsOf(snapshot, end)).policy.tasks, end);
  return Object.entries(counts).find(([, count]) => count === 1)?.[0];
}

test.each<[string, World, string, string]>([
  [
    'a decision whose day was corrected since counts as it read then',
    {
      now: [decided('05/08/2025')],
      log: [chased('2025-07-01'), acted('2025-09-02', '31/07/2025'), acted('2025-10-01', '05/08/2025', '31/07/2025')],
    },
    'doneOnTime',
    'doneLate',
  ],
  [
    'so does one whose value nobody can read now',
    { now: [decided('tháng bảy')], log: [acted('2025-09-02', '31/07/2025')] },
    'doneOnTime',
    'doneOnTime',
  ],
  [
    'one whose row is gone counts as ever',
    { now: [], log: [acted('2025-09-02', '31/07/2025')] },
    'doneOnTime',
    'doneOnTime',
  ],
  [
    'one that was seen later does not count yet',
    { now: [decided('31/07/2025')], log: [acted('2025-10-01', '31/07/2025')] },
    'openOverdue',
    'doneOnTime',
  ],
  [
    'the day in the register counts from when the register knew it',
    { task: { doneOn: day('2025-07-31') }, now: [], log: [chased('2025-07-01'), done('2025-10-01')] },
    'openOverdue',
    'doneOnTime',
  ],
  [
    'so does the evidence',
    { task: { evidence: '12/QĐ-UBND ngày 31/7/2025' }, now: [], log: [chased('2025-07-01'), done('2025-10-01')] },
    'openOverdue',
    'doneOnTime',
  ],
  [
    'what it knew from the beginning counts from the beginning',
    { task: { doneOn: day('2025-07-31') }, now: [], log: [seen('2025-07-01', 'setting/mail', 'Bật')] },
    'doneOnTime',
    'doneOnTime',
  ],
])('%s', (_, world, then, later) => {
  expect([countOn('2025-09-15', world), countOn('2025-10-15', world)]).toEqual([then, later]);
});
