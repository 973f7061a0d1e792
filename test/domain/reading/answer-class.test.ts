import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyAnswer } from '../../../functions/domain/reading/answer-class.ts';
import type { AnswerClass } from '../../../functions/domain/reading/answer-facts.ts';
import { olderTones } from '../../support/older-tones.ts';

const CASES: Readonly<Record<AnswerClass, readonly string[]>> = {
  blank: [
    ...['', '-', '--', '.', '...', '…', '/', 'x', '0', 'N/A', 'NA', 'null', 'none', 'test', 'abc', 'k', 'ko', 'tbd'],
    ...['n.a.', 'X', '(x)', '–', '_', '***', ' \u00A0 ', '\u00AD', '?', '👍', '%', '.,;', 'TBD.', '\u200B'],
  ],
  negative: [
    ...['không', 'không có', 'ko có', 'chưa có', 'chưa', 'không phát sinh', 'không có ý kiến'],
    ...[
      'không có vướng mắc',
      'không có kiến nghị',
      'Không.',
      '- Không có',
      'Không có gì thêm',
      'Không có nội dung khác',
    ],
    ...['Hiện nay chưa có khó khăn, vướng mắc', 'Không có đề xuất, kiến nghị gì', 'Kiến nghị: không', 'KHÔNG CÓ!'],
    ...[
      '1.4) Không có khó khăn.',
      'a) Không',
      'không '.repeat(80),
      'Không có vướng mắc lớn',
      'Không có; không có; không có',
    ],
    ...['- Không có.\n- Không có.', 'Địa phương không có khó khăn, vướng mắc phát sinh', 'k có', 'Khong co'],
  ],
  deferral: [
    ...['đang cập nhật', 'cập nhật sau', 'đang tổng hợp', 'sẽ báo cáo sau', 'bổ sung sau', 'đang chờ'],
    ...[
      'Sẽ bổ sung sau.',
      'Đang tổng hợp số liệu',
      'Chưa tổng hợp xong',
      'Đang cập nhật, sẽ báo cáo sau',
      'Xin phép gửi sau',
    ],
    ...['Địa phương đang cập nhật số liệu', 'sẽ gửi bằng văn bản trong thời gian sớm nhất', 'chưa báo cáo'],
  ],
  'bare-status': [
    ...['đang triển khai', 'đang thực hiện', 'đang rà soát', 'đang xây dựng', 'cơ bản hoàn thành', 'theo kế hoạch'],
    ...[
      'theo quy định',
      'Đã ban hành',
      'Đã trình',
      'Đang dự thảo',
      'Chưa xây dựng',
      'Chưa ban hành',
      'Hoàn thành',
      'Có',
    ],
    ...['Đang triển khai theo kế hoạch', 'Đang triển khai thực hiện', 'tốt', 'OK', 'Bảo đảm tiến độ'],
    ...['Chưa có, sẽ báo cáo sau', 'asdf asdf jkl', '=A1+B2', 'kiến nghị '.repeat(9), 'Đang triển khai. '.repeat(30)],
  ],
  reference: [
    ...['như trên', 'đã nêu trên', 'như mục 1', 'xem văn bản kèm theo', 'xem phụ lục', 'theo file đính kèm'],
    ...[
      'Như mục 1.4',
      'Chi tiết tại Báo cáo số 123/BC-UBND ngày 20/10/2025 của UBND thành phố',
      'Trùng nội dung mục 1.4',
    ],
    ...[
      'Có văn bản kèm theo',
      'gửi kèm',
      'Không thay đổi so với kỳ trước',
      'https://hue.example/bc.pdf',
      'Xem Phụ lục I (đính kèm)',
    ],
    ...[
      'Báo cáo số 123/BC-UBND ngày 20/10/2025',
      'Đã nêu tại mục 1.4',
      'Nội dung theo báo cáo đã gửi Bộ Xây dựng',
      'tương tự mục 1.5',
    ],
  ],
  text: [
    ...[
      'Không có cơ chế thuê dịch vụ công nghệ thông tin',
      'Chưa có kinh phí',
      'Không có cán bộ chuyên trách',
      '0%',
      '85',
      '5',
    ],
    ...['Đang thiếu nhân lực', 'Đang rà soát lại quy hoạch', 'Đang lấy ý kiến các sở', '2025-07-31'],
    ...[
      '111/KH-UBND',
      'Đã hoàn thành 3 nhiệm vụ',
      'Đang triển khai tại 05 phường',
      'Theo Nghị định 269/2025/NĐ-CP',
      'Hà Nội',
    ],
    ...['Chưa có quy định về dữ liệu', 'Như đã trao đổi, thành phố đề nghị hỗ trợ kinh phí'],
    ...['Xem xét bổ sung kinh phí cho trung tâm điều hành', 'Đang chờ UBND thành phố phê duyệt kinh phí'],
  ],
};

describe.each(Object.entries(CASES))('%s', (expected, texts) => {
  test.each(texts)('%j', (text) => {
    expect(classifyAnswer(text)).toBe(expected);
  });
});

const placeholder = fc.constantFrom(...Object.values(CASES).flat());

test('the same words in NFD, in capitals, with more space and a full stop are of the same class', () => {
  const changed = [
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase(),
    (text: string) => `\u00A0 ${text.replaceAll(' ', ' \u00A0')} .`,
    olderTones,
  ];
  fc.assert(
    fc.property(placeholder, fc.constantFrom(...changed), (text, change) => {
      fc.pre(!text.startsWith('http'));
      expect([text, classifyAnswer(change(text))]).toEqual([text, classifyAnswer(text)]);
    }),
  );
});

test('a placeholder with something of its own behind it is a text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CASES.negative, ...CASES.deferral, ...CASES.reference), (text) => {
      expect(classifyAnswer(`${text} hạ tầng viễn thông tại cấp xã`)).toBe('text');
    }),
  );
});
