import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowChange } from '../../functions/ports.ts';
import { snapshotAfter } from '../../functions/sync/apply-plan.ts';
import { appendLog, diffProjection } from '../../functions/workbook/diff-grid.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import { date } from '../../sheets-schema/columns/date.ts';
import { optional } from '../../sheets-schema/columns/kind.ts';
import { text } from '../../sheets-schema/columns/text.ts';
import { column, defineTab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { day } from '../domain/notices/notice-world.ts';
import { aSnapshot } from './a-snapshot.ts';

const tab = defineTab({
  name: 'sample',
  sheetId: 5,
  title: 'Mẫu',
  owner: 'projection',
  about: '',
  key: ['name'],
  columns: { name: column(text, 'Tên', ''), on: column(optional(date), 'Ngày', '') },
});

const rows = [
  { name: 'một', on: day('2025-10-23') },
  { name: 'hai', on: null },
  { name: 'ba', on: null },
];
const whole: Grid = [headerRow(tab), ...rows.map((row) => encodeRow(tab, row))];

/** A change in short: where, and the first cells of its rows. */
const short = (changes: readonly RowChange[]) =>
  changes.map((change) => {
    if (change.kind === 'shift') return `${change.row}: ${change.by > 0 ? '+' : ''}${change.by}`;
    const names = change.rows.map(([first]) => first?.value).join(',');
    return change.kind === 'append' ? `append ${names}` : `${change.row}: ${names}`;
  });

describe('a projection', () => {
  test('that is right is left alone', () => {
    expect(diffProjection(tab, whole, rows)).toEqual([]);
  });

  test.each<[string, Grid, string[]]>([
    ['empty', [], ['0: Tên,một,hai,ba']],
    ['without its last row', whole.slice(0, 3), ['3: ba']],
    ['with one wrong row', [whole[0]!, whole[1]!, ['HAI', ''], whole[3]!], ['2: hai']],
    ['with neighbours wrong', [whole[0]!, ['x'], ['y'], whole[3]!], ['1: một,hai']],
    ['with wrong rows apart', [['Ten'], whole[1]!, whole[2]!, ['z']], ['0: Tên', '3: ba']],
    ['with rows too many', [...whole, ['thừa', 1], ['nữa', 2]], ['4: ,']],
    ['with cells beside its columns', whole.map((row) => [...row, 'ghi chú']), []],
    ['without trailing empty cells', [whole[0]!, whole[1]!, ['hai'], ['ba']], []],
    ['with a number for a text', [whole[0]!, whole[1]!, [2, ''], whole[3]!], ['2: hai']],
  ])('%s is mended where it differs', (_what, current, expected) => {
    expect(short(diffProjection(tab, current, rows))).toEqual(expected);
  });

  test.each([
    ['whole', whole, undefined],
    ['empty', [], undefined],
    ['one column narrower', whole.map((row) => row.slice(0, 1)), 1],
    ['of no column of its own', [[], ...whole.slice(1)], 2],
  ])('whose header is %s is widened by what it lost', (_what, current, widen) => {
    const [first] = diffProjection(tab, current, rows);
    expect(first?.kind === 'write' ? first.widen : undefined).toBe(widen);
  });

  test('shows days as days', () => {
    const [change] = diffProjection(tab, [], rows.slice(0, 1));
    expect(change && 'rows' in change && change.rows[1]?.[1]).toEqual({
      value: 45_953,
      format: { type: 'DATE', pattern: 'dd/mm/yyyy' },
    });
  });

  const named = (...names: string[]) => names.map((name) => ({ name, on: null }));
  const gridOf = (...names: string[]): Grid => [headerRow(tab), ...names.map((name) => [name])];
  const letters = [...'abcdefghijkl'];

  test.each<[string, string[], string[], string[]]>([
    ['that went', letters, letters.filter((one) => one !== 'd'), ['4: -1', '12: +1']],
    ['that came', letters.filter((one) => one !== 'd'), letters, ['4: +1', '4: d']],
    ['that went first', letters, letters.slice(1), ['2: -1', '12: +1', '1: b']],
    ['that came first', letters.slice(1), letters, ['2: +1', '1: a,b']],
    ['of which one is another', letters, letters.map((one) => (one === 'd' ? 'D' : one)), ['4: D']],
    ['of which one moved far', letters, ['a', 'k', ...[...'bcdefghijl']], ['11: -1', '2: +1', '2: k']],
    ['that came and went', letters, [...'abxcdefgjkl'], ['8: -2', '3: +1', '12: +1', '3: x']],
    ['that went at the end', letters, letters.slice(0, 9), ['10: ,,']],
    ['that are all others', letters, letters.map((one) => one.toUpperCase()), ['1: A,B,C,D,E,F,G,H,I,J,K,L']],
  ])('moves the rows beside those %s', (_what, had, wants, expected) => {
    expect(short(diffProjection(tab, gridOf(...had), named(...wants)))).toEqual(expected);
  });

  test('others point at is written over, never moved', () => {
    const changes = diffProjection({ ...tab, isPointedAt: true }, gridOf(...letters), named(...letters.slice(3)));
    expect(short(changes)).toEqual(['1: d,e,f,g,h,i,j,k,l,,,']);
  });

  test('keeps its size, and the first row its place: there the ranges of its colours begin', () => {
    const names = fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (had, wants) => {
        const shifts = diffProjection(tab, gridOf(...had), named(...wants)).filter((one) => one.kind === 'shift');
        expect(shifts.every(({ row }) => row > 1)).toBe(true);
        expect(shifts.reduce((sum, { by }) => sum + by, 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is what it should be after any damage and one diff', () => {
    const cells = fc.array(fc.array(fc.constantFrom<Cell>('', 'một', 'hai', 'ba', 7, true), { maxLength: 2 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(cells, (damaged) => {
        const current = withoutEmptyEnd(damaged);
        const healed = afterChanges(current, diffProjection(tab, current, rows));
        expect(diffProjection(tab, healed, rows)).toEqual([]);
      }),
    );
  });
});

/** As the service gives a tab back. */
function withoutEmptyEnd(grid: Grid): Grid {
  return grid.slice(0, grid.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);
}

/** What a run takes the tab to be once its changes are committed. */
function afterChanges(grid: Grid, changes: readonly RowChange[]): Grid {
  const snapshot = { ...aSnapshot(), projections: new Map([[tab.sheetId, grid]]) };
  const logged = { reports: [], answers: [], filers: [], ledger: [], changes: [] };
  return (
    snapshotAfter(snapshot, { bookkeeping: snapshot.bookkeeping, logged, changes }).projections.get(tab.sheetId) ?? []
  );
}

test('rows for a log go to its end, past a filter', () => {
  expect(appendLog(tab, [])).toEqual([]);
  expect(appendLog(tab, rows.slice(1, 2))).toEqual([
    { kind: 'append', sheetId: 5, log: true, rows: [[{ value: 'hai' }, { value: '' }]] },
  ]);
});
