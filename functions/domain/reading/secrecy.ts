import { composed, straight } from '../../../sheets-schema/text.ts';

const DEGREE = String.raw`(?:(?:tuyệt|tối)[\s_-]*)?mật`;
/** In capitals it is a mark beside words among which it would be none in small letters. */
const IN_CAPITALS = `(?<capitals>${DEGREE})`;

/** "mật" is half of many a harmless word, over a line break too: bảo mật, bí mật kinh doanh, mật độ, mật ong. */
const HALVES_BEFORE = String.raw`(?<!\p{L})(?:bảo|bí|cơ|thân|cẩn|chu|nghiêm|trù|tế|rậm|dày|gan|túi|dịch|ống|sỏi|đường|rỉ)[\s-]+`;
const WHOLE_BEFORE = `(?<!${HALVES_BEFORE})`;
const WHOLE_AFTER = String.raw`(?!\p{L})(?![\s-]*(?:độ(?!\s+(?:khẩn|mật))|báo(?!\s+cáo)|chỉ(?!\s+(?:đạo|thị))|hiệu(?!\s+(?:quả|lực))|thư(?!\s+(?:ký|viện))|khẩu|mã|ong|mía|vụ|thám|danh|thiết|ước|nghị|lệnh|đàm|phục|tông|gấu|hoa|ngọt|ngữ|đạo)(?!\p{L}))`;
const NOT_DENIED = String.raw`(?<!(?<!\p{L})(?:không|chưa|chẳng)(?!\p{L})[^\n.;]{0,60})`;

/** Behind what counts the line, perhaps: `1. MẬT`, `2.1 MẬT`, `IV. MẬT`. */
const COUNTED = String.raw`(?:(?:\d{1,2}(?:\.\d{1,2}){1,2}\s|(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,4}|[a-zđ])[.)])[^\p{L}\p{N}\n]{0,10}){0,2}`;
const BEGINS = String.raw`^[^\p{L}\p{N}\n]{0,40}${COUNTED}`;
const ENDS = String.raw`(?=\s*(?:$|\n|[^\p{L}\p{N}\s]))`;
const LINE_ENDS = String.raw`[^\p{L}\p{N}\n]*$`;
const URGENCY = '(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)';
const PAPER =
  '(?:tài liệu|văn bản|bản|báo cáo|công văn|hồ sơ|kế hoạch|quyết định|thông báo|tờ trình|nội dung|thông tin|số liệu|phụ lục|đề án|phương án|bản đồ)';

/** Marks as officials write them, each a shape of its own. Text is read without regard to case, but for the named parts. */
const SHAPES: readonly string[] = [
  // Alone on a line, with its urgency perhaps: MẬT · TỐI MẬT – HỎA TỐC · * Mật *
  String.raw`${BEGINS}(?:${URGENCY}[^\p{L}\n]{1,5})?(?:dấu\s+)?${WHOLE_BEFORE}${DEGREE}${WHOLE_AFTER}(?:[^\p{L}\n]{1,5}${URGENCY})?${LINE_ENDS}`,
  // Where a line begins, in capitals: MẬT Kế hoạch … · [TỐI MẬT] Báo cáo …
  `${BEGINS}${WHOLE_BEFORE}${IN_CAPITALS}${WHOLE_AFTER}`,
  // Where a line begins, set off by a sign: Tối mật. Số liệu … · Mật - Báo cáo …
  String.raw`${BEGINS}(?:(?:tuyệt|tối)\s+mật|(?<capital>mật))(?=\s*[.:;!/-])`,
  // Named as the degree: Mức độ mật: MẬT · Dấu chỉ độ mật – Tối mật · Độ mật: A · Độ mật: ……… Mật · Độ mật: ☑ Mật
  String.raw`(?:độ|dấu|cấp|mức|chỉ)\s+(?:bảo\s+)?mật(?:\s+(?:của|cho)\s[^\n:]{1,40})?(?:(?:\[[xv]\]|[\s:=._*-]|[\u2610-\u2612\u2713-\u2718"“(\[]|\]){1,40}|\s+là\s+)(?:${DEGREE}${WHOLE_AFTER}|(?<capitals>[ABC])(?![\p{L}\p{N}]))`,
  String.raw`(?<!\p{L})(?:loại|hạng|chế độ|tính chất|cấp|mức|dấu)(?!\p{L})[^\n:]{0,30}:\s*["“(\[]{0,2}${DEGREE}(?!\p{L})${ENDS}`,
  // Of a paper: TÀI LIỆU MẬT · BÁO CÁO (MẬT) · đóng dấu TỐI MẬT; as a title, Tài liệu mật
  String.raw`${NOT_DENIED}(?<!\p{L})(?:${PAPER}|dấu|độ|loại)\s+(?:(?:có|thuộc)\s+)?(?:đóng\s+)?(?:(?:dấu|độ|loại)\s+)?["“(\[*]{0,2}${IN_CAPITALS}${WHOLE_AFTER}`,
  String.raw`${BEGINS}${PAPER}\s+${DEGREE}(?!\p{L})(?!,|\s*[:=-]?\s*(?:không|chưa|\d)(?!\p{L}))${ENDS}`,
  // Between brackets, or between quotation marks in capitals: (Mật) · “TỐI MẬT”
  String.raw`[(\[{<]\s*(?:(?:độ|dấu)\s+)?${DEGREE}\s*[)\]}>]`,
  String.raw`${NOT_DENIED}["“”'«*]\s*${IN_CAPITALS}\s*["“”'»*]`,
  // In the words of the law: … thuộc bí mật nhà nước, độ Tối mật · thuộc độ Mật
  String.raw`${NOT_DENIED}(?<!\p{L})thuộc\s+(?:độ|loại)\s+(?:(?:tuyệt|tối)\s+mật|(?<capital>mật))(?!\p{L})${ENDS}`,
  String.raw`${NOT_DENIED}(?<!\p{L})thuộc[^\n.;]{0,40}bí mật nhà nước[^\n.;]{0,20}độ\s+(?:(?:tuyệt|tối)\s+mật|(?<capital>mật))(?!\p{L})`,
  String.raw`${BEGINS}(?:(?:tài liệu|văn bản)\s+)?(?<capitals>bí mật nhà nước)${LINE_ENDS}`,
  // Typed without accents, where no other word can be meant
  String.raw`${BEGINS}(?<capitals>(?:(?:do|dau|muc do|dau chi do) mat\W{1,5})?(?:tuyet|toi) mat)${LINE_ENDS}`,
  String.raw`${BEGINS}(?<capitals>(?:tai lieu|van ban|bao cao|do mat\W{1,5}) ?mat)${LINE_ENDS}`,
];
const MARKS = SHAPES.map((shape) => new RegExp(shape, 'gimu'));

/** Letters set apart to stand out: M Ậ T · T.U.Y.Ệ.T  M.Ậ.T, one below the other perhaps. */
const SET_APART = /(?<![\p{L}\p{N}])\p{L}(?:[\s.·_*|-]\p{L}(?!\p{L})){2,}/gu;
const MAY_HOLD_ONE = /m[\s.·_*|-]?[aậ][\s.·_*|-]?t/i;
const WORD = new RegExp(`m[aậ]t(?<!${HALVES_BEFORE}mật)${WHOLE_AFTER}|bí mật nhà nước`, 'giu');

/** No mark is longer. */
const REACH = 160;

/**
 * Whether a text bears a mark of secrecy as officials write them. A word that only has "mật" in it is none, nor is a
 * sentence about secrecy; in doubt between a mark and a title it is a mark.
 */
export function isMarkedSecret(text: string): boolean {
  const lines = composed(text)
    .normalize('NFKC')
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/);
  const whole = lines.map(straight).join('\n');
  if (!MAY_HOLD_ONE.test(whole)) return false;
  const joined = whole.replace(SET_APART, (letters) => letters.replace(/[^\p{L}]/gu, ''));
  return aroundTheWord(joined).some((part) => MARKS.some((mark) => [...part.matchAll(mark)].some(isWrittenSo)));
}

/** The parts of a text that may be a mark; a letter stands for what was cut off, so that no line seems to begin there. */
function aroundTheWord(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let to = -1;
  for (const { index } of text.matchAll(WORD)) {
    if (to >= 0 && index - REACH > to) {
      parts.push(part(text, from, to));
      from = index - REACH;
    } else if (to < 0) from = Math.max(0, index - REACH);
    to = Math.min(text.length, index + REACH);
  }
  return to < 0 ? [] : [...parts, part(text, from, to)];
}

function part(text: string, from: number, to: number): string {
  const isCut = (at: number) => at > 0 && at < text.length && text[at - 1] !== '\n' && text[at] !== '\n';
  return `${isCut(from) ? 'x ' : ''}${text.slice(from, to)}${isCut(to) ? ' x' : ''}`;
}

function isWrittenSo({ groups }: RegExpExecArray): boolean {
  const { capitals = '', capital = '' } = groups ?? {};
  const first = capital.slice(0, 1);
  return capitals === capitals.toUpperCase() && first === first.toUpperCase();
}
