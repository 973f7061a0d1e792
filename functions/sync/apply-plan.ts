import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import type { ParsedTab } from '../../sheets-schema/parse-tab.ts';
import type { AnswerRow } from '../../sheets-schema/tabs/logs.ts';
import { submissionKey } from '../domain/links/codes.ts';
import { readChanges } from '../domain/standing/change-log.ts';
import type { Standing } from '../outlook/outlook.ts';
import type { CellWrite, RowChange } from '../ports.ts';
import type { Bookkeeping } from '../workbook/bookkeeping.ts';
import { shifted } from '../workbook/diff-grid.ts';
import { rowsIn, type Snapshot } from '../workbook/snapshot.ts';
import type { Intake } from './intake.ts';
import type { Basis, LogRows } from './plan-sync.ts';

/** What a commit wrote. */
type Committed = {
  readonly bookkeeping: Bookkeeping;
  readonly logged: LogRows;
  readonly changes: readonly RowChange[];
  /** Of which versions rows were made. */
  readonly intake?: Pick<Intake, 'of'>;
};

/**
 * What a run plans on after its commit, without reading again: nobody else committed, or ours would have been refused. What
 * people typed meanwhile is seen by the next run. What is in force stays, for a plan records of it what it acted on; so
 * does what the form should be, and where everything stands until further reports come.
 */
export function basisAfter(basis: Basis, committed: Committed, standing: Standing | null): Basis {
  const snapshot = snapshotAfter(basis.snapshot, committed);
  const changeBook =
    committed.logged.changes.length === 0 ? basis.inForce.changeBook : readChanges(snapshot.logs.changes.rows);
  return { ...basis, snapshot, inForce: { ...basis.inForce, changeBook }, standing };
}

/** What the workbook is after a commit. */
export function snapshotAfter(snapshot: Snapshot, committed: Committed): Snapshot {
  const { logs } = snapshot;
  const { logged, changes, bookkeeping, intake } = committed;
  const recorded = new Set((intake?.of ?? logged.reports).map((report) => submissionKey(report)));
  return {
    ...snapshot,
    bookkeeping,
    logs: {
      ...logs,
      reports: grow(logs.reports, logged.reports),
      answers: grow(logs.answers, logged.answers.map(withoutText)),
      filers: grow(logs.filers, logged.filers),
      ledger: grow(logs.ledger, logged.ledger),
      changes: grow(logs.changes, logged.changes),
    },
    responses: snapshot.responses.filter((one) => !recorded.has(submissionKey(one))),
    projections: new Map(
      [...snapshot.projections].map(([sheetId, grid]) => [
        sheetId,
        applyChanges(
          grid,
          changes.filter((change) => change.sheetId === sheetId),
        ),
      ]),
    ),
  };
}

/** As the log is read back: long texts are not kept in memory for what comes after them. */
function withoutText({ text: _, ...row }: AnswerRow): Omit<AnswerRow, 'text'> {
  return row;
}

function grow<T extends Tab>(log: ParsedTab<T>, rows: readonly object[]): ParsedTab<T> {
  if (rows.length === 0) return log;
  // Likely so; where the service put them the next reading tells.
  const last = Math.max(rowsIn(log) + 1, log.lines.at(-1) ?? 0);
  const added = rows.map((row, index) => ({ at: last + index + 1, ...row }));
  return {
    ...log,
    rows: [...log.rows, ...(added as unknown as ParsedTab<T>['rows'])],
    lines: [...log.lines, ...added.map((_, index) => last + index + 1)],
  };
}

function applyChanges(grid: Grid, changes: readonly RowChange[]): Grid {
  if (changes.length === 0) return grid;
  let rows = [...grid];
  for (const change of changes) {
    if (change.kind === 'shift') {
      rows = [...shifted(rows, change)];
      continue;
    }
    const start = change.kind === 'append' ? { row: rows.length, column: 0 } : change;
    for (const [offset, cells] of change.rows.entries()) {
      const at = start.row + offset;
      rows[at] = overwritten(rows[at] ?? [], start.column, cells);
    }
  }
  return withoutEmptyEnd(rows);
}

function overwritten(row: readonly Cell[], column: number, written: readonly CellWrite[]): readonly Cell[] {
  const cells = [...row];
  for (const [index, { value }] of written.entries()) cells[column + index] = value;
  return cells;
}

/** As the API gives it back: rows of empty cells at the end are not there. */
function withoutEmptyEnd(rows: readonly (readonly Cell[])[]): Grid {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}
