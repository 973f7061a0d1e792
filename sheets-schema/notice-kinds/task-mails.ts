import { defineKind } from './define-kind.ts';
import {
  bindingDay,
  common,
  DAYS_LATE,
  eachToldRows,
  flag,
  REPLY_BY,
  type TemplateVariable,
  textVariable,
} from './variables.ts';

/** A task as a mail names it: what, by which document and clause, its deadline as written there and as it counts. */
const aTask: readonly TemplateVariable[] = [
  textVariable('ma_nhiem_vu', 'Mã nhiệm vụ', 'N382-II3c'),
  textVariable('tom_tat', 'Nội dung nhiệm vụ', 'Xây dựng kế hoạch hành động, gửi Bộ Xây dựng.'),
  textVariable('nguyen_van', 'Nguyên văn khoản, mục giao nhiệm vụ; trống khi chưa chép', ''),
  textVariable('van_ban', 'Văn bản giao nhiệm vụ', '382/TB-VPCP ngày 23/7/2025'),
  textVariable('khoan', 'Khoản, mục', 'II.3.c'),
  textVariable('nguyen_van_han', 'Thời hạn chép nguyên văn; trống khi văn bản không ghi', 'trong tháng 7 năm 2025'),
  bindingDay('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 31/07/2025'),
  textVariable(
    'nguon_han',
    'Ai đặt hạn cuối khi không phải văn bản, ví dụ "do Cục Phát triển đô thị, Bộ Xây dựng ấn định"; thường trống',
    '',
  ),
  textVariable('phoi_hop', 'Các cơ quan phối hợp thực hiện; trống khi không có', ''),
];

/** A task in which the agency takes part, as it is told of it. */
const aTaskToHelp = eachToldRows(
  'viec_phoi_hop',
  'Các nhiệm vụ mà cơ quan là đơn vị phối hợp, nêu một lần',
  textVariable('ma_nhiem_vu', 'Mã nhiệm vụ', 'N382-II1a-1'),
  textVariable('tom_tat', 'Nội dung nhiệm vụ', 'Xây dựng Nghị định về phát triển đô thị thông minh, trình Chính phủ.'),
  textVariable('nguyen_van', 'Nguyên văn khoản, mục giao nhiệm vụ; trống khi chưa chép', ''),
  textVariable('van_ban', 'Văn bản giao nhiệm vụ', '382/TB-VPCP ngày 23/7/2025'),
  textVariable('khoan', 'Khoản, mục', 'II.1.a'),
  textVariable(
    'nguyen_van_han',
    'Thời hạn chép nguyên văn; trống khi văn bản không ghi',
    'trước ngày 15 tháng 8 năm 2025',
  ),
  textVariable('chu_tri', 'Các cơ quan chủ trì', 'Bộ Xây dựng'),
  textVariable(
    'han_chu_tri',
    'Hạn cuối của cơ quan chủ trì, bằng chữ, kèm ai đặt hạn khi không phải văn bản; nêu riêng cơ quan có hạn khác',
    'hết ngày 14/08/2025',
  ),
);

/** The task in the document's own words, where they stand in the register. */
const SAID = '{{#nguyen_van}}"{{nguyen_van}}"{{/nguyen_van}}{{^nguyen_van}}{{tom_tat}}{{/nguyen_van}}';

const NAMED =
  'Theo {{van_ban}} ({{khoan}}), {{#nguyen_van_han}}thời hạn "{{nguyen_van_han}}"{{/nguyen_van_han}}{{^nguyen_van_han}}văn bản không ghi thời hạn{{/nguyen_van_han}}, hạn cuối {{han_cuoi}}{{#nguon_han}} {{nguon_han}}{{/nguon_han}}{{#phoi_hop}}, phối hợp: {{phoi_hop}}{{/phoi_hop}}';

type Leading = 'han_moi' | 'qua_han' | 'den_han';

/** One mail a day tells an agency of all its tasks: whatever leads it, it may name each of these. @param leading the examples */
const variables = (leading: Leading): readonly TemplateVariable[] => [
  ...common('Bộ Tư pháp'),
  textVariable('ten_don_vi', 'Tên gọi ngắn của cơ quan chủ trì', 'Bộ Tư pháp'),
  textVariable('so_nhiem_vu', 'Số nhiệm vụ mà loại thư này nói tới', '01'),
  textVariable('lan', 'Thư quá hạn lần thứ mấy, từ 2; trống ở lần đầu', ''),
  flag('tu_lan_ba', 'Thư quá hạn từ lần thứ ba', false),
  textVariable('so_cho_biet', 'Số nhiệm vụ đề nghị cho biết kết quả; trống khi không có', ''),
  REPLY_BY,
  flag('co_han_moi', 'Có nhiệm vụ có hạn mới', leading === 'han_moi'),
  eachToldRows(
    'han_moi',
    'Các nhiệm vụ có hạn mới',
    ...aTask,
    textVariable('han_truoc', 'Hạn đã báo trước đây, bằng chữ', 'hết ngày 24/07/2025'),
    textVariable('ly_do', 'Lý do, có thể trống', ''),
    textVariable('ngay_thong_bao', 'Ngày gửi thông báo quá hạn nay rút lại; trống khi không có', ''),
  ),
  flag('co_qua_han', 'Có nhiệm vụ quá hạn', leading === 'qua_han'),
  eachToldRows(
    'nhiem_vu',
    'Các nhiệm vụ quá hạn',
    ...aTask,
    DAYS_LATE,
    textVariable('cac_ngay_da_nhac', 'Những ngày đã gửi thông báo quá hạn; trống ở lần đầu', ''),
  ),
  flag('co_cho_biet', 'Có nhiệm vụ đã qua hạn, đề nghị cho biết kết quả', false),
  eachToldRows('cho_biet', 'Các nhiệm vụ đã qua hạn, lần đầu đề nghị cho biết kết quả', ...aTask),
  flag('co_den_han', 'Có nhiệm vụ sắp đến hạn', leading === 'den_han'),
  eachToldRows(
    'den_han',
    'Các nhiệm vụ sắp đến hạn',
    ...aTask,
    textVariable('con_lai', 'Thời gian còn lại, bằng chữ', 'còn 03 ngày làm việc'),
  ),
  flag('co_phoi_hop', 'Có nhiệm vụ mà cơ quan là đơn vị phối hợp, lần đầu được nêu', false),
  aTaskToHelp,
];

const HELPED = `{{#viec_phoi_hop}}
– Theo {{van_ban}} ({{khoan}}), {{chu_tri}} chủ trì, {{#nguyen_van_han}}thời hạn "{{nguyen_van_han}}"{{/nguyen_van_han}}{{^nguyen_van_han}}văn bản không ghi thời hạn{{/nguyen_van_han}}, hạn cuối {{han_chu_tri}}: ${SAID}
{{/viec_phoi_hop}}`;

const LISTS = `{{#co_han_moi}}
Hạn mới, {{co_quan_gui}} đã đồng ý:
{{#han_moi}}
– ${NAMED} (trước đây: {{han_truoc}}){{#ly_do}}; lý do: {{ly_do}}{{/ly_do}}{{#ngay_thong_bao}}; thông báo quá hạn ngày {{ngay_thong_bao}} được rút lại, xin bỏ qua{{/ngay_thong_bao}}: ${SAID}
{{/han_moi}}

{{/co_han_moi}}
{{#co_qua_han}}
Đến {{gio}} ngày {{ngay}}, chúng tôi chưa ghi nhận kết quả của:
{{#nhiem_vu}}
– ${NAMED}, quá hạn {{so_ngay_qua_han}} ngày làm việc{{#cac_ngay_da_nhac}}, đã có thư ngày {{cac_ngay_da_nhac}}{{/cac_ngay_da_nhac}}: ${SAID}
{{/nhiem_vu}}

{{/co_qua_han}}
{{#co_cho_biet}}
Đã qua hạn, đề nghị cho biết kết quả {{han_phan_hoi}}:
{{#cho_biet}}
– ${NAMED}: ${SAID}
{{/cho_biet}}

{{/co_cho_biet}}
{{#co_den_han}}
Sắp đến hạn:
{{#den_han}}
– ${NAMED}, {{con_lai}}: ${SAID}
{{/den_han}}

{{/co_den_han}}
{{#co_phoi_hop}}
Quý cơ quan cũng là đơn vị phối hợp thực hiện (để biết, không phải trả lời):
${HELPED}

{{/co_phoi_hop}}
Nếu nhiệm vụ đã hoàn thành, xin phản hồi thư này với số, ký hiệu và ngày của văn bản để chúng tôi cập nhật.`;

const shared = {
  about: 'tasks',
  to: 'agency',
  asksFor: 'results',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  button: null,
  encloses: null,
  whyInPublic: null,
  shownOn: null,
} as const;

export const taskReminder = defineKind({
  ...shared,
  variables: variables('den_han'),
  title: 'Nhắc nhiệm vụ',
  key: 'nhac-nhiem-vu',
  occasion:
    'Các ngày trước hạn và ngày cuối của thời hạn; hạn đã qua khi nhiệm vụ mới được duyệt nhắc thì một thư hỏi kết quả. Các nhiệm vụ của một cơ quan đi cùng một thư.',
  repeats: 'each step',
  rank: 25,
  lane: 'unit',
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  deed: 'gửi thư nhắc thực hiện nhiệm vụ',
  subject: '[Nhắc việc] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan {{#co_den_han}}hoàn thành đúng hạn{{/co_den_han}}{{^co_den_han}}cho biết kết quả thực hiện{{/co_den_han}} {{so_nhiem_vu}} nhiệm vụ nêu dưới đây{{^co_den_han}}, {{han_phan_hoi}}{{/co_den_han}}.

${LISTS}`,
});

export const overdueTasks = defineKind({
  ...shared,
  variables: variables('qua_han'),
  title: 'Nhiệm vụ quá hạn',
  key: 'nhiem-vu',
  occasion:
    'Một và ba ngày làm việc sau hạn của nhiệm vụ, rồi mỗi kỳ "Nhắc lại sau", nhiều nhất ba lần; các nhiệm vụ của một cơ quan đi cùng một thư.',
  repeats: 'each step',
  rank: 30,
  lane: 'unit',
  callsLate: true,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  deed: 'gửi thông báo nhiệm vụ quá hạn',
  subject:
    '[Quá hạn{{#lan}} – lần {{lan}}{{/lan}}] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh chưa hoàn thành – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan cho biết {{#tu_lan_ba}}lý do chưa hoàn thành và {{/tu_lan_ba}}{{^tu_lan_ba}}kết quả thực hiện hoặc {{/tu_lan_ba}}thời gian dự kiến hoàn thành {{so_nhiem_vu}} nhiệm vụ quá hạn nêu dưới đây, {{han_phan_hoi}}.

${LISTS}`,
});

export const newTaskDeadline = defineKind({
  ...shared,
  variables: variables('han_moi'),
  title: 'Hạn mới của nhiệm vụ',
  key: 'han-nhiem-vu',
  occasion: 'Khi hạn đã báo của nhiệm vụ được đổi, nhất là gia hạn; rút thông báo quá hạn đã gửi, nếu có.',
  repeats: 'each deadline',
  rank: 35,
  lane: null,
  callsLate: false,
  setsDeadline: true,
  speaksOfTimeLeft: false,
  deed: 'gửi thông báo hạn mới của nhiệm vụ',
  subject: '[Hạn mới] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan hoàn thành theo hạn mới {{so_nhiem_vu}} nhiệm vụ nêu dưới đây.

${LISTS}`,
});

export const taskToHelp = defineKind({
  ...shared,
  asksFor: null,
  variables: [
    ...common('Văn phòng Chính phủ'),
    textVariable('ten_don_vi', 'Tên gọi ngắn của cơ quan phối hợp', 'Văn phòng Chính phủ'),
    textVariable('so_nhiem_vu', 'Số nhiệm vụ mà cơ quan là đơn vị phối hợp, nêu trong thư', '01'),
    aTaskToHelp,
  ],
  title: 'Nhiệm vụ phối hợp',
  key: 'phoi-hop-nhiem-vu',
  occasion:
    'Một lần cho mỗi nhiệm vụ và đơn vị ở cột "Phối hợp", khi nhiệm vụ được duyệt nhắc; không hỏi kết quả, không nhắc lại. Cơ quan có thư khác về nhiệm vụ trong ngày thì nêu trong thư đó.',
  repeats: 'once',
  rank: 20,
  lane: 'unit',
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  deed: 'gửi thông báo nhiệm vụ phối hợp',
  subject: '[Phối hợp] {{so_nhiem_vu}} nhiệm vụ đô thị thông minh – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Trân trọng thông báo: Quý cơ quan là đơn vị phối hợp thực hiện {{so_nhiem_vu}} nhiệm vụ sau đây.
${HELPED}

Thư này để Quý cơ quan biết, không phải trả lời. Cần trao đổi thêm, xin liên hệ đầu mối nêu dưới đây.`,
});
