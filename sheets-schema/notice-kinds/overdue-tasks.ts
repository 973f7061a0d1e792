import { defineKind } from './define-kind.ts';
import { common, DAYS_LATE, REPLY_BY, rows, textVariable } from './variables.ts';

export const overdueTasks = defineKind({
  title: 'Nhiệm vụ quá hạn',
  key: 'nhiem-vu',
  occasion: 'Một ngày làm việc sau hạn của nhiệm vụ; các nhiệm vụ quá hạn của một cơ quan đi cùng một thư.',
  repeats: 'each step',
  about: 'tasks',
  to: 'agency',
  asksFor: 'results',
  rank: 30,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: true,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: null,
  deed: 'gửi thông báo nhiệm vụ quá hạn',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...common('Bộ Tư pháp'),
    textVariable('ten_don_vi', 'Tên gọi ngắn của cơ quan chủ trì', 'Bộ Tư pháp'),
    textVariable('so_nhiem_vu', 'Số nhiệm vụ quá hạn', '1'),
    REPLY_BY,
    rows(
      'nhiem_vu',
      'Các nhiệm vụ quá hạn',
      textVariable('ma_nhiem_vu', 'Mã nhiệm vụ', 'N382-II3c'),
      textVariable('tom_tat', 'Nội dung nhiệm vụ', 'Xây dựng kế hoạch hành động, gửi Bộ Xây dựng.'),
      textVariable('van_ban', 'Văn bản giao nhiệm vụ', '382/TB-VPCP ngày 23/7/2025'),
      textVariable('khoan', 'Khoản, mục', 'II.3.c'),
      textVariable('nguyen_van_han', 'Thời hạn chép nguyên văn', 'trong tháng 7 năm 2025'),
      textVariable('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 31/07/2025'),
      DAYS_LATE,
    ),
  ],
  subject: '[Quá hạn] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh chưa hoàn thành – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan cho biết kết quả thực hiện hoặc thời gian dự kiến hoàn thành {{so_nhiem_vu}} nhiệm vụ quá hạn nêu dưới đây, {{han_phan_hoi}}.

Đến {{gio}} ngày {{ngay}}, chúng tôi chưa ghi nhận kết quả của:
{{#nhiem_vu}}
– {{ma_nhiem_vu}}, theo {{van_ban}} ({{khoan}}), thời hạn "{{nguyen_van_han}}", hạn cuối {{han_cuoi}}, quá hạn {{so_ngay_qua_han}} ngày làm việc: {{tom_tat}}
{{/nhiem_vu}}

Nếu nhiệm vụ đã hoàn thành, xin phản hồi thư này với số, ký hiệu và ngày của văn bản để chúng tôi cập nhật.`,
});
