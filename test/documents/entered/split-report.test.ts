import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../functions/documents/entered/read-docx.ts';
import { type SplitReport, splitReport } from '../../../functions/documents/entered/split-report.ts';
import { asks } from '../../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';
import { b, boxed, broken, bullet, counted, docxOf, END, HEAD, h, lead, p, table, tracked } from './a-paper.ts';

const WORDING = Object.fromEntries(outlineSeeds.map(({ item, wording }) => [item, wording]));
const PART = Object.fromEntries(outlineSeeds.map(({ section, heading }) => [section, heading]));

const SAID = {
  '1.1': 'Đã rà soát xong 03 đề án theo Quyết định số 210/QĐ-UBND ngày 15/3/2022.',
  '1.2': 'Đã bám theo Nghị định số 269/2025/NĐ-CP; giao Sở Xây dựng làm đầu mối.',
  '1.3': 'Đã ban hành Kế hoạch số 88/KH-UBND ngày 30/7/2025.',
  '1.4': 'Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh.',
  '1.5': 'Đề nghị Bộ Tài chính hướng dẫn định mức thuê dịch vụ trong quý I năm 2026.',
} as const;
/** Where the answers of a report told in sentences belong. */
const KEYS = { ...SAID, '1.3-trang-thai': 'Đã ban hành', '1.3-khac': SAID['1.3'] } as const;
const { '1.3': _told, ...PLACED } = KEYS;

type Blocks = Parameters<typeof docxOf>[0];

async function split(blocks: Blocks, unit = 'HUE'): Promise<SplitReport & { readonly notes: readonly string[] }> {
  const read = await readDocx(await docxOf(blocks));
  if ('refused' in read) throw new Error(read.refused);
  const questions = outlineSeeds.filter((question) =>
    citySeeds.some((one) => one.code === unit && asks(question, one)),
  );
  return { ...splitReport(read.lines, questions), notes: read.notes };
}

const answersOf = ({ answers }: SplitReport) => Object.fromEntries(answers);
const items = Object.keys(SAID) as (keyof typeof SAID)[];
/** Each item under a heading that somebody wrote for it. */
const report = (heading: (item: keyof typeof SAID) => Blocks[number] | readonly Blocks[number][]): Blocks => [
  ...HEAD,
  ...items.flatMap((item) => [heading(item), p(SAID[item])].flat()),
  ...END,
];

describe('reports of every make are split by the outline', () => {
  test.each<readonly [string, Blocks]>([
    ['numbered headings in the letter’s words', report((item) => b(`${item}. ${WORDING[item]}`))],
    ['headings that do not stand out', report((item) => p(`${item}) ${WORDING[item]}`))],
    ['heading styles, numbered by hand, in capitals', report((item) => h(`${item}. ${WORDING[item]?.toUpperCase()}`))],
    ['headings that Word counts', report((item) => counted(WORDING[item] ?? ''))],
    ['headings in bold without numbers', report((item) => b(WORDING[item] ?? ''))],
    [
      'parts in Roman numbers, items counted anew',
      [
        ...HEAD,
        b(`I. ${PART['1']?.toUpperCase()}`),
        ...items.flatMap((item) => [b(`${item.slice(2)}. ${WORDING[item]}`), p(SAID[item])]),
        ...END,
      ],
    ],
    [
      'reworded headings',
      report((item) =>
        b(
          {
            '1.1': '1.1. Kết quả rà soát các đề án, hoạt động đô thị thông minh, chuyển đổi số tại địa phương',
            '1.2': '1.2. Công tác chuẩn bị, thực hiện phát triển đô thị phù hợp với tình hình mới',
            '1.3': '1.3. Xây dựng kế hoạch hành động',
            '1.4': '1.4. Khó khăn, vướng mắc',
            '1.5': '1.5. Đề xuất, kiến nghị với Trung ương',
          }[item],
        ),
      ),
    ],
    [
      'text pasted from a PDF, each line a paragraph',
      [
        ...HEAD,
        p('1.1. Việc rà soát các Đề án về phát triển đô thị thông minh, về chuyển'),
        p('đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai'),
        p('thực hiện tại địa phương mình.'),
        p('Đã rà soát xong 03 đề án theo Quyết định số 210/QĐ-UBND ngày'),
        p('15/3/2022.'),
        broken(
          '1.2. Việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với',
          'tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương.',
        ),
        p('Đã bám theo Nghị định số 269/2025/NĐ-CP; giao Sở Xây'),
        p('dựng làm đầu mối.'),
        ...items.slice(2).flatMap((item) => [p(`${item}. ${WORDING[item]}`), p(SAID[item])]),
        ...END,
      ],
    ],
    [
      'answers on the line of the heading',
      [
        ...HEAD,
        ...items.map((item) => lead(`${item}. ${WORDING[item]?.replace(/\.$/, '')}:`, ` ${SAID[item]}`)),
        ...END,
      ],
    ],
    [
      'a table of items',
      [
        ...HEAD,
        table(['STT', 'Nội dung', 'Kết quả'], ...items.map((item) => [item, WORDING[item] ?? '', SAID[item]])),
        ...END,
      ],
    ],
    [
      'a list of contents first, so that each heading is there twice',
      [
        ...HEAD,
        ...items.map((item) => p(`${item}. ${WORDING[item]}`)),
        ...report((item) => b(`${item}. ${WORDING[item]}`)).slice(HEAD.length),
      ],
    ],
    [
      'blank lines and a text box beside',
      [...report((item) => [p(''), b(`${item}. ${WORDING[item]}`), p('')]), p(' ')],
    ],
  ])('%s', async (_, blocks) => {
    const found = await split(blocks);
    const spoken = Object.fromEntries(
      Object.entries(answersOf(found)).map(([key, text]) => [key, text.replace('ngày\n15', 'ngày 15')]),
    );
    expect(spoken).toEqual(PLACED);
    expect(found.unplaced).toEqual([]);
    expect(found.absent).toEqual(['3']);
  });

  test('lists and tables are kept as text, lines of a list apart', async () => {
    const found = await split([
      ...HEAD,
      b('1.1. Việc rà soát các Đề án'),
      p('Danh mục:'),
      bullet('Đề án đô thị thông minh'),
      bullet('Chương trình chuyển đổi số'),
      table(['Tên', 'Số', 'Tình trạng'], ['Đề án A', '210/QĐ-UBND', 'tiếp tục']),
      p('1. Hệ thống camera giao thông.'),
      p('2. Trung tâm điều hành.'),
      p('3. Hệ thống cảnh báo ngập.'),
      b('1.4. Các khó khăn, vướng mắc.'),
      p(SAID['1.4']),
      ...END,
    ]);
    expect(answersOf(found)).toEqual({
      '1.1':
        'Danh mục:\n- Đề án đô thị thông minh\n- Chương trình chuyển đổi số\nTên | Số | Tình trạng\nĐề án A | 210/QĐ-UBND | tiếp tục\n1. Hệ thống camera giao thông.\n2. Trung tâm điều hành.\n3. Hệ thống cảnh báo ngập.',
      '1.4': SAID['1.4'],
    });
    expect(found.absent).toEqual(['1.2', '1.3', '1.5', '3']);
  });

  test('tracked changes are read as accepted, and said to be there', async () => {
    const found = await split([
      ...HEAD,
      b('1.4. Các khó khăn, vướng mắc.'),
      tracked('Thiếu ', 'kinh phí', 'nhân lực'),
      ...END,
    ]);
    expect(answersOf(found)).toEqual({ '1.4': 'Thiếu kinh phí' });
    expect(found.notes).toEqual([expect.stringContaining('Track Changes')]);
  });

  test('what goes on behind a heading is kept, or named', async () => {
    const plain = await split([...HEAD, p('1.4. Các khó khăn, vướng mắc thiếu vốn đầu tư'), ...END]);
    expect(answersOf(plain)).toEqual({ '1.4': 'thiếu vốn đầu tư' });
    const bold = await split([...HEAD, b('1.4. Các khó khăn, vướng mắc trong quy hoạch'), p(SAID['1.4']), ...END]);
    expect(answersOf(bold)).toEqual({ '1.4': SAID['1.4'] });
    expect(bold.remarks.get('1.4')).toEqual([expect.stringContaining('trong quy hoạch')]);
  });

  test('the number tells of two headings that are alike', async () => {
    const found = await split([...HEAD, b('2.2. Khó khăn, vướng mắc'), p('Khó khăn riêng.'), ...END], 'HNI');
    expect(answersOf(found)).toEqual({ '2.2': 'Khó khăn riêng.' });
  });

  test('two headings in the same words are told by their part, or by what stands before', async () => {
    const found = await split(
      [
        ...HEAD,
        b(PART['1'] ?? ''),
        b('Các khó khăn, vướng mắc'),
        p('Khó khăn chung.'),
        b('Các đề xuất, kiến nghị'),
        p('Kiến nghị chung.'),
        b('2.1. Nêu rõ dự kiến kế hoạch, tiến độ triển khai.'),
        p('Nhiệm vụ 1: 40%.'),
        b('2.2. Các khó khăn, vướng mắc trong triển khai.'),
        p('Khó khăn riêng.'),
        b('Các đề xuất, kiến nghị'),
        p('Kiến nghị riêng.'),
        ...END,
      ],
      'HNI',
    );
    expect(answersOf(found)).toEqual({
      '1.4': 'Khó khăn chung.',
      '1.5': 'Kiến nghị chung.',
      '2.1': 'Nhiệm vụ 1: 40%.',
      '2.2': 'Khó khăn riêng.',
      '2.3': 'Kiến nghị riêng.',
    });
  });
});

describe('what cannot be told for sure is asked', () => {
  test('a heading that one part has and another part nearly', async () => {
    const found = await split(
      [
        ...HEAD,
        b('2.1. Nêu rõ dự kiến kế hoạch, tiến độ triển khai.'),
        p('40%.'),
        b('Các đề xuất'),
        p('A.'),
        b('Các khó khăn, vướng mắc'),
        p('B.'),
        ...END,
      ],
      'HNI',
    );
    const placed = answersOf(found);
    expect(placed['2.1']).toContain('40%.');
    expect(Object.keys(placed).filter((key) => key.startsWith('1.'))).toEqual([]);
  });

  test('a heading that is there twice with two texts', async () => {
    const found = await split([
      ...report((item) => b(`${item}. ${WORDING[item]}`)).slice(0, -2),
      b(`1.4. ${WORDING['1.4']}`),
      p('Một nội dung khác.'),
      ...END,
    ]);
    expect(answersOf(found)).not.toHaveProperty('1.4');
    expect(found.unplaced.map(({ text }) => text)).toEqual([SAID['1.4'], 'Một nội dung khác.']);
  });

  test('one heading over two items', async () => {
    const found = await split([
      ...HEAD,
      b('1. Khó khăn, vướng mắc; đề xuất, kiến nghị'),
      p('Thiếu kinh phí; đề nghị hỗ trợ.'),
      ...END,
    ]);
    expect(answersOf(found)).toEqual({});
    expect(found.unplaced).toEqual([
      {
        why: 'tiêu đề có thể là mục 1.4 hoặc mục 1.5',
        text: '1. Khó khăn, vướng mắc; đề xuất, kiến nghị\nThiếu kinh phí; đề nghị hỗ trợ.',
      },
    ]);
  });

  test.each([
    ['bold, numbered', b],
    ['plain, numbered', p],
  ])('another outline, %s: nothing of it stands under an item of ours', async (_, heading) => {
    const found = await split([
      ...HEAD,
      heading('1. Công tác chỉ đạo, điều hành'),
      p('Đã ban hành nhiều văn bản.'),
      heading('2. Kết quả giải ngân vốn đầu tư công'),
      p('Đạt 60% kế hoạch.'),
      heading('3. Khó khăn, vướng mắc'),
      p('Thiếu vật liệu san lấp.'),
      heading('4. Phương hướng, nhiệm vụ thời gian tới'),
      p('Đẩy nhanh tiến độ.'),
      ...END,
    ]);
    expect(Object.values(answersOf(found)).join()).not.toContain('Đẩy nhanh');
    expect(Object.values(answersOf(found)).join()).not.toContain('60%');
    expect(found.unplaced.map(({ text }) => text).join()).toContain('Đẩy nhanh');
    expect(found.remarks.get('1.4')).toEqual([expect.stringContaining('ghi số 3: “Khó khăn, vướng mắc”')]);
  });

  test('a heading that bears the number of one item and the words of another', async () => {
    const found = await split([
      ...HEAD,
      b('1.2. Tình hình xây dựng kế hoạch hành động của địa phương'),
      p(SAID['1.3']),
      ...END,
    ]);
    expect(answersOf(found)).toEqual({ '1.3-trang-thai': 'Đã ban hành', '1.3-khac': SAID['1.3'] });
    expect(found.remarks.get('1.3')).toContainEqual(expect.stringContaining('ghi số 1.2'));
  });

  test('a bold heading of something that nobody asked', async () => {
    const found = await split([
      ...HEAD,
      b(WORDING['1.4'] ?? ''),
      p(SAID['1.4']),
      b('Phương hướng thời gian tới'),
      p('Tiếp tục rà soát.'),
      ...END,
    ]);
    expect(answersOf(found)).toEqual({ '1.4': SAID['1.4'] });
    expect(found.unplaced).toEqual([
      { why: 'tiêu đề không có trong đề cương', text: 'Phương hướng thời gian tới\nTiếp tục rà soát.' },
    ]);
  });

  test('an annex behind the signature', async () => {
    const found = await split([
      ...HEAD,
      b(`1.4. ${WORDING['1.4']}`),
      p(SAID['1.4']),
      ...END,
      b('Phụ lục'),
      table(['Đề án A', '210/QĐ-UBND']),
    ]);
    expect(found.unplaced).toEqual([
      { why: 'đứng sau phần kết của báo cáo', text: expect.stringContaining('210/QĐ-UBND') },
    ]);
  });

  test('words in a text box are read where it stands, and said to be there', async () => {
    const found = await split([
      ...HEAD,
      b(`1.4. ${WORDING['1.4']}`),
      p(SAID['1.4']),
      boxed('Chữ trong khung.'),
      ...END,
    ]);
    expect(answersOf(found)['1.4']).toContain('Chữ trong khung.');
    expect(found.notes).toContainEqual(expect.stringContaining('khung chữ'));
  });

  test('no heading at all', async () => {
    const found = await split([...HEAD, p('Thành phố đang triển khai tốt các nhiệm vụ.')]);
    expect(answersOf(found)).toEqual({});
    expect(found.absent).toHaveLength(6);
    expect(found.front.at(-1)).toBe('Thành phố đang triển khai tốt các nhiệm vụ.');
  });
});
