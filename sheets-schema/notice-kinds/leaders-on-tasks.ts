import { defineKind } from './define-kind.ts';
import { common, DAYS_LATE, textVariable, toldRows } from './variables.ts';

export const leadersOnTasks = defineKind({
  title: 'Báo cáo lãnh đạo về nhiệm vụ',
  key: 'lanh-dao-nhiem-vu',
  occasion:
    'Sau bước cuối của nhịp nhắc, khi cơ quan đã nhận thông báo quá hạn mà nhiệm vụ chưa xong; sau lần nhắc cuối thì mỗi tháng một lần.',
  repeats: 'each step',
  about: 'late tasks',
  to: 'leaders',
  asksFor: 'results',
  rank: 18,
  lane: 'all',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: null,
  deed: null,
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...common('Lãnh đạo Cục Phát triển đô thị'),
    textVariable('chuc_danh_lanh_dao', 'Chức danh người nhận', 'Lãnh đạo Cục Phát triển đô thị'),
    textVariable('so_nhiem_vu', 'Số nhiệm vụ quá hạn nêu trong thư, đếm theo từng cơ quan', '01'),
    toldRows(
      'nhiem_vu',
      'Các nhiệm vụ quá hạn',
      textVariable('ten_don_vi', 'Tên gọi ngắn của cơ quan chủ trì', 'Bộ Tư pháp'),
      textVariable('ma_nhiem_vu', 'Mã nhiệm vụ', 'N382-II3c'),
      textVariable('tom_tat', 'Nội dung nhiệm vụ', 'Xây dựng kế hoạch hành động, gửi Bộ Xây dựng.'),
      textVariable('van_ban', 'Văn bản giao nhiệm vụ', '382/TB-VPCP ngày 23/7/2025'),
      textVariable('khoan', 'Khoản, mục', 'II.3.c'),
      textVariable('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 31/07/2025'),
      DAYS_LATE,
      textVariable(
        'cac_ngay_da_nhac',
        'Những ngày đã gửi thông báo quá hạn; trống khi chưa địa chỉ nào nhận được thư',
        '01/08/2025, 05/08/2025',
      ),
    ),
  ],
  subject: '[Báo cáo Lãnh đạo] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh quá hạn, kính xin ý kiến chỉ đạo',
  body: `Kính gửi: {{chuc_danh_lanh_dao}}

Kính trình {{chuc_danh_lanh_dao}} xem xét, cho ý kiến việc đôn đốc {{so_nhiem_vu}} nhiệm vụ đô thị thông minh đã quá hạn, tính đến {{gio}} ngày {{ngay}}.

Các nhiệm vụ quá hạn, theo cơ quan chủ trì:
{{#nhiem_vu}}
– {{ten_don_vi}}: theo {{van_ban}} ({{khoan}}), hạn cuối {{han_cuoi}}, quá hạn {{so_ngay_qua_han}} ngày làm việc; {{#cac_ngay_da_nhac}}đã nhắc ngày {{cac_ngay_da_nhac}}{{/cac_ngay_da_nhac}}{{^cac_ngay_da_nhac}}chưa gửi được thư nhắc vì chưa có địa chỉ nhận được thư{{/cac_ngay_da_nhac}}: {{tom_tat}}
{{/nhiem_vu}}`,
});
