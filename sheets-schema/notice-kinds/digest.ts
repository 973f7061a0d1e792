import { defineKind } from './define-kind.ts';
import { common, flag, lines, textVariable } from './variables.ts';

/** A heading of the digest with its list, or a line saying that there is nothing. */
function listed(heading: string, rows: string): string {
  return `${heading}:
{{#${rows}}}
– {{dong}}
{{/${rows}}}
{{^${rows}}}
– Không có.
{{/${rows}}}`;
}

export const digest = defineKind({
  title: 'Bản tin điều phối',
  key: 'ban-tin',
  occasion:
    '08:00 mỗi ngày gửi thư có việc để báo; ngay khi một ô mang dấu chỉ độ mật, một thư cho mọi ô của một giờ, mỗi ngày nhiều nhất năm thư. Không tính vào hạn mức.',
  repeats: 'each day',
  about: 'morning',
  to: 'coordinators',
  asksFor: null,
  rank: 10,
  lane: 'hour',
  hours: 'any',
  countsToCap: false,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: null,
  deed: null,
  whyInPublic: null,
  unproven: 'nhật ký không ghi sáng nào có việc để báo',
  shownOn: null,
  variables: [
    ...common('Điều phối viên'),
    textVariable('link', 'Đường dẫn tới bảng theo dõi', 'https://bangtinh.example/theo-doi'),
    textVariable('so_qua_han', 'Số báo cáo quá hạn', '2'),
    textVariable('so_hom_nay', 'Số báo cáo đến hạn hôm nay', '0'),
    textVariable('so_can_xu_ly', 'Số việc chờ quyết định', '1'),
    flag('co_viec', 'Có việc chờ quyết định', true),
    lines('can_quyet_dinh', 'Việc chờ quyết định hôm nay', 'Đà Nẵng: báo cáo BC-7K2M chờ xác minh đơn vị'),
    lines('moi_nhan', 'Báo cáo mới nhận từ bản tin trước', 'Huế: BC-4Q9T, 15:40 ngày 28/10/2025, đúng hạn'),
    lines('can_bo_sung', 'Đơn vị cần bổ sung', 'Hà Nội: mục 1.3 Thiếu'),
    lines('qua_han', 'Đơn vị quá hạn và số lần đã nhắc', 'Hải Phòng: quá hạn 3 ngày làm việc, đã nhắc lần 1'),
    lines('sap_den_han', 'Việc sắp đến hạn', 'Cần Thơ: hết ngày 31/10/2025, còn 2 ngày làm việc'),
    textVariable('ht_dung_han', 'Số lượt hoàn thành đúng hạn', '12'),
    textVariable('ht_qua_han', 'Số lượt hoàn thành quá hạn', '2'),
    textVariable('cht_trong_han', 'Số lượt chưa hoàn thành, trong hạn', '5'),
    textVariable('cht_qua_han', 'Số lượt chưa hoàn thành, quá hạn', '3'),
    textVariable('lan_chay_cuoi', 'Lần chạy tốt gần nhất', '07:45 ngày 28/10/2025'),
    lines('loi', 'Lỗi của hệ thống và của dữ liệu', 'Danh bạ: HPG-1 chưa có e-mail'),
  ],
  subject: '[Bản tin {{ngay}}] Quá hạn {{so_qua_han}} · Đến hạn hôm nay {{so_hom_nay}} · Cần xử lý {{so_can_xu_ly}}',
  body: [
    'Kính gửi: {{ten_co_quan}}',
    '{{#co_viec}}Đề nghị quyết định {{so_can_xu_ly}} việc trong ngày {{ngay}}.{{/co_viec}}{{^co_viec}}Ngày {{ngay}} không có việc chờ quyết định.{{/co_viec}} Bảng theo dõi: {{link}}',
    listed('1. Cần quyết định hôm nay', 'can_quyet_dinh'),
    listed('2. Mới nhận từ bản tin trước', 'moi_nhan'),
    listed('3. Cần bổ sung', 'can_bo_sung'),
    listed('4. Quá hạn', 'qua_han'),
    listed('5. Sắp đến hạn', 'sap_den_han'),
    `6. Tổng hợp nhiệm vụ:
– Đã hoàn thành: đúng hạn {{ht_dung_han}}, quá hạn {{ht_qua_han}}.
– Chưa hoàn thành: trong hạn {{cht_trong_han}}, quá hạn {{cht_qua_han}}.`,
    listed('7. Lỗi cần xem (lần chạy tốt gần nhất: {{lan_chay_cuoi}})', 'loi'),
  ].join('\n\n'),
});
