import type { DeadlineKind } from '../../../sheets-schema/tabs/register.ts';
import { DAY, MONTHS, QUARTERS } from '../reading/found-dates.ts';

export type DeadlinePhrase = {
  readonly kind: DeadlineKind;
  /** What is named lies outside the deadline, which ends before it. */
  readonly exclusive: boolean;
  /** What the phrase names: a day (with a time, perhaps), or a whole month, quarter, year. */
  readonly unit: 'day' | 'month' | 'quarter' | 'year';
  readonly pattern: RegExp;
};

/** All patterns read text as `timeWords` gives it: no tone marks, small letters, single spaces, plain hyphens. */
const TIME = String.raw`(?:(?<hour>\d{1,2}) ?(?:h|g|gio|:) ?(?<minute>\d{2})? ?(?:phut|['’])?(?: ?(?<half>sang|trua|chieu|toi))?,? ?(?:cua )?)?`;
const NAME_OF_DAY = 'thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat';
const MOMENT = String.raw`${TIME}(?:(?:ngay )?(?<weekday>${NAME_OF_DAY}),? ?)?\(?(?:ngay )?${DAY}(?: ?\((?<weekdayAfter>${NAME_OF_DAY})\))?`;
const YEAR = String.raw`nam (?<year>\d{4})(?!\d)`;

const BEFORE = '(?<![a-z])truoc (?:thoi diem |luc |vao |hoi )?';
const NOT_AFTER =
  '(?<![a-z])(?:cham nhat|muon nhat|den het|het|den|khong (?:qua|muon hon|cham hon|sau)|han (?:cuoi|chot|gui|nop)(?: cung| bao cao)?)(?: (?:la|vao|den|het|luc|hoi|trong)){0,3}:? ';
const WITHIN = '(?<![a-z])(?:trong|noi trong)(?: vong)? ';
const LAST = `(?:${NOT_AFTER}|${WITHIN})`;
/** In a cell of its own a period can only mean its end. */
const LAST_OR_ALONE = `(?:${NOT_AFTER}|${WITHIN}|^(?:hoan thanh |xong )?)`;

export const DEADLINE_PHRASES: readonly DeadlinePhrase[] = [
  phrase('Trước ngày', true, 'day', BEFORE + MOMENT),
  phrase('Chậm nhất', false, 'day', LAST + MOMENT),
  phrase('Trước ngày', true, 'month', BEFORE + MONTHS),
  phrase('Trong tháng', false, 'month', LAST_OR_ALONE + MONTHS),
  phrase('Trước ngày', true, 'quarter', BEFORE + QUARTERS),
  phrase('Trong quý', false, 'quarter', LAST_OR_ALONE + QUARTERS),
  phrase('Trước ngày', true, 'year', BEFORE + YEAR),
  phrase('Chậm nhất', false, 'year', LAST + YEAR),
];

function phrase(kind: DeadlineKind, exclusive: boolean, unit: DeadlinePhrase['unit'], pattern: string): DeadlinePhrase {
  return { kind, exclusive, unit, pattern: new RegExp(pattern, 'g') };
}

/** A deadline without its year beside one that has it: the second does not speak for the first. */
export const YEARLESS =
  /(?<![a-z])(?:truoc|cham nhat|muon nhat|het)(?: [a-z]{1,6}){0,3} \d{1,2}(?:[/.-]|,? thang )\d{1,2}(?!\d| ?[/.-] ?\d|,? nam \d)/;

/** `trong vòng 15 ngày kể từ ngày ký`. */
export const FROM_SIGNING =
  /(?<![a-z\d])(?<count>\d{1,3}) ngay,? (?:ke tu|tinh tu|tu) (?:ngay )?(?:ky|ban hanh)(?![a-z])/;

/** A day or period that is expected, not set: it is shown and never counted as a deadline. */
export const EXPECTED =
  /(?<![a-z])(?:du kien|khoang|uoc)(?: [^.;,\d]{0,80})?? (?:vao |tu |trong |khoang |truoc |ngay )*(?=\d|thang \d|q(?:u[yi])?\.? ?[i\d]|nam \d)/;

/** What stands in a clause before a day and makes of it what the words call it, no deadline. */
export const EXPECTING = /(?<![a-z])(?:du kien|khoang|uoc)(?![a-z])/;
/** Figures are as of that day: `lũy kế đến hết tháng 11/2026`. What is to be sent by then is none. */
export const CUTTING_OFF =
  /(?<![a-z])(?:tinh|luy ke|so lieu|ket qua|tinh hinh|chot|uoc thuc hien)(?![a-z])(?!.*(?<![a-z])(?:gui|nop|trinh|hoan thanh|xong|ban hanh)(?![a-z]))/;

/** Words that set no day; the first that fits is what the text means. */
export const DAYLESS: readonly (readonly [DeadlineKind, RegExp, string])[] = [
  [
    'Khi có yêu cầu',
    /(?<![a-z])(?:khi (?:[^.;,\d]{1,60} )?(?:co|duoc) (?:[^.;,\d]{1,60} )?yeu cau|theo yeu cau)(?![a-z])/,
    'Khi có yêu cầu',
  ],
  ['Khẩn trương', /(?<![a-z])khan truong(?![a-z])/, 'Khẩn trương – chưa ấn định ngày'],
  ['Thường xuyên', /(?<![a-z])(?:thuong xuyen|tiep tuc|chu dong|dau moi|kip thoi|lien tuc)(?![a-z])/, 'Thường xuyên'],
  [
    'Thường xuyên',
    /^(?:van ban )?khong (?:neu|quy dinh|ghi|an dinh|co|xac dinh)(?: ro)? (?:thoi han|han|thoi gian)(?: cu the)?$/,
    'Không nêu thời hạn',
  ],
  ['Thông tin', /^(?:thong tin|de biet|de theo doi|(?:thoi gian )?du kien)$/, 'Thông tin, không phải nghĩa vụ'],
];

export const RECURRING = /(?<![a-z])(?:hang|moi) (?:thang|quy|nam|tuan|ngay)|dinh ky/;

/** Why a text is no deadline that can be counted; the first that fits is told. */
export const DOUBTS: readonly (readonly [RegExp, string])[] = [
  [RECURRING, 'thời hạn lặp lại định kỳ; đề nghị lập từng kỳ riêng với hạn cuối cụ thể'],
  [/\d ngay lam viec/, 'thời hạn tính bằng ngày làm việc; đề nghị tự tính và ghi hạn cuối'],
  [
    /(?<![a-z])sau khi|(?:ke tu|tinh tu|tu) (?:ngay )?(?:nhan|tiep nhan|co hieu luc)/,
    'thời hạn phụ thuộc một việc khác; đề nghị ghi hạn cuối cụ thể',
  ],
  [
    /(?<![a-z])(?:(?:cuoi|dau|giua) (?:thang|quy|nam|tuan)|(?:thuong|trung|ha) tuan|(?:thang|tuan|nam|quy) (?:nay|sau|toi)|hom nay|ngay mai)(?![a-z])/,
    'thời hạn nêu theo cách nói chung; đề nghị ghi ngày, tháng, năm cụ thể',
  ],
  [/(?<!\d)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}(?!\d)/, 'năm ghi chưa đủ bốn chữ số; đề nghị ghi đủ ngày, tháng, năm'],
  [
    /(?<![\d/])\d{1,2}(?: ?[/.-] ?|,? thang )\d{1,2}(?!\d| ?[/.-] ?\d|,? nam \d)|(?:thang \d{1,2}|quy (?:iv|i{1,3}|[1-4]))(?![a-z\d]| ?[/.,-] ?[\div]|,? nam \d| va )/,
    'thời hạn chưa có năm; đề nghị ghi đủ ngày, tháng, năm',
  ],
  [/\d{4}/, 'có thời gian nhưng không rõ là "trước ngày" hay "đến hết ngày"; đề nghị ghi rõ, hoặc tự ghi hạn cuối'],
];
