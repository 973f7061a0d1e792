import { Temporal } from 'temporal-polyfill';
import { straight } from '../../../sheets-schema/text.ts';
import { citedNumbers } from './document-number.ts';
import { datesIn, findPercents, lastDayOf, MONTHS, periodsIn, QUARTERS, timeWords } from './found-dates.ts';

/** What a note about a task's result says of the day it was done. */
type Completion =
  | { readonly kind: 'done'; readonly on: Temporal.PlainDate }
  /** A day still to come, a plan, a wish for more time, or no day at all: a person must say. */
  | { readonly kind: 'unclear' };

/** Words of what is not finished: a plan, a wish, a beginning, a part, a step on the way. Folded. */
const NOT_YET = new RegExp(
  `(?<![a-z])(?:${[
    'du (?:kien|dinh|tru)|phan dau|muc tieu|chuan bi|(?<!(?:theo|co|dung) )yeu cau|ke hoach (?:trinh|hoan thanh|xong)',
    '(?:cham|muon|som) nhat|truoc (?:ngay|\\d)|het ngay|gia han|xin (?:lui|them|phep)|lui (?:han|thoi|ngay|den|sang)',
    'khong (?:qua|muon|cham|kip|the|duoc|dat|hoan thanh|xong|trinh|ban hanh|gui|ky|nop|to chuc)',
    'mot phan|mot so (?:noi dung|nhiem vu|muc|hang muc|buoc|viec|cong viec)|phan lon|hau het|co ban|buoc dau|\\d+/\\d+ (?:noi dung|nhiem vu|hang muc|khoi luong|cong viec)',
    '(?:lay|xin) y kien|tiep tuc|(?<!dung )tien do|tra lai|thu hoi|(?:de nghi|giao|phan cong)(?: [a-z]+){0,3} hoan thanh',
  ].join('|')})(?![a-z])`,
);
/** Of these only the marks tell them from other words: `đang` from `Đảng`, `sẽ` from `chia sẻ`, `hoãn` from `hoàn thành`. */
const NOT_YET_BY_MARKS =
  /(?<!\p{L})(?:chưa|đang|sẽ|sắp|chờ|đợi|cần|phải|gần(?! đây)|hoãn|dừng|h(?:ủy|uỷ)|dời|ước (?:đạt|tính|khoảng|hoàn thành|thực hiện)|(?<!(?:đúng|quá|trong|trước|kịp|ngắn|trung|dài) (?:thời )?)hạn(?! (?:chế|mức|ngạch)))(?!\p{L})/iu;
/** And of a text without any mark those that are seldom something else. */
const NOT_YET_UNMARKED = /^(?=[\0-\x7f]*$).*(?<![a-z])(?:chua|dang|se|sap)(?![a-z])/is;
/** What a document stands under, not what came of it: `theo Quyết định …`, but not `ban hành theo Quyết định …`. */
const UNDER = /(?<![a-z])(?:theo|can cu|thuc hien|tai)(?: [a-z]+){0,4}(?: so)? ?:? ?$/;
const BY_WHICH =
  /(?<![a-z])(?:(?:ban hanh|phe duyet|thong qua|cong bo)(?: [a-z]+){0,6} (?:theo|tai)|(?:y kien|bao cao|trinh|gui)(?: [a-z]+){0,6} tai)(?: [a-z]+){0,4}(?: so)? ?:? ?$/;
const VERBS = 'hoan thanh|xong|ban hanh|phe duyet|thong qua|cong bo|trinh|gui|ky|nop|to chuc';
const DONE = new RegExp(
  `(?<![a-z])(?:${VERBS}|da (?:[a-z]+ )?(?:bao cao|y kien|tong ket|tong hop|tiep thu|nghien cuu|ra soat))(?![a-z])`,
);
/** `hoàn thành trong quý I/2026`; the quarters of a plan stand further from the verb. */
const DONE_WITHIN = new RegExp(
  `(?<![a-z])(?:${VERBS})(?: [a-z]+){0,2} (?:trong|vao|dau|giua|cuoi|het) (?:(?:dau|giua|cuoi) )?(?:${[MONTHS, QUARTERS].join('|').replace(/\?<\w+>/g, '?:')}|nam (?<whole>\\d{4}))`,
  'g',
);
const DRAFT = /(?<![a-z])(?:du thao|ban nhap|soan thao)(?![a-z])/;
const DAY_ALONE = /^(?:ngay )?[\d/. -]+(?:thang \d+ nam \d+)?$/;

/**
 * The day on which something was done, by the document that proves it (`112/QĐ-TCTLN ngày 31/7/2025`) or the words
 * beside the day (`đã trình ngày …`). A day after `on` proves nothing yet; a plan never does, whatever day it names.
 */
export function completionIn(text: string, on: Temporal.PlainDate): Completion {
  const words = timeWords(text);
  const days = datesIn(words, 50);
  const isToCome = days.some((day) => isAfter(day, on)) || endsWithin(words).some((day) => isAfter(day, on));
  if (days.length === 0 || isToCome || saysNotYet(text, words)) return { kind: 'unclear' };
  const { proving, under } = daysOfDocuments(text);
  const isSaid = DAY_ALONE.test(words) || (DONE.test(words) && !DRAFT.test(words));
  const said = isSaid ? days.filter((day) => !under.some((one) => one.equals(day))) : proving;
  const last = said.toSorted(Temporal.PlainDate.compare).at(-1);
  return last ? { kind: 'done', on: last } : { kind: 'unclear' };
}

/** `đã hoàn thành 80%`. */
export function saysPart(text: string): boolean {
  return findPercents(text).some((percent) => percent < 100);
}

function saysNotYet(text: string, words: string): boolean {
  const line = straight(text);
  return saysPart(text) || NOT_YET.test(words) || NOT_YET_BY_MARKS.test(line) || NOT_YET_UNMARKED.test(line);
}

/** The last days of the months, quarters and years that something is said to be done in. */
function endsWithin(words: string): readonly Temporal.PlainDate[] {
  return [...words.matchAll(DONE_WITHIN)].flatMap(({ 0: said, groups }) => {
    const year = groups?.['whole'];
    return (year ? [`${year}-12`] : periodsIn(said, 8)).map(lastDayOf);
  });
}

function isAfter(day: Temporal.PlainDate, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, on) > 0;
}

/** The days that stand right behind the number of a document: of what came of it, and of what it was done under. */
function daysOfDocuments(text: string): Readonly<Record<'proving' | 'under', readonly Temporal.PlainDate[]>> {
  const found = citedNumbers(text).flatMap(({ number, after }) => {
    const before = timeWords(text.slice(0, Math.max(0, text.indexOf(number.number))));
    const isUnder = UNDER.test(before) && !BY_WHICH.test(before);
    return datesIn(timeWords(after), 1).map((day) => ({ day, isUnder }));
  });
  const daysOf = (under: boolean) => found.filter(({ isUnder }) => isUnder === under).map(({ day }) => day);
  return { proving: daysOf(false), under: daysOf(true) };
}
