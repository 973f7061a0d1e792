import { readRange, splitTitle } from '../a1.ts';

export type Reference = { title?: string; range: NonNullable<ReturnType<typeof readRange>> };

export type Token =
  | { kind: 'number'; number: number }
  | { kind: 'text'; text: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'mark'; mark: string };

const shapes =
  /\s+|(\d+(?:[.,]\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}(])|([\p{L}_][\p{L}\p{N}_.]*)|(<>|<=|>=|[-+*/^&=<>();,])/uy;

/** Cuts a formula, without its `=`, into tokens; nothing when a part of it is not known here. */
export function tokensOf(formula: string, decimal: '.' | ','): Token[] | undefined {
  const tokens: Token[] = [];
  shapes.lastIndex = 0;
  while (shapes.lastIndex < formula.length) {
    const match = shapes.exec(formula);
    if (!match) return undefined;
    const token = tokenOf(match, decimal);
    if (token) tokens.push(token);
  }
  return tokens;
}

function tokenOf([, number, text, tab = '', cells, name, mark]: RegExpExecArray, decimal: string): Token | undefined {
  if (number !== undefined) return { kind: 'number', number: Number(number.replace(decimal, '.')) };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll('""', '"') };
  if (cells !== undefined) return referenceToken(tab, cells);
  if (name !== undefined) return { kind: 'name', name: name.toUpperCase() };
  return mark === undefined ? undefined : { kind: 'mark', mark };
}

function referenceToken(tab: string, cells: string): Token | undefined {
  const range = readRange(cells);
  if (!range) return undefined;
  const { title } = splitTitle(`${tab}A1`);
  return { kind: 'reference', reference: title === undefined ? { range } : { title, range } };
}
