import { defineKind } from './define-kind.ts';
import { common, flag, lines, textVariable, toldLines } from './variables.ts';

/** A heading of the digest with its list; nothing where there is none. */
function listed(heading: string, rows: string): string {
  return `{{#co_${rows}}}
${heading}:
{{#${rows}}}
– {{dong}}.
{{/${rows}}}

{{/co_${rows}}}
`;
}

/** A list, and whether there is anything in it. */
function list(name: string, doc: string, example: string, make = lines) {
  return [flag(`co_${name}`, `Có: ${doc.charAt(0).toLowerCase()}${doc.slice(1)}`, true), make(name, doc, example)];
}

export const digest = defineKind({
  title: 'Bản tin điều phối',
  key: 'ban-tin',
  occasion:
    '08:00 mỗi ngày gửi thư có việc để báo, hoặc có việc đang dừng, kể cả khi Gửi thư đang Tắt; ngay khi một ô mang dấu chỉ độ mật, một thư cho mọi ô của một giờ, mỗi ngày nhiều nhất năm thư. Không tính vào hạn mức.',
  repeats: 'each day',
  about: 'morning',
  to: 'coordinators',
  asksFor: null,
  rank: 10,
  lane: 'hour',
  hours: 'any',
  countsToCap: false,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: null,
  deed: null,
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...common('Điều phối viên'),
    textVariable('link', 'Đường dẫn tới bảng theo dõi', 'https://bangtinh.example/theo-doi'),
    textVariable(
      'so_qua_han',
      'Số báo cáo của kỳ đang mở và số nhiệm vụ của sổ đã quá hạn; mỗi nhiệm vụ của mỗi đơn vị đếm một',
      '2',
    ),
    textVariable(
      'so_hom_nay',
      'Số báo cáo của kỳ đang mở và số nhiệm vụ của sổ đến hạn hôm nay; mỗi nhiệm vụ của mỗi đơn vị đếm một',
      '0',
    ),
    textVariable('so_can_xu_ly', 'Số việc chờ quyết định hoặc cần sửa', '1'),
    flag('co_viec', 'Có việc chờ quyết định hoặc cần sửa', true),
    ...list(
      'dang_dung',
      'Những việc đang dừng, từ khi nào, ở ô nào',
      'Từ 09:12 ngày 27/10/2025: ô "Hạn điều chỉnh" của dòng 2 tab "Kỳ báo cáo" chưa đọc được; thư quá hạn của kỳ 2025-10 tạm giữ (6 thư đang chờ)',
      toldLines,
    ),
    ...list('hom_nay_gui', 'Thư sẽ đi trong ngày', 'Quá hạn lần 1: TP. Hồ Chí Minh, Hải Phòng'),
    ...list('da_gui', 'Thư đã gửi từ bản tin trước', 'Nhắc việc: Hà Nội, Hải Phòng'),
    ...list(
      'can_quyet_dinh',
      'Việc chờ quyết định hôm nay',
      'Đà Nẵng: báo cáo BC-7K2M chờ xác minh đơn vị. Ghi ở tab Quyết định: 2025-10 · DNG · Xác nhận đơn vị · BC-7K2M',
    ),
    ...list('moi_nhan', 'Báo cáo mới nhận từ bản tin trước', 'Huế: BC-4Q9T, 15:40 ngày 28/10/2025, đúng hạn'),
    ...list('can_bo_sung', 'Đơn vị cần bổ sung', 'Hà Nội: mục 1.3 Thiếu'),
    ...list('qua_han', 'Đơn vị quá hạn và số lần đã nhắc', 'Hải Phòng: quá hạn 3 ngày làm việc, đã nhắc lần 1'),
    ...list('sap_den_han', 'Việc sắp đến hạn', 'Cần Thơ: hết ngày 31/10/2025, còn 2 ngày làm việc'),
    ...list('lich_lam_viec', 'Lịch làm việc sắp tới của kỳ đang mở', 'Hải Phòng: thứ Hai, ngày 27/10/2025'),
    ...list(
      'nhiem_vu_qua_han',
      'Nhiệm vụ của sổ đã quá hạn, không kể báo cáo của các kỳ',
      'N382-II1a-1 (Bộ Xây dựng): quá hạn 3 ngày làm việc, hết ngày 14/08/2025',
    ),
    ...list(
      'nhiem_vu_den_han',
      'Nhiệm vụ của sổ sắp đến hạn, không kể báo cáo của các kỳ',
      'N382-II2 (Bộ Xây dựng): hết ngày 31/07/2025, còn 2 ngày làm việc',
    ),
    textVariable('cach_dem', 'Cách đếm nhiệm vụ', 'mỗi nhiệm vụ có thời hạn của mỗi đơn vị đếm một'),
    textVariable(
      'so_truoc_van_hanh',
      'Số nhiệm vụ có hạn trước Mốc vận hành, chưa đếm và chưa nhắc; trống khi không có',
      '44',
    ),
    textVariable('ht_dung_han', 'Số lượt hoàn thành đúng hạn', '12'),
    textVariable('ht_qua_han', 'Số lượt hoàn thành quá hạn', '2'),
    textVariable('cht_trong_han', 'Số lượt chưa hoàn thành, trong hạn', '5'),
    textVariable('cht_qua_han', 'Số lượt chưa hoàn thành, quá hạn', '3'),
    textVariable('lan_chay_cuoi', 'Lần chạy tốt gần nhất', '07:45 ngày 28/10/2025'),
    ...list('luu_y', 'Điểm nên xem, mọi việc vẫn chạy', '5 điểm nên xem ở tab Kiểm tra (Tổng hợp 5)'),
    ...list(
      'loi',
      'Lỗi cần sửa',
      'Tab Kỳ báo cáo, 2025-10, cột "Hạn điều chỉnh": "31/11/2025"; sửa thành ngày có thật, dạng dd/MM/yyyy',
    ),
  ],
  subject:
    '[Bản tin {{ngay}}] {{#co_dang_dung}}Có việc đang dừng · {{/co_dang_dung}}Quá hạn {{so_qua_han}} · Đến hạn hôm nay {{so_hom_nay}} · Cần xử lý {{so_can_xu_ly}}',
  body: `Kính gửi: {{ten_co_quan}}

${listed('Đang dừng', 'dang_dung')}{{#co_viec}}Đề nghị xử lý {{so_can_xu_ly}} việc trong ngày {{ngay}}.{{/co_viec}}{{^co_viec}}Ngày {{ngay}} không có việc cần xử lý.{{/co_viec}} Bảng theo dõi: {{link}}

${[
  listed('Cần quyết định', 'can_quyet_dinh'),
  listed('Thư đi hôm nay', 'hom_nay_gui'),
  listed('Thư đã gửi từ bản tin trước', 'da_gui'),
  listed('Báo cáo mới nhận từ bản tin trước', 'moi_nhan'),
  listed('Cần bổ sung', 'can_bo_sung'),
  listed('Quá hạn', 'qua_han'),
  listed('Sắp đến hạn', 'sap_den_han'),
  listed('Lịch làm việc', 'lich_lam_viec'),
  listed('Nhiệm vụ quá hạn', 'nhiem_vu_qua_han'),
  listed('Nhiệm vụ sắp đến hạn', 'nhiem_vu_den_han'),
].join('')}Tổng hợp nhiệm vụ ({{cach_dem}}):
– Đã hoàn thành: đúng hạn {{ht_dung_han}}, quá hạn {{ht_qua_han}}.
– Chưa hoàn thành: trong hạn {{cht_trong_han}}, quá hạn {{cht_qua_han}}.
{{#so_truoc_van_hanh}}
– Hạn trước Mốc vận hành, chưa đếm và chưa nhắc: {{so_truoc_van_hanh}}, chờ xác nhận hoặc ghi hoàn thành.
{{/so_truoc_van_hanh}}

${listed('Lỗi cần sửa', 'loi')}${listed('Lưu ý', 'luu_y')}Lần chạy tốt gần nhất: {{lan_chay_cuoi}}.`,
});
