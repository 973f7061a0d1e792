import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { judgeItem } from '../../../functions/domain/judging/judge.ts';
import { decodeFacts } from '../../../functions/domain/reading/examine-answer.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { type Answers, judge, LONG_NARRATIVE, LONG_REVIEW, PROPOSAL, plan } from './judge-world.ts';

const WHOLE_PLAN = { 'so-ky-hieu': '111/KH-UBND', ngay: '2025-07-31' };
const PLANNED = { 'du-kien': '2025-12-31', 'ly-do': 'Đang lấy ý kiến các sở, ngành, khoảng 60%.' };

describe('1.1: a list of what was reviewed, or an explanation', () => {
  test.each<[string, string, string]>([
    ['left blank', '', 'Thiếu'],
    ['only spaces from Word', '\u00A0\u200B \u202F', 'Thiếu'],
    ['a dash', '-', 'Thiếu'],
    ['N/A', 'N/A', 'Thiếu'],
    ['Không có is no answer here', 'Không có', 'Thiếu'],
    ['chưa', 'Chưa.', 'Thiếu'],
    ['put off', 'Đang cập nhật', 'Thiếu'],
    ['put off in more words', 'Thành phố đang tổng hợp, sẽ báo cáo sau.', 'Thiếu'],
    ['a bare status', 'Đang rà soát', 'Cần làm rõ'],
    ['a reference', 'Xem phụ lục kèm theo', 'Cần làm rõ'],
    ['a link alone', 'https://hue.example/bao-cao.pdf', 'Cần làm rõ'],
    ['a few words', 'Đã rà soát xong các đề án của thành phố.', 'Cần làm rõ'],
    ['a negative that goes on to explain, shortly', 'Không có đề án nào do mới sáp nhập.', 'Cần làm rõ'],
    ['a short row with its decision', 'Đề án ĐTTM, QĐ số 950/QĐ-UBND ngày 01/8/2018.', 'Đủ'],
    ['an explanation of a hundred characters', LONG_REVIEW, 'Đủ'],
    ['a figure alone is short, not absent', '5', 'Cần làm rõ'],
  ])('%s', (_, text, verdict) => {
    expect(judge('1.1', text).verdict).toBe(verdict);
  });
});

describe('1.2: a narrative that rests on a document or a milestone', () => {
  test.each<[string, string, string]>([
    ['bare status', 'Đang triển khai', 'Cần làm rõ'],
    ['theo quy định', 'Theo quy định', 'Cần làm rõ'],
    ['negative', 'không', 'Thiếu'],
    ['long, but resting on nothing', `${LONG_NARRATIVE}.`, 'Cần làm rõ'],
    ['long, with a document', `${LONG_NARRATIVE} theo Nghị định 269/2025/NĐ-CP.`, 'Đủ'],
    ['long, with a Party document', `${LONG_NARRATIVE} theo Nghị quyết 57-NQ/TW.`, 'Đủ'],
    ['long, with a day', `${LONG_NARRATIVE}, hoàn thành ngày 15/12/2025.`, 'Đủ'],
    ['long, with a month', `${LONG_NARRATIVE}, hoàn thành trong tháng 12/2025.`, 'Đủ'],
    ['long, with a quarter', `${LONG_NARRATIVE}, hoàn thành quý IV năm 2025.`, 'Đủ'],
    ['a day without its year is no milestone', `${LONG_NARRATIVE}, hoàn thành ngày 15/12.`, 'Cần làm rõ'],
    ['short, with a document', 'Thực hiện theo Nghị định 269/2025/NĐ-CP.', 'Cần làm rõ'],
  ])('%s', (_, text, verdict) => {
    expect(judge('1.2', text).verdict).toBe(verdict);
  });
});

describe('1.3: fields that depend on the state of the plan', () => {
  test.each<[string, Answers, string]>([
    ['nothing at all', {}, 'Thiếu'],
    ['all fields put off', plan('', { 'ly-do': 'Đang cập nhật' }), 'Thiếu'],
    ['issued, number and day', plan('Đã ban hành', WHOLE_PLAN), 'Đủ'],
    [
      'issued, the day stands beside the number',
      plan('Đã ban hành', { 'so-ky-hieu': '111/KH-UBND ngày 31/7/2025' }),
      'Đủ',
    ],
    ['issued, typed in capitals', plan('ĐÃ BAN HÀNH', WHOLE_PLAN), 'Đủ'],
    ['issued, number missing', plan('Đã ban hành', { ngay: '2025-07-31' }), 'Cần làm rõ'],
    [
      'issued, the plan is cited in another field',
      plan('Đã ban hành', { ngay: '2025-07-31', khac: 'Kế hoạch số 111/KH-UBND' }),
      'Đủ',
    ],
    [
      'issued, another document is cited',
      plan('Đã ban hành', { ngay: '2025-07-31', khac: 'Theo 382/TB-VPCP' }),
      'Cần làm rõ',
    ],
    ['issued, number without symbol', plan('Đã ban hành', { 'so-ky-hieu': '111', ngay: '2025-07-31' }), 'Cần làm rõ'],
    ['issued, day missing', plan('Đã ban hành', { 'so-ky-hieu': '111/KH-UBND' }), 'Cần làm rõ'],
    ['issued, day after the report', plan('Đã ban hành', { ...WHOLE_PLAN, ngay: '2025-10-24' }), 'Cần làm rõ'],
    ['issued, on the day of the report', plan('Đã ban hành', { ...WHOLE_PLAN, ngay: '2025-10-23' }), 'Đủ'],
    ['issued, with nothing beside', plan('Đã ban hành'), 'Cần làm rõ'],
    ['drafting, day and reason', plan('Đang dự thảo', PLANNED), 'Đủ'],
    ['drafting, no reason', plan('Đang dự thảo', { 'du-kien': '2025-12-31' }), 'Cần làm rõ'],
    ['drafting, no day', plan('Đang dự thảo', { 'ly-do': 'Đang lấy ý kiến các sở, ngành.' }), 'Cần làm rõ'],
    [
      'drafting, the day stands in the reason',
      plan('Đang dự thảo', { 'ly-do': 'Chờ họp UBND, dự kiến ban hành trong tháng 12/2025.' }),
      'Đủ',
    ],
    ['drafting, day already past', plan('Đang dự thảo', { ...PLANNED, 'du-kien': '2025-10-01' }), 'Cần làm rõ'],
    ['drafting, yet numbered', plan('Đang dự thảo', { ...PLANNED, 'so-ky-hieu': '111/KH-UBND' }), 'Cần làm rõ'],
    [
      'submitted, the number is that of the submission',
      plan('Đã trình', { ...PLANNED, 'so-ky-hieu': '15/TTr-SXD' }),
      'Đủ',
    ],
    ['not begun, day and reason', plan('Chưa xây dựng', PLANNED), 'Đủ'],
    [
      'not begun, "đang cập nhật" is no reason',
      plan('Chưa xây dựng', { ...PLANNED, 'ly-do': 'đang cập nhật' }),
      'Cần làm rõ',
    ],
    ['no state, but a number', { 'so-ky-hieu': '111/KH-UBND' }, 'Cần làm rõ'],
  ])('%s', (_, answers, verdict) => {
    expect(judge('1.3', answers).verdict).toBe(verdict);
  });
});

describe('1.4 and 2.2: difficulties, or an express "Không có"', () => {
  test.each<[string, Answers | string, string]>([
    ['left blank', '', 'Thiếu'],
    ['ticked', { 'khong-co': 'Không có' }, 'Đủ'],
    ['written instead of ticked', 'Không có.', 'Đủ'],
    ['written in full', 'Đến nay địa phương chưa có khó khăn, vướng mắc.', 'Đủ'],
    ['không phát sinh', 'không phát sinh', 'Đủ'],
    ['put off', 'sẽ báo cáo sau', 'Thiếu'],
    [
      'begins like a negative and is a real answer',
      'Không có cơ chế thuê dịch vụ công nghệ thông tin theo quy định hiện hành',
      'Đủ',
    ],
    ['the same, but short', 'Không có cơ chế thuê', 'Cần làm rõ'],
    ['Có, and no more', 'Có', 'Cần làm rõ'],
    ['như trên', 'như trên', 'Cần làm rõ'],
    [
      'ticked and written',
      { 'khong-co': 'Không có', '': 'Thiếu nhân lực có chuyên môn về dữ liệu đô thị.' },
      'Cần làm rõ',
    ],
    ['ticked, and the box repeats it', { 'khong-co': 'Không có', '': 'Không có' }, 'Đủ'],
    [
      'ticked, and the box says so in a sentence',
      { 'khong-co': 'Không có', '': 'Thành phố Huế hiện không có khó khăn, vướng mắc lớn.' },
      'Đủ',
    ],
    ['a real difficulty', 'Thiếu nhân lực có chuyên môn về dữ liệu đô thị tại cấp xã.', 'Đủ'],
  ])('%s', (_, answers, verdict) => {
    expect(judge('1.4', answers).verdict).toBe(verdict);
  });

  test('the choice the outline itself offers is an answer', () => {
    expect(judge('2.2', { 'khong-co': 'Trùng nội dung mục 1.4' }).verdict).toBe('Đủ');
  });
});

describe('1.5 and 2.3: proposals name who should act', () => {
  test.each<[string, Answers | string, string]>([
    ['to a ministry', PROPOSAL, 'Đủ'],
    ['to the Prime Minister', 'Kiến nghị Thủ tướng Chính phủ cho phép thí điểm cơ chế đặc thù.', 'Đủ'],
    ['to ministries in general', 'Đề nghị các Bộ, ngành sớm hướng dẫn định mức kinh tế - kỹ thuật.', 'Đủ'],
    ['to nobody', 'Cần sớm có hướng dẫn về tiêu chí đô thị thông minh và định mức.', 'Cần làm rõ'],
    ['"toàn bộ" is no ministry', 'Cần sớm có hướng dẫn về toàn bộ các bộ tiêu chí đô thị thông minh.', 'Cần làm rõ'],
    ['none', 'Không có kiến nghị', 'Đủ'],
    ['ticked', { 'khong-co': 'Không có' }, 'Đủ'],
    ['blank', '…', 'Thiếu'],
  ])('%s', (_, answers, verdict) => {
    expect(judge('1.5', answers).verdict).toBe(verdict);
    expect(judge('2.3', answers).verdict).toBe(verdict);
  });
});

describe('2.1: tasks with a milestone and a percentage', () => {
  test.each<[string, string, string]>([
    ['both', 'Nhiệm vụ 1: Trung tâm điều hành, đạt 85,5%, hoàn thành ngày 30/12/2025.', 'Đủ'],
    ['a quarter is a milestone', 'Nhiệm vụ 1: đạt 40%, hoàn thành Quý I/2026.', 'Đủ'],
    ['nothing done yet is a percentage too', 'Nhiệm vụ 1: đạt 0%, bắt đầu 01/12/2025.', 'Đủ'],
    ['no percentage', 'Nhiệm vụ 1: hoàn thành ngày 30/12/2025.', 'Cần làm rõ'],
    ['no milestone', 'Nhiệm vụ 1: đạt 85%.', 'Cần làm rõ'],
    ['above a hundred', 'Nhiệm vụ 1: đạt 850%, hoàn thành 30/12/2025.', 'Cần làm rõ'],
    ['a thousands dot in a percentage', 'Nhiệm vụ 1: đạt 1.234%, hoàn thành 30/12/2025.', 'Cần làm rõ'],
    ['không có', 'Không có', 'Thiếu'],
    ['blank', '', 'Thiếu'],
    ['bare status', 'Cơ bản hoàn thành', 'Cần làm rõ'],
  ])('%s', (_, text, verdict) => {
    expect(judge('2.1', text).verdict).toBe(verdict);
  });
});

describe('3: whatever else, if there is any', () => {
  test.each<[string, string, string]>([
    ['blank', '', 'Đủ'],
    ['không có', 'Không có', 'Đủ'],
    ['put off counts as blank', 'đang cập nhật', 'Đủ'],
    ['some words', 'Thành phố xin chuyển lịch làm việc.', 'Đủ'],
    ['a reference asks for the text itself', 'xem văn bản kèm theo', 'Cần làm rõ'],
  ])('%s', (_, text, verdict) => {
    expect(judge('3', text).verdict).toBe(verdict);
  });
});

describe('text a machine cannot trust', () => {
  test.each<[string, string, RegExp]>([
    ['TCVN3', 'Thµnh phè Hå ChÝ Minh ®· ban hµnh kÕ ho¹ch hµnh ®éng', /TCVN3 hoặc VNI/],
    ['VNI', 'Thaønh phoá Haûi Phoøng ñaõ ban haønh keá hoaïch', /TCVN3 hoặc VNI/],
    ['mojibake', 'ThÃ nh phá»‘ ÄÃ  Náºµng Ä‘Ã£ ban hÃ nh káº¿ hoáº¡ch', /lỗi mã ký tự/],
    ['a mark of secrecy', 'MẬT\nThành phố báo cáo các nội dung sau đây', /dấu chỉ độ mật/],
  ])('%s is asked about, never called Thiếu', (_, text, reason) => {
    for (const item of ['1.1', '1.2', '1.4', '1.5', '2.1', '3']) {
      expect(judge(item, text)).toEqual({ verdict: 'Cần làm rõ', reasons: [expect.stringMatching(reason)] });
    }
  });
});

test('an item that does not apply is not judged', () => {
  expect(judge('2.1', '', { applies: false })).toEqual({ verdict: 'Không áp dụng', reasons: [] });
});

test('a reference is to be looked at by a person even when an official document came', () => {
  const reasons = [true, false].map((hasOfficialDocument) =>
    judge('1.1', 'như văn bản kèm theo', { hasOfficialDocument }),
  );
  expect(reasons.map(({ verdict }) => verdict)).toEqual(['Cần làm rõ', 'Cần làm rõ']);
  expect(reasons[0]?.reasons[0]).toContain('đối chiếu với văn bản chính thức');
  expect(reasons[1]?.reasons[0]).toContain('ghi trực tiếp nội dung chính');
});

describe('reasons are written for the city', () => {
  test.each<[string, Answers | string, string]>([
    [
      '1.3',
      plan('Đã ban hành', { ngay: '2025-07-31' }),
      'đã ban hành nhưng chưa ghi số, ký hiệu của kế hoạch; đề nghị bổ sung',
    ],
    [
      '1.3',
      plan('Đang dự thảo', { 'ly-do': 'Chờ ý kiến các sở.' }),
      'trạng thái "Đang dự thảo" nhưng chưa ghi ngày dự kiến ban hành; đề nghị bổ sung',
    ],
    ['1.4', '', 'chưa có nội dung; đề nghị bổ sung, hoặc chọn "Không có" nếu thực tế không phát sinh'],
    ['1.1', 'Đang cập nhật.', 'mới trả lời "Đang cập nhật.", chưa có nội dung; đề nghị gửi nội dung cụ thể'],
    [
      '2.1',
      'Đạt 120,5%, xong 30/12/2025',
      'tỷ lệ 120,5% vượt quá 100%; đề nghị ghi tiến độ từ 0% đến 100% cho từng nhiệm vụ',
    ],
  ])('%s: %j', (item, answers, reason) => {
    expect(judge(item, answers).reasons).toContain(reason);
  });

  const anyAnswer = fc.oneof(
    fc.constantFrom('', '-', 'Không có', 'Đang triển khai', 'như trên', '111', 'Đã ban hành', LONG_REVIEW, PROPOSAL),
    fc.string(),
  );
  const anyItem = fc.constantFrom('1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2', '2.3', '3');

  test('every verdict but Đủ has a reason that asks politely, and Đủ has none', () => {
    fc.assert(
      fc.property(anyItem, fc.array(anyAnswer, { minLength: 6, maxLength: 6 }), (item, texts) => {
        const keys = outlineSeeds
          .filter((question) => question.item === item)
          .map(({ question }) => question.slice(item.length + 1));
        const judged = judge(item, Object.fromEntries(keys.map((key, at) => [key, texts[at] ?? ''])));
        expect(judged.reasons.length === 0).toBe(judged.verdict === 'Đủ');
        for (const reason of judged.reasons) {
          expect(reason).toContain('đề nghị');
          expect(reason.normalize('NFC')).toBe(reason);
        }
      }),
    );
  });

  test('item 3 is never Thiếu, and words with a meaning of their own are never Thiếu anywhere', () => {
    const words = fc.array(fc.constantFrom('hạ', 'tầng', 'dữ', 'liệu', 'phường', 'kinh', 'phí', 'camera'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anyItem, words, (item, own) => {
        expect(judge('3', own.join(' ')).verdict).not.toBe('Thiếu');
        expect(judge(item, item === '1.3' ? { 'ly-do': own.join(' ') } : own.join(' ')).verdict).not.toBe('Thiếu');
      }),
    );
  });
});

describe('spelling does not change a verdict', () => {
  const samples: readonly (readonly [string, Answers])[] = [
    ['1.1', { '': 'Không có' }],
    ['1.1', { '': 'Đang hòa mạng' }],
    ['1.2', { '': `${LONG_NARRATIVE} theo Nghị định 269/2025/NĐ-CP, hoàn thành quý IV năm 2025.` }],
    ['1.3', plan('Đã ban hành', WHOLE_PLAN)],
    ['1.3', plan('Đang dự thảo', PLANNED)],
    ['1.4', { '': 'Đến nay chưa có khó khăn, vướng mắc' }],
    ['1.5', { '': PROPOSAL }],
    ['1.5', { '': 'Đề nghị Ủy ban nhân dân thành phố xem xét, hỗ trợ kinh phí.' }],
    ['2.1', { '': 'Đạt 85,5%, hoàn thành ngày 24 tháng 10 năm 2025' }],
    ['2.2', { '': 'như mục 1.4' }],
    ['3', { '': 'xem phụ lục kèm theo' }],
  ];
  const respell: readonly (readonly [string, (text: string) => string])[] = [
    ['NFD', (text) => text.normalize('NFD')],
    ['no-break spaces', (text) => text.replaceAll(' ', '\u00A0')],
    ['doubled spaces and ends', (text) => `  ${text.replaceAll(' ', '  ')}\n`],
    ['capitals', (text) => text.toUpperCase()],
    ['zero-width marks', (text) => text.replaceAll('a', 'a\u200B')],
    ['hoà for hòa, uỷ for ủy', (text) => text.replaceAll('òa', 'oà').replaceAll('ủy', 'uỷ').replaceAll('Ủy', 'Uỷ')],
  ];
  test.each(respell)('%s', (_, spelled) => {
    for (const [item, answers] of samples) {
      const respelled = Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, spelled(text)]));
      expect([item, answers, judge(item, respelled).verdict]).toEqual([item, answers, judge(item, answers).verdict]);
    }
  });
});

test('reports that release 0.1.0 read are judged by what it read of them', () => {
  const facts = (cell: string) => decodeFacts(cell) ?? expect.fail(cell);
  const judged = (answers: Readonly<Record<string, string>>) =>
    judgeItem({
      item: '1.3',
      questions: outlineSeeds.filter(({ item }) => item === '1.3'),
      facts: new Map(Object.entries(answers).map(([key, cell]) => [key, facts(cell)])),
      applies: true,
      filedOn: Temporal.PlainDate.from('2025-10-23'),
      hasOfficialDocument: false,
    }).verdict;
  const issued = '{"c":"bare-status","n":9,"v":"Đã ban hành"}';
  const drafting = '{"c":"bare-status","n":10,"v":"Đang dự thảo"}';
  expect(
    judged({
      '1.3-trang-thai': issued,
      '1.3-so-ky-hieu': '{"c":"text","n":40,"d":["111/KH-UBND","71/NQ-CP"],"t":["2025-07-31"]}',
    }),
  ).toBe('Đủ');
  expect(judged({ '1.3-trang-thai': drafting, '1.3-ly-do': '{"c":"text","n":90,"t":["2025-12-15"]}' })).toBe('Đủ');
  expect(judged({ '1.3-trang-thai': drafting, '1.3-ly-do': '{"c":"text","n":90,"q":["2025-Q4"]}' })).toBe('Đủ');
});
