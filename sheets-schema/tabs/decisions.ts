import { choice, offered, reference } from '../columns/choice.ts';
import { dateTime } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { sentences, shortText, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

export const decisionKinds = [
  'Gia hạn',
  'Không gia hạn',
  'Đồng ý thay đổi',
  'Đã báo bằng văn bản',
  'Bổ sung đơn vị',
  'Rút đơn vị',
  'Tạm dừng nhắc',
  'Nhắc trở lại',
  'Trả lại để bổ sung',
  'Chấp nhận mục',
  'Dùng nội dung của',
  'Dừng đề nghị bổ sung',
  'Mở lại cho đơn vị',
  'Gửi lại',
  'Gửi thư mẫu',
  'Đổi đường dẫn',
  'Đã nhận văn bản chính thức',
  'Hoàn thành nhiệm vụ',
  'Xác nhận đơn vị',
  'Không phải của đơn vị',
  'Xác nhận dữ liệu trước vận hành',
  'Rút lại',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Quyết định: what coordinators decide, one row each; the last one on a matter wins. */
export const decisions = defineTab({
  name: 'decisions',
  sheetId: 382_103,
  title: 'Quyết định',
  owner: 'people',
  about: 'Mỗi dòng một quyết định của điều phối viên: gia hạn, trả lại, chấp nhận, tạm dừng nhắc…',
  key: ['at', 'subject', 'unit', 'item', 'decision'],
  columns: {
    at: column(dateTime, 'Thời điểm', 'Khi quyết định. Ví dụ: 24/10/2025 09:15', 140),
    subject: column(
      offered(text, '_danh mục', 'Kỳ hoặc nhiệm vụ'),
      'Kỳ hoặc nhiệm vụ',
      'Mã kỳ hoặc mã nhiệm vụ. Ví dụ: 2025-10',
      130,
    ),
    unit: column(optional(reference('Đơn vị', 'Mã')), 'Đơn vị', 'Mã đơn vị; để trống là mọi đơn vị. Ví dụ: HPG', 90),
    item: column(
      optional(offered(text, '_danh mục', 'Mục đề cương')),
      'Mục đề cương',
      'Khi quyết định chỉ về một mục. Ví dụ: 1.3',
      100,
    ),
    decision: column(choice(decisionKinds), 'Quyết định', 'Chọn trong danh sách.', 190),
    value: column(
      optional(text),
      'Giá trị',
      'Gia hạn, Đồng ý thay đổi, Bổ sung đơn vị: hạn cuối (31/10/2025). Đã báo bằng văn bản, Đã nhận văn bản chính thức: số, ký hiệu; ngày. Xác nhận đơn vị: mã tiếp nhận (BC-…). Không phải của đơn vị: mã tiếp nhận, để trống là mọi báo cáo chưa xác minh của đơn vị tới lúc đó. Dùng nội dung của: mã tiếp nhận của báo cáo được dùng cho mục đó. Hoàn thành nhiệm vụ: ngày hoàn thành.',
      190,
    ),
    reason: column(optional(sentences), 'Lý do', 'Vì sao quyết định như vậy.', 260),
    by: column(shortText, 'Người quyết định', 'Tên hoặc chức danh người quyết định.', 150),
  },
});
export type Decision = RowOf<typeof decisions>;
