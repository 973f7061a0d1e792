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

/** What a city that rehearses nothing would write: each in its own words, about its own matters. */
export const ownReports = {
  HNI: {
    '1.1':
      'Thành phố Hà Nội đã rà soát 07 đề án, chương trình: Đề án thành phố thông minh giai đoạn 2025-2030 (Quyết định số 4098/QĐ-UBND ngày 12/6/2025, đang triển khai); Chương trình chuyển đổi số (Quyết định số 2177/QĐ-UBND ngày 25.3.2024, điều chỉnh); 05 dự án thành phần về giao thông, chiếu sáng, thoát nước, môi trường, an ninh trật tự (tiếp tục thực hiện).\n' +
      'Kết luận: giữ 05, điều chỉnh 01, dừng 01 dự án bãi đỗ xe thông minh do trùng nội dung. Rà soát xong ngày 15 tháng 9 năm 2025.',
    '1.2':
      'Căn cứ Nghị định số 269/2025/NĐ-CP, thành phố đã thành lập Hội đồng điều phối đô thị thông minh, giao Sở Xây dựng là cơ quan thường trực; lồng ghép yêu cầu hạ tầng số vào 03 đồ án quy hoạch phân khu. Dự kiến trình kế hoạch phát triển đô thị thông minh đến năm 2030 trước ngày 20/12/2025.',
    '1.3-trang-thai': 'Đã ban hành',
    '1.3-so-ky-hieu': '218/KH-UBND',
    '1.3-ngay': '2025-07-28',
    '1.4':
      '- Thể chế, cơ chế chính sách: chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh (thẩm quyền: Bộ Tài chính).\n' +
      '- Dữ liệu, kết nối chia sẻ: cơ sở dữ liệu đất đai của 126 xã, phường chưa chuẩn hóa xong, chưa kết nối với trung tâm điều hành.\n' +
      '- Nhân lực: cấp xã chưa có biên chế chuyên trách về công nghệ thông tin.',
    '1.5':
      '1) Đề nghị Bộ Tài chính hướng dẫn định mức thuê dịch vụ nền tảng đô thị thông minh trong quý I năm 2026.\n' +
      '2) Đề nghị Bộ Xây dựng sớm ban hành bộ chỉ số đánh giá đô thị thông minh.\n' +
      '3) Kiến nghị Bộ Nội vụ cho phép bố trí biên chế công nghệ thông tin tại cấp xã.',
    '2.1':
      'Nhiệm vụ 1: nền tảng dữ liệu đô thị dùng chung, Sở Khoa học và Công nghệ chủ trì, từ ngày 01/9/2025 đến ngày 30/6/2026, tiến độ 40%.\n' +
      'Nhiệm vụ 2: thí điểm 03 phường thông minh, Sở Xây dựng chủ trì, từ ngày 01/10/2025 đến ngày 31/12/2026, tiến độ 15%.',
    '2.2-khong-co': 'Trùng nội dung mục 1.4',
    '2.3': 'Đề nghị Bộ Xây dựng sớm tổ chức hội nghị chia sẻ kinh nghiệm giữa ba thành phố.',
    '3': 'Thành phố đăng ký tham gia thí điểm bộ chỉ số đánh giá trong quý II năm 2026.',
  },
  DNG: {
    '1.1':
      'Đà Nẵng rà soát xong 05 đề án sau hợp nhất: 03 đề án của thành phố Đà Nẵng (Quyết định số 6439/QĐ-UBND ngày 29/12/2023; Quyết định số 1287/QĐ-UBND ngày 02/5/2024; Quyết định số 771/QĐ-UBND ngày 8/4/2025), 02 đề án của tỉnh Quảng Nam trước đây (Quyết định số 3320/QĐ-UBND ngày 30/11/2022; Quyết định số 145/QĐ-UBND ngày 19/1/2024).\n' +
      'Đề xuất nhập thành một đề án chung; hoàn thành rà soát ngày 30/9/2025.',
    '1.2':
      'Thành phố bám theo Nghị định số 269/2025/NĐ-CP và Công văn số 4321/BXD-PTĐT ngày 18/8/2025: khảo sát hạ tầng số 94 xã, phường mới; giao Sở Xây dựng chủ trì lập bản đồ số quy hoạch, dự kiến vận hành thử trước ngày 31/01/2026.',
    '1.4':
      'Hạ tầng: khu vực miền núi sau hợp nhất còn 37 thôn chưa có cáp quang.\n' +
      'Thể chế, cơ chế chính sách: chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh.',
    '1.5':
      'Đề nghị Bộ Khoa học và Công nghệ hỗ trợ phủ sóng 5G tại khu vực miền núi trước năm 2027; đề nghị Bộ Tài chính hướng dẫn định mức thuê dịch vụ nền tảng đô thị thông minh.',
    '2.1':
      'Nhiệm vụ: khu công nghệ thông tin tập trung giai đoạn 2, Sở Khoa học và Công nghệ chủ trì, từ ngày 15/8/2025 đến ngày 30/9/2026, tiến độ 35%.',
    '2.2':
      'Dữ liệu, kết nối chia sẻ: hai hệ thống điều hành của hai địa phương cũ dùng chuẩn dữ liệu khác nhau, chưa kết nối được với nhau.',
    '2.3': 'Đề nghị Bộ Khoa học và Công nghệ ban hành chuẩn kết nối giữa các trung tâm điều hành đô thị.',
  },
  CTO: {
    '1.1':
      'Cần Thơ có 03 đề án đã rà soát: Đề án đô thị thông minh (Quyết định số 1052/QĐ-UBND ngày 17/4/2023, tiếp tục), hệ thống cảnh báo ngập (Quyết định số 389/QĐ-UBND ngày 21/02/2025, đang triển khai), hệ thống chiếu sáng thông minh (hoàn thành). Việc rà soát kết thúc ngày 05/10/2025.',
    '1.3-trang-thai': 'Đã ban hành',
    '1.3-so-ky-hieu': '97/KH-UBND',
    '1.3-ngay': '2025-07-31',
    '1.4':
      'Nguồn lực, tài chính: ngân sách thành phố mới bố trí được 42% kinh phí hệ thống cảnh báo ngập.\n' +
      'Thể chế, cơ chế chính sách: chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh.',
    '1.5':
      'Đề nghị Thủ tướng Chính phủ cho phép sử dụng vốn trung hạn 2026-2030 để hoàn thành hệ thống cảnh báo ngập vùng Đồng bằng sông Cửu Long.',
  },
  HCM: {
    '1.1':
      'Thành phố Hồ Chí Minh rà soát 12 đề án, chương trình của ba địa phương trước hợp nhất. Đã có kết luận với 09 nội dung: tiếp tục 06, nhập 02, dừng 01; còn 03 nội dung về giao thông thông minh đang rà soát, dự kiến xong ngày 30/11/2025. Văn bản chính: Quyết định số 5521/QĐ-UBND ngày 09/10/2024.',
    '1.2':
      'Thực hiện hướng dẫn của các Bộ, ngành, thành phố đã ban hành kiến trúc đô thị thông minh (Quyết định số 1460/QĐ-UBND ngày 24/7/2025), tổ chức lại Trung tâm điều hành, chuẩn bị chuyển 168 phường, xã sang nền tảng dùng chung trước ngày 31/3/2026.',
    '1.3-trang-thai': 'Đã ban hành',
    '1.3-so-ky-hieu': '5120/KH-UBND',
    '1.3-ngay': '2025-08-05',
    '1.4':
      'Tổ chức, điều phối: chức năng của các sở sau hợp nhất còn chồng chéo trong quản lý hạ tầng số.\n' +
      'An toàn thông tin: số vụ tấn công mạng vào hệ thống camera tăng, chưa có quy chế ứng cứu chung.\n' +
      'Thể chế, cơ chế chính sách: định mức chi phí thuê dịch vụ nền tảng đô thị thông minh chưa có.',
    '1.5': 'Cần sớm có cơ chế thử nghiệm có kiểm soát cho dịch vụ đô thị thông minh.',
    '2.1': 'Các nhiệm vụ được giao đang thực hiện theo kế hoạch, cơ bản bảo đảm tiến độ đề ra.',
    '2.2-khong-co': 'Không có',
    '2.3': 'Đề nghị Bộ Xây dựng sớm tổ chức hội nghị chia sẻ kinh nghiệm giữa ba thành phố.',
  },
} as const satisfies Readonly<Record<string, Answers>>;

/** The second item as another city wrote it: names were exchanged, nothing else. */
export function copiedPreparation(of: Answers): Answers {
  return { '1.2': of['1.2'] ?? '' };
}
