import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { expect, test } from 'vitest';
import { headerRow } from '../../sheets-schema/parse-tab.ts';
import { OUTLINE_VERSION } from '../../sheets-schema/seed/outline.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { mailPlan, matrix } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';
import { prepareSecondLetter, secondOutline } from '../support/second-letter.ts';

const office = useOffice();

async function titlesOnForm() {
  const { emulator, provisioned } = office.workspace;
  const client = forms({ version: 'v1', rootUrl: `${emulator.url}/` });
  const { data } = await client.forms.get({ formId: provisioned.formId });
  return (data.items ?? []).map(({ title }) => title ?? '');
}

/** A row more in the approved version: an item of a part that is new. */
async function addItem() {
  const [header = [], model = []] = await office.read(outline);
  await office.add(outline, {
    ...Object.fromEntries(header.map((title, at) => [title, model[at] ?? ''])),
    Phần: '4',
    'Tên phần (nguyên văn)': 'Nguồn nhân lực',
    Mục: '4.1',
    'Mã câu hỏi': '4.1',
    'Câu hỏi': '4.1. Nguồn nhân lực',
    'Nguyên văn mục': 'Tình hình nguồn nhân lực.',
    'Mã nhiệm vụ': '',
  });
}

test('an item added to an approved outline waits for the word, is said to wait, and is asked from then on', async () => {
  await askTheCities(office);
  await office.sync();
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-24 09:00');
  const [items, form] = [(await office.rowsOf(matrix)).map(({ item }) => item), await titlesOnForm()];
  const mailed = (await office.mails()).length;

  await addItem();
  await office.syncAt('2025-10-24 09:10');
  expect(await titlesOnForm()).toEqual(form);
  expect((await office.rowsOf(matrix)).map(({ item }) => item)).toEqual(items);
  expect((await office.errors()).map(({ tab, row, found }) => [tab, row, found])).toEqual([
    [
      'Đề cương',
      `${OUTLINE_VERSION}/4.1`,
      expect.stringContaining('mục 4.1 có câu hỏi mới thêm (4.1) sau khi kỳ 2025-10 được duyệt'),
    ],
  ]);
  expect((await office.rowsOf(mailPlan)).filter(({ kind }) => kind === 'Phiên bản đề cương')).toMatchObject([
    { state: 'Giữ lại', why: expect.stringContaining('mục 4.1') },
  ]);
  // Other words need no word.
  await office.type(outline, OUTLINE_VERSION, 'Câu hỏi', '1.1. Câu hỏi đã sửa');
  await office.syncAt('2025-10-24 09:20');
  expect(await titlesOnForm()).toContain('1.1. Câu hỏi đã sửa');
  expect((await office.mails()).length).toBe(mailed);

  await office.decide('Đồng ý thay đổi', { 'Thời điểm': '24/10/2025 09:25', 'Giá trị': 'Phiên bản đề cương' });
  await office.syncAt('2025-10-24 09:30');
  await office.syncAt('2025-10-24 09:40');
  expect(await office.errors()).toEqual([]);
  expect((await titlesOnForm()).slice(-2)).toEqual(['Mục 4. Nguồn nhân lực', '4.1. Nguồn nhân lực']);
  const hue = (await office.rowsOf(matrix)).filter(({ unit }) => unit === 'HUE');
  expect(hue.map(({ item, verdict }) => `${item} ${verdict}`)).toContain('4.1 Thiếu');
});

test('whatever Đề cương is sorted by, pages and questions of the form stay where they are', async () => {
  await askTheCities(office);
  await office.sync();
  const form = await titlesOnForm();
  for (const by of ['Kiểu trả lời', 'Câu hỏi', 'Vai trò']) {
    const column = headerRow(outline).indexOf(by);
    const sortSpecs = [{ dimensionIndex: column, sortOrder: 'DESCENDING' }];
    await office.edit({ sortRange: { range: { sheetId: outline.sheetId, startRowIndex: 1 }, sortSpecs } });
    await office.sync();
    expect(await titlesOnForm()).toEqual(form);
    expect(await office.errors()).toEqual([]);
  }
});

test('another version in the cell of an approved round waits too; once agreed to, its questions are those that bind', async () => {
  await askTheCities(office);
  await office.sync();
  await prepareSecondLetter(office);
  await office.syncAt('2025-10-24 09:00');
  const items = async () => (await office.rowsOf(matrix)).filter(({ unit }) => unit === 'HPG').map(({ item }) => item);
  const before = await items();
  await office.type(rounds, ROUND, rounds.columns.outlineVersion.header, secondOutline[0]?.version ?? '');
  await office.syncAt('2025-10-24 09:10');
  expect(await items()).toEqual(before);
  await office.decide('Đồng ý thay đổi', { 'Thời điểm': '24/10/2025 09:15', 'Giá trị': 'Phiên bản đề cương' });
  await office.syncAt('2025-10-24 09:20');
  await office.syncAt('2025-10-24 09:30');
  expect(await items()).toEqual(['1.1', '2.1']);
  expect(await titlesOnForm()).toContain('Mục 2. Kết quả thí điểm tại Hải Phòng và Huế');
  expect((await office.errors()).filter(({ tab }) => tab === 'Kỳ báo cáo')).toEqual([]);
});
