import { Problem, type ProblemCode, type ProblemDetails } from '../../functions/shared/problem.ts';

type Telling = { readonly [C in ProblemCode]: (...details: ProblemDetails[C]) => string };

/** What to do about a refusal whose status tells. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: ' Đăng nhập lại bằng lệnh ở hướng dẫn.',
  403: ' Tài khoản chưa được chia sẻ tệp với quyền Người chỉnh sửa, hoặc API chưa bật.',
  404: ' Sai mã tệp, hoặc tệp chưa chia sẻ cho tài khoản này.',
};

/** What was asked of Google, as the adapters call it. */
const ASKED: readonly (readonly [called: RegExp, told: string])[] = [
  [/^the reading of the spreadsheet (.+)$/, 'đọc bảng tính $1'],
  [/^the commit to the spreadsheet (.+)$/, 'ghi bảng tính $1'],
  [/^the list of tabs of the spreadsheet (.+)$/, 'đọc danh sách tab của bảng tính $1'],
  [/^the metadata of the spreadsheet (.+)$/, 'đọc dấu phiên bản của bảng tính $1'],
  [/^the search for claims in the spreadsheet (.+)$/, 'tìm dấu phiên bản của bảng tính $1'],
  [/^the pruning of claims$/, 'bỏ dấu phiên bản cũ'],
  [/^the description of the (?:tabs|sheet)$/, 'đọc cấu trúc bảng tính'],
  [/^the making of the sheet$/, 'tạo bảng tính'],
  [/^the building of the sheet$/, 'dựng bảng tính'],
  [/^the making of the form$/, 'tạo biểu mẫu'],
  [/^the reading of the form$/, 'đọc biểu mẫu'],
  [/^the edit of the form$/, 'sửa biểu mẫu'],
  [/^the publishing of the form$/, 'mở, đóng biểu mẫu'],
  [/^the list of responses of the form (.+)$/, 'đọc câu trả lời của biểu mẫu $1'],
  [/^the sharing of the file (.+)$/, 'chia sẻ tệp $1'],
  [/^the rights of the file (.+)$/, 'xem quyền của tệp $1'],
  [/^the trial on a tab of its own$/, 'thử trên một tab riêng'],
  [/^the list of watches$/, 'xem các tin báo'],
  [/^the making of a watch for (.+)$/, 'đặt tin báo $1'],
  [/^the renewal of a watch$/, 'gia hạn tin báo'],
  [/^the removal of a watch$/, 'bỏ tin báo'],
];

/** What went wrong, and what to do, for whoever runs the commands. Google's and the mail server's own words stay theirs. */
const inVietnamese: Telling = {
  'config.invalid': (lines) =>
    `Môi trường chạy chưa đủ hoặc sai; nghĩa của từng biến ở hướng dẫn quản trị, mục 9:\n${lines.map((line) => `  - ${line}`).join('\n')}`,
  'google.unreachable': (what, why, attempts) =>
    `Google không trả lời sau ${attempts} lần thử khi ${asked(what)}: ${why}. Không mất gì; kiểm tra mạng, lần chạy sau làm tiếp.`,
  'google.refused': (what, status, why) =>
    `Google từ chối khi ${asked(what)}: ${status} ${ended(why)}${REMEDIES[status] ?? ''}`,
  'commit.refused': (spreadsheet, why) =>
    `Google không nhận lượt ghi vào bảng tính ${spreadsheet}: ${ended(why)} Chưa ghi gì, không mất gì; gửi thông báo này cho người phát triển.`,
  'form.refused': (why) =>
    `Google không nhận lượt sửa biểu mẫu: ${ended(why)} Xem dòng vừa đổi ở Đề cương, Kỳ báo cáo, Đơn vị.`,
  'links.secret': () =>
    'LINK_SECRET không phải khóa của các đường dẫn đã gửi. Đặt lại khóa cũ; nếu đổi khóa thì làm theo hướng dẫn quản trị, mục 8.',
  'commit.disputed': (times) =>
    `Lần chạy khác đang ghi cùng lúc, ${times} lần liền. Không mất gì; lần chạy sau làm tiếp.`,
  'commit.blocked': (revision) => `Bảng tính không nhận lượt ghi nào sau phiên bản ${revision}. Chạy: npm run doctor`,
  'workbook.newer': (release) =>
    `Bảng tính do bản phát hành ${release} ghi, mới hơn bản này; dùng lại bản đó (hướng dẫn quản trị, Nâng cấp). Chưa đọc, ghi, gửi gì.`,
  'workbook.older': () => 'Bảng tính còn ở bản phát hành trước. Chạy trước một lần: npm run once',
  'workbook.unprovisioned': () => 'Bảng tính chưa được dựng đủ. Chạy: npm run provision',
  'archive.incomplete': (id, rows) =>
    `Tệp lưu trữ ${id} còn thiếu ${rows} câu trả lời; bảng tính chưa mất gì. Chạy lại: npm run archive`,
  'watch.topic': (topic, why) =>
    `Google không cho biểu mẫu báo vào chủ đề ${topic}: ${ended(why)} Báo cáo vẫn được ghi nhận theo lịch. Chạy lại: npm run deploy`,
  'watch.blocked': (event) =>
    `Không đặt được tin báo ${event}; báo cáo vẫn được ghi nhận theo lịch. Chạy: npm run doctor`,
  'provision.unclear': (title) =>
    `Không rõ tệp "${title}" đã được tạo chưa. Xem trong Drive: có tệp trống cùng tên thì xóa, hoặc đặt mã của tệp vào SPREADSHEET_ID, FORM_ID; rồi chạy lại npm run provision`,
  'clock.unreachable': (url) => `Máy giả lập ở ${url} không trả lời: kiểm tra cửa sổ thứ nhất còn chạy.`,
  'mail.unreachable': (why) =>
    `Máy chủ thư không trả lời: ${ended(why)} Thư còn giữ và đi ở lần chạy sau. Kiểm tra SMTP_URL.`,
  'mail.unread': (why) => `Không đọc được hộp thư nhận thư trả lại: ${ended(why)} Kiểm tra IMAP_URL.`,
};

/** Why a file of this machine cannot be used, by the machine's own name for it. */
const FILES: Readonly<Record<string, string>> = {
  ENOENT: 'Không thấy tệp, thư mục',
  EISDIR: 'Là thư mục, không phải tệp',
  ENOTDIR: 'Không phải thư mục',
  EACCES: 'Không có quyền dùng',
  ENOSPC: 'Hết chỗ trên đĩa',
};

/** For the screen: a known problem in Vietnamese, what was thrown in words as those, anything else whole. */
export function told(error: unknown): unknown {
  if (error instanceof Problem) return `${tellingOf(error)}\n(mã lỗi: ${error.code})`;
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  const { code = '', path } = error as NodeJS.ErrnoException;
  return FILES[code] ? `${FILES[code]}${path ? `: ${path}` : ''}.` : error.message;
}

/** Does what a command is for. What goes wrong is told in one piece, and the exit code says so. */
export async function carryOut(act: () => Promise<void>, failure = 1): Promise<void> {
  try {
    await act();
  } catch (error) {
    console.error(told(error));
    process.exitCode = failure;
  }
}

function tellingOf({ code, details }: Problem): string {
  return (inVietnamese[code] as (...given: readonly unknown[]) => string)(...details);
}

/** Null where nobody said it in Vietnamese. */
export function whatWasAsked(what: string): string | null {
  const known = ASKED.find(([called]) => called.test(what));
  return known ? what.replace(...known) : null;
}

function asked(what: string): string {
  return whatWasAsked(what) ?? what;
}

function ended(words: string): string {
  return `${words.trim().replace(/\.+$/, '')}.`;
}
