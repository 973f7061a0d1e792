import { defineKind, OPEN_FORM } from './define-kind.ts';
import { flag, REPLY_BY, textVariable, toUnit } from './variables.ts';

export const invitation = defineKind({
  title: 'Đề nghị gửi báo cáo',
  key: 'moi',
  occasion: 'Khi kỳ báo cáo mở, kèm Đề cương và đường dẫn riêng.',
  repeats: 'once',
  about: 'report',
  to: 'city',
  asksFor: 'report',
  rank: 50,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: true,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: 'outline',
  deed: 'gửi thư đề nghị báo cáo kèm Đề cương và đường dẫn',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    flag('da_qua_han', 'Thời hạn đã qua khi thư đi', false),
    REPLY_BY,
    textVariable(
      'muc_rieng',
      'Các phần chỉ dành cho một số đơn vị mà đơn vị thuộc diện báo cáo; trống nếu không có',
      '',
    ),
    textVariable('muc_khong_ap_dung', 'Các phần không áp dụng đối với đơn vị; trống nếu không có', 'Mục 2'),
    textVariable('muc_lap_lai', 'Các mục mà kỳ trước cũng đã hỏi đơn vị; trống nếu không có', ''),
    textVariable('ten_ky_truoc', 'Tên kỳ trước có các mục đó', 'Báo cáo tình hình triển khai (tháng 7/2025)'),
    flag('da_bao_cao_truoc', 'Đơn vị đã gửi báo cáo ở kỳ trước', false),
    flag('kem_bao_cao_truoc', 'Nội dung đơn vị đã báo cáo ở kỳ trước được gửi kèm', false),
    textVariable(
      'lich_lam_viec',
      'Ngày, giờ, nơi làm việc với đơn vị theo tab Lịch làm việc; trống khi không có hoặc đã qua',
      '14 giờ 00 thứ Hai, ngày 27/10/2025, tại trụ sở Ủy ban nhân dân thành phố',
    ),
    flag('thuoc_muc_2', 'Đơn vị thuộc diện báo cáo một phần riêng', false),
  ],
  subject: '[Đề nghị gửi báo cáo] {{ten_ky}} – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

{{#da_qua_han}}
Thực hiện {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}, đề nghị Quý cơ quan gửi {{ten_bao_cao}}, hoặc cho biết thời gian dự kiến gửi và cán bộ đầu mối, {{han_phan_hoi}}. Thời hạn {{han_cuoi}} đến nay đã qua.
{{/da_qua_han}}
{{^da_qua_han}}
Đề nghị Quý cơ quan gửi {{ten_bao_cao}}, hạn cuối {{han_cuoi}}, theo {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.
{{/da_qua_han}}

Đường dẫn riêng của Quý cơ quan: {{link}}

– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), nay được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Nội dung: theo Đề cương kèm theo thư này. {{#muc_rieng}}Quý cơ quan thuộc diện báo cáo {{muc_rieng}}. {{/muc_rieng}}{{#muc_khong_ap_dung}}{{muc_khong_ap_dung}} không áp dụng đối với Quý cơ quan.{{/muc_khong_ap_dung}}
{{#muc_lap_lai}}
– {{muc_lap_lai}} đã có ở kỳ trước ("{{ten_ky_truoc}}"){{#da_bao_cao_truoc}}; đề nghị nêu rõ nội dung mới hoặc thay đổi so với báo cáo kỳ đó{{/da_bao_cao_truoc}}.{{#kem_bao_cao_truoc}} Nội dung Quý cơ quan đã báo cáo được chép lại trong tệp kèm theo để tiện cập nhật.{{/kem_bao_cao_truoc}}
{{/muc_lap_lai}}
{{#lich_lam_viec}}
– Lịch làm việc với Quý cơ quan: {{lich_lam_viec}}.
{{/lich_lam_viec}}
– Có thể gửi từng mục, nhiều lần: mục đã gửi vẫn được giữ, lần sau chỉ cần điền mục còn lại.
– Văn bản chính thức: đề nghị gửi qua hệ thống quản lý văn bản và ghi số, ký hiệu, ngày ban hành vào biểu mẫu.
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ {{co_quan_gui}} xem xét.
{{/co_khoa}}

Đường dẫn trên chỉ dùng cho Quý cơ quan; đề nghị chỉ chuyển cho người trực tiếp lập báo cáo.`,
});
