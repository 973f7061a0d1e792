import { type Area, closed } from '../../sheets/area.ts';
import { cellAt } from '../../sheets/change.ts';
import type { DataValidationRule, Sheet, Spreadsheet } from '../../sheets/model.ts';
import { type Choices, choicesOf } from './cell-choices.ts';
import { bandLook, type Look, lookOf } from './colours.ts';
import { conditionalLooks } from './conditional-looks.ts';
import { lastUsedRow } from './last-used-row.ts';
import { shownText } from './shown-text.ts';
import { wrongBecause } from './wrong-value.ts';

export type CellView = {
  text: string;
  /** What one begins to edit with, where that is not the text. */
  formula: string | undefined;
  note: string | undefined;
  /** Why the rule of the cell does not take what it holds. */
  wrong: string | undefined;
  look: Look;
  /** The place of its choices in `TabView.choices`. */
  choices: number | undefined;
  /** Of a tick box. */
  isTicked: boolean | undefined;
  href: string | undefined;
};
export type RowView = { row: number; cells: readonly CellView[] };

/** One screenful of a tab. */
export type TabView = {
  widths: readonly number[];
  frozenColumns: number;
  frozen: readonly RowView[];
  rows: readonly RowView[];
  /** The last row that holds anything, counted from 1. */
  usedRows: number;
  choices: readonly Choices[];
  guards: readonly Guard[];
};

/** Cells that are protected, and what the protection says of itself. */
type Guard = Area & { words: string };

/** Rows on one page, and empty ones below the last for writing on. */
export const PAGE_ROWS = 200;
const SPARE_ROWS = 20;

/** What is asked of a tab: a page of its rows, from `from` on, or of all its rows those that are let through. */
export type Asked = { from: number; through: ((row: number) => boolean) | undefined };

/** The frozen rows of a tab and those asked for. */
export function viewTab(book: Spreadsheet, sheet: Sheet, { from, through }: Asked): TabView {
  const { rowCount, columnCount, frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties;
  const usedRows = lastUsedRow(sheet) + 1;
  const start = Math.max(from, frozenRowCount);
  const end = Math.min(rowCount, start + PAGE_ROWS, Math.max(usedRows, start) + SPARE_ROWS);
  const shown = through ? rowsBetween(frozenRowCount, usedRows).filter(through) : rowsBetween(start, end);
  const choices = collectChoices(book);
  const viewCell = cellViewer(book, sheet, choices.indexOf);
  const viewRow = (row: number): RowView => ({
    row,
    cells: Array.from({ length: columnCount }, (_, column) => viewCell(row, column)),
  });
  const frozen = rowsBetween(0, Math.min(frozenRowCount, rowCount)).map(viewRow);
  const rows = shown.map(viewRow);
  const widths = Array.from({ length: columnCount }, (_, column) => sheet.columnProperties[column]?.pixelSize ?? 100);
  return {
    widths,
    frozenColumns: frozenColumnCount,
    frozen,
    rows,
    usedRows,
    choices: choices.list,
    guards: guardsOf(sheet),
  };
}

/** Google lets the owner of a file write there; the page asks first, for a coordinator is not the owner. */
const guardsOf = (sheet: Sheet): Guard[] =>
  sheet.protectedRanges.map(({ range = {}, description }) => ({
    ...closed(range, sheet),
    words: description || 'Vùng này được bảo vệ.',
  }));

const rowsBetween = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/** Whole columns share a rule: each is read once. */
function collectChoices(book: Spreadsheet) {
  const list: Choices[] = [];
  const known = new Map<DataValidationRule, number | undefined>();
  function indexOf(rule: DataValidationRule | undefined): number | undefined {
    if (rule && !known.has(rule)) {
      const choices = choicesOf(book, rule);
      known.set(rule, choices ? list.push(choices) - 1 : undefined);
    }
    return rule && known.get(rule);
  }
  return { list, indexOf };
}

type ChoicesIndex = (rule: DataValidationRule | undefined) => number | undefined;

function cellViewer(book: Spreadsheet, sheet: Sheet, indexOf: ChoicesIndex) {
  const conditional = conditionalLooks(sheet);
  return (row: number, column: number): CellView => {
    const cell = cellAt(sheet, row, column);
    const { text, number, bool } = shownText(book, sheet, row, column);
    const own = lookOf(cell?.userEnteredFormat);
    const isTick = cell?.dataValidation?.condition?.type === 'BOOLEAN';
    return {
      text,
      formula: cell?.userEnteredValue?.formulaValue,
      note: cell?.note,
      wrong: wrongBecause(book, cell),
      look: {
        ...bandLook(sheet, row, column),
        ...(number !== undefined && { 'text-align': 'right' }),
        ...own,
        ...conditional({ row, column, text, number }),
      },
      choices: indexOf(cell?.dataValidation),
      isTicked: isTick ? bool === true : undefined,
      href: linkOf(cell),
    };
  };
}

/** Only addresses a page may lead to. */
function linkOf(cell: ReturnType<typeof cellAt>): string | undefined {
  const formula = /^=\s*HYPERLINK\(\s*"([^"]*)"/i.exec(cell?.userEnteredValue?.formulaValue ?? '')?.[1];
  const typed = cell?.userEnteredValue?.stringValue;
  const uri = formula ?? cell?.userEnteredFormat?.textFormat?.link?.uri ?? typed;
  // A place in the same file is named behind a `#` there, and asked for as a query here.
  if (uri && /^#gid=\d+(&fvid=\d+)?$/.test(uri)) return `?${uri.slice(1)}`;
  return uri && /^https?:\/\/\S+$/.test(uri) ? uri : undefined;
}
