import type { Template } from '../tabs/settings.ts';

/** Mails that answer a report: received, something missing, returned. */
export const answeringTemplates: readonly Template[] = [
  {
    kind: 'Xác nhận tiếp nhận',
    subject: '[Đã tiếp nhận] Báo cáo đô thị thông minh – {{ten_don_vi}} – {{ma}}',
    body: `Kính gửi: {{ten_co_quan}}

Hệ thống đã tiếp nhận nội dung báo cáo của Quý cơ quan lúc {{gio_nhan}} ngày {{ngay_nhan}} (mã tiếp nhận {{ma}}).{{#con_thieu}} Đề nghị Quý cơ quan bổ sung, làm rõ {{so_noi_dung}} nội dung nêu dưới đây.{{/con_thieu}}

– Tình trạng về thời hạn: {{#dung_han}}gửi trong thời hạn{{/dung_han}}{{^dung_han}}gửi sau thời hạn{{/dung_han}} (hạn cuối: {{han_cuoi}}).
{{^sau_khoa}}
– Kết quả kiểm tra sơ bộ: {{k_du}}/{{k_tong}} nội dung bắt buộc đã đủ.
{{/sau_khoa}}
{{#sau_khoa}}
– Kỳ báo cáo đã khóa; nội dung vừa gửi chờ điều phối viên chấp nhận.
{{/sau_khoa}}
{{#chua_co_noi_dung}}
– Chưa mục nào có nội dung để tổng hợp, vì vậy báo cáo chưa được ghi nhận là đã gửi.
{{/chua_co_noi_dung}}
{{#chua_co_vb}}
– Văn bản chính thức chưa được ghi nhận; đề nghị gửi theo hệ thống quản lý văn bản và cập nhật số, ký hiệu, ngày ban hành.
{{/chua_co_vb}}

{{#con_thieu}}
Nội dung cần bổ sung, làm rõ:
{{/con_thieu}}
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}
{{/muc}}
{{#con_thieu}}

{{/con_thieu}}
Khi cần bổ sung, xin mở lại đường dẫn riêng và chỉ điền nội dung còn thiếu; nội dung đã gửi vẫn được giữ: {{link}}

Xác nhận này không thay cho việc đánh giá nội dung.`,
  },
  {
    kind: 'Đề nghị bổ sung',
    subject:
      '[Đề nghị bổ sung] Báo cáo đô thị thông minh của {{ten_don_vi}} – {{so_noi_dung}} nội dung cần bổ sung, làm rõ',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan bổ sung, làm rõ {{so_noi_dung}} nội dung của báo cáo tình hình triển khai đô thị thông minh, chậm nhất {{han_bo_sung}}.

Cảm ơn Quý cơ quan đã gửi báo cáo ngày {{ngay_gui}} (mã tiếp nhận {{ma}}). Đối chiếu Đề cương tại Phụ lục I, các nội dung sau chưa có hoặc cần làm rõ:
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}
{{/muc}}

Đường dẫn riêng của Quý cơ quan: {{link}}

{{#duoc_khong_co}}
Nếu một nội dung về khó khăn, vướng mắc hoặc đề xuất, kiến nghị thực tế không phát sinh, xin chọn "Không có" để hệ thống ghi nhận.

{{/duoc_khong_co}}
Các nội dung còn lại đã được ghi nhận, không cần gửi lại.`,
  },
  {
    kind: 'Trả lại',
    subject: '[Đề nghị hoàn thiện] Báo cáo đô thị thông minh của {{ten_don_vi}} – {{ma}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan hoàn thiện và gửi lại báo cáo tình hình triển khai đô thị thông minh, chậm nhất {{han_bo_sung}}.

Báo cáo gửi ngày {{ngay_gui}} (mã tiếp nhận {{ma}}) được trả lại để bổ sung.
{{#ly_do}}
– Lý do: {{ly_do}}
{{/ly_do}}
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}
{{/muc}}

Đường dẫn riêng của Quý cơ quan: {{link}}

Nội dung đã gửi vẫn được giữ; xin chỉ điền phần cần hoàn thiện. Trường hợp cần trao đổi, xin liên hệ đầu mối nêu dưới đây.`,
  },
];
