import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { beforeEach, expect, test } from 'vitest';
import { answers } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { mailPlan } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG'], mail: 'Tắt' });
  await office.sync();
});

async function liveForm() {
  const { emulator, provisioned } = office.workspace;
  const client = forms({ version: 'v1', rootUrl: `${emulator.url}/` });
  return (await client.forms.get({ formId: provisioned.formId })).data;
}

const titled = async (title: string) => ((await liveForm()).items ?? []).find((item) => item.title === title);

/** Types into the row of a question; the outline's first column is its version, so the row is found by its key. */
async function typeInQuestion(question: string, header: string, value: string): Promise<void> {
  const [titles = [], ...rows] = await office.cellsOf(outline);
  const [row, column] = [
    rows.findIndex((cells) => cells[titles.indexOf(outline.columns.question.header)] === question) + 1,
    titles.indexOf(header),
  ];
  const start = { sheetId: outline.sheetId, rowIndex: row, columnIndex: column };
  const values = [{ userEnteredValue: { stringValue: value } }];
  await office.edit({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
}

test('a reworded question is reworded on the form with six calls, and answers keep their place', async () => {
  const before = (await office.rowsOf(outline)).find(({ question }) => question === '1.4');
  const old = await titled(before?.title ?? '');
  await typeInQuestion('1.4', outline.columns.title.header, 'Khó khăn lớn nhất hiện nay');
  expect(await office.sync()).toMatchObject({ formChanged: true, googleCalls: 6 });
  const reworded = await titled('Khó khăn lớn nhất hiện nay');
  expect(reworded?.itemId).toBe(old?.itemId);
  expect(reworded?.questionItem?.question?.questionId).toBe(old?.questionItem?.question?.questionId);
  expect(await office.sync()).toMatchObject({ formChanged: false, googleCalls: 2 });
  await office.file('HPG', { ...fullReport('HPG'), '1.4': 'Chưa có định mức chi phí thuê dịch vụ.' });
  await office.sync();
  expect((await office.rowsOf(answers)).find(({ question }) => question === '1.4')?.text).toContain('định mức');
});

test('what Google will not take is told, holds the mail of the round and stops nothing else', async () => {
  await office.file('HPG', fullReport('HPG'));
  await typeInQuestion('1.4', outline.columns.title.header, 'Khó khăn lớn nhất hiện nay');
  await office.breakGoogle({ path: '/forms/.*batchUpdate', kind: '400' });
  expect(await office.sync()).toMatchObject({ recorded: 1, formChanged: false });
  const told = expect.objectContaining({
    tab: 'Biểu mẫu',
    found:
      'Google không nhận nội dung mới của biểu mẫu nên biểu mẫu giữ như cũ: "Request contains an invalid argument."',
  });
  expect(await office.errors()).toContainEqual(told);
  const held = (await office.rowsOf(mailPlan)).filter(
    ({ state, why }) => state === 'Giữ lại' && why?.includes('biểu mẫu'),
  );
  expect(held.length).toBeGreaterThan(0);
  expect(await titled('Khó khăn lớn nhất hiện nay')).toBeUndefined();
  expect(await office.sync()).toMatchObject({ formChanged: false });

  await office.breakGoogle();
  expect(await office.sync()).toMatchObject({ formChanged: true });
  expect(await titled('Khó khăn lớn nhất hiện nay')).toBeDefined();
  expect(await office.errors()).not.toContainEqual(told);
});

test('the form closes with the round, and says so to whoever comes late', async () => {
  expect((await liveForm()).publishSettings?.publishState?.isAcceptingResponses).toBe(true);
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  expect(await office.sync()).toMatchObject({ formChanged: true });
  await expect(office.file('HPG', fullReport('HPG'))).rejects.toThrow('no longer accepting');
  await office.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  await office.sync();
  await office.file('HPG', fullReport('HPG'));
  expect(await office.sync()).toMatchObject({ recorded: 1 });
});

test('the deadline on the form is the one that applies', async () => {
  expect((await liveForm()).info?.description).toContain('hết ngày 29/10/2025');
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:05', 'Giá trị': '31/10/2025' });
  await office.sync();
  expect((await liveForm()).info?.description).toContain('hết ngày 31/10/2025');
});

test('a form that cannot be reached stops the run before anything is written', async () => {
  await office.decide('Gia hạn', { 'Thời điểm': '23/10/2025 14:05', 'Giá trị': '31/10/2025' });
  await office.breakGoogle({ path: '^/v1/forms/[^/]+$', kind: '503' });
  await expect(office.sync()).rejects.toMatchObject({ code: 'google.unreachable' });
  await office.breakGoogle();
  expect(await office.sync()).toMatchObject({ formChanged: true });
});
