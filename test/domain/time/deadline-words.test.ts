import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../functions/domain/reading/found-dates.ts';
import { readDeadlineWords } from '../../../functions/domain/time/deadline-words.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { olderTones } from '../../support/older-tones.ts';
import { respellings } from '../../support/respellings.ts';

const NOT_SIGNED = { signedOn: null };
const OF_THE_LETTER = { signedOn: Temporal.PlainDate.from('2025-10-23') };

/** `Trước ngày 2025-10-23`, `Chậm nhất 2025-10-24 17:00`, `Khẩn trương`, or why not. */
function read(text: string, context: { readonly signedOn: Temporal.PlainDate | null } = NOT_SIGNED): string {
  const words = readDeadlineWords(text, context);
  if (words.kind === 'unreadable') return words.why;
  const time = words.last?.time?.toString({ smallestUnit: 'minute' });
  return [words.kind, words.last?.day, time].filter(Boolean).join(' ');
}

const UNDERSTOOD: readonly (readonly [string, string])[] = [
  ['trước ngày 24/10/2025', 'Trước ngày 2025-10-23'],
  ['Trước ngày 24/10/2025.', 'Trước ngày 2025-10-23'],
  ['trước 24/10/2025', 'Trước ngày 2025-10-23'],
  ['trước ngày 15 tháng 8 năm 2025', 'Trước ngày 2025-08-14'],
  ['Hoàn thành trước ngày 25 tháng 7 năm 2025', 'Trước ngày 2025-07-24'],
  ['gửi về Bộ Xây dựng để tổng hợp trước ngày 24/10/2025', 'Trước ngày 2025-10-23'],
  ['trước ngày 01/01/2026', 'Trước ngày 2025-12-31'],
  ['trước ngày 24-10-2025', 'Trước ngày 2025-10-23'],
  ['trước ngày 24.10.2025', 'Trước ngày 2025-10-23'],
  ['trước ngày 24 / 10 / 2025', 'Trước ngày 2025-10-23'],
  ['trước thứ Sáu, ngày 24/10/2025', 'Trước ngày 2025-10-23'],
  ['trước ngày 24/10/2025 (thứ Sáu)', 'Trước ngày 2025-10-23'],
  ['chậm nhất trước ngày 24/10/2025', 'Trước ngày 2025-10-23'],
  ['trước tháng 8 năm 2025', 'Trước ngày 2025-07-31'],
  ['trước quý IV/2025', 'Trước ngày 2025-09-30'],
  ['trước năm 2026', 'Trước ngày 2025-12-31'],
  ['chậm nhất ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['chậm nhất là ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['chậm nhất vào ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['chậm nhất đến hết ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['muộn nhất ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['đến hết ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['hết ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['đến ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['trong ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['không quá ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['không muộn hơn ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['hạn cuối: 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['hạn chót là ngày 24 tháng 10 năm 2025', 'Chậm nhất 2025-10-24'],
  ['từ ngày 20/10/2025 đến hết ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['khẩn trương, chậm nhất ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['trước 17h00 ngày 24/10/2025', 'Chậm nhất 2025-10-24 17:00'],
  ['trước 17h ngày 24/10/2025', 'Chậm nhất 2025-10-24 17:00'],
  ['trước 17 giờ ngày 24/10/2025', 'Chậm nhất 2025-10-24 17:00'],
  ['trước 17 giờ 30 phút ngày 24 tháng 10 năm 2025', 'Chậm nhất 2025-10-24 17:30'],
  ['trước 17g30 ngày 24/10/2025', 'Chậm nhất 2025-10-24 17:30'],
  ['trước 17:00, ngày 24/10/2025', 'Chậm nhất 2025-10-24 17:00'],
  ['trước 8h00 thứ 6, ngày 24/10/2025', 'Chậm nhất 2025-10-24 08:00'],
  ['chậm nhất 11h30 ngày 24/10/2025', 'Chậm nhất 2025-10-24 11:30'],
  ['trước 24h00 ngày 24/10/2025', 'Chậm nhất 2025-10-24'],
  ['trước 0h00 ngày 24/10/2025', 'Chậm nhất 2025-10-23'],
  ['trong tháng 7 năm 2025', 'Trong tháng 2025-07-31'],
  ['Hoàn thành trong tháng 7 năm 2025', 'Trong tháng 2025-07-31'],
  ['trong tháng 02/2028', 'Trong tháng 2028-02-29'],
  ['đến hết tháng 12/2025', 'Trong tháng 2025-12-31'],
  ['tháng 12/2025', 'Trong tháng 2025-12-31'],
  ['khẩn trương … trong tháng 7 năm 2025', 'Trong tháng 2025-07-31'],
  ['xây dựng kế hoạch hành động gửi Bộ Xây dựng trong tháng 7 năm 2025', 'Trong tháng 2025-07-31'],
  ['trong quý III năm 2025', 'Trong quý 2025-09-30'],
  ['trong Quý IV/2025', 'Trong quý 2025-12-31'],
  ['hết quý 1 năm 2026', 'Trong quý 2026-03-31'],
  ['Quý II/2026', 'Trong quý 2026-06-30'],
  ['trong năm 2025', 'Chậm nhất 2025-12-31'],
  ['khẩn trương', 'Khẩn trương'],
  ['tiếp tục', 'Thường xuyên'],
  ['chủ động', 'Thường xuyên'],
  ['kịp thời', 'Thường xuyên'],
  ['đầu mối', 'Thường xuyên'],
  ['thường xuyên', 'Thường xuyên'],
  ['không nêu thời hạn', 'Thường xuyên'],
  ['khi có yêu cầu', 'Khi có yêu cầu'],
  ['phối hợp, cho ý kiến khi có yêu cầu', 'Khi có yêu cầu'],
  ['khoảng từ 24-31/10/2025', 'Dự kiến'],
  ['dự kiến trong tháng 12/2025', 'Dự kiến'],
  ['dự kiến trước ngày 24/10/2025', 'Dự kiến'],
  ['dự kiến', 'Thông tin'],
  ['để biết', 'Thông tin'],
  ['số liệu tính đến ngày 14/12/2025, gửi trước ngày 20/12/2025', 'Trước ngày 2025-12-19'],
  ['hoàn thành trước ngày 30 tháng 6 năm 2026', 'Trước ngày 2026-06-29'],
  ['báo cáo kết quả trước 15h ngày 20/11/2026', 'Chậm nhất 2026-11-20 15:00'],
  ['gửi trước 3 giờ chiều ngày 20/11/2026', 'Chậm nhất 2026-11-20 15:00'],
  ['chậm nhất là hết quý I năm 2027', 'Trong quý 2027-03-31'],
  ['dự kiến trình HĐND thành phố tại kỳ họp tháng 12/2026', 'Dự kiến'],
  ['trong tháng 12 năm 2026', 'Trong tháng 2026-12-31'],
  ['xong trong Q4/2026', 'Trong quý 2026-12-31'],
  ['khi Bộ có yêu cầu', 'Khi có yêu cầu'],
  ['a) trước ngày 15/12/2026', 'Trước ngày 2026-12-14'],
  ['hạn nộp: hết ngày 15/12/2026', 'Chậm nhất 2026-12-15'],
  ['cấp tỉnh đến hết ngày 15/12/2026', 'Chậm nhất 2026-12-15'],
  ['ban hành kế hoạch trong tháng 01/2027', 'Trong tháng 2027-01-31'],
  ['chậm nhất 15 – 12 – 2026', 'Chậm nhất 2026-12-15'],
  ['thường xuyên, liên tục', 'Thường xuyên'],
  ['lũy kế từ đầu năm đến hết tháng 11/2026; báo cáo trước ngày 05/12/2026', 'Trước ngày 2026-12-04'],
  ['trước 17h00’ ngày 20/11/2026', 'Chậm nhất 2026-11-20 17:00'],
  ['đến hết 30.11.2026', 'Chậm nhất 2026-11-30'],
  ['số liệu chốt đến ngày 14/12/2026, gửi trước ngày 20/12/2026', 'Trước ngày 2026-12-19'],
  ['lũy kế đến hết tháng 9/2026, báo cáo chậm nhất ngày 15/10/2026', 'Chậm nhất 2026-10-15'],
  ['báo cáo kết quả đến hết quý III/2026; gửi Bộ trước ngày 10/10/2026', 'Trước ngày 2026-10-09'],
  ['dự kiến báo cáo Thủ tướng trong quý II/2027', 'Dự kiến'],
  ['Dự kiến trình Chính phủ ban hành trong tháng 6/2027', 'Dự kiến'],
  ['dự kiến họp Tổ công tác ngày 15/12/2026', 'Dự kiến'],
  ['Ban hành Chương trình trong tháng 5/2027', 'Trong tháng 2027-05-31'],
  ['Trình Đề án trong tháng 8 năm 2026', 'Trong tháng 2026-08-31'],
  ['hoàn thành Kế hoạch hành động trong tháng 12/2026', 'Trong tháng 2026-12-31'],
  ['khi Tổ công tác có yêu cầu', 'Khi có yêu cầu'],
  ['khi Bộ Xây dựng có yêu cầu', 'Khi có yêu cầu'],
  ['khi được Văn phòng Chính phủ yêu cầu', 'Khi có yêu cầu'],
  ['nộp về UBND tỉnh đến ngày 30/11/2026', 'Chậm nhất 2026-11-30'],
  ['gửi Sở Xây dựng tỉnh đến hết ngày 15/12/2026', 'Chậm nhất 2026-12-15'],
  ['Hạn gửi: 25/12/2026', 'Chậm nhất 2026-12-25'],
  ['Hạn nộp báo cáo: 25/12/2026', 'Chậm nhất 2026-12-25'],
  ['Thời hạn: trước ngày 25/12/2026', 'Trước ngày 2026-12-24'],
  ['trước 9h sáng ngày 05/12/2026', 'Chậm nhất 2026-12-05 09:00'],
  ['trước 16 giờ 30 chiều ngày 05/12/2026', 'Chậm nhất 2026-12-05 16:30'],
  ['trước 15–03–2027', 'Trước ngày 2027-03-14'],
  ['chậm nhất ngày 5 tháng 11, năm 2026', 'Chậm nhất 2026-11-05'],
  ['trước ngày 15/12 năm 2026', 'Trước ngày 2026-12-14'],
  ['trong Q1/2027', 'Trong quý 2027-03-31'],
  ['quí III/2026', 'Trong quý 2026-09-30'],
  ['- Quý III/2026', 'Trong quý 2026-09-30'],
  ['1. Trước ngày 24/10/2026', 'Trước ngày 2026-10-23'],
  ['“quý III/2026”', 'Trong quý 2026-09-30'],
  ['ｔrước ngày ２４／１０／２０２６', 'Trước ngày 2026-10-23'],
  ['kỳ báo cáo tính từ 15/11/2025 đến hết ngày 14/12/2026, gửi chậm nhất ngày 20/12/2026', 'Chậm nhất 2026-12-20'],
  ['Sửa đổi Quy chế trong tháng 3/2027', 'Trong tháng 2027-03-31'],
  ['Tổng kết Đề án trong tháng 7 năm 2026', 'Trong tháng 2026-07-31'],
  ['theo yêu cầu của Tổ trưởng Tổ công tác', 'Khi có yêu cầu'],
  ['dự kiến sẽ được Thủ tướng Chính phủ xem xét phê duyệt vào quý I/2027', 'Dự kiến'],
  ['phấn đấu hoàn thành trước ngày 30/6/2027', 'Trước ngày 2027-06-29'],
  ['báo cáo kết quả thực hiện trước ngày 05/12/2026', 'Trước ngày 2026-12-04'],
  ['gửi số liệu trước ngày 05/12/2026', 'Trước ngày 2026-12-04'],
  ['tổng hợp kết quả gửi Bộ đến hết ngày 20/11/2026', 'Chậm nhất 2026-11-20'],
  ['hạn chót: 17h ngày 30/11/2026', 'Chậm nhất 2026-11-30 17:00'],
  ['không chậm hơn ngày 15-12-2026', 'Chậm nhất 2026-12-15'],
  ['thành phố gửi về tỉnh đến 30/11/2026', 'Chậm nhất 2026-11-30'],
  ['trước ngày 20 thang 5 nam 2027', 'Trước ngày 2027-05-19'],
  ['Xong trước ngày 30 . 6 . 2027', 'Trước ngày 2027-06-29'],
  ['từ nay đến hết ngày 31/12/2026', 'Chậm nhất 2026-12-31'],
  ['đến trước ngày 15/12/2026', 'Trước ngày 2026-12-14'],
];

describe('deadlines that are understood', () => {
  test.each(UNDERSTOOD)('%j: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('every deadline of the register is read as it was entered', () => {
    const worded = taskSeeds.filter((task) => task.deadlineText !== null);
    expect(worded.length).toBeGreaterThan(20);
    for (const task of worded) {
      const signedOn = findDates(task.source)[0] ?? null;
      const entered = [task.deadlineKind, task.deadline?.day].filter(Boolean).join(' ');
      expect([task.id, read(task.deadlineText ?? '', { signedOn })]).toEqual([task.id, entered]);
    }
  });
});

describe('the period of a plan is not its deadline', () => {
  const clause =
    'hoàn thiện để trình ban hành Quy chế hoạt động của Tổ công tác và Kế hoạch hoạt động của Tổ công tác trong Quý III, IV năm 2025.';

  test('alone it is asked about', () => {
    expect(read(clause)).toContain('kỳ của kế hoạch');
    expect(read('Kế hoạch hoạt động trong quý III năm 2025')).toContain('kỳ của kế hoạch');
    expect(read('trong Quý III, IV năm 2025')).toContain('nhiều quý');
    expect(read('Đề án phát triển đô thị đến năm 2030')).toContain('kỳ của kế hoạch');
  });

  test('beside a deadline it is passed over', () => {
    expect(read(`${clause} Hoàn thành trước ngày 25 tháng 7 năm 2025.`)).toBe('Trước ngày 2025-07-24');
  });
});

const NOT_GUESSED: readonly (readonly [string, string])[] = [
  ['trước ngày 24/10', 'chưa có năm'],
  ['trước ngày 24 tháng 10', 'chưa có năm'],
  ['trong tháng 10', 'chưa có năm'],
  ['trong quý IV', 'chưa có năm'],
  ['trước 17h00 ngày 24/10', 'chưa có năm'],
  ['trước ngày 24/10, họp ngày 31/10/2025', 'chưa có năm'],
  ['trước ngày 24/10 (báo cáo trong năm 2025)', 'chưa có năm'],
  ['trước ngày 24/10/25', 'chưa đủ bốn chữ số'],
  ['trước ngày 10/24/2025', 'không có ngày 10/24/2025'],
  ['trước ngày 31/02/2025', 'không có ngày 31/02/2025'],
  ['trong tháng 13/2025', 'không có tháng 13'],
  ['trước 25h ngày 24/10/2025', 'giờ ghi không đúng'],
  ['trước 17h75 ngày 24/10/2025', 'giờ ghi không đúng'],
  ['trước thứ Năm, ngày 24/10/2025', 'không phải thứ Năm'],
  ['24/10/2025', 'không rõ là "trước ngày" hay "đến hết ngày"'],
  ['ngày 24 tháng 10 năm 2025', 'không rõ là "trước ngày" hay "đến hết ngày"'],
  ['sau ngày 24/10/2025', 'không rõ'],
  ['trước ngày 25/7/2025 và trước ngày 15/8/2025', 'nhiều thời hạn khác nhau'],
  ['hằng tháng, trước ngày 15', 'lặp lại định kỳ'],
  ['định kỳ hằng quý', 'lặp lại định kỳ'],
  ['trong 10 ngày làm việc kể từ ngày ký', 'ngày làm việc'],
  ['trong vòng 5 ngày kể từ ngày nhận được văn bản', 'phụ thuộc một việc khác'],
  ['ngay sau khi Nghị định được ban hành', 'phụ thuộc một việc khác'],
  ['cuối năm 2025', 'cách nói chung'],
  ['đầu tháng 11/2025', 'cách nói chung'],
  ['trong tuần này', 'cách nói chung'],
  ['sớm', 'không nhận ra'],
  ['Lũy kế đến hết tháng 11/2026 đạt 62%', 'ngày nêu là mốc chốt số liệu'],
  ['Kết quả thực hiện đến hết ngày 20/11/2026', 'ngày nêu là mốc chốt số liệu'],
  ['Tính đến hết ngày 30/9/2026', 'ngày nêu là mốc chốt số liệu'],
  ['Kế hoạch hoạt động trong quý IV năm 2026', 'thời gian nêu là kỳ của kế hoạch, chương trình'],
  ['số liệu đến 30/9/2026', 'ngày nêu là mốc chốt số liệu'],
  ['ước thực hiện đến hết năm 2026', 'ngày nêu là mốc chốt số liệu'],
  ['Chương trình công tác tháng 5/2027', 'có thời gian nhưng không rõ là "trước ngày" hay "đến hết ngày"'],
  ['khi có đề nghị của Bộ Xây dựng', 'không nhận ra thời hạn'],
  ['trước tết năm 2027', 'có thời gian nhưng không rõ là "trước ngày" hay "đến hết ngày"'],
  ['Quỹ 4/2026', 'có thời gian nhưng không rõ là "trước ngày" hay "đến hết ngày"'],
  ['tình hình thực hiện đến ngày 31/10/2026', 'ngày nêu là mốc chốt số liệu'],
  ['số liệu lấy đến hết ngày 30/11/2026', 'ngày nêu là mốc chốt số liệu'],
  ['kết quả đạt được đến 31/12/2026', 'ngày nêu là mốc chốt số liệu'],
  ['trước ngày 10 hằng tháng', 'thời hạn lặp lại định kỳ'],
  ['trong 6 tháng đầu năm 2027', 'thời hạn nêu theo cách nói chung'],
  ['Mục tiêu đến năm 2030', 'thời gian nêu là kỳ của kế hoạch'],
  ['', 'chưa ghi'],
  ['–', 'chưa ghi'],
  ['trước ngày', 'không nhận ra'],
  ['x'.repeat(3_000), 'quá dài'],
];

describe('deadlines that nobody should guess', () => {
  test.each(NOT_GUESSED)('%j: %s', (text, why) => {
    expect(read(text)).toContain(why);
  });
});

describe('counted from the day of signing', () => {
  test('the first day is not counted, the last counts whole', () => {
    expect(read('trong vòng 15 ngày kể từ ngày ký', OF_THE_LETTER)).toBe('Chậm nhất 2025-11-07');
    expect(read('sau 30 ngày kể từ ngày ban hành', OF_THE_LETTER)).toBe('Chậm nhất 2025-11-22');
  });

  test('without that day it is unreadable', () => {
    expect(read('trong vòng 15 ngày kể từ ngày ký')).toContain('chưa biết ngày ký');
  });

  test('a deadline before its own document is asked about', () => {
    expect(read('trước ngày 24/10/2024', OF_THE_LETTER)).toContain('trước ngày ký văn bản 23/10/2025');
    expect(read('trước ngày 24/10/2025', OF_THE_LETTER)).toBe('Trước ngày 2025-10-23');
  });
});

test('what was understood is told in words', () => {
  const explained = (text: string) => {
    const words = readDeadlineWords(text, NOT_SIGNED);
    return words.kind === 'unreadable' ? words.why : words.explained;
  };
  expect(explained('trước ngày 24/10/2025')).toBe(
    'trước ngày 24/10/2025, không gồm ngày đó: hạn cuối hết ngày 23/10/2025',
  );
  expect(explained('trong tháng 7 năm 2025')).toBe('trong tháng 7/2025: hạn cuối hết ngày 31/07/2025');
  expect(explained('trước 17h00 ngày 24/10/2025')).toBe('trước 17:00 ngày 24/10/2025');
  expect(explained('khoảng từ 24-31/10/2025')).toBe('Dự kiến 24/10/2025–31/10/2025');
  expect(explained('khẩn trương')).toBe('Khẩn trương – chưa ấn định ngày');
});

test.each(Object.entries(respellings))('%s change no deadline', (_, respelled) => {
  const texts = [...UNDERSTOOD, ...NOT_GUESSED].flatMap(([text]) => (/\p{L}/u.test(text) ? [text] : []));
  for (const text of texts) expect([text, read(respelled(text))]).toEqual([text, read(text)]);
});

test('NFD, capitals, spacing, missing and older tone marks are read alike', () => {
  const phrase = fc
    .tuple(
      fc.constantFrom('trước ngày', 'chậm nhất ngày', 'đến hết ngày', 'trước 17h00 ngày'),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('/', ' tháng '),
    )
    .map(([words, day, month, mark]) => `${words} ${day}${mark}${month}${mark === '/' ? '/' : ' năm '}2026`);
  const changes = [
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase(),
    (text: string) => `\u00A0${text.replaceAll(' ', ' \u00A0')} `,
    (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    olderTones,
  ];
  fc.assert(
    fc.property(phrase, fc.constantFrom(...changes), (text, change) => {
      expect(read(change(text))).toBe(read(text));
      expect(read(text)).toMatch(/2026|2025-12-31/);
    }),
  );
});
