import { expect } from 'vitest';
import type { Commit, RowChange, RowWrite, Workbook } from '../../functions/ports.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Contract } from './contract.ts';

/** The tabs of the workbook each clause is given, empty but for what the clause writes. */
export const contractTabs = [
  { sheetId: 11, title: 'Nhật ký', hidden: false },
  { sheetId: 12, title: 'Bảng chiếu', hidden: true },
] as const;
const [{ sheetId: LOG }, { sheetId: TABLE }] = contractTabs;
/** A tab that is not there. */
export const NOWHERE = 99;

const cells = (rows: readonly (readonly Cell[])[]): RowWrite['rows'] =>
  rows.map((row) => row.map((value) => ({ value })));
const append = (...rows: readonly Cell[][]): RowWrite => ({
  kind: 'append',
  sheetId: LOG,
  log: true,
  rows: cells(rows),
});
const write = (row: number, column: number, ...rows: readonly Cell[][]): RowWrite => ({
  kind: 'write',
  sheetId: TABLE,
  row,
  column,
  rows: cells(rows),
});
const shift = (row: number, by: number): RowChange => ({ kind: 'shift', sheetId: TABLE, row, by });
const commitOf = (claim: number, ...changes: readonly RowChange[]): Commit => ({ claim, token: `t${claim}`, changes });

async function gridOf(workbook: Workbook, sheetId: number, columns: number | null = null): Promise<Grid> {
  const outcome = await workbook.read([{ sheetId, columns }]);
  if (outcome.kind !== 'read') throw new Error(`The tab ${sheetId} could not be read: ${outcome.kind}.`);
  return outcome.grids.get(sheetId) ?? [];
}

/** What a spreadsheet does behind the workbook port. */
export const workbookContract: Contract<Workbook> = {
  async 'an empty tab is read as no rows'(workbook) {
    expect(await gridOf(workbook, LOG)).toEqual([]);
  },
  async 'each kind of cell reads back the same, and no text becomes anything else'(workbook) {
    const row: readonly Cell[] = ['=1+1', '0123', "'", ' ', 'đề cương\nhai dòng', 46_000.25, 0, -3, true, false];
    expect(await workbook.commit(commitOf(1, write(0, 0, [...row])))).toEqual({ kind: 'done' });
    expect(await gridOf(workbook, TABLE)).toEqual([row]);
  },
  async 'rows are appended behind the last one that says something'(workbook) {
    await workbook.commit(commitOf(1, append(['một'], ['hai'], [''])));
    await workbook.commit(commitOf(2, append(['ba', 3])));
    expect(await gridOf(workbook, LOG)).toEqual([['một'], ['hai'], ['ba', 3]]);
  },
  async 'a block is written at its place and leaves what is around it'(workbook) {
    await workbook.commit(commitOf(1, write(0, 0, ['a', 'b', 'c'], ['d', 'e', 'f'])));
    await workbook.commit(commitOf(2, write(1, 1, ['mới'])));
    expect(await gridOf(workbook, TABLE)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'mới', 'f'],
    ]);
  },
  async 'an empty text empties a cell, and empty ends are not there'(workbook) {
    await workbook.commit(commitOf(1, write(0, 0, ['a', 'b'], ['c', 'd'])));
    await workbook.commit(commitOf(2, write(0, 1, [''], ['']), write(1, 0, [''])));
    expect(await gridOf(workbook, TABLE)).toEqual([['a']]);
  },
  async 'cells and rows between others are there although they are empty'(workbook) {
    await workbook.commit(commitOf(1, write(2, 2, ['x'])));
    expect(await gridOf(workbook, TABLE)).toEqual([[], [], ['', '', 'x']]);
  },
  async 'a block is written past all rows that a tab has, and further on without another reading'(workbook) {
    await gridOf(workbook, TABLE);
    await workbook.commit(commitOf(1, write(0, 0, ['a']), write(299, 0, ['xa'])));
    await workbook.commit(commitOf(2, shift(2, -1), write(299, 0, ['xa hơn'], ['cuối'])));
    const grid = await gridOf(workbook, TABLE);
    expect([grid[0], ...grid.slice(297)]).toEqual([['a'], [], ['xa'], ['xa hơn'], ['cuối']]);
  },
  async 'a block is written past all rows of a tab that was not read'(workbook) {
    await workbook.commit(commitOf(1, write(299, 0, ['xa'])));
    expect((await gridOf(workbook, TABLE))[299]).toEqual(['xa']);
  },
  async 'columns are put behind the last one where a write needs them'(workbook) {
    await workbook.commit(commitOf(1, { ...write(0, 60, ['xa']), widen: 61 } as RowWrite));
    expect((await gridOf(workbook, TABLE))[0]?.[60]).toBe('xa');
  },
  async 'of a tab the first row and some others are read alone'(workbook) {
    await workbook.commit(commitOf(1, append(['đầu'], ['hai', 2], ['ba'], ['bốn'], ['năm', 5], ['sáu'])));
    const rows = [
      { from: 2, to: 3 },
      { from: 5, to: 5 },
    ];
    const outcome = await workbook.read([{ sheetId: LOG, columns: null, rows }]);
    expect(outcome.kind === 'read' && outcome.grids.get(LOG)).toEqual([['đầu'], ['hai', 2], ['ba'], [], ['năm', 5]]);
  },
  async 'rows are copied whole behind all rows that another tab has'(workbook) {
    await workbook.commit(
      commitOf(1, append(['đầu'], ['một', '=1+1'], ['hai'], ['ba', 46_000.5]), write(0, 0, ['có'])),
    );
    const behind = (await workbook.tabs()).find(({ sheetId }) => sheetId === TABLE)?.rows ?? 0;
    const lines = [
      { from: 2, to: 2 },
      { from: 4, to: 4 },
    ];
    await workbook.commit({
      ...commitOf(2),
      changes: [{ kind: 'copy', sheetId: TABLE, from: LOG, lines, columns: 2, behind }],
    });
    const grid = await gridOf(workbook, TABLE);
    expect([grid[0], ...grid.slice(behind)]).toEqual([['có'], ['một', '=1+1'], ['ba', 46_000.5]]);
    expect(await gridOf(workbook, LOG)).toHaveLength(4);
  },
  async 'a reading is bounded by its columns, and gives the tabs that were asked for'(workbook) {
    await workbook.commit(commitOf(1, append(['x']), write(0, 0, ['a', '', 'c'])));
    expect(await gridOf(workbook, TABLE, 2)).toEqual([['a']]);
    const outcome = await workbook.read([
      { sheetId: TABLE, columns: 1 },
      { sheetId: LOG, columns: null },
    ]);
    expect(outcome).toEqual({
      kind: 'read',
      grids: new Map([
        [TABLE, [['a']]],
        [LOG, [['x']]],
      ]),
      headers: new Map(),
    });
  },
  async 'a first row is given whole beside a narrower reading, where it is asked for'(workbook) {
    await workbook.commit(commitOf(1, append(['x', 'y']), write(0, 0, ['a', '', 'c'], ['d', 'e'])));
    const outcome = await workbook.read([
      { sheetId: TABLE, columns: 1, header: true },
      { sheetId: LOG, columns: 1 },
    ]);
    expect(outcome).toMatchObject({
      grids: new Map([
        [TABLE, [['a'], ['d']]],
        [LOG, [['x']]],
      ]),
    });
    expect(outcome).toMatchObject({ headers: new Map([[TABLE, ['a', '', 'c']]]) });
  },
  async 'of a tab without rows the first row is empty'(workbook) {
    const outcome = await workbook.read([{ sheetId: LOG, columns: 1, header: true }]);
    expect(outcome).toEqual({ kind: 'read', grids: new Map([[LOG, []]]), headers: new Map([[LOG, []]]) });
  },
  async 'changes of one commit build on each other'(workbook) {
    await workbook.commit(commitOf(1, append(['một']), append(['hai']), write(0, 0, ['a', 'b']), write(0, 1, ['c'])));
    expect([await gridOf(workbook, LOG), await gridOf(workbook, TABLE)]).toEqual([[['một'], ['hai']], [['a', 'c']]]);
  },
  async 'rows go down behind those put in and up over those taken out, before what is written after them'(workbook) {
    await workbook.commit(commitOf(1, write(0, 0, ['đầu', 1], ['hai', 2], ['ba', 3], ['bốn', 4])));
    await workbook.commit(commitOf(2, shift(2, -1), shift(2, 2), write(2, 0, ['mới']), shift(5, 1)));
    expect(await gridOf(workbook, TABLE)).toEqual([['đầu', 1], ['hai', 2], ['mới'], [], ['bốn', 4]]);
  },
  async 'a claim is good for one use, whoever comes with it'(workbook) {
    expect(await workbook.commit(commitOf(7, append(['một'])))).toEqual({ kind: 'done' });
    expect(await workbook.commit(commitOf(7, append(['một'])))).toEqual({ kind: 'claim-used' });
    expect(await workbook.commit({ ...commitOf(7, append(['hai'])), token: 'khác' })).toEqual({ kind: 'claim-used' });
    expect(await gridOf(workbook, LOG)).toEqual([['một']]);
  },
  async 'of two commits at once under one claim one is done'(workbook) {
    const outcomes = await Promise.all(
      ['a', 'b'].map((token) => workbook.commit({ ...commitOf(1, append([token])), token })),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['claim-used', 'done']);
    expect(await gridOf(workbook, LOG)).toHaveLength(1);
  },
  async 'a refused commit changes nothing and leaves its claim unused'(workbook) {
    const lost: RowWrite = { kind: 'append', sheetId: NOWHERE, log: false, rows: cells([['x']]) };
    expect(await workbook.commit(commitOf(1, append(['một']), lost))).toMatchObject({ kind: 'refused' });
    expect([await gridOf(workbook, LOG), await workbook.highestClaim()]).toEqual([[], 0]);
    expect(await workbook.commit(commitOf(1, append(['hai'])))).toEqual({ kind: 'done' });
  },
  async 'a used claim is told before anything else is wrong with the commit'(workbook) {
    const lost: RowWrite = { kind: 'append', sheetId: NOWHERE, log: false, rows: cells([['x']]) };
    await workbook.commit(commitOf(1));
    expect(await workbook.commit(commitOf(1, lost))).toEqual({ kind: 'claim-used' });
  },
  async 'the highest claim is the highest ever used, in whatever order; none is 0'(workbook) {
    expect(await workbook.highestClaim()).toBe(0);
    for (const claim of [5, 2, 4]) await workbook.commit(commitOf(claim));
    expect(await workbook.highestClaim()).toBe(5);
  },
  async 'a tab that is not there is told'(workbook) {
    const ranges = [LOG, NOWHERE].map((sheetId) => ({ sheetId, columns: null }));
    expect(await workbook.read(ranges)).toEqual({ kind: 'tab-missing' });
  },
  async 'the list of tabs names them, with room for what is written'(workbook) {
    await workbook.commit(commitOf(1, append(['một', 'hai'], ['ba'])));
    const tabs = (await workbook.tabs()).filter(({ sheetId }) => sheetId === LOG || sheetId === TABLE);
    expect(tabs.map(({ sheetId, title, hidden }) => ({ sheetId, title, hidden }))).toEqual(contractTabs);
    const [log] = tabs;
    expect([(log?.rows ?? 0) >= 2, (log?.columns ?? 0) >= 2]).toEqual([true, true]);
  },
};
