import type { Column, Tab } from '../../sheets-schema/define-tab.ts';
import type { Finding } from '../../sheets-schema/finding.ts';
import type { ParsedTab } from '../../sheets-schema/parse-tab.ts';
import type { Report } from '../../sheets-schema/tabs/logs.ts';
import { tasks as tasksTab } from '../../sheets-schema/tabs/register.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import type { LedgerBook } from '../domain/ledger.ts';
import type { Doubts } from './plan-doubts.ts';
import type { Snapshot } from './snapshot.ts';

export type UsedKeys = {
  readonly reports: readonly Report[];
  /** Per round, whom it asks. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  readonly ledger: LedgerBook;
};

/**
 * Keys that logs or rounds use and people's tabs have lost. While a round or task is lost, those nobody was written to
 * about wait too: one of them may be the lost one under another name, and its units would all be written to again.
 */
export function keyDoubts({ people }: Snapshot, { reports, expected, ledger }: UsedKeys): Doubts {
  const { rounds, tasks, units } = people;
  const subjects = Map.groupBy(
    [...ledger.entries.values()].flatMap(({ parts }) => parts ?? []),
    ({ kind }) => (kind === 'ban-tin' || kind === 'nhiem-vu' ? kind : 'round'),
  );
  const begun = new Set((subjects.get('round') ?? []).map(({ subject }) => subject));
  const lostRounds = lostOf([...begun, ...reports.flatMap((report) => report.round ?? [])], rounds, 'id');
  const chased = new Set((subjects.get('nhiem-vu') ?? []).map(({ subject }) => subject));
  const lostTasks = lostOf([...chased], tasks, 'id');
  const freshTasks = tasks.rows.map((task) => task.id).filter((id) => !chased.has(id));
  const asked = [...reports.flatMap((report) => report.unit ?? []), ...[...expected.values()].flat()];
  const fresh = rounds.rows.map((round) => round.id).filter((id) => !begun.has(id));
  const taskReason = `nhiệm vụ ${lostTasks.join(', ')} không còn trong tab "${tasksTab.title}"`;
  const reason = `kỳ ${lostRounds.join(', ')} không còn trong tab "${roundsTab.title}"`;
  return {
    doubts: [
      ...(lostRounds.length === 0 ? [] : [...lostRounds, ...fresh].map((round) => ({ scope: { round }, reason }))),
      ...rivalDoubts(people, expected),
      ...(lostTasks.length === 0 ? [] : freshTasks.map((round) => ({ scope: { round }, reason: taskReason }))),
    ],
    findings: [
      ...lostOf(asked, units, 'code').map((code) => lostKey(unitsTab, unitsTab.columns.code, code)),
      ...lostRounds.map((id) => lostKey(roundsTab, roundsTab.columns.id, id)),
      ...lostTasks.map((id) => lostKey(tasksTab, tasksTab.columns.id, id)),
    ],
  };
}

/** Two rows under one key that say different things: what either of them says waits. */
function rivalDoubts({ rounds, units }: Snapshot['people'], expected: UsedKeys['expected']): Doubts['doubts'] {
  const codes = new Set(units.rivals.map((unit) => unit.code));
  return [
    ...rounds.rivals.map(({ id, at }) => ({
      scope: { round: id },
      reason: `dòng ${at} của tab "${roundsTab.title}" cũng có mã ${id}`,
    })),
    ...[...expected].flatMap(([round, asked]) =>
      asked
        .filter((unit) => codes.has(unit))
        .map((unit) => ({ scope: { round, unit }, reason: `mã ${unit} có hai dòng ở tab "${unitsTab.title}"` })),
    ),
  ];
}

/** A row that cannot be read whole is not lost: its own finding says what to mend. */
function lostOf(used: readonly string[], { rows, broken, readable }: ParsedTab<Tab>, key: string): readonly string[] {
  if (!readable) return [];
  const present = new Set(
    [...rows, ...broken.map(({ values }) => values)].map((row) => (row as Record<string, unknown>)[key]),
  );
  return [...new Set(used)].filter((one) => !present.has(one));
}

function lostKey({ title }: Tab, { header }: Column<string>, key: string): Finding {
  return {
    level: 'error',
    tab: title,
    row: key,
    column: header,
    found: `không còn dòng có mã "${key}", trong khi nhật ký đang dùng mã này`,
    expected: `một dòng có mã "${key}"`,
    mend: `thêm lại dòng, hoặc sửa mã về "${key}"; thư liên quan đang giữ lại`,
  };
}
