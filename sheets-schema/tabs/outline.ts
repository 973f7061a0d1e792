import { choice, list, offered, reference, yesNo } from '../columns/choice.ts';
import { optional } from '../columns/kind.ts';
import { key, longText, shortText, spacedKey, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

export const questionTypes = ['Đoạn văn', 'Một dòng', 'Chọn một', 'Ngày', 'Số'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** What the judge asks of an item; the parameters of each stand in the column beside it. */
const ruleNames = [
  'Danh mục rà soát',
  'Tường thuật có căn cứ',
  'Kế hoạch hành động',
  'Khó khăn hoặc không có',
  'Kiến nghị hoặc không có',
  'Nhiệm vụ có tiến độ',
  'Tự do',
] as const;
export type RuleName = (typeof ruleNames)[number];

export const questionParts = [
  'nội dung',
  'trạng thái',
  'số, ký hiệu',
  'ngày',
  'ngày gửi',
  'ngày dự kiến',
  'lý do',
  'không có',
  'khác',
] as const;

/** Đề cương: one row per question of the form; an item of the outline may have several. */
export const outline = defineTab({
  name: 'outline',
  sheetId: 382_106,
  title: 'Đề cương',
  owner: 'people',
  about: 'Đề cương báo cáo, mỗi dòng một câu hỏi của biểu mẫu; biểu mẫu tự đổi theo bảng này.',
  key: ['version', 'question'],
  columns: {
    version: column(
      spacedKey,
      'Phiên bản',
      'Phiên bản đề cương; kỳ mới có thể dùng phiên bản mới. Ví dụ: PL1-12112',
      110,
    ),
    outlineTitle: column(
      shortText,
      'Tên đề cương (nguyên văn)',
      'Chép đúng chữ của phụ lục; tiêu đề biểu mẫu và mẫu báo cáo lấy theo đây, một dòng ghi là đủ. Ví dụ: Đề cương báo cáo tình hình triển khai đô thị thông minh tại địa phương',
      200,
      { since: 2, existing: '' },
    ),
    section: column(
      key,
      'Phần',
      'Số của phần trong đề cương; mỗi phần là một trang của biểu mẫu. Để trống thì theo số đầu của mục. Ví dụ: 2',
      60,
      { since: 2, existing: '' },
    ),
    heading: column(
      text,
      'Tên phần (nguyên văn)',
      'Chép đúng chữ trong đề cương, không kèm số; một dòng của phần ghi là đủ. Ví dụ: Các nội dung khác nếu có',
      280,
      { since: 2, existing: '' },
    ),
    sectionFor: column(
      optional(offered(list, '_danh mục', 'Đơn vị hoặc nhóm')),
      'Phần áp dụng cho',
      'Nhóm đơn vị trả lời cả phần; biểu mẫu hỏi trước phần đó. Để trống là mọi đơn vị. Ví dụ: MUC-2',
      110,
      { since: 2 },
    ),
    item: column(key, 'Mục', 'Mục của đề cương. Ví dụ: 1.3', 60),
    question: column(key, 'Mã câu hỏi', 'Mã cố định của câu hỏi, giữ nguyên khi sửa chữ. Ví dụ: 1.3-trang-thai', 140),
    wording: column(longText, 'Nguyên văn mục', 'Chép đúng chữ trong đề cương.', 320),
    title: column(text, 'Câu hỏi', 'Câu hỏi trên biểu mẫu, một dòng.', 300),
    help: column(optional(longText), 'Hướng dẫn', 'Dòng giải thích dưới câu hỏi.', 260),
    type: column(choice(questionTypes), 'Kiểu trả lời', 'Chọn trong danh sách.', 110),
    options: column(
      optional(list),
      'Lựa chọn',
      'Cách nhau bằng dấu chấm phẩy: các lựa chọn của kiểu Chọn một; số nhỏ nhất và số lớn nhất của kiểu Số. Ví dụ: 0; 100',
      240,
    ),
    part: column(choice(questionParts), 'Vai trò', 'Câu trả lời là phần nào của mục.', 110),
    appliesTo: column(
      optional(offered(list, '_danh mục', 'Đơn vị hoặc nhóm')),
      'Áp dụng cho',
      'Nhóm đơn vị; để trống là mọi đơn vị. Ví dụ: MUC-2',
      110,
    ),
    task: column(
      optional(reference('Nhiệm vụ', 'Mã nhiệm vụ')),
      'Mã nhiệm vụ',
      'Nhiệm vụ mà mục này báo cáo. Ví dụ: L12112-PL1-1.3',
      140,
    ),
    related: column(
      optional(offered(list, 'Nhiệm vụ', 'Mã nhiệm vụ')),
      'Nhiệm vụ liên quan',
      'Nhiệm vụ khác mà mục này cho biết tiến độ, cách nhau bằng dấu chấm phẩy. Ví dụ: N382-II3c',
      140,
    ),
    rule: column(choice(ruleNames), 'Quy tắc', 'Cách kiểm tra mục; các câu hỏi của một mục ghi cùng một quy tắc.', 180),
    params: column(optional(text), 'Tham số', 'Ví dụ: dài=100', 100),
    used: column(yesNo, 'Đang dùng', 'Bỏ đánh dấu để ngừng hỏi; câu trả lời cũ vẫn giữ nghĩa.', 90),
  },
});
export type OutlineQuestion = RowOf<typeof outline>;

/** What is said of one outline item of one unit, in the sheet, on the leaders' page, in papers. */
export const itemWordings = [
  'Đủ',
  'Cần làm rõ',
  'Thiếu',
  'Chưa gửi',
  'Chờ xác minh',
  'Chờ chấp nhận',
  'Không nêu',
  'Không bắt buộc',
  'Không áp dụng',
] as const;
