import { nameOfView, type ReadyView, readyViews } from '../../sheets-schema/ready-views.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { holidays } from '../../sheets-schema/tabs/holidays.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import {
  findings,
  mailPlan,
  matrix,
  type OverviewRow,
  progress,
  tracking,
} from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';

/** The guide of `Tổng quan`: what a coordinator wants to do, and where; the names in the middle are links. */
export const guideRows: readonly OverviewRow[] = [
  row(
    'HƯỚNG DẪN NHANH',
    '',
    'Tab xanh dương do người ghi; tab xanh lá, xám do hệ thống ghi, chỉ đọc. Bấm tên tab để tới.',
  ),
  row(
    'Mỗi sáng, xem trước tiên',
    findings.title,
    'Chỗ nào cần người sửa: tab, dòng, cột, cách sửa. Lỗi thì thư liên quan đang chờ.',
  ),
  row('Ai chưa gửi', viewOf(tracking, 'Chưa gửi'), 'Mở sẵn bộ lọc; người khác không thấy bộ lọc của mình.'),
  row('Ai quá hạn', viewOf(tracking, 'Quá hạn'), 'Số ngày làm việc quá hạn, thư đã nhắc, thư sắp tới.'),
  row('Nội dung nào còn thiếu', viewOf(matrix, 'Thiếu, cần làm rõ'), 'Từng mục đề cương của từng đơn vị, kèm lý do.'),
  row('Nhiệm vụ nào quá hạn', viewOf(progress, 'Quá hạn'), 'Trạng thái từ thời hạn, quyết định và báo cáo mới nhất.'),
  row('Thư nào sắp đi, thư nào giữ lại', mailPlan.title, 'Mọi thư trong 60 ngày tới, gửi ai, vì sao.'),
  row(
    'Gia hạn, đổi hạn, trả lại, chấp nhận, tạm dừng nhắc',
    decisions.title,
    'Mỗi quyết định một dòng mới; quyết định sau cùng có hiệu lực.',
  ),
  row('Mở kỳ, duyệt gửi thư', rounds.title, 'Ô Duyệt gửi chỉ đánh dấu khi đã xem Lịch thư.'),
  row('Thêm, đổi nhiệm vụ', tasks.title, 'Mã nhiệm vụ giữ nguyên khi sửa các cột khác.'),
  row('Đổi người nhận thư', contacts.title, 'Thôi nhận thư thì bỏ đánh dấu Đang dùng.'),
  row('Thêm đơn vị, đổi tên, sáp nhập', units.title, 'Mã đơn vị giữ nguyên; tên cũ ghi vào Bí danh.'),
  row('Đổi câu hỏi của biểu mẫu', outline.title, 'Biểu mẫu tự đổi theo sau lần đồng bộ kế tiếp.'),
  row('Đổi lời thư', templates.title, 'Mẫu lỗi thì thư dùng bản có sẵn.'),
  row('Thêm ngày nghỉ, ngày làm bù', holidays.title, 'Hạn và thư tự tính lại.'),
  row('Bật, tắt thư; đổi giờ gửi, nhịp nhắc', settingsTab.title, 'Tắt thì không thư nào rời hệ thống.'),
];

function viewOf(tab: ReadyView['tab'], title: string): string {
  const found = readyViews.find((view) => view.tab === tab && view.title === title);
  if (!found) throw new Error(`No view "${title}" of ${tab.title}: fix the declaration.`);
  return nameOfView(found);
}

function row(label: string, value: string, about: string): OverviewRow {
  return { label, value: value || null, about };
}
