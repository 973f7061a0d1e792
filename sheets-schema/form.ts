import type { FormQuestionKind } from './columns/kind.ts';
import type { OutlineQuestion, QuestionType } from './tabs/outline.ts';

/** How each type of outline question is asked. */
export const formKindOf: Readonly<Record<QuestionType, FormQuestionKind>> = {
  'Đoạn văn': 'paragraph',
  'Một dòng': 'short',
  'Chọn một': 'choice',
  Ngày: 'date',
  Số: 'short',
};

/** More values no list offers that people are to find one in. */
const MOST_VALUES = 201;

/**
 * The whole numbers that a question takes, from the least to the greatest; null where it takes any. The API knows no rule
 * for typed numbers, so the form checks a range by offering it. Fact: google-forms, TextQuestion.
 */
export function valuesOf({ type, options }: Pick<OutlineQuestion, 'type' | 'options'>): readonly string[] | null {
  const ends = options?.map((option) => (/^-?\d{1,9}$/.test(option) ? Number(option) : Number.NaN)) ?? [];
  const [least = Number.NaN, greatest = Number.NaN, ...others] = ends;
  const count = greatest - least + 1;
  if (type !== 'Số' || others.length > 0 || !(count >= 2 && count <= MOST_VALUES)) return null;
  return Array.from({ length: count }, (_, index) => String(least + index));
}

/** How an outline question is asked. */
export function askedAs(question: Pick<OutlineQuestion, 'type' | 'options'>): FormQuestionKind | 'number' {
  return valuesOf(question) ? 'number' : formKindOf[question.type];
}

/** A question of the identification page. */
export type FixedQuestion = {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly kind: FormQuestionKind | 'number' | 'tick' | 'units';
  readonly required: boolean;
  readonly options?: readonly string[];
};

export const SECRECY = 'Tôi xác nhận nội dung gửi không thuộc bí mật nhà nước';

/** What the form says after sending. Google lets nobody but its owner set it, by hand: the administrators' guide has it. */
export const CONFIRMATION =
  'Báo cáo của Quý cơ quan đã được ghi nhận. Thư xác nhận tiếp nhận, có mã tiếp nhận, sẽ được gửi trong ít phút tới hộp thư công vụ mà đơn vị đã đăng ký với Cục Phát triển đô thị. Để gửi bổ sung hoặc gửi lại, đề nghị mở lại đường dẫn riêng trong thư đề nghị gửi báo cáo. Quá một giờ chưa nhận được thư, đề nghị trả lời thư đó.';

/** The identification page. Personal data asked here goes to `Người gửi` alone. */
export const identification = {
  unit: fixed('unit', 'Đơn vị báo cáo', 'Chọn thành phố của Quý cơ quan.', 'units'),
  code: fixed('code', 'Mã của đơn vị', 'Đã điền sẵn trong đường dẫn riêng; đề nghị không sửa.', 'short'),
  office: fixed('office', 'Đơn vị lập báo cáo', 'Ví dụ: Sở Xây dựng.', 'short'),
  filer: fixed('filer', 'Họ và tên người lập', 'Để liên hệ khi cần làm rõ nội dung.', 'short'),
  position: fixed('position', 'Chức vụ', 'Chức vụ của người lập.', 'short'),
  email: fixed('email', 'E-mail công vụ', 'Hộp thư công vụ của người lập hoặc của đơn vị.', 'short'),
  phone: fixed('phone', 'Điện thoại công vụ', 'Số điện thoại cơ quan.', 'short'),
  officialNumber: fixed(
    'official-number',
    'Số, ký hiệu văn bản báo cáo chính thức',
    'Ví dụ: 123/BC-UBND. Để trống nếu chưa phát hành.',
    'short',
    false,
  ),
  officialDate: fixed(
    'official-date',
    'Ngày của văn bản báo cáo chính thức',
    'Để trống nếu chưa phát hành.',
    'date',
    false,
  ),
  officialLink: fixed(
    'official-link',
    'Liên kết tới văn bản chính thức (nếu có)',
    'Biểu mẫu không nhận tệp; văn bản gửi qua hệ thống quản lý văn bản.',
    'short',
    false,
  ),
  claim: fixed(
    'claimed-version',
    'Mã tiếp nhận cần xác nhận',
    'Đã điền sẵn trong đường dẫn của thư hỏi về báo cáo chưa xác minh; trường hợp khác đề nghị để trống.',
    'short',
    false,
  ),
  moreTime: fixed(
    'more-time',
    'Đề nghị gia hạn',
    'Nếu cần thêm thời gian: đề nghị gia hạn đến ngày nào, vì lý do gì? Thời hạn giữ nguyên cho đến khi có thông báo; không cần thì đề nghị để trống.',
    'paragraph',
    false,
  ),
  secrecy: {
    ...fixed('secrecy', 'Bảo vệ bí mật nhà nước', 'Đề nghị không gửi nội dung mật qua biểu mẫu này.', 'tick'),
    options: [SECRECY],
  },
} as const satisfies Record<string, FixedQuestion>;

function fixed(key: string, title: string, help: string, kind: FixedQuestion['kind'], required = true): FixedQuestion {
  return { key, title, help, kind, required };
}
