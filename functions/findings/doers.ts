import type { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type Task, tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { expandUnits } from '../domain/standing/expected-units.ts';
import { rolesOf } from '../domain/standing/task-roles.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/** What a person has to decide about who does a task; nothing waits for it. */
export function doerFindings(
  { tasks, units }: Pick<PeopleTabs, 'tasks' | 'units'>,
  today: Temporal.PlainDate,
): readonly Finding[] {
  if (!units.readable || units.rows.length === 0) return [];
  return tasks.rows.flatMap((row) => openQuestions(row, units.rows, today));
}

function openQuestions(row: Task, units: readonly Unit[], today: Temporal.PlainDate): readonly Finding[] {
  const { unknown, ambiguous } = expandUnits(row.cooperating ?? [], units, today);
  const unclear = [...unknown, ...ambiguous.map(({ entry }) => entry)];
  const isNobodys = rolesOf(row, units, today).doers.length === 0;
  return [
    ...(unclear.length > 0 ? [unclearHelp(row, unclear)] : []),
    ...(row.unlisted ? [unlistedDoers(row, row.unlisted)] : []),
    ...(isNobodys ? [nobodysTask(row)] : []),
  ];
}

function unclearHelp({ id }: Task, entries: readonly string[]): Finding {
  return finding(where(tasksTab, id, 'cooperating'), {
    level: 'warning',
    found: `"${entries.join('; ')}" không phải mã, tên hay nhóm của một đơn vị`,
    expected: 'mã đơn vị hoặc nhóm có trong tab "Đơn vị"',
    fix: 'ghi mã để đơn vị được thông báo; cơ quan chưa có mã thì chuyển sang cột "Chưa có trong sổ"',
  });
}

function unlistedDoers({ id }: Task, entries: readonly string[]): Finding {
  return finding(where(tasksTab, id, 'unlisted'), {
    level: 'warning',
    found: `văn bản còn nêu: ${entries.join('; ')}`,
    expected: 'quyết định có theo dõi các cơ quan này hay không',
    fix: 'theo dõi thì thêm ở tab "Đơn vị" rồi ghi mã vào "Áp dụng cho" hoặc "Phối hợp"; không theo dõi thì xóa khỏi ô',
  });
}

function nobodysTask({ id }: Task): Finding {
  return finding(where(tasksTab, id, 'appliesTo'), {
    level: 'warning',
    found: 'chưa có đơn vị nào thực hiện nhiệm vụ này',
    expected: 'ít nhất một đơn vị đang hoạt động ở cột "Áp dụng cho" hoặc "Chủ trì"',
    fix: 'ghi mã đơn vị hoặc nhóm; khi chưa ghi, nhiệm vụ không có ở tab "Tiến độ" và không ai được nhắc',
  });
}
