import { describe, expect, test } from 'vitest';
import { difficultyGroups, groupOf } from '../../../functions/documents/synthesis/difficulty-groups.ts';
import { entriesOf } from '../../../functions/documents/synthesis/entries.ts';
import { bodiesOf, NO_BODY, proposalBodies } from '../../../functions/documents/synthesis/proposal-bodies.ts';

describe('a list is read matter by matter', () => {
  test.each([
    ['one a line', 'Thiếu vốn.\nThiếu người.', ['Thiếu vốn.', 'Thiếu người.']],
    ['bullets are left out', '- Thiếu vốn;\n+ Thiếu người;\n• Thiếu máy', ['Thiếu vốn;', 'Thiếu người;', 'Thiếu máy']],
    [
      'so are numbers and letters',
      '1. Thiếu vốn\n2) Thiếu người\nb) Thiếu máy\nđ) Thiếu đất',
      ['Thiếu vốn', 'Thiếu người', 'Thiếu máy', 'Thiếu đất'],
    ],
    [
      'but not figures of the matter itself',
      '05 phường thiếu người.\n2,5 tỷ đồng chưa bố trí.',
      ['05 phường thiếu người.', '2,5 tỷ đồng chưa bố trí.'],
    ],
    [
      'what announces goes with what follows',
      'Một số khó khăn như sau:\nThiếu vốn',
      ['Một số khó khăn như sau: Thiếu vốn'],
    ],
    [
      'a line without bullet continues the one above',
      '- Thiếu vốn\ncho giai đoạn 2\n- Thiếu người',
      ['Thiếu vốn cho giai đoạn 2', 'Thiếu người'],
    ],
    [
      'several in one line: parted by a semicolon',
      'Chưa có định mức chi phí thuê dịch vụ; dữ liệu đất đai chưa kết nối thông suốt.',
      ['Chưa có định mức chi phí thuê dịch vụ', 'dữ liệu đất đai chưa kết nối thông suốt.'],
    ],
    [
      'several in one line: each asks anew',
      'Đề nghị Bộ A ban hành hướng dẫn; đề nghị Bộ B bố trí kinh phí. Kiến nghị Bộ C sửa luật.',
      ['Đề nghị Bộ A ban hành hướng dẫn;', 'đề nghị Bộ B bố trí kinh phí.', 'Kiến nghị Bộ C sửa luật.'],
    ],
    [
      'several in one line: counted',
      'Gồm có (1) Thiếu vốn; (2) Thiếu người; c) Thiếu máy',
      ['Gồm có (1) Thiếu vốn;', 'Thiếu người;', 'Thiếu máy'],
    ],
    [
      'but pieces that lean on how the matter begins stay with it',
      'Đề nghị Bộ A: ban hành bộ tiêu chí đánh giá đô thị; hướng dẫn sử dụng kinh phí thường xuyên.',
      ['Đề nghị Bộ A: ban hành bộ tiêu chí đánh giá đô thị; hướng dẫn sử dụng kinh phí thường xuyên.'],
    ],
    [
      'nor are short pieces matters',
      'Thiếu vốn; thiếu người; thiếu máy móc thiết bị',
      ['Thiếu vốn; thiếu người; thiếu máy móc thiết bị'],
    ],
    ['marks alone are nothing', 'Thiếu vốn\n---\n...', ['Thiếu vốn']],
  ])('%s', (_, text, entries) => {
    expect(entriesOf(text)).toEqual(entries);
  });
});

describe('a difficulty goes under the group its words speak for', () => {
  test.each([
    ['Chưa có cơ chế, chính sách thuê dịch vụ.', 'Thể chế, cơ chế chính sách'],
    ['Thiếu tiêu chuẩn, quy chuẩn cho đô thị thông minh.', 'Tiêu chuẩn, quy chuẩn'],
    ['Kinh phí hạn hẹp, ngân sách chưa bố trí.', 'Nguồn lực, tài chính'],
    ['Dữ liệu phân tán, khó kết nối, chia sẻ.', 'Dữ liệu, kết nối chia sẻ'],
    ['Hạ tầng camera và cảm biến chưa đồng bộ.', 'Hạ tầng'],
    ['Cán bộ chuyên trách còn thiếu.', 'Nhân lực'],
    ['Phối hợp giữa các sở sau sáp nhập còn chồng chéo.', 'Tổ chức, điều phối'],
    ['Nguy cơ tấn công mạng, mã độc.', 'An toàn thông tin'],
    ['Nhóm hạ tầng: kinh phí cho ngân sách dữ liệu.', 'Hạ tầng'],
    ['Nhân lực: ngân sách đào tạo cán bộ thiếu.', 'Nhân lực'],
    ['Thời tiết mưa nhiều.', 'Khác'],
    ['Vốn dĩ việc này mới.', 'Khác'],
  ])('%s → %s', (text, group) => {
    expect(groupOf(text)).toBe(group);
    expect(difficultyGroups).toContain(group);
  });

  test('with tone marks decomposed all the same', () => {
    expect(groupOf('Thiếu kinh phí.'.normalize('NFD'))).toBe('Nguồn lực, tài chính');
  });
});

describe('a proposal goes under the body it asks', () => {
  test.each([
    ['Đề nghị Bộ Xây dựng ban hành tiêu chí.', 'Bộ Xây dựng'],
    ['Kiến nghị Thủ tướng Chính phủ xem xét.', 'Chính phủ, Thủ tướng Chính phủ'],
    ['Kính đề nghị Chính phủ có nghị quyết.', 'Chính phủ, Thủ tướng Chính phủ'],
    ['Đề nghị VPCP theo dõi.', 'Văn phòng Chính phủ'],
    ['Phối hợp với Bộ Công an về dữ liệu; kiến nghị Bộ Tài chính bố trí vốn.', 'Bộ Tài chính'],
    ['Ban hành hướng dẫn, gửi Bộ KH&CN.', 'Bộ Khoa học và Công nghệ'],
    ['Đề nghị các Bộ, ngành hướng dẫn.', 'Các Bộ, ngành, cơ quan Trung ương'],
    ['Đề nghị UBND thành phố giao Sở Xây dựng.', 'Ủy ban nhân dân, Hội đồng nhân dân, sở, ngành địa phương'],
    ['Phát triển chính phủ số, chính phủ điện tử.', NO_BODY],
    ['Các thành phố trực thuộc Trung ương cần cơ chế riêng.', NO_BODY],
    ['Cần quan tâm đầu tư.', NO_BODY],
  ])('%s → %s', (text, body) => {
    expect(bodiesOf(text).asked).toBe(body);
    expect(proposalBodies).toContain(body);
  });

  test.each([
    ['Đề nghị Bộ Xây dựng chủ trì, Bộ Tài chính phối hợp.', 'Bộ Xây dựng', true],
    ['Chưa có định mức (thẩm quyền: Bộ Tài chính).', 'Bộ Tài chính', true],
    ['Chưa có tiêu chuẩn; cơ quan xử lý: Bộ Xây dựng.', 'Bộ Xây dựng', true],
    ['Thuộc trách nhiệm của Bộ Công an.', 'Bộ Công an', true],
    ['Chưa có hướng dẫn như văn bản Bộ Tài chính đã hứa.', 'Bộ Tài chính', false],
    ['Thiếu vốn.', NO_BODY, false],
  ])('%s → %s, and says so: %s', (text, asked, isAsked) => {
    expect(bodiesOf(text)).toEqual({ asked, isAsked });
  });
});
