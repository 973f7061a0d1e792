import { defineKind, OPEN_FORM } from './define-kind.ts';
import { flag, REPLY_BY, textVariable, toUnit } from './variables.ts';

export const deadlineChange = defineKind({
  title: 'Thay đổi thời hạn',
  key: 'doi-han',
  occasion: 'Khi thời hạn đã báo cho đơn vị được đổi theo quyết định mà không phải là gia hạn.',
  repeats: 'each deadline',
  about: 'report',
  to: 'city',
  asksFor: 'report',
  rank: 85,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: true,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: null,
  deed: 'gửi thông báo thay đổi thời hạn',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    textVariable('han_truoc', 'Thời hạn đã báo trước đó, bằng chữ', 'hết ngày 29/10/2025'),
    textVariable('ly_do', 'Lý do thay đổi, có thể trống', 'Tổ công tác họp sớm hơn dự kiến'),
    flag('da_qua_han', 'Thời hạn mới đã qua khi thư đi', false),
    REPLY_BY,
  ],
  subject: '[Thay đổi thời hạn] {{ten_ky}} – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

{{#da_qua_han}}
Đề nghị Quý cơ quan gửi {{ten_bao_cao}}, hoặc cho biết thời gian dự kiến gửi và cán bộ đầu mối, {{han_phan_hoi}}. Thời hạn của Quý cơ quan là {{han_cuoi}}, đến nay đã qua.
{{/da_qua_han}}
{{^da_qua_han}}
Đề nghị Quý cơ quan gửi {{ten_bao_cao}} theo thời hạn đã thay đổi: {{han_cuoi}}.
{{/da_qua_han}}

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; thời hạn ghi trong văn bản: "{{nguyen_van_han}}".
– Thời hạn đã báo trước đây: {{han_truoc}}; nay được thay bằng thời hạn nêu trên.
{{#ly_do}}
– Lý do: {{ly_do}}.
{{/ly_do}}

Trường hợp có vướng mắc hoặc cần thêm thời gian, xin trao đổi với đầu mối nêu dưới đây. Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
});
