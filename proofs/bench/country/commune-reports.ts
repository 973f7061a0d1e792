import { section1 } from '../../../scripts/story/reports.ts';
import type { Answers } from '../../../scripts/workspace/city.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';

/** What a commune wrote in the round before. */
export function earlierReport({ shortName }: Unit): Answers {
  return {
    '1.1':
      `${shortName} có 02 kế hoạch về chuyển đổi số cấp xã: Kế hoạch số 12/KH-UBND ngày 04/02/2025 và Kế hoạch số 31/KH-UBND ngày 18/4/2025. ` +
      'Cả hai kế hoạch đang được rà soát lại sau khi sắp xếp đơn vị hành chính; dự kiến xong trước ngày 30/9/2025.',
    '1.2':
      'Chưa có văn bản riêng của xã; đang thực hiện theo hướng dẫn của Sở Xây dựng và Sở Khoa học và Công nghệ, đã cử 01 công chức làm đầu mối.',
    '1.3-trang-thai': 'Đang dự thảo',
    '1.3-du-kien': '2025-09-30',
    '1.3-ly-do': 'Chờ ý kiến của các thôn, tổ dân phố về danh mục nhiệm vụ; dự thảo đã gửi lấy ý kiến hai lần.',
    '1.4': 'Đường truyền tại hai thôn còn yếu; cán bộ kiêm nhiệm nhiều việc, chưa được tập huấn.',
    '1.5': 'Đề nghị tỉnh bố trí kinh phí duy trì trang thiết bị và tổ chức tập huấn trong quý III năm 2025.',
  };
}

/** What it writes now; one in ten sends what it sent last time. */
export function report(unit: Unit, index: number): Answers {
  if (index % 10 === 9) return earlierReport(unit);
  return section1(unit.shortName, { number: `${index + 1}/KH-UBND`, date: '2025-09-12' });
}
