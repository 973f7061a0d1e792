import { choice } from '../columns/choice.ts';
import { date, dateTime, namedDays, serviceTime } from '../columns/date.ts';
import { optional, readableOrNull } from '../columns/kind.ts';
import { wholeNumber } from '../columns/number.ts';
import { line, lineUpTo, verbatim, verbatimUpTo } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

/** How it is known whose a version is; the last but one: by a right link, of a round that was closed before it came. */
export const identities = ['Mã hợp lệ', 'Theo phiên bản trước', 'Mã của kỳ đã đóng', 'Chờ xác minh đơn vị'] as const;

/** How a version came: through the form, or as a document that a coordinator entered. */
const channels = ['Biểu mẫu', 'Tệp văn bản'] as const;

/** Báo cáo: one row per version of a response. No name, no address. */
export const reports = defineTab({
  name: 'reports',
  sheetId: 382_201,
  title: 'Báo cáo',
  owner: 'log',
  about: 'Nhật ký: mỗi dòng một phiên bản báo cáo nhận được. Hệ thống ghi, không sửa.',
  key: ['version'],
  columns: {
    version: column(line, 'Mã tiếp nhận', 'Mã của phiên bản báo cáo.', 150),
    responseId: column(verbatim, 'Mã phản hồi', 'Mã của Google Form.', 120),
    createTime: column(serviceTime, 'Tạo lúc', 'Thời điểm gửi lần đầu, đúng như Google trả về (giờ UTC).', 200),
    lastSubmittedTime: column(
      serviceTime,
      'Gửi lúc',
      'Thời điểm gửi phiên bản này, đúng như Google trả về (giờ UTC).',
      200,
    ),
    round: column(optional(line), 'Mã kỳ', 'Kỳ báo cáo theo mã trong đường dẫn.', 90),
    unit: column(optional(line), 'Đơn vị', 'Đơn vị theo mã trong đường dẫn.', 80),
    identity: column(choice(identities), 'Định danh', 'Vì sao biết là của đơn vị này.', 160),
    claimedUnit: column(optional(lineUpTo(200)), 'Đơn vị tự chọn', 'Đơn vị người gửi chọn trên biểu mẫu.', 120),
    gates: column(
      optional(lineUpTo(400)),
      'Thuộc diện Mục 2',
      'Câu trả lời của người gửi về các phần chỉ dành cho một số đơn vị.',
      110,
    ),
    outlineVersion: column(optional(line), 'Phiên bản đề cương', 'Đề cương mà báo cáo này trả lời.', 130),
    officialNumber: column(
      optional(lineUpTo(200)),
      'Số văn bản',
      'Số, ký hiệu văn bản chính thức, như người gửi ghi.',
      150,
    ),
    officialDate: column(readableOrNull(optional(date)), 'Ngày văn bản', 'Ngày văn bản chính thức.', 110),
    seenAt: column(dateTime, 'Ghi nhận lúc', 'Khi hệ thống đọc được.', 140),
    formId: column(optional(line), 'Biểu mẫu', 'Mã của Google Form đã nhận báo cáo này.', 120, { since: 2 }),
    officialLink: column(
      optional(verbatimUpTo(2000)),
      'Liên kết văn bản',
      'Liên kết tới văn bản chính thức, như người gửi ghi. Đề nghị xem kỹ địa chỉ trước khi mở.',
      240,
      { since: 2 },
    ),
    createdAt: column(
      readableOrNull(optional(dateTime)),
      'Tạo lúc (giờ Hà Nội)',
      'Thời điểm gửi lần đầu, để đọc.',
      150,
      { since: 2 },
    ),
    submittedAt: column(
      readableOrNull(optional(dateTime)),
      'Gửi lúc (giờ Hà Nội)',
      'Thời điểm gửi phiên bản này, để đọc và để so với Ghi nhận lúc.',
      150,
      { since: 2 },
    ),
    claims: column(
      optional(lineUpTo(200)),
      'Mã cần xác nhận',
      'Mã tiếp nhận của báo cáo chưa xác minh mà người gửi xác nhận, như người gửi ghi; chỉ có giá trị khi gửi qua đường dẫn riêng của đơn vị.',
      150,
      { since: 2 },
    ),
    channel: column(
      readableOrNull(optional(choice(channels))),
      'Kênh',
      'Báo cáo đến qua biểu mẫu, hay điều phối viên nhập từ tệp văn bản (.docx).',
      110,
      { since: 2 },
    ),
  },
});
export type Report = RowOf<typeof reports>;

/** Nội dung: one row per version, question and part of a long answer. The long text stands last and is not read back. */
export const answers = defineTab({
  name: 'answers',
  sheetId: 382_202,
  title: 'Nội dung',
  owner: 'log',
  hidden: true,
  about: 'Nhật ký: nội dung từng câu trả lời. Hệ thống ghi, không sửa.',
  key: ['version', 'question', 'part'],
  columns: {
    version: column(line, 'Mã tiếp nhận', 'Phiên bản báo cáo.', 150),
    question: column(line, 'Mã câu hỏi', 'Câu hỏi theo đề cương.', 140),
    part: column(wholeNumber, 'Phần', 'Nội dung dài được chia nhiều phần, từ 1.', 60),
    facts: column(optional(verbatim), 'Đặc điểm', 'Điều máy đọc được từ câu trả lời; chỉ ở phần 1.', 200),
    excerpt: column(optional(verbatim), 'Trích', 'Phần đầu của câu trả lời; chỉ ở phần 1.', 260),
    text: column(optional(verbatim), 'Nội dung', 'Nguyên văn câu trả lời.', 500),
  },
});
export type AnswerRow = RowOf<typeof answers>;

const { text: _text, ...narrow } = answers.columns;

/** `Nội dung` as a sync reads it back: everything but the long text. */
export const answerFactsTab = { ...answers, columns: narrow };

/** Of each thing a person says of himself, in UTF-16 units: nobody's name or telephone number is longer. */
export const LONGEST_OF_A_PERSON = 500;

/** Người gửi: who filed a version. Erasable, hidden. */
export const filers = defineTab({
  name: 'filers',
  sheetId: 382_203,
  title: 'Người gửi',
  owner: 'log',
  hidden: true,
  about: 'Dữ liệu cá nhân của người gửi; xóa được theo yêu cầu của người đó.',
  key: ['version'],
  columns: {
    version: column(line, 'Mã tiếp nhận', 'Phiên bản báo cáo.', 150),
    name: column(optional(verbatimUpTo(LONGEST_OF_A_PERSON)), 'Họ và tên', 'Như người gửi ghi.', 180),
    position: column(optional(verbatimUpTo(2 * LONGEST_OF_A_PERSON + 2)), 'Chức vụ', 'Như người gửi ghi.', 180),
    email: column(optional(verbatimUpTo(LONGEST_OF_A_PERSON)), 'E-mail', 'Như người gửi ghi.', 220),
    phone: column(optional(verbatimUpTo(LONGEST_OF_A_PERSON)), 'Điện thoại', 'Như người gửi ghi.', 120),
  },
});
export type Filer = RowOf<typeof filers>;

/** `Người gửi` as a sync reads it back: which versions are there, and nothing of the person. */
export const filerKeysTab = { ...filers, columns: { version: filers.columns.version } };

export const ledgerStates = [
  'đang gửi',
  'đã gửi',
  'gửi lại sau',
  'chưa rõ kết quả',
  'không gửi được',
  'gộp vào thư mạnh hơn',
  'đã nộp',
  'không cần nữa',
  'khôi phục',
  'chờ người nhận còn lại',
  'đã gửi thêm',
  'đến hạn',
  'đã xuất',
  'bị trả lại',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Nhật ký thư: what happened to every notice that fell due. Rows are immutable; the last row of a key is its state. */
export const ledger = defineTab({
  name: 'ledger',
  sheetId: 382_204,
  title: 'Nhật ký thư',
  owner: 'log',
  about: 'Nhật ký: mỗi thư đã đến lúc gửi thì đã gửi, đã gộp, hoặc không gửi vì sao. Hệ thống ghi, không sửa.',
  key: [],
  columns: {
    at: column(dateTime, 'Lúc', 'Khi ghi dòng này.', 140),
    key: column(verbatim, 'Khóa thư', 'chủ đề/đơn vị/loại/bước@hạn: mỗi khóa gửi nhiều nhất một lần.', 300),
    state: column(
      choice(ledgerStates),
      'Kết quả',
      'đang gửi là đã giữ chỗ, chưa biết kết quả; chờ người nhận còn lại là thư đã gửi, riêng người nhận ghi ở dòng ấy máy chủ tạm thời chưa nhận; đến hạn là thư đã đến lúc gửi mà riêng thư ấy phải chờ, xem cột Chờ vì; đã xuất là thư đã thành tệp, chờ người gửi và chuyển tệp vào da-gui; bị trả lại là thư đã gửi mà máy chủ thư báo không tới được người nhận ghi ở dòng ấy.',
      160,
    ),
    unit: column(optional(line), 'Đơn vị', 'Đơn vị nhận.', 80),
    kind: column(optional(line), 'Loại thư', 'Loại thư.', 150),
    contacts: column(optional(verbatim), 'Người nhận', 'Mã liên hệ trong Danh bạ.', 140),
    messageId: column(optional(verbatim), 'Message-ID', 'Mã thư điện tử.', 220),
    reason: column(optional(verbatim), 'Vì sao', 'Lý do gửi hoặc không gửi.', 320),
    told: column(
      readableOrNull(optional(namedDays)),
      'Mốc đã báo',
      'Ngày mà thư nêu: hạn cuối; rồi hạn trả lời hoặc hạn bổ sung, nếu thư có nêu. Ví dụ: 29/10/2025; 05/11/2025 16:00',
      200,
      { since: 2 },
    ),
    heldBy: column(
      optional(verbatim),
      'Chờ vì',
      'Của dòng bị trả lại: vì sao. Của dòng đến hạn: vì sao riêng thư này chưa đi; để trống là không còn phải chờ. Lý do chung của nhiều thư (Gửi thư đang Tắt, kỳ chưa duyệt, ô chưa đọc được, hết hạn mức) xem Kiểm tra và Lịch thư.',
      320,
      { since: 2 },
    ),
  },
});
export type LedgerRow = RowOf<typeof ledger>;

const { messageId: _messageId, reason: _reason, ...states } = ledger.columns;

/** `Nhật ký thư` as a sync reads it back: everything but the words, which no decision rests on. */
export const ledgerStatesTab = { ...ledger, columns: states };
export type LedgerFact = RowOf<typeof ledgerStatesTab>;

/** Nhật ký thay đổi: decisions, deadlines, expected units and contacts as first acted on. */
export const changes = defineTab({
  name: 'changes',
  sheetId: 382_205,
  title: 'Nhật ký thay đổi',
  owner: 'log',
  hidden: true,
  about:
    'Nhật ký: quyết định, thời hạn, danh sách đơn vị như lúc hệ thống dùng lần đầu. Quá khứ được chứng minh từ đây.',
  key: [],
  columns: {
    seenAt: column(dateTime, 'Thấy lúc', 'Khi hệ thống thấy thay đổi.', 140),
    subject: column(verbatim, 'Đối tượng', 'Điều gì đã đổi. Ví dụ: round/2025-10/deadline', 260),
    old: column(optional(verbatim), 'Cũ', 'Giá trị trước.', 300),
    new: column(optional(verbatim), 'Mới', 'Giá trị sau.', 300),
  },
});
export type ChangeRow = RowOf<typeof changes>;
