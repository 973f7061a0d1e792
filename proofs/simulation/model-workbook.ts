import type { CellWrite, Commit, CommitOutcome, TabRange, Workbook, Write } from '../../functions/ports.ts';
import { type Cell, EMPTY, type Grid } from '../../sheets-schema/cell.ts';
import type { FileSettings } from '../../sheets-schema/zone.ts';

type ModelTab = { readonly title: string; readonly hidden: boolean; rows: readonly (readonly Cell[])[] };

/** A spreadsheet in memory: grids by sheetId, and the claims ever used. */
export type ModelFile = {
  readonly id: string;
  readonly tabs: Map<number, ModelTab>;
  /** Claims with the token each was made with. */
  readonly claims: Map<number, string>;
  /** How it reads what people type. */
  settings: FileSettings;
  /** How many rows were taken out of a tab, ever. */
  readonly takenOut: Map<number, number>;
};

/** More in one cell refuses the whole batch. */
const LONGEST_CELL = 50_000;

/** Words for which a batch is refused whatever they mean: nobody knows all that Google will not store. */
export const UNSTORABLE = '⛔ ô không ghi được';

export function createModelFile(
  id: string,
  tabs: readonly { readonly sheetId: number; readonly title: string; readonly hidden: boolean }[],
): ModelFile {
  return {
    id,
    tabs: new Map(tabs.map(({ sheetId, title, hidden }) => [sheetId, { title, hidden, rows: [] }])),
    claims: new Map(),
    settings: { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    takenOut: new Map(),
  };
}

/**
 * The workbook port over a file in memory. It answers as the Sheets API does through our adapter: values without empty
 * ends, one batch all or nothing, a claim good for one use. A test plays it against the emulator.
 */
export function createModelWorkbook(file: ModelFile): Workbook & { settings(): FileSettings | null } {
  let told: FileSettings | null = null;
  return {
    settings: () => told,
    id: file.id,
    async read(ranges) {
      if (ranges.some(({ sheetId }) => !file.tabs.has(sheetId))) return { kind: 'tab-missing' };
      return {
        kind: 'read',
        grids: new Map(
          ranges.map(({ sheetId, columns, rows, also }) => {
            const grid = gridOf(file, sheetId, columns, also);
            const isAsked = (line: number) => line === 1 || rows?.some(({ from, to }) => from <= line && line <= to);
            const asked = grid.map((row, index) => (isAsked(index + 1) ? row : []));
            return [sheetId, rows ? withoutEmptyEnd(asked, isEmptyRow) : grid];
          }),
        ),
        headers: new Map(
          ranges.flatMap(({ sheetId, header, rows }) =>
            header || rows ? [[sheetId, gridOf(file, sheetId)[0] ?? []] as const] : [],
          ),
        ),
      };
    },
    async tabs() {
      return [...file.tabs].map(([sheetId, { title, hidden, rows }]) => ({
        sheetId,
        title,
        hidden,
        rows: rows.length,
        columns: Math.max(0, ...rows.map((row) => row.length)),
      }));
    },
    async commit(commit) {
      const outcome = commitTo(file, commit);
      if (outcome.kind === 'done') told = file.settings;
      return outcome;
    },
    highestClaim: async () => Math.max(0, ...file.claims.keys()),
  };
}

/** The cells of a tab as the values API gives them: empty ends of rows and empty rows at the end are not there. */
function gridOf(
  file: ModelFile,
  sheetId: number,
  columns: number | null = null,
  also: TabRange['also'] = [0, 0],
): Grid {
  const rows = file.tabs.get(sheetId)?.rows ?? [];
  return withoutEmptyEnd(
    rows.map((row) => {
      const cells = withoutEmptyEnd(columns === null ? row : row.slice(0, columns), isEmptyCell);
      const behind = withoutEmptyEnd(row.slice(...also), isEmptyCell);
      return behind.length === 0 ? cells : [...cells, ...Array((columns ?? 0) - cells.length).fill(EMPTY), ...behind];
    }),
    isEmptyRow,
  );
}

/** All or nothing: a used claim, a tab that is not there or a cell that cannot be stored refuses the whole batch. */
export function commitTo(file: ModelFile, { claim, token, changes }: Commit): CommitOutcome {
  if (file.claims.has(claim)) return { kind: 'claim-used' };
  const lost = changes.find(({ sheetId }) => !file.tabs.has(sheetId));
  if (lost) return { kind: 'refused', why: `No grid with id: ${lost.sheetId}` };
  const bad = changes.some((change) => 'rows' in change && change.rows.some((row) => row.some(isRefused)));
  if (bad)
    return {
      kind: 'refused',
      why: `Your input contains more than the maximum of ${LONGEST_CELL} characters in a single cell.`,
    };
  file.claims.set(claim, token);
  for (const change of changes) applyTo(file, change);
  return { kind: 'done' };
}

/** One change, as if typed or committed. */
export function applyTo(file: ModelFile, change: Write): void {
  const tab = file.tabs.get(change.sheetId);
  if (!tab) throw new Error(`No tab ${change.sheetId} in the model.`);
  if (change.kind === 'shape') throw new Error('The model keeps rows alone: its files are made by this release.');
  if (change.kind === 'shift') {
    const [gone, added] = [Math.max(0, -change.by), Math.max(0, change.by)];
    tab.rows = tab.rows.toSpliced(change.row, gone, ...Array<readonly Cell[]>(added).fill([]));
    file.takenOut.set(change.sheetId, (file.takenOut.get(change.sheetId) ?? 0) + gone - added);
    return;
  }
  if (change.kind === 'copy') {
    const source = file.tabs.get(change.from)?.rows ?? [];
    const copied = change.lines.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, offset) => source[from - 1 + offset] ?? []),
    );
    const blank = Array.from({ length: Math.max(0, change.behind - tab.rows.length) }, () => []);
    tab.rows = [...tab.rows, ...blank, ...copied];
    return;
  }
  const cells = change.rows.map((row) => row.map(({ value }) => value));
  const rows = [...tab.rows];
  const start = change.kind === 'append' ? rows.findLastIndex((row) => !isEmptyRow(row)) + 1 : change.row;
  for (const [offset, written] of cells.entries()) {
    const row = [...(rows[start + offset] ?? [])];
    const column = change.kind === 'append' ? 0 : change.column;
    for (const [index, value] of written.entries()) row[column + index] = value;
    rows[start + offset] = Array.from(row, (cell) => cell ?? EMPTY);
  }
  tab.rows = Array.from(rows, (row) => row ?? []);
}

function isRefused({ value }: CellWrite): boolean {
  return typeof value === 'string' && (value.length > LONGEST_CELL || value.includes(UNSTORABLE));
}

function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === undefined || cell === EMPTY;
}

function isEmptyRow(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every(isEmptyCell);
}

function withoutEmptyEnd<T>(list: readonly T[], isEmpty: (one: T) => boolean): readonly T[] {
  const last = list.findLastIndex((one) => !isEmpty(one));
  return last === list.length - 1 ? list : list.slice(0, last + 1);
}
