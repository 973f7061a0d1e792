/**
 * The clauses as they stand in the copies of the two documents, letter by letter. `[nguyên văn]` stands behind what the
 * copy mistypes; `[…]` is left out: the name of a person, or words about another task.
 */
export const exactWords: Readonly<Record<string, string>> = {
  'N382-I':
    'Theo đó, yêu cầu các đồng chí Tổ công tác tiếp tục chủ động nghiên cứu, đề xuất các nhiệm vụ giải pháp về phát triển đô thị thông minh để triển khai hiệu quả Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đọt, phá [nguyên văn] phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia; Thông báo Kết luận số 30-KL/TGV ngày 13 tháng 6 năm 2025 của Lãnh đạo Ban Chỉ đạo; Trung ương [nguyên văn] về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số và Nghị quyết số 71/NQ-CP của Chính phủ ngày 01 tháng 4 năm 2025 sửa đổi, bổ sung Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW. [nguyên văn] ngày 22 tháng 12 năm 2024 của Bộ Chính trị.',
  'N382-II1a-1':
    'a) Bộ Xây dựng chủ trì, phối hợp với Bộ Khoa học và Công nghệ và các Bộ, cơ quan liên quan xây dựng Nghị định về phát triển đô thị thông minh trình Chính phủ trước ngày 15 tháng 8 năm 2025.',
  'N382-II1a-2':
    'Các Thành viên Tổ Công tác theo nhiệm vụ, nghiên cứu có ý kiến về Dự thảo Nghị định về phát triển đô thị thông minh gửi về Bộ Xây dựng trước ngày 25 tháng 7 năm 2025.',
  'N382-II1b-1':
    'b) Đối với đề xuất xây dựng Nghị định theo trình tự, thủ tục rút gọn, giao Bộ Tư pháp khẩn trương nghiên cứu, có ý kiến cụ thể gửi Bộ Xây dựng tổng hợp, báo cáo Thủ tướng Chính phủ để bảo đảm chặt chẽ, đúng quy định pháp luật.',
  'N382-II1b-2':
    'b) Đối với đề xuất xây dựng Nghị định theo trình tự, thủ tục rút gọn, giao Bộ Tư pháp khẩn trương nghiên cứu, có ý kiến cụ thể gửi Bộ Xây dựng tổng hợp, báo cáo Thủ tướng Chính phủ để bảo đảm chặt chẽ, đúng quy định pháp luật.',
  'N382-II1c':
    'c) Về nội dung dự thảo Nghị định, Bộ Xây dựng tiếp tục nghiên cứu, tiếp thu ý kiến của các đồng chí Thành viên Tố công tác [nguyên văn], bổ sung làm rõ căn cứ, cơ sở ban hành Nghị định; các tiêu chuẩn, tiêu chí phát triển đô thị thông minh; nghiên cứu phát triển đô thị gắn liền với chuyển đổi số; nghiên cứu việc quy định lựa chọn thí điểm xã phường xây dựng đô thị thông minh làm cơ sở nhân rộng; nghiên cứu cơ chế thuê dịch vụ phát triển đô thị thông minh, xã hội hóa theo hình thức đối tác công tư trong phát triển đô thị thông minh (doanh nghiệp đầu tư cơ sở hạ tầng, nhà nước thuê lại), xây dựng lộ trình triển khai, khuyến khích phát triển công nghiệp phục vụ phát triển đô thị thông minh,...',
  'N382-II1d-1':
    'd) Bộ Xây dựng phối hợp với Văn phòng Chính phủ: (i) Tổ chức hội thảo với các tổ chức, cá nhân liên quan, đối tượng tác động về dự thảo Nghị định […]',
  'N382-II1d-2':
    'd) Bộ Xây dựng phối hợp với Văn phòng Chính phủ: […] (ii) tổ chức nghiên cứu thực tế kinh nghiệm một số nước trên thế giới về phát triển đô thị thông minh để có giải pháp phù hợp, hiệu quả, vừa bảo đảm mục tiêu quản lý, vừa thực hiện mục tiêu tạo không gian, động lực phát triển.',
  'N382-II2':
    'Bộ Xây dựng chủ trì, phối hợp với Bộ Khoa học và Công nghệ, các Bộ ngành liên quan, các địa phương xây dựng, tổ chức tổng kết Đề án phát triển đô thị thông minh bền vững Việt Nam giai đoạn 2018-2025. Hoàn thành trong tháng 7 năm 2025.',
  'N382-II3a-1':
    'a) Bộ Xây dựng chủ trì, tổng hợp ý kiến của các Thành viên Tổ công tác và chủ động hoàn thiện để trình ban hành Quy chế hoạt động của Tổ công tác […] Hoàn thành trước ngày 25 tháng 7 năm 2025.',
  'N382-II3a-2':
    'a) Bộ Xây dựng chủ trì, tổng hợp ý kiến của các Thành viên Tổ công tác và chủ động hoàn thiện để trình ban hành […] Kế hoạch hoạt động của Tổ công tác trong Quý III, IV năm 2025. […] Hoàn thành trước ngày 25 tháng 7 năm 2025.',
  'N382-II3a-3':
    'Các đồng chí Thành viên Tổ công tác phối hợp, cho ý kiến khi có yêu cầu. Hoàn thành trước ngày 25 tháng 7 năm 2025.',
  'N382-II3b-1':
    'b) Ủy ban nhân dân các thành phố trực thuộc Trung ương rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai thực hiện tại địa phương mình, […]',
  'N382-II3b-2':
    'b) Ủy ban nhân dân các thành phố trực thuộc Trung ương […] khẩn trương chuẩn bị, thực hiện tốt công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương, [nguyên văn]',
  'N382-II3c':
    'c) Các Bộ, ngành, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương, theo chức năng, nhiệm vụ được giao, khẩn trương xây dựng kế hoạch hành động của Bộ, ngành, địa phương mình gửi Bộ Xây dựng trong tháng 7 năm 2025.',
  'N382-II3d-1': 'd) Giao Bộ Xây dựng là cơ quan đầu mối thực hiện chức năng tổng hợp; […]',
  'N382-II3d-2': 'd) Giao Bộ Xây dựng […] chuẩn bị nội dung, tài liệu cho các phiên họp tiếp theo; […]',
  'N382-II3d-3':
    'd) Giao Bộ Xây dựng […] tham mưu ban hành các văn bản chỉ đạo triển khai Nghị quyết, Đề án, nhiệm vụ Chính phủ giao liên quan đến đô thị thông minh; […]',
  'N382-II3d-4': 'd) Giao Bộ Xây dựng […] đầu mối tiếp nhận, xử lý các vấn đề phát sinh của Tổ công tác.',
  'N382-II3dd':
    'đ) Các thành viên Tổ công tác chủ động tham gia xây dựng đề xuất chính sách, phản biện khoa học, kết nối chuyên gia - doanh nghiệp trong và ngoài nước hỗ trợ địa phương triển khai hiệu quả.',
  'N382-II4-1':
    '4. Trong quá trình triển khai nhiệm vụ phát triển đô thị thông minh nếu có khó khăn, vướng mắc các đồng chí Thành viên Tổ công tác báo cáo kịp thời đến Bộ Xây dựng để tổng hợp báo cáo Phó Thủ tướng Chính phủ […]',
  'N382-II4-2':
    '4. Trong quá trình triển khai nhiệm vụ phát triển đô thị thông minh nếu có khó khăn, vướng mắc […] Bộ Xây dựng để tổng hợp báo cáo Phó Thủ tướng Chính phủ […] - Tổ trưởng Tổ công tác để kịp thời chỉ đạo tháo gỡ, bảo đảm tiến độ nhiệm vụ được thực hiện đúng thời hạn.',
  'L12112-1': '1. Đoàn công tác dự kiến: Thứ trưởng Bộ Xây dựng […] và các đơn vị có liên quan.',
  'L12112-2':
    'Bộ Xây dựng là cơ quan đầu mối của Tổ công tác sẽ tổ chức làm việc với các thành phố trực thuộc Trung ương với các nội dung sau: […] 2. Thời gian làm việc dự kiến: khoảng từ 24-31/10/2025',
  'L12112-3':
    '3. Nội dung làm việc dự kiến: Các nội dung triển khai tổ chức thực hiện phát triển đô thị thông minh theo chỉ đạo tại Thông báo số 382/TB-VPCP ngày 23/7/2025 và Thông báo số 45-TB/TGV ngày 30/9/2025; các nội dung khác nếu có.',
  'L12112-BC':
    'Để chuẩn bị cho buổi làm việc hiệu quả và chuẩn bị các nội dung báo cáo Lãnh đạo Tổ Công tác, đề nghị Quý cơ quan chuẩn bị các nội dung báo cáo và gửi về Bộ Xây dựng để tổng hợp trước ngày 24/10/2025.',
  'L12112-PL1-1.1':
    '- Việc rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai thực hiện tại địa phương mình.',
  'L12112-PL1-1.2':
    '- Việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương.',
  'L12112-PL1-1.3': '- Tình hình xây dựng kế hoạch hành động của địa phương',
  'L12112-PL1-1.4': '- Các khó khăn, vướng mắc.',
  'L12112-PL1-1.5': '- Các đề xuất, kiến nghị.',
  'L12112-PL1-2.1': '- Nêu rõ dự kiến kế hoạch, tiến độ triển khai.',
  'L12112-PL1-2.2': '- Các khó khăn, vướng mắc trong triển khai.',
  'L12112-PL1-2.3': '- Các đề xuất, kiến nghị.',
  'L12112-PL1-3': '3. Các nội dung khác nếu có',
};
