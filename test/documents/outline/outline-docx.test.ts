import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { decreeDate } from '../../../functions/documents/decree/text.ts';
import { createOutlineDocx, type OutlineInput } from '../../../functions/documents/outline/outline-docx.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { unitSeeds } from '../../../sheets-schema/seed/units.ts';
import { unzip } from '../unzip.ts';

const outlineDocx = createOutlineDocx();

function anInput(code: string, given: Partial<OutlineInput> = {}): OutlineInput {
  return {
    round: roundSeeds[0]!,
    questions: outlineSeeds,
    unit: unitSeeds.find((unit) => unit.code === code)!,
    deadlineWords: 'hết ngày 31/10/2025',
    ...given,
  };
}

/** The document's XML, and what a reader sees of it: one line a paragraph. */
async function read(input: OutlineInput) {
  const files = unzip(await outlineDocx(input));
  const xml = files.get('word/document.xml') ?? '';
  const lines = xml
    .split('</w:p>')
    .map((paragraph) => paragraph.replaceAll(/<w:tab\/>/g, '\t').replaceAll(/<[^>]*>/g, ''))
    .map((line) => line.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'));
  return { files, xml, lines, text: lines.join('\n') };
}

let haiPhong: Awaited<ReturnType<typeof read>>;
let hoChiMinh: typeof haiPhong;
beforeAll(async () => {
  haiPhong = await read(anInput('HPG'));
  hoChiMinh = await read(anInput('HCM'));
});

test('no line has two colons that announce', () => {
  expect(hoChiMinh.lines.filter((line) => line.startsWith('- ') && /: .*:\s*$/.test(line))).toEqual([]);
});

describe('the page', () => {
  const twips = (mm: number) => Math.floor((mm / 25.4) * 1440);

  test('is A4 upright with the margins of the decree', () => {
    expect(haiPhong.xml).toMatch(new RegExp(`<w:pgSz [^>]*w:w="${twips(210)}" w:h="${twips(297)}"`));
    for (const [side, mm] of [
      ['top', 20],
      ['right', 20],
      ['bottom', 20],
      ['left', 30],
    ] as const) {
      expect(haiPhong.xml).toMatch(new RegExp(`<w:pgMar [^>]*w:${side}="${twips(mm)}"`));
    }
  });

  test('is set in Times New Roman, 14 points', () => {
    const styles = haiPhong.files.get('word/styles.xml') ?? '';
    expect(styles).toMatch(/<w:docDefaults>.*<w:rFonts [^>]*w:ascii="Times New Roman"/s);
    expect(styles).toMatch(/<w:docDefaults>.*<w:sz w:val="28"\/>/s);
    expect(haiPhong.xml).not.toMatch(/w:ascii="(?!Times New Roman|MS Gothic)/);
    expect(haiPhong.xml).not.toContain('w:color w:val');
  });

  test('bears its number at the top, in the middle, save the first', () => {
    expect(haiPhong.xml).toContain('<w:titlePg/>');
    const headers = [...haiPhong.files].filter(([path]) => path.startsWith('word/header')).map(([, xml]) => xml);
    const numbered = headers.filter((xml) => xml.includes('>PAGE<'));
    expect(headers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
  });
});

describe('the report to fill in', () => {
  test('is headed by nation, motto and issuer, with number and day left blank', () => {
    expect(haiPhong.lines.slice(0, 9).filter((line) => line !== '')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ HẢI PHÒNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-UBND',
      'Hải Phòng, ngày      tháng      năm 20    ',
      'BÁO CÁO',
    ]);
  });

  test('names its subject, addressee and basis', () => {
    expect(haiPhong.lines).toContain('Tình hình triển khai đô thị thông minh tại địa phương');
    expect(haiPhong.lines).toContain('Kính gửi: Bộ Xây dựng');
    expect(haiPhong.text).toContain(
      'Thực hiện Công văn số 12112/BXD-PTĐT ngày 23 tháng 10 năm 2025 của Bộ Xây dựng, Ủy ban nhân dân thành phố Hải Phòng báo cáo như sau:',
    );
  });

  test('says the deadline as the letter words it and as it applies', () => {
    expect(haiPhong.text).toContain('“trước ngày 24/10/2025”; hạn cuối: hết ngày 31/10/2025.');
  });

  test('brings every item in the words of the outline, once', () => {
    const wanted = new Set(outlineSeeds.map(({ item, wording }) => `${item}. ${wording}`));
    expect(wanted.size).toBe(9);
    for (const line of wanted) expect(hoChiMinh.lines.filter((l) => l === line)).toHaveLength(1);
  });

  test('leaves a blank for each question: dots, boxes or a date', () => {
    expect(haiPhong.lines).toContain('- Kế hoạch hành động, số, ký hiệu (nếu đã ban hành): \t');
    expect(haiPhong.lines).toContain(
      '- Kế hoạch hành động, ngày ban hành (nếu đã ban hành): ngày ……… tháng ……… năm …………',
    );
    expect(haiPhong.lines).toContain(' Đang dự thảo');
    expect(haiPhong.xml.match(/<w14:checkbox>/g)).toHaveLength(6);
    expect(haiPhong.xml).toContain('w:leader="dot"');
  });

  test('closes with ./. and room for copies and a signature', () => {
    expect(haiPhong.text).toMatch(/kính gửi Bộ Xây dựng tổng hợp\.\/\.\n/);
    expect(haiPhong.lines).toEqual(
      expect.arrayContaining(['Nơi nhận:', '- Như trên;', '- Lưu: VT, ………', 'QUYỀN HẠN, CHỨC VỤ', 'CỦA NGƯỜI KÝ']),
    );
  });

  test('keeps the full name of a place that bears a person’s name', () => {
    expect(hoChiMinh.text).toContain('Thành phố Hồ Chí Minh, ngày      tháng');
  });

  test('asks no questions that are out of use or of another version', async () => {
    const [first, ...others] = outlineSeeds;
    const questions = [{ ...first!, used: false }, { ...first!, version: 'PL2' }, ...others];
    expect((await read(anInput('HPG', { questions }))).text).not.toContain('1.1.');
  });
});

describe('section 2', () => {
  test('stands in the outline of a unit that answers it', () => {
    expect(hoChiMinh.text).toContain('2.1. Nêu rõ dự kiến kế hoạch, tiến độ triển khai.');
  });

  test('is absent from that of others, whose item 3 keeps its number', () => {
    expect(haiPhong.text).not.toMatch(/^2\./m);
    expect(haiPhong.lines).toContain('3. Các nội dung khác nếu có');
  });
});

test('the same input gives the same bytes, whatever the hour', async () => {
  const first = await outlineDocx(anInput('HPG'));
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
  const later = await outlineDocx(anInput('HPG'));
  vi.useRealTimers();
  expect(Buffer.compare(first, later)).toBe(0);
  expect(haiPhong.files.get('docProps/core.xml')).toContain('2025-10-23T07:00:00Z');
});

describe('units that are asked the same', () => {
  const alone = (input: OutlineInput) => createOutlineDocx()(input);

  test.each(['HNI', 'HPG', 'HUE', 'BXD'])('share the making, and %s gets what it would get alone', async (code) => {
    expect(Buffer.compare(await outlineDocx(anInput(code)), await alone(anInput(code)))).toBe(0);
  });

  test('are told apart by deadline and by what they are asked', async () => {
    const later = anInput('HPG', { deadlineWords: 'hết ngày 05/11/2025' });
    const few = anInput('HPG', { questions: outlineSeeds.slice(0, 3) });
    for (const input of [later, few]) expect(Buffer.compare(await outlineDocx(input), await alone(input))).toBe(0);
  });

  test('keep their own names, whatever stands in them', async () => {
    const unit = { ...anInput('HPG').unit, name: `Viện "Đô thị & Xã hội" <$&> của bà H'Hen` };
    expect((await read(anInput('HPG', { unit }))).text).toContain(
      `Trên đây là báo cáo của Viện "Đô thị & Xã hội" &lt;$&&gt; của bà H'Hen, kính gửi`,
    );
  });
});

test.each([
  ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
  ['2025-07-23', 'ngày 23 tháng 7 năm 2025'],
  ['2025-10-09', 'ngày 09 tháng 10 năm 2025'],
  ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
])('%s is written %s', (day, words) => {
  expect(decreeDate(Temporal.PlainDate.from(day))).toBe(words);
});
