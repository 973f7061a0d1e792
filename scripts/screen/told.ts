import { Problem, type ProblemCode } from '../../functions/shared/problem.ts';

/** What went wrong, and what to do, for whoever runs the commands; the words of the program follow. */
const inVietnamese: Readonly<Record<ProblemCode, string>> = {
  'config.invalid': '',
  'google.unreachable': 'Google không trả lời. Không mất gì; kiểm tra mạng, lần chạy sau làm tiếp.',
  'google.refused':
    'Google từ chối. 401: đăng nhập lại bằng lệnh ở hướng dẫn; 403: tài khoản chưa được chia sẻ tệp với quyền Người chỉnh sửa, hoặc API chưa bật; 404: sai mã tệp, hoặc tệp chưa chia sẻ cho tài khoản này.',
  'commit.refused':
    'Google không nhận lượt ghi vào bảng tính. Chưa ghi gì, không mất gì; gửi thông báo này cho người phát triển.',
  'form.refused': 'Google không nhận lượt sửa biểu mẫu; xem dòng vừa đổi ở Đề cương, Kỳ báo cáo, Đơn vị.',
  'links.secret':
    'LINK_SECRET không phải khóa của các đường dẫn đã gửi. Đặt lại khóa cũ; nếu đổi khóa thì làm theo hướng dẫn quản trị, mục 8.',
  'commit.disputed': 'Lần chạy khác đang ghi cùng lúc. Không mất gì; lần chạy sau làm tiếp.',
  'commit.blocked': 'Bảng tính không nhận lượt ghi nào. Chạy: npm run doctor',
  'workbook.newer': 'Bảng tính do bản phát hành mới hơn ghi; dùng lại bản đó (hướng dẫn quản trị, Nâng cấp).',
  'workbook.older': 'Bảng tính còn ở bản phát hành trước. Chạy trước một lần: npm run once',
  'workbook.unprovisioned': 'Bảng tính chưa được dựng đủ. Chạy: npm run provision',
  'archive.incomplete': 'Tệp lưu trữ chưa đủ nội dung; bảng tính chưa mất gì. Chạy lại: npm run archive',
  'watch.topic':
    'Google không cho biểu mẫu báo vào chủ đề ấy; báo cáo vẫn được ghi nhận theo lịch. Chạy lại: npm run deploy',
  'watch.blocked': 'Không đặt được tin báo; báo cáo vẫn được ghi nhận theo lịch. Chạy: npm run doctor',
  'provision.unclear':
    'Không rõ tệp đã được tạo chưa. Xem trong Drive: có tệp trống cùng tên thì xóa, hoặc đặt mã của tệp vào SPREADSHEET_ID, FORM_ID; rồi chạy lại npm run provision',
  'clock.unreachable': 'Máy giả lập không trả lời: kiểm tra cửa sổ thứ nhất còn chạy.',
  'mail.unreachable': 'Máy chủ thư không trả lời; thư còn giữ và đi ở lần chạy sau. Kiểm tra SMTP_URL.',
  'mail.unread': 'Không đọc được hộp thư nhận thư trả lại. Kiểm tra IMAP_URL.',
};

/** For the screen: a known problem in Vietnamese first, what was thrown in words as those, anything else whole. */
export function told(error: unknown): unknown {
  if (!(error instanceof Problem)) return error instanceof Error && error.name === 'Error' ? error.message : error;
  return [inVietnamese[error.code], error.message].filter(Boolean).join('\n');
}
