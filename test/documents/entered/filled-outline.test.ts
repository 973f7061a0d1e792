import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../../functions/documents/entered/read-docx.ts';
import { createOutlineDocx } from '../../../functions/documents/outline/outline-docx.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';
import { readBack } from '../own-report/own-reports.ts';
import { withParts } from './a-paper.ts';

let outline: Uint8Array;
let xml: string;
beforeAll(async () => {
  const [round] = roundSeeds;
  const unit = citySeeds.find(({ code }) => code === 'HUE');
  if (!round || !unit) throw new Error('No seeds.');
  outline = await createOutlineDocx()({ round, questions: outlineSeeds, unit, deadlineWords: 'hết ngày 31/10/2025' });
  xml = Buffer.from(unzipSync(outline)['word/document.xml'] ?? []).toString('utf8');
});

/** What is read of the outline once somebody changed it in Word. */
async function filled(...changes: readonly (readonly [from: string, to: string])[]) {
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The outline does not say "${from}".`);
    return text.replace(from, to);
  }, xml);
  const paper = await readDocx(withParts(outline, { 'word/document.xml': changed }));
  if ('refused' in paper) throw new Error(paper.refused);
  return readBack(paper, 'HUE');
}

const EMPTY = '<w14:checked w14:val="0"/>';
const TICKED = '<w14:checked w14:val="1"/>';

test('an outline that nobody filled in says nothing', async () => {
  expect(await filled()).toEqual({ answers: {}, unplaced: [], remarks: {} });
});

test('a box that is ticked, a day and a number that are written are answers to their questions', async () => {
  const { answers, unplaced } = await filled(
    [EMPTY, TICKED],
    ['ngày ……… tháng ……… năm …………', 'ngày 30 tháng 7 năm 2025'],
    ['số, ký hiệu (nếu đã ban hành): ', 'số, ký hiệu (nếu đã ban hành): 88/KH-UBND'],
  );
  expect(unplaced).toEqual([]);
  expect(answers).toEqual({
    '1.3-trang-thai': 'Đã ban hành',
    '1.3-so-ky-hieu': '88/KH-UBND',
    '1.3-ngay': '2025-07-30',
  });
});

test('two boxes ticked are asked about', async () => {
  const { answers, unplaced } = await filled([EMPTY, TICKED], [EMPTY, TICKED]);
  expect(answers).toEqual({});
  expect(unplaced).toEqual([{ why: expect.stringContaining('nhiều lựa chọn'), text: 'Đã ban hành\nĐã trình' }]);
});

test('what was written over a heading or a label of ours is named, or asked about', async () => {
  const { answers, unplaced, remarks } = await filled(
    ['1.4. Các khó khăn, vướng mắc.', '4. Tồn tại, hạn chế'],
    ['- Trường hợp không có khó khăn, vướng mắc: ', 'Thiếu vốn đối ứng.'],
  );
  expect(answers).toEqual({});
  expect(remarks['1.4']).toEqual(['tiêu đề trong tệp: “4. Tồn tại, hạn chế”']);
  expect(unplaced).toEqual([{ why: expect.stringContaining('mục 1.4'), text: 'Thiếu vốn đối ứng.' }]);
});
