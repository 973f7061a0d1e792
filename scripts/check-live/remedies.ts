/** What to do when a line differs, by its id or the beginning of it. Vietnamese: an administrator reads it. */
const remedies: Readonly<Record<string, string>> = {
  S0: 'dừng, không vận hành: hai lần chạy có thể ghi đè nhau; báo người phát triển',
  S1: 'báo người phát triển; hệ thống vẫn chạy được',
  S2: 'dừng, báo người phát triển: lỗi của bảng tính không được nhận ra',
  S3: 'dừng, báo người phát triển: danh sách chọn có thể chặn hệ thống ghi',
  S4: 'báo người phát triển; chạy npm run doctor mỗi tuần cho tới khi có bản sửa',
  S5: 'dừng, báo người phát triển: ngày gõ vào bảng có thể bị hiểu sai',
  S6: 'dừng, báo người phát triển: tab có thể bị tạo trùng',
  S7: 'không cần làm gì',
  S8: 'không cần làm gì',
  S9: 'báo người phát triển',
  S10: 'dừng, báo người phát triển: ô đánh dấu có thể bị hiểu sai',
  S11: 'dừng, báo người phát triển: chữ gõ vào bảng có thể bị hiểu sai',
  S12: 'đặt ngôn ngữ của bảng tính là Việt Nam, múi giờ Hà Nội, rồi chạy lại',
  F1: 'dừng, báo người phát triển: có thể sót báo cáo',
  F2: 'kiểm tra bằng mắt từng trang của biểu mẫu trước khi mở kỳ; báo người phát triển',
  F3: 'dừng, báo người phát triển: câu hỏi có thể mất mã, báo cáo không nhận ra được',
  F4: 'báo người phát triển; kiểm tra bằng mắt biểu mẫu trước khi mở kỳ',
  F5: 'dừng, báo người phát triển: lỗi của Google không được nhận ra',
  F6: 'không cần làm gì: báo cáo được ghi nhận theo lịch',
  F7: 'kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương; báo người phát triển',
  F8: 'xóa biểu mẫu thử; không cần làm gì thêm',
  F9: 'mở và đóng biểu mẫu bằng tay theo kỳ; báo người phát triển',
  F10: 'vẫn chạy được, báo cáo được ghi nhận chậm nhất 10 phút; xem lại chủ đề Pub/Sub',
  F11: 'dừng, không gửi thư đề nghị gửi báo cáo: đường dẫn riêng không điền sẵn đúng',
  P1: 'dừng, báo người phát triển, gửi kèm cả bảng này',
  P2: 'báo người phát triển; hệ thống vẫn chạy được',
  P3: 'mở biểu mẫu bằng nút Xuất bản, "Bất kỳ ai có đường liên kết"; hỏi quản trị viên Workspace về chia sẻ ra ngoài',
  P4: 'báo người phát triển; kiểm tra bằng mắt biểu mẫu sau mỗi lần đổi Đề cương',
  P5: 'dừng, báo người phát triển: dòng trống bị đọc thành lỗi',
  P6: 'kéo rộng biểu đồ bằng tay; hệ thống vẫn chạy đúng',
  P7: 'chia sẻ bảng tính cho các tài khoản ấy, rồi chạy lại npm run provision; trước đó không lần chạy nào ghi được',
  P8: 'không cần làm gì',
  P9: 'xem mục Thư của hướng dẫn quản trị; hoặc đặt SMTP_URL là một thư mục và gửi tay',
};

/** @throws for a line nobody wrote a remedy for */
export function remedyOf(id: string): string {
  const remedy = remedies[id] ?? remedies[id.replace(/[a-z]$/, '')];
  if (remedy === undefined) throw new Error(`No remedy for ${id}.`);
  return remedy;
}
