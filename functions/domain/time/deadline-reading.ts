import { Temporal } from 'temporal-polyfill';
import type { LastMoment } from '../../../sheets-schema/columns/date.ts';
import { formatDate, formatTime, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import type { DeadlineKind } from '../../../sheets-schema/tabs/register.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { dayIn, numbersIn } from '../reading/found-dates.ts';
import type { DeadlinePhrase } from './deadline-phrases.ts';

export type DeadlineWords =
  | {
      readonly kind: DeadlineKind;
      /** null for kinds that set no day. */
      readonly last: LastMoment | null;
      /** What was understood, Vietnamese. */
      readonly explained: string;
    }
  | {
      readonly kind: 'unreadable';
      /** What is in the way and what to do, Vietnamese. */
      readonly why: string;
    };

export function unreadableWords(why: string): DeadlineWords {
  return { kind: 'unreadable', why };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What one phrase sets, from the named groups of its pattern. */
export function readPhrase(phrase: DeadlinePhrase, groups: Groups): DeadlineWords {
  return phrase.unit === 'day' ? readDay(phrase, groups) : readPeriod(phrase, groups);
}

function readPeriod(phrase: DeadlinePhrase, { months, quarters, year }: Groups): DeadlineWords {
  const [number = 1, ...more] = numbersIn(months ?? quarters ?? '');
  if (more.length > 0) {
    return unreadableWords(`nêu nhiều ${months ? 'tháng' : 'quý'}; đề nghị ghi rõ hạn cuối là ngày nào`);
  }
  const first = parseVietnameseDate(`1/${phrase.unit === 'quarter' ? number * 3 - 2 : number}/${year}`);
  if (first === null) return unreadableWords(`không có tháng ${number} trong năm; đề nghị kiểm tra lại`);
  const length = phrase.unit === 'year' ? 12 : phrase.unit === 'quarter' ? 3 : 1;
  const end = phrase.exclusive ? first : first.add({ months: length });
  const last = { day: end.subtract({ days: 1 }), time: null };
  const explained = `${phrase.exclusive ? 'trước' : 'trong'} ${periodName(phrase, first)}: hạn cuối ${endOf(last)}`;
  return { kind: phrase.kind, last, explained };
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

function periodName({ unit }: DeadlinePhrase, first: Temporal.PlainDate): string {
  if (unit === 'year') return `năm ${first.year}`;
  const name = unit === 'month' ? `tháng ${first.month}` : `quý ${QUARTERS[(first.month - 1) / 3]}`;
  return `${name}/${first.year}`;
}

function readDay(phrase: DeadlinePhrase, groups: Groups): DeadlineWords {
  const day = dayIn(groups);
  const written = `${groups['day']}/${groups['month']}/${groups['year']}`;
  if (day === null) return unreadableWords(`không có ngày ${written}; đề nghị ghi ngày trước, tháng sau: dd/MM/yyyy`);
  const weekday = weekdayOf(groups['weekday'] ?? groups['weekdayAfter']);
  if (weekday !== null && weekday !== day.dayOfWeek) {
    return unreadableWords(`ngày ${formatDate(day)} không phải ${WEEKDAYS[weekday - 1]}; đề nghị kiểm tra lại`);
  }
  if (groups['hour'] !== undefined) return atTime(phrase, day, hourOf(groups), Number(groups['minute'] ?? 0));
  if (!phrase.exclusive) return upTo(day);
  const last = { day: day.subtract({ days: 1 }), time: null };
  const explained = `trước ngày ${formatDate(day)}, không gồm ngày đó: hạn cuối ${endOf(last)}`;
  return { kind: phrase.kind, last, explained };
}

/** `3 giờ chiều` is 15:00; `16 giờ chiều` says it twice. */
function hourOf({ hour, half = '' }: Groups): number {
  const number = Number(hour);
  return number < 12 && /chieu|toi/.test(half) ? number + 12 : number;
}

/** Midnight belongs to two days: 0 giờ ends the day before, 24 giờ ends the day itself. */
function atTime({ exclusive }: DeadlinePhrase, day: Temporal.PlainDate, hour: number, minute: number): DeadlineWords {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) {
    return unreadableWords('giờ ghi không đúng; đề nghị ghi dạng HH:mm, ví dụ 17:00');
  }
  if (hour === 24) return upTo(day);
  if (hour === 0 && minute === 0) return upTo(day.subtract({ days: 1 }));
  const time = Temporal.PlainTime.from({ hour, minute });
  const explained = `${exclusive ? 'trước' : 'chậm nhất'} ${formatTime(time)} ngày ${formatDate(day)}`;
  return { kind: 'Chậm nhất', last: { day, time }, explained };
}

function upTo(day: Temporal.PlainDate): DeadlineWords {
  const last = { day, time: null };
  return { kind: 'Chậm nhất', last, explained: `hạn cuối ${endOf(last)}` };
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** 1 Monday to 7 Sunday; `thứ 6` is Friday. */
function weekdayOf(folded: string | undefined): number | null {
  if (folded === undefined) return null;
  const known = WEEKDAYS.findIndex((name) => fold(name) === folded);
  return known >= 0 ? known + 1 : Number(folded.slice(-1)) - 1;
}

/** The day of signing is not counted itself (BLDS 2015, Điều 147); the last day counts whole (Điều 148). */
export function daysFromSigning(count: number, signedOn: Temporal.PlainDate | null): DeadlineWords {
  if (signedOn === null) return unreadableWords('thời hạn tính từ ngày ký nhưng chưa biết ngày ký văn bản');
  const last = { day: signedOn.add({ days: count }), time: null };
  const explained = `${count} ngày kể từ ngày ký ${formatDate(signedOn)}: hạn cuối ${endOf(last)}`;
  return { kind: 'Chậm nhất', last, explained };
}

export function endOf({ day }: LastMoment): string {
  return `hết ngày ${formatDate(day)}`;
}
