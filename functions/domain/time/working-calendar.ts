import { Temporal } from 'temporal-polyfill';
import { settings } from '../../../sheets-schema/setting-list.ts';
import type { Holiday } from '../../../sheets-schema/tabs/holidays.ts';
import { clean } from '../../../sheets-schema/text.ts';
import { dayText, localDay, startOfDay, toInstant } from '../../../sheets-schema/zone.ts';

/** Hours of a day in which mails may go; `until` itself is already too late. */
export type SendingWindow = { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };

/** The same on a given day. */
type OpenSpan = { readonly from: Temporal.Instant; readonly until: Temporal.Instant };

export type WorkingCalendar = {
  /** Weekdays that are not days off, and make-up Saturdays. A day off that is only proposed still counts as working. */
  readonly isWorkingDay: (day: Temporal.PlainDate) => boolean;
  /** A working day that nobody so much as proposed to take off. */
  readonly maySend: (day: Temporal.PlainDate) => boolean;
  /**
   * The n-th working day after `day`, before it when n is negative; n = 0 is the day itself. From a day off, the next
   * working day is the first and the one before it the minus first.
   */
  readonly addWorkingDays: (day: Temporal.PlainDate, n: number) => Temporal.PlainDate;
  /** Working days after `a` up to and with `b`; negative when `b` lies before `a`. */
  readonly workingDaysBetween: (a: Temporal.PlainDate, b: Temporal.PlainDate) => number;
  /** The windows of a day; none when no mail may go on it. */
  readonly windowsOn: (day: Temporal.PlainDate) => readonly OpenSpan[];
  readonly isOpen: (instant: Temporal.Instant) => boolean;
  /** The instant itself when mails may go, else the next opening of a window. */
  readonly nextSendAt: (instant: Temporal.Instant) => Temporal.Instant;
};

const WINDOW = /^(\d{1,2})[:h](\d{2})? ?[-–] ?(\d{1,2})[:h](\d{2})?$/;

/** Reads `08:30-11:00`; what cannot be read is handed back for a finding. */
export function parseWindows(texts: readonly string[]): {
  readonly windows: readonly SendingWindow[];
  readonly wrong: readonly string[];
} {
  const read = texts.map((text) => ({ text, window: parseWindow(text) }));
  const windows = read.flatMap(({ window }) => (window ? [window] : []));
  windows.sort((a, b) => Temporal.PlainTime.compare(a.from, b.from));
  return { windows, wrong: read.filter(({ window }) => window === null).map(({ text }) => text) };
}

function parseWindow(text: string): SendingWindow | null {
  const [, fromHour, fromMinute = '00', untilHour, untilMinute = '00'] = WINDOW.exec(clean(text)) ?? [];
  const from = timeOf(fromHour, fromMinute);
  const until = timeOf(untilHour, untilMinute);
  return from && until && Temporal.PlainTime.compare(from, until) < 0 ? { from, until } : null;
}

function timeOf(hour: string | undefined, minute: string): Temporal.PlainTime | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

/** @param windows texts of the setting; when none can be read the built-in hours serve, so that mail is never lost. */
export function createCalendar(holidays: readonly Holiday[], windows: readonly string[]): WorkingCalendar {
  const hours = usableWindows(windows);
  const days = readHolidays(holidays);
  const isWorkingDay = (day: Temporal.PlainDate) =>
    day.dayOfWeek > 5 ? days.madeUp.has(day.toString()) : !days.off.has(day.toString());
  const maySend = (day: Temporal.PlainDate) => isWorkingDay(day) && !days.named.has(day.toString());
  const spans = new Map<string, readonly OpenSpan[]>();
  const windowsOn = (day: Temporal.PlainDate) =>
    remembered(spans, day.toString(), () => (maySend(day) ? hours.map((window) => spanOn(day, window)) : []));
  const isOpen = (instant: Temporal.Instant) => windowsOn(localDay(instant)).some((span) => holds(span, instant));
  const openings = new Map<bigint, Temporal.Instant>();
  const nextSendAt = (instant: Temporal.Instant) =>
    remembered(openings, instant.epochNanoseconds, () => findOpening(windowsOn, instant));
  return { isWorkingDay, maySend, windowsOn, isOpen, nextSendAt, ...counting(isWorkingDay) };
}

function findOpening(windowsOn: WorkingCalendar['windowsOn'], instant: Temporal.Instant): Temporal.Instant {
  for (let day = localDay(instant); ; day = day.add({ days: 1 })) {
    const span = windowsOn(day).find(({ until }) => Temporal.Instant.compare(instant, until) < 0);
    if (span) return Temporal.Instant.compare(instant, span.from) < 0 ? span.from : instant;
  }
}

function usableWindows(texts: readonly string[]): readonly SendingWindow[] {
  const { windows } = parseWindows(texts);
  return windows.length > 0 ? windows : parseWindows(settings.windows.initial).windows;
}

/** Days from the first to the last of days off that no working day parts. Tet, the longest that a law knows, takes nine. */
const LONGEST_REST = 21;

type LongRest = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate };

/** Days off one after another for so long that nobody means them: a column filled down, say. They are not believed. */
export function longRests(holidays: readonly Holiday[]): readonly LongRest[] {
  const off = holidays.filter(({ kind }) => kind === 'Nghỉ').map(({ day }) => day);
  const runs: LongRest[] = [];
  for (const day of off.toSorted(Temporal.PlainDate.compare)) {
    const run = runs.at(-1);
    if (run && Temporal.PlainDate.compare(day, nextWeekday(run.last)) <= 0)
      runs[runs.length - 1] = { ...run, last: day };
    else runs.push({ first: day, last: day });
  }
  return runs.filter(({ first, last }) => first.until(last).days >= LONGEST_REST);
}

export function isWithin(day: Temporal.PlainDate, { first, last }: LongRest): boolean {
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}

function nextWeekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: day.dayOfWeek < 5 ? 1 : 8 - day.dayOfWeek });
}

/** Days by their ISO text. A day off wins over a make-up day on the same date, whichever row stands first. */
function readHolidays(all: readonly Holiday[]) {
  const slips = longRests(all);
  const holidays = all.filter(({ day }) => !slips.some((rest) => isWithin(day, rest)));
  const textsOf = (rows: readonly Holiday[]) => new Set(rows.map(({ day }) => day.toString()));
  const settled = holidays.filter(({ status }) => status !== 'đề xuất');
  const off = textsOf(settled.filter(({ kind }) => kind === 'Nghỉ'));
  const named = textsOf(holidays.filter(({ kind }) => kind === 'Nghỉ'));
  const madeUp = textsOf(settled.filter(({ kind, day }) => kind === 'Làm bù' && !off.has(day.toString())));
  return { off, named, madeUp };
}

function spanOn(day: Temporal.PlainDate, { from, until }: SendingWindow): OpenSpan {
  return { from: toInstant(day.toPlainDateTime(from)), until: toInstant(day.toPlainDateTime(until)) };
}

function holds({ from, until }: OpenSpan, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, instant) <= 0 && Temporal.Instant.compare(instant, until) < 0;
}

/** A round asks for the same two days once per unit, so what was counted is remembered. */
function counting(isWorkingDay: (day: Temporal.PlainDate) => boolean) {
  const added = new Map<string, Temporal.PlainDate>();
  const between = new Map<string, number>();
  const addWorkingDays = (day: Temporal.PlainDate, n: number) =>
    remembered(added, `${dayText(day)}${n}`, () => {
      let reached = day;
      for (let left = Math.abs(n); left > 0; left -= isWorkingDay(reached) ? 1 : 0) {
        reached = reached.add({ days: Math.sign(n) });
      }
      return reached;
    });
  const workingDaysBetween = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => {
    if (Temporal.PlainDate.compare(a, b) > 0) return 0 - workingDaysBetween(b, a);
    return remembered(between, `${dayText(a)}${dayText(b)}`, () => {
      let count = 0;
      for (let day = a; !day.equals(b); ) {
        day = day.add({ days: 1 });
        if (isWorkingDay(day)) count += 1;
      }
      return count;
    });
  };
  return { addWorkingDays, workingDaysBetween };
}

function remembered<K, T>(memory: Map<K, T>, key: K, count: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = count();
  memory.set(key, value);
  return value;
}

/** The day's first window, or the next one when no mail may go on that day. */
export function openingOn(calendar: WorkingCalendar, day: Temporal.PlainDate): Temporal.Instant {
  return calendar.nextSendAt(startOfDay(day));
}
