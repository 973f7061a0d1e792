import type { Template } from '../tabs/settings.ts';

/** Mails that ask a unit for its report, before and after the deadline. The first sentence says what and by when. */
export const askingTemplates: readonly Template[] = [
  {
    kind: 'Mời gửi báo cáo',
    subject: '[Mời báo cáo] Báo cáo đô thị thông minh – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan gửi báo cáo tình hình triển khai đô thị thông minh, hạn cuối {{han_cuoi}}, theo {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), nay được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Nội dung: theo Đề cương kèm theo thư này. {{#thuoc_muc_2}}Quý cơ quan thuộc diện báo cáo Mục 2.{{/thuoc_muc_2}}{{^thuoc_muc_2}}Mục 2 không áp dụng đối với Quý cơ quan.{{/thuoc_muc_2}}
– Có thể gửi nhiều lần: lần sau chỉ cần điền nội dung bổ sung, nội dung đã gửi vẫn được giữ.
– Văn bản chính thức: đề nghị gửi qua hệ thống quản lý văn bản và ghi số, ký hiệu, ngày ban hành vào biểu mẫu.
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ điều phối viên chấp nhận.
{{/co_khoa}}

Đường dẫn trên chứa mã của Quý cơ quan; đề nghị chỉ chuyển cho người trực tiếp lập báo cáo.`,
  },
  {
    kind: 'Nhắc việc',
    subject: '[Nhắc việc] Báo cáo đô thị thông minh – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan hoàn thiện và gửi báo cáo tình hình triển khai đô thị thông minh, hạn cuối {{han_cuoi}}. {{#hom_nay}}Hôm nay là ngày cuối của thời hạn gửi báo cáo.{{/hom_nay}}{{^hom_nay}}{{#con_ngay}}Thời hạn còn {{so_ngay_lv}} ngày làm việc.{{/con_ngay}}{{^con_ngay}}Hôm nay là ngày làm việc cuối cùng trước khi hết hạn.{{/con_ngay}}{{/hom_nay}}

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.
– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), nay được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Nội dung: {{tom_tat}}
– Tình trạng: {{tinh_trang}}.

Trường hợp đã gửi văn bản chính thức, xin phản hồi số, ký hiệu và ngày ban hành để chúng tôi cập nhật.`,
  },
  {
    kind: 'Quá hạn lần 1',
    subject: '[Quá hạn] Chưa nhận được báo cáo đô thị thông minh của {{ten_don_vi}} (lần 1)',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan quan tâm, sớm gửi báo cáo tình hình triển khai đô thị thông minh: hạn cuối là {{han_cuoi}}, đến {{gio}} ngày {{ngay}} đã quá hạn {{so_ngay_qua_han}} ngày làm việc và chúng tôi chưa ghi nhận báo cáo của Quý cơ quan.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.
– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), đã được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ điều phối viên chấp nhận.
{{/co_khoa}}

Báo cáo của Quý cơ quan là cần thiết để kịp tổng hợp, báo cáo Lãnh đạo Tổ công tác. Trường hợp có vướng mắc về nội dung hoặc cần thêm thời gian, xin trao đổi với đầu mối nêu dưới đây. Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
  },
  {
    kind: 'Quá hạn lần 2',
    subject: '[Quá hạn – lần 2] Đề nghị sớm gửi báo cáo đô thị thông minh – {{ten_don_vi}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan gửi báo cáo tình hình triển khai đô thị thông minh, hoặc cho biết thời gian dự kiến gửi và cán bộ đầu mối, {{han_phan_hoi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), đã được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Tình trạng: tiếp theo thư ngày {{ngay_lan_1}}, đến {{gio}} ngày {{ngay}} chúng tôi vẫn chưa nhận được báo cáo (quá hạn {{so_ngay_qua_han}} ngày làm việc).
– Hiện có {{so_da_gui}}/{{tong}} địa phương đã gửi báo cáo.
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ điều phối viên chấp nhận.
{{/co_khoa}}

Sau thời điểm nêu trên, chúng tôi sẽ báo cáo Lãnh đạo Cục xem xét việc có văn bản đôn đốc theo quy định. Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
  },
  {
    kind: 'Gia hạn',
    subject: '[Gia hạn] Báo cáo đô thị thông minh – hạn mới {{han_cuoi}} – {{ten_don_vi}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan gửi báo cáo tình hình triển khai đô thị thông minh theo hạn mới: {{han_cuoi}}.

{{#rut_thong_bao}}
Thông báo quá hạn gửi ngày {{ngay_thong_bao}} được rút lại; xin Quý cơ quan bỏ qua thư đó.

{{/rut_thong_bao}}
Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; thời hạn ghi trong văn bản: "{{nguyen_van_han}}".
– Hạn trước khi gia hạn: {{han_truoc}}.
{{#ly_do}}
– Lý do: {{ly_do}}
{{/ly_do}}

Trường hợp đã gửi báo cáo, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
  },
];
