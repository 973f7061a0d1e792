import { choice } from '../columns/choice.ts';
import { optional } from '../columns/kind.ts';
import { longText, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';
import { formerTitles, noticeKinds } from '../notice-kinds.ts';

/** Mẫu thư: subject and body of each kind of mail, as Mustache. */
export const templates = defineTab({
  name: 'templates',
  sheetId: 382_109,
  title: 'Mẫu thư',
  owner: 'people',
  about: 'Tiêu đề và nội dung từng loại thư. Biến viết trong {{ }}; mẫu lỗi thì thư dùng bản có sẵn.',
  key: ['kind'],
  columns: {
    kind: column(choice(noticeKinds, formerTitles), 'Loại thư', 'Chọn trong danh sách.', 150),
    subject: column(optional(text), 'Tiêu đề', 'Tiêu đề thư.', 360),
    body: column(optional(longText), 'Nội dung', 'Nội dung thư, mỗi đoạn cách một dòng trống.', 640),
  },
});
export type Template = RowOf<typeof templates>;
