import { Temporal } from 'temporal-polyfill';
import { citedNumbers } from './document-number.ts';
import { datesIn, timeWords } from './found-dates.ts';

/** What a note about a task's result says of the day it was done. */
type Completion =
  | { readonly kind: 'done'; readonly on: Temporal.PlainDate }
  /** A day still to come, a plan, a wish for more time, or no day at all: a person must say. */
  | { readonly kind: 'unclear' };

/** Words of what is not finished: a plan, a wish, a beginning. Folded. */
const NOT_YET =
  /(?<![a-z])(?:du kien|se|chua|dang|phan dau|cham nhat|muon nhat|som nhat|truoc ngay|gia han|xin (?:lui|them|phep)|lui (?:han|thoi|ngay|den|sang)|mot phan|co ban|buoc dau|cho y kien|tiep tuc|ke hoach trinh)(?![a-z])/;
/** What a document stands under, not what came of it. */
const UNDER = /(?<![a-z])(?:theo|can cu|thuc hien|tai)(?: [a-z]+){0,4}(?: so)? ?:? ?$/;
const DONE = /(?<![a-z])(?:da|hoan thanh|xong|ban hanh|phe duyet|thong qua|cong bo|trinh|gui|ky|nop|to chuc)(?![a-z])/;
const DRAFT = /(?<![a-z])(?:du thao|ban nhap|soan thao)(?![a-z])/;
const DAY_ALONE = /^(?:ngay )?[\d/. -]+(?:thang \d+ nam \d+)?$/;

/**
 * The day on which something was done, by the document that proves it (`112/QĐ-TCTLN ngày 31/7/2025`) or the words
 * beside the day (`đã trình ngày …`). A day after `on` proves nothing yet; a plan never does, whatever day it names.
 */
export function completionIn(text: string, on: Temporal.PlainDate): Completion {
  const words = timeWords(text);
  const days = datesIn(words, 50);
  const isToCome = days.some((day) => Temporal.PlainDate.compare(day, on) > 0);
  if (days.length === 0 || isToCome || NOT_YET.test(words)) return { kind: 'unclear' };
  const said = DAY_ALONE.test(words) || (DONE.test(words) && !DRAFT.test(words)) ? days : daysOfDocuments(text);
  const last = said.toSorted(Temporal.PlainDate.compare).at(-1);
  return last ? { kind: 'done', on: last } : { kind: 'unclear' };
}

/** The days that stand right behind the number of a document. */
function daysOfDocuments(text: string): readonly Temporal.PlainDate[] {
  return citedNumbers(text).flatMap(({ number, after }) => {
    const before = timeWords(text.slice(0, Math.max(0, text.indexOf(number.number))));
    return UNDER.test(before) ? [] : datesIn(timeWords(after), 1);
  });
}
