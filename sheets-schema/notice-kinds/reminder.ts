import { defineKind, OPEN_FORM } from './define-kind.ts';
import { flag, textVariable, toUnit } from './variables.ts';

export const reminder = defineKind({
  title: 'Nhắc việc',
  key: 'nhac',
  occasion: 'Các ngày trước hạn và ngày cuối của thời hạn, theo nhịp nhắc của kỳ; kỳ ngắn thì một lần.',
  repeats: 'each step',
  about: 'report',
  to: 'city',
  asksFor: 'report',
  rank: 60,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: true,
  button: OPEN_FORM,
  encloses: null,
  deed: 'gửi thư nhắc gửi báo cáo',
  whyInPublic: null,
  shownOn: -1,
  variables: [
    ...toUnit,
    textVariable('tom_tat', 'Nội dung nhiệm vụ của kỳ', 'Chuẩn bị nội dung báo cáo theo Đề cương và gửi Bộ Xây dựng.'),
    textVariable('tinh_trang', 'Tình trạng hiện nay', 'chưa nhận được báo cáo'),
    flag('hom_nay', 'Hôm nay là ngày cuối của thời hạn', false),
    flag('con_ngay', 'Còn từ 1 ngày làm việc nữa mới đến hạn', true),
    textVariable('so_ngay_lv', 'Số ngày làm việc còn lại', '01'),
  ],
  subject: '[Nhắc việc] {{ten_ky}} – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan hoàn thiện và gửi {{ten_bao_cao}}, hạn cuối {{han_cuoi}}. {{#hom_nay}}Hôm nay là ngày cuối của thời hạn gửi báo cáo.{{/hom_nay}}{{^hom_nay}}{{#con_ngay}}Thời hạn còn {{so_ngay_lv}} ngày làm việc.{{/con_ngay}}{{^con_ngay}}Hôm nay là ngày làm việc cuối cùng trước khi hết hạn.{{/con_ngay}}{{/hom_nay}}

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.
– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), nay được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Tình trạng: {{tinh_trang}}.

Trường hợp đã gửi văn bản chính thức, xin phản hồi số, ký hiệu và ngày ban hành để chúng tôi cập nhật.`,
});
