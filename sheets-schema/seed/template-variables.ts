import type { NoticeKind } from '../tabs/settings.ts';

/**
 * A name a mail text may use. `text` may be empty, and then its section `{{#x}}…{{/x}}` is skipped; `flag` only opens
 * sections; `rows` repeats its section once a row, with the fields of the row.
 */
export type TemplateVariable =
  | { readonly kind: 'text'; readonly name: string; readonly doc: string; readonly example: string }
  | { readonly kind: 'flag'; readonly name: string; readonly doc: string; readonly example: boolean }
  | {
      readonly kind: 'rows';
      readonly name: string;
      readonly doc: string;
      readonly fields: readonly TemplateVariable[];
    };

function text(name: string, doc: string, example: string): TemplateVariable {
  return { kind: 'text', name, doc, example };
}

function flag(name: string, doc: string, example: boolean): TemplateVariable {
  return { kind: 'flag', name, doc, example };
}

function rows(name: string, doc: string, ...fields: readonly TemplateVariable[]): TemplateVariable {
  return { kind: 'rows', name, doc, fields };
}

/** A list whose lines are ready to read. */
function lines(name: string, doc: string, example: string): TemplateVariable {
  return rows(name, doc, text('dong', 'Một dòng đã soạn sẵn', example));
}

function common(recipient: string): readonly TemplateVariable[] {
  return [
    text('ten_co_quan', 'Tên chính thức của nơi nhận', recipient),
    text('dau_moi', 'Đầu mối ghi trong chân thư', 'Tổ giúp việc đô thị thông minh'),
    text('co_quan_gui', 'Cơ quan gửi thư', 'Cục Phát triển đô thị, Bộ Xây dựng'),
    text('email_nhom', 'Hộp thư nhóm nhận thư trả lời', 'dothithongminh@boxaydung.example'),
    text('chan_thu', 'Dòng cuối của mọi thư', 'Thư nhắc việc tự động, không thay thế văn bản hành chính.'),
    text('ngay', 'Ngày gửi thư', '29/10/2025'),
    text('gio', 'Giờ gửi thư', '08:30'),
  ];
}

/** Names every mail, and the footer, may use. */
export const commonVariables = common('Ủy ban nhân dân thành phố Hải Phòng');

const UNIT = text('ten_don_vi', 'Tên gọi ngắn của đơn vị', 'Hải Phòng');
const LINK = text('link', 'Đường dẫn riêng của đơn vị tới biểu mẫu', 'https://bieumau.example/r/HPG');
const DAYS_LATE = text('so_ngay_qua_han', 'Số ngày làm việc đã quá hạn, từ 1 trở lên', '3');
const REPLY_BY = text('han_phan_hoi', 'Hạn phản hồi, bằng chữ', 'trước 16:00 ngày 31/10/2025');
const CODE = text('ma', 'Mã tiếp nhận của phiên bản báo cáo', 'BC-7K2M');
const FILED_ON = text('ngay_gui', 'Ngày đơn vị gửi báo cáo', '23/10/2025');
const SUPPLEMENT_BY = text('han_bo_sung', 'Hạn bổ sung, bằng chữ', 'hết ngày 03/11/2025');
const ITEM_COUNT = text('so_noi_dung', 'Số nội dung cần bổ sung, làm rõ', '1');

/** The document behind a round, and its deadline. Names in `han_` are phrases, names in `ngay_` are days. */
const basis: readonly TemplateVariable[] = [
  text('loai_vb', 'Loại văn bản của kỳ', 'Công văn'),
  text('so_ky_hieu', 'Số, ký hiệu văn bản của kỳ', '12112/BXD-PTĐT'),
  text('ngay_vb', 'Ngày văn bản của kỳ', '23/10/2025'),
  text('co_quan_ban_hanh', 'Cơ quan ban hành văn bản của kỳ', 'Bộ Xây dựng'),
  text('nguyen_van_han', 'Thời hạn chép nguyên văn', 'trước ngày 24/10/2025'),
  text('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 24/10/2025'),
  text('han_theo_van_ban', 'Hạn cuối theo đúng chữ của văn bản, bằng chữ', 'hết ngày 23/10/2025'),
  flag('dieu_chinh', 'Hạn đang áp dụng khác hạn theo văn bản', true),
  flag('co_khoa', 'Kỳ có ngày khóa sau hạn của đơn vị', false),
  text('ngay_khoa', 'Ngày cuối báo cáo gửi muộn còn được tiếp nhận; sau đó chờ chấp nhận', '05/11/2025'),
];

const items = rows(
  'muc',
  'Các mục cần bổ sung, làm rõ',
  text('so_muc', 'Số của mục', '1.3'),
  text('ten_muc', 'Nguyên văn mục đề cương', 'Tình hình xây dựng kế hoạch hành động của địa phương'),
  text('ly_do', 'Điều còn thiếu hoặc chưa rõ', 'chưa có số, ký hiệu và ngày ban hành'),
);

const toUnit = [...commonVariables, UNIT, ...basis, LINK];

/** The names each kind of mail may use; any other is a finding. */
export const templateVariables: Readonly<Record<NoticeKind, readonly TemplateVariable[]>> = {
  'Mời gửi báo cáo': [...toUnit, flag('thuoc_muc_2', 'Đơn vị thuộc diện báo cáo Mục 2', false)],
  'Xác nhận tiếp nhận': [
    ...toUnit,
    CODE,
    text('gio_nhan', 'Giờ nhận báo cáo', '15:40'),
    text('ngay_nhan', 'Ngày nhận báo cáo', '23/10/2025'),
    flag('dung_han', 'Báo cáo gửi trong thời hạn', true),
    text('k_du', 'Số nội dung bắt buộc đã đủ', '4'),
    text('k_tong', 'Số nội dung bắt buộc', '5'),
    flag('con_thieu', 'Còn nội dung cần bổ sung, làm rõ', true),
    ITEM_COUNT,
    items,
    flag('sau_khoa', 'Báo cáo gửi sau khi kỳ đã khóa', false),
    flag('chua_co_noi_dung', 'Chưa mục nào có nội dung, báo cáo chưa được tính là đã gửi', false),
    flag('chua_co_vb', 'Chưa ghi nhận văn bản chính thức', true),
  ],
  'Nhắc việc': [
    ...toUnit,
    text(
      'tom_tat',
      'Nội dung nhiệm vụ của kỳ',
      'Chuẩn bị nội dung báo cáo theo Đề cương tại Phụ lục I và gửi Bộ Xây dựng.',
    ),
    text('tinh_trang', 'Tình trạng hiện nay', 'chưa nhận được báo cáo'),
    flag('hom_nay', 'Hôm nay là ngày cuối của thời hạn', false),
    flag('con_ngay', 'Còn từ 1 ngày làm việc nữa mới đến hạn', true),
    text('so_ngay_lv', 'Số ngày làm việc còn lại', '1'),
  ],
  'Quá hạn lần 1': [...toUnit, DAYS_LATE],
  'Quá hạn lần 2': [
    ...toUnit,
    DAYS_LATE,
    text('ngay_lan_1', 'Ngày gửi thông báo quá hạn lần 1', '30/10/2025'),
    text('so_da_gui', 'Số đơn vị đã gửi báo cáo', '4'),
    text('tong', 'Số đơn vị phải báo cáo', '6'),
    REPLY_BY,
  ],
  'Gia hạn': [
    ...toUnit,
    text('han_truoc', 'Hạn trước khi gia hạn, bằng chữ', 'hết ngày 23/10/2025'),
    text('ly_do', 'Lý do gia hạn, có thể trống', 'văn bản đến sau thời hạn'),
    flag('rut_thong_bao', 'Đã có thông báo quá hạn gửi trước đó, nay rút lại', true),
    text('ngay_thong_bao', 'Ngày gửi thông báo quá hạn được rút lại', '24/10/2025'),
  ],
  'Đề nghị bổ sung': [
    ...toUnit,
    CODE,
    FILED_ON,
    ITEM_COUNT,
    items,
    SUPPLEMENT_BY,
    flag('duoc_khong_co', 'Có mục được trả lời "Không có" (1.4, 1.5, 2.2, 2.3)', true),
  ],
  'Trả lại': [
    ...toUnit,
    CODE,
    FILED_ON,
    text('ly_do', 'Lý do trả lại, có thể trống', 'số liệu mục 1.1 chưa thống nhất với văn bản chính thức'),
    items,
    SUPPLEMENT_BY,
  ],
  'Nhiệm vụ quá hạn': [
    ...common('Bộ Tư pháp'),
    text('ten_don_vi', 'Tên gọi ngắn của cơ quan chủ trì', 'Bộ Tư pháp'),
    text('so_nhiem_vu', 'Số nhiệm vụ quá hạn', '1'),
    REPLY_BY,
    rows(
      'nhiem_vu',
      'Các nhiệm vụ quá hạn',
      text('ma_nhiem_vu', 'Mã nhiệm vụ', 'N382-II3c'),
      text('tom_tat', 'Nội dung nhiệm vụ', 'Xây dựng kế hoạch hành động, gửi Bộ Xây dựng.'),
      text('van_ban', 'Văn bản giao nhiệm vụ', '382/TB-VPCP ngày 23/7/2025'),
      text('khoan', 'Khoản, mục', 'II.3.c'),
      text('nguyen_van_han', 'Thời hạn chép nguyên văn', 'trong tháng 7 năm 2025'),
      text('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 31/07/2025'),
      DAYS_LATE,
    ),
  ],
  'Bản tin điều phối': [
    ...common('Điều phối viên'),
    text('link', 'Đường dẫn tới bảng theo dõi', 'https://bangtinh.example/theo-doi'),
    text('so_qua_han', 'Số báo cáo quá hạn', '2'),
    text('so_hom_nay', 'Số báo cáo đến hạn hôm nay', '0'),
    text('so_can_xu_ly', 'Số việc chờ quyết định', '1'),
    flag('co_viec', 'Có việc chờ quyết định', true),
    lines('can_quyet_dinh', 'Việc chờ quyết định hôm nay', 'Đà Nẵng: báo cáo BC-7K2M chờ xác minh đơn vị'),
    lines('moi_nhan', 'Báo cáo mới nhận từ bản tin trước', 'Huế: BC-4Q9T, 15:40 ngày 28/10/2025, đúng hạn'),
    lines('can_bo_sung', 'Đơn vị cần bổ sung', 'Hà Nội: mục 1.3 Thiếu'),
    lines('qua_han', 'Đơn vị quá hạn và số lần đã nhắc', 'Hải Phòng: quá hạn 3 ngày làm việc, đã nhắc lần 1'),
    lines('sap_den_han', 'Việc sắp đến hạn', 'Cần Thơ: hết ngày 31/10/2025, còn 2 ngày làm việc'),
    text('ht_dung_han', 'Số lượt hoàn thành đúng hạn', '12'),
    text('ht_qua_han', 'Số lượt hoàn thành quá hạn', '2'),
    text('cht_trong_han', 'Số lượt chưa hoàn thành, trong hạn', '5'),
    text('cht_qua_han', 'Số lượt chưa hoàn thành, quá hạn', '3'),
    text('lan_chay_cuoi', 'Lần chạy tốt gần nhất', '07:45 ngày 28/10/2025'),
    lines('loi', 'Lỗi của hệ thống và của dữ liệu', 'Danh bạ: HPG-1 chưa có e-mail'),
  ],
  'Báo cáo lãnh đạo': [
    ...common('Lãnh đạo Cục Phát triển đô thị'),
    ...basis,
    text('chuc_danh_lanh_dao', 'Chức danh người nhận', 'Lãnh đạo Cục Phát triển đô thị'),
    text('so_qua_han', 'Số báo cáo quá hạn nêu trong thư', '1'),
    text('so_da_nhan', 'Số đơn vị đã gửi báo cáo', '5'),
    text('tong', 'Số đơn vị phải báo cáo', '6'),
    text('so_du', 'Số báo cáo đủ nội dung', '4'),
    text('so_chua_gui', 'Số đơn vị chưa gửi báo cáo', '1'),
    rows(
      'don_vi',
      'Các đơn vị quá hạn',
      UNIT,
      DAYS_LATE,
      text('da_nhac', 'Các lần đã nhắc', 'lần 1 ngày 30/10/2025, lần 2 ngày 03/11/2025'),
    ),
    flag('kem_du_thao', 'Dự thảo công văn đôn đốc kèm theo thư này', true),
  ],
};

/** A view made of the examples, one row in each list: what checks and docs render a text with. */
export function exampleView(variables: readonly TemplateVariable[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      variable.kind === 'rows' ? [exampleView(variable.fields)] : variable.example,
    ]),
  );
}
