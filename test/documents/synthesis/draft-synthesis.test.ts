import { beforeAll, describe, expect, test } from 'vitest';
import { synthesisDocx } from '../../../functions/documents/synthesis/draft-synthesis.ts';
import { readMarks } from '../../../functions/documents/synthesis/marks.ts';
import { MARKS_PROPERTY } from '../../../functions/documents/synthesis/synthesis-document.ts';
import { unzip } from '../unzip.ts';
import { NOW, statements, synthesis } from './a-synthesis.ts';
import { type Sent, story } from './six-cities.ts';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;
const unescaped = (xml: string) =>
  xml.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);

/** The document's XML, and one line a paragraph as a reader sees it. */
async function read(model: ReturnType<typeof synthesis>) {
  const files = unzip(await synthesisDocx(model));
  const xml = files.get('word/document.xml') ?? '';
  const paragraphs = xml.split('</w:p>');
  return { files, xml, paragraphs, lines: paragraphs.map((one) => unescaped(one.replaceAll(/<[^>]*>/g, ''))) };
}

const model = synthesis();
let told: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  told = await read(model);
});

const twips = (mm: number) => Math.floor((mm / 25.4) * 1440);

describe('the form of the decree', () => {
  test('A4, margins 20, 20, 20 and 30 mm; each annex lies on its side and counts its own pages', () => {
    const pages = [...told.xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes]) => attributes);
    expect(pages[0]).toContain(`w:w="${twips(210)}" w:h="${twips(297)}"`);
    expect(pages[1]).toContain(`w:w="${twips(297)}" w:h="${twips(210)}" w:orient="landscape"`);
    const sections = 1 + model.annexes.length;
    expect(pages).toHaveLength(sections);
    const margins = [...told.xml.matchAll(/<w:pgMar ([^>]*)\/>/g)];
    expect(margins).toHaveLength(sections);
    for (const [, own = ''] of margins) {
      for (const [side, mm] of Object.entries({ top: 20, right: 20, bottom: 20, left: 30 })) {
        expect(own).toContain(`w:${side}="${twips(mm)}"`);
      }
    }
    expect(told.xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(sections);
    expect(told.xml.match(/<w:titlePg\/>/g)).toHaveLength(sections);
  });

  test('Times New Roman, black, body 14 points', () => {
    const styles = told.files.get('word/styles.xml') ?? '';
    expect(styles).toMatch(/<w:docDefaults>.*<w:rFonts [^>]*w:ascii="Times New Roman"/s);
    expect(told.xml).not.toMatch(/w:ascii="(?!Times New Roman)/);
    expect(told.xml).not.toContain('w:color w:val');
    const body = told.paragraphs[told.lines.findIndex((line) => line.startsWith('Đến 10:15'))] ?? '';
    expect(body).toContain('<w:sz w:val="28"/>');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain(`w:firstLine="${twips(12.7)}"`);
  });

  test('nation, motto, issuer; number and day are blank; the title stands under BÁO CÁO', () => {
    expect(
      told.lines
        .slice(0, 14)
        .filter((line) => line !== '')
        .slice(0, 8),
    ).toEqual([
      'BỘ XÂY DỰNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-BXD',
      'Hà Nội, ngày      tháng      năm 2025',
      'BÁO CÁO',
      'Tổng hợp tình hình triển khai đô thị thông minh (tháng 10/2025)',
      'Kính gửi: Lãnh đạo Bộ',
    ]);
  });

  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12],
    ['Độc lập - Tự do - Hạnh phúc', 13],
    ['BỘ XÂY DỰNG', 13],
    ['BÁO CÁO', 14],
    ['I. TÌNH HÌNH CHUNG', 14],
    ['II. KẾT QUẢ THEO TỪNG MỤC ĐỀ CƯƠNG', 14],
    ['III. KHÓ KHĂN, VƯỚNG MẮC', 14],
    ['IV. ĐỀ XUẤT, KIẾN NGHỊ', 14],
    ['Phụ lục I', 14],
  ])('%s is bold, %i points', (text, points) => {
    const paragraph = told.paragraphs[told.lines.indexOf(text)] ?? '';
    expect(paragraph).toContain('<w:b/>');
    expect(paragraph).toContain(`<w:sz w:val="${points * 2}"/>`);
  });

  test('ends with ./., receivers, and room to sign', () => {
    const end = told.lines.findIndex((line) => line.endsWith('./.'));
    expect(told.lines[end]).toBe(
      'Trên đây là báo cáo tổng hợp từ báo cáo của các thành phố, Bộ Xây dựng kính báo cáo./.',
    );
    expect(
      told.lines
        .slice(end)
        .filter((line) => line !== '')
        .slice(1, 10),
    ).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Bộ trưởng (để b/c);',
      '- Bộ Khoa học và Công nghệ (để p/h);',
      '- Các cơ quan có nội dung xử lý (theo Phụ lục);',
      '- Lưu: VT, PTĐT.',
      'QUYỀN HẠN, CHỨC VỤ',
      'CỦA NGƯỜI KÝ',
      'Họ và tên',
    ]);
  });

  test('names nobody: who signs is not known', () => {
    expect(told.files.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
  });
});

test('every paragraph of the model stands in the document, clean of where it comes from', () => {
  for (const { lead, text } of statements(model.blocks)) {
    expect(told.lines).toContain(`${lead === null ? '' : `${lead}: `}${text}`);
  }
  expect(told.lines.join()).not.toMatch(/\[/);
});

test('notes are endnotes, counted in figures, one a paragraph: Word takes all out in one step', () => {
  const noted = statements(model.blocks).filter(({ notes }) => notes.length > 0);
  const references = [...told.xml.matchAll(/<w:endnoteReference [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
  expect(references).toHaveLength(noted.length);
  expect(new Set(references).size).toBe(noted.length);
  expect(told.xml).toContain('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>');
  const endnotes = unescaped((told.files.get('word/endnotes.xml') ?? '').replaceAll(/<[^>]*>/g, ''));
  for (const { notes } of noted) for (const note of notes) expect(endnotes).toContain(note);
});

test('the annexes tell every row; headers return on every page, and each table of the register has a page', () => {
  for (const table of model.annexes.flatMap(({ tables }) => tables)) {
    for (const cell of [table.header, ...table.rows].flat()) {
      for (const line of cell.split('\n')) expect(told.lines).toContain(line);
    }
  }
  expect(told.xml.match(/<w:tblHeader\/>/g)).toHaveLength(model.annexes.flatMap(({ tables }) => tables).length);
  expect(told.xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(told.lines.filter((line) => /^Phụ lục/.test(line))).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III']);
});

test('changes are marked in words', async () => {
  const sent: Sent[] = [
    ...story,
    { unit: 'CTO', version: 'BC-CTO-1', when: '2025-10-27 11:00', answers: { '3': 'Thêm.' } },
  ];
  const { lines } = await read(synthesis(sent, '2025-10-28 09:00', model.marks));
  expect(lines).toContain('(mới) Cần Thơ: Thêm.');
});

test('the marks of its paragraphs travel with the file', () => {
  const custom = told.files.get('docProps/custom.xml') ?? '';
  const value = custom.split(`name="${MARKS_PROPERTY}"`)[1]?.match(/<vt:lpwstr>([^<]*)</)?.[1] ?? '';
  expect(readMarks(unescaped(value))).toEqual(model.marks);
});

test('the same model gives the same bytes', async () => {
  expect(await synthesisDocx(synthesis())).toEqual(await synthesisDocx(model));
});

describe('hostile text', () => {
  const nasty = 'A\u0000B\u0008C <w:p/> & "x" ]]> \uD800 \uFFFE \u202E đ\u0301';
  const sent: Sent[] = [
    { unit: 'HNI', version: 'BC-HNI-1', when: '2025-10-23 15:00', answers: { '1.2': nasty, '3': nasty } },
  ];

  test('is text, and holds nothing XML forbids', async () => {
    const { xml, lines } = await read(synthesis(sent, NOW));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(xml.isWellFormed()).toBe(true);
    expect(lines.some((line) => line.includes('ABC <w:p/> & "x" ]]>'))).toBe(true);
  });
});
