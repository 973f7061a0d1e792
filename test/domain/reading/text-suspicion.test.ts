import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textMarks } from '../../../functions/domain/reading/text-suspicion.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';

describe('text in TCVN3 or VNI', () => {
  test.each([
    'Hµ Néi',
    '§µ N½ng',
    'CÇn Th¬',
    'H¶i Phßng',
    'HuÕ',
    'Thµnh phè Hå ChÝ Minh',
    'Haø Noäi',
    'Ñaø Naüng',
    'Caàn Thô',
    'Haûi Phoøng',
    'Hueá',
    'Thaønh phoá Hoà Chí Minh',
    'UÛY BAN NHAÂN DAÂN THAØNH PHOÁ CAÀN THÔ',
    'Uû ban nh©n d©n thµnh phè ®· ban hµnh kÕ ho¹ch hµnh ®éng.',
    'Một dòng Unicode bình thường của thành phố.\nMét dßng d¸n tõ v¨n b¶n cò cña thµnh phè.',
  ])('%j is suspected', (text) => {
    expect(textMarks(text)).toEqual(['legacy-encoding']);
  });

  test.each([
    'Hà Nội',
    'Hoà Chí Minh',
    'hoà khoá loà xoà, thuý, uỷ ban, quà, xuân, khoẻ, oà',
    'HOÀ BÌNH, THUÝ, KHOÁ, QUÀ',
    'PM2.5: 50 µg/m³; diện tích 30 m²; khẩu độ 3×4 m',
    'Điều 5 § 2, ±10 %, nhiệt độ 35°C',
    'Phần mềm Windows® của hãng Müller',
    'Thành phố hợp tác với thành phố Zürich và São Paulo về dữ liệu đô thị.',
    'Khong co dau tieng Viet',
    '“Đô thị thông minh” – «đô thị số»',
    '',
    '+++ === ///',
  ])('%j is not', (text) => {
    expect(textMarks(text)).toEqual([]);
  });
});

describe('UTF-8 read as Windows-1252', () => {
  const misread = (text: string, encoding: string) => new TextDecoder(encoding).decode(new TextEncoder().encode(text));
  test.each(['Đà Nẵng', 'Thành phố Hồ Chí Minh', 'đô thị thông minh', 'Ủy ban nhân dân thành phố Huế'])(
    '%j misread is recognised',
    (text) => {
      expect(textMarks(misread(text, 'windows-1252'))).toEqual(['mojibake']);
    },
  );

  test('replacement marks alone count too', () => {
    expect(textMarks('Th�nh ph� H� N�i')).toEqual(['mojibake']);
  });

  test('a capital Ã before a no-break space from Word is no mojibake', () => {
    expect(textMarks('ĐÃ\u00A0BAN HÀNH KẾ HOẠCH')).toEqual([]);
  });
});

describe('a mark of secrecy stands alone', () => {
  test.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    'Mật',
    '[MẬT]',
    'Độ mật: MẬT',
    'ĐỘ MẬT: TUYỆT MẬT',
    'M Ậ T',
    'MẬT\nBáo cáo tình hình',
    'UBND THÀNH PHỐ\nTỐI MẬT\nBáo cáo tình hình',
    'Báo cáo\r\n  mật.  \r\nnội dung',
    'TUYỆT MẬT Báo cáo số 01',
    'MẬT - Báo cáo',
    'MẬT: nội dung sau',
    'MẬT'.normalize('NFD'),
    'TOI MAT',
  ])('%j is one', (text) => {
    expect(textMarks(text)).toEqual(['secret']);
  });

  test.each([
    'bảo mật',
    'mật độ dân số 12.000 người/km²',
    'MẬT ĐỘ DÂN SỐ',
    'MẬT MÃ',
    'An toàn, bảo mật thông tin',
    'BẢO MẬT',
    'Không có nội dung mật',
    'Nội dung không thuộc phạm vi bí mật nhà nước',
    'mất',
    'Mặt bằng',
    'mắt',
  ])('%j is none', (text) => {
    expect(textMarks(text)).toEqual([]);
  });
});

test('the words of the register and the outline themselves are above suspicion', () => {
  const texts = [
    ...taskSeeds.map((task) => `${task.summary}\n${task.note ?? ''}`),
    ...outlineSeeds.map((row) => row.help ?? ''),
  ];
  for (const text of texts) expect([text, textMarks(text)]).toEqual([text, []]);
});

test('composed and decomposed text carry the same marks', () => {
  const samples = fc.constantFrom('Hµ Néi', 'Haø Noäi', 'MẬT\nnội dung', 'ThÃ nh phá»‘', 'Hoà Bình', 'mật độ');
  fc.assert(
    fc.property(samples, samples, (one, other) => {
      const text = `${one}\n${other}`;
      expect(textMarks(text.normalize('NFD'))).toEqual(textMarks(text));
    }),
  );
});
