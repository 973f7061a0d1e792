import { Temporal } from 'temporal-polyfill';
import type { Round } from '../tabs/rounds.ts';
import { GROUP_CITIES } from '../tabs/units.ts';
import { lastDay } from './last-day.ts';
import { OUTLINE_VERSION } from './outline.ts';

/** The round of the letter of 23/10/2025; a coordinator looks at it before anything is sent. */
export const roundSeeds: readonly Round[] = [
  {
    id: '2025-10',
    title: 'Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025)',
    task: 'L12112-BC',
    basisType: 'Công văn',
    basisNumber: '12112/BXD-PTĐT',
    basisDate: Temporal.PlainDate.from('2025-10-23'),
    basisIssuer: 'Bộ Xây dựng',
    deadlineText: 'trước ngày 24/10/2025',
    deadlineKind: 'Trước ngày',
    strictDeadline: lastDay('2025-10-23'),
    effectiveDeadline: null,
    opensAt: Temporal.Instant.from('2025-10-23T14:00+07:00'),
    locksOn: null,
    outlineVersion: OUTLINE_VERSION,
    expected: [GROUP_CITIES],
    steps: null,
    state: 'Chuẩn bị',
    approved: false,
    copiesTo: ['Bộ trưởng (để b/c)', 'Bộ Khoa học và Công nghệ (để p/h)'],
    note: 'Văn bản ký thứ Năm 23/10/2025, thời hạn "trước ngày 24/10/2025": đọc đúng chữ là hết chính ngày ký. Văn bản có thể được phát hành ngày làm việc tiếp theo, tức đến nơi sau hạn. Đề nghị điều phối viên xem xét, ghi Hạn điều chỉnh (ví dụ 24/10/2025) trước khi Duyệt gửi; khi có Hạn điều chỉnh, chỉ báo cáo gửi sau hạn đó mới tính là gửi muộn.',
  },
];
