/**
 * A name a mail text may use. `text` may be empty, and then its section `{{#x}}…{{/x}}` is skipped; `flag` only opens
 * sections; `rows` repeats its section once a row, with the fields of the row.
 */
export type TemplateVariable =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly doc: string;
      readonly example: string;
      /** A day by which something is asked: it stands out where the mail first says it. */
      readonly binds?: true;
    }
  | { readonly kind: 'flag'; readonly name: string; readonly doc: string; readonly example: boolean }
  | {
      readonly kind: 'rows';
      readonly name: string;
      readonly doc: string;
      readonly fields: readonly TemplateVariable[];
      /** Each row is told, however many: whoever reads the mail must answer them all. Other lists end after 20 rows. */
      readonly isWhole?: true;
      /** What stands in it counts as told once the mail went. */
      readonly isTold?: true;
    };

/** A word or phrase of a mail. */
export function textVariable(name: string, doc: string, example: string): TemplateVariable {
  return { kind: 'text', name, doc, example };
}

/** A day by which something is asked, as a phrase. */
export function bindingDay(name: string, doc: string, example: string): TemplateVariable {
  return { kind: 'text', name, doc, example, binds: true };
}

/** A part of a mail that stands there or not. */
export function flag(name: string, doc: string, example: boolean): TemplateVariable {
  return { kind: 'flag', name, doc, example };
}

/** A part of a mail that is repeated. */
function rows(name: string, doc: string, ...fields: readonly TemplateVariable[]): TemplateVariable {
  return { kind: 'rows', name, doc, fields };
}

/** A list of what counts as told once the mail went. */
export function toldRows(name: string, doc: string, ...fields: readonly TemplateVariable[]): TemplateVariable {
  return { kind: 'rows', name, doc, fields, isTold: true };
}

/** The same, of which each row counts as told by itself: none may be left to a number. */
export function eachToldRows(name: string, doc: string, ...fields: readonly TemplateVariable[]): TemplateVariable {
  return { kind: 'rows', name, doc, fields, isTold: true, isWhole: true };
}

/** A list whose lines are ready to read. */
export function lines(name: string, doc: string, example: string): TemplateVariable {
  return rows(name, doc, textVariable('dong', 'Một dòng đã soạn sẵn', example));
}

/** The same, of what counts as told once the mail went. */
export function toldLines(name: string, doc: string, example: string): TemplateVariable {
  return toldRows(name, doc, textVariable('dong', 'Một dòng đã soạn sẵn', example));
}

/** Names that every mail may use; `recipient` is the example of whom it addresses. */
export function common(recipient: string): readonly TemplateVariable[] {
  return [
    textVariable('ten_co_quan', 'Tên chính thức của nơi nhận', recipient),
    textVariable('dau_moi', 'Đầu mối ghi trong chân thư', 'Tổ giúp việc đô thị thông minh'),
    textVariable('co_quan_gui', 'Cơ quan gửi thư', 'Cục Phát triển đô thị, Bộ Xây dựng'),
    textVariable('email_nhom', 'Hộp thư nhóm nhận thư trả lời', 'dothithongminh@boxaydung.example'),
    textVariable('chan_thu', 'Dòng cuối của mọi thư', 'Thư này không thay thế văn bản hành chính.'),
    textVariable('ngay', 'Ngày gửi thư', '29/10/2025'),
    textVariable('gio', 'Giờ gửi thư', '08:30'),
  ];
}

/** What every mail, and the footer, may use. */
export const commonVariables = common('Ủy ban nhân dân thành phố Hải Phòng');

export const UNIT = textVariable('ten_don_vi', 'Tên gọi ngắn của đơn vị', 'Hải Phòng');
const LINK = textVariable('link', 'Đường dẫn riêng của đơn vị tới biểu mẫu', 'https://bieumau.example/r/HPG');
export const DAYS_LATE = textVariable('so_ngay_qua_han', 'Số ngày làm việc đã quá hạn, từ 01 trở lên', '03');
export const REPLY_BY = bindingDay('han_phan_hoi', 'Hạn phản hồi, bằng chữ', 'trước 16:00 ngày 31/10/2025');
/** Mostly empty, and so in the example. */
export const WAITING = textVariable(
  'bao_cao_cho',
  'Báo cáo đang chờ xác minh hoặc chờ chấp nhận, ví dụ "có một báo cáo chưa xác minh"; thường trống',
  '',
);
export const CODE = textVariable('ma', 'Mã tiếp nhận của phiên bản báo cáo', 'BC-7K2M');
export const FILED_ON = textVariable('ngay_gui', 'Ngày đơn vị gửi báo cáo', '23/10/2025');
export const SUPPLEMENT_BY = bindingDay('han_bo_sung', 'Hạn bổ sung, bằng chữ', 'hết ngày 03/11/2025');
export const ITEM_COUNT = textVariable('so_noi_dung', 'Số nội dung cần bổ sung, làm rõ', '01');

const DEADLINE = bindingDay('han_cuoi', 'Hạn cuối đang áp dụng, bằng chữ', 'hết ngày 24/10/2025');

/** The document behind a round, and its deadline. Names in `han_` are phrases, names in `ngay_` are days. */
export const basis: readonly TemplateVariable[] = [
  textVariable('ten_ky', 'Tên kỳ báo cáo', 'Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025)'),
  textVariable(
    'ten_bao_cao',
    'Tên báo cáo theo đề cương của kỳ, viết giữa câu',
    'báo cáo tình hình triển khai đô thị thông minh tại địa phương',
  ),
  textVariable('loai_vb', 'Loại văn bản của kỳ', 'Công văn'),
  textVariable('so_ky_hieu', 'Số, ký hiệu văn bản của kỳ', '12112/BXD-PTĐT'),
  textVariable('ngay_vb', 'Ngày văn bản của kỳ', '23/10/2025'),
  textVariable('co_quan_ban_hanh', 'Cơ quan ban hành văn bản của kỳ', 'Bộ Xây dựng'),
  textVariable('nguyen_van_han', 'Thời hạn chép nguyên văn', 'trước ngày 24/10/2025'),
  DEADLINE,
  textVariable('han_theo_van_ban', 'Hạn cuối theo đúng chữ của văn bản, bằng chữ', 'hết ngày 23/10/2025'),
  flag('dieu_chinh', 'Hạn đang áp dụng khác hạn theo văn bản', true),
  flag('co_khoa', 'Kỳ có ngày khóa sau hạn của đơn vị', false),
  textVariable('ngay_khoa', 'Ngày cuối báo cáo gửi muộn còn được tiếp nhận; sau đó chờ chấp nhận', '05/11/2025'),
];

/** Items of a report with what each lacks. */
export const items: TemplateVariable = {
  kind: 'rows',
  name: 'muc',
  doc: 'Các mục cần bổ sung, làm rõ',
  fields: [
    textVariable('so_muc', 'Số của mục', '1.3'),
    textVariable('ten_muc', 'Nguyên văn mục đề cương', 'Tình hình xây dựng kế hoạch hành động của địa phương'),
    textVariable('ly_do', 'Điều còn thiếu hoặc chưa rõ', 'chưa có số, ký hiệu và ngày ban hành'),
  ],
  isWhole: true,
};

/** The same where the mail asks for them. */
export const itemsAsked: TemplateVariable = { ...items, isTold: true };

/**
 * What counts as told once a mail went, so its text must say it: the deadline that it sets, the day by which it asks for an
 * answer, the rows of some lists. `x.y` is the name `y` in the rows of `x`.
 */
export function mustBeSaid(variables: readonly TemplateVariable[], setsDeadline: boolean): readonly string[] {
  return variables.flatMap((variable) => {
    if (variable.kind === 'text')
      return variable.binds && (setsDeadline || variable !== DEADLINE) ? [variable.name] : [];
    if (variable.kind === 'flag' || !variable.isTold) return [];
    const days = bindingDays(variable.fields).map((day) => `${variable.name}.${day}`);
    return days.length > 0 ? days : [variable.name];
  });
}

/** A name that must be said, as a text holds it. Vietnamese. */
export function asWritten(variables: readonly TemplateVariable[], name: string): string {
  const [part = '', inner] = name.split('.');
  const isList = variables.some((one) => one.name === part && one.kind === 'rows');
  return isList ? `phần {{#${part}}}…{{/${part}}}${inner ? ` có {{${inner}}}` : ''}` : `{{${part}}}`;
}

/** The lists that no mail cuts. */
export function wholeLists(variables: readonly TemplateVariable[]): readonly string[] {
  return variables.flatMap((variable) => (variable.kind === 'rows' && variable.isWhole ? [variable.name] : []));
}

/** The names of days by which something is asked. */
export function bindingDays(variables: readonly TemplateVariable[]): readonly string[] {
  return variables.flatMap((variable) => (variable.kind === 'text' && variable.binds ? [variable.name] : []));
}

/** Names that a mail to a unit about a round may use. */
export const toUnit = [...commonVariables, UNIT, ...basis, LINK];

/** A view made of the examples, one row in each list: what checks and docs render a text with. */
export function exampleView(variables: readonly TemplateVariable[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      variable.kind === 'rows' ? [exampleView(variable.fields)] : variable.example,
    ]),
  );
}
