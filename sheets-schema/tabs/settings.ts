import { optional } from '../columns/kind.ts';
import { anything, longText, text } from '../columns/text.ts';
import { column, defineTab } from '../define-tab.ts';

/** Cài đặt: one setting a row; what each means is declared in setting-list.ts. */
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
