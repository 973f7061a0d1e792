import * as z from 'zod';
import { clean, cutBefore, fold } from '../../../sheets-schema/text.ts';
import { classifyAnswer, type OutlineWords } from './answer-class.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { findDocumentNumbers, parseDocumentNumber } from './document-number.ts';
import { findDates, findPercents, findPeriods } from './found-dates.ts';
import { fingerprintOf } from './similarity.ts';
import { textMarks } from './text-suspicion.ts';

const SHORT = 120;
const MOST = 8;
const MOST_DOCUMENTS = 5;

/**
 * Reads an answer once, for all later steps. Of a text marked as secret nothing but the mark and its length is kept.
 * @param asked what the form asked; null for a question that nothing of ours asks
 */
export function examineAnswer(text: string, asked: OutlineWords | null = null): AnswerFacts {
  const answer = clean(text);
  const folded = fold(answer);
  const marks = textMarks(text);
  const outline = { class: classifyAnswer(text, asked), length: lengthOf(answer), marks };
  if (marks.includes('secret')) return { ...NOTHING, ...outline };
  return {
    ...outline,
    value: answer.length <= SHORT ? answer : '',
    documents: documentsOf(answer),
    dates: findDates(answer, MOST).map(String),
    periods: findPeriods(answer, MOST),
    percents: findPercents(answer, MOST),
    namesAddressee: namesAddressee(folded),
    fingerprint: fingerprintOf(folded),
  };
}

const NOTHING = {
  value: '',
  documents: [],
  dates: [],
  periods: [],
  percents: [],
  namesAddressee: false,
  fingerprint: '',
} as const;

/** Letters and digits; NFC, so that a letter with its marks counts once. */
function lengthOf(answer: string): number {
  return answer.replace(/[^\p{L}\p{N}]+/gu, '').length;
}

function documentsOf(answer: string): readonly string[] {
  const whole = answer.length <= SHORT ? parseDocumentNumber(answer) : null;
  const found = whole ? [whole] : findDocumentNumbers(answer, MOST_DOCUMENTS);
  return found.map(({ text }) => text).filter((text) => text.length <= SHORT);
}

/** Generous: what any release wrote is read, or an item that was answered would count as lacking. */
const strings = z.array(z.string());
const stored = z.strictObject({
  c: z.enum(['blank', 'negative', 'deferral', 'bare-status', 'reference', 'text']),
  n: z.int().min(0),
  v: z.string().default(''),
  d: strings.default([]),
  t: z.array(z.iso.date()).default([]),
  q: strings.default([]),
  p: z.array(z.number()).default([]),
  a: z.literal(1).optional(),
  m: z.array(z.enum(['legacy-encoding', 'mojibake', 'secret'])).default([]),
  f: z
    .string()
    .regex(/^(?:[0-9a-f]{32})?$/)
    .default(''),
});

/** Facts as they stand in a cell: short keys in a fixed order, what is empty left out. */
export function encodeFacts(facts: AnswerFacts): string {
  const { value, documents, dates, periods, percents, marks, fingerprint } = facts;
  return JSON.stringify({
    c: facts.class,
    n: facts.length,
    ...(value && { v: value }),
    ...(documents.length > 0 && { d: documents }),
    ...(dates.length > 0 && { t: dates }),
    ...(periods.length > 0 && { q: periods }),
    ...(percents.length > 0 && { p: percents }),
    ...(facts.namesAddressee && { a: 1 }),
    ...(marks.length > 0 && { m: marks }),
    ...(fingerprint && { f: fingerprint }),
  });
}

/** @returns null when the cell does not hold facts that {@link encodeFacts} wrote. */
export function decodeFacts(text: string): AnswerFacts | null {
  const read = stored.safeParse(jsonOf(text));
  if (!read.success) return null;
  const { c, n, v, d, t, q, p, a, m, f } = read.data;
  return {
    class: c,
    length: n,
    value: v,
    documents: d,
    dates: t,
    periods: q,
    percents: p,
    namesAddressee: a === 1,
    marks: m,
    fingerprint: f,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let segmenter: Intl.Segmenter | null = null;

/** Made by the first long text: making it takes some milliseconds of every start. */
function graphemes(line: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('vi', { granularity: 'grapheme' });
  return segmenter.segment(line);
}

/**
 * The beginning of an answer on one line, for a table. Never more than `max` UTF-16 units; a letter is never parted
 * from its marks; ends with … when something was left out.
 */
export function excerptOf(text: string, max = 300): string {
  const line = clean(text.slice(0, max * 20));
  if (line.length <= max && text.length <= max * 20) return line;
  let end = 0;
  for (const { segment, index } of graphemes(line.slice(0, max + 40))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${line.slice(0, end).trimEnd()}…`;
}

/**
 * A long answer in parts that fit a cell; joined they are the answer again, unit for unit. A surrogate pair or a letter
 * and its marks stay together.
 * @param max UTF-16 units; a cell holds 50,000.
 */
export function partsOf(text: string, max = 40_000): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const end = cutBefore(text, start + max, start + Math.floor(max / 2));
    parts.push(text.slice(start, end));
    start = end;
  }
  return [...parts, text.slice(start)];
}

/** Bodies that can act on a proposal, folded. "chính phủ số" and "các bộ tiêu chí" are things, not bodies. */
const BODIES = new RegExp(
  `(?<![a-z])(?:${[
    'chinh phu(?! so| dien tu)',
    'thu tuong',
    'ttcp',
    'ttgcp',
    'quoc hoi',
    'trung uong',
    'van phong chinh phu',
    'vpcp',
    'ban chi dao',
    'to cong tac',
    'bo (?:xay dung|xd|khoa hoc|kh|tai chinh|tc|noi vu|cong an|tu phap|quoc phong|nong nghiep|nn|giao duc|gd|y te|cong thuong|van hoa|vh|ngoai giao|dan toc|thong tin|tt&tt|tai nguyen)',
    '(?:cac )?bo,? nganh',
    'cac bo(?=,| va| lien quan)',
    'b(?:xd|khcn|tc|nv|ca|tp|qp|gddt|yt|ct|nnmt)',
    'uy ban nhan dan',
    'ubnd',
    'hoi dong nhan dan',
    'hdnd',
    'so (?:xay dung|khoa hoc|tai chinh|noi vu|nong nghiep)',
    'cuc (?:phat trien do thi|chuyen doi so)',
    'co quan (?:co tham quyen|trung uong|chu tri)',
    'cap co tham quyen',
  ].join('|')})(?![a-z])`,
);

/** @param folded the text as `fold` gives it. */
function namesAddressee(folded: string): boolean {
  return BODIES.test(folded);
}
