import { choice, list, offered, reference, yesNo } from '../columns/choice.ts';
import { date, dateTime, lastMoment } from '../columns/date.ts';
import { optional } from '../columns/kind.ts';
import { longText, shortText, spacedKey, text } from '../columns/text.ts';
import { column, defineTab, type RowOf } from '../define-tab.ts';
import type { OutlineQuestion } from './outline.ts';
import { deadlineKinds } from './register.ts';

/** Kỳ báo cáo: the rounds in which units are asked to report. */
export const rounds = defineTab({
  name: 'rounds',
  sheetId: 382_102,
  title: 'Kỳ báo cáo',
  owner: 'people',
  about: 'Mỗi dòng một kỳ báo cáo: căn cứ, thời hạn, đơn vị phải gửi, nhịp nhắc và ô Duyệt gửi.',
  key: ['id'],
  columns: {
    id: column(spacedKey, 'Mã kỳ', 'Mã cố định của kỳ. Ví dụ: 2025-10', 100),
    title: column(shortText, 'Tên kỳ', 'Ví dụ: Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025)', 260),
    approved: column(
      yesNo,
      'Duyệt gửi',
      'Đánh dấu thì thư của kỳ này được gửi, đúng như Lịch thư đã nêu; dòng đầu của Lịch thư nói bao nhiêu thư, đi lúc nào. Chỉ có tác dụng với thời hạn, đơn vị, đề cương, nhịp nhắc mà Lịch thư đã nêu ở lần chạy trước. Bỏ dấu thì thư chưa đi được giữ lại.',
      90,
    ),
    task: column(
      reference('Nhiệm vụ', 'Mã nhiệm vụ'),
      'Mã nhiệm vụ',
      'Nhiệm vụ mà kỳ này thực hiện. Ví dụ: L12112-BC',
      120,
    ),
    basisType: column(shortText, 'Loại văn bản', 'Ví dụ: Công văn', 100),
    basisNumber: column(shortText, 'Số, ký hiệu', 'Ví dụ: 12112/BXD-PTĐT', 140),
    basisDate: column(date, 'Ngày văn bản', 'Ví dụ: 23/10/2025', 110),
    basisIssuer: column(shortText, 'Cơ quan ban hành', 'Ví dụ: Bộ Xây dựng', 140),
    deadlineText: column(
      text,
      'Thời hạn (nguyên văn)',
      'Chép đúng chữ trong văn bản. Ví dụ: trước ngày 24/10/2025',
      190,
    ),
    deadlineKind: column(
      choice(deadlineKinds),
      'Loại thời hạn',
      'Cách hiểu thời hạn; "Trước ngày" không gồm chính ngày đó.',
      130,
    ),
    strictDeadline: column(
      lastMoment,
      'Hạn theo văn bản',
      'Ngày cuối cùng còn đúng hạn theo đúng chữ của văn bản. Ví dụ: 23/10/2025',
      120,
    ),
    effectiveDeadline: column(
      optional(lastMoment),
      'Hạn điều chỉnh',
      'Hạn cuối thực tế do điều phối viên ấn định trước khi duyệt; để trống thì theo văn bản. Đã duyệt thì đổi bằng Quyết định. Ví dụ: 31/10/2025',
      120,
    ),
    opensAt: column(dateTime, 'Mở từ', 'Thời điểm bắt đầu nhận báo cáo. Ví dụ: 23/10/2025 14:00', 140),
    locksOn: column(
      optional(date),
      'Khóa sau ngày',
      'Báo cáo gửi sau ngày này chờ điều phối viên chấp nhận. Ví dụ: 28/11/2025',
      120,
    ),
    outlineVersion: column(reference('Đề cương', 'Phiên bản'), 'Phiên bản đề cương', 'Ví dụ: PL1-12112', 130),
    expected: column(
      offered(list, '_danh mục', 'Đơn vị hoặc nhóm'),
      'Đơn vị phải báo cáo',
      'Mã đơn vị hoặc nhóm, cách nhau bằng dấu chấm phẩy. Ví dụ: TP-TW',
      150,
    ),
    steps: column(
      optional(list),
      'Nhịp nhắc',
      'Số ngày làm việc so với hạn cuối, âm là trước hạn; để trống thì theo Cài đặt. Ví dụ: -3; -1; 0; 1; 3; 5',
      140,
    ),
    state: column(choice(['Chuẩn bị', 'Đang mở', 'Đã đóng']), 'Trạng thái', 'Mỗi lúc chỉ một kỳ Đang mở.', 110),
    note: column(optional(longText), 'Ghi chú', 'Ví dụ: lý do đặt hạn điều chỉnh.', 300, { decides: false }),
    // Rows are on record by place: what is new stands last.
    copiesTo: column(
      optional(list),
      'Nơi nhận (nguyên văn)',
      'Nơi nhận khác ghi ở cuối văn bản, cách nhau bằng dấu chấm phẩy; có trong dự thảo công văn đôn đốc và báo cáo tổng hợp. Ví dụ: Bộ trưởng (để b/c); Bộ Khoa học và Công nghệ (để p/h)',
      260,
      { since: 2, decides: false },
    ),
  },
});
export type Round = RowOf<typeof rounds> & {
  /** The questions that an approval bound, as they bind; absent of a round that was never approved. No column holds them. */
  readonly asked?: readonly OutlineQuestion[];
};
