import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import {
  choices,
  type FindingRow,
  findings,
  type MailPlanRow,
  type MatrixRow,
  mailPlan,
  matrix,
  overview,
  type ProgressRow,
  progress,
  type TrackingRow,
  tracking,
} from '../../sheets-schema/tabs/projections.ts';
import { lastAndNext } from '../domain/notices/last-and-next.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import { planMailSchedule } from '../domain/notices/schedule.ts';
import { taskWords } from '../domain/standing/task-words.ts';
import { filingOf, lackingWords, timingWords } from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { RowChange } from '../ports.ts';
import { diffProjection } from '../workbook/diff-grid.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { choiceRows } from './choice-rows.ts';
import { overviewRows } from './overview-rows.ts';

/** The writes that bring every projection up to the outlook; those of deleted tabs are left out. */
export function planProjections(
  snapshot: Snapshot,
  outlook: Outlook,
  found: readonly FindingRow[],
): readonly RowChange[] {
  const diff = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
    snapshot.missing.has(tab.sheetId) ? [] : diffProjection(tab, snapshot.projections.get(tab.sheetId) ?? [], rows);
  const schedule = planMailSchedule(outlook.policy);
  return [
    ...diff(overview, overviewRows(outlook.policy, snapshot.bookkeeping.formUri)),
    ...diff(tracking, trackingRows(outlook, schedule)),
    ...diff(matrix, matrixRows(outlook)),
    ...diff(progress, progressRows(outlook)),
    ...diff(findings, found),
    ...diff(mailPlan, schedule),
    ...diff(choices, choiceRows(snapshot.people)),
  ];
}

/** The statuses of the round that is open; `Tổng hợp` and the figures are about it. */
function openStatuses({ policy }: Outlook): readonly UnitStatus[] {
  return policy.statuses.filter((status) => status.round.state === 'Đang mở');
}

function timingSources({ policy }: Outlook) {
  const { now, calendar, settings, confirmedRounds } = policy;
  return { now, calendar, soonDays: settings.soonDays, goLive: settings.goLive, confirmedRounds };
}

function trackingRows(outlook: Outlook, schedule: readonly MailPlanRow[]): readonly TrackingRow[] {
  const sources = timingSources(outlook);
  const notices = lastAndNext(outlook.policy.ledger, schedule);
  const begun = outlook.policy.statuses.filter((status) => status.round.state !== 'Chuẩn bị');
  return begun.map((status) => ({
    round: status.round.id,
    unit: status.unit.code,
    name: status.unit.shortName,
    filing: filingOf(status),
    timing: timingWords(status, sources),
    strict: status.strict.lastDay,
    effective: status.effective.lastDay,
    filedAt: status.filedAt,
    missing: lackingWords(status),
    official: status.official?.number ?? null,
    lastNotice: notices.get(aboutKey(status.round.id, status.unit.code))?.last ?? null,
    nextNotice: notices.get(aboutKey(status.round.id, status.unit.code))?.next ?? null,
    explained: status.explained,
  }));
}

function matrixRows(outlook: Outlook): readonly MatrixRow[] {
  return openStatuses(outlook).flatMap((status) =>
    status.items.map((item) => ({
      round: status.round.id,
      unit: status.unit.code,
      item: item.item,
      verdict: item.verdict,
      reasons: item.reasons.join('; ') || null,
      version: item.versions.join('; ') || null,
      content: item.excerpt || null,
    })),
  );
}

function progressRows(outlook: Outlook): readonly ProgressRow[] {
  return outlook.policy.tasks.map((task) => ({
    task: task.task.id,
    unit: task.unit.code,
    summary: task.task.summary,
    deadline: task.deadline?.lastDay ?? null,
    ...taskWords(task, timingSources(outlook)),
  }));
}
