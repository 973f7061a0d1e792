import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { parseTab } from '../../sheets-schema/parse-tab.ts';
import { ANY_VERSION } from '../../sheets-schema/schema-version.ts';
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
import { ownCode } from '../domain/links/codes.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import type { NoticePlan } from '../domain/notices/plan-notices.ts';
import { type Foretold, type MailAhead, planMailSchedule } from '../domain/notices/schedule.ts';
import { partiesOf, taskWords } from '../domain/standing/task-words.ts';
import {
  filingOf,
  itemWords,
  lackingWords,
  officialWords,
  timingOf,
  timingWords,
} from '../domain/standing/tracking-words.ts';
import type { ItemStatus, UnitStatus } from '../domain/standing/unit-status.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { RowChange } from '../ports.ts';
import { diffProjection } from '../workbook/diff-grid.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { restsOn, whyUnread } from '../workbook/unread-tabs.ts';
import { choiceRows } from './choice-rows.ts';
import { keptFigures, staleIn } from './kept-figures.ts';
import { lastAndNext } from './last-and-next.ts';
import { type Foretell, mailPlanRows } from './mail-plan-rows.ts';
import { overviewRows } from './overview-rows.ts';

/**
 * The writes that bring every projection up to the outlook; those of deleted tabs are left out. What rests on a tab that
 * cannot be read stays as it was: nothing may look well, or empty, because something could not be read.
 */
export function planProjections(
  snapshot: Pick<Snapshot, 'missing' | 'projections' | 'bookkeeping' | 'people'>,
  { policy, unread }: Pick<Outlook, 'policy' | 'unread'>,
  planned: { readonly findings: readonly FindingRow[]; readonly notices: NoticePlan; readonly foretell: Foretell },
): readonly RowChange[] {
  const diff = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
    snapshot.missing.has(tab.sheetId) ? [] : diffProjection(tab, snapshot.projections.get(tab.sheetId) ?? [], rows);
  const unlessUnread = (needed: Parameters<typeof whyUnread>[1], changes: () => readonly RowChange[]) =>
    whyUnread(unread, needed) === null ? changes() : [];
  const schedule = scheduleOf(snapshot, { unread, notices: planned.notices });
  const names = new Map(snapshot.people.units.rows.map(({ code, shortName }) => [code, shortName]));
  const figures = overviewRows(policy, snapshot.bookkeeping.formUri);
  return [
    ...diff(overview, keptFigures(figures, staleIn(unread), before(overview, snapshot))),
    ...unlessUnread(restsOn.tracking, () => diff(tracking, trackingRows(policy, schedule))),
    ...unlessUnread(restsOn.rounds, () => diff(matrix, matrixRows(policy.statuses))),
    ...unlessUnread(restsOn.tasks, () => diff(progress, progressRows(policy))),
    ...diff(findings, planned.findings),
    ...diff(
      mailPlan,
      isKnown(schedule)
        ? mailPlanRows(schedule, { ...planned, names, outline: snapshot.people.outline.rows })
        : schedule,
    ),
    ...unlessUnread(restsOn.choices, () => diff(choices, choiceRows(snapshot.people))),
  ];
}

/** What a projection says now. */
function before<T extends Tab>(tab: T, { projections }: Pick<Snapshot, 'projections'>): readonly RowOf<T>[] {
  return parseTab(tab, projections.get(tab.sheetId) ?? [], ANY_VERSION).rows;
}

/** The mails to come. While nobody can say which are owed, those that were planned stand there as held. */
export function scheduleOf(
  snapshot: Pick<Snapshot, 'projections'>,
  { unread, notices }: Pick<Outlook, 'unread'> & { readonly notices: NoticePlan },
): readonly Foretold[] | readonly PlannedBefore[] {
  const why = whyUnread(unread, restsOn.mails);
  if (why === null) return planMailSchedule(notices);
  return before(mailPlan, snapshot).flatMap(({ key, ...row }) =>
    key === null ? [] : [{ ...row, key, state: 'Giữ lại', why }],
  );
}

/** A mail that an earlier run foretold. */
type PlannedBefore = MailPlanRow & MailAhead;

function isKnown(schedule: ReturnType<typeof scheduleOf>): schedule is readonly Foretold[] {
  return schedule.every((row) => 'notice' in row);
}

/** The statuses of the round that is open; `Tổng hợp` and the figures are about it. */
function openStatuses(statuses: readonly UnitStatus[]): readonly UnitStatus[] {
  return statuses.filter((status) => status.round.state === 'Đang mở');
}

/** `Theo dõi`, of rounds that have begun. */
export function trackingRows(policy: PolicyInput, schedule: readonly MailAhead[]): readonly TrackingRow[] {
  const sources = timingOf(policy);
  const notices = lastAndNext(policy.ledger, schedule);
  const begun = policy.statuses.filter((status) => status.round.state !== 'Chuẩn bị');
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
    official: officialWords(status),
    officialLink: status.officialLink,
    lastNotice: notices.get(aboutKey(status.round.id, status.unit.code))?.last ?? null,
    nextNotice: notices.get(aboutKey(status.round.id, status.unit.code))?.next ?? null,
    explained: status.explained,
  }));
}

function matrixRows(statuses: readonly UnitStatus[]): readonly MatrixRow[] {
  return openStatuses(statuses).flatMap((status) =>
    status.items.map((item) => {
      const verdict = itemWords(status, item.item);
      return {
        round: status.round.id,
        unit: status.unit.code,
        name: status.unit.shortName,
        item: item.item,
        verdict,
        // Of a unit that has sent nothing no item in particular is asked for.
        reasons: verdict === item.verdict ? item.reasons.join('; ') || null : null,
        version: versionsOf(item, status.unit.code),
        change: changeWords(item, status.unit.code),
        content: item.excerpt || null,
      };
    }),
  );
}

/** The reports that an item is made of; beside them one that says something else. */
function versionsOf({ versions, difference }: ItemStatus, unit: string): string | null {
  const used = versions.map((version) => ownCode(version, unit)).join('; ');
  return difference ? `${used} (đang dùng); ${ownCode(difference.older.version, unit)} (nêu khác)` : used || null;
}

/** What the last report brought, with the codes of both that are compared. */
function changeWords({ change }: ItemStatus, unit: string): string | null {
  if (!change) return null;
  const [now, before] = [change.version, change.before].map((version) => ownCode(version, unit));
  return change.isNew ? `Mới: ${now} nêu, ${before} chưa nêu` : `Đã đổi: ${now} thay nội dung của ${before}`;
}

function progressRows(policy: PolicyInput): readonly ProgressRow[] {
  const sources = timingOf(policy);
  return policy.tasks.map((task) => ({
    task: task.task.id,
    unit: task.unit.code,
    name: task.unit.shortName,
    summary: task.task.summary,
    ...partiesOf(task),
    deadline: task.deadline?.lastDay ?? null,
    ...taskWords(task, sources),
  }));
}
