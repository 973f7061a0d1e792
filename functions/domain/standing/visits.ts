import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { Visit } from '../../../sheets-schema/tabs/visits.ts';
import { findDates, findPeriods, lastDayOf } from '../reading/found-dates.ts';

type Named = ReadonlyMap<string, string>;

/** What is to be told of a visit on a day: when and where, or that the day is still to be set; null once it is over. Vietnamese. */
export function visitWords({ day, hour, place, expected }: Visit, today: Temporal.PlainDate): string | null {
  const where = place ? [`tại ${place.replace(/^tại /iu, '')}`] : [];
  if (day === null) {
    if (!expected || isWindowOver(expected, today)) return null;
    return [`dự kiến ${expected}`, 'ngày cụ thể sẽ thông báo sau', ...where].join(', ');
  }
  if (Temporal.PlainDate.compare(day, today) < 0) return null;
  return [`${hour ? `${hour} ` : ''}${WEEKDAYS[day.dayOfWeek - 1]}, ngày ${formatDate(day)}`, ...where].join(', ');
}

function isWindowOver(expected: string, today: Temporal.PlainDate): boolean {
  const ends = [...findDates(expected), ...findPeriods(expected).map(lastDayOf)];
  const last = ends.toSorted(Temporal.PlainDate.compare).at(-1);
  return last !== undefined && Temporal.PlainDate.compare(last, today) < 0;
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** The visit to a unit in a round; null when none is planned. */
export function visitTo(visits: readonly Visit[], round: string, unit: string): Visit | null {
  return visits.find((visit) => visit.round === round && visit.unit === unit) ?? null;
}

/** The visits ahead in these rounds, in the order of their days; those without a day in one line at the end. Vietnamese. */
export function visitLines(
  visits: readonly Visit[],
  rounds: ReadonlySet<string>,
  today: Temporal.PlainDate,
  names: Named,
): readonly string[] {
  const ahead = visits.filter((visit) => rounds.has(visit.round) && visitWords(visit, today) !== null);
  const nameOf = ({ unit }: Visit) => names.get(unit) ?? unit;
  const dated = ahead
    .flatMap((visit) => (visit.day === null ? [] : [{ visit, day: visit.day }]))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  const undated = Map.groupBy(
    ahead.filter(({ day }) => day === null),
    ({ expected }) => expected ?? '',
  );
  return [
    ...dated.map(({ visit }) => `${nameOf(visit)}: ${visitWords(visit, today)}`),
    ...[...undated].map(([expected, of]) => `Chưa ấn định ngày (dự kiến ${expected}): ${of.map(nameOf).join(', ')}`),
  ];
}
