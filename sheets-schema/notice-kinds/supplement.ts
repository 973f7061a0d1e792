import { defineKind, SUPPLY } from './define-kind.ts';
import { CODE, FILED_ON, flag, ITEM_COUNT, itemsAsked, SUPPLEMENT_BY, toUnit } from './variables.ts';

export const supplement = defineKind({
  title: 'Đề nghị bổ sung',
  key: 'bo-sung',
  occasion: 'Một ngày làm việc sau khi nhận báo cáo còn thiếu mục.',
  repeats: 'each set of items',
  about: 'report',
  to: 'city',
  asksFor: 'supplement',
  rank: 35,
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
  deed: 'gửi thư đề nghị bổ sung',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    CODE,
    FILED_ON,
    ITEM_COUNT,
    itemsAsked,
    SUPPLEMENT_BY,
    flag('duoc_khong_co', 'Có mục được trả lời "Không có"', true),
  ],
  subject: '[Đề nghị bổ sung] {{ten_ky}} của {{ten_don_vi}} – {{so_noi_dung}} nội dung cần bổ sung, làm rõ',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan bổ sung, làm rõ {{so_noi_dung}} nội dung của {{ten_bao_cao}}, chậm nhất {{han_bo_sung}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

Cảm ơn Quý cơ quan đã gửi báo cáo ngày {{ngay_gui}} (mã tiếp nhận {{ma}}). Đối chiếu Đề cương báo cáo, các nội dung sau chưa có hoặc cần làm rõ:
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}.
{{/muc}}

{{#duoc_khong_co}}
Nếu một nội dung về khó khăn, vướng mắc hoặc đề xuất, kiến nghị thực tế không phát sinh, xin chọn "Không có" để được ghi nhận.

{{/duoc_khong_co}}
Các nội dung còn lại đã được ghi nhận, không cần gửi lại.`,
});
