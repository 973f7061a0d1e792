import { choice } from '../columns/choice.ts';
import { date } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { anything, longText, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';
import { noticeKinds } from '../notice-kinds.ts';

/** Cài đặt: one setting a row; what each means is declared in settings.ts. */
export const settingsTab = defineTab({
  name: 'settings',
  sheetId: 382_107,
  title: 'Cài đặt',
  owner: 'people',
  about: 'Công tắc gửi thư, mốc vận hành, khung giờ, nhịp nhắc, hộp thư nhóm, chân thư, hạn mức thư.',
  key: ['name'],
  columns: {
    name: column(text, 'Cài đặt', 'Tên cài đặt, không sửa.', 220),
    value: column(optional(anything), 'Giá trị', 'Giá trị của cài đặt.', 320),
    about: column(optional(longText), 'Giải thích', 'Cài đặt dùng để làm gì.', 420, { decides: false }),
  },
});

const holidayStatuses = ['chốt', 'tính theo luật', 'đề xuất'] as const;

/** Lịch nghỉ: holidays and make-up Saturdays. */
export const holidays = defineTab({
  name: 'holidays',
  sheetId: 382_108,
  title: 'Lịch nghỉ',
  owner: 'people',
  about: 'Ngày nghỉ lễ và thứ Bảy làm bù. Ngày "đề xuất" không gửi thư nhưng vẫn tính là ngày làm việc.',
  key: ['day'],
  columns: {
    day: column(date, 'Ngày', 'Ví dụ: 24/11/2026', 110),
    kind: column(choice(['Nghỉ', 'Làm bù']), 'Loại', 'Nghỉ hoặc Làm bù.', 90),
    name: column(text, 'Tên', 'Ví dụ: Ngày Văn hóa Việt Nam', 240),
    status: column(choice(holidayStatuses), 'Tình trạng', 'chốt; tính theo luật; đề xuất.', 120),
    source: column(optional(text), 'Căn cứ', 'Văn bản hoặc nguồn.', 260, { decides: false }),
  },
});
export type Holiday = RowOf<typeof holidays>;

/** Mẫu thư: subject and body of each kind of mail, as Mustache. */
export const templates = defineTab({
  name: 'templates',
  sheetId: 382_109,
  title: 'Mẫu thư',
  owner: 'people',
  about: 'Tiêu đề và nội dung từng loại thư. Biến viết trong {{ }}; mẫu lỗi thì thư dùng bản có sẵn.',
  key: ['kind'],
  columns: {
    kind: column(choice(noticeKinds), 'Loại thư', 'Chọn trong danh sách.', 150),
    subject: column(optional(text), 'Tiêu đề', 'Tiêu đề thư.', 360),
    body: column(optional(longText), 'Nội dung', 'Nội dung thư, mỗi đoạn cách một dòng trống.', 640),
  },
});
export type Template = RowOf<typeof templates>;
