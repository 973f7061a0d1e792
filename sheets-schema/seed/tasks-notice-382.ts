import type { Task } from '../tabs/register.ts';
import { GROUP_CITIES, GROUP_TASK_FORCE } from '../tabs/units.ts';
import { assignedBy, doubts } from './assigned-task.ts';
import { lastDay } from './last-day.ts';
import { GROUP_MINISTRIES } from './units.ts';

const task = assignedBy('382/TB-VPCP ngày 23/7/2025');

const MEMBERS_UNLISTED =
  'Danh sách thành viên Tổ công tác nằm ở Phụ lục Quyết định 1413/QĐ-TTg, chưa được nạp; nhóm TV-TCT hiện lấy theo thành phần dự họp, cần điều phối viên xác nhận.';
const NO_DEADLINE = 'Văn bản không nêu thời hạn; xếp là việc thường xuyên, cần điều phối viên xác nhận.';
const WITH_GOVERNMENT_OFFICE =
  'Văn bản ghi "Bộ Xây dựng phối hợp với Văn phòng Chính phủ", không có chữ "chủ trì"; coi Bộ Xây dựng là chủ trì, cần điều phối viên xác nhận.';
const WHOLE_CLAUSE =
  'Văn bản không nêu rõ "Hoàn thành trước ngày 25 tháng 7 năm 2025" có gắn cho cả việc cho ý kiến của thành viên hay không; cách hiểu này cần điều phối viên xác nhận.';
const SEVEN_DAYS =
  'Nếu lấy 31/7/2025 là ngày hoàn thành thì quá hạn 7 ngày; văn bản ghi "hoàn thiện để trình ban hành" nên kết luận này cần điều phối viên xác nhận.';
const WITHIN_JULY =
  'Văn bản ký ngày 23/7/2025, chỉ còn 8 ngày; "trong tháng 7" được hiểu là gồm cả ngày 31/7/2025 (thứ Năm).';
const CITIES_UNCOUNTED =
  'Văn bản ghi "các thành phố trực thuộc Trung ương", không đếm số lượng; áp dụng cho sáu thành phố tại thời điểm ban hành. Thành phố Đồng Nai (từ 30/4/2026) chưa được tính, cần điều phối viên xác nhận.';

/** Thông báo 382/TB-VPCP: 22 tasks, clause by clause. */
export const notice382: readonly Task[] = [
  task('N382-I', 'I, đoạn 2', {
    summary:
      'Tiếp tục chủ động nghiên cứu, đề xuất các nhiệm vụ, giải pháp về phát triển đô thị thông minh để triển khai hiệu quả Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Thông báo Kết luận số 30-KL/TGV ngày 13/6/2025 và Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ.',
    lead: GROUP_TASK_FORCE,
    deadlineKind: 'Thường xuyên',
    appliesTo: [GROUP_TASK_FORCE],
    note: doubts(
      NO_DEADLINE,
      MEMBERS_UNLISTED,
      'Bản văn bản được chép có lỗi gõ ở đoạn này (ví dụ "đọt, phá", "57-NQ/TW. ngày"); khi đối chiếu không so từng chữ.',
    ),
  }),
  task('N382-II1a-1', 'II.1.a', {
    summary: 'Xây dựng Nghị định về phát triển đô thị thông minh, trình Chính phủ.',
    lead: 'BXD',
    cooperating: ['BKHCN'],
    unlisted: ['các Bộ, cơ quan liên quan'],
    recipient: 'Chính phủ',
    deadlineText: 'trước ngày 15 tháng 8 năm 2025',
    deadlineKind: 'Trước ngày',
    deadline: lastDay('2025-08-14'),
    appliesTo: ['BXD'],
    product: 'Dự thảo Nghị định trình Chính phủ',
    note: 'Thời hạn là hạn trình. Nghị định 269/2025/NĐ-CP được ban hành ngày 14/10/2025; ngày ban hành không phải ngày trình, nên không suy ra số ngày quá hạn từ đó. Ngày trình cần điều phối viên xác nhận.',
  }),
  task('N382-II1a-2', 'II.1.a, đoạn 2', {
    summary:
      'Theo nhiệm vụ, nghiên cứu, có ý kiến về Dự thảo Nghị định về phát triển đô thị thông minh, gửi Bộ Xây dựng.',
    lead: GROUP_TASK_FORCE,
    recipient: 'BXD',
    deadlineText: 'trước ngày 25 tháng 7 năm 2025',
    deadlineKind: 'Trước ngày',
    deadline: lastDay('2025-07-24'),
    appliesTo: [GROUP_TASK_FORCE],
    product: 'Văn bản góp ý',
    note: MEMBERS_UNLISTED,
  }),
  task('N382-II1b-1', 'II.1.b', {
    summary: 'Nghiên cứu, có ý kiến cụ thể về đề xuất xây dựng Nghị định theo trình tự, thủ tục rút gọn.',
    lead: 'BTP',
    recipient: 'BXD',
    deadlineText: 'khẩn trương',
    deadlineKind: 'Khẩn trương',
    appliesTo: ['BTP'],
    product: 'Văn bản ý kiến',
    note: 'Bộ Tư pháp được giao nhiệm vụ nhưng không có trong thành phần dự họp ghi tại văn bản; Bộ Tư pháp có phải thành viên Tổ công tác hay không cần điều phối viên xác nhận.',
  }),
  task('N382-II1b-2', 'II.1.b', {
    summary:
      'Tổng hợp ý kiến về đề xuất xây dựng Nghị định theo trình tự, thủ tục rút gọn, báo cáo Thủ tướng Chính phủ để bảo đảm chặt chẽ, đúng quy định pháp luật.',
    lead: 'BXD',
    cooperating: ['BTP'],
    recipient: 'Thủ tướng Chính phủ',
    deadlineKind: 'Khẩn trương',
    appliesTo: ['BXD'],
    product: 'Báo cáo Thủ tướng Chính phủ',
    note: 'Văn bản không nêu rõ ai tổng hợp, báo cáo và không nêu thời hạn riêng; hiểu là Bộ Xây dựng, khẩn trương sau khi có ý kiến của Bộ Tư pháp (N382-II1b-1). Cách hiểu này cần điều phối viên xác nhận.',
  }),
  task('N382-II1c', 'II.1.c', {
    summary:
      'Tiếp tục nghiên cứu, tiếp thu ý kiến của thành viên Tổ công tác, hoàn thiện dự thảo Nghị định: làm rõ căn cứ, cơ sở ban hành; tiêu chuẩn, tiêu chí phát triển đô thị thông minh; phát triển đô thị gắn liền với chuyển đổi số; quy định lựa chọn thí điểm xã, phường làm cơ sở nhân rộng; cơ chế thuê dịch vụ, xã hội hóa theo hình thức đối tác công tư (doanh nghiệp đầu tư cơ sở hạ tầng, nhà nước thuê lại); lộ trình triển khai; khuyến khích phát triển công nghiệp phục vụ đô thị thông minh.',
    lead: 'BXD',
    cooperating: [GROUP_TASK_FORCE],
    deadlineText: 'tiếp tục',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: doubts(
      'Văn bản không nêu thời điểm kết thúc; hiểu là kết thúc cùng việc trình Nghị định (N382-II1a-1), cần điều phối viên xác nhận.',
      'Bản văn bản được chép có lỗi gõ ở khoản này ("Tố công tác"); khi đối chiếu không so từng chữ.',
    ),
  }),
  task('N382-II1d-1', 'II.1.d (i)', {
    summary: 'Tổ chức hội thảo với các tổ chức, cá nhân liên quan, đối tượng tác động về dự thảo Nghị định.',
    lead: 'BXD',
    cooperating: ['VPCP'],
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: doubts(NO_DEADLINE, WITH_GOVERNMENT_OFFICE),
  }),
  task('N382-II1d-2', 'II.1.d (ii)', {
    summary:
      'Tổ chức nghiên cứu thực tế kinh nghiệm một số nước trên thế giới về phát triển đô thị thông minh để có giải pháp phù hợp, hiệu quả, vừa bảo đảm mục tiêu quản lý, vừa thực hiện mục tiêu tạo không gian, động lực phát triển.',
    lead: 'BXD',
    cooperating: ['VPCP'],
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: doubts(NO_DEADLINE, WITH_GOVERNMENT_OFFICE),
  }),
  task('N382-II2', 'II.2', {
    summary:
      'Xây dựng, tổ chức tổng kết Đề án phát triển đô thị thông minh bền vững Việt Nam giai đoạn 2018-2025 (Quyết định số 950/QĐ-TTg).',
    lead: 'BXD',
    cooperating: ['BKHCN'],
    unlisted: ['các Bộ ngành liên quan', 'các địa phương'],
    deadlineText: 'Hoàn thành trong tháng 7 năm 2025',
    deadlineKind: 'Trong tháng',
    deadline: lastDay('2025-07-31'),
    appliesTo: ['BXD'],
    product: 'Báo cáo tổng kết Đề án',
    note: WITHIN_JULY,
  }),
  task('N382-II3a-1', 'II.3.a', {
    summary: 'Tổng hợp ý kiến, hoàn thiện để trình ban hành Quy chế hoạt động của Tổ công tác.',
    lead: 'BXD',
    cooperating: [GROUP_TASK_FORCE],
    deadlineText: 'Hoàn thành trước ngày 25 tháng 7 năm 2025',
    deadlineKind: 'Trước ngày',
    deadline: lastDay('2025-07-24'),
    appliesTo: ['BXD'],
    product: 'Quy chế hoạt động của Tổ công tác',
    evidence: '112/QĐ-TCTLN ngày 31/7/2025',
    note: doubts(WHOLE_CLAUSE, SEVEN_DAYS),
  }),
  task('N382-II3a-2', 'II.3.a', {
    summary:
      'Tổng hợp ý kiến, hoàn thiện để trình ban hành Kế hoạch hoạt động của Tổ công tác trong Quý III, IV năm 2025.',
    lead: 'BXD',
    cooperating: [GROUP_TASK_FORCE],
    deadlineText: 'Hoàn thành trước ngày 25 tháng 7 năm 2025',
    deadlineKind: 'Trước ngày',
    deadline: lastDay('2025-07-24'),
    appliesTo: ['BXD'],
    product: 'Kế hoạch hoạt động của Tổ công tác',
    evidence: '111/KH-TCTLN ngày 31/7/2025',
    note: doubts('"Quý III, IV năm 2025" là kỳ của kế hoạch, không phải thời hạn.', WHOLE_CLAUSE, SEVEN_DAYS),
  }),
  task('N382-II3a-3', 'II.3.a', {
    summary: 'Phối hợp, cho ý kiến về Quy chế và Kế hoạch hoạt động của Tổ công tác.',
    lead: GROUP_TASK_FORCE,
    recipient: 'BXD',
    deadlineText: 'khi có yêu cầu',
    deadlineKind: 'Khi có yêu cầu',
    appliesTo: [GROUP_TASK_FORCE],
    note: doubts(
      WHOLE_CLAUSE,
      'Văn bản không nêu nơi nhận; hiểu là Bộ Xây dựng, muộn nhất hết ngày 24/7/2025 cùng hạn của khoản a. Cách hiểu này cần điều phối viên xác nhận.',
      MEMBERS_UNLISTED,
    ),
  }),
  task('N382-II3b-1', 'II.3.b', {
    summary:
      'Rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai thực hiện tại địa phương.',
    lead: GROUP_CITIES,
    deadlineKind: 'Khẩn trương',
    appliesTo: [GROUP_CITIES],
    note: doubts(
      'Chữ "khẩn trương" đứng trước "chuẩn bị, thực hiện"; văn bản không nêu rõ có bao gồm việc rà soát hay không, không nêu nơi nhận và thời hạn. Cách hiểu này cần điều phối viên xác nhận.',
      'Khoản b của bản được chép kết thúc bằng dấu phẩy, có thể thiếu chữ.',
      CITIES_UNCOUNTED,
      'Nội dung này được hỏi lại tại mục 1.1 của Đề cương.',
    ),
  }),
  task('N382-II3b-2', 'II.3.b', {
    summary:
      'Khẩn trương chuẩn bị, thực hiện tốt công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương.',
    lead: GROUP_CITIES,
    deadlineText: 'khẩn trương',
    deadlineKind: 'Khẩn trương',
    appliesTo: [GROUP_CITIES],
    note: doubts(
      'Văn bản không nêu nơi nhận và thời hạn; khoản b của bản được chép kết thúc bằng dấu phẩy, có thể thiếu chữ.',
      CITIES_UNCOUNTED,
      'Nội dung này được hỏi lại tại mục 1.2 của Đề cương.',
    ),
  }),
  task('N382-II3c', 'II.3.c', {
    summary:
      'Theo chức năng, nhiệm vụ được giao, khẩn trương xây dựng kế hoạch hành động của Bộ, ngành, địa phương mình, gửi Bộ Xây dựng.',
    lead: `${GROUP_MINISTRIES}; ${GROUP_CITIES}`,
    recipient: 'BXD',
    deadlineText: 'khẩn trương … trong tháng 7 năm 2025',
    deadlineKind: 'Trong tháng',
    deadline: lastDay('2025-07-31'),
    appliesTo: [GROUP_MINISTRIES, GROUP_CITIES],
    unlisted: [
      'Bộ Ngoại giao',
      'Bộ Dân tộc và Tôn giáo',
      'Ngân hàng Nhà nước Việt Nam',
      'Thanh tra Chính phủ',
      'Ủy ban nhân dân 28 tỉnh ngoài sáu thành phố',
    ],
    product: 'Kế hoạch hành động',
    note: doubts(
      WITHIN_JULY,
      'Văn bản giao mọi Bộ, ngành và mọi tỉnh, thành phố; sổ này mới có các đơn vị ghi ở tab Đơn vị; những cơ quan ở cột Chưa có trong sổ cần điều phối viên quyết định có theo dõi hay không.',
      'Nội dung này được hỏi lại tại mục 1.3 của Đề cương.',
    ),
  }),
  task('N382-II3d-1', 'II.3.d', {
    summary: 'Là cơ quan đầu mối thực hiện chức năng tổng hợp.',
    lead: 'BXD',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: NO_DEADLINE,
  }),
  task('N382-II3d-2', 'II.3.d', {
    summary: 'Chuẩn bị nội dung, tài liệu cho các phiên họp tiếp theo của Tổ công tác.',
    lead: 'BXD',
    recipient: 'Tổ công tác',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    product: 'Tài liệu phiên họp',
    note: NO_DEADLINE,
  }),
  task('N382-II3d-3', 'II.3.d', {
    summary:
      'Tham mưu ban hành các văn bản chỉ đạo triển khai Nghị quyết, Đề án, nhiệm vụ Chính phủ giao liên quan đến đô thị thông minh.',
    lead: 'BXD',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: NO_DEADLINE,
  }),
  task('N382-II3d-4', 'II.3.d', {
    summary: 'Làm đầu mối tiếp nhận, xử lý các vấn đề phát sinh của Tổ công tác.',
    lead: 'BXD',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: NO_DEADLINE,
  }),
  task('N382-II3dd', 'II.3.đ', {
    summary:
      'Chủ động tham gia xây dựng đề xuất chính sách, phản biện khoa học, kết nối chuyên gia - doanh nghiệp trong và ngoài nước hỗ trợ địa phương triển khai hiệu quả.',
    lead: GROUP_TASK_FORCE,
    deadlineText: 'chủ động',
    deadlineKind: 'Thường xuyên',
    appliesTo: [GROUP_TASK_FORCE],
    note: MEMBERS_UNLISTED,
  }),
  task('N382-II4-1', 'II.4', {
    summary: 'Báo cáo kịp thời khó khăn, vướng mắc (nếu có) đến Bộ Xây dựng.',
    lead: GROUP_TASK_FORCE,
    recipient: 'BXD',
    deadlineText: 'kịp thời',
    deadlineKind: 'Thường xuyên',
    appliesTo: [GROUP_TASK_FORCE],
    note: doubts(
      'Thực hiện theo sự kiện, khi có khó khăn, vướng mắc. Nội dung này được hỏi lại tại mục 1.4 của Đề cương.',
      MEMBERS_UNLISTED,
    ),
  }),
  task('N382-II4-2', 'II.4', {
    summary:
      'Tổng hợp khó khăn, vướng mắc, báo cáo Phó Thủ tướng Chính phủ - Tổ trưởng để kịp thời chỉ đạo tháo gỡ, bảo đảm tiến độ nhiệm vụ được thực hiện đúng thời hạn.',
    lead: 'BXD',
    recipient: 'Phó Thủ tướng Chính phủ - Tổ trưởng Tổ công tác',
    deadlineKind: 'Thường xuyên',
    appliesTo: ['BXD'],
    note: 'Văn bản không nêu thời hạn; thực hiện theo sự kiện, khi có báo cáo khó khăn, vướng mắc.',
  }),
];
