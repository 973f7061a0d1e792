import type { ExtendedValue, NumberFormat } from '../model.ts';
import type { FileLocale } from './file-locale.ts';
import { serialOfDay, serialOfTime } from './serial-date.ts';

/** What typing a text into a cell gives; nothing for an empty text. A date or percentage brings its format along. */
export type Typed = { value?: ExtendedValue; format?: NumberFormat };

/** Reads a text as if a person typed it into a file of this locale. */
export function readTyped(text: string, locale: FileLocale): Typed {
  if (text === '') return {};
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  return (
    readBoolean(text, locale) ?? readNumber(text, locale) ?? readDate(text, locale) ?? { value: { stringValue: text } }
  );
}

function readBoolean(text: string, { truth: [yes, no] }: FileLocale): Typed | undefined {
  const word = text.trim().toUpperCase();
  if (word === 'TRUE' || word === yes) return { value: { boolValue: true } };
  return word === 'FALSE' || word === no ? { value: { boolValue: false } } : undefined;
}

function readNumber(text: string, locale: FileLocale): Typed | undefined {
  const english = toEnglish(text.trim(), locale);
  const shape = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[-+]?\d+)?(%?)$/i.exec(english);
  if (!shape) return undefined;
  const number = Number(english.replace(/[,%]/g, ''));
  if (shape[5] === '%') return { value: { numberValue: number / 100 }, format: { type: 'PERCENT', pattern: '0%' } };
  return { value: { numberValue: number } };
}

function toEnglish(text: string, { decimal, thousands }: FileLocale): string {
  if (decimal === '.') return text;
  return text.replace(/[.,\s]/g, (mark) => (mark === decimal ? '.' : mark === thousands ? ',' : '?'));
}

const isoDay = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<time>.+))?$/;
const localDay = /^(?<first>\d{1,2})(?<mark>[/-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?: (?<time>.+))?$/;
const pointedDay = /^(?<first>\d{1,2})\.(?<second>\d{1,2})(?:\.(?<year>\d{4}))?$/;
const clock = /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?$/;

function readDate(text: string, locale: FileLocale): Typed | undefined {
  const iso = isoDay.exec(text)?.groups;
  if (iso) return dated(iso, { month: iso['month'], day: iso['day'], pattern: 'yyyy-mm-dd' });
  const local = localDay.exec(text)?.groups;
  if (local) return readLocalDay(local, locale);
  const { yearOfPointedDays: thisYear } = locale;
  const pointed = thisYear === null ? undefined : pointedDay.exec(text)?.groups;
  if (pointed) return readLocalDay({ ...pointed, year: pointed['year'] ?? String(thisYear) }, locale);
  const time = readTime(text);
  return time && { value: { numberValue: time.serial }, format: { type: 'TIME', pattern: time.pattern } };
}

function readLocalDay(groups: Groups, { dayOrders }: FileLocale): Typed | undefined {
  const { first, second } = groups;
  for (const order of dayOrders) {
    const [day, month, shape] = order === 'day-month' ? [first, second, 'dm'] : [second, first, 'md'];
    const read = dated(groups, { day, month, pattern: shapeOf(groups, shape) });
    if (read) return read;
  }
  return undefined;
}

type Groups = Record<string, string | undefined>;
type DayParts = { month: string | undefined; day: string | undefined; pattern: string };

/** The date is shown again the way it was typed. */
function shapeOf({ first = '', second = '', mark = '.' }: Groups, [one = '', two = '']: string): string {
  return [one.repeat(first.length), two.repeat(second.length), 'yyyy'].join(mark);
}

function dated(groups: Groups, { month, day, pattern }: DayParts): Typed | undefined {
  const serial = serialOfDay(Number(groups['year']), Number(month), Number(day));
  if (serial === undefined) return undefined;
  if (groups['time'] === undefined) return { value: { numberValue: serial }, format: { type: 'DATE', pattern } };
  const time = readTime(groups['time']);
  if (!time) return undefined;
  return {
    value: { numberValue: serial + time.serial },
    format: { type: 'DATE_TIME', pattern: `${pattern} ${time.pattern}` },
  };
}

function readTime(text: string): { serial: number; pattern: string } | undefined {
  const parts = clock.exec(text)?.groups;
  if (!parts) return undefined;
  const serial = serialOfTime(Number(parts['hour']), Number(parts['minute']), Number(parts['second'] ?? 0));
  return serial === undefined ? undefined : { serial, pattern: parts['second'] ? 'h:mm:ss' : 'h:mm' };
}
