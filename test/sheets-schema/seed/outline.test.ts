import { describe, expect, test } from 'vitest';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';

const official = [
  {
    item: '1.1',
    wording:
      'Việc rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai thực hiện tại địa phương mình.',
    rule: 'Danh mục rà soát',
    params: 'dài=100',
  },
  {
    item: '1.2',
    wording:
      'Việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương.',
    rule: 'Tường thuật có căn cứ',
    params: 'dài=150',
  },
  {
    item: '1.3',
    wording: 'Tình hình xây dựng kế hoạch hành động của địa phương',
    rule: 'Kế hoạch hành động',
    params: null,
  },
  { item: '1.4', wording: 'Các khó khăn, vướng mắc.', rule: 'Khó khăn hoặc không có', params: 'dài=30' },
  { item: '1.5', wording: 'Các đề xuất, kiến nghị.', rule: 'Kiến nghị hoặc không có', params: 'dài=30' },
  {
    item: '2.1',
    wording: 'Nêu rõ dự kiến kế hoạch, tiến độ triển khai.',
    rule: 'Nhiệm vụ có tiến độ',
    params: null,
  },
  {
    item: '2.2',
    wording: 'Các khó khăn, vướng mắc trong triển khai.',
    rule: 'Khó khăn hoặc không có',
    params: 'dài=30',
  },
  { item: '2.3', wording: 'Các đề xuất, kiến nghị.', rule: 'Kiến nghị hoặc không có', params: 'dài=30' },
  { item: '3', wording: 'Các nội dung khác nếu có', rule: 'Tự do', params: null },
];

/** As the annex of the letter prints them. */
const headings = {
  '1': 'Báo cáo tình hình triển khai thực hiện các nhiệm vụ được giao tại Thông báo số 382/TB-VPCP ngày 23/7/2025',
  '2': 'Tình hình triển khai các nhiệm vụ trọng tâm của 03 thành phố: Hà Nội, Hồ Chí Minh, Đà Nẵng về phát triển đô thị thông minh theo chỉ đạo tại Thông báo số 45-TB/TGV ngày 30/9/2025',
  '3': 'Các nội dung khác nếu có',
};

test('title and headings are those of Phụ lục I, word for word', () => {
  expect(new Set(outlineSeeds.map(({ outlineTitle }) => outlineTitle.toLocaleUpperCase('vi')))).toEqual(
    new Set(['ĐỀ CƯƠNG BÁO CÁO TÌNH HÌNH TRIỂN KHAI ĐÔ THỊ THÔNG MINH TẠI ĐỊA PHƯƠNG']),
  );
  expect(Object.fromEntries(outlineSeeds.map(({ section, heading }) => [section, heading]))).toEqual(headings);
});

function question(key: string) {
  return outlineSeeds.find((one) => one.question === key)!;
}

test('the items are those of Phụ lục I, word for word', () => {
  expect([...new Set(outlineSeeds.map((one) => one.item))]).toEqual(official.map(({ item }) => item));
});

test.each(official)('every question of $item carries its wording and its rule', ({ item, ...shared }) => {
  const questions = outlineSeeds.filter((one) => one.item === item);
  expect(questions.length).toBeGreaterThan(0);
  for (const one of questions) expect(one).toMatchObject({ version: 'PL1-12112', used: true, ...shared });
});

test('keys say the item they belong to and never come twice', () => {
  const keys = outlineSeeds.map((one) => one.question);
  expect(new Set(keys).size).toBe(keys.length);
  for (const one of outlineSeeds) expect(one.question).toMatch(new RegExp(`^${one.item}(-[a-z-]+)?$`));
});

test('the action plan is asked in parts', () => {
  const parts = outlineSeeds.filter((one) => one.item === '1.3').map((one) => [one.question, one.type, one.part]);
  expect(parts).toEqual([
    ['1.3-trang-thai', 'Chọn một', 'trạng thái'],
    ['1.3-so-ky-hieu', 'Một dòng', 'số, ký hiệu'],
    ['1.3-ngay', 'Ngày', 'ngày'],
    ['1.3-ngay-gui', 'Ngày', 'ngày gửi'],
    ['1.3-du-kien', 'Ngày', 'ngày dự kiến'],
    ['1.3-ly-do', 'Đoạn văn', 'lý do'],
    ['1.3-khac', 'Đoạn văn', 'khác'],
  ]);
  expect(question('1.3-trang-thai').options).toEqual(['Đã ban hành', 'Đã trình', 'Đang dự thảo', 'Chưa xây dựng']);
});

test.each([
  ['1.4-khong-co', ['Không có']],
  ['1.5-khong-co', ['Không có']],
  ['2.2-khong-co', ['Không có', 'Trùng nội dung mục 1.4']],
  ['2.3-khong-co', ['Không có', 'Trùng nội dung mục 1.5']],
])('%s can be said on purpose', (key, options) => {
  expect(question(key)).toMatchObject({ type: 'Chọn một', part: 'không có', options });
});

test('only choices have options, and every choice has some', () => {
  for (const one of outlineSeeds) expect(one.options !== null, one.question).toBe(one.type === 'Chọn một');
});

describe('section 2', () => {
  test('is for the three cities, everything else for all', () => {
    for (const one of outlineSeeds) {
      expect(one.appliesTo, one.question).toEqual(one.item.startsWith('2.') ? ['MUC-2'] : null);
    }
  });

  test('five items are asked of every city, eight of the three', () => {
    const required = new Map(outlineSeeds.filter((one) => one.rule !== 'Tự do').map((one) => [one.item, one]));
    expect(required.size).toBe(8);
    expect([...required.values()].filter((one) => one.appliesTo === null)).toHaveLength(5);
  });
});

describe('on the form', () => {
  test('titles are one line, start with the item and differ from each other', () => {
    const titles = outlineSeeds.map((one) => one.title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const one of outlineSeeds) expect(one.title).toMatch(new RegExp(`^${one.item}\\. [^\\n]+$`));
  });

  test('every question is explained', () => {
    expect(outlineSeeds.filter((one) => one.help === null)).toEqual([]);
  });
});
