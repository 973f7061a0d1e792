import type { Template } from '../tabs/settings.ts';

/** A heading of the digest with its list, or a line saying that there is nothing. */
function listed(heading: string, rows: string): string {
  return `${heading}:
{{#${rows}}}
– {{dong}}
{{/${rows}}}
{{^${rows}}}
– Không có.
{{/${rows}}}`;
}

/** Mails to lead agencies, to the coordinators, and to the ministry's own leadership. */
export const overseeingTemplates: readonly Template[] = [
  {
    kind: 'Nhiệm vụ quá hạn',
    subject: '[Quá hạn] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh chưa hoàn thành – {{ten_don_vi}}',
    body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan cho biết kết quả thực hiện hoặc thời gian dự kiến hoàn thành {{so_nhiem_vu}} nhiệm vụ quá hạn nêu dưới đây, {{han_phan_hoi}}.

Đến {{gio}} ngày {{ngay}}, chúng tôi chưa ghi nhận kết quả của:
{{#nhiem_vu}}
– {{ma_nhiem_vu}}, theo {{van_ban}} ({{khoan}}), thời hạn "{{nguyen_van_han}}", hạn cuối {{han_cuoi}}, quá hạn {{so_ngay_qua_han}} ngày làm việc: {{tom_tat}}
{{/nhiem_vu}}

Nếu nhiệm vụ đã hoàn thành, xin phản hồi thư này với số, ký hiệu và ngày của văn bản để chúng tôi cập nhật.`,
  },
  {
    kind: 'Bản tin điều phối',
    subject: '[Bản tin {{ngay}}] Quá hạn {{so_qua_han}} · Đến hạn hôm nay {{so_hom_nay}} · Cần xử lý {{so_can_xu_ly}}',
    body: [
      'Kính gửi: {{ten_co_quan}}',
      '{{#co_viec}}Đề nghị quyết định {{so_can_xu_ly}} việc trong ngày {{ngay}}.{{/co_viec}}{{^co_viec}}Ngày {{ngay}} không có việc chờ quyết định.{{/co_viec}} Bảng theo dõi: {{link}}',
      listed('1. Cần quyết định hôm nay', 'can_quyet_dinh'),
      listed('2. Mới nhận từ bản tin trước', 'moi_nhan'),
      listed('3. Cần bổ sung', 'can_bo_sung'),
      listed('4. Quá hạn', 'qua_han'),
      listed('5. Sắp đến hạn', 'sap_den_han'),
      `6. Tổng hợp nhiệm vụ:
– Đã hoàn thành: đúng hạn {{ht_dung_han}}, quá hạn {{ht_qua_han}}.
– Chưa hoàn thành: trong hạn {{cht_trong_han}}, quá hạn {{cht_qua_han}}.`,
      listed('7. Lỗi cần xem (lần chạy tốt gần nhất: {{lan_chay_cuoi}})', 'loi'),
    ].join('\n\n'),
  },
  {
    kind: 'Báo cáo lãnh đạo',
    subject: '[Báo cáo Lãnh đạo] {{so_qua_han}} báo cáo đô thị thông minh quá hạn, kính xin ý kiến chỉ đạo',
    body: `Kính gửi: {{chuc_danh_lanh_dao}}

Kính trình {{chuc_danh_lanh_dao}} xem xét, cho ý kiến việc ban hành công văn đôn đốc đối với {{so_qua_han}} báo cáo đô thị thông minh đã quá hạn cuối ({{han_cuoi}}){{#kem_du_thao}}; dự thảo công văn kèm theo thư này{{/kem_du_thao}}.

Thực hiện {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}} (thời hạn ghi trong văn bản: "{{nguyen_van_han}}"), tính đến {{gio}} ngày {{ngay}}:
– Đã nhận: {{so_da_nhan}}/{{tong}} báo cáo, trong đó đủ nội dung: {{so_du}}.
– Chưa gửi: {{so_chua_gui}} đơn vị.

Các đơn vị quá hạn:
{{#don_vi}}
– {{ten_don_vi}}: quá hạn {{so_ngay_qua_han}} ngày làm việc; đã nhắc {{da_nhac}}
{{/don_vi}}`,
  },
];
