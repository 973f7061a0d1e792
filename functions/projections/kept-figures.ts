import type { OverviewRow } from '../../sheets-schema/tabs/projections.ts';
import { restsOn, type UnreadTabs, whyUnread } from '../workbook/unread-tabs.ts';

/** What the rows of `Tổng quan` rest on. */
const rests = {
  rounds: restsOn.rounds,
  tasks: restsOn.tasks,
  contacts: ['contacts'],
  settings: ['settingsTab'],
} as const;
type Rest = keyof typeof rests;

/** Why a kind of figure is not known now; null where it is. */
export type Stale = Readonly<Record<Rest, string | null>>;

export function staleIn(unread: UnreadTabs): Stale {
  const why = (rest: Rest) => whyUnread(unread, rests[rest]);
  return { rounds: why('rounds'), tasks: why('tasks'), contacts: why('contacts'), settings: why('settings') };
}

/** `Tổng quan`: the answer first, then rows in order, with what they rest on. */
export type Overview = {
  readonly headline: OverviewRow;
  readonly parts: readonly { readonly rest: Rest | null; readonly rows: readonly OverviewRow[] }[];
};

/** How the first row begins while figures are not known. */
const BAND = 'Số liệu cũ';

/**
 * `Tổng quan` as it may stand: figures that are not known now keep their last good value, and the first row says so.
 * @param before what the tab says now
 */
export function keptFigures(
  { headline, parts }: Overview,
  stale: Stale,
  before: readonly OverviewRow[],
): readonly OverviewRow[] {
  const last = new Map(before.map((row) => [row.label, row]));
  const kept = ({ label }: OverviewRow) =>
    last.get(label) ?? { label, value: null, about: 'Chưa rõ; xem tab Kiểm tra.' };
  return [
    stale.tasks === null ? headline : bandOf(headline, stale, before[0]),
    ...parts.flatMap(({ rest, rows }): readonly OverviewRow[] =>
      rest !== null && stale[rest] !== null ? rows.map(kept) : rows,
    ),
  ];
}

/** The answer moves aside for the warning; of several runs in a row the first one's answer is the last good one. */
function bandOf(headline: OverviewRow, { rounds, tasks }: Stale, first: OverviewRow | undefined): OverviewRow {
  const label = `${BAND}: ${rounds ?? tasks}`;
  if (rounds === null) return { label, value: headline.label, about: 'Số liệu nhiệm vụ là của lần cập nhật trước.' };
  return { label, value: lastHeadline(first), about: 'Số liệu là của lần cập nhật trước; xem tab Kiểm tra.' };
}

function lastHeadline(first: OverviewRow | undefined): OverviewRow['value'] {
  return first?.label?.startsWith(BAND) ? first.value : (first?.label ?? null);
}

/** The last good figures of `Tổng quan` by their labels, the answer under the empty one. */
export function lastGoodFigures(rows: readonly OverviewRow[]): ReadonlyMap<string, string> {
  const values = rows.map(({ label, value }) => [label ?? '', String(value ?? '')] as const);
  return new Map([...values, ['', String(lastHeadline(rows[0]) ?? '')]]);
}
