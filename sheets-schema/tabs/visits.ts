import { offered } from '../columns/choice.ts';
import { date } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { shortText, spacedKey, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';

/** Lịch làm việc: when the ministry meets a unit. Information; nothing of it is ever due or late. */
export const visits = defineTab({
  name: 'visits',
  sheetId: 382_110,
  title: 'Lịch làm việc',
  owner: 'people',
  since: 2,
  about:
    'Ngày làm việc với từng đơn vị trong một kỳ; có trong thư đề nghị gửi báo cáo, bản tin và bảng điều hành. Không tính quá hạn.',
  key: ['round', 'unit'],
  columns: {
    round: column(
      offered(spacedKey, 'Kỳ báo cáo', 'Mã kỳ'),
      'Mã kỳ',
      'Kỳ báo cáo mà buổi làm việc gắn với. Ví dụ: 2025-10',
      100,
    ),
    unit: column(offered(spacedKey, 'Đơn vị', 'Mã'), 'Đơn vị', 'Mã đơn vị. Ví dụ: HPG', 90),
    expected: column(
      optional(text),
      'Dự kiến (nguyên văn)',
      'Thời gian dự kiến, chép đúng chữ trong văn bản. Ví dụ: khoảng từ 24-31/10/2025',
      220,
    ),
    day: column(optional(date), 'Ngày làm việc', 'Ngày đã ấn định. Ví dụ: 27/10/2025', 120),
    hour: column(optional(shortText), 'Giờ', 'Ví dụ: 14 giờ 00', 90),
    place: column(optional(shortText), 'Địa điểm', 'Ví dụ: trụ sở Ủy ban nhân dân thành phố', 240),
    note: column(optional(text), 'Ghi chú', 'Chỉ để điều phối viên xem; không có trong thư.', 260, { decides: false }),
  },
});
export type Visit = RowOf<typeof visits>;
