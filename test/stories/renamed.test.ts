import { beforeEach, expect, test } from 'vitest';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { matrix } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fewOf } from '../support/properties.ts';
import { fullReport, without } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HNI', 'HPG', 'CTO'] });
  await office.syncAt('2025-10-23 14:05');
});

const heard = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);

/** The cell of an outline row, found by its question. */
async function writeQuestion(question: string, column: string, value: string): Promise<void> {
  const [header = [], ...rows] = await office.cellsOf(outline);
  const row = rows.findIndex((cells) => cells.includes(question));
  await office.edit({
    updateCells: {
      start: { sheetId: outline.sheetId, rowIndex: row + 1, columnIndex: header.indexOf(column) },
      rows: [{ values: [{ userEnteredValue: { stringValue: value } }] }],
      fields: 'userEnteredValue',
    },
  });
}

test('a question under another key asks nobody again who answered it, and rests nobody else', async () => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  await writeQuestion('1.4', 'Mã câu hỏi', '1.4-noi-dung');
  await office.syncAt('2025-10-24 08:40');
  const before = await heard('HPG');
  await office.syncAt('2025-10-29 08:40');
  expect(await heard('HPG')).toEqual(before);
  expect((await heard('CTO')).length).toBeGreaterThan(1);
  expect((await office.errors()).map(({ row }) => row)).toContain('1.4');

  await writeQuestion('1.4-noi-dung', 'Mã câu hỏi', '1.4');
  await office.sync();
  expect(await office.errors()).toEqual([]);
});

test.each(fewOf(['pl1-12112', 'PL1–12112', 'PL2', '0'], 2))(
  'a question under the version %j, which no round has, chases nobody for its task and is asked about',
  async (version) => {
    await writeQuestion('1.1', 'Phiên bản', version);
    await office.syncAt('2025-10-29 08:40');
    expect((await office.errors()).map(({ row, column }) => `${row} ${column}`)).toEqual([`${version}/1.1 Phiên bản`]);
    for (const unit of ['HCM', 'DNG', 'HUE']) expect(await heard(unit), unit).toEqual([]);
    for (const unit of ['HNI', 'HPG', 'CTO']) expect(await heard(unit), unit).toHaveLength(2);
  },
);

test.each([
  ['a round', () => office.type(rounds, ROUND, 'Mã nhiệm vụ', 'L12112-BB')],
  ['a question', () => writeQuestion('1.4', 'Mã nhiệm vụ', 'L12112-BB')],
  ['a question beside others', () => writeQuestion('1.4', 'Nhiệm vụ liên quan', 'N382-II3c; L12112-BB')],
])('a task that %s names and the register has not rests the tasks alone, and is asked about', async (_, slip) => {
  await slip();
  await office.syncAt('2025-10-29 08:40');
  expect(await office.errors()).toMatchObject([{ found: expect.stringContaining('L12112-BB') }]);
  for (const unit of ['HNI', 'HPG', 'CTO']) expect(await heard(unit), unit).toHaveLength(2);
  for (const unit of ['HCM', 'DNG', 'HUE']) expect(await heard(unit), unit).toEqual([]);
});

test.each(fewOf(['Hà Nội', 'Hà\u200B Nội'.normalize('NFD'), 'HÀ NỘI', 'Ha  Noi'], 2))(
  'two units that are called %j rest, are asked about, and nobody else is touched',
  async (name) => {
    await office.type(units, 'HPG', 'Tên gọi', name);
    await office.syncAt('2025-10-29 08:40');
    expect((await office.errors()).map(({ tab, row, column }) => [tab, row, column])).toEqual([
      [units.title, 'HNI', 'Tên gọi'],
      [units.title, 'HPG', 'Tên gọi'],
    ]);
    expect([await heard('HNI'), await heard('HPG')].map(({ length }) => length)).toEqual([1, 1]);
    expect(await heard('CTO')).toHaveLength(2);
    await office.type(units, 'HPG', 'Tên gọi', 'Hải Phòng');
    await office.sync();
    expect(await office.errors()).toEqual([]);
    expect(await heard('HPG')).toHaveLength(2);
  },
);

test('a second row of a unit whose code differs in its letters alone rests that unit and says which rows', async () => {
  await office.add(units, { Mã: 'hpg', 'Tên chính thức': 'UBND thành phố Hải Phòng', 'Tên gọi': 'TP. Hải Phòng' });
  await office.syncAt('2025-10-29 08:40');
  expect(await heard('HPG')).toHaveLength(1);
  expect(await heard('CTO')).toHaveLength(2);
  const asked = (await office.errors()).filter(({ tab }) => tab === units.title);
  expect(asked.map(({ row, column }) => `${row} ${column}`)).toEqual(['HPG Mã', 'hpg Mã']);
});

/** Rows of the outline are deleted: those of one question, or all. */
async function deleteQuestions(question?: string): Promise<void> {
  const [, ...rows] = await office.cellsOf(outline);
  const from = question === undefined ? 0 : rows.findIndex((cells) => cells.includes(question));
  const until = question === undefined ? rows.length : from + 1;
  const range = { sheetId: outline.sheetId, dimension: 'ROWS', startIndex: from + 1, endIndex: until + 1 };
  await office.edit({ deleteDimension: { range } });
}

test.each([
  ['all questions are gone from an open round', 'Đang mở', undefined],
  ['one that was answered is gone from an open round', 'Đang mở', '1.2'],
  ['all questions are gone from a closed round', 'Đã đóng', undefined],
])('nobody is chased for the task that a question reported on when %s', async (_, state, question) => {
  await office.file('HPG', fullReport('HPG'));
  await office.sync();
  await office.type(rounds, ROUND, 'Trạng thái', state);
  await office.sync();
  await deleteQuestions(question);
  for (const day of ['24', '27', '28']) await office.syncAt(`2025-10-${day} 08:40`);
  const toAsked = (await Promise.all(['HNI', 'HPG', 'CTO'].map((unit) => office.mailsTo(unit)))).flat();
  const chasing = toAsked.filter(({ subject }) => subject.includes('nhiệm vụ'));
  expect(chasing.map(({ subject, envelope }) => `${subject} → ${envelope.to}`)).toEqual([]);
  expect((await office.errors()).length).toBeGreaterThan(0);
});

test('groups parted by a comma are two, and a group mistyped in one row rests that unit alone until it is mended', async () => {
  const applies = async () =>
    (await office.rowsOf(matrix))
      .filter(({ unit, item }) => unit === 'HNI' && item === '2.1')
      .map(({ verdict }) => verdict);
  await office.type(units, 'HNI', 'Nhóm', 'TP-TW, MUC-2');
  await office.sync();
  expect(await applies()).toEqual(['Chưa gửi']);
  expect(await office.errors()).toEqual([]);

  await office.type(units, 'HNI', 'Nhóm', 'TP-TW; MUC2');
  await office.syncAt('2025-10-29 08:40');
  expect(await office.errors()).toMatchObject([{ row: 'HNI', found: expect.stringContaining('MUC2') }]);
  expect(await heard('HNI')).toHaveLength(1);
  expect((await heard('CTO')).length).toBeGreaterThan(1);
});

test('a group that the outline names and no unit has rests the round, and is asked about', async () => {
  for (const unit of ['HNI', 'HCM', 'DNG']) await office.type(units, unit, 'Nhóm', 'TP-TW; MUC-HAI');
  await office.syncAt('2025-10-29 08:40');
  for (const unit of ['HNI', 'HPG', 'CTO']) expect(await heard(unit)).toHaveLength(1);
  expect((await office.errors()).filter(({ tab }) => tab === outline.title).length).toBeGreaterThan(0);
});

test('a unit merged into another while a round waits for it is asked about', async () => {
  await office.type(units, 'HPG', 'Đơn vị kế thừa', 'HNI');
  await office.syncAt('2025-10-29 08:40');
  expect(await heard('HPG')).toHaveLength(1);
  expect(await office.errors()).toMatchObject([{ row: 'HPG', found: expect.stringContaining('kế thừa HNI') }]);
});

test('a unit that ended in the middle of a round is asked about, and hears nothing meanwhile', async () => {
  await office.file('CTO', without(fullReport('CTO'), '1.4'));
  await office.sync();
  await office.type(units, 'HPG', 'Hiệu lực đến', '23/10/2025');
  await office.type(units, 'CTO', 'Hiệu lực đến', '23/10/2025');
  await office.syncAt('2025-10-29 08:40');
  expect(await heard('HPG')).toHaveLength(1);
  expect(await office.errors()).toMatchObject([{ row: 'HPG', found: expect.stringContaining('hết hiệu lực') }]);

  await office.decide('Tạm dừng nhắc', { 'Thời điểm': '29/10/2025 09:00', 'Đơn vị': 'HPG' });
  await office.syncAt('2025-10-29 10:00');
  expect(await office.errors()).toEqual([]);
});
