import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { completionIn } from '../../../functions/domain/reading/completion.ts';

const on = (day: string) => Temporal.PlainDate.from(day);

test.each([
  ['112/QĐ-TCTLN ngày 31/7/2025', '2025-07-31'],
  ['Kế hoạch số 111/KH-TCTLN ngày 31 tháng 7 năm 2025 của Tổ công tác', '2025-07-31'],
  ['Tờ trình 45/TTr-BXD ngày 12/8/2025 về dự thảo Nghị định', '2025-08-12'],
  ['45/TTr-BXD ngày 12/8/2025; 60/TTr-BXD ngày 20/9/2025', '2025-09-20'],
  ['Đã trình Chính phủ ngày 12/8/2025', '2025-08-12'],
  ['Hội thảo tổ chức ngày 5/9/2025 tại Hà Nội', '2025-09-05'],
  ['Đã báo cáo Thủ tướng Chính phủ ngày 12/8/2025', '2025-08-12'],
  ['Hoàn thành 100%, đúng thời hạn, ngày 12/8/2025', '2025-08-12'],
  ['Đã ban hành trong tháng 7/2025 (112/QĐ-TCTLN ngày 31/7/2025)', '2025-07-31'],
  // What it came to, though "theo", "tại" stand before its number.
  ['Đã ban hành kèm theo Quyết định số 112/QĐ-TCTLN ngày 31/7/2025', '2025-07-31'],
  ['Đã có ý kiến tại Công văn 12/BTP-PL ngày 23/7/2025', '2025-07-23'],
  [
    'Nhiệm vụ giao tại Thông báo 382/TB-VPCP ngày 23/7/2025; đã trình bằng Tờ trình 45/TTr-BXD ngày 12/8/2025',
    '2025-08-12',
  ],
  // The quarters and years of a plan are none it is done in.
  ['Ban hành Kế hoạch hoạt động trong Quý III, IV năm 2025 số 111/KH-TCTLN ngày 31/7/2025', '2025-07-31'],
  ['Kế hoạch 5/KH-UBND ngày 31/7/2025 về phát triển đô thị thông minh năm 2026', '2025-07-31'],
  // Words that are only spelled like those of a plan: đang, sẽ, sắp, một số nội dung, chờ ý kiến.
  ['Đã trình Ban Chỉ đạo của Đảng ngày 5/9/2025', '2025-09-05'],
  ['Hội thảo chia sẻ kinh nghiệm một số nước tổ chức ngày 5/9/2025', '2025-09-05'],
  ['Đã trình phương án sáp nhập ngày 5/9/2025', '2025-09-05'],
  ['Đã cho ý kiến tại Công văn 12/BTP-PL ngày 23/7/2025', '2025-07-23'],
  ['31/7/2025', '2025-07-31'],
  ['ngày 31 tháng 7 năm 2025', '2025-07-31'],
])('%s is done on that day', (text, day) => {
  expect(completionIn(text, on('2025-10-24'))).toEqual({ kind: 'done', on: on(day) });
});

test.each([
  'Đang dự thảo, dự kiến trình ngày 10/12/2025',
  'Đang dự thảo, dự kiến trình ngày 10/9/2025',
  'Công văn 77/BTP-PL ngày 20/10/2025 xin gia hạn',
  '77/BTP-PL ngày 20/10/2025 đề nghị lùi thời hạn',
  'Sẽ ban hành ngày 30/10/2025',
  'Đã gửi lấy ý kiến ngày 5/9/2025, chưa ban hành',
  '45/TTr-BXD ngày 12/11/2025',
  'Phấn đấu xong trước ngày 1/10/2025',
  'Theo Quyết định 950/QĐ-TTg ngày 1/8/2018',
  'Họp ngày 5/9/2025',
  'Dự thảo lần 2 ngày 5/9/2025',
  'Đã có dự thảo lần 2 ngày 5/9/2025',
  'Cơ bản hoàn thành ngày 5/9/2025',
  // A part, as a figure or in words.
  'Đã hoàn thành 80% (báo cáo 12/BC-BXD ngày 5/9/2025)',
  'Hoàn thành 2/3 nhiệm vụ ngày 5/9/2025',
  'Hoàn thành phần lớn nội dung ngày 5/9/2025',
  'Gần hoàn thành, báo cáo 12/BC-BXD ngày 5/9/2025',
  // The last day, and whoever asks for it.
  'Hoàn thành trước 5/9/2025',
  'Hạn hoàn thành ngày 5/9/2025',
  'Thời hạn trình: 5/9/2025',
  'Hoàn thành không muộn hơn ngày 5/9/2025',
  'Phải trình ngày 5/9/2025',
  'Mục tiêu hoàn thành ngày 5/9/2025',
  'Giao Vụ Pháp chế hoàn thành ngày 5/9/2025',
  // What did not come about, or was taken back.
  'Không kịp trình ngày 5/9/2025',
  'Hoãn trình ngày 5/9/2025',
  'Đã trình ngày 1/8/2025, bị trả lại ngày 5/9/2025',
  'Sắp ban hành, họp ngày 5/9/2025',
  'Chờ ban hành, họp ngày 5/9/2025',
  'Dang soan, trinh ngay 5/9/2025',
  // A step on the way.
  'Đã họp ngày 5/9/2025',
  'Đã gửi lấy ý kiến các bộ ngày 5/9/2025',
  // A month, a quarter or a year to come.
  '45/TTr-BXD ngày 12/8/2025, hoàn thành trong quý I/2026',
  'Đã trình ngày 12/8/2025, ban hành trong tháng 12/2025',
  'Đã trình ngày 12/8/2025, ban hành trong năm 2026',
  // What it is done under.
  'Đã hoàn thành theo Quyết định 950/QĐ-TTg ngày 1/8/2018',
  'Nhiệm vụ tại Thông báo 382/TB-VPCP ngày 23/7/2025, đã hoàn thành',
  '112/QĐ-TCTLN',
  'https://vanban.example/112',
  '',
])('%s proves nothing', (text) => {
  expect(completionIn(text, on('2025-10-24'))).toEqual({ kind: 'unclear' });
});

test('a plan proves nothing on its day either; a document dated later does from its day on', () => {
  expect(completionIn('dự kiến trình ngày 10/12/2025', on('2025-12-10'))).toEqual({ kind: 'unclear' });
  expect(completionIn('45/TTr-BXD ngày 12/11/2025', on('2025-11-12'))).toEqual({ kind: 'done', on: on('2025-11-12') });
});
