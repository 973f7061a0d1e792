import type { ErrorType, ExtendedValue } from '../model.ts';
import type { FileLocale } from './file-locale.ts';
import { type Reference, type Token, tokensOf } from './formula-tokens.ts';

/** What a reference comes to: the values of its cells, or nothing when there is no such place. */
export type Look = (reference: Reference) => (ExtendedValue | undefined)[] | undefined;

export const formulaError = (type: ErrorType, message = ''): ExtendedValue => ({ errorValue: { type, message } });

/** Raised inside a formula; becomes the value of its cell. */
class FormulaError extends Error {
  readonly type: ErrorType;
  constructor(type: ErrorType, message = '') {
    super(message);
    this.type = type;
  }
}

/**
 * Computes the little that a register needs: arithmetic, comparison, joining, references, SUM, COUNTIF and HYPERLINK.
 * Every other function is `#NAME?`, as an unknown one would be.
 */
export function computeFormula(formula: string, locale: FileLocale, look: Look): ExtendedValue {
  const tokens = tokensOf(formula.slice(1), locale.decimal);
  if (!tokens) return formulaError('ERROR', 'Formula parse error.');
  try {
    const parser = { tokens, next: 0, look, separator: locale.argument };
    const value = comparison(parser);
    if (parser.next < tokens.length) throw new FormulaError('ERROR', 'Formula parse error.');
    return value;
  } catch (error) {
    if (error instanceof FormulaError) return formulaError(error.type, error.message);
    throw error;
  }
}

type Parser = { tokens: readonly Token[]; next: number; look: Look; separator: string };

function takeMark(parser: Parser, marks: readonly string[]): string | undefined {
  const token = parser.tokens[parser.next];
  if (token?.kind !== 'mark' || !marks.includes(token.mark)) return undefined;
  parser.next += 1;
  return token.mark;
}

type Operate = (left: ExtendedValue, right: ExtendedValue, mark: string) => ExtendedValue;

function chain(parser: Parser, marks: readonly string[], below: (p: Parser) => ExtendedValue, operate: Operate) {
  let value = below(parser);
  for (let mark = takeMark(parser, marks); mark; mark = takeMark(parser, marks)) {
    value = operate(value, below(parser), mark);
  }
  return value;
}

const comparison = (parser: Parser): ExtendedValue =>
  chain(parser, ['=', '<>', '<', '>', '<=', '>='], joined, compared);
const joined = (parser: Parser): ExtendedValue =>
  chain(parser, ['&'], sum, (a, b) => ({ stringValue: textOf(a) + textOf(b) }));
const sum = (parser: Parser): ExtendedValue => chain(parser, ['+', '-'], product, calculated);
const product = (parser: Parser): ExtendedValue => chain(parser, ['*', '/'], power, calculated);
const power = (parser: Parser): ExtendedValue => chain(parser, ['^'], signed, calculated);

function signed(parser: Parser): ExtendedValue {
  const mark = takeMark(parser, ['-', '+']);
  if (!mark) return primary(parser);
  const value = signed(parser);
  return mark === '-' ? { numberValue: -numberOf(value) } : value;
}

function calculated(left: ExtendedValue, right: ExtendedValue, mark: string): ExtendedValue {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (mark === '/' && b === 0) throw new FormulaError('DIVIDE_BY_ZERO');
  const results: Record<string, number> = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b };
  return { numberValue: results[mark] ?? 0 };
}

function compared(left: ExtendedValue, right: ExtendedValue, mark: string): ExtendedValue {
  const order = orderOf(left, right);
  const results: Record<string, boolean> = {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  };
  return { boolValue: results[mark] === true };
}

function orderOf(left: ExtendedValue, right: ExtendedValue): number {
  if (left.numberValue !== undefined && right.numberValue !== undefined) return left.numberValue - right.numberValue;
  return textOf(left).toLowerCase().localeCompare(textOf(right).toLowerCase());
}

function primary(parser: Parser): ExtendedValue {
  const token = parser.tokens[parser.next];
  parser.next += 1;
  if (token?.kind === 'number') return { numberValue: token.number };
  if (token?.kind === 'text') return { stringValue: token.text };
  if (token?.kind === 'reference') return single(parser.look(token.reference));
  if (token?.kind === 'name') return named(parser, token.name);
  if (token?.mark !== '(') throw new FormulaError('ERROR', 'Formula parse error.');
  const value = comparison(parser);
  if (!takeMark(parser, [')'])) throw new FormulaError('ERROR', 'Formula parse error.');
  return value;
}

function single(values: (ExtendedValue | undefined)[] | undefined): ExtendedValue {
  if (!values) throw new FormulaError('REF', 'Unresolved sheet name.');
  if (values.length > 1) throw new FormulaError('VALUE', 'An array value could not be found.');
  return values[0] ?? { numberValue: 0 };
}

function named(parser: Parser, name: string): ExtendedValue {
  if (name === 'TRUE' || name === 'FALSE') return { boolValue: name === 'TRUE' };
  const isFunction = takeMark(parser, ['(']) !== undefined;
  if (!isFunction || !['SUM', 'COUNTIF', 'HYPERLINK'].includes(name)) {
    throw new FormulaError('NAME', `Unknown ${isFunction ? 'function' : 'range name'}: '${name}'.`);
  }
  const given = readArguments(parser);
  if (name === 'SUM')
    return { numberValue: given.flat().reduce((total, value) => total + (value?.numberValue ?? 0), 0) };
  if (name === 'HYPERLINK') return given.at(-1)?.[0] ?? { stringValue: '' };
  const wanted = textOf(given[1]?.[0] ?? { stringValue: '' }).toLowerCase();
  const found = (given[0] ?? []).filter((value) => value && textOf(value).toLowerCase() === wanted);
  return { numberValue: found.length };
}

function readArguments(parser: Parser): (ExtendedValue | undefined)[][] {
  const given: (ExtendedValue | undefined)[][] = [];
  if (takeMark(parser, [')'])) return given;
  do given.push(argument(parser));
  while (takeMark(parser, [parser.separator]));
  if (!takeMark(parser, [')'])) throw new FormulaError('ERROR', 'Formula parse error.');
  return given;
}

/** A lone reference is all its cells; anything else is one value. */
function argument(parser: Parser): (ExtendedValue | undefined)[] {
  const token = parser.tokens[parser.next];
  const after = parser.tokens[parser.next + 1];
  const isLone = after?.kind === 'mark' && (after.mark === parser.separator || after.mark === ')');
  if (token?.kind !== 'reference' || !isLone) return [comparison(parser)];
  parser.next += 1;
  const values = parser.look(token.reference);
  if (!values) throw new FormulaError('REF', 'Unresolved sheet name.');
  return values;
}

function numberOf(value: ExtendedValue): number {
  raise(value);
  if (value.boolValue !== undefined) return Number(value.boolValue);
  const number = value.numberValue ?? Number(value.stringValue);
  if (Number.isNaN(number)) throw new FormulaError('VALUE');
  return number;
}

function textOf(value: ExtendedValue): string {
  raise(value);
  if (value.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  return value.stringValue ?? String(value.numberValue ?? '');
}

/** An error in a cell is the error of every formula that reads it. */
function raise({ errorValue }: ExtendedValue): void {
  if (errorValue) throw new FormulaError(errorValue.type, errorValue.message);
}
