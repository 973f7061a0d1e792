import { columnLetters, columnNumber, quotedTitle, splitTitle } from './a1.ts';
import type { Dimension } from './model.ts';
import { type SpanEdit, shifted } from './span.ts';

/** A text in quotes, or a reference with the tab it names and its cells. */
const shape =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(!])/gu;

type Rewrite = (tab: string, cells: string) => string;

function rewritten(formula: string, rewrite: Rewrite): string {
  return formula.replace(shape, (whole, tab: string | undefined, cells: string | undefined) =>
    cells === undefined ? whole : rewrite(tab ?? '', cells),
  );
}

const isTab = (tab: string, title: string): boolean =>
  splitTitle(`${tab}A1`).title?.toLowerCase() === title.toLowerCase();

/** The formula after a tab got another title. */
export function afterRename(formula: string, from: string, to: string): string {
  return rewritten(formula, (tab, cells) => (isTab(tab, from) ? `${quotedTitle(to)}!` : tab) + cells);
}

export type MovedCells = { title: string; dimension: Dimension; edit: SpanEdit };

/** The formula after rows or columns of a tab changed places; `isHome` when the formula stands on that tab. */
export function afterEdit(formula: string, { title, dimension, edit }: MovedCells, isHome: boolean): string {
  return rewritten(formula, (tab, cells) => {
    const isMeant = tab === '' ? isHome : isTab(tab, title);
    return isMeant ? (movedCells(cells, dimension, edit, tab) ?? '#REF!') : tab + cells;
  });
}

/** One side of a reference, `$` marks kept. */
type Corner = { columnMark: string; column: string; rowMark: string; row: string };

function cornerOf(text: string): Corner {
  const [, columnMark = '', column = '', rowMark = '', row = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // `$3` alone is a row: its mark was read as the column's.
  return column === ''
    ? { columnMark: '', column, rowMark: columnMark + rowMark, row }
    : { columnMark, column, rowMark, row };
}

const cornerText = ({ columnMark, column, rowMark, row }: Corner): string => columnMark + column + rowMark + row;

function movedCells(cells: string, dimension: Dimension, edit: SpanEdit, tab: string): string | undefined {
  const [left = '', right] = cells.split(':');
  const from = cornerOf(left);
  const to = cornerOf(right ?? left);
  const part = dimension === 'ROWS' ? 'row' : 'column';
  const start = indexOf(from[part], dimension);
  const last = indexOf(to[part], dimension);
  const span = shifted({ start, end: last === undefined ? undefined : last + 1 }, edit);
  if (!span) return undefined;
  const first = cornerText({ ...from, [part]: nameOf(span.start, dimension) });
  if (right === undefined) return tab + first;
  return `${tab}${first}:${cornerText({ ...to, [part]: nameOf(span.end === undefined ? undefined : span.end - 1, dimension) })}`;
}

function indexOf(name: string, dimension: Dimension): number | undefined {
  if (name === '') return undefined;
  return dimension === 'ROWS' ? Number(name) - 1 : columnNumber(name);
}

function nameOf(index: number | undefined, dimension: Dimension): string {
  if (index === undefined) return '';
  return dimension === 'ROWS' ? String(index + 1) : columnLetters(index);
}
