import { sameD } from '../../../sheets-schema/text.ts';
import { plain } from './plain-text.ts';

/** The number and symbol of an official document, as Nghị định 30/2020 and the Party's rules write them. */
export type DocumentNumber = {
  /** Digits, below ten with a leading zero as printed; a letter after them is kept (`45a`). */
  readonly number: string;
  /** Only where the number itself carries it, as in `269/2025/NĐ-CP`. */
  readonly year: number | null;
  readonly symbol: string;
  readonly kind: 'administrative' | 'legal' | 'party';
  /** The same document always gives the same text. */
  readonly text: string;
};

const PIECE = String.raw`\p{L}[\p{L}\d&]{0,15}(?:\.\p{Lu}[\p{Lu}\d]{1,9})?`;
const SYMBOL = `${PIECE}(?:-${PIECE}){0,5}`;
const ADMINISTRATIVE = String.raw`(?<number>\d{1,6}[a-zđ]?)/(?:(?<year>(?:19|20)\d{2})/)?(?<symbol>${SYMBOL})`;
const PARTY = String.raw`(?<number>\d{1,6}[a-zđ]?)-(?<type>\p{L}{1,10})/(?<body>${SYMBOL})`;
const WHOLE = [ADMINISTRATIVE, PARTY].map((form) => new RegExp(`^(?:số ?:? ?)?${form}$`, 'iu'));

/**
 * A cell that should hold one document number; words around it are forgiven (`Kế hoạch số 111/KH-UBND ngày
 * 31/7/2025`) as long as only one number stands there.
 * @returns null when there is none, more than one, or a part is missing (`Số:   /BXD-PTĐT`, `12112`).
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  if (text.length > 500) return null;
  const line = straight(text).replace(/ ?([/-]) ?/g, '$1');
  for (const form of WHOLE) {
    const match = form.exec(line);
    if (match) return numberOf(match);
  }
  const found = findDocumentNumbers(text);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const CAPITALS = String.raw`\p{Lu}[\p{L}\d&]{0,15}(?:\.\p{Lu}[\p{Lu}\d]{1,9})?`;
const CAPITAL_SYMBOL = `${CAPITALS}(?:-${CAPITALS}){0,5}`;
const RUNNING = new RegExp(
  String.raw`(?<![\p{L}\d/.,-]|\d:)(?<number>\d{1,6}[a-zđ]?)(?: ?/ ?(?:(?<year>(?:19|20)\d{2}) ?/ ?)?(?<symbol>${CAPITAL_SYMBOL})|-(?<type>\p{Lu}\p{L}{0,9})/(?<body>${CAPITAL_SYMBOL}))(?![\p{L}\d/]|-\p{L})`,
  'gu',
);
const INTRODUCTION = /số ?:? ?$/iu;

/**
 * Document numbers in running text, each once, in order. Stricter than a cell of its own: the symbol begins with
 * capitals and has two parts, unless "số" or a year stands before it, so that `24/7` or `50/UBND` as a share is left alone.
 */
export function findDocumentNumbers(text: string, most = Number.POSITIVE_INFINITY): readonly DocumentNumber[] {
  const found = new Map<string, DocumentNumber>();
  const line = straight(text);
  for (const match of line.matchAll(RUNNING)) {
    const { year, symbol } = match.groups ?? {};
    const alone = symbol !== undefined && year === undefined && !symbol.includes('-');
    if (alone && !INTRODUCTION.test(line.slice(Math.max(0, match.index - 8), match.index))) continue;
    const number = numberOf(match);
    if (number) found.set(number.text, number);
    if (found.size >= most) break;
  }
  return [...found.values()];
}

/** One kind of Đ, one kind of dash. */
function straight(text: string): string {
  return sameD(plain(text)).replace(/[\u2010-\u2015\u2212]/g, '-');
}

function numberOf(match: RegExpExecArray): DocumentNumber | null {
  const groups = match.groups ?? {};
  const number = (groups['number'] ?? '').toLowerCase().replace(/^0+/, '');
  if (!/^\d/.test(number)) return null;
  const printed = /^\d(?!\d)/.test(number) ? `0${number}` : number;
  if (groups['type'] !== undefined) {
    const symbol = `${usualCase(groups['type'])}/${usualCase(groups['body'] ?? '')}`;
    return { number: printed, year: null, symbol, kind: 'party', text: `${printed}-${symbol}` };
  }
  const symbol = usualCase(groups['symbol'] ?? '');
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  const text = year === null ? `${printed}/${symbol}` : `${printed}/${year}/${symbol}`;
  return { number: printed, year, symbol, kind: year === null ? 'administrative' : 'legal', text };
}

/** Parts of a symbol that keep small letters; all others are capitals throughout. */
const MIXED = new Map(
  ['TTg', 'TTr', 'CTr', 'CTrPH', 'QyĐ', 'QĐi', 'ThT', 'PA'].map((part) => [part.toUpperCase(), part]),
);

function usualCase(symbol: string): string {
  return symbol
    .split('-')
    .map((part) => {
      const known = MIXED.get(part.toUpperCase());
      return known ?? (part === part.toLowerCase() ? part.toUpperCase() : part);
    })
    .join('-');
}
