import { parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { numberOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { fold, withoutStop } from '../../../sheets-schema/text.ts';
import { answerMark, END_MARK, itemMark, labelOf, partMark } from '../outline/place-marks.ts';
import {
  type Context,
  type Heading,
  type HeadingLooks,
  type HeadingReader,
  headingReader,
} from './outline-headings.ts';
import type { Line } from './read-docx.ts';

export type SplitReport = {
  /** By the key of the question, as the form would give it. */
  readonly answers: ReadonlyMap<string, string>;
  /** What a person should know of how an item was told. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
  /** What was not placed: why, and its words. */
  readonly unplaced: readonly { readonly why: string; readonly text: string }[];
  /** Items without a heading. */
  readonly absent: readonly string[];
  /** What stands before the first heading: who writes, to whom, on what ground. */
  readonly front: readonly string[];
};

/** Where a line goes. */
type Spot =
  | { readonly at: 'front' | 'between' | 'end' }
  | { readonly at: 'item'; readonly item: string }
  | { readonly at: 'question'; readonly question: OutlineQuestion }
  | { readonly at: 'doubt'; readonly why: string };

type Piece = { readonly spot: Spot; readonly lines: Line[] };

/**
 * Splits a report by the items of the outline: by the marks that stand in a paper of ours, else by its headings. What
 * cannot be told for sure is placed nowhere and handed back with the reason.
 * @param questions what the unit is asked, in order
 */
export function splitReport(lines: readonly Line[], questions: readonly OutlineQuestion[]): SplitReport {
  const remarks = new Map<string, string[]>();
  const pieces = cut(lines, questions, (item, remark) => remarks.set(item, [...(remarks.get(item) ?? []), remark]));
  const answers = new Map<string, string>();
  const unplaced: { why: string; text: string }[] = [];
  const isOurs = lines.some(({ marks }) => marks.some((mark) => mark.startsWith('muc_')));
  const wordsOf = ({ lines: own }: Piece) => tidy(own, questions, isOurs);
  for (const [item, own] of Map.groupBy(questions, (question) => question.item)) {
    for (const question of own) {
      const given = pieces.filter(({ spot }) => spot.at === 'question' && spot.question === question).flatMap(wordsOf);
      place(given, question, answers, unplaced);
    }
    const said = pieces.filter(({ spot }) => spot.at === 'item' && spot.item === item).map(wordsOf);
    const filled = said.filter((words) => words.length > 0);
    if (filled.length > 1) {
      for (const words of filled)
        unplaced.push({ why: `tiêu đề mục ${item} có ${filled.length} lần`, text: words.join('\n') });
    } else if (filled[0]) placeWhole(item, filled[0], own, { answers, unplaced, remarks });
  }
  for (const piece of pieces) {
    const words = wordsOf(piece);
    const { spot } = piece;
    if (words.length === 0) continue;
    if (spot.at === 'doubt') unplaced.push({ why: spot.why, text: words.join('\n') });
    if (spot.at === 'between')
      unplaced.push({ why: 'đứng giữa tiêu đề phần và mục đầu của phần', text: words.join('\n') });
    if (spot.at === 'end' && !isClosing(words))
      unplaced.push({ why: 'đứng sau phần kết của báo cáo', text: words.join('\n') });
  }
  const items = [...new Set(questions.map(({ item }) => item))];
  const headed = new Set(
    pieces.flatMap(({ spot }) =>
      spot.at === 'item' ? [spot.item] : spot.at === 'question' ? [spot.question.item] : [],
    ),
  );
  return {
    answers,
    remarks,
    unplaced,
    absent: items.filter((item) => !headed.has(item)),
    front: pieces.filter(({ spot }) => spot.at === 'front').flatMap(({ lines: own }) => own.map(({ text }) => text)),
  };
}

/** Cuts the lines where something else begins. */
function cut(
  lines: readonly Line[],
  questions: readonly OutlineQuestion[],
  remark: (item: string, words: string) => void,
): readonly Piece[] {
  const marks = spotsOfMarks(questions);
  const isWhole = questions.every((question) => isMarked(lines, question, questions));
  const readHeading = headingReader(questions);
  const pieces: Piece[] = [{ spot: { at: 'front' }, lines: [] }];
  let context: Context = { part: null, item: null };
  let looks: HeadingLooks | null = null;
  let lastNumber: string | null = null;
  const begin = (spot: Spot, first: readonly Line[] = []) => pieces.push({ spot, lines: [...first] });
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const mark = line.marks.find((one) => marks.has(one));
    const marked = mark === undefined ? undefined : marks.get(mark);
    const heading = isWhole ? null : readHeading(lines, at, context);
    if (marked) {
      const read = readHeading(lines, at, context);
      begin(marked.spot, ownWords(line, marked, read));
      if (marked.spot.at === 'item') {
        const { item } = marked.spot;
        context = { part: marked.part, item };
        if (isWrittenOver(line, read)) remark(item, `tiêu đề trong tệp: “${line.text}”`);
      }
    } else if (isEnd(line, pieces)) {
      begin({ at: 'end' }, [line]);
    } else if (pieces.at(-1)?.spot.at === 'end') {
      pieces.at(-1)?.lines.push(line);
    } else if (heading && 'place' in heading) {
      const { place } = heading;
      begin(
        spotOf(heading),
        heading.rest === '' ? [] : [{ ...line, text: heading.rest, cells: null, standsOut: false, lead: '' }],
      );
      context = { part: place.part, item: place.kind === 'item' ? place.number : context.item };
      if (place.kind === 'item' && heading.remark) remark(place.number, heading.remark);
      at += heading.lines - 1;
      ({ looks } = heading);
      lastNumber = null;
    } else if (heading) {
      begin({ at: 'doubt', why: `tiêu đề ${heading.doubt}` }, [line]);
      ({ looks } = heading);
    } else if (!isWhole && looks && isOtherHeading(line, looks, lastNumber)) {
      begin({ at: 'doubt', why: 'tiêu đề không có trong đề cương' }, [line]);
    } else {
      const number = /^(\d{1,2})[.)]\s/.exec(line.text)?.[1] ?? null;
      lastNumber = number ?? lastNumber;
      pieces.at(-1)?.lines.push(line);
    }
  }
  return pieces;
}

type Marked = { readonly spot: Spot; readonly part: string | null; readonly words: readonly string[] };

function spotsOfMarks(questions: readonly OutlineQuestion[]): ReadonlyMap<string, Marked> {
  const marks = new Map<string, Marked>([[END_MARK, { spot: { at: 'end' }, part: null, words: [] }]]);
  for (const question of questions) {
    const { item } = question;
    const part = numberOf(question);
    const label = labelOf(question);
    const bare = label.replace(/ \(nếu [^)]*\)/, '');
    marks.set(partMark(question), { spot: { at: 'between' }, part, words: [] });
    marks.set(answerMark(question), { spot: { at: 'question', question }, part, words: [label, bare] });
    marks.set(itemMark(question), { spot: { at: 'item', item }, part, words: [question.wording] });
  }
  return marks;
}

/** Whether the heading of its item bears a mark: then no heading need be guessed. */
function isMarked(lines: readonly Line[], { item }: OutlineQuestion, questions: readonly OutlineQuestion[]): boolean {
  const names = new Set<string>(questions.filter((one) => one.item === item).map(itemMark));
  return lines.some(({ marks }) => marks.some((mark) => names.has(mark)));
}

/** What a person wrote on a marked line behind the words of ours, or in their place. */
function ownWords(line: Line, { spot, words }: Marked, heading: ReturnType<HeadingReader>): readonly Line[] {
  const plain = (text: string) => (text === '' ? [] : [{ ...line, text, marks: [], standsOut: false, lead: '' }]);
  switch (spot.at) {
    case 'question': {
      const { text } = line;
      const colon = text.indexOf(':');
      const before = fold(text.slice(0, Math.max(colon, 0)).replace(/^[-–\s]+/, ''));
      return words.some((label) => fold(label) === before) ? plain(text.slice(colon + 1).trim()) : plain(text);
    }
    case 'item':
      return heading && 'place' in heading ? plain(heading.rest) : isWrittenOver(line, heading) ? [] : plain(line.text);
    default:
      return spot.at === 'end' ? [line] : [];
  }
}

/** A heading of ours in somebody's own words: it is none of the answer, and is named. */
function isWrittenOver({ text, standsOut }: Line, heading: ReturnType<HeadingReader>): boolean {
  return standsOut && text !== '' && !(heading && 'place' in heading);
}

function spotOf({ place }: Heading): Spot {
  return place.kind === 'item' ? { at: 'item', item: place.number } : { at: 'between' };
}

/** `Nơi nhận:`, `Trên đây là báo cáo …`: nothing of the report follows. */
function isEnd({ text }: Line, pieces: readonly Piece[]): boolean {
  if (pieces.length < 2) return false;
  return /^(?:noi nhan\b|tren day la (?:toan bo )?(?:noi dung )?bao cao)/.test(fold(text).replace(/^[^\p{L}]+/u, ''));
}

/** Whom it goes to and who signs. */
function isClosing(words: readonly string[]): boolean {
  return words.join('').length < 1_000 && !words.some((text) => /^phu luc\b/.test(fold(text)));
}

/**
 * Whether a line is a heading of the same level as those of the outline, of something that nobody asked: what stands under
 * it belongs to no item. A list inside an item is counted from 1 and does not stand out.
 */
function isOtherHeading({ text, standsOut, cells }: Line, looks: HeadingLooks, lastNumber: string | null): boolean {
  if (cells !== null || text.length > 200) return false;
  const number = /^(?:(\d{1,2}(?:\.\d{1,2})*)[.)]?|[IVX]{1,4}[.)])\s/.exec(text);
  if (!number) return standsOut && looks.standsOut && looks.number === null && !/^[-–+•a-zđ][.)]?\s/u.test(text);
  const digits = number[1];
  if (digits === undefined) return standsOut || looks.depth > 0;
  const depth = digits.split('.').length;
  if (looks.number === null ? !standsOut : depth > looks.depth) return false;
  if (standsOut && looks.standsOut) return true;
  return isNext(digits, looks.number) && String(Number(digits) - 1) !== lastNumber;
}

/** `1.5` and `2` after `1.4`. */
function isNext(number: string, before: string | null): boolean {
  const pieces = before?.split('.') ?? [];
  return pieces.some((piece, index) => number === [...pieces.slice(0, index), Number(piece) + 1].join('.'));
}

const ONLY_BLANK = /^[\s.…_·\-–]*$/u;
const DAY_LEFT_BLANK = /^ngay[\s.…_]*thang[\s.…_]*nam[\s.…_]*$/;

/** The words that somebody wrote: without blanks and guidance of ours, broken lines joined where many are broken. */
function tidy(lines: readonly Line[], questions: readonly OutlineQuestion[], isOurs: boolean): readonly string[] {
  const helps = new Set(questions.flatMap(({ help }) => (help === null ? [] : [fold(`(${help})`)])));
  const said = lines.filter(({ text, isItalic }) => {
    const words = fold(text);
    if (ONLY_BLANK.test(text) || DAY_LEFT_BLANK.test(words) || helps.has(words)) return false;
    return !(isItalic && /^\((?:thieu|can lam ro): .*\)$/.test(words));
  });
  return isOurs ? said.map(({ text }) => text) : unbroken(said);
}

/** A line that ends within a sentence and the small letter that goes on with it are one. */
function unbroken(lines: readonly Line[]): readonly string[] {
  const texts: string[] = [];
  for (const { text, cells } of lines) {
    const before = texts.at(-1);
    const goesOn = cells === null && /^\p{Ll}/u.test(text) && !/^[a-zđ][.)]\s/u.test(text);
    if (before !== undefined && goesOn && /[\p{L}\d,(“"]$/u.test(before)) texts[texts.length - 1] = `${before} ${text}`;
    else texts.push(text);
  }
  return texts;
}

const TICKED = /^(?:[☒☑✓✔]|\[x\])\s*/iu;
const UNTICKED = /^(?:[☐□]|\[\s?\])\s*/u;

type Unplaced = { why: string; text: string }[];

/** The answer to one question, in the form that its type has. */
function place(
  words: readonly string[],
  question: OutlineQuestion,
  answers: Map<string, string>,
  unplaced: Unplaced,
): void {
  if (words.length === 0) return;
  const { type, options, question: key, part } = question;
  const text = words.join('\n');
  const label = `mục ${question.item}, “${labelOf(question)}”`;
  if (type === 'Chọn một') {
    const ticked = words.filter((line) => TICKED.test(line)).map((line) => line.replace(TICKED, ''));
    const typed = words.filter((line) => !TICKED.test(line) && !UNTICKED.test(line));
    const chosen = [...ticked, ...typed].map(
      (line) => (options ?? []).find((one) => plain(one) === plain(line)) ?? line,
    );
    const [only] = chosen;
    if (only === undefined) return;
    const isOption = (options ?? []).includes(only);
    if (chosen.length === 1 && (isOption || part === 'trạng thái')) answers.set(key, only);
    else
      unplaced.push({
        why: `${label}: ${chosen.length > 1 ? 'có nhiều lựa chọn' : 'không phải lựa chọn của đề cương'}`,
        text: chosen.join('\n'),
      });
    return;
  }
  const day = type === 'Ngày' ? parseVietnameseDate(text) : null;
  answers.set(key, day ? day.toString() : text);
}

function plain(text: string): string {
  return fold(withoutStop(text));
}

type Placing = {
  readonly answers: Map<string, string>;
  readonly unplaced: Unplaced;
  readonly remarks: Map<string, string[]>;
};

/**
 * What stands under the heading of an item: the answer to its only or main question. Where an item is asked in pieces and
 * the report tells it in sentences, all of it goes to the question for everything else, and the state is read from its
 * words when only one can be meant.
 */
function placeWhole(
  item: string,
  words: readonly string[],
  own: readonly OutlineQuestion[],
  { answers, unplaced, remarks }: Placing,
): void {
  const main = own.find(({ part }) => part === 'nội dung') ?? (own.length === 1 ? own[0] : undefined);
  if (main) {
    if (answers.has(main.question)) unplaced.push({ why: `mục ${item} đã có nội dung`, text: words.join('\n') });
    else place(words, main, answers, unplaced);
    return;
  }
  const rest = labelled(words, own, answers, unplaced);
  if (rest.length === 0) return;
  const text = rest.join('\n');
  const state = own.find(({ part }) => part === 'trạng thái');
  const other =
    own.find(({ part, question }) => part === 'khác' && !answers.has(question)) ??
    own.find(({ part, question }) => part === 'lý do' && !answers.has(question));
  if (state && !answers.has(state.question)) {
    const meant = (state.options ?? []).filter((option) => fold(text).includes(fold(option)));
    if (meant.length === 1 && meant[0] && !/\bchua ban hanh\b/.test(fold(text))) {
      answers.set(state.question, meant[0]);
      remarks.set(item, [...(remarks.get(item) ?? []), `tình trạng “${meant[0]}” đọc từ câu văn`]);
    } else remarks.set(item, [...(remarks.get(item) ?? []), 'chưa đọc được tình trạng từ câu văn']);
  }
  if (other) answers.set(other.question, text);
  else unplaced.push({ why: `mục ${item} chia thành nhiều câu hỏi`, text });
}

/** Lines that say themselves which question they answer; the others are left. */
function labelled(
  words: readonly string[],
  own: readonly OutlineQuestion[],
  answers: Map<string, string>,
  unplaced: Unplaced,
): readonly string[] {
  return words.filter((line) => {
    const colon = line.indexOf(':');
    if (colon < 0) return true;
    const label = fold(line.slice(0, colon).replace(/^[-–+•\s]+/, '')).replace(/ \(neu [^)]*\)/, '');
    const question = own.find((one) => fold(labelOf(one)).replace(/ \(neu [^)]*\)/, '') === label);
    if (!question || answers.has(question.question)) return true;
    place(
      [line.slice(colon + 1).trim()].filter((text) => !ONLY_BLANK.test(text)),
      question,
      answers,
      unplaced,
    );
    return false;
  });
}
