import { defineKind, OPEN_FORM } from './define-kind.ts';
import { flag, textVariable, toUnit } from './variables.ts';

export const extension = defineKind({
  title: 'Gia hạn',
  key: 'gia-han',
  occasion: 'Khi đơn vị được gia hạn; rút thông báo quá hạn đã gửi, nếu có.',
  repeats: 'each deadline',
  about: 'report',
  to: 'city',
  asksFor: 'report',
  rank: 70,
  lane: null,
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: true,
  speaksOfTimeLeft: true,
  button: OPEN_FORM,
  encloses: null,
  deed: 'gửi thông báo gia hạn',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    textVariable('han_truoc', 'Hạn trước khi gia hạn, bằng chữ', 'hết ngày 23/10/2025'),
    textVariable('ly_do', 'Lý do gia hạn, có thể trống', 'văn bản đến sau thời hạn'),
    flag('rut_thong_bao', 'Đã có thông báo quá hạn gửi trước đó, nay rút lại', true),
    textVariable('ngay_thong_bao', 'Ngày gửi thông báo quá hạn được rút lại', '24/10/2025'),
  ],
  subject: '[Gia hạn] {{ten_ky}} – hạn mới {{han_cuoi}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

{{co_quan_gui}} đồng ý gia hạn; đề nghị Quý cơ quan gửi {{ten_bao_cao}} chậm nhất {{han_cuoi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

{{#rut_thong_bao}}
Thông báo quá hạn gửi ngày {{ngay_thong_bao}} được rút lại; xin Quý cơ quan bỏ qua thư đó.

{{/rut_thong_bao}}
– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; thời hạn ghi trong văn bản: "{{nguyen_van_han}}".
– Thời hạn trước khi gia hạn: {{han_truoc}}.
{{#ly_do}}
– Lý do: {{ly_do}}.
{{/ly_do}}

Trường hợp đã gửi báo cáo, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
});
