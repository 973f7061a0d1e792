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
