import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import {
  type FindingRow,
  findings,
  type MailPlanRow,
  type MatrixRow,
  mailPlan,
  matrix,
  type OverviewRow,
  overview,
  type ProgressRow,
  progress,
  type TrackingRow,
  tracking,
} from '../../sheets-schema/tabs/projections.ts';
import { lastAndNext } from '../domain/last-and-next.ts';
import { aboutKey } from '../domain/ledger.ts';
import { planMailSchedule } from '../domain/mail-schedule.ts';
import { type FourCounts, fourCounts, percent, type RoundFigures, roundFigures } from '../domain/round-figures.ts';
import { taskWords } from '../domain/task-words.ts';
import { filingOf, lackingWords, timingWords } from '../domain/tracking-words.ts';
import type { UnitStatus } from '../domain/unit-status.ts';
import type { Change } from '../ports.ts';
import { diffProjection } from '../workbook/diff-grid.ts';
import type { Outlook } from '../workbook/outlook.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** The writes that bring every projection up to the outlook; those of deleted tabs are left out. */
export function planProjections(snapshot: Snapshot, outlook: Outlook, found: readonly FindingRow[]): readonly Change[] {
  const diff = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
    snapshot.missing.has(tab.sheetId) ? [] : diffProjection(tab, snapshot.projections.get(tab.sheetId) ?? [], rows);
  const schedule = planMailSchedule(outlook.policy);
  return [
    ...diff(overview, overviewRows(outlook, snapshot.bookkeeping.formUri)),
    ...diff(tracking, trackingRows(outlook, schedule)),
    ...diff(matrix, matrixRows(outlook)),
    ...diff(progress, progressRows(outlook)),
    ...diff(findings, found),
    ...diff(mailPlan, schedule),
  ];
}

/** The statuses of the round that is open; `Tổng hợp` and the figures are about it. */
export function openStatuses({ policy }: Outlook): readonly UnitStatus[] {
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

function overviewRows(outlook: Outlook, formUri: string): readonly OverviewRow[] {
  const statuses = openStatuses(outlook);
  const round = statuses[0]?.round;
  const figures = roundFigures(statuses, outlook.policy.now);
  return [
    row(headline(figures, round !== undefined), round?.title ?? '', ''),
    ...(round ? roundRows(figures) : []),
    ...taskRows(fourCounts(outlook.policy.tasks, outlook.policy.now)),
    row('Thư', outlook.policy.settings.mail, 'Bật hoặc Tắt ở tab Cài đặt; xem trước ở tab Lịch thư.'),
    row('Biểu mẫu', formUri, 'Đường dẫn chung của biểu mẫu; mỗi đơn vị có đường dẫn riêng trong thư mời.'),
  ];
}

function row(label: string, value: string | number, about: string): OverviewRow {
  return { label: label || null, value: String(value) || null, about: about || null };
}

/** The answer in one line. */
function headline({ received, expected, onTime, toSupplement, overdue }: RoundFigures, open: boolean): string {
  if (!open) return 'Chưa có kỳ báo cáo nào đang mở';
  return `Đã nhận ${received}/${expected} · đúng hạn ${onTime} · cần bổ sung ${toSupplement} · quá hạn ${overdue}`;
}

function roundRows(figures: RoundFigures): readonly OverviewRow[] {
  const { expected, received, onTime, complete, toSupplement, overdue, pending } = figures;
  return [
    row('Phải gửi', expected, 'Số đơn vị phải gửi báo cáo của kỳ đang mở.'),
    row('Đã nhận', received, 'Có ít nhất một nội dung thật, hoặc đã nhận văn bản chính thức.'),
    row('Tỷ lệ nhận', percent(received, expected), 'Đã nhận trên phải gửi.'),
    row('Đúng hạn', onTime, 'Lần gửi đầu tiên trước khi hết hạn áp dụng cho đơn vị.'),
    row('Tỷ lệ đúng hạn', percent(onTime, expected), 'Đúng hạn trên phải gửi.'),
    row('Đủ nội dung', complete, 'Mọi mục bắt buộc đều Đủ.'),
    row('Cần bổ sung', toSupplement, 'Đã gửi nhưng còn mục Thiếu hoặc Cần làm rõ.'),
    row('Quá hạn', overdue, 'Chưa gửi và đã hết hạn.'),
    row('Chờ xác minh đơn vị', pending, 'Báo cáo không đi từ đường dẫn riêng; xem tab Kiểm tra.'),
  ];
}

function taskRows({ doneOnTime, doneLate, openInTime, openOverdue }: FourCounts): readonly OverviewRow[] {
  const about = 'Theo cách đếm của Văn phòng Chính phủ, trên từng nhiệm vụ của từng đơn vị có thời hạn.';
  return [
    row('Nhiệm vụ hoàn thành đúng hạn', doneOnTime, about),
    row('Nhiệm vụ hoàn thành quá hạn', doneLate, about),
    row('Nhiệm vụ chưa hoàn thành, trong hạn', openInTime, about),
    row('Nhiệm vụ chưa hoàn thành, quá hạn', openOverdue, about),
  ];
}
