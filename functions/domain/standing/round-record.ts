import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type Cell, cellSchema } from '../../../sheets-schema/cell.ts';
import { list } from '../../../sheets-schema/columns/choice.ts';
import { encodeRow, headerRow, type ParsedTab, parseTab } from '../../../sheets-schema/parse-tab.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import { type Round, rounds as roundsTab } from '../../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import { deadlineInWords, deadlineKey, deadlineOf, momentOfKey } from '../time/deadline.ts';
import { type ChangeBook, roundSubject } from './change-log.ts';
import { expandUnits } from './expected-units.ts';
import { questionsInForce, recordedQuestions, writeQuestions } from './outline-record.ts';

type RoundsTab = ParsedTab<typeof roundsTab>;

/** A cell of an approved round that says something else than what was approved. In words. */
export type Proposal = {
  readonly round: string;
  readonly column: keyof Round & keyof typeof roundsTab.columns;
  readonly recorded: string;
  readonly typed: string;
};

/** Columns that an approval binds; of those in the first line it may hang whether a unit is late. */
const BOUND = ['strictDeadline', 'effectiveDeadline', 'steps', 'outlineVersion', 'expected'] as const;
export const decidesLateness: ReadonlySet<Proposal['column']> = new Set([
  'strictDeadline',
  'effectiveDeadline',
  'steps',
] as const);

/** Whether the round was approved once: then its units are on record. */
export function isRecorded(book: ChangeBook, id: string): boolean {
  return onRecord(book, id, 'expected') !== null;
}

function onRecord(book: ChangeBook, id: string, field: string): string | null {
  return book.last(roundSubject(id, field));
}

/** What an approval would record of a round as it stands, in short: the run before must have shown just this. */
export function shownMark(round: Round, units: readonly Unit[], outline: readonly OutlineQuestion[]): string {
  const whom = expandUnits(round.expected, units, localDay(round.opensAt)).codes;
  const questions = writeQuestions(outline, round.outlineVersion);
  const what = [...boundFacts(round).values(), round.opensAt.toString(), whom, questions];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
}

/** What of a round is on record under which field, but for its units. */
export function boundFacts(
  round: Pick<Round, 'strictDeadline' | 'effectiveDeadline' | 'steps' | 'outlineVersion'>,
): ReadonlyMap<string, string | null> {
  return new Map<string, string | null>([
    ['strict', deadlineKey(deadlineOf(round.strictDeadline))],
    ['effective', round.effectiveDeadline && deadlineKey(deadlineOf(round.effectiveDeadline))],
    ['steps', round.steps?.join('; ') ?? null],
    ['outline', round.outlineVersion],
  ]);
}

/**
 * `Kỳ báo cáo` as it binds: of a round once approved deadline, steps and outline are those on record, whatever its cells
 * say since; a row of it that cannot be read whole goes on with its last good cells. An approval counts once a run
 * before has shown just what is approved.
 */
export function roundsInForce(typed: RoundsTab, on: On): RoundsTab {
  const { book } = on;
  const restored = typed.broken.flatMap((row) => restoredRow(row, book) ?? []);
  const isRestored = ({ at }: { readonly at: number }) => restored.some((row) => row.at === at);
  return {
    ...typed,
    rows: [...typed.rows, ...restored].map((row) => ({ ...row, ...recordOf(row, on) })),
    broken: typed.broken.filter((row) => !isRestored(row)),
  };
}

type On = {
  readonly book: ChangeBook;
  readonly units: readonly Unit[];
  readonly outline: readonly OutlineQuestion[];
  readonly now: Temporal.Instant;
};

function recordOf(round: Round, { book, units, outline, now }: On): Partial<Round> {
  const { id } = round;
  if (!isRecorded(book, id)) {
    const isShown = onRecord(book, id, 'shown') === shownMark(round, units, outline);
    const typedBy = (isShown && book.since(roundSubject(id, 'shown'))) || now;
    return { approved: round.approved && isShown && oddDeadline(round, typedBy) === null };
  }
  const [strict = null, effective = null, steps = null] = ['strict', 'effective', 'steps'].map((field) =>
    onRecord(book, id, field),
  );
  const outlineVersion = onRecord(book, id, 'outline') ?? round.outlineVersion;
  const recorded = recordedQuestions(book, id);
  return {
    ...(strict !== null && { strictDeadline: momentOfKey(strict) }),
    effectiveDeadline: effective === null ? null : momentOfKey(effective),
    steps: steps === null ? null : list.codec.decode(steps),
    outlineVersion,
    ...(recorded && { asked: questionsInForce(outline, outlineVersion, { recorded, units }) }),
  };
}

/** Further ahead than this nobody means a deadline: a mistyped year. */
const MOST_DAYS_AHEAD = 400;

/**
 * Why a round's adjusted deadline is none that anybody means; null when it may be. Vietnamese.
 * @param typedBy when it was first seen
 */
export function oddDeadline(
  { effectiveDeadline, opensAt }: Pick<Round, 'effectiveDeadline' | 'opensAt'>,
  typedBy: Temporal.Instant,
): string | null {
  if (effectiveDeadline === null) return null;
  const { day } = effectiveDeadline;
  if (localDay(opensAt).until(day).sign < 0) return 'trước ngày mở kỳ';
  if (localDay(typedBy).until(day).sign < 0) return 'đã qua';
  return localDay(typedBy).until(day).days > MOST_DAYS_AHEAD ? `xa hơn ${MOST_DAYS_AHEAD} ngày` : null;
}

/** A row as one text, so that each cell that decides something is there while somebody types in it. */
export function rowText(round: Round): string {
  const cells = encodeRow(roundsTab, round);
  const columns = Object.values(roundsTab.columns);
  return JSON.stringify(cells.map((cell, place) => (columns[place]?.decides === false ? '' : cell)));
}

/** A row half typed, its unreadable cells as they last were; null when that was never on record. */
function restoredRow({ at, values }: RoundsTab['broken'][number], book: ChangeBook): RoundsTab['rows'][number] | null {
  const { id } = values;
  const last = typeof id === 'string' && isRecorded(book, id) ? book.last(roundSubject(id, 'row')) : null;
  if (last === null) return null;
  const cells = cellsOf(last);
  const names = Object.keys(roundsTab.columns) as (keyof typeof roundsTab.columns)[];
  const mended = names.map((name, place): Cell => {
    const { codec } = roundsTab.columns[name];
    return name in values ? codec.write(values[name] as never) : (cells[place] ?? '');
  });
  const [row] = parseTab(roundsTab, [headerRow(roundsTab), mended]).rows;
  return row ? { ...row, at } : null;
}

function cellsOf(text: string): readonly Cell[] {
  try {
    return cellSchema.array().parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/**
 * Cells of approved rounds that differ from what is in force.
 * @param typed the rounds as their rows say
 * @param inForce the same rounds as they bind
 * @param isInForce whether a deadline is the one that decisions have given the round since
 */
export function proposalsOf(
  typed: readonly Round[],
  inForce: readonly Round[],
  {
    book,
    units,
    isInForce,
  }: { book: ChangeBook; units: readonly Unit[]; isInForce: (round: Round, typed: Round) => boolean },
): readonly Proposal[] {
  const binding = new Map(inForce.map((round) => [round.id, round]));
  return typed.flatMap((round) => {
    const record = binding.get(round.id);
    if (!record || !isRecorded(book, round.id)) return [];
    return BOUND.flatMap((column): readonly Proposal[] => {
      const [was, is] = [wordsOf(record, column), wordsOf(round, column)];
      const isSame = column === 'expected' ? !asksOthers(round, book, units) : was === is;
      if (isSame || (column === 'effectiveDeadline' && isInForce(record, round))) return [];
      const recorded = column === 'expected' ? (book.last(roundSubject(round.id, 'expected')) ?? '') : was;
      return [{ round: round.id, column, recorded, typed: is }];
    });
  });
}

/** Whether the list names units that are not on record, or leaves some out. */
function asksOthers(round: Round, book: ChangeBook, units: readonly Unit[]): boolean {
  const recorded = new Set(book.last(roundSubject(round.id, 'expected'))?.split('; '));
  const { codes } = expandUnits(round.expected, units, localDay(round.opensAt));
  return codes.length !== recorded.size || codes.some((code) => !recorded.has(code));
}

function wordsOf(round: Round, column: Proposal['column']): string {
  const value = round[column];
  if (value === null) return 'ô trống';
  if (column === 'strictDeadline' || column === 'effectiveDeadline')
    return deadlineInWords(deadlineOf(value as Round['strictDeadline']));
  return Array.isArray(value) ? value.join('; ') : String(value);
}
