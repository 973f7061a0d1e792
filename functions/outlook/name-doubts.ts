import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { finding, where } from '../../sheets-schema/finding.ts';
import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { GROUP_LATER_CITIES, type Unit, units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import { fold } from '../../sheets-schema/text.ts';
import type { StoredAnswer } from '../domain/judging/valid-content.ts';
import { isUnknownKey } from '../domain/links/form-links.ts';
import { loneGroups } from '../domain/reading/group-names.ts';
import { expandUnits, isActive } from '../domain/standing/expected-units.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Doubts } from '../workbook/doubts.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';
import { datedTasks } from './key-doubts.ts';

type Named = Pick<PeopleTabs, 'rounds' | 'tasks' | 'units' | 'outline'>;

type Used = {
  readonly statuses: readonly UnitStatus[];
  /** By version code. */
  readonly answers: ReadonlyMap<string, readonly StoredAnswer[]>;
  readonly today: Temporal.PlainDate;
};

const NOTHING: Doubts = { doubts: [], findings: [] };

/** Names that lists, logs and units give each other: where one end was renamed, what rests on it waits, and nothing else. */
export function nameDoubts(people: Named, used: Used): Doubts {
  const { units, outline } = people;
  if (!units.readable || !outline.readable || units.rows.length === 0) return NOTHING;
  const parts = [
    renamedQuestions(people, used),
    unknownLists(people, used),
    strayGroups(people),
    doubledNames(people, used),
    endedUnits(used),
  ];
  return { doubts: parts.flatMap((part) => part.doubts), findings: parts.flatMap((part) => part.findings) };
}

/**
 * A unit that answered a question under a key that is gone would be asked for that answer again, and each for the task that
 * the question reported on.
 */
function renamedQuestions({ outline, tasks }: Named, { statuses, answers }: Used): Doubts {
  const keys = new Set<unknown>([
    ...outline.rows.map(({ question }) => question),
    ...[...outline.broken, ...outline.rivals.map((row) => ({ values: row }))].map(
      ({ values }) => (values as { readonly question?: unknown }).question,
    ),
  ]);
  const doubts = statuses.flatMap(({ round, unit, versions }) => {
    if (round.state === 'Đã đóng') return [];
    const given = versions.flatMap(({ version }) => answers.get(version) ?? []).map(({ question }) => question);
    const lost = [...new Set(given)].filter((question) => !isUnknownKey(question) && !keys.has(question));
    const reason = `câu hỏi ${lost.join(', ')} đã trả lời không còn trong tab "${outlineTab.title}"`;
    return lost.length === 0 ? [] : [{ scope: { round: round.id, unit: unit.code }, reason }];
  });
  const chased = doubts
    .slice(0, 1)
    .flatMap(({ reason }) => datedTasks(tasks).map((round) => ({ scope: { round }, reason })));
  return { doubts: [...doubts, ...chased], findings: [] };
}

/** A list that names nobody leaves out whom it meant; the finding stands with the lists. */
function unknownLists({ rounds, tasks, units, outline }: Named, { today }: Used): Doubts {
  const isClear = (entries: readonly string[] | null) =>
    entries === null || expandUnits(entries, units.rows, today).unknown.length === 0;
  const unclear = new Set(
    outline.rows
      .filter(({ used, appliesTo, sectionFor }) => used && !(isClear(appliesTo) && isClear(sectionFor)))
      .map(({ version }) => version),
  );
  const reason = 'cột "Áp dụng cho" có tên mà tab "Đơn vị" không có';
  const asking = rounds.rows.filter(({ state, outlineVersion }) => state !== 'Đã đóng' && unclear.has(outlineVersion));
  const lists = [...asking, ...tasks.rows.filter(({ appliesTo }) => !isClear(appliesTo))];
  return { doubts: lists.map(({ id }) => ({ scope: { round: id }, reason })), findings: [] };
}

/**
 * A group of one unit alone may be another one mistyped: then the unit is not asked what the group is asked. The one that
 * a new file has of that kind is meant.
 */
function strayGroups({ rounds, tasks, units, outline }: Named): Doubts {
  const lists = [
    ...rounds.rows.map(({ expected }) => expected),
    ...[...tasks.rows, ...outline.rows].map(({ appliesTo }) => appliesTo ?? []),
    ...outline.rows.map(({ sectionFor }) => sectionFor ?? []),
    ...tasks.rows.map(({ lead }) => lead?.split(/[;\n]/) ?? []),
  ];
  const open = rounds.rows.filter(({ state }) => state !== 'Đã đóng');
  const lone = loneGroups(units.rows, [...lists.flat(), GROUP_LATER_CITIES]);
  return {
    doubts: lone.flatMap(({ unit, group, meant }) =>
      meant === null
        ? []
        : open.map(({ id }) => ({
            scope: { round: id, unit: unit.code },
            reason: `nhóm "${group}" có thể là "${meant}"`,
          })),
    ),
    findings: lone.map(({ unit, group, meant }) =>
      finding(where(unitsTab, unit.code, 'groups'), {
        level: meant === null ? 'warning' : 'error',
        found: `nhóm "${group}" chỉ có ở dòng này, không nơi nào khác dùng`,
        expected: meant === null ? 'nhóm có ở đơn vị khác hoặc ở cột "Áp dụng cho"' : `có thể là "${meant}"`,
        fix:
          meant === null
            ? 'kiểm tra cách viết; nhóm mới thì để nguyên'
            : `sửa thành "${meant}", hoặc đặt tên khác hẳn; thư của đơn vị đang giữ lại`,
      }),
    ),
  };
}

/**
 * Two units under one code or one short name, however spelled: of what is typed or chosen by it nobody can tell whose it
 * is, and one of them would be written to as the other. Official names alike are only asked about.
 */
function doubledNames({ rounds, tasks, units }: Named, { today }: Used): Doubts {
  const active = units.rows.filter((unit) => isActive(unit, today));
  const columns = ['code', 'shortName', 'name'] as const;
  const found = columns.flatMap((column) =>
    [...Map.groupBy(active, (unit) => fold(unit[column])).values()].flatMap((alike) =>
      alike.length > 1 ? alike.map((unit) => ({ column, unit, others: alike.filter((one) => one !== unit) })) : [],
    ),
  );
  const unclear = found.filter(({ column }) => column !== 'name');
  const subjects = [...rounds.rows.filter(({ state }) => state !== 'Đã đóng'), ...tasks.rows].map(({ id }) => id);
  const named = (others: readonly Unit[]) => others.map(({ code }) => code).join(', ');
  return {
    doubts: unclear.flatMap(({ unit, others }) =>
      subjects.map((round) => ({
        scope: { round, unit: unit.code },
        reason: `mã hoặc tên gọi của ${[unit, ...others].map(({ code }) => code).join(', ')} trùng nhau`,
      })),
    ),
    findings: found.map(({ column, unit, others }) =>
      finding(where(unitsTab, unit.code, column), {
        level: column === 'name' ? 'warning' : 'error',
        found: `"${unit[column]}" trùng với ${named(others)}`,
        expected: `${unitsTab.columns[column].header.toLowerCase()} khác nhau, không chỉ khác dấu hay chữ hoa`,
        fix: `sửa dòng gõ nhầm, hoặc xóa dòng thừa; ${column === 'name' ? 'tên đúng thì để nguyên' : 'thư của các đơn vị này đang giữ lại'}`,
      }),
    ),
  };
}

/** A unit that ended while a round waits for it: somebody says who answers. A pause says that it does not. */
function endedUnits({ statuses, today }: Used): Doubts {
  const ended = statuses.flatMap((status) => {
    const { activeTo, successor } = status.unit;
    const waits = status.round.state === 'Đang mở' && status.filedAt === null && !status.paused;
    const isOver = activeTo === null ? successor !== null : Temporal.PlainDate.compare(activeTo, today) < 0;
    return waits && isOver ? [{ ...status, activeTo }] : [];
  });
  return {
    doubts: ended.map(({ round, unit }) => ({
      scope: { round: round.id, unit: unit.code },
      reason: `${unit.shortName} đã hết hiệu lực hoặc hợp nhất ở tab "${unitsTab.title}"`,
    })),
    findings: ended.map(({ round, unit, activeTo }) =>
      finding(where(unitsTab, unit.code, 'activeTo'), {
        level: 'error',
        found: `${unit.shortName} ${activeTo ? `hết hiệu lực sau ngày ${formatDate(activeTo)}` : `đã có đơn vị kế thừa ${unit.successor}`} mà kỳ ${round.id} còn chờ báo cáo`,
        expected: 'đơn vị còn hiệu lực, hoặc nói rõ ai báo cáo thay',
        fix: `nếu đơn vị vẫn báo cáo: sửa ngày cho qua hạn của kỳ; nếu ${unit.successor ?? 'đơn vị khác'} báo cáo thay: thêm dòng "Tạm dừng nhắc" cho ${unit.code}; thư của đơn vị đang giữ lại`,
      }),
    ),
  };
}
