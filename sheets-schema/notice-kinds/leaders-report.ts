import { defineKind } from './define-kind.ts';
import { basis, common, DAYS_LATE, flag, textVariable, toldRows, UNIT, WAITING } from './variables.ts';

export const leadersReport = defineKind({
  title: 'Báo cáo lãnh đạo',
  key: 'lanh-dao',
  occasion:
    'Sau bước cuối của nhịp nhắc, khi đơn vị đã nhận thông báo quá hạn mà chưa gửi; sau lần nhắc cuối thì mỗi tháng một lần.',
  repeats: 'each step',
  about: 'late reports',
  to: 'leaders',
  asksFor: 'report',
  rank: 20,
  lane: 'round',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: 'urging letters',
  deed: null,
  whyInPublic: null,
  shownOn: 5,
  variables: [
    ...common('Lãnh đạo Cục Phát triển đô thị'),
    ...basis,
    textVariable('chuc_danh_lanh_dao', 'Chức danh người nhận', 'Lãnh đạo Cục Phát triển đô thị'),
    textVariable('so_qua_han', 'Số báo cáo quá hạn nêu trong thư', '01'),
    textVariable('so_da_nhan', 'Số đơn vị đã gửi báo cáo', '05'),
    textVariable('tong', 'Số đơn vị phải báo cáo', '06'),
    textVariable('so_du', 'Số báo cáo đủ nội dung; trống khi không có', ''),
    textVariable('so_chua_gui', 'Số đơn vị chưa gửi báo cáo; trống khi không có', '01'),
    textVariable('so_cho', 'Số đơn vị có báo cáo chờ xác minh hoặc chờ chấp nhận; trống khi không có', '01'),
    toldRows(
      'don_vi',
      'Các đơn vị quá hạn',
      UNIT,
      DAYS_LATE,
      textVariable(
        'da_nhac',
        'Các lần đã nhắc; trống khi chưa địa chỉ nào nhận được thư',
        'lần 1 ngày 30/10/2025, lần 2 ngày 03/11/2025',
      ),
      WAITING,
    ),
    flag('kem_du_thao', 'Dự thảo công văn đôn đốc kèm theo thư này', true),
  ],
  subject: '[Báo cáo Lãnh đạo] {{so_qua_han}} báo cáo quá hạn, kính xin ý kiến chỉ đạo – {{ten_ky}}',
  body: `Kính gửi: {{chuc_danh_lanh_dao}}

Kính trình {{chuc_danh_lanh_dao}} xem xét, cho ý kiến việc ban hành công văn đôn đốc gửi {{ten_bao_cao}}: {{so_qua_han}} báo cáo đã quá thời hạn ({{han_cuoi}}){{#kem_du_thao}}; dự thảo công văn kèm theo thư này{{/kem_du_thao}}.

Thực hiện {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}} (thời hạn ghi trong văn bản: "{{nguyen_van_han}}"), tính đến {{gio}} ngày {{ngay}}:
– Đã nhận: {{so_da_nhan}}/{{tong}} báo cáo{{#so_du}}, trong đó đủ nội dung: {{so_du}}{{/so_du}}.
{{#so_chua_gui}}
– Chưa gửi: {{so_chua_gui}} đơn vị.
{{/so_chua_gui}}
{{#so_cho}}
– Có báo cáo chờ xác minh hoặc chờ chấp nhận: {{so_cho}} đơn vị.
{{/so_cho}}

Các đơn vị quá hạn:
{{#don_vi}}
– {{ten_don_vi}}: quá hạn {{so_ngay_qua_han}} ngày làm việc; {{#da_nhac}}đã nhắc {{da_nhac}}{{/da_nhac}}{{^da_nhac}}chưa gửi được thư nhắc vì chưa có địa chỉ nhận được thư{{/da_nhac}}{{#bao_cao_cho}}; {{bao_cao_cho}}{{/bao_cao_cho}}.
{{/don_vi}}`,
});
