import type { Answers } from '../workspace/city.ts';

/** What the cities of the story write. Invented for the story; no city said any of it. */

/** Section 1 in full. @param city as it calls itself in running text. */
export function section1(city: string, plan: { number: string; date: string }): Answers {
  return {
    '1.1':
      `${city} đã rà soát xong 04 đề án: Đề án phát triển đô thị thông minh (Quyết định số 210/QĐ-UBND ngày 15/3/2022, giai đoạn 2022-2025, tiếp tục thực hiện); ` +
      'Chương trình chuyển đổi số (Quyết định số 88/QĐ-UBND ngày 20/01/2023, điều chỉnh); Đề án trung tâm điều hành thông minh (đã hoàn thành giai đoạn 1); ' +
      'hệ thống camera giao thông (đang triển khai). Việc rà soát hoàn thành ngày 10/10/2025.',
    '1.2':
      'Đã bám theo Nghị định số 269/2025/NĐ-CP và hướng dẫn của các Bộ, ngành: kiện toàn cơ quan thường trực, giao Sở Xây dựng làm đầu mối; ' +
      'rà soát quy hoạch các phường mới sau sắp xếp; chuẩn bị danh mục dữ liệu đô thị dùng chung, trình trước ngày 15/12/2025.',
    '1.3-trang-thai': 'Đã ban hành',
    '1.3-so-ky-hieu': plan.number,
    '1.3-ngay': plan.date,
    '1.4':
      'Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh; dữ liệu đất đai và dân cư chưa kết nối thông suốt giữa các sở, ngành.',
    '1.5':
      'Đề nghị Bộ Xây dựng ban hành hướng dẫn về chỉ số đánh giá; đề nghị Bộ Tài chính hướng dẫn định mức thuê dịch vụ trong quý I năm 2026.',
  };
}

/** Section 2, for the three cities. */
export const section2: Answers = {
  '2.1':
    'Nhiệm vụ 1: nền tảng dữ liệu đô thị dùng chung, Sở Khoa học và Công nghệ chủ trì, từ ngày 01/9/2025 đến ngày 30/6/2026, tiến độ 40%. ' +
    'Nhiệm vụ 2: thí điểm phường thông minh, Sở Xây dựng chủ trì, từ ngày 01/10/2025 đến ngày 31/12/2026, tiến độ 15%.',
  '2.2-khong-co': 'Không có',
  '2.3': 'Đề nghị Bộ Xây dựng sớm tổ chức hội nghị chia sẻ kinh nghiệm giữa ba thành phố.',
};

/** A report in which the action plan is left for later. */
export function withoutPlan(answers: Answers): Answers {
  const { '1.3-trang-thai': _state, '1.3-so-ky-hieu': _number, '1.3-ngay': _date, ...rest } = answers;
  return { ...rest, '1.3-ly-do': 'Đang cập nhật' };
}

export const planAlone: Answers = {
  '1.3-trang-thai': 'Đang dự thảo',
  '1.3-du-kien': '2025-11-30',
  '1.3-ly-do':
    'Chờ thống nhất danh mục nhiệm vụ với các phường mới thành lập sau sắp xếp; dự thảo lần 2 đã gửi lấy ý kiến.',
};
