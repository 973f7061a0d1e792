import { Temporal } from 'temporal-polyfill';
import type { Finding } from '../../sheets-schema/finding.ts';
import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { expandUnits } from '../domain/standing/expected-units.ts';
import { lacksOptions } from '../form/wanted-form.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** Names in rounds, tasks and the outline that mean nobody, or several; and rounds that stand in each other's way. */
export function registerFindings(snapshot: Snapshot): readonly Finding[] {
  return [...namedUnits(snapshot), ...severalOpen(snapshot), ...choicesWithoutOptions(snapshot)];
}

/** A list of units in a row of people's tabs. */
type UnitList = {
  readonly tab: string;
  readonly row: string;
  readonly column: string;
  readonly entries: readonly string[];
};

function namedUnits(snapshot: Snapshot): readonly Finding[] {
  const { people, readAt } = snapshot;
  if (!people.units.readable || people.units.rows.length === 0) return [];
  const today = localDay(readAt);
  return unitLists(snapshot).flatMap((list) => {
    const { unknown, ambiguous } = expandUnits(list.entries, people.units.rows, today);
    return [
      ...unknown.map((entry) => unknownUnit(list, entry)),
      ...ambiguous.map(({ entry, units }) =>
        ambiguousUnit(
          list,
          entry,
          units.map((unit) => `${unit.shortName} (${unit.code})`),
        ),
      ),
    ];
  });
}

function unitLists({ people }: Snapshot): readonly UnitList[] {
  const list = (tab: { title: string }, row: string, column: { header: string }, entries: readonly string[] | null) =>
    entries === null ? [] : [{ tab: tab.title, row, column: column.header, entries }];
  return [
    ...people.rounds.rows.flatMap((row) => list(roundsTab, row.id, roundsTab.columns.expected, row.expected)),
    ...people.tasks.rows.flatMap((row) => [
      ...list(tasksTab, row.id, tasksTab.columns.lead, row.lead?.split(/[;\n]/) ?? null),
      ...list(tasksTab, row.id, tasksTab.columns.appliesTo, row.appliesTo),
    ]),
    ...people.outline.rows.flatMap((row) =>
      list(outlineTab, `${row.version}/${row.question}`, outlineTab.columns.appliesTo, row.appliesTo),
    ),
  ];
}

function unknownUnit({ tab, row, column }: UnitList, entry: string): Finding {
  return {
    level: 'error',
    tab,
    row,
    column,
    found: `"${entry.trim()}" không phải mã, tên hay nhóm đơn vị nào`,
    expected: 'mã đơn vị hoặc nhóm có trong tab "Đơn vị"',
    mend: `sửa hoặc bỏ "${entry.trim()}", hoặc thêm vào cột "Bí danh" của đơn vị`,
  };
}

function ambiguousUnit({ tab, row, column }: UnitList, entry: string, units: readonly string[]): Finding {
  return {
    level: 'error',
    tab,
    row,
    column,
    found: `"${entry.trim()}" có thể là ${units.join(' hoặc ')}`,
    expected: 'một cách gọi chỉ một đơn vị',
    mend: 'ghi mã của đơn vị; hệ thống không tự đoán',
  };
}

function severalOpen({ people }: Snapshot): readonly Finding[] {
  const [first, ...others] = people.rounds.rows
    .filter((round) => round.state === 'Đang mở')
    .sort((a, b) => Temporal.Instant.compare(b.opensAt, a.opensAt));
  return others.map((round) => ({
    level: 'error',
    tab: roundsTab.title,
    row: round.id,
    column: roundsTab.columns.state.header,
    found: `kỳ ${first?.id} cũng Đang mở; biểu mẫu đang nhận báo cáo của kỳ ${first?.id}`,
    expected: 'mỗi lúc chỉ một kỳ Đang mở',
    mend: `chuyển một trong hai kỳ sang "Đã đóng" hoặc "Chuẩn bị"`,
  }));
}

function choicesWithoutOptions({ people }: Snapshot): readonly Finding[] {
  return people.outline.rows.filter(lacksOptions).map(({ version, question }) => ({
    level: 'error',
    tab: outlineTab.title,
    row: `${version}/${question}`,
    column: outlineTab.columns.options.header,
    found: 'ô trống',
    expected: outlineTab.columns.options.expected,
    mend: 'điền các lựa chọn; câu hỏi chưa được đưa lên biểu mẫu',
  }));
}
