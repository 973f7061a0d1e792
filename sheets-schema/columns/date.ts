import { Temporal } from 'temporal-polyfill';
import { type Cell, EMPTY } from '../cell.ts';
import { memoize } from '../memoize.ts';
import { clean } from '../text.ts';
import { instantOf, toInstant } from '../zone.ts';
import { type ColumnKind, cellCodec, WRONG } from './kind.ts';
import {
  dateTimeOfSerial,
  instantOfSerial,
  isDaySerial,
  isUsualYear,
  serialOfDate,
  serialOfDateTime,
  serialOfInstant,
} from './serial.ts';
import { text, verbatim } from './text.ts';
import { formatDate, formatTime, parseVietnameseDate } from './vietnamese-date.ts';

/** A day: a real date cell, or text in one of the Vietnamese ways. */
export const date: ColumnKind<Temporal.PlainDate> = {
  codec: cellCodec<Temporal.PlainDate>(readDay, (day) => dayCell(serialOfDate(day))),
  expected: 'ngày dạng dd/MM/yyyy, ví dụ 24/10/2025',
  doc: 'day',
  rule: { type: 'DATE_IS_VALID' },
  format: { type: 'DATE', pattern: 'dd/mm/yyyy' },
  question: 'date',
  empty: 'refused',
};

/** A day that could not be read back is left out: a row nobody can read is worse than a day that is missing. */
function dayCell(serial: number): Cell {
  return isDaySerial(serial) ? serial : EMPTY;
}

function readDay(cell: Cell): Temporal.PlainDate | typeof WRONG {
  if (typeof cell === 'number') return isDaySerial(cell) ? dateTimeOfSerial(cell).toPlainDate() : WRONG;
  return parseVietnameseDate(String(cell)) ?? WRONG;
}

/** A moment on the clock of Ha Noi; a day alone means its first instant. */
export const dateTime: ColumnKind<Temporal.Instant> = {
  codec: cellCodec<Temporal.Instant>(
    (cell) => {
      if (typeof cell === 'number') return isDaySerial(cell) ? instantOfSerial(cell) : WRONG;
      const local = readDateTime(cell);
      return local === WRONG ? WRONG : toInstant(local);
    },
    (moment) => dayCell(serialOfInstant(moment)),
  ),
  expected: 'ngày giờ dạng dd/MM/yyyy HH:mm, ví dụ 24/10/2025 08:30',
  doc: 'moment',
  rule: { type: 'DATE_IS_VALID' },
  format: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' },
  question: 'short',
  empty: 'refused',
};

/** A moment exactly as a service wrote it, microseconds and all: `2025-10-23T07:05:00.123456Z`. */
export const serviceTime: ColumnKind<string> = {
  ...verbatim,
  codec: cellCodec<string>(
    (cell) => (isServiceTime(String(cell)) ? String(cell) : WRONG),
    (value) => value,
  ),
  expected: 'thời điểm như Google trả về, ví dụ 2025-10-23T07:05:00.123456Z',
  doc: 'moment as received',
};

function isServiceTime(text: string): boolean {
  try {
    instantOf(text);
    return true;
  } catch {
    return false;
  }
}

const MIDNIGHT = Temporal.PlainTime.from('00:00');

/** The end of a deadline: a last valid day, or a moment before which the thing must be there. */
export type LastMoment = {
  readonly day: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
};

/**
 * A deadline as people enter it: the last valid day (its whole day counts), or a day with a time (before that time).
 * Midnight written out (`24/10/2025 00:00`) cannot be told from the day alone and means the whole day.
 */
export const lastMoment: ColumnKind<LastMoment> = {
  codec: cellCodec<LastMoment>(
    (cell) => {
      const local = readDateTime(cell);
      if (local === WRONG) return WRONG;
      const time = local.toPlainTime();
      return {
        day: local.toPlainDate(),
        time: time.equals(MIDNIGHT) ? null : time,
      };
    },
    ({ day, time }) => dayCell(time === null ? serialOfDate(day) : serialOfDateTime(day.toPlainDateTime(time))),
  ),
  expected: 'hạn cuối dạng dd/MM/yyyy (hết ngày đó), ví dụ 23/10/2025; có thể thêm giờ: 23/10/2025 17:00',
  doc: 'last valid day, or moment before which',
  rule: { type: 'DATE_IS_VALID' },
  format: { type: 'DATE', pattern: 'dd/mm/yyyy' },
  question: 'date',
  empty: 'refused',
};

/** Days that a mail named, in its order, parted by `;`: each as {@link lastMoment} reads it, written as words. */
export const namedDays: ColumnKind<readonly LastMoment[]> = {
  ...text,
  codec: cellCodec<readonly LastMoment[]>(
    (cell) => daysIn(String(cell)),
    (days) => {
      const cell = days.map(({ day, time }) => formatDate(day) + (time ? ` ${formatTime(time)}` : '')).join('; ');
      return days.every(({ day }) => isUsualYear(day.year)) ? cell : EMPTY;
    },
  ),
  expected: 'các ngày dạng dd/MM/yyyy, cách nhau bằng dấu chấm phẩy, ví dụ 29/10/2025; 05/11/2025 16:00',
  doc: 'days, parted by `;`',
};

/** Thousands of mails of a round name the same days. */
const daysIn = memoize((cell: string): readonly LastMoment[] | typeof WRONG => {
  const read = cell.split(';').map((part) => lastMoment.codec.read(part.trim()));
  return read.some((one) => one === WRONG) ? WRONG : (read as readonly LastMoment[]);
});

const WITH_TIME = /^(?<first>.+?)[ ,]+(?<hour>\d{1,2})(?::|h|g| giờ ?)(?<minute>\d{2})?(?::\d{2})?$/i;

function readDateTime(cell: Cell): Temporal.PlainDateTime | typeof WRONG {
  if (typeof cell === 'number') return isDaySerial(cell) ? dateTimeOfSerial(cell) : WRONG;
  const words = clean(String(cell));
  const day = parseVietnameseDate(words);
  if (day) return day.toPlainDateTime(MIDNIGHT);
  if (words.length > 60) return WRONG;
  const groups = WITH_TIME.exec(words)?.groups;
  const parted = parseVietnameseDate(groups?.['first'] ?? '');
  const hour = Number(groups?.['hour']);
  const minute = Number(groups?.['minute'] ?? 0);
  if (!parted || hour > 23 || minute > 59) return WRONG;
  return parted.toPlainDateTime(Temporal.PlainTime.from({ hour, minute }));
}
