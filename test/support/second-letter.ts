import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { type OutlineQuestion, outline } from '../../sheets-schema/tabs/outline.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { type Office, ROUND } from './office.ts';

/** The round of the second letter. */
export const SECOND = '2025-12';
const VERSION = 'DC-2025-12';

/** The second letter's outline: a part for all, a part for two cities, none optional. */
export const secondOutline: readonly OutlineQuestion[] = [
  aQuestion('1', 'Tình hình bố trí nguồn lực', null, 'Kinh phí đã bố trí'),
  aQuestion('2', 'Kết quả thí điểm tại Hải Phòng và Huế', ['HPG', 'HUE'], 'Kết quả thí điểm'),
];

function aQuestion(
  section: string,
  heading: string,
  sectionFor: readonly string[] | null,
  wording: string,
): OutlineQuestion {
  const item = `${section}.1`;
  const model = outlineSeeds.find(({ rule }) => rule === 'Tường thuật có căn cứ') as OutlineQuestion;
  return {
    ...model,
    version: VERSION,
    outlineTitle: 'Đề cương báo cáo nguồn lực phát triển đô thị thông minh',
    section,
    heading,
    sectionFor,
    appliesTo: null,
    item,
    question: `12-${item}`,
    wording,
    title: `${item}. ${wording}`,
    task: null,
    related: null,
  };
}

/** Its outline and its round, as a coordinator writes them while the first round is open. */
export async function prepareSecondLetter(office: Office): Promise<void> {
  const titles = headerRow(outline);
  for (const question of secondOutline) {
    const cells = encodeRow(outline, question);
    await office.add(outline, Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ''])));
  }
  const [header = [], first = []] = await office.read(rounds);
  await office.add(rounds, {
    ...Object.fromEntries(header.map((title, at) => [title, first[at] ?? ''])),
    'Mã kỳ': SECOND,
    'Tên kỳ': 'Báo cáo nguồn lực (tháng 12/2025)',
    'Số, ký hiệu': '13500/BXD-PTĐT',
    'Thời hạn (nguyên văn)': 'trước ngày 29/11/2025',
    'Hạn theo văn bản': '28/11/2025',
    'Hạn điều chỉnh': '',
    'Mở từ': '03/11/2025 08:00',
    'Phiên bản đề cương': VERSION,
    'Trạng thái': 'Chuẩn bị',
    'Duyệt gửi': false,
  });
}

/** The first round is closed, the second opened, seen so, and approved. */
export async function openSecondRound(office: Office): Promise<void> {
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  await office.type(rounds, SECOND, 'Trạng thái', 'Đang mở');
  await office.sync();
  await office.type(rounds, SECOND, 'Duyệt gửi', true);
  await office.sync();
}
