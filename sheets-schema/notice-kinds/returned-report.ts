import { defineKind, SUPPLY } from './define-kind.ts';
import { CODE, FILED_ON, itemsAsked, SUPPLEMENT_BY, textVariable, toUnit } from './variables.ts';

export const returnedReport = defineKind({
  title: 'Trả lại',
  key: 'tra-lai',
  occasion: 'Khi điều phối viên trả lại báo cáo.',
  repeats: 'each report',
  about: 'report',
  to: 'city',
  asksFor: 'supplement',
  rank: 40,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: true,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: SUPPLY,
  encloses: null,
  deed: 'gửi thư trả lại báo cáo để bổ sung',
  whyInPublic: 'Điều phối viên trả lại báo cáo để bổ sung.',
  shownOn: null,
  variables: [
    ...toUnit,
    CODE,
    FILED_ON,
    textVariable('ly_do', 'Lý do trả lại, có thể trống', 'số liệu mục 1.1 chưa thống nhất với văn bản chính thức'),
    itemsAsked,
    SUPPLEMENT_BY,
  ],
  subject: '[Đề nghị hoàn thiện] {{ten_ky}} của {{ten_don_vi}} – {{ma}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan hoàn thiện và gửi lại {{ten_bao_cao}}, chậm nhất {{han_bo_sung}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

Báo cáo gửi ngày {{ngay_gui}} (mã tiếp nhận {{ma}}) được trả lại để bổ sung.
{{#ly_do}}
– Lý do: {{ly_do}}.
{{/ly_do}}
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}.
{{/muc}}

Nội dung đã gửi vẫn được giữ; xin chỉ điền phần cần hoàn thiện. Trường hợp cần trao đổi, xin liên hệ đầu mối nêu dưới đây.`,
});
