import { defineKind, OPEN_FORM } from './define-kind.ts';
import { CODE, flag, ITEM_COUNT, items, textVariable, toUnit } from './variables.ts';

export const receipt = defineKind({
  title: 'Xác nhận tiếp nhận',
  key: 'tiep-nhan',
  occasion:
    'Ngay khi nhận được báo cáo, vào bất kỳ giờ nào; trong một giờ một thư, cho bản mới nhất; mỗi ngày nhiều nhất một nửa hạn mức.',
  repeats: 'each report',
  about: 'report',
  to: 'city',
  asksFor: null,
  rank: 100,
  lane: 'hour',
  hours: 'any',
  countsToCap: 'at most half',
  needsReport: true,
  isReply: true,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: 'own report',
  deed: 'gửi thư xác nhận tiếp nhận',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    CODE,
    textVariable('gio_nhan', 'Giờ nhận báo cáo', '15:40'),
    textVariable('ngay_nhan', 'Ngày nhận báo cáo', '23/10/2025'),
    flag('dung_han', 'Báo cáo gửi trong thời hạn', true),
    textVariable('lan_dau', 'Lần gửi đầu, khi đây là bản sửa hoặc bản gửi thêm; thường trống', ''),
    flag('lan_dau_dung_han', 'Lần gửi đầu trong thời hạn', true),
    flag('la_ban_sua', 'Đây là bản sửa của báo cáo đã gửi', false),
    textVariable('k_du', 'Số nội dung bắt buộc đã đủ', '04'),
    textVariable('k_tong', 'Số nội dung bắt buộc', '05'),
    flag('con_thieu', 'Còn nội dung cần bổ sung, làm rõ', true),
    ITEM_COUNT,
    items,
    textVariable('han_bo_sung', 'Hạn bổ sung đã nêu trong thư trước, bằng chữ; thường trống', ''),
    flag('sau_khoa', 'Báo cáo gửi sau khi kỳ đã khóa', false),
    flag('ky_da_dong', 'Báo cáo gửi qua đường dẫn của kỳ đã đóng, chờ xác nhận', false),
    flag('co_ky_dang_mo', 'Có kỳ đang mở hỏi đơn vị, khi báo cáo gửi qua đường dẫn của kỳ đã đóng', false),
    textVariable('ten_ky_dang_mo', 'Tên kỳ đang mở đó', 'Báo cáo tháng 11/2025'),
    flag('chua_co_noi_dung', 'Chưa mục nào có nội dung, báo cáo chưa được tính là đã gửi', false),
    flag('chua_co_vb', 'Chưa ghi nhận văn bản chính thức', true),
    textVariable('vb_chua_ro', 'Văn bản chính thức như người gửi ghi, khi còn điều chưa rõ; thường trống', ''),
    textVariable('vb_thieu', 'Điều chưa rõ đó: số, ký hiệu, hoặc ngày ban hành', 'ngày ban hành'),
    textVariable('lien_ket_vb', 'Liên kết tới văn bản chính thức như người gửi ghi; có thể trống', ''),
    flag('kem_bao_cao', 'Gửi kèm nội dung đã gửi, trình bày để ký', false),
    flag('bao_cao_qua_dai', 'Nội dung đã gửi dài quá mức gửi kèm được', false),
  ],
  subject: '[Đã tiếp nhận] {{ten_ky}} – {{ten_don_vi}} – {{ma}}',
  body: `Kính gửi: {{ten_co_quan}}

{{co_quan_gui}} đã tiếp nhận nội dung báo cáo của Quý cơ quan lúc {{gio_nhan}} ngày {{ngay_nhan}} (mã tiếp nhận {{ma}}).{{#con_thieu}} Đề nghị Quý cơ quan bổ sung, làm rõ {{so_noi_dung}} nội dung nêu dưới đây{{#han_bo_sung}}, chậm nhất {{han_bo_sung}} như thư trước đã nêu{{/han_bo_sung}}.{{/con_thieu}}

{{^ky_da_dong}}
Đường dẫn riêng của Quý cơ quan: {{link}}
{{/ky_da_dong}}
{{#co_ky_dang_mo}}
Đường dẫn riêng của Quý cơ quan cho kỳ báo cáo hiện nay: {{link}}
{{/co_ky_dang_mo}}

{{#con_thieu}}
Nội dung cần bổ sung, làm rõ:
{{/con_thieu}}
{{#muc}}
– Mục {{so_muc}} "{{ten_muc}}": {{ly_do}}.
{{/muc}}
{{#con_thieu}}

Chỉ cần điền nội dung còn thiếu; nội dung đã gửi vẫn được giữ.

{{/con_thieu}}
{{#ky_da_dong}}
– Báo cáo gửi qua đường dẫn của kỳ báo cáo đã đóng nên chờ {{co_quan_gui}} xem xét; nội dung đã báo cáo trong kỳ đó giữ nguyên.
{{#co_ky_dang_mo}}
– Kỳ báo cáo hiện nay: {{ten_ky_dang_mo}}. Nếu báo cáo là của kỳ này, đề nghị gửi qua đường dẫn nêu trên.
{{/co_ky_dang_mo}}
{{/ky_da_dong}}
{{^ky_da_dong}}
– Tình trạng về thời hạn: {{#lan_dau}}{{lan_dau}}, {{#lan_dau_dung_han}}trong thời hạn{{/lan_dau_dung_han}}{{^lan_dau_dung_han}}sau thời hạn{{/lan_dau_dung_han}}; {{#la_ban_sua}}bản sửa này {{/la_ban_sua}}{{^la_ban_sua}}bản này {{/la_ban_sua}}{{/lan_dau}}{{#dung_han}}gửi trong thời hạn{{/dung_han}}{{^dung_han}}gửi sau thời hạn{{/dung_han}}{{#han_cuoi}} (hạn cuối: {{han_cuoi}}){{/han_cuoi}}.
{{^sau_khoa}}
– Kết quả kiểm tra sơ bộ: {{k_du}}/{{k_tong}} nội dung bắt buộc đã đủ.
{{/sau_khoa}}
{{/ky_da_dong}}
{{#sau_khoa}}
– Thời gian tiếp nhận của kỳ báo cáo đã kết thúc; nội dung vừa gửi chờ {{co_quan_gui}} xem xét.
{{/sau_khoa}}
{{#chua_co_noi_dung}}
– Chưa mục nào có nội dung để tổng hợp, vì vậy báo cáo chưa được ghi nhận là đã gửi.
{{/chua_co_noi_dung}}
{{#chua_co_vb}}
– Văn bản chính thức chưa được ghi nhận; đề nghị gửi qua hệ thống quản lý văn bản và cập nhật số, ký hiệu, ngày ban hành.
{{/chua_co_vb}}
{{#vb_chua_ro}}
– Văn bản chính thức ghi là "{{vb_chua_ro}}", chưa rõ {{vb_thieu}}; đề nghị ghi đủ số, ký hiệu và ngày ban hành, ví dụ 57/BC-UBND ngày 20/10/2025.
{{/vb_chua_ro}}
{{#lien_ket_vb}}
– Liên kết tới văn bản chính thức: {{lien_ket_vb}}
{{/lien_ket_vb}}
{{#kem_bao_cao}}
– Tệp kèm theo trình bày nội dung Quý cơ quan đã gửi theo thể thức văn bản hành chính, có đánh dấu nội dung còn thiếu; số, ngày và chữ ký để trống. Đề nghị kiểm tra, hoàn thiện, ký và gửi qua hệ thống quản lý văn bản.
{{/kem_bao_cao}}
{{#bao_cao_qua_dai}}
– Nội dung đã gửi dài hơn mức gửi kèm được nên thư này không kèm bản trình bày để ký.
{{/bao_cao_qua_dai}}

Xác nhận này không thay cho việc đánh giá nội dung.`,
});
