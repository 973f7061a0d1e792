/** Days since 1899-12-30 with the time of day as the fraction; no zone of its own. */
const daysBefore1970 = 25_569;
const millisOfDay = 86_400_000;

export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
};

export function wallTimeOf(serial: number): WallTime {
  const seconds = Math.round((serial - daysBefore1970) * 86_400);
  const date = new Date(seconds * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
  };
}

/** The serial of a day that exists; nothing for 31/02. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const millis = Date.UTC(year, month - 1, day);
  const date = new Date(millis);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
  return exists ? millis / millisOfDay + daysBefore1970 : undefined;
}

/** The fraction of a day; nothing for 25:00. */
export function serialOfTime(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}
