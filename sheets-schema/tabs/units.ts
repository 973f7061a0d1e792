import { choice, list, offered, reference, yesNo } from '../columns/choice.ts';
import { date } from '../columns/date.ts';
import { emails } from '../columns/email.ts';
import { optional } from '../columns/kind.ts';
import { key, shortText } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

/** Groups of units the seeds use; people may add others. */
export const GROUP_CITIES = 'TP-TW';
/** Cities that came after the letter of 2025. */
export const GROUP_LATER_CITIES = 'TP-TW-2026';
export const GROUP_TASK_FORCE = 'TV-TCT';

/** Đơn vị: cities and agencies. */
export const units = defineTab({
  name: 'units',
  sheetId: 382_104,
  title: 'Đơn vị',
  owner: 'people',
  about: 'Các thành phố và cơ quan: mã, tên chính thức, bí danh, miền e-mail, nhóm, thời gian hiệu lực.',
  key: ['code'],
  columns: {
    code: column(key, 'Mã', 'Mã cố định, không dùng lại. Ví dụ: HPG', 80),
    name: column(shortText, 'Tên chính thức', 'Tên dùng trong thư. Ví dụ: Ủy ban nhân dân thành phố Hải Phòng', 300),
    shortName: column(shortText, 'Tên gọi', 'Tên ngắn dùng trong bảng và biểu mẫu. Ví dụ: Hải Phòng', 140),
    aliases: column(
      optional(list),
      'Bí danh',
      'Cách viết khác, tên cũ; cách nhau bằng dấu chấm phẩy. Ví dụ: TP HP; Hai Phong',
      260,
    ),
    domains: column(optional(list), 'Miền e-mail', 'Ví dụ: haiphong.gov.vn', 220),
    groups: column(
      optional(offered(list, '_danh mục', 'Nhóm')),
      'Nhóm',
      'Nhóm để gọi nhiều đơn vị một lần ở các tab khác. Ví dụ: TP-TW; MUC-2',
      140,
    ),
    activeFrom: column(optional(date), 'Hiệu lực từ', 'Ngày bắt đầu là đơn vị; để trống là từ đầu.', 110),
    activeTo: column(optional(date), 'Hiệu lực đến', 'Ngày cuối còn là đơn vị; để trống là vẫn còn.', 110),
    successor: column(
      optional(reference('Đơn vị', 'Mã')),
      'Đơn vị kế thừa',
      'Mã đơn vị nhận nhiệm vụ sau hợp nhất.',
      120,
    ),
  },
});
export type Unit = RowOf<typeof units>;

const contactRoles = ['Đầu mối', 'Lãnh đạo', 'Điều phối'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Danh bạ: whom to write to. */
export const contacts = defineTab({
  name: 'contacts',
  sheetId: 382_105,
  title: 'Danh bạ',
  owner: 'people',
  about: 'Người nhận thư của từng đơn vị. Chỉ điều phối viên xem; không ghi số điện thoại di động.',
  key: ['id'],
  columns: {
    id: column(key, 'Mã liên hệ', 'Mã cố định của người hoặc hộp thư. Ví dụ: HPG-1', 110),
    unit: column(reference('Đơn vị', 'Mã'), 'Đơn vị', 'Mã đơn vị. Ví dụ: HPG', 90),
    role: column(
      choice(contactRoles),
      'Vai trò',
      'Đầu mối nhận thư nhắc; Lãnh đạo (của Bộ) nhận báo cáo; Điều phối nhận bản tin.',
      110,
    ),
    honorific: column(optional(choice(['Ông', 'Bà', 'Đồng chí'])), 'Xưng hô', 'Để trống thì dùng Ông/Bà.', 90, {
      decides: false,
    }),
    name: column(optional(shortText), 'Họ và tên', 'Để trống nếu là hộp thư chung.', 180, { decides: false }),
    emails: column(
      emails,
      'E-mail',
      'Hộp thư công vụ; nhiều hộp thư cách nhau bằng dấu chấm phẩy. Ví dụ: sxd@haiphong.example',
      240,
    ),
    active: column(yesNo, 'Đang dùng', 'Bỏ đánh dấu khi thôi nhận thư.', 90),
  },
});
export type ContactRow = RowOf<typeof contacts>;

/** One address of a row: each has an outcome of its own, though a row may hold several. */
export type Contact = Omit<ContactRow, 'emails'> & { readonly email: string };

/** A row as the contacts it holds. */
export function contactsIn({ emails, ...row }: ContactRow): readonly Contact[] {
  return emails.map((email) => ({ ...row, email }));
}
