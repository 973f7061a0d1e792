import { choice, list, offered, yesNo } from '../columns/choice.ts';
import { date, lastMoment } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { longText, shortText, spacedKey, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

/** How a deadline is worded; each kind has one way to become an instant, or none. */
export const deadlineKinds = [
  'Trước ngày',
  'Chậm nhất',
  'Trong tháng',
  'Trong quý',
  'Khẩn trương',
  'Thường xuyên',
  'Khi có yêu cầu',
  'Dự kiến',
  'Thông tin',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Nhiệm vụ: the register of tasks. */
export const tasks = defineTab({
  name: 'tasks',
  sheetId: 382_101,
  title: 'Nhiệm vụ',
  owner: 'people',
  about: 'Sổ nhiệm vụ: mỗi dòng một nhiệm vụ được giao, có văn bản, thời hạn và người chủ trì.',
  key: ['id'],
  columns: {
    id: column(spacedKey, 'Mã nhiệm vụ', 'Mã cố định, không dùng lại cho việc khác. Ví dụ: N382-II3c', 130),
    source: column(
      shortText,
      'Văn bản giao',
      'Số, ký hiệu, ngày của văn bản giao. Ví dụ: 382/TB-VPCP ngày 23/7/2025',
      190,
    ),
    clause: column(shortText, 'Khoản, mục', 'Chỗ giao nhiệm vụ trong văn bản. Ví dụ: II.3.c', 90),
    summary: column(longText, 'Nội dung nhiệm vụ', 'Tóm tắt việc phải làm.', 360),
    exact: column(
      optional(longText),
      'Nguyên văn',
      'Chép đúng từng chữ đoạn giao nhiệm vụ trong văn bản; chỗ bản chép gõ sai giữ nguyên và ghi [nguyên văn] ngay sau; […] là phần lược bỏ (tên người, phần của nhiệm vụ khác).',
      420,
      { since: 2, decides: false },
    ),
    lead: column(
      optional(offered(text, '_danh mục', 'Đơn vị hoặc nhóm')),
      'Chủ trì',
      'Mã đơn vị hoặc tên nhóm chủ trì. Ví dụ: BXD',
      130,
    ),
    cooperating: column(
      optional(offered(list, '_danh mục', 'Đơn vị hoặc nhóm')),
      'Phối hợp',
      'Mã đơn vị hoặc nhóm phối hợp, cách nhau bằng dấu chấm phẩy: được thông báo, không bị nhắc. Ví dụ: BKHCN; VPCP',
      150,
    ),
    unlisted: column(
      optional(list),
      'Chưa có trong sổ',
      'Cơ quan mà văn bản nêu nhưng chưa có ở tab Đơn vị, cách nhau bằng dấu chấm phẩy. Xóa khi đã thêm, hoặc khi quyết định không theo dõi.',
      180,
      { since: 2, decides: false },
    ),
    recipient: column(optional(shortText), 'Nơi nhận', 'Cơ quan nhận kết quả. Ví dụ: BXD', 100),
    deadlineText: column(
      optional(text),
      'Thời hạn (nguyên văn)',
      'Chép đúng chữ trong văn bản. Ví dụ: trước ngày 24/10/2025',
      200,
    ),
    deadlineKind: column(
      choice(deadlineKinds),
      'Loại thời hạn',
      'Cách hiểu thời hạn; "Trước ngày" không gồm chính ngày đó.',
      130,
    ),
    deadline: column(
      optional(lastMoment),
      'Hạn cuối',
      'Ngày cuối cùng còn đúng hạn. "Trước ngày 24/10" có hạn cuối 23/10.',
      110,
    ),
    adjusted: column(
      optional(lastMoment),
      'Hạn điều chỉnh',
      'Hạn cuối mới khi được gia hạn cho mọi đơn vị. Ví dụ: 27/10/2025',
      110,
    ),
    appliesTo: column(
      optional(offered(list, '_danh mục', 'Đơn vị hoặc nhóm')),
      'Áp dụng cho',
      'Mã đơn vị hoặc nhóm, cách nhau bằng dấu chấm phẩy. Ví dụ: TP-TW',
      130,
    ),
    product: column(optional(text), 'Sản phẩm', 'Kết quả cụ thể phải có. Ví dụ: Kế hoạch hành động', 180),
    evidence: column(
      optional(text),
      'Minh chứng',
      'Số, ký hiệu, ngày của văn bản chứng minh đã xong. Việc mới dự kiến, đang làm thì ghi ở Ghi chú.',
      180,
    ),
    doneOn: column(
      optional(date),
      'Hoàn thành ngày',
      'Ngày hoàn thành, khi nhiệm vụ có một đơn vị thực hiện; nhiều đơn vị thì ghi ở tab Quyết định. Ví dụ: 31/07/2025',
      120,
      { since: 2 },
    ),
    approved: column(
      optional(yesNo),
      'Duyệt nhắc',
      'Đánh dấu thì thư nhắc về nhiệm vụ này được gửi, đúng như Lịch thư đã nêu ở lần chạy trước. Sửa thời hạn hoặc cơ quan thực hiện sau đó thì thư dừng lại, bỏ dấu rồi đánh dấu lại để duyệt nội dung mới. Bỏ dấu thì thư chưa đi được giữ lại.',
      90,
      { since: 2 },
    ),
    note: column(optional(longText), 'Ghi chú', 'Điểm cần lưu ý, chỗ văn bản chưa rõ.', 300, { decides: false }),
  },
});
export type Task = RowOf<typeof tasks>;
