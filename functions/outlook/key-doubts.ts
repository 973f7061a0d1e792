import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import type { KeyFacts } from '../../sheets-schema/notice-kinds/define-kind.ts';
import { keyFacts } from '../../sheets-schema/notice-kinds.ts';
import type { ParsedTab } from '../../sheets-schema/parse-tab.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import type { LedgerBook } from '../domain/notices/ledger.ts';
import type { Doubts } from '../workbook/doubts.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';
import { restsOn, type UnreadTabs, whyUnread } from '../workbook/unread-tabs.ts';

export type UsedKeys = {
  readonly reports: readonly Report[];
  /** Per round, whom it asks. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  readonly ledger: LedgerBook;
};

/** Keys that logs or rounds use and people's tabs have lost or have twice: what depends on them waits. */
export function keyDoubts(people: Keyed, unread: UnreadTabs, used: UsedKeys): Doubts {
  const parts = [
    chasedDoubts(unread, used),
    roundDoubts(people, used),
    taskDoubts(people, used),
    unknownTaskDoubts(people, used),
    unitDoubts(people, used),
    outlineDoubts(people),
    strayVersionDoubts(people),
  ];
  return { doubts: parts.flatMap((part) => part.doubts), findings: parts.flatMap((part) => part.findings) };
}

/** Tabs whose keys others use. */
type Keyed = Pick<PeopleTabs, 'rounds' | 'tasks' | 'units' | 'outline'>;

/**
 * While a round is lost, rounds nobody was written to about wait too: one of them may be the lost round under another
 * name, and its units would all be invited again. While a round is lost or half typed the tasks wait that it may ask for.
 */
function roundDoubts({ rounds, tasks }: Keyed, { reports, ledger }: UsedKeys): Doubts {
  const begun = new Set(subjectsOf(ledger, 'report', 'late reports'));
  const lost = lostOf([...begun, ...reports.flatMap((report) => report.round ?? [])], rounds, 'id');
  const fresh = rounds.rows.map(({ id }) => id).filter((id) => !begun.has(id));
  const dated = datedTasks(tasks);
  const gone = `kỳ ${lost.join(', ')} không còn trong tab "${roundsTab.title}"`;
  const [half] = rounds.broken;
  return {
    doubts: [
      ...(lost.length > 0 ? held([...lost, ...fresh, ...dated], gone) : []),
      ...(half ? held(dated, `dòng ${half.at} của tab "${roundsTab.title}" chưa đọc được`) : []),
      ...rounds.rivals.flatMap(({ id, at }) => held([id], `dòng ${at} của tab "${roundsTab.title}" cũng có mã ${id}`)),
    ],
    findings: lost.map((id) => lostKey(roundsTab, 'id', id)),
  };
}

/** The tasks that are chased when no round asks for them. */
export function datedTasks({ rows }: Keyed['tasks']): readonly string[] {
  return rows.filter(({ deadline, adjusted }) => deadline !== null || adjusted !== null).map(({ id }) => id);
}

/** While the register cannot be read nothing is settled about the tasks that somebody was written to about. */
function chasedDoubts(unread: UnreadTabs, { ledger }: UsedKeys): Doubts {
  const why = whyUnread(unread, restsOn.tasks);
  return {
    doubts: why === null ? [] : held([...new Set(subjectsOf(ledger, 'tasks', 'late tasks'))], why),
    findings: [],
  };
}

/** While a task is lost those nobody was written to about wait: one of them may be the lost one under another name. */
function taskDoubts({ tasks }: Keyed, { ledger }: UsedKeys): Doubts {
  const chased = new Set(subjectsOf(ledger, 'tasks'));
  const lost = lostOf([...chased], tasks, 'id');
  const fresh = tasks.rows.map(({ id }) => id).filter((id) => !chased.has(id));
  const gone = `nhiệm vụ ${lost.join(', ')} không còn trong tab "${tasksTab.title}"`;
  return {
    doubts: [
      ...(lost.length > 0 ? held(fresh, gone) : []),
      ...tasks.rivals.flatMap(({ id, at }) => held([id], `dòng ${at} của tab "${tasksTab.title}" cũng có mã ${id}`)),
    ],
    findings: lost.map((id) => lostKey(tasksTab, 'id', id)),
  };
}

/**
 * A task that a round or a question names and the register has not is the one that what they bring would have answered:
 * whoever has sent that must not be chased, so the tasks wait. One that was chased before is told as lost.
 */
function unknownTaskDoubts({ rounds, outline, tasks }: Keyed, { ledger }: UsedKeys): Doubts {
  if (!tasks.readable || tasks.rows.length === 0) return { doubts: [], findings: [] };
  const chased = subjectsOf(ledger, 'tasks');
  const named = [
    // Of rounds that are not closed the findings about the register tell.
    ...rounds.rows.map(({ id, task, state }) => ({
      place: state === 'Đã đóng' ? where(roundsTab, id, 'task') : null,
      named: [task],
    })),
    ...outline.rows
      .filter(({ used }) => used)
      .flatMap(({ version, question, task, related }) => [
        { place: where(outlineTab, `${version}/${question}`, 'task'), named: task === null ? [] : [task] },
        { place: where(outlineTab, `${version}/${question}`, 'related'), named: related ?? [] },
      ]),
  ];
  const unknown = named.flatMap((one) => {
    const ids = lostOf(one.named, tasks, 'id').filter((id) => !chased.includes(id));
    return ids.map((id) => ({ place: one.place, id }));
  });
  const reason = `"${[...new Set(unknown.map(({ id }) => id))].join(', ')}" không có trong tab "${tasksTab.title}"`;
  return {
    doubts: unknown.length === 0 ? [] : held(datedTasks(tasks), reason),
    findings: unknown.flatMap(({ id, place }) =>
      place === null
        ? []
        : finding(place, {
            level: 'error',
            found: `"${id}" không có trong tab "${tasksTab.title}"`,
            expected: `mã một nhiệm vụ trong tab "${tasksTab.title}"`,
            fix: `sửa "${id}" thành mã đúng; thư về nhiệm vụ đang giữ lại`,
          }),
    ),
  };
}

/** While a unit is lost the tasks of units nobody was written to wait: one of them may be the lost one under another code. */
function unitDoubts({ units, tasks }: Keyed, { reports, expected, ledger }: UsedKeys): Doubts {
  const asked = [...reports.flatMap((report) => report.unit ?? []), ...[...expected.values()].flat()];
  const lost = lostOf(asked, units, 'code');
  const known = new Set([...asked, ...unitsOf(ledger)]);
  const fresh = lost.length > 0 ? units.rows.map(({ code }) => code).filter((code) => !known.has(code)) : [];
  const gone = `đơn vị ${lost.join(', ')} không còn trong tab "${unitsTab.title}"`;
  const doubled = new Set(units.rivals.map((unit) => unit.code));
  return {
    doubts: [
      ...[...expected].flatMap(([round, codes]) =>
        codes
          .filter((unit) => doubled.has(unit))
          .map((unit) => ({ scope: { round, unit }, reason: `mã ${unit} có hai dòng ở tab "${unitsTab.title}"` })),
      ),
      ...fresh.flatMap((unit) => datedTasks(tasks).map((round) => ({ scope: { round, unit }, reason: gone }))),
    ],
    findings: lost.map((code) => lostKey(unitsTab, 'code', code)),
  };
}

/**
 * Without its questions, or with one half typed, a report would look complete, or lacking what nobody asks; and the tasks
 * that a report completes would be chased by themselves, its round closed or not.
 */
function outlineDoubts({ outline, rounds, tasks }: Keyed): Doubts {
  const [half] = [...outline.broken, ...outline.rivals];
  const versions = new Set(outline.rows.map(({ version }) => version));
  const begun = rounds.rows.filter(({ state }) => state === 'Đang mở');
  const empty = rounds.rows.filter(
    ({ state, outlineVersion }) => state !== 'Chuẩn bị' && outline.readable && !versions.has(outlineVersion),
  );
  return {
    doubts: [
      ...(half
        ? held(
            [...begun.map(({ id }) => id), ...datedTasks(tasks)],
            `dòng ${half.at} của tab "${outlineTab.title}" chưa rõ`,
          )
        : []),
      ...empty.flatMap(({ id, outlineVersion }) =>
        held([id, ...datedTasks(tasks)], `đề cương ${outlineVersion} chưa có câu hỏi nào`),
      ),
    ],
    findings: empty.map(({ id, outlineVersion }) =>
      finding(where(roundsTab, id, 'outlineVersion'), {
        level: 'error',
        found: `"${outlineVersion}" không có câu hỏi nào trong tab "${outlineTab.title}"`,
        expected: roundsTab.columns.outlineVersion.expected,
        fix: `thêm các câu hỏi của phiên bản "${outlineVersion}", hoặc chọn phiên bản khác; thư của kỳ đang giữ lại`,
      }),
    ),
  };
}

/**
 * A question under a version that no round names, and that shares none with those that rounds name, may be one of theirs
 * mistyped: what it asked would be chased as a task of its own.
 */
function strayVersionDoubts({ outline, rounds, tasks }: Keyed): Doubts {
  const named = new Set<unknown>(
    [...rounds.rows, ...rounds.broken.map(({ values }) => values)].map(
      (row) => row['outlineVersion' as keyof typeof row],
    ),
  );
  const [ours = [], others = []] = [true, false].map((isOurs) =>
    outline.rows.filter(({ version }) => named.has(version) === isOurs),
  );
  const asked = new Set(ours.map(({ question }) => question));
  const drafts = new Set(others.flatMap(({ version, question }) => (asked.has(question) ? [version] : [])));
  const isRunning = outline.readable && rounds.readable && rounds.rows.some(({ state }) => state === 'Đang mở');
  const stray = isRunning && ours.length > 0 ? others.filter(({ version, used }) => used && !drafts.has(version)) : [];
  const [first] = stray;
  return {
    doubts: first
      ? held(datedTasks(tasks), `phiên bản "${first.version}" ở tab "${outlineTab.title}" không kỳ nào dùng`)
      : [],
    findings: stray.map(({ version, question }) =>
      finding(where(outlineTab, `${version}/${question}`, 'version'), {
        level: 'error',
        found: `không kỳ nào dùng phiên bản "${version}"`,
        expected: `phiên bản ghi ở cột "${roundsTab.columns.outlineVersion.header}" của một kỳ`,
        fix: `gõ nhầm thì sửa; đề cương mới thì thêm kỳ dùng nó ở tab "${roundsTab.title}", hoặc bỏ đánh dấu "${outlineTab.columns.used.header}"; thư về nhiệm vụ đang giữ lại`,
      }),
    ),
  };
}

function held(subjects: readonly string[], reason: string): Doubts['doubts'] {
  return subjects.map((round) => ({ scope: { round }, reason }));
}

/** The rounds or tasks the ledger's notices are about. */
function subjectsOf({ entries }: LedgerBook, ...about: readonly KeyFacts['about'][]): readonly string[] {
  return [...entries.values()].flatMap(({ parts }) =>
    parts && about.includes(keyFacts[parts.kind].about) ? [parts.subject] : [],
  );
}

/** A row that cannot be read whole is not lost: its own finding says what to mend. */
function lostOf(used: readonly string[], { rows, broken, readable }: ParsedTab<Tab>, key: string): readonly string[] {
  if (!readable) return [];
  const present = new Set(
    [...rows, ...broken.map(({ values }) => values)].map((row) => (row as Record<string, unknown>)[key]),
  );
  return [...new Set(used)].filter((one) => !present.has(one));
}

/** To whom the ledger's notices went. */
function unitsOf({ entries }: LedgerBook): readonly string[] {
  return [...entries.values()].flatMap(({ parts }) => parts?.unit ?? []);
}

function lostKey<C extends Columns>(tab: Tab<C>, column: keyof C & string, key: string): Finding {
  return finding(where(tab, key, column), {
    level: 'error',
    found: `không còn dòng có mã "${key}", trong khi nhật ký đang dùng mã này`,
    expected: `một dòng có mã "${key}"`,
    fix: `thêm lại dòng, hoặc sửa mã về "${key}"; thư liên quan đang giữ lại`,
  });
}
