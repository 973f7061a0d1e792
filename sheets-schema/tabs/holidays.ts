import { choice } from '../columns/choice.ts';
import { date } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

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
