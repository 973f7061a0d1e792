import type { Tab } from './define-tab.ts';
import { ledger, reports } from './tabs/logs.ts';
import { itemWordings } from './tabs/outline.ts';
import { findings, mailPlan, matrix, progress, tracking } from './tabs/projections.ts';
import { tasks } from './tabs/register.ts';
import { contacts } from './tabs/units.ts';

/** Which rows a view shows, by one column. */
export type RowTest =
  | { readonly kind: 'starts-with'; readonly word: string }
  | { readonly kind: 'filled' }
  /** All but rows with these values. */
  | { readonly kind: 'none-of'; readonly values: readonly string[] };

/** A filter view people find ready: each looks at it alone, and nothing moves for the others. */
export type ReadyView = {
  /** Chosen once, so that links to the view last. */
  readonly id: number;
  readonly tab: Tab;
  readonly title: string;
  /** The name of the column in code. */
  readonly column: string;
  readonly rows: RowTest;
};

function view<T extends Tab>(
  tab: T,
  number: number,
  title: string,
  column: keyof T['columns'] & string,
  rows: RowTest,
): ReadyView {
  return { id: tab.sheetId * 10 + number, tab, title, column, rows };
}

const startsWith = (word: string): RowTest => ({ kind: 'starts-with', word });
const filled: RowTest = { kind: 'filled' };
const noneOf = (...values: readonly string[]): RowTest => ({ kind: 'none-of', values });

/** A view hides what a cell shows. Fact: google-sheets, what a tick box shows in a Vietnamese file is not known. */
const UNTICKED = ['FALSE', 'SAI'];

/** Numbers of a tab's views are never used again for another view. */
export const readyViews: readonly ReadyView[] = [
  view(tracking, 1, 'Chưa gửi', 'filing', startsWith('Chưa gửi')),
  view(tracking, 2, 'Quá hạn', 'timing', startsWith('Quá hạn')),
  view(tracking, 3, 'Còn mục thiếu, cần làm rõ', 'missing', filled),
  view(
    matrix,
    1,
    'Thiếu, cần làm rõ',
    'verdict',
    noneOf(...itemWordings.filter((words) => words !== 'Thiếu' && words !== 'Cần làm rõ')),
  ),
  view(progress, 1, 'Quá hạn', 'state', startsWith('Quá hạn')),
  view(progress, 2, 'Sắp đến hạn', 'state', startsWith('Sắp đến hạn')),
  view(progress, 3, 'Có mâu thuẫn', 'contradiction', filled),
  view(findings, 1, 'Lỗi', 'level', startsWith('Lỗi')),
  view(mailPlan, 1, 'Giữ lại', 'state', startsWith('Giữ lại')),
  view(tasks, 1, 'Có hạn cuối', 'deadline', filled),
  view(contacts, 1, 'Đang dùng', 'active', noneOf(...UNTICKED)),
  view(reports, 1, 'Chờ xác minh đơn vị', 'identity', startsWith('Chờ xác minh')),
  view(ledger, 1, 'Không gửi được', 'state', startsWith('không gửi được')),
];

/** `Theo dõi · Chưa gửi`: how links name a view. */
export function nameOfView({ tab, title }: ReadyView): string {
  return `${tab.title} · ${title}`;
}
