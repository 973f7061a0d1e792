import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { LOCALE, readsDaysAsMeant, ZONE } from '../../sheets-schema/zone.ts';
import type { Doubts } from '../workbook/doubts.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

const FILE = { title: 'Bảng tính' };

/** The file reads days otherwise than people mean them, or the run does not know what time it is: no mail can be right. */
export function fileDoubts(read: Told): Doubts {
  const parts = [strangeSettings(read), strangeClock(read)].filter((part) => part !== null);
  return {
    doubts: parts.map(({ reason }) => ({ scope: 'all', reason })),
    findings: parts.map(({ finding }) => finding),
  };
}

type Told = Pick<Snapshot, 'bookkeeping' | 'fileSettings' | 'clockAhead'>;

type Strange = { readonly reason: string; readonly finding: Finding } | null;

function strangeSettings({ bookkeeping, fileSettings = bookkeeping.fileSettings }: Told): Strange {
  const [locale = '', timeZone = ''] = fileSettings.split(' ');
  if (fileSettings === '' || readsDaysAsMeant({ locale, timeZone })) return null;
  return {
    reason: 'ngôn ngữ hoặc múi giờ của bảng tính đã đổi',
    finding: finding(where(FILE), {
      level: 'error',
      found: `cài đặt của bảng tính: ngôn ngữ ${locale}, múi giờ ${timeZone}; 5/11/2025 gõ vào có thể thành ngày 11 tháng 5`,
      expected: `ngôn ngữ Việt Nam (${LOCALE}), múi giờ ${ZONE}`,
      fix: 'mở Tệp > Cài đặt, chọn Việt Nam và múi giờ Hà Nội, rồi xem lại các ngày vừa gõ; mọi thư đang giữ lại',
    }),
  };
}

function strangeClock({ clockAhead }: Told): Strange {
  if (clockAhead === undefined) return null;
  return {
    reason: 'đồng hồ của máy chạy lệch giờ của Google',
    finding: finding(where(FILE), {
      level: 'error',
      found: `đồng hồ của máy chạy hệ thống ${clockAhead > 0 ? 'nhanh' : 'chậm'} ${Math.abs(clockAhead)} phút so với giờ của Google`,
      expected: 'đồng hồ khớp giờ của Google',
      fix: 'quản trị viên chỉnh giờ của máy chạy; mọi thư đang giữ lại',
    }),
  };
}
