import { choice } from '../columns/choice.ts';
import { date, dateTime } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { anything, line, verbatim, verbatimUpTo } from '../columns/text.ts';
import { column, defineTab, linked, type RowOf } from '../define-tab.ts';
import { itemWordings } from './outline.ts';

/** What people read in one cell, however many units it is about. */
const words = verbatimUpTo(4000);

/** A whole mail, as far as a cell can be read. */
const longWords = verbatimUpTo(20_000);

/** Tổng quan: the figures of the open round, first tab. */
export const overview = defineTab({
  name: 'overview',
  sheetId: 382_001,
  title: 'Tổng quan',
  owner: 'projection',
  about: 'Nhìn một lần là biết: đã nhận bao nhiêu, đúng hạn, cần bổ sung, quá hạn; các liên kết.',
  key: [],
  isPointedAt: true,
  columns: {
    label: column(optional(line), 'Chỉ tiêu', 'Tên chỉ tiêu.', 300),
    value: linked(column(optional(anything), 'Giá trị', 'Giá trị lúc cập nhật cuối, hoặc chỗ bấm để tới.', 300)),
    about: column(optional(words), 'Giải thích', 'Cách tính hoặc chỗ xem tiếp.', 520),
  },
});
export type OverviewRow = RowOf<typeof overview>;

/** Theo dõi: round × unit. */
export const tracking = defineTab({
  name: 'tracking',
  sheetId: 382_002,
  title: 'Theo dõi',
  owner: 'projection',
  about: 'Từng đơn vị của kỳ: đã gửi chưa, đúng hạn hay muộn, còn thiếu mục nào, thư gần nhất và sắp tới.',
  key: ['round', 'unit'],
  columns: {
    round: column(line, 'Mã kỳ', 'Kỳ báo cáo.', 90),
    unit: column(line, 'Đơn vị', 'Mã đơn vị.', 80),
    name: column(line, 'Tên gọi', 'Tên ngắn của đơn vị.', 140),
    filing: column(line, 'Tình trạng gửi', 'Chưa gửi · Chờ xác minh · Đề nghị bổ sung · Đã tiếp nhận · …', 200),
    timing: column(line, 'Thời hạn', 'Đúng hạn · Gửi muộn n ngày làm việc · Quá hạn n ngày làm việc · …', 200),
    strict: column(optional(date), 'Hạn theo văn bản', 'Ngày cuối theo đúng chữ văn bản.', 120),
    effective: column(optional(date), 'Hạn áp dụng', 'Ngày cuối đang áp dụng cho đơn vị này.', 120),
    filedAt: column(optional(dateTime), 'Gửi lúc', 'Lần gửi đầu tiên có nội dung.', 140),
    missing: column(optional(line), 'Mục thiếu, cần làm rõ', 'Ví dụ: 1.3 Thiếu; 1.4 Cần làm rõ', 240),
    official: column(optional(words), 'Văn bản chính thức', 'Số, ký hiệu, ngày.', 180),
    officialLink: linked(
      column(
        optional(words),
        'Liên kết văn bản',
        'Liên kết tới văn bản chính thức, như đơn vị ghi. Đề nghị xem kỹ địa chỉ trước khi mở.',
        220,
        { since: 2 },
      ),
    ),
    lastNotice: column(optional(words), 'Thư gần nhất', 'Loại thư và ngày gửi.', 200),
    nextNotice: column(optional(words), 'Thư sắp tới', 'Loại thư, ngày dự kiến, hoặc lý do chưa gửi.', 240),
    explained: column(optional(words), 'Cách tính hạn', 'Hạn được tính như thế nào.', 460),
  },
});
export type TrackingRow = RowOf<typeof tracking>;

/** Tổng hợp: unit × outline item of the open round. */
export const matrix = defineTab({
  name: 'matrix',
  sheetId: 382_003,
  title: 'Tổng hợp',
  owner: 'projection',
  about: 'Từng mục đề cương của từng đơn vị: nội dung hợp lệ mới nhất và kết quả kiểm tra.',
  key: ['round', 'unit', 'item'],
  columns: {
    round: column(line, 'Mã kỳ', 'Kỳ báo cáo.', 90),
    unit: column(line, 'Đơn vị', 'Mã đơn vị.', 80),
    name: column(optional(line), 'Tên gọi', 'Tên ngắn của đơn vị.', 140, { since: 2 }),
    item: column(words, 'Mục', 'Mục đề cương.', 60),
    verdict: column(
      choice(itemWordings),
      'Kết quả kiểm tra',
      'Chưa gửi · Đủ · Cần làm rõ · Thiếu · Không áp dụng; mục không bắt buộc để trống: Không nêu.',
      130,
    ),
    reasons: column(optional(words), 'Lý do', 'Điều còn thiếu hoặc chưa rõ.', 360),
    version: column(optional(words), 'Mã tiếp nhận', 'Các phiên bản làm nên nội dung hợp lệ.', 160),
    change: column(
      optional(words),
      'Mới, đã đổi',
      'Mục mà lần gửi gần nhất của đơn vị nêu mới hoặc đổi so với trước đó, kèm mã tiếp nhận của hai phiên bản.',
      220,
      { since: 2 },
    ),
    content: column(optional(verbatim), 'Nội dung hợp lệ (trích)', 'Phần đầu; toàn văn ở tab Nội dung.', 520),
  },
});
export type MatrixRow = RowOf<typeof matrix>;

/** Tiến độ: task × unit. */
export const progress = defineTab({
  name: 'progress',
  sheetId: 382_004,
  title: 'Tiến độ',
  owner: 'projection',
  about: 'Từng nhiệm vụ của từng đơn vị: trạng thái từ thời hạn, quyết định và báo cáo mới nhất.',
  key: ['task', 'unit'],
  columns: {
    task: column(line, 'Mã nhiệm vụ', 'Nhiệm vụ.', 130),
    unit: column(line, 'Đơn vị', 'Mã đơn vị.', 80),
    name: column(optional(line), 'Tên gọi', 'Tên ngắn của đơn vị.', 140, { since: 2 }),
    summary: column(optional(words), 'Nội dung nhiệm vụ', 'Tóm tắt.', 360),
    lead: column(optional(words), 'Chủ trì', 'Đơn vị hoặc nhóm chủ trì; được hỏi.', 140, { since: 2 }),
    cooperating: column(optional(words), 'Phối hợp', 'Đơn vị phối hợp; được thông báo, không bị nhắc.', 160, {
      since: 2,
    }),
    state: column(line, 'Trạng thái', 'Chưa đến hạn · Sắp đến hạn · Quá hạn (n ngày) · Hoàn thành đúng hạn · …', 220),
    deadline: column(optional(date), 'Hạn cuối', 'Ngày cuối còn đúng hạn.', 110),
    doneOn: column(optional(date), 'Hoàn thành ngày', 'Theo quyết định hoặc báo cáo.', 120),
    basis: column(optional(words), 'Căn cứ', 'Trạng thái dựa vào đâu.', 300),
    contradiction: column(optional(words), 'Mâu thuẫn', 'Báo cáo và sổ nhiệm vụ nói khác nhau.', 300),
  },
});
export type ProgressRow = RowOf<typeof progress>;

/** Kiểm tra: every finding. */
export const findings = defineTab({
  name: 'findings',
  sheetId: 382_005,
  title: 'Kiểm tra',
  owner: 'projection',
  about: 'Mọi chỗ cần người xem: ở tab nào, dòng nào, cột nào, thấy gì, cần gì, sửa thế nào.',
  key: [],
  columns: {
    level: column(choice(['Lỗi', 'Lưu ý']), 'Mức', 'Lỗi: điều liên quan đang chờ. Lưu ý: mọi việc vẫn chạy.', 80),
    tab: linked(column(words, 'Tab', 'Nơi có vấn đề; bấm để tới.', 120)),
    row: column(words, 'Dòng', 'Khóa của dòng.', 160),
    column: column(words, 'Cột', 'Cột.', 150),
    found: column(words, 'Thấy', 'Điều đang có.', 300),
    expected: column(words, 'Cần', 'Điều cần có.', 300),
    fix: column(words, 'Cách sửa', 'Việc cần làm.', 360),
  },
});
export type FindingRow = RowOf<typeof findings>;

/** Lịch thư: every mail of the next 60 days, and the held ones. */
export const mailPlan = defineTab({
  name: 'mailPlan',
  sheetId: 382_006,
  title: 'Lịch thư',
  owner: 'projection',
  about:
    'Mọi thư trong 60 ngày tới: khi nào, gửi ai, loại gì, nội dung, vì sao; thư đang giữ lại và lý do. Dòng đầu nói Duyệt gửi sẽ làm gì.',
  key: [],
  columns: {
    at: column(optional(dateTime), 'Dự kiến gửi', 'Ngày giờ dự kiến.', 140),
    unit: column(optional(line), 'Đơn vị', 'Mã đơn vị nhận.', 80),
    name: column(optional(line), 'Tên gọi', 'Tên ngắn của đơn vị nhận.', 140, { since: 2 }),
    kind: column(line, 'Loại thư', 'Loại thư.', 160),
    state: column(choice(['Sẽ gửi', 'Giữ lại']), 'Trạng thái', 'Giữ lại thì xem cột Vì sao.', 90),
    why: column(optional(words), 'Vì sao', 'Lý do gửi; với thư giữ lại, trước hết là điều đang giữ thư.', 420),
    to: column(
      optional(words),
      'Người nhận',
      'Mã liên hệ ở tab Danh bạ. Họ tên và địa chỉ chỉ ghi ở Danh bạ, để sửa hoặc xóa ở một nơi là đủ.',
      150,
      { since: 2 },
    ),
    subject: column(optional(line), 'Tiêu đề', 'Tiêu đề của thư, đúng như khi gửi.', 300, { since: 2 }),
    text: column(
      optional(longWords),
      'Nội dung thư',
      'Toàn văn, đúng như khi gửi nếu đến lúc đó không có gì thay đổi: của các thư đi trong hai ngày làm việc tới (nhiều nhất 50 thư) và của thư đầu tiên mỗi loại, mỗi bước về sau. Có đường dẫn riêng của đơn vị; đề nghị không chuyển cho nơi khác.',
      520,
      { since: 2 },
    ),
    key: column(optional(verbatim), 'Khóa thư', 'Khóa trong Nhật ký thư.', 280),
  },
});
export type MailPlanRow = RowOf<typeof mailPlan>;

/** _danh mục: what the drop-downs of people's tabs offer, where no column of theirs holds it. */
export const choices = defineTab({
  name: 'choices',
  sheetId: 382_007,
  title: '_danh mục',
  owner: 'projection',
  hidden: true,
  about: 'Các giá trị mà danh sách chọn ở những tab khác đưa ra; hệ thống tự lập.',
  key: [],
  isPointedAt: true,
  columns: {
    subject: column(optional(verbatim), 'Kỳ hoặc nhiệm vụ', 'Mã các kỳ, rồi mã các nhiệm vụ.', 160),
    unit: column(optional(verbatim), 'Đơn vị hoặc nhóm', 'Mã đơn vị, tên nhóm, và các danh sách đang dùng.', 160),
    group: column(optional(verbatim), 'Nhóm', 'Tên nhóm, và các danh sách nhóm đang dùng.', 160),
    item: column(optional(verbatim), 'Mục đề cương', 'Các mục của đề cương.', 120),
  },
});
export type ChoicesRow = RowOf<typeof choices>;
