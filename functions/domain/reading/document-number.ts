import { straight, unnumbered } from '../../../sheets-schema/text.ts';

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

/** Symbols are of letters without tone marks: `12/hộ`, `24/giờ` are prices and hours. */
const CAPITAL = 'A-ZĐĂÂÊÔƠƯ';
const LETTER = `${CAPITAL}a-zđăâêôơư`;
const DOTTED = `(?:\\.[${CAPITAL}][${CAPITAL}\\d]{1,9})?`;
/** A letter after it is a number inserted later; no O or I, which are figures badly read. */
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,3}(?= ?/ ?(?:19|20)\d\d))?[A-Ha-hĐđ]?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;

const WHOLE_PIECE = `[${CAPITAL}][${CAPITAL}\\d&]{0,15}${DOTTED}`;
const WHOLE_SYMBOL = `${WHOLE_PIECE}(?:-${WHOLE_PIECE}){0,5}`;
const WHOLE = [
  `(?<number>${NUMBER})/(?:${YEAR}/)?(?<symbol>${WHOLE_SYMBOL})`,
  `(?<number>${NUMBER})-(?<type>[${CAPITAL}]{1,10})/(?<body>${WHOLE_SYMBOL})`,
].map((form) => new RegExp(`^(?:số ?:? ?)?${form}$`, 'iu'));

/** In UTF-16 units; of a longer one the beginning counts. */
const LONGEST_CELL = 500;

/**
 * A cell that should hold one document number; words and signs around it are forgiven (`Kế hoạch số 111/KH-UBND ngày
 * 31/7/2025`) as long as only one number stands there.
 * @returns null when there is none, more than one, or a part is missing (`Số:   /BXD-PTĐT`, `12112`).
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const cell = text.slice(0, LONGEST_CELL);
  const line = straight(unnumbered(cell))
    .replace(/ ?([/-]) ?/g, '$1')
    .replace(/[^\p{L}\d]+$/u, '');
  for (const form of WHOLE) {
    const match = form.exec(line);
    if (match) return numberOf(match);
  }
  const found = findDocumentNumbers(cell);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Abbreviations of the kinds of paper, without which a symbol of one part is none; their small letters are kept. */
const PAPERS = 'BB BC CĐ CT CTr CV ĐA GM HD HĐ KH KL NĐ NQ PA QC QĐ QĐi QyĐ TB TT TTLT TTr'.split(' ');
const PAPER = PAPERS.join('|');

const PIECE = `[${CAPITAL}][${LETTER}\\d&]{0,15}${DOTTED}`;
/** A part that a gap or the end of a line may stand before: no beginning of a sentence. */
const FIRM_PIECE = `(?:TTg|TTr|CTr|QyĐ|[${CAPITAL}][${CAPITAL}\\d&]{1,15}${DOTTED})(?![${LETTER}])`;
const SYMBOL = `(?=[${CAPITAL}][${LETTER}])${PIECE}(?:-${PIECE}| ?- ?${FIRM_PIECE})?(?:-${PIECE}|(?:- | -)${FIRM_PIECE}){0,4}`;
const ALONE = String.raw`(?<![\p{L}\d/.,-]|\d:)(?<number>${NUMBER})`;
const ENDS = String.raw`(?![\p{L}\d/]|-\p{L})`;
const RUNNING = [
  new RegExp(
    `${ALONE}(?: ?/ ?(?:${YEAR} ?/ ?)?(?<symbol>${SYMBOL})|(?:-| ?- ?(?=(?:${PAPER}) ?/))(?<type>[${CAPITAL}][${LETTER}]{0,9}) ?/ ?(?<body>${SYMBOL}))${ENDS}`,
    'gu',
  ),
  new RegExp(
    String.raw`${ALONE}(?:/(?:${YEAR}/)?(?<symbol>[a-zđ]{2,10}(?:-[a-zđ\d&]{2,10}){1,4})|-(?<type>${PAPER.toLowerCase()})/(?<body>[a-zđ]{2,10}(?:-[a-zđ]{2,10})?))${ENDS}`,
    'gu',
  ),
];
const INTRODUCTION = /số ?:? ?$/iu;
/** The symbol says of itself that it is one, in small letters too. */
const OF_A_PAPER = new RegExp(`^(?:${PAPER})-`, 'iu');

/**
 * Document numbers in running text, each once, in order. Stricter than a cell of its own: the symbol begins with
 * capitals and has two parts, unless "số" or a year stands before it, so that `24/7` or `50/UBND` as a share is left
 * alone; in small letters it is that of a paper, or "số" stands before it.
 */
export function findDocumentNumbers(text: string, most = Number.POSITIVE_INFINITY): readonly DocumentNumber[] {
  return citedNumbers(text, most).map(({ number }) => number);
}

/** A number in running text, with what stands between it and the next one or the end of the sentence. */
export type CitedNumber = { readonly number: DocumentNumber; readonly after: string };

/** The numbers that {@link findDocumentNumbers} finds. */
export function citedNumbers(text: string, most = Number.POSITIVE_INFINITY): readonly CitedNumber[] {
  const line = straight(text);
  const matches = RUNNING.flatMap((form) => [...line.matchAll(form)])
    .filter((match) => isNumber(match, line))
    .sort((a, b) => a.index - b.index);
  const found = new Map<string, CitedNumber>();
  for (const [at, match] of matches.entries()) {
    const number = numberOf(match);
    if (!number || found.has(number.text)) continue;
    const next = matches[at + 1]?.index ?? line.length;
    const after = line.slice(match.index + match[0].length, next).split(/;|\. /, 1)[0] ?? '';
    found.set(number.text, { number, after });
    if (found.size >= most) break;
  }
  return [...found.values()];
}

function isNumber({ index, groups = {} }: RegExpExecArray, line: string): boolean {
  const { year, symbol } = groups;
  if (symbol === undefined || year !== undefined || OF_A_PAPER.test(symbol)) return true;
  const isSure = symbol.includes('-') && symbol !== symbol.toLowerCase();
  return isSure || INTRODUCTION.test(line.slice(Math.max(0, index - 8), index));
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
  const written = groups['symbol'] ?? '';
  const symbol = usualCase(written);
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  const isPart = !written.includes('-') && (written === written.toLowerCase() || PAPERS.includes(symbol));
  if (year === null && isPart) return null;
  const text = year === null ? `${printed}/${symbol}` : `${printed}/${year}/${symbol}`;
  return { number: printed, year, symbol, kind: year === null ? 'administrative' : 'legal', text };
}

/** Parts of a symbol that keep small letters; all others are capitals throughout. */
const MIXED = new Map([...PAPERS, 'TTg', 'CTrPH', 'ThT'].map((part) => [part.toUpperCase(), part]));

function usualCase(symbol: string): string {
  return symbol
    .split('-')
    .map((piece) => {
      const part = piece.trim();
      const known = MIXED.get(part.toUpperCase());
      return known ?? (part === part.toLowerCase() ? part.toUpperCase() : part);
    })
    .join('-');
}
