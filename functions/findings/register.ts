import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { type Finding, finding, type Where, where } from '../../sheets-schema/finding.ts';
import { valuesOf } from '../../sheets-schema/form.ts';
import { numberOf } from '../../sheets-schema/outline-sections.ts';
import { type OutlineQuestion, outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { type Unit, units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import { visits as visitsTab } from '../../sheets-schema/tabs/visits.ts';
import { bounded, fold } from '../../sheets-schema/text.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { expandUnits, knownEntries } from '../domain/standing/expected-units.ts';
import { leadsOf } from '../domain/standing/task-roles.ts';
import { isWithoutOptions } from '../form/wanted-form.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/**
 * Names in rounds, tasks and the outline that mean nobody, or several; and rounds that stand in each other's way.
 * @param shown the round whose form it is
 */
export function registerFindings(people: Register, today: Temporal.PlainDate, shown: string): readonly Finding[] {
  return [
    ...namedUnits(people, today),
    ...inactiveUnits(people),
    ...farAway(people.units.rows, today),
    ...severalOpen(people.rounds.rows, shown),
    ...choicesWithoutOptions(people.outline.rows),
    ...unclearRanges(people.outline.rows),
    ...unclearSections(people.outline.rows),
    ...reusedKeys(people.outline.rows),
    ...unknownTasks(people),
    ...visitsOfNoRound(people),
  ];
}

type Register = Pick<PeopleTabs, 'rounds' | 'tasks' | 'units' | 'outline' | 'visits'>;

/** A list of units in a row of people's tabs. */
type UnitList = {
  readonly place: Where;
  readonly entries: readonly string[];
};

function namedUnits(people: Register, today: Temporal.PlainDate): readonly Finding[] {
  if (!people.units.readable || people.units.rows.length === 0) return [];
  return unitLists(people).flatMap((list) => {
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

/** A unit that a list names, and that was or will be none on the day on which its round opens: unless it was approved before, it is not asked. */
function inactiveUnits({ rounds, units }: Register): readonly Finding[] {
  const { activeFrom, activeTo } = unitsTab.columns;
  return rounds.rows.flatMap((round) => {
    const day = localDay(round.opensAt);
    const left = round.state === 'Đã đóng' ? [] : expandUnits(round.expected, units.rows, day).inactive;
    return left.map((unit) =>
      finding(where(roundsTab, round.id, 'expected'), {
        level: 'error',
        found: `danh sách không tính ${unit.shortName} (${unit.code}): ${whyInactive(unit, day)}`,
        expected: `đơn vị có hiệu lực vào ngày mở kỳ, ${formatDate(day)}`,
        fix: `sửa "${activeFrom.header}", "${activeTo.header}" ở tab "${unitsTab.title}", hoặc bỏ đơn vị khỏi danh sách`,
      }),
    );
  });
}

function whyInactive({ activeFrom, activeTo }: Unit, day: Temporal.PlainDate): string {
  const isToCome = activeFrom !== null && Temporal.PlainDate.compare(activeFrom, day) > 0;
  if (isToCome) return `chưa có hiệu lực trước ngày ${formatDate(activeFrom)}`;
  return activeTo ? `hết hiệu lực sau ngày ${formatDate(activeTo)}` : 'không còn hiệu lực';
}

/** Nobody knows of a unit so long before it is one; until then no group asks it. */
const MOST_DAYS_AHEAD = 400;

function farAway(units: readonly Unit[], today: Temporal.PlainDate): readonly Finding[] {
  return units.flatMap(({ code, activeFrom }) => {
    if (activeFrom === null || today.until(activeFrom).days <= MOST_DAYS_AHEAD) return [];
    return [
      finding(where(unitsTab, code, 'activeFrom'), {
        level: 'warning',
        found: `ngày ${formatDate(activeFrom)}: cho tới đó không nhóm nào hỏi đơn vị này`,
        expected: `ngày bắt đầu là đơn vị, không xa quá ${MOST_DAYS_AHEAD} ngày`,
        fix: 'sửa lại ngày, hoặc để trống nếu đơn vị đã có từ đầu',
      }),
    ];
  });
}

function unitLists(people: Register): readonly UnitList[] {
  const list = (place: Where, entries: readonly string[] | null) => (entries === null ? [] : [{ place, entries }]);
  return [
    ...people.rounds.rows.flatMap((row) => list(where(roundsTab, row.id, 'expected'), row.expected)),
    ...people.tasks.rows.flatMap((row) => [
      ...list(where(tasksTab, row.id, 'lead'), knownEntries(leadsOf(row), people.units.rows)),
      ...list(where(tasksTab, row.id, 'appliesTo'), row.appliesTo),
    ]),
    ...people.visits.rows.map((row) => ({
      place: where(visitsTab, `${row.round}/${row.unit}`, 'unit'),
      entries: [row.unit],
    })),
    ...people.outline.rows.flatMap((row) =>
      (['sectionFor', 'appliesTo'] as const).flatMap((column) =>
        list(where(outlineTab, `${row.version}/${row.question}`, column), row[column]),
      ),
    ),
  ];
}

function unknownUnit({ place }: UnitList, entry: string): Finding {
  return finding(place, {
    level: 'error',
    found: `"${entry.trim()}" không phải mã, tên hay nhóm đơn vị nào`,
    expected: 'mã đơn vị hoặc nhóm có trong tab "Đơn vị"',
    fix: `sửa hoặc bỏ "${entry.trim()}", hoặc thêm vào cột "Bí danh" của đơn vị`,
  });
}

function ambiguousUnit({ place }: UnitList, entry: string, units: readonly string[]): Finding {
  return finding(place, {
    level: 'error',
    found: `"${entry.trim()}" có thể là ${units.join(' hoặc ')}`,
    expected: 'một cách gọi chỉ một đơn vị',
    fix: 'ghi mã của đơn vị; hệ thống không tự đoán',
  });
}

/** @param shown the round whose form it is */
function severalOpen(rounds: readonly Round[], shown: string): readonly Finding[] {
  const open = rounds.filter((round) => round.state === 'Đang mở');
  if (!open.some(({ id }) => id === shown)) return [];
  return open
    .filter(({ id }) => id !== shown)
    .map((round) =>
      finding(where(roundsTab, round.id, 'state'), {
        level: 'error',
        found: `kỳ ${shown} cũng Đang mở; biểu mẫu đang nhận báo cáo của kỳ ${shown}`,
        expected: 'mỗi lúc chỉ một kỳ Đang mở',
        fix: `chuyển một trong hai kỳ sang "Đã đóng" hoặc "Chuẩn bị"; thư của kỳ ${round.id} tạm giữ tới lúc ấy`,
      }),
    );
}

/** Of what the rows of a part say of it the first counts. */
function unclearSections(outline: readonly OutlineQuestion[]): readonly Finding[] {
  const parts = Map.groupBy(outline, (row) => `${row.version}\n${numberOf(row)}`);
  return [...parts.values()].flatMap((rows) =>
    (['heading', 'sectionFor'] as const).flatMap((column) => {
      const said = rows.filter((row) => row[column] !== null && row[column].length > 0);
      const [first, other] = [said[0], said.find((row) => String(row[column]) !== String(said[0]?.[column]))];
      if (!first || !other) return [];
      return finding(where(outlineTab, `${other.version}/${other.question}`, column), {
        level: 'error',
        found: `"${other[column]}", trong khi dòng ${first.question} của cùng phần ghi "${first[column]}"`,
        expected: 'các dòng của một phần ghi như nhau, hoặc để trống',
        fix: `sửa cho khớp hoặc để trống; hiện dùng dòng ${first.question}`,
      });
    }),
  );
}

/** The id of a question on the form follows from its key, and never means something else later. */
function reusedKeys(outline: readonly OutlineQuestion[]): readonly Finding[] {
  return [...Map.groupBy(outline, ({ question }) => question).values()].flatMap(([first, ...others]) =>
    others
      .filter((row) => row.used && first && fold(row.wording) !== fold(first.wording))
      .map((row) =>
        finding(where(outlineTab, `${row.version}/${row.question}`, 'question'), {
          level: 'warning',
          found: `mã câu hỏi "${row.question}" đã dùng ở phiên bản ${first?.version} cho mục khác: "${bounded(first?.wording ?? '', 100)}"`,
          expected: 'mỗi câu hỏi khác nghĩa một mã riêng',
          fix: 'đặt mã khác trước khi mở kỳ; khi kỳ đã mở thì để nguyên',
        }),
      ),
  );
}

function unknownTasks({ rounds, tasks }: Register): readonly Finding[] {
  if (!tasks.readable) return [];
  const known = new Set([...tasks.rows, ...tasks.rivals].map(({ id }) => id));
  const broken = new Set(tasks.broken.map(({ values }) => values['id']));
  return rounds.rows
    .filter(({ task, state }) => state !== 'Đã đóng' && !known.has(task) && !broken.has(task))
    .map(({ id, task }) =>
      finding(where(roundsTab, id, 'task'), {
        level: 'error',
        found: `"${task}" không có ở tab "${tasksTab.title}"`,
        expected: 'mã của nhiệm vụ mà kỳ này thực hiện',
        fix: `chọn lại mã, hoặc thêm nhiệm vụ ở tab "${tasksTab.title}"; thư về nhiệm vụ đang giữ lại, thư của kỳ dùng tên kỳ thay nội dung nhiệm vụ`,
      }),
    );
}

function visitsOfNoRound({ rounds, visits }: Register): readonly Finding[] {
  if (!rounds.readable) return [];
  const known = new Set([...rounds.rows, ...rounds.rivals].map(({ id }) => id));
  const broken = new Set(rounds.broken.map(({ values }) => values['id']));
  return visits.rows
    .filter(({ round }) => !known.has(round) && !broken.has(round))
    .map(({ round, unit }) =>
      finding(where(visitsTab, `${round}/${unit}`, 'round'), {
        level: 'warning',
        found: `"${round}" không có ở tab "${roundsTab.title}"`,
        expected: 'mã kỳ mà buổi làm việc gắn với',
        fix: 'chọn lại mã kỳ; hiện buổi làm việc này chưa có trong thư, bản tin và bảng điều hành',
      }),
    );
}

function unclearRanges(outline: readonly OutlineQuestion[]): readonly Finding[] {
  const unclear = outline.filter((row) => row.used && row.type === 'Số' && row.options !== null && !valuesOf(row));
  return unclear.map(({ version, question, options }) =>
    finding(where(outlineTab, `${version}/${question}`, 'options'), {
      level: 'warning',
      found: `"${options?.join('; ')}" không phải khoảng số mà biểu mẫu kiểm tra được`,
      expected: 'số nhỏ nhất và số lớn nhất, là số nguyên, cách nhau không quá 200; ví dụ 0; 100',
      fix: 'sửa khoảng số, hoặc để trống; hiện biểu mẫu nhận mọi câu trả lời',
    }),
  );
}

function choicesWithoutOptions(outline: readonly OutlineQuestion[]): readonly Finding[] {
  return outline.filter(isWithoutOptions).map(({ version, question }) =>
    finding(where(outlineTab, `${version}/${question}`, 'options'), {
      level: 'error',
      found: 'ô trống',
      expected: outlineTab.columns.options.expected,
      fix: 'điền các lựa chọn; câu hỏi chưa được đưa lên biểu mẫu',
    }),
  );
}
