import { expect, test } from 'vitest';
import { readLedger } from '../../functions/domain/notices/ledger.ts';
import { readDecisions } from '../../functions/domain/standing/decision-book.ts';
import { decisionDoubts } from '../../functions/outlook/decision-doubts.ts';
import type { RowOf, Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { taskSeeds } from '../../sheets-schema/seed/tasks.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { changes } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { aRound, at, aUnit } from '../domain/notices/notice-world.ts';
import { aSnapshot } from '../workbook/a-snapshot.ts';

const gridOf = <T extends Tab>(tab: T, rows: readonly RowOf<T>[]) =>
  [tab.sheetId, [headerRow(tab), ...rows.map((row) => encodeRow(tab, row))]] as const;

/** What waits when one row stands in `Quyết định`: scopes, with the column that is to be mended. */
function waiting(cells: Readonly<Record<string, string>>) {
  const row = {
    at: '24/10/2025 09:00',
    subject: '2025-10',
    decision: 'Gia hạn',
    value: '31/10/2025',
    by: 'ĐPV',
    ...cells,
  };
  const typed = Object.keys(decisions.columns).map((name) => (row as Record<string, string>)[name] ?? '');
  const snapshot = aSnapshot(
    new Map([
      gridOf(rounds, [aRound(), aRound({ id: '2026-04' })]),
      gridOf(tasks, taskSeeds),
      gridOf(units, [aUnit('HPG'), aUnit('HUE')]),
      gridOf(outline, []),
      gridOf(changes, [{ seenAt: at('2025-04-01 08:00'), subject: 'round/2025-04/opens', old: null, new: 'x' }]),
      [decisions.sheetId, [headerRow(decisions), typed]],
    ]),
  );
  const { ties } = readDecisions(snapshot.people.decisions.rows);
  const found = decisionDoubts(snapshot, { reports: [], ledger: readLedger([]), ties });
  return { scopes: found.doubts.map(({ scope }) => scope), columns: found.findings.map(({ column }) => column) };
}

test.each<[string, Record<string, string>, unknown[], string[]]>([
  ['a clear decision', { unit: 'HPG' }, [], []],
  ['an unclear value', { unit: 'HPG', value: 'mai' }, [{ round: '2025-10', unit: 'HPG' }], ['Giá trị']],
  ['an unclear value for all units', { value: 'mai' }, [{ round: '2025-10' }], ['Giá trị']],
  ['a mistyped unit', { unit: 'HPQ' }, [{ round: '2025-10' }], ['Đơn vị']],
  ['a mistyped round', { subject: '2025-1' }, ['all'], ['Kỳ hoặc nhiệm vụ']],
  [
    'a mistyped round, one unit',
    { subject: '2025-1', unit: 'HPG' },
    [
      { round: '2025-10', unit: 'HPG' },
      { round: '2026-04', unit: 'HPG' },
    ],
    ['Kỳ hoặc nhiệm vụ'],
  ],
  ['a round that once was', { subject: '2025-04' }, [{ round: '2025-04' }], ['Kỳ hoặc nhiệm vụ']],
  ['a task', { subject: 'N382-II3c', unit: 'HPG', value: 'mai' }, [{ round: 'N382-II3c', unit: 'HPG' }], ['Giá trị']],
  ['a row without its moment', { at: '24/10', unit: 'HPG' }, [{ round: '2025-10', unit: 'HPG' }], []],
  ['a row without its round', { subject: '' }, ['all'], []],
  ['a kind half typed', { decision: 'Gia', unit: 'HUE' }, [{ round: '2025-10', unit: 'HUE' }], []],
])('%s', (_what, cells, scopes, columns) => {
  expect(waiting(cells)).toEqual({ scopes, columns });
});
