import { firstOutline } from './first-outline.ts';
import type { FixedQuestion } from './form.ts';
import type { OutlineQuestion } from './tabs/outline.ts';
import type { Round } from './tabs/rounds.ts';
import type { Unit } from './tabs/units.ts';

/** A part of an outline, as its rows in `Đề cương` say it: a page of the form, a heading in papers. */
export type OutlineSection = {
  readonly number: string;
  /** Word for word; '' where no row says it. */
  readonly heading: string;
  /** Codes and groups of the units it is for; null when it is for all. */
  readonly appliesTo: readonly string[] | null;
  /** In the outline's order. */
  readonly questions: readonly OutlineQuestion[];
  /** What the form asks before it; null when it is for all. */
  readonly gate: Gate | null;
};

/** The question whether a part is the unit's: `yes` leads to it, `no` past it. */
export type Gate = Omit<FixedQuestion, 'kind' | 'options'> & {
  readonly kind: 'branch';
  readonly yes: string;
  readonly no: string;
};

/** The rows of `Đề cương` that a round is asked by. */
export function questionsOf(
  round: Pick<Round, 'outlineVersion' | 'asked'>,
  outline: readonly OutlineQuestion[],
): readonly OutlineQuestion[] {
  return round.asked ?? outline.filter(({ version }) => version === round.outlineVersion);
}

/**
 * Rows in the order that the numbers of parts and items give them, in whatever order they stand: who sorts the tab by
 * another column moves nothing. Within an item they stand where they stood before, else as their rows do.
 * @param before the place that a question had
 */
export function inOutlineOrder<Q extends OutlineQuestion>(
  rows: readonly Q[],
  before: (question: Q) => number,
): readonly Q[] {
  return [...Map.groupBy(rows, ({ version }) => version).values()].flatMap((own) => {
    const areRoman = own.every((row) => ROMAN.test(numberOf(row)));
    const pieces = own.map((row) => [...piecesOf(numberOf(row), areRoman), BETWEEN, ...piecesOf(row.item, areRoman)]);
    return own
      .map((row, index) => ({ row, pieces: pieces[index] ?? [], place: before(row) }))
      .sort((a, b) => compare(a.pieces, b.pieces) || a.place - b.place)
      .map(({ row }) => row);
  });
}

const ROMAN = /^[ivxlc]+$/i;
/** Less than any piece: a part stands before those whose numbers go on. */
const BETWEEN = -1;

/** `1.10-b` as 1, 10, "b". */
function piecesOf(number: string, areRoman: boolean): readonly (number | string)[] {
  return (number.match(/\d+|\p{L}+/gu) ?? []).map((piece) => {
    if (/^\d/.test(piece)) return Number(piece);
    return areRoman && ROMAN.test(piece) ? romanValue(piece) : piece.toLowerCase();
  });
}

const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(number: string): number {
  const values = [...number.toLowerCase()].map((sign) => VALUES[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Numbers before letters. */
function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one = BETWEEN, other = BETWEEN] = [a[at], b[at]];
    if (one === other) continue;
    if (typeof one === 'number') return typeof other === 'number' ? one - other : -1;
    return typeof other === 'number' ? 1 : one < other ? -1 : 1;
  }
  return 0;
}

/** More of them no form asks. */
export const MOST_GATES = 5;

/**
 * The parts of an outline, in the order in which its rows begin them.
 * @param questions rows of one version; those to be asked, where that matters
 */
export function sectionsOf(questions: readonly OutlineQuestion[]): readonly OutlineSection[] {
  return [...Map.groupBy(questions, numberOf)].map(([number, own]) => {
    const heading = own.find((question) => question.heading !== '')?.heading ?? knownHeading(own, number);
    const appliesTo = own.find(({ sectionFor }) => sectionFor !== null)?.sectionFor ?? commonTo(own);
    const gate = appliesTo === null ? null : gateOf(own[0]?.version ?? '', number, heading);
    return { number, heading, appliesTo, questions: own, gate };
  });
}

/** The part of a question: as its row says, else the first figure of its item. */
export function numberOf({ section, item }: Pick<OutlineQuestion, 'section' | 'item'>): string {
  return section || (item.split('.')[0] ?? item);
}

function knownHeading([first]: readonly OutlineQuestion[], number: string): string {
  const known: Readonly<Record<string, string>> = first?.version === firstOutline.version ? firstOutline.headings : {};
  return known[number] ?? '';
}

/** Where nobody says whom a part is for, it is for those whom all of it is for. */
function commonTo(questions: readonly OutlineQuestion[]): readonly string[] | null {
  const lists = new Set(questions.map(({ appliesTo }) => (appliesTo === null ? null : JSON.stringify(appliesTo))));
  return lists.size === 1 ? (questions[0]?.appliesTo ?? null) : null;
}

/** Named by its part; its key and its options go by the number alone, so that rewording a heading changes no link. */
function gateOf(version: string, number: string, heading: string): Gate {
  const { gate: first } = firstOutline;
  const isFirst = version === firstOutline.version && number === first.section;
  const { key, title, yes, no } = isFirst
    ? first
    : {
        key: `gate/${version}/${number}`,
        title: `Thuộc diện báo cáo ${sectionTitle({ number, heading })}?`,
        yes: `Có, thuộc diện báo cáo Mục ${number}`,
        no: `Không thuộc diện báo cáo Mục ${number}`,
      };
  const help = 'Đã chọn sẵn trong đường dẫn riêng của từng đơn vị.';
  return { key, title, help, kind: 'branch', required: true, yes, no };
}

/** Every question before a part that any outline may have asked, whether it is asked now or not. */
export function everyGate(outline: readonly OutlineQuestion[]): readonly Gate[] {
  const byVersion = Map.groupBy(outline, ({ version }) => version);
  return [...byVersion].flatMap(([version, own]) =>
    sectionsOf(own).map(({ number, heading, gate }) => gate ?? gateOf(version, number, heading)),
  );
}

/** As it stands over a page and in mails: `Mục 2. Tình hình …`. */
export function sectionTitle({ number, heading }: Pick<OutlineSection, 'number' | 'heading'>): string {
  return heading === '' ? `Mục ${number}` : `Mục ${number}. ${heading}`;
}

/** As it stands in papers: `2. Tình hình …`. */
export function sectionHeading({ number, heading }: Pick<OutlineSection, 'number' | 'heading'>): string {
  return heading === '' ? `Mục ${number}` : `${number}. ${heading}`;
}

/** Whether a list of codes and groups is about a unit; without a list it is about all. */
export function concerns(list: readonly string[] | null, { code, groups }: Pick<Unit, 'code' | 'groups'>): boolean {
  return list === null || list.some((name) => name === code || (groups ?? []).includes(name));
}

/** Whether a unit is asked: it must be among those of the part and those of the item. */
export function asks(
  { sectionFor, appliesTo }: Pick<OutlineQuestion, 'sectionFor' | 'appliesTo'>,
  unit: Pick<Unit, 'code' | 'groups'>,
): boolean {
  return concerns(sectionFor, unit) && concerns(appliesTo, unit);
}

/** An item that is a part of its own: its heading has been written. */
export function isWholeSection({ section, item }: Pick<OutlineQuestion, 'section' | 'item'>): boolean {
  return numberOf({ section, item }) === item;
}

/** What the annex asks for, in the words of its title: `Báo cáo tình hình …`; '' where nobody says it. */
export function reportTitle(questions: readonly OutlineQuestion[]): string {
  const stated = questions.find(({ outlineTitle }) => outlineTitle !== '')?.outlineTitle;
  const title = stated ?? (questions[0]?.version === firstOutline.version ? firstOutline.title : '');
  const words = title.replace(/^đề cương\s+/i, '');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
