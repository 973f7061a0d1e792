import { Temporal } from 'temporal-polyfill';
import { memoize } from '../../../sheets-schema/memoize.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { Deadline } from '../time/deadline.ts';
import { openingOn, type WorkingCalendar } from '../time/working-calendar.ts';

/** Steps in working days from the last valid day. */
export type Steps = {
  /** At most 0, ascending. */
  readonly reminders: readonly number[];
  /** The first two after the deadline. */
  readonly late: readonly number[];
  /** The third: the report to the ministry's own leadership. */
  readonly leaders: number | null;
  /** What could not be read, or stands beyond the third step after the deadline; for a finding. */
  readonly wrong: readonly string[];
};

/** How often the last late notice is repeated: after it the leaders know. */
const REPEATS = [1, 2, 3] as const;

/** Farther away no step makes sense; a slip of the finger must not search years of calendar. */
const FARTHEST = 250;

/** Reads `-5; -3; -1; 0; 1; 3; 5` as people write it: any order, a minus of any kind. */
export function readSteps(texts: readonly string[]): Steps {
  const read = texts.map((text) => ({ text, step: stepOf(text) }));
  const steps = [...new Set(read.flatMap(({ step }) => (step === null ? [] : [step])))].sort((a, b) => a - b);
  const [first, second, third, ...beyond] = steps.filter((step) => step > 0);
  const wrong = read.filter(({ step }) => step === null || beyond.includes(step)).map(({ text }) => text);
  return {
    reminders: steps.filter((step) => step <= 0),
    late: [first, second].filter((step) => step !== undefined),
    leaders: third ?? null,
    wrong,
  };
}

/** The steps that repeat the last late notice, every so many working days. */
export function furtherSteps({ late }: Pick<Steps, 'late'>, every: number): readonly number[] {
  const last = late.at(-1);
  return last === undefined ? [] : REPEATS.map((times) => last + times * Math.max(1, every));
}

function stepOf(text: string): number | null {
  const digits = text.trim().replace(/^[−–]/, '-');
  const step = /^[+-]?\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  return Math.abs(step) <= FARTHEST ? step + 0 : null;
}

/**
 * When a step falls due: the first sending hour of its day. A deadline is never moved because it ends on a day off, so
 * reminders move to the day before; late notices to the day after.
 */
export function stepDueAt(calendar: WorkingCalendar, lastDay: Temporal.PlainDate, step: number): Temporal.Instant {
  let day = calendar.addWorkingDays(lastDay, step);
  while (step <= 0 && !calendar.maySend(day)) day = day.subtract({ days: 1 });
  return openingOn(calendar, day);
}

/** A month with the first moment at which mail goes in it. */
export type MonthOpening = { readonly month: string; readonly opensAt: Temporal.Instant };

/** The openings of the month of a moment and of the two after it, counted once per month. */
export function createMonthTable(calendar: WorkingCalendar): (from: Temporal.Instant) => readonly MonthOpening[] {
  const openingsFrom = memoize((first: string): readonly MonthOpening[] =>
    [0, 1, 2].map((months) => {
      const month = Temporal.PlainYearMonth.from(first).add({ months });
      return { month: month.toString(), opensAt: openingOn(calendar, month.toPlainDate({ day: 1 })) };
    }),
  );
  return (from) => openingsFrom(localDay(from).toString().slice(0, -3));
}

/** {@link stepDueAt}, counted once per deadline: every unit of a round asks for the same. */
export function createStepTable(calendar: WorkingCalendar): (deadline: Deadline) => (step: number) => Temporal.Instant {
  const known = new Map<string, Map<number, Temporal.Instant>>();
  return ({ lastDay }) => {
    const day = lastDay.toString();
    const steps = known.get(day) ?? new Map<number, Temporal.Instant>();
    known.set(day, steps);
    return (step) => {
      const dueAt = steps.get(step) ?? stepDueAt(calendar, lastDay, step);
      steps.set(step, dueAt);
      return dueAt;
    };
  };
}
