import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { counted } from '../../../sheets-schema/text.ts';
import type { UnitStatus } from '../../domain/standing/unit-status.ts';

/** What units of a round are called together, by their own official names. */
export function unitNoun(statuses: readonly UnitStatus[]): string {
  const every = (pattern: RegExp) => statuses.length > 0 && statuses.every(({ unit }) => pattern.test(unit.name));
  if (every(/thành phố/i)) return 'thành phố';
  return every(/(?:thành phố|tỉnh)/i) ? 'địa phương' : 'đơn vị';
}

/** `05/06`. */
export function ofAll(part: number, whole: number): string {
  return `${counted(part)}/${counted(whole)}`;
}

/** Days as figures, with words before the month or dashes, but no numbers of documents. */
const DAYS =
  /(?<![\p{L}\d/.,-])(?:\d{1,2} ?([/.-]) ?\d{1,2} ?\1 ?\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} tháng \d{1,2} năm \d{4})(?![\d/-]|[.,]\d)/giu;

/** The same words with every whole day as `dd/MM/yyyy`: one report writes days in one form. */
export function withOfficialDays(text: string): string {
  return text.replace(DAYS, (found) => {
    const day = parseVietnameseDate(found);
    return day ? formatDate(day) : found;
  });
}

/** A sentence: with a stop where it has none. */
export function sentence(words: string): string {
  return /[.!?…:]$/.test(words) ? words : `${words.replace(/[;,\s]+$/, '')}.`;
}

/** Phrases that have something to say, in a list; '' where none has. */
export function phrases(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('; ');
}

/** `04 báo cáo gửi đúng hạn`; null where there is none: nobody is told of none. */
export function ifAny(number: number, words: string): string | null {
  return number > 0 ? `${counted(number)} ${words}` : null;
}
