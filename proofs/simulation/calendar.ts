/**
 * The oracle's own calendar, in whole numbers: a moment is milliseconds since 1970, a day counts days since then on the
 * clock of Ha Noi, which keeps no summer time. Written apart from the product's calendar on purpose.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

/** What a row of `Lịch nghỉ` makes of a day. `proposed` days still count as working, but no mail goes on them. */
export type SpecialDay = 'off' | 'proposed' | 'made up';
export type SpecialDays = ReadonlyMap<number, SpecialDay>;

/** Hours in which mails may go, in minutes of the day; the end itself is too late. */
export const WINDOWS = [
  [8 * 60 + 30, 11 * 60],
  [13 * 60 + 45, 16 * 60],
] as const;

export function dayOf(moment: number): number {
  return Math.floor((moment + OFFSET) / DAY);
}

export function minuteOf(moment: number): number {
  return Math.floor((moment + OFFSET - dayOf(moment) * DAY) / MINUTE);
}

/** @param minute of the day. */
export function momentOf(day: number, minute = 0): number {
  return day * DAY - OFFSET + minute * MINUTE;
}

/** `2026-03-09`. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function isWeekend(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 > 4;
}

function isWorking(special: SpecialDays, day: number): boolean {
  const mark = special.get(day);
  return isWeekend(day) ? mark === 'made up' : mark !== 'off';
}

export function maySend(special: SpecialDays, day: number): boolean {
  return isWorking(special, day) && special.get(day) !== 'proposed';
}

/** The n-th working day from a day; the day itself when n is 0. */
export function workingDay(special: SpecialDays, from: number, n: number): number {
  let day = from;
  for (let left = Math.abs(n); left > 0; ) {
    day += Math.sign(n);
    if (isWorking(special, day)) left -= 1;
  }
  return day;
}

export function isInWindow(special: SpecialDays, moment: number): boolean {
  const minute = minuteOf(moment);
  return maySend(special, dayOf(moment)) && WINDOWS.some(([from, until]) => from <= minute && minute < until);
}

/** The first window of a day on which mail may go, looking forward (or back) from a day. */
export function openingFrom(special: SpecialDays, from: number, direction: 1 | -1): number {
  let day = from;
  while (!maySend(special, day)) day += direction;
  return momentOf(day, WINDOWS[0][0]);
}
