import type { Task } from '../tabs/register.ts';
import { GROUP_CITIES } from '../tabs/units.ts';
import { assignedBy, doubts } from './assigned-task.ts';
import { lastDay } from './last-day.ts';
import { GROUP_SECTION_2 } from './units.ts';

const task = assignedBy('12112/BXD-PTĐT ngày 23/10/2025');

const DUE = {
  recipient: 'BXD',
  deadlineText: 'trước ngày 24/10/2025',
  deadlineKind: 'Trước ngày',
  deadline: lastDay('2025-10-23'),
} as const;

const KEY_TASKS_MISSING =
  'Thông báo 45-TB/TGV ngày 30/9/2025 chưa được nạp; danh mục nhiệm vụ trọng tâm của ba thành phố cần điều phối viên bổ sung.';

/** What the annex's nine items ask, each as a part of the one report L12112-BC. */
function item(number: string, lead: string, summary: string, note: string | null = null): Task {
  const part = 'Là một phần của báo cáo L12112-BC, cùng thời hạn.';
  return task(`L12112-PL1-${number}`, `Phụ lục I, mục ${number}`, {
    ...DUE,
    summary,
    lead,
    appliesTo: [lead],
    note: note === null ? part : doubts(part, note),
  });
}

/** Công văn 12112/BXD-PTĐT and its Phụ lục I. */
export const letter12112: readonly Task[] = [
  task('L12112-1', 'mục 1', {
    summary: 'Đoàn công tác dự kiến: Thứ trưởng Bộ Xây dựng và các đơn vị có liên quan.',
    lead: 'BXD',
    recipient: 'TP-TW',
    deadlineText: 'dự kiến',
    deadlineKind: 'Thông tin',
    appliesTo: ['BXD'],
  }),
  task('L12112-2', 'mục 2', {
    summary: 'Tổ chức làm việc với các thành phố trực thuộc Trung ương.',
    lead: 'BXD',
    cooperating: [GROUP_CITIES],
    deadlineText: 'khoảng từ 24-31/10/2025',
    deadlineKind: 'Dự kiến',
    appliesTo: ['BXD'],
    note: 'Thời gian dự kiến 24/10/2025 đến 31/10/2025, chỉ là ước lượng, không dùng để tính quá hạn.',
  }),
  task('L12112-3', 'mục 3', {
    summary:
      'Nội dung làm việc: triển khai phát triển đô thị thông minh theo chỉ đạo tại Thông báo số 382/TB-VPCP ngày 23/7/2025 và Thông báo số 45-TB/TGV ngày 30/9/2025; các nội dung khác nếu có.',
    lead: 'BXD',
    cooperating: [GROUP_CITIES],
    deadlineText: 'dự kiến',
    deadlineKind: 'Thông tin',
    appliesTo: ['BXD'],
  }),
  task('L12112-BC', 'đoạn kết', {
    ...DUE,
    summary: 'Chuẩn bị nội dung báo cáo theo Đề cương tại Phụ lục I và gửi Bộ Xây dựng để tổng hợp.',
    lead: GROUP_CITIES,
    appliesTo: [GROUP_CITIES],
    product: 'Báo cáo tình hình triển khai đô thị thông minh tại địa phương',
    note: doubts(
      'Văn bản ký thứ Năm 23/10/2025, thời hạn "trước ngày 24/10/2025": đọc đúng chữ là hết chính ngày ký. Văn bản có thể được phát hành ngày làm việc tiếp theo, tức đến nơi sau hạn. Hạn áp dụng thực tế cần điều phối viên xác nhận và ghi vào cột Hạn điều chỉnh của kỳ 2025-10.',
      'Văn bản ghi "Phụ lục I" nhưng thân văn bản chỉ nói "Phụ lục kèm theo"; có thể còn phụ lục khác chưa được nạp.',
    ),
  }),
  item(
    '1.1',
    GROUP_CITIES,
    'Báo cáo việc rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh (N382-II3b-1).',
  ),
  item(
    '1.2',
    GROUP_CITIES,
    'Báo cáo việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương (N382-II3b-2).',
  ),
  item('1.3', GROUP_CITIES, 'Báo cáo tình hình xây dựng kế hoạch hành động của địa phương (N382-II3c).'),
  item('1.4', GROUP_CITIES, 'Báo cáo các khó khăn, vướng mắc (N382-II4-1).'),
  item('1.5', GROUP_CITIES, 'Báo cáo các đề xuất, kiến nghị.'),
  item(
    '2.1',
    GROUP_SECTION_2,
    'Nêu rõ dự kiến kế hoạch, tiến độ triển khai các nhiệm vụ trọng tâm theo Thông báo số 45-TB/TGV.',
    KEY_TASKS_MISSING,
  ),
  item(
    '2.2',
    GROUP_SECTION_2,
    'Báo cáo các khó khăn, vướng mắc trong triển khai nhiệm vụ trọng tâm theo Thông báo số 45-TB/TGV.',
    KEY_TASKS_MISSING,
  ),
  item(
    '2.3',
    GROUP_SECTION_2,
    'Báo cáo các đề xuất, kiến nghị về nhiệm vụ trọng tâm theo Thông báo số 45-TB/TGV.',
    KEY_TASKS_MISSING,
  ),
  item('3', GROUP_CITIES, 'Báo cáo các nội dung khác nếu có.', 'Không bắt buộc; để trống được hiểu là không có.'),
];
