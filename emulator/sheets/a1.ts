import type { Area } from './area.ts';

/** One side of an A1 range; zero based, a missing part is open. */
type Corner = { row?: number; column?: number };

/** Takes `'Tab'!A1:B2` apart. Whether a text without `!` names a tab is the reader's to decide. */
export function splitTitle(text: string): { title?: string; rest: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) return { title: unquoted(quoted[1] ?? ''), rest: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { rest: text } : { title: text.slice(0, mark), rest: text.slice(mark + 1) };
}

const unquoted = (title: string): string => title.replaceAll("''", "'");

/** Reads `A1`, `A1:B2`, `A:B`, `1:2`, `A2:B`, `A1:2` in any order of corners; nothing when it is no range. */
export function readRange(text: string): { from: Corner; to: Corner } | undefined {
  const [left = '', right, ...more] = text.split(':');
  if (more.length > 0) return undefined;
  const from = readCorner(left);
  const to = right === undefined ? from : readCorner(right);
  if (!from || !to || (right === undefined && (from.row === undefined || from.column === undefined))) return undefined;
  return inOrder(from, to);
}

function readCorner(text: string): Corner | undefined {
  const parts = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (!parts || text === '') return undefined;
  const [, letters, digits] = parts;
  return {
    ...(letters && { column: columnNumber(letters) }),
    ...(digits && { row: Number(digits) - 1 }),
  };
}

/** Puts the corners in order; a side that only one corner names starts there and is open at the end. */
function inOrder(from: Corner, to: Corner): { from: Corner; to: Corner } {
  const rows = sorted(from.row, to.row);
  const columns = sorted(from.column, to.column);
  return {
    from: {
      ...(rows.start !== undefined && { row: rows.start }),
      ...(columns.start !== undefined && { column: columns.start }),
    },
    to: { ...(rows.end !== undefined && { row: rows.end }), ...(columns.end !== undefined && { column: columns.end }) },
  };
}

function sorted(one?: number, two?: number): { start?: number; end?: number } {
  if (one === undefined || two === undefined) {
    const start = one ?? two;
    return start === undefined ? {} : { start };
  }
  return { start: Math.min(one, two), end: Math.max(one, two) };
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `Tab!A1:B2`, as the API names a resolved range. */
export function a1Of(title: string, area: Area): string {
  const first = cellName(area.startRow, area.startColumn);
  const last = cellName(area.endRow - 1, area.endColumn - 1);
  return `${quotedTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}

/** Quoted only when needed: a plain word that does not look like a cell stands bare. */
export function quotedTitle(title: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^([A-Za-z]{1,3}\d+|R\d*C\d*|TRUE|FALSE)$/i.test(title);
  return isPlain ? title : `'${title.replaceAll("'", "''")}'`;
}
