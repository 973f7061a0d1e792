import type { OverviewRow } from '../../sheets-schema/tabs/projections.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import { MAIL_OFF, stillWords } from '../domain/notices/standstill.ts';
import { contactBook } from '../domain/standing/contact-book.ts';
import {
  COUNTED,
  countRules,
  type FourCounts,
  fourCounts,
  NO_OPEN_ROUND,
  percent,
  type RoundFigures,
  rateRules,
  roundFigures,
  roundHeadline,
  roundRules,
  rulesOf,
  taskLabel,
} from '../domain/standing/round-figures.ts';
import { guideRows } from './guide-rows.ts';
import type { Overview } from './kept-figures.ts';

/** `Tổng quan`, answer first. The counts keep their rows whatever happens: the charts of the tab point at them. */
export function overviewRows(policy: PolicyInput, formUri: string): Overview {
  const statuses = policy.statuses.filter((status) => status.round.state === 'Đang mở');
  const round = statuses[0]?.round;
  const figures = roundFigures(statuses, policy.now);
  return {
    headline: row(round ? roundHeadline(figures) : NO_OPEN_ROUND, round?.title ?? '', standingWords(policy)),
    parts: [
      { rest: 'rounds', rows: countRows(figures) },
      { rest: 'tasks', rows: taskRows(fourCounts(policy.tasks, policy.now)) },
      { rest: 'rounds', rows: rateRows(figures) },
      { rest: 'settings', rows: [mailRow(policy)] },
      { rest: 'contacts', rows: [coordinatorRow(policy)] },
      { rest: null, rows: [formRow(formUri), ...guideRows] },
    ],
  };
}

/** `Lỗi: đang dừng 2 việc. Từ 09:12 ngày …` */
function standingWords({ still = [], now }: PolicyInput): string {
  const [first] = still;
  if (!first) return '';
  const others = still.length > 1 ? ` … và ${still.length - 1} việc nữa, xem tab Kiểm tra.` : '';
  return `Lỗi: đang dừng. ${stillWords(first, now)}.${others}`;
}

function mailRow({ settings, still = [], now }: PolicyInput): OverviewRow {
  const off = still.find(({ reason }) => reason === MAIL_OFF);
  if (off) return row('Thư', `Lỗi: ${settings.mail}`, `${stillWords(off, now)}.`);
  return row('Thư', settings.mail, 'Bật hoặc Tắt ở tab Cài đặt; xem trước ở tab Lịch thư.');
}

function formRow(formUri: string): OverviewRow {
  return row(
    'Biểu mẫu',
    formUri,
    'Đường dẫn chung của biểu mẫu; mỗi đơn vị có đường dẫn riêng trong thư đề nghị gửi báo cáo.',
  );
}

/** Nobody else is told when something stands still. */
function coordinatorRow({ contacts }: PolicyInput): OverviewRow {
  const count = contactBook(contacts)(null, 'Điều phối').length;
  return count > 0
    ? row('Điều phối viên', count, 'Số địa chỉ nhận bản tin và cảnh báo.')
    : row(
        'Điều phối viên',
        'Lỗi: chưa có ai',
        'Không ai nhận bản tin và cảnh báo; thêm vai trò Điều phối ở tab Danh bạ.',
      );
}

function row(label: string, value: string | number, about: string): OverviewRow {
  return { label: label || null, value: value === '' ? null : value, about: about || null };
}

function countRows(figures: RoundFigures): readonly OverviewRow[] {
  return rulesOf(roundRules).map(([name, { label, rule }]) => row(label, figures[name], rule));
}

function rateRows({ received, onTime, expected }: RoundFigures): readonly OverviewRow[] {
  return [
    row(rateRules.received.label, percent(received, expected), rateRules.received.rule),
    row(rateRules.onTime.label, percent(onTime, expected), rateRules.onTime.rule),
  ];
}

function taskRows(counts: FourCounts): readonly OverviewRow[] {
  return rulesOf(countRules).map(([name, rule]) => row(taskLabel(rule), counts[name], `${rule.rule} ${COUNTED}.`));
}
